"""Learned wordings as YAML that an author pastes into trees: `symptoms`, and `means` of options."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tshoot.language.clean import clean

Phrases = tuple[str, ...]

_PLAIN = re.compile(r"[A-Za-z][\w-]*(?: [\w-]+)*", re.ASCII)
_NOT_TEXT = frozenset(("true", "false", "null"))


@dataclass(frozen=True, slots=True)
class ForTree:
    """What there is to paste into one tree."""

    tree: str
    symptoms: Phrases = ()
    means: Mapping[str, Mapping[str, Phrases]] = field(default_factory=dict)
    """Node to option to phrases."""
    without_place: Mapping[str, Mapping[str, Phrases]] = field(default_factory=dict)
    """The same of questions that have no `options` in the file, such as "Did that fix it?"."""


def to_yaml(trees: Iterable[ForTree]) -> str:
    """One document a tree; nothing in it can be read as anything but text."""
    documents = ["".join(f"{line}\n" for line in _document(one)) for one in trees]
    return "---\n".join(documents)


def _document(one: ForTree) -> Iterator[str]:
    yield f"# {clean(one.tree, limit=100)}"
    if one.symptoms:
        yield "symptoms:"
        yield from (f"  - {_quoted(text)}" for text in one.symptoms)
    if one.means:
        yield "nodes:"
    for node, options in one.means.items():
        yield f"  {_key(node)}:"
        yield "    options:"
        for option, phrases in options.items():
            yield f"      {_key(option)}:"
            yield "        means:"
            yield from (f"          - {_quoted(text)}" for text in phrases)
    for node, options in one.without_place.items():
        for option, phrases in options.items():
            said = ", ".join(_quoted(text) for text in phrases)
            yield f"# No options in the file: {clean(node, limit=100)}, {clean(option, limit=100)}: {said}"


def _quoted(text: str) -> str:
    """As JSON writes it, which YAML reads as the same."""
    return json.dumps(clean(text), ensure_ascii=False)


def _key(name: str) -> str:
    """Bare where that is surely text: this language reads Yes, No, on and off so."""
    name = clean(name, limit=1000)
    return name if _PLAIN.fullmatch(name) and name.lower() not in _NOT_TEXT else _quoted(name)
