"""Drawings for Mermaid and Graphviz, and the SVG that `dot` makes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.render.graphs import counted, hostile, lamp, wild
from tshoot.authoring.picture import Picture
from tshoot.errors import TshootError
from tshoot.render.graph_dot import to_dot
from tshoot.render.graph_mermaid import to_mermaid
from tshoot.render.graph_svg import cleaned, to_svg

needs_dot = pytest.mark.skipif(shutil.which("dot") is None, reason="the program dot of Graphviz is not here")
PICTURES = [lamp(), counted(), hostile(), *(wild(seed) for seed in range(20))]

_TEXT = r'"[\w ,.:?()/\'+=#;<br>\u0080-\U0010ffff-]*"'
_SHAPE = rf"(?:\[\(|\[\[|\[/|\(\[|\{{\{{|\[|\(|\{{|>){_TEXT}(?:\)\]|\]\]|/\]|\]\)|\}}\}}|\]|\)|\}})"
MERMAID = [
    rf"  n\d+{_SHAPE}", rf"  n\d+ (-->|-\.->)(\|{_TEXT}\|)? n\d+", r"  (classDef|class|linkStyle) [\w,:#.\- ]+",
    rf"  subgraph g\d+\[{_TEXT}\]", "  end", r"  %% .*", "---", "flowchart TD", r'title: ".*"',
]  # fmt: skip
_DOT = r'"(?:[^"\\]|\\.)*"'
DOT = [
    rf"  n\d+ \[label={_DOT}, shape=\w+, style={_DOT}, fillcolor={_DOT}, color={_DOT}\];",
    rf"  n\d+ -> n\d+( \[(label={_DOT}|style=dashed|penwidth=[\d.]+)(, (style=dashed|penwidth=[\d.]+))*\])?;",
    rf"  (graph|node|edge) \[(\w+=({_DOT}|[\w.]+)(, )?)+\];", r"  subgraph cluster_\d+ \{",
    rf"    label={_DOT}; color={_DOT}; style=rounded;", "  }", r"digraph tree \{", "}",
]  # fmt: skip


@pytest.mark.parametrize("picture", PICTURES)
def test_mermaid_has_only_what_it_should(picture: Picture) -> None:
    rows = to_mermaid(picture).splitlines()
    assert [row for row in rows if not any(re.fullmatch(one, row) for one in MERMAID)] == []
    assert sum(bool(re.match(r"  n\d+ (-->|-\.->)", row)) for row in rows) == len(picture.lines)
    assert sum(bool(re.match(r"  n\d+[\[({>]", row)) for row in rows) == len(picture.boxes)


@pytest.mark.parametrize("picture", PICTURES)
def test_dot_has_only_what_it_should(picture: Picture) -> None:
    rows = to_dot(picture).splitlines()
    assert [row for row in rows if not any(re.fullmatch(one, row) for one in DOT)] == []
    assert sum(
        " -> n" in row and row.startswith("  n") and "[label" not in row.split(" -> ")[0] for row in rows
    ) == len(picture.lines)


def test_ways_that_were_taken_often_are_broad_and_others_dashed() -> None:
    mermaid, dot = to_mermaid(counted()), to_dot(counted())
    most = len(counted().lines) - 1
    assert f"linkStyle {most} stroke-width:6px" in mermaid and "penwidth=6" in dot
    assert "n0 -.->" in mermaid and 'n0 -> n2 [label="Yes (0)", style=dashed];' in dot


@needs_dot
@pytest.mark.parametrize("picture", PICTURES[:6])
def test_dot_draws_it_and_the_drawing_is_clean(picture: Picture) -> None:
    svg = to_svg(to_dot(picture), picture.title)
    root = ElementTree.fromstring(svg)
    tags = {str(one.tag).removeprefix("{http://www.w3.org/2000/svg}") for one in root.iter()}
    assert tags <= {"svg", "title", "g", "path", "polygon", "polyline", "ellipse", "text"}
    assert not [name for one in root.iter() for name in one.attrib if name.startswith("on") or "href" in name]
    shown = " ".join(one.text or "" for one in root.iter("{http://www.w3.org/2000/svg}text"))
    assert picture.boxes[0].id in shown


@needs_dot
def test_hostile_texts_are_shown_as_they_are() -> None:
    svg = to_svg(to_dot(hostile()), hostile().title)
    shown = [one.text or "" for one in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]
    assert "<script>" not in svg
    assert any("<script>alert(1)</script>" in text for text in shown)
    assert any("\\N" in text for text in shown) and any("&amp;" in text for text in shown)


def test_what_a_drawing_must_not_have_is_left_out() -> None:
    svg = cleaned(
        '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "x" "y">'
        '<svg xmlns="http://www.w3.org/2000/svg" width="1" onload="x()">'
        '<script>alert(1)</script><a href="javascript:x"><text x="1" onclick="x()">hi &lt;b&gt;</text></a>'
        '<style>*{}</style><path d="M0" fill="url(#x)"/><image href="http://x"/>'
        "<foreignObject><g/></foreignObject></svg>",
        'A "title" <b>',
    )
    assert svg == (
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="A &quot;title&quot; &lt;b&gt;" width="1">\n'
        '<title>A &quot;title&quot; &lt;b&gt;</title>\n<text x="1">hi &lt;b&gt;</text>\n<path d="M0"></path>\n</svg>\n'
    )


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>'
    with pytest.raises(TshootError):
        cleaned(bomb, "t")


def test_without_the_program_a_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(TshootError) as caught:
        to_svg(to_dot(lamp()), "t")
    assert caught.value.exit_code == 3 and "graphviz" in caught.value.hint and "mermaid" in caught.value.hint


@pytest.mark.parametrize("script", ["exit 1", "echo no drawing", "cat >/dev/null; sleep 60"])
@pytest.mark.skipif(not Path("/bin/sh").exists(), reason="there is no shell to stand in for the program")
def test_a_program_that_fails_is_a_sentence_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str
) -> None:
    program = tmp_path / "dot"
    program.write_text(f"#!/bin/sh\nPATH=/bin:/usr/bin\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("tshoot.render.graph_svg.SECONDS", 0.3)
    with pytest.raises(TshootError):
        to_svg(to_dot(lamp()), "t")


def test_a_program_beside_the_person_is_not_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "dot").write_text("#!/bin/sh\n")
    (tmp_path / "dot").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f".:{tmp_path}")
    with pytest.raises(TshootError, match="not on this computer"):
        to_svg(to_dot(lamp()), "t")
