"""The list of fixes of a `try`."""

from __future__ import annotations

from collections.abc import Iterator

from tshoot.authoring.fields import NAME, Fields
from tshoot.authoring.findings import quote
from tshoot.authoring.items import Hole, Pairs, Scalar
from tshoot.authoring.vocabulary.key import names
from tshoot.authoring.vocabulary.nodes import FIX
from tshoot.model.tree import RETURN, Fix
from tshoot.model.wording import Wording

FIX_KEYS = names(FIX)
MOST_MINUTES = 100_000


def fixes(fields: Fields) -> tuple[Fix, ...]:
    """What stands under `try` of a node."""
    return tuple(_fixes(fields))


def _fixes(fields: Fields) -> Iterator[Fix]:
    for index, item in fields.entries("try", required=True):
        if isinstance(item, Pairs):
            yield _fix(fields, index, item)
        elif not isinstance(item, Hole):
            fields.wrong(f"try.{index}", item, "a mapping like {id: …, do: …}")


def _fix(fields: Fields, index: int, item: Pairs) -> Fix:
    name = next((p.value.text for p in item.pairs if p.key.text == "id" and isinstance(p.value, Scalar)), "")
    noun = f"the fix {quote(name) if name else index + 1} of {fields.noun}"
    own = Fields(fields.context, item, fields.path(f"try.{index}"), noun, FIX_KEYS, item.span)
    own.text("id", required=True)
    if name and not is_id(name):
        own.bad("id", ID_RULE, rule="bad-id")
    return Fix(
        id=name or f"{fields.where.removeprefix('nodes.')}.{index + 1}",
        text=own.wording("do", required=True) or Wording(""),
        cost=float(own.number("cost", 1.0, 0, MOST_MINUTES)),
        chance=float(own.number("chance", 0.5, 0, 1)),
        risk=float(own.number("risk", 0.0, 0, 5)),
        when=own.text("when"),
        then=own.text("then"),
        why=own.wording("why"),
        how=own.wording("how"),
        say=own.wording("say"),
        agent=own.wording("agent"),
    )


ID_RULE = "needs an id of letters, digits, '_', '.' and '-', which is not 'return'"


def is_id(text: str) -> bool:
    """Whether a node or a fix may be called this."""
    return bool(NAME.match(text)) and text != RETURN
