"""The schemas of tests, settings and glossary."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tshoot.authoring.schema.forms import SAID, TEXT, definitions, form
from tshoot.authoring.schema.shapes import Schema, array, by_name, closed, either, ref, words
from tshoot.authoring.schema.tree import DRAFT, tree_schema
from tshoot.authoring.treetest import ENDS, PERSONAS
from tshoot.authoring.vocabulary.others import (
    EXPECTED,
    GLOSSARY,
    PACKET,
    SETTINGS,
    STEP,
    TERM,
    TEST,
    TESTS_FILE,
    TRANSLATED,
    TRANSLATION,
)

_FOUND: Mapping[str, Schema] = {"word": SAID, "values": {"type": "object", "required": ["result"]}}
_ANSWER = either(SAID, array({}))

_FORMS: Mapping[str, Callable[[], Schema]] = {
    "tests": lambda: array(closed((*TEST, *EXPECTED), _form, ("name",)), 1),
    "persona": lambda: words(PERSONAS),
    "values": lambda: by_name(_ANSWER),
    "moment": lambda: ref("text"),
    "found": lambda: by_name(either(*_FOUND.values(), array(either(*_FOUND.values())))),
    "answer": lambda: _ANSWER,
    "walk": lambda: array(by_name(either(_ANSWER, closed(STEP, _form, ("say",))), 1, maxProperties=1)),
    "packet": lambda: either(TEXT, closed(PACKET, _form)),
    "answers": lambda: either(TEXT, array(_ANSWER)),
    "chance": lambda: {"enum": [0, 1]},
    "outcome": lambda: words(ENDS),
    "aliases": lambda: by_name(either(SAID, array(ref("said"), 1))),
    "terms": lambda: by_name(either(SAID, closed(TERM, _form, ("means",))), 1),
    "meaning": lambda: ref("text"),
    "below": lambda: {"type": ["object", "null"]},
}


def _form(name: str) -> Schema:
    return dict(_FORMS[name]()) if name in _FORMS else form(name)


def test_schema() -> Schema:
    """The schema of `NAME.test.yaml`."""
    return _whole("Tests of a decision tree of tshoot", closed(TESTS_FILE, _form, ("tests",)))


def settings_schema() -> Schema:
    """The schema of `settings.yaml`."""
    return _whole("Settings of a library of tshoot", closed(SETTINGS, _form, ("settings",)))


def glossary_schema() -> Schema:
    """The schema of `glossary.yaml`."""
    return _whole("The glossary of a library of tshoot", closed(GLOSSARY, _form, ("glossary", "terms")))


def translation_schema() -> Schema:
    """The schema of `NAME.LANGUAGE.yaml`; which texts there are, its tree says."""
    keys = closed((*TRANSLATION, *TRANSLATED), _form, ("translation",))
    return _whole("The translation of a decision tree of tshoot", keys)


def _whole(what: str, schema: Schema) -> Schema:
    shared = {name: found for name, found in definitions().items() if name in ("text", "said")}
    return {"$schema": DRAFT, "$comment": what, **schema, "definitions": shared}


SCHEMAS: Mapping[str, Callable[[], Schema]] = {
    "tree": tree_schema,
    "test": test_schema,
    "settings": settings_schema,
    "glossary": glossary_schema,
    "translation": translation_schema,
}
"""The schema of each kind of file."""
