"""The pages of the author's bench, from values to lines. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from textual.content import Content

from tshoot.authoring.look import OutlineNode
from tshoot.engine.decisions import Decision
from tshoot.engine.texts import show
from tshoot.model.diagnostic import Diagnostic
from tshoot.model.fact import FactType, Known
from tshoot.tui.content import joined, plain
from tshoot.tui.glyphs import GLYPHS
from tshoot.tui.widgets.bench import BenchLine, Page

KINDS = {
    "ask": "?", "input": "_", "do": "!", "tell": "i", "check": "@", "branch": "<", "set": "=", "wait": "~",
    "try": "*", "call": "&", "handoff": ">", "end": ".",
}  # fmt: skip
"""A sign for each kind of node, that every font and encoding has."""

SEVERITIES = {"error": "bold $error", "warning": "$say", "info": "$muted"}
VERDICTS = {"true": ("true", "$primary"), "false": ("false", "$muted"), "unknown": ("unknown", "$say")}
COLUMN = 24
"""Cells of a fact's name."""
NAMES = 16
"""Cells of a node's name, at most: longer ones push their texts to the right."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a walk stands in the outline."""

    here: str = ""
    passed: Collection[str] = ()
    last: str = ""
    """Where the walk was last, when it has left the tree."""
    path: str = ""
    """The file."""


def outline_page(nodes: Sequence[OutlineNode], stand: Stand) -> Page:
    """The nodes in the order of the file."""
    active = next((index for index, node in enumerate(nodes) if node.id == (stand.here or stand.last)), 0)
    column = min(max((plain(node.id).cell_length for node in nodes), default=0), NAMES)
    lines = tuple(_node_line(node, stand, column) for node in nodes)
    return Page("outline", "Outline", lines, "No node could be read.", active)


def _node_line(node: OutlineNode, stand: Stand, column: int) -> BenchLine:
    here, passed = node.id == stand.here, node.id in stand.passed
    sign = GLYPHS.arrow[-1] if here else GLYPHS.good if passed else " "
    style = "bold" if here else "" if node.reachable else "$muted dim"
    name = plain(node.id, style)
    label = joined(
        (f"{sign} ", "$primary bold"), (f"{KINDS.get(node.kind, ' ')} ", "$muted"), name,
        " " * max(column - name.cell_length, 0),
    )  # fmt: skip
    if not node.reachable:
        label = joined(label, ("  not reachable", "$muted dim"))
    place = plain(f"{stand.path}:{node.line}", "$primary")
    lines = [joined(place, (f"  {node.kind}", "$muted")), *(_finding_text(one) for one in node.findings[:2])]
    lines.append(Content.styled("enter jumps here", "$muted"))
    said = joined("  ", plain(node.text, "$muted")) if node.text and node.reachable else Content("")
    return BenchLine(node.id, joined(label, _counts(node.findings), said), Content("\n").join(lines))


def _counts(findings: Iterable[Diagnostic]) -> Content:
    """How many findings of each severity, in words that need no colour."""
    count: dict[str, int] = {}
    for finding in findings:
        count[finding.severity] = count.get(finding.severity, 0) + 1
    parts = [joined("  ", (counted(count[name], name), SEVERITIES[name])) for name in SEVERITIES if name in count]
    return Content("").join(parts)


def counted(number: int, noun: str) -> str:
    """A number and what is counted."""
    return f"{number} {noun}" if number == 1 or noun == "info" else f"{number} {noun}s"


def problems_page(findings: Sequence[Diagnostic], nodes: Sequence[OutlineNode]) -> Page:
    """Everything that is wrong, by place."""
    owners = {id(finding): node.id for node in nodes for finding in node.findings}
    lines = tuple(
        BenchLine(
            owners.get(id(one), ""),
            joined((f"{one.severity:<8}", SEVERITIES[one.severity]), (f"{one.span.line:>4}  ", "$muted"),
                   plain(one.message)),
            _finding_detail(one),
        )
        for one in findings
    )  # fmt: skip
    title = f"Problems {len(findings)}" if findings else "Problems"
    return Page("problems", title, lines, "Nothing to say about this file.")


def _finding_text(finding: Diagnostic) -> Content:
    return joined((f"{finding.severity}: ", SEVERITIES[finding.severity]), plain(finding.message))


def _finding_detail(finding: Diagnostic) -> Content:
    span = finding.span
    place = plain(f"{finding.path}:{span.line}:{span.column}", "$primary")
    lines = [joined(place, (f"  {finding.rule}", "$muted")), plain(finding.message)]
    if finding.hint:
        lines.append(joined(("hint: ", "$muted"), plain(finding.hint)))
    return Content("\n").join(lines)


def decisions_page(decisions: Sequence[Decision], tree: str) -> Page:
    """Each condition that decided on the way, the latest last."""
    lines = tuple(_decision_line(one, tree) for one in decisions)
    empty = "No condition has decided yet."
    return Page("decisions", "Decisions", lines, empty, len(lines) - 1)


def _decision_line(one: Decision, tree: str) -> BenchLine:
    word, style = VERDICTS[one.verdict]
    where = {"node": "", "arm": f"{GLYPHS.arrow} {one.name}"}.get(one.where, one.name)
    node = one.node if one.tree == tree else f"{one.tree}/{one.node}"
    condition = f"when {one.condition}" if one.condition else "else"
    label = joined((f"{word:<8}", style), plain(node, "bold"), " ", plain(where, "$muted"), "  ", plain(condition))
    facts = [_fact_value(name, None if value is None else show(value)) for name, value in one.facts]
    lines = [plain(condition, "bold"), joined("came to ", (word, style), plain(_means(one), "$muted")), *facts]
    return BenchLine(one.node if one.tree == tree else "", label, Content("\n").join(lines))


def _means(one: Decision) -> str:
    """What came of it."""
    held = one.verdict == "true"
    match one.where:
        case "arm":
            return f": the branch goes to {one.name}" if held else ": the next arm is looked at"
        case "option":
            return f": {one.name} is offered" if held else f": {one.name} is not offered"
        case "fix":
            return f": the fix {one.name} may be tried" if held else f": the fix {one.name} is left out"
    return ": the node is visited" if held else ": the node is passed over"


def _fact_value(name: str, value: str | None) -> Content:
    known = plain(value, "bold") if value is not None else Content.styled("not known", "$say")
    return joined("  ", plain(f"{name} ="), " ", known)


def facts_page(types: Sequence[FactType], known: dict[str, Known]) -> Page:
    """Declared facts and all others that are known, with their values."""
    lines = tuple(_fact_line(kind, known.get(kind.name)) for kind in types)
    return Page("facts", "Facts", lines, "The tree declares no facts, and none is known.")


def _fact_line(kind: FactType, known: Known | None) -> BenchLine:
    hidden = kind.secret
    value = "hidden" if hidden else show(known.value, kind) if known else ""
    name = plain(kind.name)
    gap = " " * max(COLUMN - name.cell_length, 1)
    shown = plain(value, "bold") if known else Content.styled("not known", "$muted")
    values = f": {', '.join(kind.values)}" if kind.values else f", {kind.unit}" if kind.unit else ""
    lines = [
        joined(plain(kind.title, "bold"), "  ", plain(f"{kind.kind}{values}", "$muted")),
        plain(f"from: {known.source}" if known else "not known yet", "$muted"),
        Content.styled("never shown, so it cannot be set here" if hidden else "enter sets it", "$muted"),
    ]
    return BenchLine(kind.name, joined(name, gap, shown), Content("\n").join(lines))
