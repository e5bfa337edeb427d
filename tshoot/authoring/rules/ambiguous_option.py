"""Answers that mean two options."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import Ask, Check, Option

ID = "ambiguous-option"
SEVERITY: Severity = "error"
DESCRIPTION = "No answer means two options of the same question."


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about labels and meanings that two options share."""
    for name, node in subject.tree.nodes.items():
        if isinstance(node, (Ask, Check)):
            yield from _in_node(subject, name, node.options)
            yield from _none(subject, node)


def _in_node(subject: Subject, name: str, options: tuple[Option, ...]) -> Iterator[Diagnostic]:
    taken: dict[str, Option] = {}
    for option in options:
        for key, words in _words(option):
            plain = _plain(words)
            other = taken.setdefault(plain, option)
            # Options with conditions may well share a label: only one of them is offered.
            if plain and other is not option and not (option.when and other.when):
                where = f"nodes.{name}.options.{option.key}{key}"
                message = f"the answer {quote(words)} means both {quote(other.key)} and {quote(option.key)}"
                hint = f"the node {quote(name)} cannot tell them apart; change one of them"
                yield subject.finding(ID, where, message, hint)


def _none(subject: Subject, node: Ask | Check) -> Iterator[Diagnostic]:
    none = _plain(node.none) if isinstance(node, Ask) else ""
    for option in node.options if none else ():
        if none in (_plain(option.key), _plain(option.label)):
            message = f"'none' of the node {quote(node.id)} is also its option {quote(option.key)}"
            yield subject.finding(ID, f"nodes.{node.id}.none", message, "give 'none' a label of its own")


def _words(option: Option) -> Iterator[tuple[str, str]]:
    yield "", option.key
    if option.label != option.key:
        yield ".label", option.label
    yield from ((f".means.{index}", words) for index, words in enumerate(option.means))


_SIGNS = re.compile(r"[.,;:!?…\"'“”‘’]+")


@lru_cache(maxsize=4096)
def _plain(words: str) -> str:
    """Words without case, punctuation and superfluous spaces."""
    return " ".join(_SIGNS.sub(" ", words.casefold()).split())


EXPLANATION = """\
People type their answers. Where the same words mean two options, nobody can tell which one is meant, and the
person is asked again and again. Give each option words of its own.
"""

BAD = """\
tree: 1
title: Printer does not print
nodes:
  power:
    ask: Is the power light on?
    options:
      Yes: {goto: fixed, means: [it blinks]}
      No: {goto: person, means: [It blinks.]}
  fixed: {end: resolved, tell: Good. Your printer works again.}
  person: {end: escalate}
"""

GOOD = """\
tree: 1
title: Printer does not print
nodes:
  power:
    ask: Is the power light on?
    options:
      Yes: {goto: fixed, means: [it blinks]}
      No: {goto: person, means: [it is dark]}
  fixed: {end: resolved, tell: Good. Your printer works again.}
  person: {end: escalate}
"""
