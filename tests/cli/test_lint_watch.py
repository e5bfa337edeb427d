"""`tshoot lint --watch`: a report at once, and at each save."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.lint_runs import RIGHT, WRONG, folder_of_trees, run
from tshoot.errors import UsageError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return folder_of_trees(tmp_path, monkeypatch)


def watched(path: Path, steps: list[Callable[[], object]], monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """Runs until the steps, each of which is taken in place of a pause, are used up and Ctrl+C is pressed."""
    todo = iter(steps)

    def pause(seconds: float) -> None:
        assert seconds > 0
        step = next(todo, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    monkeypatch.setattr("time.sleep", pause)
    return run(path, "--watch", *words)


def test_a_save_is_seen(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    file = folder / "a.yaml"
    file.write_text(RIGHT)
    steps: list[Callable[[], object]] = [
        lambda: None,
        lambda: file.write_text(WRONG),
        lambda: (folder / "b.yaml").write_text(RIGHT),
        file.unlink,
        lambda: None,
    ]
    assert watched(folder, steps, monkeypatch, "--ignore", "incomplete-header") == 130
    streams = capsys.readouterr()
    reports = streams.out.split("Waiting for changes; Ctrl+C ends.\n")
    assert reports[0] == "1 tree, nothing to say.\n"
    assert reports[1].startswith(f"Changed: {file}\n{file}:3:28: error:")
    assert reports[2].startswith(f"Changed: {folder / 'b.yaml'}\n") and "2 trees: 1 error" in reports[2]
    assert reports[3] == f"Changed: {file}\n1 tree, nothing to say.\n"
    assert reports[4:] == [""]
    assert "\x1b" not in streams.out
    assert streams.err == "\nThe files are no longer watched.\n"


def test_a_file_that_is_being_replaced_is_waited_for(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = folder / "a.yaml"
    file.write_text(RIGHT)
    steps: list[Callable[[], object]] = [file.unlink, lambda: None, lambda: file.write_text(WRONG)]
    assert watched(file, steps, monkeypatch) == 130
    out = capsys.readouterr().out
    assert "unread-file" not in out
    assert out.count("Waiting for changes") == 2


def test_many_trees_are_remembered(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        (folder / f"t{number}.yaml").write_text(RIGHT)
    seen: list[str] = []

    def lint_source(path: str, source: bytes, today: str) -> object:
        from tshoot.store import lint_kept

        seen.append(Path(path).name)
        return lint_kept.lint_source(path, source, today)

    monkeypatch.setattr("tshoot.store.lint_many.lint_source", lint_source)
    steps: list[Callable[[], object]] = [lambda: (folder / "t3.yaml").write_text(WRONG)]
    assert watched(folder, steps, monkeypatch, "--no-cache") == 130
    assert len(seen) == 31 and seen[-1] == "t3.yaml"
    assert "30 trees: 1 error" in capsys.readouterr().out


@pytest.mark.parametrize("words", [("--fix",), ("--diff",), ("--format", "json")])
def test_what_does_not_go_together(folder: Path, words: tuple[str, ...]) -> None:
    with pytest.raises(UsageError):
        run(folder, "--watch", *words)


def test_a_save_of_the_tests_is_looked_at(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, tests = folder / "a.yaml", folder / "a.test.yaml"
    file.write_text(RIGHT)

    def save_both() -> None:
        file.write_text(RIGHT + "summary: s\n")
        tests.write_text("tests: [{name: t, walk: [{b: x}], end: resolved}]\n")

    steps: list[Callable[[], object]] = [
        lambda: tests.write_text("tests: [{name: t, walk: [{bb: x}], end: resolved}]\n"),
        save_both,
    ]
    assert watched(file, steps, monkeypatch, "--ignore", "incomplete-header") == 130
    first, second, third, _ = capsys.readouterr().out.split("Waiting for changes; Ctrl+C ends.\n")
    assert first == "1 tree, nothing to say.\n"
    assert second.startswith(f"Changed: {tests}\n{tests}:1:") and second.endswith("1 tree: 1 error, 0 warnings.\n")
    assert third.startswith(f"Changed: {tests} and 1 other file\n{tests}:1:")
