"""What a walk of a test tells its author: the questions, the answers, and what they were read as."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tshoot.authoring.findings import quote
from tshoot.authoring.treetest import Answer
from tshoot.engine.state import Choice, Prompt
from tshoot.model.event import AnswerKind
from tshoot.model.fact import Value

_LONGEST = 90
_KINDS: Mapping[AnswerKind, str] = {"unknown": "I don't know", "skip": "skip", "done": "done"}


def step(prompt: Prompt, words: str, read: str = "") -> str:
    """One question and its answer; `read` is what typed words were read as."""
    return f"{prompt.node}: {_question(prompt)} — {words}" + (f" (read as {read})" if read else "")


def stopped(prompt: Prompt) -> str:
    """The question at which a walk stopped."""
    return f"{prompt.node}: {_question(prompt)} — no answer{_offered(prompt.choices)}"


def misread(words: Answer, prompt: Prompt, meaning: str) -> str:
    """That an answer of the test was not read as one."""
    said = quote(" + ".join(words) if isinstance(words, tuple) else words)
    return f"the answer {said} at {quote(prompt.node)} is {meaning}{_offered(prompt.choices)}"


def read_as(prompt: Prompt, words: Answer, answer: AnswerKind, value: Value) -> str:
    """What words were read as, where they are not the very option."""
    if answer in _KINDS:
        return _KINDS[answer]
    if not prompt.choices:
        return ""
    labels = {choice.key: choice.label for choice in prompt.choices}
    keys = value if isinstance(value, tuple) else (str(value),)
    typed = words if isinstance(words, tuple) else (words,)
    shown = [labels.get(key, key) for key in keys]
    same = {word.casefold() for word in typed} <= {word.casefold() for word in (*keys, *shown)}
    return "" if same else ", ".join(shown) or "none of these"


def _question(prompt: Prompt) -> str:
    parts = (" ".join(text.split()) for text in (prompt.text, prompt.question) if text)
    return " ".join(part if len(part) <= _LONGEST else f"{part[: _LONGEST - 1]}…" for part in parts)


def _offered(choices: Iterable[Choice]) -> str:
    found = ", ".join(quote(choice.label) for choice in choices)
    return f"; offered: {found}" if found else ""
