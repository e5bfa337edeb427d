"""`tshoot doctor`: each thing with its state and what to do; exit 3 when cases cannot be kept."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from tshoot.cli import doctor
from tshoot.model.case import CaseHeader
from tshoot.store.cases import CaseStore

TREE = "tree: 1\ntitle: A\nsymptoms: [a]\nnodes:\n  a:\n    end: resolved\n"


@pytest.fixture(autouse=True)
def only_quick_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_NOT_RUN", ("internet", "load", "wifi", "printer", "vpn", "clock"))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "trees"
    folder.mkdir()
    (folder / "a.yaml").write_text(TREE)
    return folder


def _look(
    state: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> tuple[int, dict[str, tuple[str, str, str]]]:
    code = doctor.run(Namespace(state=str(state), trees=[str(library)], json=True))
    data = json.loads(capsys.readouterr().out)
    assert data["usable"] is (code == 0)
    found = {f"{one['area']} {one['name']}": (one["level"], one["text"], one["hint"]) for one in data["findings"]}
    assert all(level == "ok" or hint for level, _, hint in found.values())
    return code, found


def test_a_new_machine_is_sound(tmp_path: Path, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found = _look(tmp_path / "state", library, capsys)
    assert code == 0
    assert not [name for name, (level, _, _) in found.items() if level == "problem"]
    assert found["trees sound"][1] == "1 tree"
    assert found["checks disk"] == ("ok", "works here", "")
    assert {"versions textual", "versions sqlite", "places data folder", "cases database", "terminal size"} <= set(
        found
    )
    assert not (tmp_path / "state" / "cases.db").exists()


def test_a_database_is_looked_into(tmp_path: Path, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    state = tmp_path / "state"
    with CaseStore(state) as store:
        store.create(CaseHeader(case=store.new_number()))
    code, found = _look(state, library, capsys)
    assert code == 0
    assert "(1 case, " in found["cases database"][1]
    assert "schema 2" in found["cases database"][1]
    assert found["cases integrity"][0] == "ok"


@pytest.mark.parametrize("ruin", ["garbage", "newer", "folder"])
def test_an_unusable_database_is_exit_3(
    ruin: str, tmp_path: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    state = tmp_path / "state"
    CaseStore(state).close()
    path = state / "cases.db"
    if ruin == "garbage":
        path.write_bytes(b"no database " * 1000)
    elif ruin == "newer":
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA user_version = 9999")
        connection.close()
    else:
        path.unlink()
        path.mkdir()
    code, found = _look(state, library, capsys)
    assert code == 3
    assert found["cases database"][0] == "problem"


def test_a_file_in_the_way_of_the_data_folder(
    tmp_path: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "state").write_text("in the way")
    code, found = _look(tmp_path / "state", library, capsys)
    assert code == 3
    assert found["cases database"][0] == "problem"


def test_broken_and_missing_trees_are_named(
    tmp_path: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (library / "bad.yaml").write_text("tree: 1\nnodes: [")
    code, found = _look(tmp_path / "state", library, capsys)
    assert (code, found["trees broken"]) == (0, ("problem", "bad", "`tshoot lint` says what is wrong."))
    code, found = _look(tmp_path / "state", tmp_path / "nowhere", capsys)
    assert (code, found["trees library"][0]) == (0, "problem")


@pytest.mark.parametrize(
    ("variables", "name", "text"),
    [
        ({"NO_COLOR": "1"}, "colours", "none (NO_COLOR is set)"),
        ({"COLORTERM": "truecolor"}, "colours", "16 million"),
        ({"TERM": "xterm-256color", "COLORTERM": ""}, "colours", "256"),
        ({"TERM": "vt100", "COLORTERM": ""}, "colours", "16 or fewer"),
        ({"TMUX": "/tmp/t", "SSH_CONNECTION": "a", "STY": ""}, "inside", "tmux, ssh"),
        ({"COLUMNS": "100", "LINES": "30"}, "size", "100 x 30"),
    ],
)
def test_the_terminal_is_described(
    variables: dict[str, str], name: str, text: str, tmp_path: Path, library: Path,
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    for variable, value in variables.items():
        monkeypatch.setenv(variable, value)
    _, found = _look(tmp_path / "state", library, capsys)
    assert found[f"terminal {name}"][1] == text


def test_lines_end_with_a_verdict_and_hold_no_control_bytes(
    tmp_path: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    strange = tmp_path / "a\x1b[31mb"
    assert doctor.run(Namespace(state=str(strange), trees=[str(library)], json=False)) == 0
    text = capsys.readouterr().out
    assert text.endswith("Everything that tshoot needs is here.\n")
    assert all(char.isprintable() or char == "\n" for char in text)


def test_it_works_without_the_screen(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom argparse import Namespace\nfrom tshoot.cli import doctor\ndoctor._NOT_RUN = ('load',)\n"
        f"doctor.run(Namespace(state={str(tmp_path)!r}, trees=[], json=True))\n"
        "sys.stderr.write(str([name for name in ('textual', 'rich') if name in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ)
    assert done.stderr == "[]"
