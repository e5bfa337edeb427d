"""Words that belittle, and signs that shout."""

import re
from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.prose import is_english
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "style-word"
SEVERITY: Severity = "info"
DESCRIPTION = "Texts do without `simply`, `just`, `obviously`, `Oops` and exclamation marks."
EXPLANATION = """\
What is simple for you may be the very reason why they ask; `just` makes a failed step feel like their fault. An
exclamation mark shouts at somebody who is worried already.

Leave the word out; the sentence nearly always stays right. What stands in quotes, in bold or as code is left alone, as
it may be on their screen.
"""
BAD = """\
tree: 1
title: The printer prints nothing
nodes:
  plug: {do: Simply plug the printer in., fixed: done, else: help}
  help: {end: escalate, to: queue:printers}
  done: {end: resolved}
"""
GOOD = """\
tree: 1
title: The printer prints nothing
nodes:
  plug: {do: Plug the printer in., fixed: done, else: help}
  help: {end: escalate, to: queue:printers}
  done: {end: resolved}
"""

_QUOTED = re.compile(
    r"`[^`]*`|\*\*.*?\*\*|\"[^\"]*\"|“[^”]*”|«[^»]*»"
    r"|\bjust (?:now|below|above|under|over|beside|behind|before|after|next)\b"
)
_AVOIDED = re.compile(r"\b(?:simply|just|obviously|oops|whoops)\b|(?<=\w)!+(?=\s|\Z)", re.IGNORECASE)
_SIGNS = ("simply", "just", "obviously", "oops", "!")
"""One of these stands in whatever is found; looking for them is quick."""
_SHOUTED = re.compile(r"(?<=\w)!+(?=\s|\Z)")
_HINTS = {"!": "end the sentence with a full stop", "oops": "say what happened, and what to do now"}


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about words to leave out."""
    avoided = _AVOIDED if is_english(subject) else _SHOUTED
    for text in subject.with_signs(_SIGNS):
        if not avoided.search(text.text):
            continue
        plain = _QUOTED.sub(lambda match: " " * len(match[0]), text.text)
        for found in avoided.finditer(plain):
            span = subject.inside(text.where, text.text, found.start(), len(found[0]))
            hint = next((hint for sign, hint in _HINTS.items() if sign in found[0].lower()), "leave it out")
            message = f"{subject.noun(text.where)} says {quote(found[0])}"
            yield subject.finding(ID, span, message, hint, SEVERITY)
