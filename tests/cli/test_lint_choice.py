"""`tshoot lint`: which rules count, and what they say of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.lint_runs import OVERDUE, RIGHT, WRONG, folder_of_trees, run
from tshoot.errors import UsageError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return folder_of_trees(tmp_path, monkeypatch)


@pytest.mark.parametrize(
    ("text", "words", "code", "shown", "hidden"),
    [
        (OVERDUE, (), 0, "review-overdue", "unread-file"),
        (OVERDUE, ("--strict",), 1, "review-overdue", "unread-file"),
        (OVERDUE, ("--strict", "--ignore", "review-overdue"), 0, "incomplete-header", "review-overdue"),
        (OVERDUE, ("--select", "review-overdue"), 0, "review-overdue", "incomplete-header"),
        (OVERDUE, ("--select", "dead-end , review-overdue"), 0, "review-overdue", "incomplete-header"),
        (OVERDUE, ("--select", "dead-end", "--select", "review-overdue"), 0, "review-overdue", "incomplete"),
        (OVERDUE, ("--select", "review-overdue", "--ignore", "review-overdue"), 0, "nothing to say", "overdue"),
        (WRONG, ("--ignore", "dangling-target"), 0, "incomplete-header", "dangling"),
        (WRONG, ("--select", "dead-end"), 0, "nothing to say", "dangling"),
        # a file that cannot be read says so, whatever is asked for
        ("a: [", ("--select", "dead-end"), 1, "yaml-syntax", "missing-key"),
    ],
)
def test_which_rules_count(
    folder: Path, text: str, words: tuple[str, ...], code: int, shown: str, hidden: str,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    (folder / "a.yaml").write_text(text)
    assert run(folder, *words) == code
    out = capsys.readouterr().out
    assert shown in out
    assert hidden not in out


@pytest.mark.parametrize("option", ["--select", "--ignore", "--explain"])
@pytest.mark.parametrize(
    ("rule", "near"),
    [("review-ovrdue", "Did you mean 'review-overdue'?"), ("placeholder", "'bad-placeholder'"), ("x\x1b]0;", "")],
)
def test_a_rule_that_does_not_exist(folder: Path, option: str, rule: str, near: str) -> None:
    with pytest.raises(UsageError, match="There is no rule") as failure:
        run(folder, option, rule)
    assert failure.value.exit_code == 2
    assert near in failure.value.hint
    assert "\x1b" not in failure.value.sentence


@pytest.mark.parametrize("words", [("--ignore", "yaml-syntax"), ("--select", ","), ("--explain", "")])
def test_what_cannot_be_chosen(folder: Path, words: tuple[str, ...]) -> None:
    with pytest.raises(UsageError):
        run(folder, *words)


def test_a_remark_ignores_and_is_counted_by_nobody(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = OVERDUE.rstrip() + " # tshoot: ignore[review-overdue]\n"
    (folder / "a.yaml").write_text("# tshoot: ignore-file[incomplete-header]\n" + text)
    (folder / "b.yaml").write_text("# tshoot: ignore-file[incomplete-header]\n" + RIGHT)
    assert run(folder, "--strict") == 0
    assert capsys.readouterr().out == "2 trees, nothing to say.\n"


def test_a_remark_ignores_what_is_found_between_trees(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "tree: 1\ntitle: T\nnodes:\n  a: {handoff: elsewhere} # tshoot: ignore[unknown-tree]\n"
    (folder / "a.yaml").write_text(text)
    assert run(folder, "--ignore", "incomplete-header") == 0
    assert "nothing to say" in capsys.readouterr().out


def test_one_rule_and_all_rules_are_explained(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--explain", "dead-end") == 0
    out = capsys.readouterr().out
    assert out.startswith("dead-end (warning)")
    assert all(part in out for part in ("Wrong:", "Right:", "Then lint says:"))
    assert run("--explain", "all") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == sorted(lines)
    assert any(line.startswith("dead-end ") for line in lines)


def test_a_folder_without_trees_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="There is no tree to look at here"):
        run("empty")
    assert capsys.readouterr().out == ""
