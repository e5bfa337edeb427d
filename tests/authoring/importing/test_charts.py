"""Charts as people draw them become trees without errors, whose tests pass."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tshoot.authoring.importing.chart import Chart
from tshoot.authoring.importing.mermaid import read_mermaid
from tshoot.authoring.importing.tree import Imported, convert
from tshoot.authoring.lint import lint_tree
from tshoot.authoring.parse import parse_tree
from tshoot.authoring.testlint import lint_tests
from tshoot.authoring.treetest import parse_tests
from tshoot.cli.main import run
from tshoot.model.tree import Ask, Branch, Do, End, Tell

CHARTS = Path(__file__).parent / "charts"
CAR = CHARTS / "car-does-not-start.mmd"


def errors(found: Imported) -> list[str]:
    """What keeps the tree from people, or its tests from running."""
    parsed = parse_tree(found.tree, "t.yaml")
    wrong = [f"{one.span.line}: {one.message}" for one in lint_tree(parsed) if one.severity == "error"]
    if found.tests:
        tests = lint_tests(parse_tests(found.tests, "t.test.yaml"), parsed.tree)
        wrong += [f"test {one.span.line}: {one.message}" for one in tests if one.severity != "info"]
    return wrong


def test_the_chart_of_more_than_a_hundred_boxes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chart = read_mermaid(CAR.read_text(encoding="utf-8"))
    assert (len(chart.boxes), len(chart.links)) == (104, 138)
    assert run(["import", str(CAR), "-o", str(tmp_path)]) == 1
    assert "104 boxes and 138 arrows were read" in (said := capsys.readouterr().out)
    assert "an action on a click" in said
    tree = parse_tree((tmp_path / "car-does-not-start.yaml").read_bytes(), "car.yaml").tree
    assert tree
    assert len(tree.nodes) >= 100
    assert (tree.title, tree.start) == ("Car does not start", "crank")
    assert isinstance(ask := tree.nodes["lights"], Ask)
    assert [(one.key, one.goto) for one in ask.options] == [
        ("Yes, bright", "click"), ("Yes, but dim", "volts"), ("No", "clamps"),
    ]  # fmt: skip
    assert run(["lint", str(tmp_path), "--trees", str(tmp_path)]) == 0
    assert run(["test", str(tmp_path), "--coverage", "--trees", str(tmp_path)]) == 0
    assert "not taken" not in capsys.readouterr().out
    assert drawn(tmp_path / "car-does-not-start.yaml", capsys) >= 100


def drawn(path: Path, capsys: pytest.CaptureFixture[str]) -> int:
    """Draws a tree in each form that needs no other program; how many nodes it has, all of which are in each."""
    tree = parse_tree(path.read_bytes(), path.name).tree
    assert tree
    for form, sign in (("text", ""), ("mermaid", "flowchart"), ("dot", "digraph")):
        assert run(["graph", str(path), "--format", form]) == 0
        drawing = capsys.readouterr().out
        assert sign in drawing
        assert [name for name in tree.nodes if name not in drawing] == []
    return len(tree.nodes)


def test_kinds_are_guessed_from_shapes_and_words() -> None:
    found = convert(CAR.read_text(encoding="utf-8"), "mermaid", "car")
    tree = parse_tree(found.tree, "car.yaml").tree
    assert tree
    kinds = {name: type(tree.nodes[name]) for name in ("clamps", "dead", "shortcut", "newrelay", "fine1", "immo")}
    assert kinds == {"clamps": Do, "dead": Tell, "shortcut": End, "newrelay": Do, "fine1": End, "immo": Ask}
    ends = {name: node.end for name, node in tree.nodes.items() if isinstance(node, End)}
    assert (ends["shortcut"], ends["fine1"], ends["hand-over"]) == ("escalate", "resolved", "escalate")
    assert "newrelay: a last thing to do, by its words" in found.report


@pytest.mark.parametrize("name", sorted(path.name for path in CHARTS.iterdir()))
def test_every_chart_becomes_a_tree_without_errors(name: str) -> None:
    kind = {"mmd": "mermaid", "twee": "twee", "csv": "csv"}[name.rpartition(".")[2]]
    found = convert((CHARTS / name).read_text(encoding="utf-8"), kind, "chart")
    assert found.tree
    assert errors(found) == []


# Charts that were measured, where they are.

DATA = (
    Path(os.environ.get("TSHOOT_DATA") or Path(__file__).parents[3].parent / "shared" / "data")
    / "flodial-dev/trees"
)


@pytest.mark.skipif(not DATA.is_dir(), reason="no flodial-dev there; set TSHOOT_DATA")
@pytest.mark.parametrize("form", ["mermaid", "csv", "twee"])
def test_public_flowcharts_come_through_each_format(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in sorted(DATA.glob("*.yaml")):
        tree = parse_tree(path.read_bytes(), path.name).tree
        assert tree
        nodes = {name: node for name, node in tree.nodes.items() if not isinstance(node, Branch)}
        chart = Chart()
        for name, node in nodes.items():
            box = chart.box(name, 0)
            assert box
            text = getattr(node, "text", None)
            box.text = " ".join(text.text.replace('"', "'").split()) if text else name
            for option in getattr(node, "options", ()):
                chart.links.append(_link(name, option.goto, option.key))
            for target in (getattr(node, "then", ""), getattr(node, "fixed", ""), getattr(node, "otherwise", "")):
                if target:
                    chart.links.append(_link(name, target, ""))
        found = convert(WRITERS[form](chart), form, path.stem.replace("_", "-"))
        assert errors(found) == []
        made = parse_tree(found.tree, "t.yaml").tree
        assert made
        asked = [node for node in made.nodes.values() if isinstance(node, Ask)]
        assert len(asked) >= len([node for node in nodes.values() if isinstance(node, Ask)]) * 0.9
        (tmp_path / path.name).write_text(found.tree, encoding="utf-8")
        (tmp_path / f"{path.stem}.test.yaml").write_text(found.tests, encoding="utf-8")
    assert run(["test", str(tmp_path), "--trees", str(tmp_path)]) == 0
    assert run(["lint", str(tmp_path), "--trees", str(tmp_path)]) == 0
    capsys.readouterr()
    assert sum(drawn(path, capsys) for path in tmp_path.glob("*.yaml") if ".test" not in path.name) > 100


def _link(start: str, end: str, label: str):  # type: ignore[no-untyped-def]
    from tshoot.authoring.importing.chart import Link

    return Link(start, end, label)


def to_mermaid(chart: Chart) -> str:
    rows = [f'  {box.name}["{box.text}"]' for box in chart.boxes.values()]
    rows += [f"  {one.start} -->{f'|{one.label}|' if one.label else ''} {one.end}" for one in chart.links]
    return "flowchart TD\n" + "\n".join(rows) + "\n"


def to_csv(chart: Chart) -> str:
    import csv
    import io

    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(["id", "question", "answer", "next"])
    for box in chart.boxes.values():
        links = [one for one in chart.links if one.start == box.name]
        rows.writerows([box.name, box.text, one.label, one.end] for one in links)
        if not links:
            rows.writerow([box.name, box.text, "", ""])
    return out.getvalue()


def to_twee(chart: Chart) -> str:
    parts = []
    for box in chart.boxes.values():
        links = "\n".join(f"[[{one.label or one.end}->{one.end}]]" for one in chart.links if one.start == box.name)
        parts.append(f":: {box.name}\n{box.text}\n{links}\n")
    return ":: StoryTitle\nChart\n\n" + "\n".join(parts)


WRITERS = {"mermaid": to_mermaid, "csv": to_csv, "twee": to_twee}
