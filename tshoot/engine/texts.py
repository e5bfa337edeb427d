"""An author's texts with the facts filled in, and facts as a person reads them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tshoot.engine.markup import escape
from tshoot.engine.placeholders import fill, only_fact
from tshoot.engine.state import State
from tshoot.model.fact import FactType, Source, Value
from tshoot.model.standard import STANDARD_FACTS
from tshoot.model.tree import DecisionTree
from tshoot.model.wording import Wording

SOURCES: Mapping[Source, str] = {
    "person": "as you said",
    "computer": "from this computer",
    "check": "from a check",
    "tree": "worked out",
    "case": "known from before",
}
"""How a person reads where a fact came from."""

SOURCES_FOR_AGENTS: Mapping[Source, str] = {
    **SOURCES,
    "person": "as they said",
    "computer": "from their computer",
}

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


def source_said(source: Source, state: State) -> str:
    """Where a fact came from, for the person who is here."""
    return (SOURCES_FOR_AGENTS if state.persona == "agent" else SOURCES)[source]


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


def as_declared(value: Value, kind: FactType) -> Value:
    """An option's key or an argument, which are texts in a file, as the fact is declared."""
    if not isinstance(value, str):
        return value
    if kind.kind == "boolean" and value.casefold() in ("true", "false", "yes", "no"):
        return value.casefold() in ("true", "yes")
    if kind.kind == "number" and re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,15})?", value.strip()):
        return float(value)
    return value


def needed(name: str, state: State, tree: DecisionTree | None) -> Value | None:
    """A fact's value; raises Missing where it is not known and the tree says how to ask for it."""
    if state.value(name) is None and name not in state.declined and fact_type(name, tree).prompt:
        raise Missing(name)
    return value_of(name, state, tree)


def value_of(name: str, state: State, tree: DecisionTree | None) -> Value | None:
    """A fact's value, else its default; never asks."""
    value = state.value(name)
    return fact_type(name, tree).default if value is None else value


def wording(text: Wording | None, state: State, tree: DecisionTree | None, *, ask: bool = True) -> str:
    """The text for this person's system with all facts filled in, as Markdown."""
    return filled(template(text, state, tree, ask=ask), state, tree)


def template(text: Wording | None, state: State, tree: DecisionTree | None, *, ask: bool = True) -> str:
    """The text for this person's system, to be filled in later; raises Missing where that must be asked first."""
    if text is None:
        return ""
    if not text.variants:
        return text.text
    return text.for_os(str((needed if ask else value_of)("os", state, tree) or ""))


def quoted(text: str) -> str:
    """A person's own words as a template that shows exactly them."""
    return escape(text).replace("{", "{{").replace("}", "}}")


def filled(template: str, state: State, tree: DecisionTree | None) -> str:
    """A template with all facts filled in and escaped."""

    def shown(name: str) -> str:
        kind, value = fact_type(name, tree), value_of(name, state, tree)
        return escape(f"({kind.title}: {UNKNOWN})" if value is None else show(value, kind))

    return fill(template, shown)


def argument(template: str, state: State, tree: DecisionTree | None) -> Value | None:
    """An argument of a check or a call: a fact's very value, or a plain text in which unknown facts are empty."""
    if name := only_fact(template):
        return value_of(name, state, tree)

    def shown(name: str) -> str:
        value = value_of(name, state, tree)
        return "" if value is None else show(value)

    return fill(template, shown)
