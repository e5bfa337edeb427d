"""Sentences that are too long for a line of chat."""

from collections.abc import Iterator

from tshoot.authoring.prose import sentences, words
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "long-sentence"
SEVERITY: Severity = "info"
DESCRIPTION = "A sentence has at most 25 words."
EXPLANATION = """\
A worried person reads the beginning of a long sentence twice and its end not at all; on the phone, nobody can follow
it.

Make two sentences of it. Put the reason into `why`, and where to find things into `how`.
"""
BAD = """\
tree: 1
title: The printer prints nothing
nodes:
  plug:
    do: >-
      Pull the plug of the printer out of the wall, wait until all of its lamps have gone out, and then, after about ten
      more seconds, plug it in again.
    fixed: done
    else: help
  help: {end: escalate, to: queue:printers}
  done: {end: resolved}
"""
GOOD = """\
tree: 1
title: The printer prints nothing
nodes:
  plug:
    do: >-
      Pull the plug of the printer out of the wall and wait until all of its lamps have gone out.
      After ten more seconds, plug it in again.
    fixed: done
    else: help
  help: {end: escalate, to: queue:printers}
  done: {end: resolved}
"""
MOST = 25


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about sentences of very many words."""
    for text in subject.prose:
        for sentence, offset, count in long_sentences(text.text):
            span = subject.inside(text.where, text.text, offset, len(sentence))
            message = f"{subject.noun(text.where)} has a sentence of {count} words, at most {MOST} are read well"
            yield subject.finding(ID, span, message, "make two sentences of it", SEVERITY)


def long_sentences(text: str) -> Iterator[tuple[str, int, int]]:
    """The sentences of too many words, each with its offset and its words."""
    if text.count(" ") < MOST:
        return
    for sentence, offset in sentences(text):
        count = len(words(sentence)) if sentence.count(" ") >= MOST else 0
        if count > MOST:
            yield sentence, offset, count
