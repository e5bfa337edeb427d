"""`tshoot new`: what it writes has no finding, and its tests pass at once."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tshoot.authoring.naming import slug, unused
from tshoot.authoring.scaffold.parts import SHAPES
from tshoot.cli import new
from tshoot.cli.main import run
from tshoot.model.checks import CHECK_RESULTS


def begun(folder: Path, *words: str) -> int:
    return run(["new", *words, "--out", str(folder)])


def fine(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing to say about the folder, and all tests pass."""
    capsys.readouterr()
    assert run(["lint", str(folder), "--trees", str(folder)]) == 0
    assert "nothing to say" in capsys.readouterr().out
    assert run(["test", str(folder), "--coverage", "--trees", str(folder)]) == 0
    assert "not taken" not in capsys.readouterr().out


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("tier", ["1", "2"])
def test_each_shape_is_right_from_the_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], shape: str, tier: str
) -> None:
    assert begun(tmp_path, "lamp", "--yes", "--shape", shape, "--tier", tier) == 0
    fine(tmp_path, capsys)
    written = "".join(path.read_text() for path in tmp_path.iterdir())
    assert max(map(len, written.splitlines())) <= 80
    assert '"' not in written


@pytest.mark.parametrize("check", CHECK_RESULTS)
def test_each_check_is_right_from_the_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], check: str
) -> None:
    assert begun(tmp_path, "lamp", "--yes", "--check", check) == 0
    fine(tmp_path, capsys)


def test_the_choices_are_those_of_the_language() -> None:
    assert new.SHAPES == SHAPES
    assert tuple(CHECK_RESULTS) == new.CHECKS


@pytest.mark.parametrize(
    "text",
    ['it\'s "broken": {no} #1', "- a", "true", "x" * 5000, "a\x1b[31mb\x07", "“quoted”", "{os}", "日本語", " "],
)
def test_any_words_can_be_said(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    words = [f"--{key}={text}" for key in ("title", "symptom", "summary", "area", "owner")]
    assert begun(tmp_path, "lamp", "--yes", *words) == 0
    assert "\x1b" not in (tmp_path / "lamp.yaml").read_text(encoding="utf-8")
    capsys.readouterr()
    assert run(["lint", str(tmp_path), "--trees", str(tmp_path)]) == 0
    assert " 0 errors" in (out := capsys.readouterr().out) or "nothing to say" in out


def test_it_asks_line_by_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [
        "Lamp is dark",
        "no light",
        "the lamp is off",
        "",
        "From a dark lamp to light.",
        "1",
        "everyone",
        "both",
        "desk",
        "",
        "check",
        "wifi",
    ]
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in answers)))
    assert begun(tmp_path, "lamp") == 0
    text = (tmp_path / "lamp.yaml").read_text(encoding="utf-8")
    for line in (
        "title: Lamp is dark",
        "summary: From a dark lamp to light.",
        "  - no light",
        "  - the lamp is off",
        "area: desk",
        "    check: wifi",
    ):
        assert f"{line}\n" in text
    said = capsys.readouterr().out
    assert "Please answer with one of these: user, agent, both." in said
    assert "Ctrl+C stops" in " ".join(said.split("> ")[0].split())
    assert "Tier 1 is the first line of support" in said
    asked = said.partition("Written:")[0].replace("> ", "\n")
    assert max(map(len, asked.splitlines())) <= 80
    fine(tmp_path, capsys)


def at_a_terminal(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Standard input is a terminal at which these lines are typed."""
    typed = io.StringIO("".join(f"{line}\n" for line in answers))
    monkeypatch.setattr(typed, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", typed)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)


@pytest.mark.parametrize(
    ("answers", "name", "title"),
    [
        (("The lamp is dark", ""), "the-lamp-is-dark", "The lamp is dark"),
        (("", "The lamp is dark", "a/b", "lamp", "Lamp 2"), "lamp-2", "The lamp is dark"),
        (("Lamp", ""), "lamp-3", "Lamp"),
        (("日本", "", "nihon"), "nihon", "日本"),
    ],
)
def test_without_a_name_a_terminal_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    answers: tuple[str, ...], name: str, title: str,
) -> None:  # fmt: skip
    for taken in ("lamp.yaml", "lamp-2.test.yaml") if name == "lamp-3" else ("lamp.yaml",):
        (tmp_path / taken).write_text("mine")
    at_a_terminal(monkeypatch, *answers, *[""] * 9)
    assert run(["new", "--out", str(tmp_path)]) == 0
    assert f"id: {name}\ntitle: {title}\n" in (tmp_path / f"{name}.yaml").read_text(encoding="utf-8")
    assert (tmp_path / f"{name}.test.yaml").exists()
    assert (f"[{name}]" in " ".join(capsys.readouterr().out.split())) == (answers[1] == "" and title != "日本")


@pytest.mark.parametrize("words", [(), ("--yes",), ("--title", "Lamp")])
def test_without_a_name_and_a_terminal_it_is_missed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Lamp is dark\nlamp\n"))
    assert begun(tmp_path, *words) == 2
    assert capsys.readouterr() == (
        "",
        "tshoot: The following arguments are required: NAME.\n`tshoot new --help` says more.\n",
    )
    assert list(tmp_path.iterdir()) == []


def test_the_summary_does_not_repeat_the_title(tmp_path: Path) -> None:
    assert begun(tmp_path, "lamp", "--yes", "--title", "The lamp is dark") == 0
    assert "\nsummary: The first steps, then a person.\n" in (tmp_path / "lamp.yaml").read_text()


def test_interrupted_it_says_that_nothing_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> str:
        raise KeyboardInterrupt

    typed = io.StringIO()
    monkeypatch.setattr(typed, "readline", interrupted)
    monkeypatch.setattr("sys.stdin", typed)
    assert begun(tmp_path, "lamp") == 130
    assert capsys.readouterr().err == "\nStopped. Nothing was written.\n"
    assert list(tmp_path.iterdir()) == []


def test_when_the_answers_end_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Lamp is dark\n"))
    assert begun(tmp_path, "lamp") == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", ["lamp.yaml", "lamp.yml", "lamp.test.yaml"])
def test_nothing_is_written_over(tmp_path: Path, there: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / there).write_text("mine")
    assert begun(tmp_path, "lamp", "--yes") == 2
    assert "exists already" in capsys.readouterr().err
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [(there, "mine")]


@pytest.mark.parametrize("name", ["../lamp", "a/b", "a\\b", "/etc/lamp", "..", ".lamp", "???", "", "\x1b"])
def test_a_path_or_nothing_is_no_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "in").mkdir()
    assert begun(tmp_path / "in", "--yes", "--", name) == 2
    assert [path.name for path in tmp_path.rglob("*")] == ["in"]


def test_without_the_folder_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert begun(tmp_path / "none", "lamp", "--yes") == 2
    assert "There is no folder" in capsys.readouterr().err


def test_a_schema_that_is_near_is_named(tmp_path: Path) -> None:
    (tmp_path / "schema").mkdir()
    (tmp_path / "trees").mkdir()
    for kind in ("tree", "test"):
        (tmp_path / "schema" / f"{kind}.schema.json").write_text("{}")
    assert begun(tmp_path / "trees", "lamp", "--yes") == 0
    first = [(tmp_path / "trees" / name).read_text().split("\n")[0] for name in ("lamp.yaml", "lamp.test.yaml")]
    assert first == [f"# yaml-language-server: $schema=../schema/{kind}.schema.json" for kind in ("tree", "test")]


@pytest.mark.parametrize(
    ("text", "name"),
    [("Printer is dark", "printer-is-dark"), ("Größe & Maß", "grosse-mass"), ("it's", "its"), ("CON", "con-1"),
     ("settings", "settings-1"), ("return", "return-1"), ("---", ""), ("日本", ""), ("a" * 60, "a" * 40),
     ("one two three four five six seven eight nine ten", "one-two-three-four-five-six-seven-eight")],
)  # fmt: skip
def test_names_are_cleaned(text: str, name: str) -> None:
    assert slug(text) == name


def test_a_taken_name_gets_a_number() -> None:
    assert unused("a", {"a", "a-2"}) == "a-3"
