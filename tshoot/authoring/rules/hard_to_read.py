"""Texts that ask for more schooling than people in trouble can spare."""

from collections.abc import Iterator

from tshoot.authoring.prose import grade, is_english
from tshoot.authoring.rules.long_sentence import long_sentences
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "hard-to-read"
SEVERITY: Severity = "info"
DESCRIPTION = "A longer English text can be read with ten years of school."
EXPLANATION = """\
Long words and long sentences together make a text hard, above all for people who read it in a second language. The
finding gives the years of school that the formula of Flesch and Kincaid says; texts of fewer than 20 words are not
measured, and only English ones are.

Take shorter words, and one thought a sentence.
"""
BAD = """\
tree: 1
title: The program asks for a licence
nodes:
  licence:
    do: >-
      Immediately deactivate the application's previously registered organisational licence configuration.
      Subsequently initiate authorisation procedures utilising alternative administrative identification
      credentials provided by your organisation.
    fixed: done
    else: help
  help: {end: escalate, to: queue:programs}
  done: {end: resolved}
"""
GOOD = """\
tree: 1
title: The program asks for a licence
nodes:
  licence:
    do: >-
      Open **Settings** and click **Remove licence**.
      Then close the program, open it again, and sign in with the other account that you were given.
    fixed: done
    else: help
  help: {end: escalate, to: queue:programs}
  done: {end: resolved}
"""
LEAST_WORDS = 20
MOST_YEARS = 12.0


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about long words in long sentences."""
    if not is_english(subject):
        return
    for text in subject.prose:
        if len(text.text.split()) < LEAST_WORDS:
            continue
        years = grade(text.text)
        if years > MOST_YEARS and not any(long_sentences(text.text)):  # shorter sentences come first
            message = f"{subject.noun(text.where)} has a text that asks for {years:.0f} years of school to be read"
            yield subject.finding(ID, text.where, message, "take shorter words and shorter sentences", SEVERITY)
