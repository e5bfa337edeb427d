"""Options that the reader of typed answers cannot tell apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from tshoot.authoring.findings import quote
from tshoot.authoring.prose import is_english
from tshoot.authoring.subject import Subject
from tshoot.language.labels import squash
from tshoot.language.words import STOP_WORDS, stem, tokens, word_set
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.tree import Ask, Check, Option

ID = "look-alike-options"
SEVERITY: Severity = "warning"
DESCRIPTION = "What people type tells the options of a question apart."
EXPLANATION = """\
People answer in their own words. By the words that count, these two options say the same: whoever types one of them is
asked again, or taken for the other.

Give each option a word that the other has not. `means` adds the words of real people; `tshoot match` shows how an
answer is read.
"""
BAD = """\
tree: 1
title: The printer prints nothing
nodes:
  light:
    ask: What do you see at the printer?
    options: {The light is on: paper, It is on the light: plug, Nothing: help}
  paper: {do: Put paper into the tray., fixed: done, else: help}
  plug: {do: Plug the printer in., fixed: done, else: help}
  help: {end: escalate, to: queue:printers}
  done: {end: resolved}
"""
GOOD = """\
tree: 1
title: The printer prints nothing
nodes:
  light:
    ask: What do you see at the printer?
    options: {The light is green: paper, The light is red: plug, Nothing: help}
  paper: {do: Put paper into the tray., fixed: done, else: help}
  plug: {do: Plug the printer in., fixed: done, else: help}
  help: {end: escalate, to: queue:printers}
  done: {end: resolved}
"""

_TELLING = word_set("not no never nothing none yes on off in out up down before after over under all")
"""Words that say little about a topic and much about an answer."""
_PLAIN = re.compile(r"[.,;:!?…\"'“”‘’]+")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about pairs of options whose words say the same."""
    english = is_english(subject)
    for name, node in subject.tree.nodes.items():
        if isinstance(node, (Ask, Check)):
            for one, other in _pairs(node.options, english):
                where = f"nodes.{name}.options.{other.key}"
                message = (
                    f"the options {quote(one.label)} and {quote(other.label)} of the node {quote(name)} "
                    "say the same by the words that count"
                )
                hint = "give each a word that the other has not; 'tshoot match' shows how an answer is read"
                yield subject.finding(ID, where, message, hint, SEVERITY)


def _pairs(options: Sequence[Option], english: bool) -> Iterator[tuple[Option, Option]]:
    if len(options) < 2:
        return
    words = [_words(option.label, english) for option in options]
    if len(set(words)) == len(words):
        return
    for (one, first), (other, second) in combinations(zip(options, words, strict=True), 2):
        # Options with conditions may well be alike: only one of them is offered.
        alike = first == second and not (one.when and other.when) and _plain(one.label) != _plain(other.label)
        if alike and not _read_apart(one, other, options):
            yield one, other


def _words(label: str, english: bool) -> frozenset[str] | str:
    """What a label says in answers: its stems without the words that say nothing."""
    found = tokens(label)
    if not english:
        return " ".join(found) or label
    kept = frozenset(stem(word) for word in found if word not in STOP_WORDS or word in _TELLING)
    return kept or squash(label)


def _plain(words: str) -> str:
    return " ".join(_PLAIN.sub(" ", words.casefold()).split())


def _read_apart(one: Option, other: Option, options: Sequence[Option]) -> bool:
    """Whether the reader finds each of two options from its own words in a sentence."""
    from tshoot.language.choice import by_words
    from tshoot.language.question import Offer

    offers = [Offer(option.key, option.label, option.means) for option in options]
    return all(by_words(option.label, offers).keys == (option.key,) for option in (one, other))
