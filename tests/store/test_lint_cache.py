"""What lint has found is kept by content: never wrong after an edit, and never worth a failure."""

from __future__ import annotations

import pickle
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.lint_runs import RIGHT, WRONG, folder_of_trees, run
from tshoot.authoring.library_rules import unready_tree
from tshoot.authoring.parse import parse_tree
from tshoot.model.diagnostic import Diagnostic, Span
from tshoot.store import lint_many
from tshoot.store.lint_cache import FILE_NAME, LintCache
from tshoot.store.lint_kept import Kept, key_of, lint_source, member_of, moved

TREE = b"tree: 1\ntitle: T\nnodes: {a: {handoff: b}, c: {call: d, then: a}}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    trees = folder_of_trees(tmp_path, monkeypatch)
    for number in range(30):
        (trees / f"t{number:02}.yaml").write_text(RIGHT)
    return trees


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were really looked at."""
    seen: list[str] = []

    def counted(path: str, source: bytes, today: str) -> Kept:
        seen.append(Path(path).name)
        return lint_source(path, source, today)

    monkeypatch.setattr(lint_many, "lint_source", counted)
    return seen


def test_what_has_not_changed_is_not_looked_at(
    folder: Path, looked_at: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder) == 0
    first = capsys.readouterr().out
    assert len(looked_at) == 30
    assert run(folder) == 0
    assert capsys.readouterr().out == first
    assert len(looked_at) == 30
    (folder / "t07.yaml").write_text(WRONG)
    assert run(folder) == 1
    assert looked_at[30:] == ["t07.yaml"]
    assert f"{folder / 't07.yaml'}:3:28: error" in capsys.readouterr().out
    (folder / "t07.yaml").write_text(RIGHT)
    assert run(folder) == 0
    assert capsys.readouterr().out == first


def test_a_moved_file_is_known_and_named_by_its_new_path(
    folder: Path, looked_at: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "t07.yaml").write_text(WRONG)
    run(folder)
    moved_to = folder.rename(folder.parent / "others")
    capsys.readouterr()
    assert run(moved_to) == 1
    assert len(looked_at) == 30
    assert f"{moved_to / 't07.yaml'}:3:28: error" in capsys.readouterr().out


def test_without_the_cache_everything_is_looked_at(folder: Path, looked_at: list[str], tmp_path: Path) -> None:
    run(folder, "--no-cache")
    run(folder, "--no-cache")
    assert len(looked_at) == 60
    assert not (tmp_path / "state").exists()


@pytest.mark.parametrize(
    "damage",
    [b"", b"x" * 5000, b"SQLite format 3\0" + b"x" * 5000],
    ids=["empty", "text", "header"],
)
def test_a_damaged_cache_is_made_anew(folder: Path, looked_at: list[str], tmp_path: Path, damage: bytes) -> None:
    run(folder)
    (tmp_path / "state" / FILE_NAME).write_bytes(damage)
    assert run(folder) == 0
    assert len(looked_at) == 60
    run(folder)
    run(folder)
    assert len(looked_at) <= 90


def test_a_state_that_is_no_folder_costs_only_time(folder: Path, looked_at: list[str], tmp_path: Path) -> None:
    (tmp_path / "state").write_text("x")
    assert run(folder) == 0
    assert len(looked_at) == 30


def test_another_day_knows_nothing(tmp_path: Path) -> None:
    key = key_of("tree", "a.yaml", TREE)
    first = LintCache(tmp_path, "2027-01-01")
    first.put({key: lint_source("a.yaml", TREE, "2027-01-01")})
    assert first.get([key]).keys() == {key}
    with closing(LintCache(tmp_path, "2027-01-02")) as second:
        assert second.get([key]) == {}
    first.close()


def test_the_key_stands_for_all_that_findings_depend_on() -> None:
    keys = {
        key_of("tree", "a.yaml", TREE), key_of("tree", "b.yaml", TREE), key_of("test", "a.yaml", TREE),
        key_of("tree", "a.yaml", TREE + b" "), key_of("tree", "a.yaml", TREE, b"x"),
    }  # fmt: skip
    assert len(keys) == 5
    assert key_of("tree", "x/a.yaml", TREE) in keys


def test_a_kept_tree_is_the_tree() -> None:
    parsed = parse_tree(TREE, "here/a.yaml")
    kept = lint_source("a.yaml", TREE, "2027-01-01")
    member = member_of("here/a.yaml", kept, TREE)
    assert member and parsed.tree
    assert member.tree == parsed.tree
    assert member.places == parsed.places
    assert [(one.path, one.target, one.span) for one in member.references] == [
        ("here/a.yaml", "b", Span(3, 22, 3, 23)),
        ("here/a.yaml", "d", Span(3, 36, 3, 37)),
    ]
    finding = Diagnostic("a", Span(), "info", "r", "m")
    assert moved("b", (finding,))[0].path == "b"


class Harmful:
    """Runs something when it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (Path.touch, (Path("harm"),))  # type: ignore[return-value]


def test_what_a_rule_gathers_is_known_without_making_the_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = lint_source("a.yaml", b"status: draft\n" + TREE, "2027-01-01")
    member = member_of("a.yaml", Kept(kept.id, (), b"", b"no tree", kept.gathered), b"")
    assert member and member.gathered(unready_tree.ID, unready_tree.gather) == "draft"
    damaged = member_of("a.yaml", Kept(kept.id, (), b"", kept.tree, b"x"), b"")
    assert damaged and damaged.gathered(unready_tree.ID, unready_tree.gather) == "draft"


def test_findings_between_trees_are_the_same_from_the_cache(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    live = "tree: 1\ntitle: T\nnodes: {a: {call: t01, with: {x: y}, on: {done: b}, else: b}, b: {handoff: gone}}\n"
    (folder / "t00.yaml").write_text(live)
    (folder / "t01.yaml").write_text(RIGHT + "status: draft\n")
    (folder / "t02.yaml").write_text(RIGHT + "id: t03\n")
    shown = []
    for words in ((), (), ("--no-cache",)):
        assert run(folder, "--ignore", "incomplete-header", *words) == 1
        shown.append(capsys.readouterr().out)
    assert shown[0] == shown[1] == shown[2]
    rules = ("unready-tree", "unknown-argument", "unknown-return", "unknown-tree", "duplicate-tree")
    assert [rule for rule in rules if rule not in shown[0]] == []


@pytest.mark.parametrize("data", [b"", b"x", b"\x80\x05]\x94.", pickle.dumps(Harmful()), pickle.dumps(print)])
def test_a_damaged_entry_is_read_from_the_file_and_runs_nothing(
    data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    kept = lint_source("a.yaml", TREE, "2027-01-01")
    for one in (Kept(kept.id, (), kept.references, data), Kept(kept.id, (), data or b"y", kept.tree)):
        member = member_of("a.yaml", one, TREE)
        assert member and member.id == "a"
        assert list(tmp_path.iterdir()) == []
    assert member_of("a.yaml", Kept(kept.id, (), b"y", b""), TREE).references[0].target == "b"  # type: ignore[union-attr]


def test_many_files_in_several_processes_are_the_same_as_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    sources = {f"t{number}.yaml": (WRONG if number % 3 else RIGHT).encode() for number in range(60)}
    alone = {path: lint_source(path, source, "2027-01-01") for path, source in sources.items()}
    monkeypatch.setattr(lint_many, "WORTH_IT", 10)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert lint_many.lint_many(sources, "2027-01-01") == alone


KILLED = """
import os
from tshoot.store import lint_many
os.cpu_count = lambda: 2
tree = b"tree: 1\\ntitle: T\\nnodes: {a: {end: resolved}}\\n" + b"# x\\n" * 20_000
print("begun", flush=True)
lint_many.lint_many({f"{number}.yaml": tree for number in range(20_000)}, "2027-01-01")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="processes end in another way there")
def test_a_killed_process_leaves_no_others_behind() -> None:
    process = subprocess.Popen([sys.executable, "-c", KILLED], stdout=subprocess.PIPE)
    assert process.stdout and process.stdout.readline() == b"begun\n"
    process.kill()
    # The others hold the pipe open as long as they live.
    process.communicate(timeout=60)
