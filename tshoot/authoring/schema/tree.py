"""The schema of a tree file."""

from __future__ import annotations

from typing import Any

from tshoot.authoring.schema.forms import definitions, form
from tshoot.authoring.schema.shapes import Schema, closed, described, either, properties, ref, sentence
from tshoot.authoring.schema.snippets import NODE, TREE
from tshoot.authoring.vocabulary.head import HEAD
from tshoot.authoring.vocabulary.key import Key, names
from tshoot.authoring.vocabulary.nodes import ARM, ARM_ELSE, COMMON, KIND_TEXTS, KINDS

DRAFT = "http://json-schema.org/draft-07/schema#"

REQUIRED: dict[str, tuple[str, ...]] = {"ask": ("options",)}
"""What a kind of node needs beside its first key."""


def tree_schema() -> Schema:
    """The schema of `NAME.yaml`."""
    return {
        "$schema": DRAFT,
        # A title would stand above each hover text.
        "$comment": "A decision tree of tshoot",
        **closed(HEAD, form, ("tree", "title", "nodes")),
        "defaultSnippets": list(TREE),
        "definitions": {**definitions(), "arm": _arm(), "node": _node(), **_kinds()},
    }


def _arm() -> Schema:
    """An arm with a condition, or the last one."""
    otherwise = closed((*ARM_ELSE, ARM[1]), form, ("else",))
    return {"if": {"required": ["else"]}, "then": otherwise, "else": closed(ARM, form, names(ARM))}


def _kinds() -> dict[str, Any]:
    return {f"{kind}-node": _kind(kind, keys) for kind, keys in KINDS.items()}


def _kind(kind: str, keys: tuple[Key, ...]) -> Schema:
    """A node of one kind."""
    found = closed((*keys, *COMMON), form, (kind, *REQUIRED.get(kind, ())))
    if kind == "set":
        found["properties"]["set"]["minProperties"] = 1
    needs = {"dependencies": {"ask": ["options"]}} if kind == "check" else {}
    return {**found, **needs, **described_kind(kind)}


def described_kind(kind: str) -> Schema:
    """What a kind of node does, for hovers."""
    return described(sentence(KIND_TEXTS[kind]))


def ordered() -> list[str]:
    """The kinds, so that one which is a key of others comes behind them: a `tell` with `end` is an `end`."""
    shared = {kind for kind in KINDS for other, keys in KINDS.items() if other != kind and kind in names(keys)}
    return sorted(KINDS, key=lambda kind: kind in shared)


def _node() -> Schema:
    """A node: its kind says which keys it may have. Without one, all kinds are offered."""
    first = [keys[0] for keys in KINDS.values()]
    none: Schema = {
        "properties": {name: {**found, **described_kind(name)} for name, found in properties(first, form).items()},
        **either(*({"required": [kind]} for kind in KINDS)),
    }
    chain = none
    for kind in reversed(ordered()):
        chain = {"if": {"required": [kind]}, "then": ref(f"{kind}-node"), "else": chain}
    return {"type": "object", **chain, "defaultSnippets": list(NODE)}
