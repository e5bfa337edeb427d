"""`tshoot graph`: which tree, which form, and what real cases say."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.small_library import BROKEN, Tshoot, begin_case, write_library


def test_a_tree_of_the_library(tshoot: Tshoot) -> None:
    assert tshoot("graph", "wifi") == 0
    assert tshoot.out.startswith("Wi-Fi does not connect\nwifi, tier 1, 8 nodes\n\nlamp  ask: Is the lamp")
    assert "good  ■ resolved: Good. You are connected." in tshoot.out


def test_a_name_that_is_a_file_here(tshoot: Tshoot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own.yaml").write_text("tree: 1\n")
    monkeypatch.chdir(tmp_path)
    assert tshoot("graph", "own") == 2
    assert "Did you mean the file own.yaml?" in tshoot.err


@pytest.mark.parametrize(("wrong", "said"), [
    ("lst.yaml", "Did you mean list.yaml?"), ("missing.yaml", "Name a tree file, or a tree."),
])  # fmt: skip
def test_names_that_share_their_ending_alone_are_not_alike(
    tshoot: Tshoot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str, said: str
) -> None:
    (tmp_path / "list.yaml").write_text("tree: 1\n")
    monkeypatch.chdir(tmp_path)
    assert tshoot("graph", wrong) == 2
    assert said in tshoot.err


def test_a_file(tshoot: Tshoot, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("tree: 1\ntitle: Own\nnodes: {a: {end: resolved}}\n")
    assert tshoot("graph", str(tmp_path / "own.yaml")) == 0
    assert tshoot.out == "Own\nown, tier 1, 1 node\n\na  ■ resolved\n"


@pytest.mark.parametrize(("words", "said"), [
    (("graph", "wify"), "There is no tree called 'wify'.\nDid you mean 'wifi'?"),
    (("graph", "zzz"), "`tshoot trees` lists all that are here."),
    (("graph",), "Name a tree"),
    (("graph", "wifi", "--across"), "so it takes no tree"),
    (("graph", "--across", "--cases"), "--cases counts over one tree."),
    (("graph", "wifi", "--format", "png"), "invalid choice"),
    (("graph", "./nowhere.yaml"), "There is no file"),
])  # fmt: skip
def test_wrong_usage(tshoot: Tshoot, words: tuple[str, ...], said: str) -> None:
    assert tshoot(*words) == 2
    assert said in tshoot.err


def test_the_nearest_file_is_named(tshoot: Tshoot, tmp_path: Path) -> None:
    (tmp_path / "printer.yaml").write_text("")
    assert tshoot("graph", str(tmp_path / "pinter.yaml")) == 2
    assert "Did you mean" in tshoot.err and "printer.yaml" in tshoot.err


def test_a_tree_with_mistakes_is_drawn_as_far_as_it_goes(tshoot: Tshoot, library: Path) -> None:
    write_library(library, broken=BROKEN)
    assert tshoot("graph", "broken") == 0
    assert "nowhere  missing: is not in this tree" in tshoot.out
    note = " ".join(tshoot.out.split())
    assert "It is drawn as far as it goes. The file has an error; line 6:" in note and "`tshoot lint" in note


def test_a_file_without_a_node_says_so(tshoot: Tshoot, tmp_path: Path) -> None:
    (tmp_path / "empty.yaml").write_text("tree: 1\ntitle: Nothing\n")
    assert tshoot("graph", str(tmp_path / "empty.yaml")) == 1
    assert tshoot.out.startswith("There is nothing to draw yet.\nThe file has an error")


@pytest.mark.parametrize(
    ("form", "begin"), [("mermaid", "---\ntitle:"), ("dot", "digraph tree {"), ("text", "Wi-Fi")]
)
def test_forms(tshoot: Tshoot, form: str, begin: str) -> None:
    assert tshoot("graph", "wifi", "--format", form) == 0
    assert tshoot.out.startswith(begin)


def test_svg(tshoot: Tshoot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if shutil.which("dot"):
        assert tshoot("graph", "wifi", "--format", "svg") == 0 and tshoot.out.startswith("<svg ")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert tshoot("graph", "wifi", "--format", "svg") == 3
    assert "which is not on this computer" in tshoot.err and "--format mermaid" in tshoot.err


def test_a_file_is_written_and_not_written_over(tshoot: Tshoot, tmp_path: Path) -> None:
    out = tmp_path / "wifi.mmd"
    assert tshoot("graph", "wifi", "--format", "mermaid", "-o", str(out)) == 0
    assert out.read_text(encoding="utf-8").startswith("---\n") and tshoot.out == ""
    if os.name == "posix":
        assert stat.S_IMODE(out.stat().st_mode) & 0o400
    assert tshoot("graph", "wifi", "--out", str(out)) == 2
    assert "--force" in tshoot.err
    assert tshoot("graph", "wifi", "--out", str(out), "--force") == 0
    assert out.read_text(encoding="utf-8").startswith("Wi-Fi does not connect")


def test_the_map(tshoot: Tshoot, library: Path) -> None:
    write_library(library, broken=BROKEN)
    assert tshoot("graph", "--across") == 0
    assert "Tier 1\n" in tshoot.out and "hands off to → network (tier 2)" in tshoot.out
    assert "Left out, because of mistakes in the file: broken." in tshoot.out
    assert tshoot("graph", "--across", "--format", "mermaid") == 0
    assert 'subgraph g0["Tier 1"]' in tshoot.out and "Left out" in tshoot.err


@pytest.mark.parametrize("form", ["mermaid", "dot"])
def test_a_tree_that_the_library_lacks_says_so_in_its_map(tshoot: Tshoot, library: Path, form: str) -> None:
    (library / "lone.yaml").write_text("tree: 1\ntitle: Lone\nnodes: {a: {handoff: nowhere}}\n")
    assert tshoot("graph", "--across", "--format", form) == 0
    assert "is not in this library" in tshoot.out
    assert "is not in this tree" not in tshoot.out


def test_cases_are_counted(tshoot: Tshoot) -> None:
    assert tshoot("graph", "wifi", "--cases") == 0
    assert "No case was walked on this tree yet." in tshoot.out
    begin_case(answers="no\n")
    begin_case(answers="yes\n")
    begin_case(answers="no\nno\n")
    assert tshoot("graph", "wifi", "--cases") == 0
    assert "─ Yes 1× " in tshoot.out and "No 2× " in tshoot.out
    assert "1 stopped here" in tshoot.out
    assert "Counted over 3 cases on one version of the tree" in tshoot.out


def test_a_case_of_an_older_version_counts_where_its_ways_still_are(tshoot: Tshoot, library: Path) -> None:
    begin_case(answers="no\n")
    source = (library / "wifi.yaml").read_text(encoding="utf-8")
    begin_case(answers="yes\n")
    (library / "wifi.yaml").write_text(source.replace("No: restart", "Dark: restart"), encoding="utf-8")
    assert tshoot("graph", "wifi", "--cases") == 0
    said = " ".join(tshoot.out.split())
    assert "Yes 1×" in said and "Dark 0×" in said
    assert "Ways of other versions that are gone: 'No' of 'lamp' to 'restart' (1)." in said


def test_asking_for_counts_makes_no_database(tshoot: Tshoot, tmp_path: Path) -> None:
    assert tshoot("graph", "wifi", "--cases", "--state", str(tmp_path / "none")) == 0
    assert not (tmp_path / "none" / "cases.db").exists()


@pytest.mark.parametrize("words", [("graph", "wifi"), ("graph", "--across"), ("docs", "--format", "html")])
def test_nothing_heavy_is_loaded(library: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    program = f"import sys; from tshoot.cli.main import run; run({[*words, '--state', str(tmp_path)]!r});"
    program += "sys.stderr.write(str([name for name in ('textual', 'rich', 'logging') if name in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert done.stderr.endswith("[]")


def test_a_terminal_without_signs_gets_ascii(tshoot: Tshoot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert tshoot("graph", "wifi") == 0
    assert tshoot.out.isascii()
