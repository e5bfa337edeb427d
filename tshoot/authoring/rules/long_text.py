"""Texts that are too long for a line of chat."""

from collections.abc import Iterator

from tshoot.authoring.prose import prose_sentences
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "long-text"
SEVERITY: Severity = "info"
DESCRIPTION = "A text has at most three sentences."
EXPLANATION = """\
One thing at a time: whoever reads four sentences does the first and forgets the third.

Make two nodes of it, or move the reason into `why` and the details into `how`. The items of a list count as one
sentence.
"""
BAD = """\
tree: 1
title: The printer prints nothing
nodes:
  plug:
    do: Pull the plug out. Wait ten seconds. Plug it in again. Then print a page.
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
    do: Pull the plug out, wait ten seconds, and plug it in again. Then print a page.
    fixed: done
    else: help
  help: {end: escalate, to: queue:printers}
  done: {end: resolved}
"""
MOST = 3


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about texts of many sentences."""
    for text in subject.prose:
        if sum(map(text.text.count, ".!?…\n")) <= MOST:
            continue
        count = prose_sentences(text.text)
        if count > MOST:
            message = f"{subject.noun(text.where)} has a text of {count} sentences, at most {MOST} are read well"
            hint = "make two nodes of it, or move a part into 'why' or 'how'"
            yield subject.finding(ID, text.where, message, hint, SEVERITY)
