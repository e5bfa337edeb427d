"""What a way out of a tree holds: where to, what must be known first, and why."""

from __future__ import annotations

from typing import TypedDict, get_args

from tshoot.authoring.fields import Fields
from tshoot.authoring.findings import quote
from tshoot.authoring.vocabulary import head as vocabulary
from tshoot.authoring.vocabulary.key import names
from tshoot.model.tree import Priority
from tshoot.model.wording import Wording

LEAVING = names(vocabulary.LEAVING)
PRIORITIES: tuple[Priority, ...] = get_args(Priority)
QUEUE = "queue"


class Leaving(TypedDict):
    """What a way out of a tree has, as keyword arguments."""

    needs: tuple[str, ...]
    reason: Wording | None
    first: Wording | None
    priority: Priority | None


def leaving(fields: Fields) -> Leaving:
    """The keys of a way out of the tree."""
    return {
        "needs": fields.texts("needs"),
        "reason": fields.wording("reason"),
        "first": fields.wording("first"),
        "priority": fields.choice("priority", PRIORITIES),
    }


def destination(fields: Fields, name: str, required: bool = False) -> str:
    """The tree or the queue that a case goes to."""
    target = fields.text(name, required)
    head, colon, queue = target.partition(":")
    if not colon or (head == QUEUE and queue and queue == queue.strip()):
        return target
    better = f"{QUEUE}:{queue.strip()}"
    message = f"has {quote(target)} for {quote(name)}, expected a tree or 'queue:NAME'"
    fields.bad(name, message, f"write {quote(better)}" if queue.strip() else "write 'queue:NAME'")
    return better if queue.strip() else ""
