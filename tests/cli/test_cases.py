"""`tshoot cases`: every sub-command in its forms."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from tests.cli.small_library import Tshoot, begin_case


def test_empty_list_says_what_to_do(tshoot: Tshoot) -> None:
    assert tshoot("cases", "list") == 0
    assert "Type `tshoot` to say what is wrong" in tshoot.out
    assert tshoot("cases", "list", "--json") == 0
    assert json.loads(tshoot.out) == []
    assert tshoot("cases", "list", "--queue", "moon") == 0
    assert "No case is like that" in tshoot.out


def test_list_fits_80_columns(tshoot: Tshoot) -> None:
    case = begin_case("x" * 500)
    assert tshoot("cases") == 0
    head, line = tshoot.out.splitlines()
    assert head.split() == ["Case", "When", "Queue", "Status", "Title"]
    assert line.startswith(case) and "open" in line and "tier 1" in line and "Wi-Fi does not connect" in line
    assert len(line) <= 80


def test_list_chooses(tshoot: Tshoot) -> None:
    first, second = begin_case(), begin_case(answers="no\n/person\nDana\n555\ntoday\n1\n1\n")
    assert tshoot("cases", "list", "--status", "open") == 0
    assert first in tshoot.out and second not in tshoot.out
    assert tshoot("cases", "list", "--queue", "tier-1", "--json") == 0
    (row,) = json.loads(tshoot.out)
    assert (row["case"], row["status"], row["requester"]) == (second, "waiting", "Dana")
    assert tshoot("cases", "list", "--limit", "1") == 0
    assert len(tshoot.out.splitlines()) == 2


@pytest.mark.parametrize("limit", ["0", "-1", "x", "9999999999999", "١"])
def test_bad_limit_is_refused(tshoot: Tshoot, limit: str) -> None:
    assert tshoot("cases", "list", f"--limit={limit}") == 2


def test_show(tshoot: Tshoot) -> None:
    case = begin_case("my \x1b[31mwifi [bold]is gone")
    assert tshoot("cases", "show", case.lower().replace("-", "")) == 0
    assert case in tshoot.out and "[bold]is gone" in tshoot.out and "\x1b" not in tshoot.out
    assert "lamp of the router" in tshoot.out
    assert tshoot("cases", "show", case, "--json") == 0
    assert json.loads(tshoot.out)["case"] == case


def test_show_keeps_to_the_terminal(tshoot: Tshoot, monkeypatch: pytest.MonkeyPatch) -> None:
    case = begin_case("my wifi is gone and with it all that I wanted to do today", "yes\nHome\n")
    monkeypatch.setattr("tshoot.lines.terminal.columns", lambda: 40)
    assert tshoot("cases", "show", case) == 0
    assert all(len(line) <= 40 for line in tshoot.out.splitlines() if " " in line.strip())


@pytest.mark.parametrize("words", [("show",), ("note", "x"), ("export",), ("delete", "--yes")])
def test_unknown_case(tshoot: Tshoot, words: tuple[str, ...]) -> None:
    assert tshoot("cases", words[0], "ZZZZ-ZZZZ", *words[1:]) == 2
    assert 'There is no case "ZZZZ-ZZZZ" here' in tshoot.err


def test_note_becomes_an_event(tshoot: Tshoot) -> None:
    case = begin_case()
    assert tshoot("cases", "note", case, "called", "from\nthe \x1b[2Jtrain", "--as", "agent") == 0
    assert tshoot.out == f"Noted in case {case}.\n"
    tshoot("cases", "show", case, "--json")
    (note,) = json.loads(tshoot.out)["notes"]
    assert (note["by"], note["text"]) == ("agent", "called from the train")


def test_empty_note_is_refused(tshoot: Tshoot) -> None:
    case = begin_case()
    assert tshoot("cases", "note", case, " \t") == 2
    assert "The note is empty" in tshoot.err


def test_note_on_a_case_that_is_open_elsewhere(tshoot: Tshoot, monkeypatch: pytest.MonkeyPatch) -> None:
    case = begin_case()
    monkeypatch.setattr("tshoot.store.cases.CaseStore.occupy", lambda store, case: object())
    assert tshoot("cases", "note", case, "hello") == 3
    assert "open in another window" in tshoot.err
    tshoot("cases", "show", case, "--json")
    assert json.loads(tshoot.out)["notes"] == []


@pytest.mark.parametrize(("form", "begins"), [
    ("markdown", "# "), ("text", "Case "), ("json", "{"), ("case", '{\n "tshoot_case": 1'),
])  # fmt: skip
def test_export_to_standard_output(tshoot: Tshoot, form: str, begins: str) -> None:
    case = begin_case()
    assert tshoot("cases", "export", case, "--format", form) == 0
    assert case in tshoot.out
    if form != "text":
        assert tshoot.out.startswith(begins)


@pytest.mark.parametrize(("name", "key"), [("a.json", '"tshoot_case"'), ("a.md", "# "), ("a.txt", "=====")])
def test_export_to_a_file_of_its_own(tshoot: Tshoot, tmp_path: Path, name: str, key: str) -> None:
    case, out = begin_case(), tmp_path / name
    assert tshoot("cases", "export", case, "--out", str(out)) == 0
    assert key in out.read_text()
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_export_never_writes_over_a_file(tshoot: Tshoot, tmp_path: Path) -> None:
    case, out = begin_case(), tmp_path / "a.json"
    out.write_text("mine")
    out.chmod(0o644)
    assert tshoot("cases", "export", case, "--out", str(out)) == 2
    assert "exists already" in tshoot.err and out.read_text() == "mine"
    assert tshoot("cases", "export", case, "--out", str(out), "--force") == 0
    assert '"tshoot_case"' in out.read_text() and stat.S_IMODE(out.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []


@pytest.mark.parametrize(("out", "code"), [("", 2), ("no/such/folder/a.json", 3)])
def test_export_to_an_impossible_place(tshoot: Tshoot, tmp_path: Path, out: str, code: int) -> None:
    case = begin_case()
    assert tshoot("cases", "export", case, "--out", str(tmp_path / out)) == code
    assert tshoot.err.startswith("tshoot: ")


def test_delete_needs_to_be_sure(tshoot: Tshoot) -> None:
    case = begin_case()
    assert tshoot("cases", "delete", case) == 2
    assert "--yes" in tshoot.err
    assert tshoot("cases", "delete", case, "--yes") == 0
    assert tshoot("cases", "show", case) == 2


@pytest.mark.parametrize(("typed", "code"), [("yes\n", 0), ("no\n", 1), ("\n", 1), ("", 1)])
def test_delete_asks_a_person(tshoot: Tshoot, typed: str, code: int) -> None:
    case = begin_case()
    assert tshoot("cases", "delete", case, given=typed, terminal=True) == code
    assert "Delete it for good?" in tshoot.out and "Wi-Fi does not connect" in tshoot.out
    assert ("is deleted" in tshoot.out) == (code == 0)


def test_state_is_taken_before_and_behind_the_sub_command(tshoot: Tshoot, tmp_path: Path) -> None:
    begin_case()
    for words in (("--state", str(tmp_path), "cases", "list"), ("cases", "list", "--state", str(tmp_path))):
        assert tshoot(*words) == 0
        assert "There are no cases yet" in tshoot.out
