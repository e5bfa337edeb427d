"""`tshoot import` as the command line calls it: files, encodings, exit codes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tshoot.cli.main import run

MIB = 1024 * 1024


@pytest.fixture
def chart(tmp_path: Path) -> Callable[[str, str], Path]:
    def write(name: str, text: str) -> Path:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return write


def test_the_command(
    chart: Callable[[str, str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = chart("my lamp.mmd", "graph TD\nA{Is it on?} -->|Yes| B[It works]\nA -->|No| C[Plug it in.]")
    assert run(["import", str(good), "-o", str(tmp_path)]) == 0
    assert "Everything was carried over." in capsys.readouterr().out
    assert {path.name for path in tmp_path.glob("*.yaml")} == {"my-lamp.yaml", "my-lamp.test.yaml"}
    assert run(["import", str(good), "-o", str(tmp_path)]) == 2
    assert "exists already" in capsys.readouterr().err
    assert run(["import", str(good), "--report", str(tmp_path / "r.txt")]) == 0
    assert (out := capsys.readouterr()).out.startswith("# Imported")
    assert "Guessed" not in out.err
    assert "Guessed" in (tmp_path / "r.txt").read_text()


@pytest.mark.parametrize(
    ("name", "text", "words", "code"),
    [
        ("a.txt", "nothing here", [], 2), ("a.mmd", "", [], 1), ("a.mmd", "graph TD\n?", [], 1),
        ("a.mmd", "graph TD\nA", ["-o", "none"], 2), ("a.txt", "On?,Yes,Good", ["--format", "csv"], 1),
    ],
)  # fmt: skip
def test_exit_codes(chart: Callable[[str, str], Path], name: str, text: str, words: list[str], code: int) -> None:
    assert run(["import", str(chart(name, text)), *words]) == code


@pytest.mark.parametrize(
    ("source", "code", "said"),
    [
        ("K\xfcche?,Ja,Gut".encode("cp1252"), 1, "it was read as Windows-1252"),
        ("K\xfcche?,Ja,Gut".encode("utf-16"), 1, "no line with the names of columns"),
        ("\ufeffquestion,answer,next\nK\xfcche?,Ja,Gut".encode(), 0, "Everything was carried over."),
    ],
)
def test_what_spreadsheets_write(
    source: bytes, code: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kitchen.csv").write_bytes(source)
    assert run(["import", str(tmp_path / "kitchen.csv")]) == code
    out, report = capsys.readouterr()
    assert "ask: Küche?" in out
    assert said in report


def test_a_published_story_is_no_twee(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "story.html").write_text("<html><tw-storydata name='x'></tw-storydata></html>")
    assert run(["import", str(tmp_path / "story.html")]) == 2
    assert "Export As Twee" in capsys.readouterr().err


def test_files_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", str(tmp_path / "none.mmd")]) == 2
    assert run(["import", str(tmp_path), "--format", "csv"]) == 2
    (tmp_path / "large.mmd").write_bytes(b"x" * (MIB + 1))
    assert run(["import", str(tmp_path / "large.mmd")]) == 2
    (tmp_path / "bytes.csv").write_bytes(b"\xff\xfe\x00question,answer,next\n")
    assert run(["import", str(tmp_path / "bytes.csv")]) == 1
    assert "Traceback" not in capsys.readouterr().err
