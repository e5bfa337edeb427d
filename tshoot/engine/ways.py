"""The ways out of a node, each under a name that stays its own in every version of a tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from tshoot.model.record import record
from tshoot.model.tree import (
    Ask,
    Branch,
    Call,
    Check,
    Condition,
    Do,
    End,
    Handoff,
    Input,
    Node,
    Option,
    Set,
    Tell,
    Try,
    Wait,
)

WayKind = Literal["option", "result", "returned", "arm", "then", "fixed", "else", "fix", "passed"]
"""`result`: of a check; `returned`: from a called tree; `fix`: to its further steps; `passed`: `when` did not hold."""

FIXED = "(resolved)"
"""Stands for the ending of an instruction that helped and names no node; no node can have this id."""

NOWHERE = ""
"""The end of the file: the walk leaves by the tree's own way out."""


NONE = "none"
"""The name of the way of a question none of whose options may be offered."""


@record
class Way:
    """One way out of a node."""

    key: str
    """Its name, unique in its node: `options.Yes`, `on.off`, `branch.0`, `try.2`, `then`, `fixed`, `else`, `when`."""
    kind: WayKind
    target: str
    """A node, `return`, `FIXED` or `NOWHERE`."""
    label: str = ""
    """What leads there, as the author wrote it: an option, a result, a fix."""
    when: Condition = ""
    """What must hold; of a way of kind `passed`, what must not."""


def ways_out(node: Node) -> tuple[Way, ...]:
    """All ways out of a node, in the author's order; a hand-off and an end have none."""
    passed = (Way("when", "passed", node.after, when=node.when),) if node.when else ()
    return (*_own_ways(node), *passed)


def _own_ways(node: Node) -> Iterator[Way]:
    onward = getattr(node, "then", "") or node.after
    match node:
        case Handoff() | End():
            pass
        case Ask(many=False, options=(_, *_)):
            yield from _options(node.options, onward)
        case Ask() | Input() | Tell() | Set() | Wait():
            yield Way("then", "then", onward)
        case Do(then=then) if then:
            yield Way("then", "then", then)
        case Do() | Try():
            yield from _fixing(node)
        case Check():
            yield from _check(node, onward)
        case Branch():
            for index, arm in enumerate(node.arms):
                yield Way(f"branch.{index}", "arm" if arm.when else "else", arm.goto, when=arm.when)
            if all(arm.when for arm in node.arms):
                yield Way("else", "else", node.after)
        case Call():
            yield from (Way(f"on.{word}", "returned", target, word) for word, target in node.on.items())
            yield Way("else", "else", node.otherwise) if node.otherwise else Way("then", "then", onward)


def _options(options: tuple[Option, ...], onward: str) -> Iterator[Way]:
    for option in options:
        yield Way(f"options.{option.key}", "option", option.goto or onward, option.label, option.when)
    if options and all(option.when for option in options):
        yield Way(NONE, "else", onward)


def _fixing(node: Do | Try) -> Iterator[Way]:
    yield Way("fixed", "fixed", node.fixed or FIXED)
    yield Way("else", "else", node.otherwise or node.after)
    for index, fix in enumerate(node.fixes if isinstance(node, Try) else ()):
        if fix.then:
            yield Way(f"try.{index}", "fix", fix.then, fix.id, fix.when)


def _check(node: Check, onward: str) -> Iterator[Way]:
    yield from (Way(f"on.{word}", "result", target, word) for word, target in node.on.items())
    yield from _options(node.options, onward)
    if node.otherwise:
        yield Way("else", "else", node.otherwise)
    elif not node.options:
        yield Way("then", "then", onward)
