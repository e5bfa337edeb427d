"""An imported chart as the text of a tree file, and the report on what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from tshoot.authoring.importing.chart import Chart, Loss
from tshoot.authoring.importing.mermaid import read_mermaid
from tshoot.authoring.importing.plan import Plan, Planned, plan
from tshoot.authoring.importing.table import read_table
from tshoot.authoring.importing.twee import read_twee
from tshoot.authoring.importing.walks import tests_text
from tshoot.authoring.quoting import scalar
from tshoot.engine.markup import escape, to_plain
from tshoot.language.clean import clean
from tshoot.model.record import record

FORMATS = {"mermaid": read_mermaid, "twee": read_twee, "csv": read_table}
_SUFFIXES = {
    "mmd": "mermaid", "mermaid": "mermaid", "tw": "twee", "twee": "twee", "tw2": "twee", "twee3": "twee", "csv": "csv",
    "tsv": "csv",
}  # fmt: skip
_FENCE = re.compile(
    r"^[ \t]*(`{3,9}|~{3,9}|:::)[ \t]*\{?mermaid\b[^\n]*\n(.*?)^[ \t]*\1", re.MULTILINE | re.DOTALL
)
_MOST_CHARTS = 20
"""Charts of one page that are looked at."""
_SHOWN = 60


@record
class Imported:
    """What came of a chart."""

    tree: str
    """The tree file; empty where the chart holds nothing."""
    tests: str
    report: str
    lossless: bool


def format_of(name: str, text: str) -> str:
    """What a file most likely is, by its name, else by how it begins."""
    by_name = _SUFFIXES.get(name.rpartition(".")[2].casefold(), "")
    if by_name:
        return by_name
    start = text.lstrip("\ufeff \t\r\n")[:2000]
    if re.match(r"::(?!:)", start):
        return "twee"
    if _FENCE.search(text) or re.match(
        r"(?:---\n.{0,1500}?\n---\s+)?(?:%%[^\n]*\n\s*)*(?:graph|flowchart)\b", start, re.DOTALL
    ):
        return "mermaid"
    return "csv" if any(mark in start.partition("\n")[0] for mark in ",;\t|") else ""


def convert(text: str, kind: str, name: str, notes: Sequence[str] = ()) -> Imported:
    """A chart as a tree of this id, with what was lost before it came here; never raises."""
    text = text.removeprefix("\ufeff")
    fenced = list(islice(_FENCE.finditer(text), _MOST_CHARTS)) if kind == "mermaid" else []
    charts = [FORMATS[kind](_block(text, fence)) for fence in fenced] or [FORMATS[kind](text)]
    chart = next((one for one in charts if one.boxes), charts[0])
    for fence, other in zip(fenced, charts, strict=False):
        if other is not chart:
            chart.lose(_line(text, fence), "another chart of this page: put it in a file of its own")
    chart.losses[:0] = [Loss(0, note) for note in notes]
    if not chart.boxes:
        chart.lose(0, "there is no box in it")
        return Imported("", "", _report(chart, Plan()), False)
    made = plan(chart)
    return Imported(_tree(chart, made, name), tests_text(made.nodes), _report(chart, made), not chart.losses)


def _line(text: str, fence: re.Match[str]) -> int:
    return text.count("\n", 0, fence.start(2))


def _block(text: str, fence: re.Match[str]) -> str:
    """A chart within a page, on the lines where it stands."""
    return "\n" * _line(text, fence) + fence[2]


def _tree(chart: Chart, made: Plan, name: str) -> str:
    title = chart.title or name.replace("-", " ").replace("_", " ").capitalize()
    head = [
        "# Imported from a flowchart: read it through, and put right what the remarks name.", "tree: 1",
        f"id: {scalar(name)}", f"title: {scalar(title)}", "status: draft  # people are offered it once this says live",
        "symptoms:", f"  - {scalar(title)}", "nodes:",
    ]  # fmt: skip
    group, rows = "", list[str]()
    for node in made.nodes.values():
        if node.group and node.group != group:
            rows.append(f"  # Part of the chart: {node.group}")
        group = node.group or group
        rows += _node(node)
    return "\n".join([*head, *rows]) + "\n"


def _node(node: Planned) -> Iterator[str]:
    yield from (f"  # {remark}" for remark in node.remarks)
    yield f"  {scalar(node.id, key=True)}:"
    words = scalar(_literal(node.text))
    if node.kind == "end":
        yield f"    end: {node.end}"
        yield f"    tell: {words}"
        return
    yield f"    {node.kind}: {words}"
    if node.options:
        yield "    options:"
        yield from (f"      {scalar(label, key=True)}: {scalar(target)}" for label, target in node.options.items())
    for key, target in (("then", node.then), ("fixed", node.fixed), ("else", node.otherwise)):
        if target:
            yield f"    {key}: {scalar(target)}"


def _literal(text: str) -> str:
    """The words as a text that shows exactly them; left alone where nothing in them has a meaning."""
    doubled = text.replace("{", "{{").replace("}", "}}")
    if to_plain(text) == text:
        return doubled
    return escape(text).replace("{", "{{").replace("}", "}}")


def _report(chart: Chart, made: Plan) -> str:
    """What was read, what was guessed, and what was lost."""
    boxes, arrows, nodes = (
        f"{len(many)} {word}{'' if len(many) == 1 else end}"
        for many, word, end in ((chart.boxes, "box", "es"), (chart.links, "arrow", "s"), (made.nodes, "node", "s"))
    )
    rows = [f"{boxes} and {arrows} were read; the tree has {nodes}."]
    if made.guesses:
        rows += ["", "Guessed, so look at it:", *_listed(made.guesses)]
    if chart.losses:
        lost = [(f"line {loss.line}: " if loss.line else "") + loss.text for loss in chart.losses]
        rows += ["", "Not carried over:", *_listed(lost)]
    else:
        rows += ["", "Everything was carried over."]
    return "\n".join(clean(row, limit=400) for row in rows) + "\n"


def _listed(rows: list[str]) -> list[str]:
    more = [f"- and {len(rows) - _SHOWN} more"] if len(rows) > _SHOWN else []
    return [f"- {row}" for row in rows[:_SHOWN]] + more
