"""How the manual names things, on paper and on screens alike."""

from __future__ import annotations

from collections.abc import Iterator

from tshoot.authoring.manual import Chapter, Manual
from tshoot.authoring.manual_steps import FixStep, Go, Step

KINDS = {
    "ask": "Question",
    "input": "Fill in",
    "do": "Do",
    "tell": "Read",
    "check": "Look",
    "branch": "Decide",
    "set": "Note",
    "wait": "Wait",
    "try": "Try",
    "call": "Carry out",
    "handoff": "Hand off",
    "end": "End",
}

ENDS = {
    "resolved": "Solved",
    "workaround": "Solved for now",
    "escalate": "Somebody else takes over",
    "replace": "It is replaced",
    "request": "It is ordered or requested",
    "unsupported": "Not supported",
    "cancelled": "Stopped",
    "handed off": "Goes on elsewhere",
}

GOOD = frozenset({"resolved", "workaround"})


def kind_of(step: Step) -> str:
    """What a step is, in a word or two."""
    return ENDS.get(step.outcome, "") if step.outcome else KINDS.get(step.kind, step.kind)


def ends(go: Go) -> str:
    """How it ends where a way leads; empty where it goes on."""
    said = ENDS.get(go.outcome, "")
    return said[:1].lower() + said[1:]


def effort(fix: FixStep) -> str:
    """Cost and chance of a fix."""
    minutes = f"{fix.minutes:g} minute{'' if fix.minutes == 1 else 's'}"
    return f"about {minutes}, helps in {fix.chance * 100:.0f} of 100 cases"


def counted(manual: Manual) -> str:
    """How much there is."""
    trees, steps = len(manual.chapters), sum(len(chapter.steps) for chapter in manual.chapters)
    said = f"{trees} tree{'' if trees == 1 else 's'}, {steps:,} steps"
    return f"{said}, with notes for agents" if manual.persona == "agent" else said


def facts_of(chapter: Chapter) -> Iterator[tuple[str, str]]:
    """The small print of a chapter."""
    yield "For", chapter.audience
    if chapter.owner:
        yield "Looked after by", chapter.owner
    if chapter.review_by:
        yield "To be reviewed by", chapter.review_by
    if chapter.status != "live":
        yield "Status", chapter.status
    yield "Name", chapter.id
