"""What a walk of a test tells its author: the conversation, and what words were read as."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from tshoot.authoring.findings import quote
from tshoot.authoring.testcase import Answer
from tshoot.engine.answering import offered
from tshoot.engine.markup import to_plain
from tshoot.engine.state import Choice, Entry, Prompt
from tshoot.engine.texts import show
from tshoot.model.event import AnswerKind
from tshoot.model.fact import Value
from tshoot.model.record import record

Who = Literal["tshoot", "you", "check", "end"]

_KINDS: Mapping[AnswerKind, str] = {"unknown": "I don't know", "skip": "skip", "done": "done"}


@record
class Line:
    """One line of a walk's conversation, in plain text."""

    who: Who
    text: str
    node: str = ""
    """With a question: the node that asks it."""
    choices: tuple[str, ...] = ()
    read: str = ""
    """With an answer: what typed words were read as, where they are not the very label."""
    more: tuple[str, ...] = ()
    """What belongs to a question and is shown on demand: why, how, and an agent's texts."""


@record
class Difference:
    """One thing that came otherwise than the test says."""

    sentence: str
    what: str = ""
    """What is compared; empty: the sentence says all."""
    expected: str = ""
    found: str = ""
    asked: str = ""
    """The question at which the walk stands, where the test goes on at another; empty where it has ended."""
    waiting: str = ""
    """That other one."""


def question(prompt: Prompt) -> Line:
    """What is asked, as the person reads it."""
    parts = (to_plain(text) for text in (prompt.text, prompt.question) if text)
    labels = () if prompt.choices[:1] and prompt.choices[0].key == "Done" else offered(prompt)
    more = (prompt.say, prompt.agent, prompt.why, prompt.how)
    values = prompt.fact.values if prompt.kind == "input" and prompt.fact else ()
    return Line(
        "tshoot", " ".join(parts), prompt.node, (*(choice.label for choice in labels), *values),
        more=tuple(to_plain(text) for text in more if text),
    )  # fmt: skip


def told(entries: Iterable[Entry]) -> Iterator[Line]:
    """What was told between two questions."""
    for entry in entries:
        if entry.kind not in ("step", "note") and entry.text:
            yield Line("tshoot", to_plain(entry.text))


def read_by(lines: Iterable[Line]) -> str:
    """All that a person reads in these lines, on one line."""
    return folded(
        " ".join(" ".join((line.text, *line.choices, *line.more)) for line in lines if line.who != "you")
    )


def folded(text: str) -> str:
    """A text with all white space folded to single blanks."""
    return " ".join(text.split())


def said(words: Answer) -> str:
    """An answer of a test as one text."""
    return " + ".join(words) if isinstance(words, tuple) else words


def misread(words: Answer, prompt: Prompt, meaning: str) -> str:
    """That an answer of the test was not read as one."""
    return f"the answer {quote(said(words))} at {quote(prompt.node)} is {meaning}{offers(prompt.choices)}"


def read_as(prompt: Prompt, words: Answer, answer: AnswerKind, value: Value) -> str:
    """What words were read as, where they are not the very option."""
    if answer == "value" and prompt.fact:
        shown = "(kept secret)" if prompt.fact.secret else show(value, prompt.fact)
        return "" if prompt.fact.secret or shown == said(words).strip() else shown
    if answer in _KINDS or not prompt.choices:
        return _KINDS.get(answer, "")
    shown_labels = _labels(prompt, value)
    keys = value if isinstance(value, tuple) else (str(value),)
    typed = words if isinstance(words, tuple) else (words,)
    same = {word.casefold() for word in typed} <= {word.casefold() for word in (*keys, *shown_labels)}
    return "" if same else ", ".join(shown_labels) or prompt.none or "none of these"


def readings(prompt: Prompt, answer: AnswerKind, value: Value) -> tuple[str, ...]:
    """All that a test may write for how an answer is understood, the most usual first."""
    if answer == "value" and prompt.fact:
        return (show(value, prompt.fact), show(value))
    if answer in _KINDS:
        return (_KINDS[answer], answer)
    keys = value if isinstance(value, tuple) else (str(value),)
    return (", ".join(_labels(prompt, value)) or prompt.none or "none of these", ", ".join(keys))


def _labels(prompt: Prompt, value: Value) -> list[str]:
    labels = {choice.key: choice.label for choice in prompt.choices}
    return [labels.get(key, key) for key in (value if isinstance(value, tuple) else (str(value),))]


def offers(choices: Iterable[Choice]) -> str:
    """What could have been answered."""
    found = ", ".join(quote(choice.label) for choice in choices)
    return f"; offered: {found}" if found else ""


def not_in_order(wanted: tuple[str, ...], text: str) -> str:
    """The first of some texts that does not stand in the text behind those before it."""
    start = 0
    for part in map(folded, wanted):
        place = text.find(part, start)
        if place < 0:
            return part
        start = place + len(part)
    return ""
