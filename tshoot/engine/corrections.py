"""Readings that the person took back: typed words, what they were read as, and what was meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tshoot.model.event import (
    Answered,
    AnswerKind,
    AskedForPerson,
    Changed,
    Checked,
    Event,
    PickedUp,
    Repinned,
    Started,
    WentBack,
)
from tshoot.model.fact import Value
from tshoot.model.record import record

UNKNOWN, SKIPPED, DONE, NOTHING = "I don't know", "skipped", "Done", "none of these"
"""How answers without a key of their own are named."""


@record
class Correction:
    """One reading that was put right."""

    tree: str
    node: str
    """Empty: the words were the opening ones, and `read` and `meant` are trees."""
    text: str
    """The words as typed."""
    read: str
    """Key of what they were read as; several with commas between."""
    meant: str
    """Key of the answer that took its place and was kept."""
    option: bool = True
    """Whether `meant` is one option (or tree), so that the words may stand for it."""
    step: int = -1
    """Sequence number of the answer that took its place."""


@dataclass(slots=True)
class _Answer:
    """An answer that counts, and the readings that it took the place of."""

    step: int
    tree: str
    node: str
    answer: AnswerKind
    value: Value
    text: str
    before: _Answer | None = None
    replaced: bool = False
    """What took its place says what was meant."""

    @property
    def place(self) -> tuple[str, str]:
        return self.tree, self.node

    def earlier(self) -> list[_Answer]:
        """What was answered before at the same question, the first one first."""
        found = []
        before = self.before
        while before:
            found.append(before)
            before = before.before
        return found[::-1]

    def is_as(self, other: _Answer) -> bool:
        """Whether it says the same."""
        return (self.answer, self.value) == (other.answer, other.value)

    def takes_place_of(self, other: _Answer) -> None:
        """What was answered before at the same question was not what was meant."""
        self.before, other.replaced = other, True


_Step = _Answer | PickedUp | None
"""What can be taken back: an answer, or (None) something else; nobody goes back past a pick-up."""


class _Walk:
    """The answers that count, event by event; a small shadow of the replay that needs no trees."""

    def __init__(self) -> None:
        self.steps: list[_Step] = []
        self.restarted: list[list[_Step]] = []
        self.taken_back: list[_Answer] = []
        """Answers to come again, in order, while the person retraces the way; on another way all is asked anew."""
        self.all: list[_Answer] = []

    def answered(self, answer: _Answer) -> None:
        self.all.append(answer)
        if self.taken_back and self.taken_back[0].place == answer.place:
            answer.takes_place_of(before := self.taken_back.pop(0))
            if not answer.is_as(before):
                self.taken_back = []
        else:
            self.taken_back = []
        self.steps.append(answer)

    def other_step(self, step: PickedUp | None) -> None:
        self.taken_back = []
        self.steps.append(step)

    def started(self) -> None:
        if self.steps:
            self.restarted.append(self.steps)
        self.steps, self.taken_back = [], []

    def went_back(self, count: int) -> None:
        gone: list[_Step] = []
        while len(gone) < count and self.steps and not isinstance(self.steps[-1], PickedUp):
            gone.append(self.steps.pop())
        if not gone and count > 0 and not self.steps and self.restarted:
            self.steps, self.taken_back = self.restarted.pop(), []
        self.taken_back[:0] = [step for step in reversed(gone) if isinstance(step, _Answer)]

    def changed(self, event: Changed) -> None:
        for index in range(len(self.steps) - 1, -1, -1):
            old = self.steps[index]
            if isinstance(old, PickedUp):
                return
            if old is not None and old.step == event.step:
                new = _Answer(old.step, old.tree, old.node, event.answer, event.value, event.text)
                new.takes_place_of(old)
                self.steps[index] = new
                self.all.append(new)
                self.taken_back = []
                return


def corrections(events: Iterable[Event]) -> tuple[Correction, ...]:
    """The readings of typed words that were taken back and answered otherwise, in order of the answers."""
    events = list(events)
    walk = _Walk()
    for step, event in enumerate(events):
        match event:
            case Started():
                walk.started()
            case Answered():
                walk.answered(_Answer(step, event.tree, event.node, event.answer, event.value, event.text))
            case Checked(status="refused") | AskedForPerson():
                walk.other_step(None)
            case PickedUp():
                walk.other_step(event)
            case WentBack():
                walk.went_back(event.steps)
            case Changed():
                walk.changed(event)
            case Repinned():
                walk.restarted = []
    return tuple(dict.fromkeys([*_openings(events), *_readings(walk.all)]))


def _readings(answers: Iterable[_Answer]) -> Iterator[Correction]:
    for answer in answers:
        for before in () if answer.replaced else answer.earlier():
            typed_values = "value" in (before.answer, answer.answer)
            if before.text and not typed_values and not before.is_as(answer):
                yield Correction(
                    before.tree, before.node, before.text, _key(before), _key(answer),
                    option=answer.answer in ("option", "done"), step=answer.step,
                )  # fmt: skip


def _key(answer: _Answer) -> str:
    match answer.answer:
        case "unknown":
            return UNKNOWN
        case "skip":
            return SKIPPED
        case "done":
            return DONE
    keys = answer.value if isinstance(answer.value, tuple) else (str(answer.value),)
    return ", ".join(keys) or NOTHING


def _openings(events: Iterable[Event]) -> Iterator[Correction]:
    """Opening words with which somebody began on one tree, and then began anew on another."""
    starts = [(step, event) for step, event in enumerate(events) if isinstance(event, Started)]
    if not starts:
        return
    step, last = starts[-1]
    for _, start in starts[:-1]:
        if start.problem and start.tree and last.tree not in ("", start.tree) and start.problem == last.problem:
            yield Correction(start.tree, "", start.problem, start.tree, last.tree, step=step)
