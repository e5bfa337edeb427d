"""The steps of a summary: what was asked and tried, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import tzinfo

from tshoot.model.summary import StepTaken, Summary
from tshoot.render.summary_rows import Row, line
from tshoot.render.times import local, stamp

FACT_NODE = "fact:"
"""Begins the node of a fact that was asked by itself."""

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
_KINDS = {"fix": "Fix", "check": "Check", "wait": "Wait", "call": "Other tree"}


def steps(summary: Summary, zone: tzinfo, known: Mapping[str, str]) -> Iterator[Row]:
    """The steps as rows; `known` are the facts that the summary tells elsewhere."""
    titles = {tree.tree: tree.title for tree in summary.trees}
    day, before = None, ""
    for step in summary.steps:
        if _only_asked(step, known, bool(summary.missing)):
            continue
        moment = local(step.at, zone)
        when = ""
        if moment:
            when = f"{moment:%H:%M}" if moment.date() == day else stamp(step.at, zone)
            day = moment.date()
        if step.kind == "handoff":
            yield _handed_on(step, when, "an agent" if step.tree == before else line(titles.get(step.tree, "")))
        else:
            yield _step(step, when)
            before = step.tree


def _only_asked(step: StepTaken, known: Mapping[str, str], missing: bool) -> bool:
    """A fact that was asked by itself and stands above, or among what is missing: no step towards the fault."""
    if not step.node.startswith(FACT_NODE):
        return False
    if step.how in ("unknown", "skip"):
        return missing
    return not _own_words(step) and known.get(step.node.removeprefix(FACT_NODE)) == step.answer


def _step(step: StepTaken, when: str) -> Row:
    kind = _KINDS.get(step.kind, "")
    text = line(step.text) or line(step.node)
    return Row(f"{kind}: {text}" if kind else text, when, _result(step), _detail(step))


def _handed_on(step: StepTaken, when: str, to: str) -> Row:
    first = f"to do first: {line(step.words)}" if step.words else ""
    return Row(f"Hand-off to {to or line(step.tree)}", when, line(step.answer) or "went on there", first)


def _result(step: StepTaken) -> str:
    answer = line(step.answer)
    if step.kind == "fix":
        answer = _FIX.get(answer.lower(), answer)
    return answer or _HOW.get(step.how, "no answer")


def _detail(step: StepTaken) -> str:
    return ", ".join(filter(None, (_own_words(step), "by an agent" if step.by == "agent" else "")))


def _own_words(step: StepTaken) -> str:
    words = line(step.words)
    return f"“{words}”" if words and words.casefold() != line(step.answer).casefold() else ""
