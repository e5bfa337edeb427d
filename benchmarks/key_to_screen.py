"""From key press to changed screen, in a short case and in one of thousands of entries, beside the minimal chat."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count, cycle

from benchmarks import minimal_chat
from benchmarks.durable_answer import answer
from benchmarks.libraries import CHAIN, LONG, write_chain
from benchmarks.measure import Milliseconds, Row, Settings, Table, row, since, taking_turns
from benchmarks.start_screen import FOOTER, MINIMAL, WELCOME
from benchmarks.terminal import Terminal, shows
from benchmarks.workshop import Workshop
from tshoot.conversation.conversation import Conversation
from tshoot.conversation.workplace import open_workplace

RATIO = 1.5
REST = 0.1
"""Seconds of silence before a key: what the one before caused is over, suggestions at the welcome too."""
SHORT = 3
START, LETTERS = b"zz", "qxjvkqxj"
"""The start is typed untimed, and makes what follows unlike anything else on the screen."""
ARROWS = (b"\x1b[B", b"\x1b[A")
ENTER = b"\r"
ERASE = b"\x7f" * (len(START) + len(LETTERS))
OPTIONS = ("Yes", "No")
MINIMAL_CHAT = "the minimal chat"
MORE = "An answer is made durable and the next node is chosen; the minimal chat only adds the line."

Press = Callable[[], Milliseconds]
"""Presses one key when all is quiet, and says how long the screen took to change."""


@dataclass(frozen=True, slots=True)
class Case:
    """A stored case of the long chain of questions."""

    name: str
    state: str
    number: str
    answered: int


def run(workshop: Workshop, settings: Settings) -> list[Table]:
    """Letters, arrows and answers."""
    trees = str(write_chain(workshop.folder / "keys" / "trees"))
    cases = [_case(workshop, trees, entries) for entries in (SHORT, settings.long)]
    with ExitStack() as opened:
        minimal = _minimal(workshop, opened)
        welcome = _welcome(workshop, settings, opened)
        chats = {case: _resumed(workshop, opened, case, trees) for case in cases}
        named = {case.name: chat for case, chat in chats.items()}
        letters = _measured(settings, _letters, {MINIMAL_CHAT: minimal, "the welcome": welcome, **named})
        floor = letters.pop(MINIMAL_CHAT)
        arrows = _measured(settings, _arrows, named)
        turns = {case.name: _answers(chat, case.answered) for case, chat in chats.items()}
        answers = taking_turns(settings.keys, {MINIMAL_CHAT: _lines(minimal), **turns})
        line = answers.pop(MINIMAL_CHAT)
    keys = _rows("a letter in", letters, floor) + _rows("an arrow in", arrows, floor)
    moves = _rows("an answer in", answers, line)
    return [
        Table("keys", "from key press to changed screen", "letter, minimal chat", keys),
        Table("keys", "from an option's digit to the next question", "line, minimal chat", moves, notes=(MORE,)),
    ]


def _measured(
    settings: Settings, make: Callable[[Terminal], Press], chats: Mapping[str, Terminal]
) -> dict[str, list[Milliseconds]]:
    times = taking_turns(settings.keys, {name: make(chat) for name, chat in chats.items()})
    for chat in chats.values():
        _type(chat, ERASE)
    return times


def _rows(key: str, times: Mapping[str, list[float]], floor: list[float]) -> tuple[Row, ...]:
    return tuple(row(f"{key} {name}", found, floor, "ratio", RATIO) for name, found in times.items())


def _case(workshop: Workshop, trees: str, entries: int) -> Case:
    state = f"keys/state-{entries}"
    workplace = open_workplace(str(workshop.folder / state), [trees], "user")
    try:
        conversation = Conversation.begin(workplace, LONG)
        answer(conversation, entries)
        return Case(f"a case of {entries:,} entries", state, conversation.case, entries)
    finally:
        workplace.close()


def _resumed(workshop: Workshop, opened: ExitStack, case: Case, trees: str) -> Terminal:
    command = workshop.tshoot("resume", case.number, "--trees", trees)
    chat = opened.enter_context(workshop.terminal(command, workshop.folder / case.state))
    chat.wait(shows(_question(case.answered), *OPTIONS, FOOTER))
    return chat


def _minimal(workshop: Workshop, opened: ExitStack) -> Terminal:
    chat = opened.enter_context(workshop.terminal(MINIMAL, workshop.folder / "keys" / "no-state"))
    chat.wait(shows(minimal_chat.TEXT, minimal_chat.KEY))
    return chat


def _welcome(workshop: Workshop, settings: Settings, opened: ExitStack) -> Terminal:
    library = workshop.library(settings.library)
    command = workshop.tshoot(*library.words)
    chat = opened.enter_context(workshop.terminal(command, workshop.copied(library.state)))
    chat.wait(shows(WELCOME, FOOTER))
    return chat


def _question(answered: int) -> str:
    return f"Is lamp {answered % CHAIN} on?"


def _letters(chat: Terminal) -> Press:
    typed = ""
    letters = cycle(LETTERS)

    def press() -> Milliseconds:
        nonlocal typed
        if len(typed) in (0, len(START) + len(LETTERS)):
            # Apart, because Textual 8 loses letters that come in one piece with a backspace.
            _type(chat, ERASE)
            _type(chat, START)
            typed = START.decode()
        letter = next(letters)
        typed += letter
        return _timed(chat, letter.encode(), lambda chat: typed in chat.text())

    return press


def _arrows(chat: Terminal) -> Press:
    arrows = cycle(ARROWS)

    def press() -> Milliseconds:
        chat.rest(REST)
        rows = [chat.row_of(label) for label in OPTIONS]
        before = [chat.look(row) for row in rows]
        return _timed(chat, next(arrows), lambda chat: [chat.look(row) for row in rows] != before)

    return press


def _answers(chat: Terminal, answered: int) -> Press:
    numbers = count(answered + 1)
    return lambda: _timed(chat, b"1", shows(_question(next(numbers))))


def _lines(chat: Terminal) -> Press:
    numbers = count(1)

    def press() -> Milliseconds:
        line = f"line {next(numbers)}"
        _type(chat, line.encode())
        return _timed(chat, ENTER, shows(f"{minimal_chat.SAID} {line}"))

    return press


def _timed(chat: Terminal, key: bytes, changed: Callable[[Terminal], bool]) -> Milliseconds:
    chat.rest(REST)
    return since(chat.press(key), chat.wait(changed))


def _type(chat: Terminal, keys: bytes) -> None:
    chat.rest(REST)
    chat.press(keys)
    chat.rest(REST)
