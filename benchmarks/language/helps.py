"""Questions asked back: the right entry, taken for an answer; and answers that are taken for a question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from benchmarks.language.sets import ABOUT, Answer, AskedBack, available
from benchmarks.language.tables import Target, share, shown, table, targets
from benchmarks.language.variants import NO_VECTORS, OURS, Variant
from tshoot.language.answers import read_answer
from tshoot.language.question import Question, Reading

Outcome = Literal["right", "other entry", "no entry", "not known", "taken"]
"""The entry that answers; another; its own help or asked again; for "I don't know"; for an answer."""

HEADS = (
    "", "right entry", "other entry", "no entry", "not known", "taken for an answer", "answers taken for a question",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Count:
    """How the questions of a set were read, and its answers."""

    questions: int
    right: int
    other_entry: int
    no_entry: int
    not_known: int
    taken: int
    """Read as an answer."""
    answers: int
    asked: int
    """Answers that were read as a question."""


def nearest_wording(text: str, question: Question) -> Reading:
    """The entry whose wording shares most words with the text, by rapidfuzz; whatever is said is a question."""
    from rapidfuzz.fuzz import token_set_ratio

    def alike(phrases: Sequence[str]) -> float:
        return max(token_set_ratio(text, phrase, processor=str.casefold) for phrase in phrases)

    best = max(question.helps, key=lambda entry: alike(entry.phrases), default=None)
    return Reading("faq", faq=best.index) if best else Reading("unclear")


def without_question(text: str, question: Question) -> Reading:
    """Ours, not knowing what was asked before."""
    return read_answer(text, replace(question, text=""))


SPELT_ALIKE = Variant("token_set_ratio over q", read=nearest_wording)
UNASKED = Variant("ours, without the node's question", read=without_question)
VARIANTS = (SPELT_ALIKE, UNASKED, NO_VECTORS, OURS)


def outcome(one: AskedBack, reading: Reading) -> Outcome:
    """What came of a question that was asked back."""
    match reading.kind:
        case "faq":
            return "right" if reading.faq == one.faq else "other entry"
        case "option" | "options" | "none":
            return "taken"
        case "unknown":
            return "not known"
    return "no entry"


def is_question(reading: Reading) -> bool:
    """Whether something was read as a question asked back."""
    return reading.kind in ("faq", "term") or (reading.kind == "command" and reading.command in ("how", "why"))


def counted(asked: Sequence[AskedBack], answers: Sequence[Answer], variant: Variant) -> Count:
    """Both read this way."""
    with variant.in_force() as read:
        found = Counter(outcome(one, read(one.text, one.question)) for one in asked)
        questions = sum(is_question(read(one.text, one.question)) for one in answers)
    return Count(
        len(asked), found["right"], found["other entry"], found["no entry"], found["not known"], found["taken"],
        len(answers), questions,
    )  # fmt: skip


def report(data: Path | None) -> Iterator[str]:
    """A table for each set, and then the targets."""
    sets, missing = available(data)
    yield from ("Helps: questions that people ask back, in percent", "", *missing)
    ours: dict[str, Count] = {}
    for said in sets:
        if not said.asked_back:
            yield from (f"{said.name}: skipped, nobody asks back in it", "")
            continue
        counts = {variant: counted(said.asked_back, said.answers, variant) for variant in VARIANTS}
        ours[said.name] = counts[OURS]
        title = f"{said.name} ({ABOUT[said.part]}): {len(said.asked_back)} questions, {len(said.answers)} answers"
        yield from table(title, HEADS, [_row(variant, count) for variant, count in counts.items()])
    yield from targets(list(_targets(ours)))


def _row(variant: Variant, count: Count) -> list[str]:
    kinds = (count.right, count.other_entry, count.no_entry, count.not_known, count.taken)
    cells = [shown(kind, count.questions) for kind in kinds]
    if variant is SPELT_ALIKE:  # it knows only questions
        return [variant.name, *cells[:2], "", "", "", ""]
    return [variant.name, *cells, shown(count.asked, count.answers)]


def _targets(ours: dict[str, Count]) -> Iterator[Target]:
    for name, right in (("flodial-dev", 80), ("held", 75), ("blind", 75)):
        count = ours.get(name)
        found = None if count is None else share(count.right, count.questions)
        yield Target(f"{name}, question asked back: the right entry", right, found, beyond=88)
        found = None if count is None else share(count.taken, count.questions)
        yield Target(f"{name}, question asked back, taken for an answer", 3, found, at_least=False, beyond=1)
