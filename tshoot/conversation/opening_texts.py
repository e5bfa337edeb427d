"""What tshoot says before there is a case, in every face the same. Plain text."""

from __future__ import annotations

from collections.abc import Sequence

NONE = "None of these"
SOMETHING_ELSE = "Something else"
NEITHER = "Neither"
BROWSE = "Browse by area"
PERSON = "Talk to a person"
AGAIN = "Say it in other words"

WHICH = "Which of these is it?"
NEARER = "Which is nearer to it?"
OR_THESE = "Is it one of these?"
WHAT_NOW = "What would you like to do?"
FIRST = "Which one first?"

LONGEST = 60
"""Characters of a person's words that are quoted."""


def mentioned(problems: Sequence[str]) -> str:
    """Two or three problems, in the person's words."""
    quoted = [quote(words) for words in problems]
    return f"{counted(len(quoted))}: {', '.join(quoted[:-1])} and {quoted[-1]}."


def counted(problems: int) -> str:
    """That there are several."""
    return f"You mention {'two' if problems == 2 else 'three'} things"


def quote(words: str, longest: int = LONGEST) -> str:
    """A person's words, short enough for a line."""
    return f"“{words}”" if len(words) <= longest else f"“{words[:longest].rstrip()}…”"


def capitalised(words: str) -> str:
    """A symptom as an option."""
    return words[:1].upper() + words[1:]


def also_said(words: str) -> str:
    """The note that keeps another problem of the first message."""
    return f"{_BEFORE}{words}{_AFTER}"


def words_of(note: str) -> str:
    """What else was said, when this note keeps it; else empty."""
    kept = note.startswith(_BEFORE) and note.endswith(_AFTER)
    return note[len(_BEFORE) : -len(_AFTER)] if kept else ""


_BEFORE, _AFTER = "Also said: “", "”"
