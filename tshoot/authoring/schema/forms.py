"""The shape of each form of value that a key can have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

from tshoot.authoring.schema.shapes import (
    Schema,
    array,
    by_name,
    closed,
    described,
    either,
    or_nothing,
    ref,
    words,
)
from tshoot.authoring.vocabulary.facts import FACT, OTHER_TYPES, TYPES
from tshoot.authoring.vocabulary.head import ESCALATE, FAQ
from tshoot.authoring.vocabulary.key import Key
from tshoot.authoring.vocabulary.nodes import END_KINDS, FIX, OPTION
from tshoot.model.checks import CHECK_RESULTS
from tshoot.model.standard import STANDARD_FACTS
from tshoot.model.tree import Audience, Priority, Status

NAME = "^[A-Za-z0-9][A-Za-z0-9_.-]*$"
FACT_NAME = "^[A-Za-z_][A-Za-z0-9_]*$"
SYSTEMS = ("Windows", "macOS", "Linux", "else")

# Editors offer `true` and `null` where a type names them, so texts name neither.
_WORD: Schema = {"type": ["string", "number"], "minLength": 1}
SAID: Schema = either(_WORD, {"not": {"type": ["string", "array", "object", "null"]}})
"""A text that must not be empty; `true` and numbers are texts too."""
TEXT: Schema = either(_WORD, {"not": {"type": ["string", "array", "object"]}})


def form(name: str) -> Schema:
    """The shape of a form."""
    kind, *bounds = name.split()
    if bounds:
        low, high = (float(bound) for bound in bounds)
        whole = kind == "whole"
        # Two decimal points are no number to YAML 1.2, and 3.0 is no whole one to tshoot.
        return {"type": "integer" if whole else "number", "minimum": _plain(low), "maximum": _plain(high)}
    return dict(FORMS[name]())


def _plain(number: float) -> float | int:
    return int(number) if number == int(number) else number


def _option_mapping(required: tuple[str, ...] = ()) -> Schema:
    return closed(OPTION, form, required)


def _options() -> Schema:
    """Options in their short, long and listed forms."""
    value = ref("option")
    labelled = {
        "if": {"properties": {"label": {"not": {"type": "object"}}}, "required": ["label"]},
        "then": _option_mapping(("label",)),
        "else": by_name(value, 1, maxProperties=1),
    }
    listed = either(ref("said"), {"type": "object", **labelled})
    return either(by_name(value, 1, ("Yes", "No", "Not sure")), array(listed, 1))


def _facts() -> Schema:
    declared = ref("fact")
    return by_name(declared, known=STANDARD_FACTS, propertyNames={"pattern": FACT_NAME})


def _input() -> Schema:
    fact = Key("fact", "fact", "the name of the fact")
    return either(form("fact"), closed((fact, *FACT), form, ("fact",)))


def _check() -> Schema:
    results = {name: f"gives {', '.join(found)}" for name, found in CHECK_RESULTS.items()}
    return either(words(results), ref("said"))


def _by_word() -> Schema:
    """Result words of checks are offered; a called tree's words are its own."""
    known = dict.fromkeys(word for found in CHECK_RESULTS.values() for word in found)
    return by_name(ref("said"), known=known)


def _wording(text: str, least: int) -> Schema:
    """A text, or texts by operating system."""
    return either(ref(text), by_name(ref("said"), least, SYSTEMS))


FORMS: Mapping[str, Callable[[], Schema]] = {
    "version": lambda: {"enum": [1]},
    "text": lambda: ref("text"),
    "wording": lambda: ref("wording"),
    "texts": lambda: either(ref("text"), array(ref("said"))),
    "flag": lambda: {"type": "boolean"},
    "date": lambda: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "id": lambda: either({"type": ["string", "number"], "pattern": NAME, "minimum": 0}, {"type": "boolean"}),
    "language": lambda: {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
    "audience": lambda: words(get_args(Audience)),
    "status": lambda: words(get_args(Status)),
    "priority": lambda: words(get_args(Priority)),
    "order": lambda: words({"cost": "by chance over cost", "written": "as you wrote them"}),
    "end": lambda: words({kind: means for kind, (means, _) in END_KINDS.items()}),
    "fact-type": lambda: words(
        {**{name: f"takes {takes}" for name, (takes, _) in TYPES.items()},
         **{other: f"as {name}" for other, name in OTHER_TYPES.items()}}
    ),
    "node": lambda: ref("text"),
    "tree": lambda: ref("text"),
    "fact": lambda: {"type": "string", "pattern": FACT_NAME},
    "destination": lambda: ref("text"),
    "condition": lambda: ref("text"),
    "duration": lambda: ref("text"),
    "bound": lambda: {"type": ["number", "string"]},
    "value": lambda: either(ref("said"), array(ref("said"))),
    "nodes-named": lambda: either(ref("text"), array(ref("said"))),
    "facts-named": lambda: either(ref("text"), array(ref("said"))),
    "texts-by-name": lambda: by_name(ref("said")),
    "expressions": lambda: by_name(ref("said")),
    "nodes-by-word": _by_word,
    "options": _options,
    "check": _check,
    "input": _input,
    "facts": _facts,
    "faq": lambda: array(closed(FAQ, form, ("q", "a"))),
    "escalate": lambda: either(ref("text"), closed(ESCALATE, form)),
    "nodes": lambda: by_name(ref("node"), 1, propertyNames={"pattern": NAME}),
    "arms": lambda: array(ref("arm"), 1),
    "fixes": lambda: array(closed(FIX, form, ("id", "do")), 1),
}  # fmt: skip


def definitions() -> dict[str, Any]:
    """What the forms refer to, the nodes and arms of trees apart."""
    return {
        "text": TEXT,
        "said": SAID,
        "wording": _wording("text", 0),
        "said-wording": _wording("said", 1),
        "option": {
            **either(TEXT, _option_mapping()),
            **described("An answer that is offered: the node that it leads to, or a mapping that says more."),
        },
        "fact": {**or_nothing(closed(FACT, form)), **described("A fact: something that is asked or found out.")},
    }
