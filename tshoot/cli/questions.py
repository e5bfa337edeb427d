"""The question at a node or a fix, as somebody would be asked it who comes there without any facts."""

from __future__ import annotations

from collections.abc import Iterable

from tshoot.engine.state import DONE, YES_NO, Choice, Prompt, PromptKind, State
from tshoot.engine.texts import filled
from tshoot.engine.trying import FIXED_QUESTION
from tshoot.model.tree import Ask, Check, DecisionTree, Do, End, Fix, Input, Node, Option, Tell, Try, Wait
from tshoot.model.wording import Wording


def prompt_at(tree: DecisionTree, name: str) -> Prompt | None:
    """What is asked or told there; nothing where the node does not exist or is silent. All options are offered."""
    place = tree.nodes.get(name) or _fix(tree, name)

    def text(wording: Wording | None) -> str:
        return filled(wording.for_os(None), State(), tree) if wording else ""

    match place:
        case Ask():
            kind: PromptKind = "many" if place.many else "ask"
            return Prompt(
                tree=tree.id, node=name, kind=kind, text=text(place.text), none=place.none,
                choices=_choices(place.options),
            )  # fmt: skip
        case Check() if place.text:
            choices = _choices(place.options)
            return Prompt(tree=tree.id, node=name, kind="ask", text=text(place.text), choices=choices)
        case Input():
            return Prompt(tree=tree.id, node=name, kind="input", text=text(place.fact.prompt), fact=place.fact)
        case Do() | Fix():
            # Also a fix with further steps asks in the end whether it helped.
            on = isinstance(place, Do) and bool(place.then)
            return Prompt(
                tree=tree.id, node=name, kind="do", text=text(place.text), question="" if on else FIXED_QUESTION,
                choices=DONE if on else YES_NO,
            )  # fmt: skip
        case Wait():
            return Prompt(tree=tree.id, node=name, kind="wait", text=text(place.text), choices=DONE)
        case Tell() | End():
            # Nothing to answer, but people ask back about what they are told.
            return Prompt(tree=tree.id, node=name, kind="ask", text=text(place.text))
    return None


def _choices(options: Iterable[Option]) -> tuple[Choice, ...]:
    return tuple(Choice(option.key, option.label, option.means) for option in options)


def _fix(tree: DecisionTree, name: str) -> Fix | None:
    lists: Iterable[Node] = tree.nodes.values()
    return next((fix for node in lists if isinstance(node, Try) for fix in node.fixes if fix.id == name), None)
