"""An author's texts with the facts filled in, and facts as a person reads them."""

from __future__ import annotations

from collections.abc import Mapping

from tshoot.engine.markup import escape
from tshoot.engine.placeholders import fill
from tshoot.engine.state import State
from tshoot.model.fact import FactType, Value
from tshoot.model.standard import STANDARD_FACTS
from tshoot.model.tree import DecisionTree
from tshoot.model.wording import Wording

SOURCES: Mapping[str, str] = {
    "person": "as you said",
    "computer": "from this computer",
    "check": "from a check",
    "tree": "worked out",
    "case": "from the case",
}
"""How a person reads where a fact came from."""

UNKNOWN = "not known"


class Missing(Exception):
    """A fact is needed that the person can be asked for."""

    def __init__(self, fact: str) -> None:
        super().__init__(fact)
        self.fact = fact


def fact_type(name: str, tree: DecisionTree | None) -> FactType:
    """The declaration in force for a fact: the tree's, a standard one, else free text."""
    if tree and name in tree.facts:
        return tree.facts[name]
    return STANDARD_FACTS.get(name) or FactType(name)


def show(value: Value, kind: FactType | None = None) -> str:
    """A value as a person reads it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    unit = kind.unit if kind and isinstance(value, (int, float)) else ""
    return f"{value} {unit}".strip()


def needed(name: str, state: State, tree: DecisionTree | None) -> Value | None:
    """A fact's value; raises Missing where it is not known and the tree says how to ask for it."""
    value = state.value(name)
    if value is not None:
        return value
    kind = fact_type(name, tree)
    if kind.prompt and name not in state.declined:
        raise Missing(name)
    return kind.default


def wording(text: Wording | None, state: State, tree: DecisionTree | None) -> str:
    """The text for this person's system with all facts filled in, as Markdown."""
    return filled(template(text, state, tree), state, tree)


def template(text: Wording | None, state: State, tree: DecisionTree | None) -> str:
    """The text for this person's system, to be filled in later."""
    if text is None:
        return ""
    system = str(needed("os", state, tree) or "") if text.variants else ""
    return text.for_os(system)


def quoted(text: str) -> str:
    """A person's own words as a template that shows exactly them."""
    return escape(text).replace("{", "{{").replace("}", "}}")


def filled(template: str, state: State, tree: DecisionTree | None, *, plain: bool = False) -> str:
    """A template with all facts filled in, escaped unless `plain`."""

    def value_of(name: str) -> str:
        kind = fact_type(name, tree)
        value = state.value(name)
        value = kind.default if value is None else value
        shown = f"({kind.title}: {UNKNOWN})" if value is None else show(value, kind)
        return shown if plain else escape(shown)

    return fill(template, value_of)
