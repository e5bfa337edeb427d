"""The arms of a `branch`."""

from __future__ import annotations

from collections.abc import Iterator

from tshoot.authoring.fields import ELSE, Fields
from tshoot.authoring.items import Items, Pairs, Scalar
from tshoot.authoring.vocabulary.key import names
from tshoot.authoring.vocabulary.nodes import ARM
from tshoot.model.tree import Arm


def arms(fields: Fields) -> Iterator[Arm]:
    """What stands under `branch` of a node."""
    for index, item in fields.entries("branch", required=True):
        where, noun = fields.path(f"branch.{index}"), f"the branch {index + 1} of {fields.noun}"
        if isinstance(item, Pairs):
            yield _arm(fields, item, where, noun)
        elif isinstance(item, (Scalar, Items)):
            fields.wrong(f"branch.{index}", item, "{when: …, goto: …} or {else: …}")


def _arm(fields: Fields, item: Pairs, where: str, noun: str) -> Arm:
    keys = item.keys()
    if ELSE in keys or keys in (("default",), ("otherwise",)):
        arm = Fields(fields.context, item, where, noun, (ELSE, "goto") if "goto" in keys else (ELSE,), item.span)
        target = arm.text(ELSE, required=True)
        if arm.has("goto"):
            arm.bad(ELSE, "has 'goto' beside 'else'", f"write '- {ELSE}: {arm.text('goto')}'", "conflict")
            target = arm.text("goto")
        return Arm("", target)
    arm = Fields(fields.context, item, where, noun, names(ARM), item.span)
    # Never an empty condition, which would be an `else`.
    if arm.has("goto") and not arm.has("when"):
        arm.lacks("when", f"add 'when: …'; the last arm may be '- {ELSE}: {arm.text('goto')}'")
    return Arm(arm.text("when", required=arm.has("when")) or "false", arm.text("goto", required=True))
