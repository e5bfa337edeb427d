"""What a summary says, section by section, before it becomes Markdown or plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import tzinfo

from tshoot.language.clean import clean
from tshoot.model.summary import FactLine, StepTaken, Summary
from tshoot.render.times import length, local, stamp, zone_named

_DONE = ("resolved", "workaround")
_HOW = {
    "done": "done",
    "unknown": "they did not know",
    "skip": "skipped",
    "refused": "they did not want this check",
    "failed": "the check failed",
    "unsupported": "this computer has no such check",
    "unavailable": "the check could not run here",
}
_FIX = {"yes": "it helped", "no": "did not help"}
_KINDS = {"fix": "Fix", "check": "Check", "wait": "Wait", "call": "Other tree", "handoff": "Hand-off"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a section; every text is one clean line."""

    text: str
    label: str = ""
    result: str = ""
    """Of a step: what came of it."""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A title with its rows; the first section has no title."""

    title: str
    rows: tuple[Row, ...]
    numbered: bool = False


_SOURCES = {"as you said": "as they said"}
"""The conversation speaks to the person, a summary about them."""
_AUTHORS = {"user": "the person", "agent": "an agent", "system": "tshoot"}


def line(text: str) -> str:
    """A person's own text as one clean line."""
    return clean(text)


def heading(summary: Summary) -> str:
    """Number and title."""
    title = line(summary.title) or "no tree yet"
    return f"Case {line(summary.case)}: {title}"


def sections(summary: Summary) -> list[Section]:
    """All that there is to say, the most urgent first; sections without rows are left out."""
    zone, zone_name = zone_named(summary.zone)
    found = (
        Section("", tuple(_now(summary))),
        Section("Who", tuple(_who(summary))),
        Section("Problem", tuple(_problem(summary))),
        Section("Still missing", tuple(Row(line(title)) for title in summary.missing)),
        Section("What is known", tuple(_facts(summary))),
        Section("What was done, in order", tuple(_steps(summary.steps, zone)), numbered=True),
        Section("Ruled out", tuple(Row(line(text)) for text in summary.ruled_out)),
        Section("Notes", tuple(_notes(summary, zone))),
        Section("Case", tuple(_case(summary, zone, zone_name))),
    )
    return [section for section in found if section.rows]


def _now(summary: Summary) -> Iterator[Row]:
    """The answer to "what do I do now"."""
    yield Row(line(summary.priority) or "not set", "Priority")
    finished = summary.outcome in _DONE
    if summary.to or not finished:
        yield Row(_addressee(summary), "To")
    if summary.first or not finished:
        yield Row(line(summary.first) or "Nothing was named. Start after the last step below.", "Do first")
    if summary.reason:
        yield Row(line(summary.reason), "Why")
    code = f" ({line(summary.code)})" if summary.code else ""
    yield Row((summary.outcome or "still open") + code, "Outcome")


def _addressee(summary: Summary) -> str:
    kind, _, name = summary.to.rpartition(":")
    name = f"queue {line(name)}" if kind == "queue" else line(summary.to)
    title = line(summary.to_title)
    return f"{title} ({name})" if title and name and title != name else title or name or "nobody yet"


def _who(summary: Summary) -> Iterator[Row]:
    contact = summary.contact
    yield Row(line(contact.name) or "not given", "Name")
    yield Row(line(contact.reach) or "not given", "Reach them")
    if contact.computer:
        yield Row(line(contact.computer), "Computer")


def _problem(summary: Summary) -> Iterator[Row]:
    problem = line(summary.problem)
    yield Row(f"“{problem}”" if problem else "not said", "In their words")
    for label, text in (
        ("Since", summary.since), ("Who is affected", summary.affected),
        ("Impact", summary.impact if summary.impact != summary.affected else ""), ("Can they work", summary.urgency),
    ):  # fmt: skip
        if text:
            yield Row(line(text), label)


def _facts(summary: Summary) -> Iterator[Row]:
    for fact in summary.facts:
        if not _is_told_above(fact, summary):
            yield Row(
                line(fact.value),
                line(fact.title or fact.name),
                detail=line(_SOURCES.get(fact.source, fact.source)),
            )


def _is_told_above(fact: FactLine, summary: Summary) -> bool:
    told = {
        "requester": summary.contact.name, "contact": summary.contact.reach, "computer": summary.contact.computer,
        "since": summary.since, "affected": summary.affected, "urgency": summary.urgency,
    }  # fmt: skip
    return bool(fact.value) and told.get(fact.name) == fact.value


def _steps(steps: Iterable[StepTaken], zone: tzinfo) -> Iterator[Row]:
    day = None
    for step in steps:
        moment = local(step.at, zone)
        when = ""
        if moment:
            when = f"{moment:%H:%M}" if moment.date() == day else f"{moment:%Y-%m-%d %H:%M}"
            day = moment.date()
        kind = _KINDS.get(step.kind, "")
        text = line(step.text) or line(step.node)
        yield Row(f"{kind}: {text}" if kind else text, when, _result(step), _detail(step))


def _result(step: StepTaken) -> str:
    answer = line(step.answer)
    if step.kind == "fix":
        answer = _FIX.get(answer.lower(), answer)
    return answer or _HOW.get(step.how, "no answer")


def _detail(step: StepTaken) -> str:
    words = line(step.words)
    said = f"“{words}”" if words and words != line(step.answer) else ""
    return ", ".join(part for part in (said, "by an agent" if step.by == "agent" else "") if part)


def _notes(summary: Summary, zone: tzinfo) -> Iterator[Row]:
    for note in summary.notes:
        by = _AUTHORS.get(note.by, line(note.by))
        yield Row(line(note.text), ", ".join(filter(None, (stamp(note.at, zone), by))))


def _case(summary: Summary, zone: tzinfo, zone_name: str) -> Iterator[Row]:
    yield Row(line(summary.case), "Number")
    for label, at in (("Opened", summary.created), ("Last change", summary.updated)):
        if text := stamp(at, zone):
            yield Row(text, label)
    if summary.steps:
        yield Row(length(summary.minutes), "Took")
    yield Row(zone_name, "Time zone")
    for tree in summary.trees:
        title = line(tree.title) or line(tree.tree)
        yield Row(f"{title} ({line(tree.tree)}, tier {tree.tier})", "Tree")
        if tree.digest:
            yield Row(line(tree.digest), "SHA-256")
