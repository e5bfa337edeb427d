"""How the words of a test are read: by the very reader of conversations, which is passed in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from tshoot.authoring.findings import quote
from tshoot.authoring.testcase import UNCLEAR, Answer
from tshoot.engine.state import Prompt
from tshoot.model.event import AnswerKind
from tshoot.model.fact import Value
from tshoot.model.record import record
from tshoot.model.tree import DecisionTree

COMMANDS = ("back", "skip", "unknown", "person")
"""What a walk can do beside answering, with a slash: `/back`."""


class Reading(Protocol):
    """How typed words were understood."""

    @property
    def kind(self) -> str:
        """`answer` when they are one."""

    @property
    def answer(self) -> AnswerKind:
        """The kind of answer."""

    @property
    def value(self) -> Value:
        """Its value."""

    @property
    def command(self) -> str:
        """With kind `command`: which one."""

    @property
    def faq(self) -> int:
        """With kind `faq`: which question of the tree was asked back."""

    @property
    def sentence(self) -> str:
        """What was wrong with it, where that is known."""


Hear = Callable[[str, Prompt, DecisionTree | None, date], Reading]
"""The reader of typed words; the very one that conversations use."""


@record
class Read:
    """What the words of one answer come to."""

    kind: str
    """`answer`, `command`, `faq` or `unclear`."""
    answer: AnswerKind = "option"
    value: Value = ""
    command: str = ""
    rest: str = ""
    faq: int = -1
    meaning: str = ""
    """What they are instead of an answer, as part of a sentence."""


def read_words(words: Answer, prompt: Prompt, tree: DecisionTree, today: date, hear: Hear) -> Read:
    """What the words of a test are at a question."""
    if isinstance(words, str) and (command := _slash(words)):
        return command
    if isinstance(words, tuple) and prompt.kind == "many":
        return _read_many(words, prompt, tree, today, hear)
    return _read(hear(" ".join(words) if isinstance(words, tuple) else words, prompt, tree, today))


def _slash(words: str) -> Read | None:
    from tshoot.language.commands import parse_slash

    name, rest = parse_slash(words) or ("", "")
    if name in ("skip", "unknown"):
        return Read("answer", "skip" if name == "skip" else "unknown")
    return Read("command", command=name, rest=rest) if name in COMMANDS else None


def _read(heard: Reading) -> Read:
    if heard.kind == "answer":
        return Read("answer", heard.answer, heard.value)
    if heard.kind == "command":
        return Read(UNCLEAR, meaning=f"read as the command {quote(heard.command)}")
    if heard.kind == "faq":
        sentence = f"read as a question back, the question {heard.faq + 1} of 'faq'"
        return Read("faq", faq=heard.faq, meaning=sentence)
    return Read(UNCLEAR, meaning=f"not understood: {heard.sentence}" if heard.sentence else "not understood")


def _read_many(words: tuple[str, ...], prompt: Prompt, tree: DecisionTree, today: date, hear: Hear) -> Read:
    """Several answers, each read by itself."""
    keys: list[str] = []
    for word in words:
        exact = next(
            (c.key for c in prompt.choices if word.casefold() in (c.key.casefold(), c.label.casefold())), ""
        )
        read = Read("answer") if exact else _read(hear(word, prompt, tree, today))
        if exact:
            keys.append(exact)
        elif read.kind == "answer" and isinstance(read.value, tuple):
            keys += read.value
        else:
            return Read(UNCLEAR, meaning=f"{read.meaning or 'not understood'} ({quote(word)})")
    return Read("answer", "options", tuple(dict.fromkeys(keys)))
