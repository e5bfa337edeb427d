"""What a summary says, section by section, before it becomes Markdown or plain text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo

from tshoot.model.summary import FactLine, StepTaken, Summary
from tshoot.render.summary_rows import Row, Section, line
from tshoot.render.summary_steps import steps
from tshoot.render.times import length, stamp, zone_named

_NO_STEP = StepTaken(at="", tree="", node="", kind="", text="")
_SOURCES = {"as you said": "as they said"}
"""The conversation speaks to the person, a summary about them."""
_AUTHORS = {"user": "the person", "agent": "an agent", "system": "tshoot"}


def heading(summary: Summary) -> str:
    """Number and title."""
    # What it began with says what it is about; the tree that it has come to, how far it got.
    began = summary.trees[0].title if summary.trees else ""
    return f"Case {line(summary.case)}: {line(began) or line(summary.title) or 'no tree yet'}"


def sections(summary: Summary) -> list[Section]:
    """All that there is to say, the most urgent first; sections without rows are left out."""
    zone, zone_name = zone_named(summary.zone)
    known = {fact.name: fact.value for fact in summary.facts} | _told_above(summary)
    found = (
        Section("", tuple(_now(summary))),
        Section("Who", tuple(_who(summary))),
        Section("Problem", tuple(_problem(summary))),
        Section("Still missing", tuple(Row(line(title)) for title in summary.missing)),
        Section("What is known", tuple(_facts(summary))),
        Section("What was done, in order", tuple(steps(summary, zone, known)), numbered=True),
        Section("Ruled out", tuple(Row(line(text)) for text in summary.ruled_out)),
        Section("Notes", tuple(_notes(summary, zone))),
        Section("Case", tuple(_case(summary, zone, zone_name))),
    )
    return [section for section in found if section.rows]


def _now(summary: Summary) -> Iterator[Row]:
    """The answer to "what do I do now"."""
    yield Row(line(summary.priority) or "not set", "Priority")
    still_open = summary.outcome is None
    came = _latest_handoff(summary) if still_open else _NO_STEP
    if summary.to:
        yield Row(_addressee(summary), "To")
    elif still_open and summary.trees:
        yield Row(_place(summary), "Now in")
    first = line(summary.first) or line(came.words)
    if first or summary.to or still_open:
        yield Row(first or "Nothing was named. Start after the last step below.", "Do first")
    if reason := line(summary.reason) or line(came.answer):
        yield Row(reason, "Why")
    code = f" ({line(summary.code)})" if summary.code else ""
    yield Row((summary.outcome or "still open") + code, "Outcome")


def _latest_handoff(summary: Summary) -> StepTaken:
    """The latest hand-off of an open case that says why or what to do; an empty one where there was none."""
    steps = (step for step in reversed(summary.steps) if step.kind == "handoff" and (step.words or step.answer))
    return next(steps, _NO_STEP)


def _place(summary: Summary) -> str:
    walked = next((tree for tree in summary.trees if tree.title == summary.title), summary.trees[-1])
    return f"{line(walked.title) or line(walked.tree)} (tier {walked.tier})"


def _addressee(summary: Summary) -> str:
    kind, _, name = summary.to.rpartition(":")
    name = f"queue {line(name)}" if kind == "queue" else line(summary.to)
    title = line(summary.to_title)
    return f"{title} ({name})" if title and name and title != name else title or name


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
        ("Since", line(summary.since)), ("Who is affected", _quoted(summary.affected)),
        ("Impact", line(summary.impact)), ("Can they work", _quoted(summary.urgency)),
    ):  # fmt: skip
        if text:
            yield Row(text, label)


def _quoted(text: str) -> str:
    """An answer in the first person, as theirs."""
    return f"“{line(text)}”" if text else ""


def _facts(summary: Summary) -> Iterator[Row]:
    for fact in summary.facts:
        if not _is_told_above(fact, summary):
            yield Row(
                line(fact.value),
                line(fact.title or fact.name),
                detail=line(_SOURCES.get(fact.source, fact.source)),
            )


def _is_told_above(fact: FactLine, summary: Summary) -> bool:
    return bool(fact.value) and _told_above(summary).get(fact.name) == fact.value


def _told_above(summary: Summary) -> dict[str, str]:
    """Facts that have places of their own."""
    return {
        "requester": summary.contact.name, "contact": summary.contact.reach, "computer": summary.contact.computer,
        "since": summary.since, "affected": summary.affected, "urgency": summary.urgency,
    }  # fmt: skip


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
