from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.samples import CASE, head, note, start
from tshoot.errors import StorageError
from tshoot.model.event import Event
from tshoot.store import cases, failures
from tshoot.store.cases import CaseStore
from tshoot.store.database import Database, private_folder, wal_bug
from tshoot.store.migrate import migrate, numbered

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="modes and limits of POSIX systems"),
    # The children of `_in_child` take no locks that a thread of this process may hold.
    pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning"),
]


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.mark.parametrize(
    ("version", "has_it"),
    [
        ((3, 6, 23), False),
        ((3, 7, 0), True),
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 52, 0), False),
        ((4, 0, 0), False),
    ],
)
def test_which_sqlite_has_the_bug(version: tuple[int, ...], has_it: bool) -> None:
    assert wal_bug(version) is has_it


def test_the_database_is_durable_and_private(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with CaseStore(tmp_path / "new" / "state") as store:
            store.create(head(), [start()])
            folder = store.path.parent
            assert mode(folder) == 0o700
            assert {file.name: mode(file) for file in folder.iterdir()} == {
                "cases.db": 0o600, "cases.db-wal": 0o600, "cases.db-shm": 0o600,
            }  # fmt: skip
            pragmas = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
            assert {name: store._database.rows(f"PRAGMA {name}")[0][0] for name in pragmas} == pragmas
    finally:
        os.umask(before)


def test_a_database_that_others_may_read_is_closed_to_them(state: Path) -> None:
    (state / "cases.db").chmod(0o644)
    with CaseStore(state):
        assert mode(state / "cases.db") == 0o600


@pytest.mark.parametrize(("inside", "expected"), [([], 0o700), (["something"], 0o755)])
def test_a_folder_of_the_persons_own_is_closed_only_while_empty(
    tmp_path: Path, inside: list[str], expected: int
) -> None:
    folder = tmp_path / "given"
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    for name in inside:
        (folder / name).touch()
    private_folder(folder)
    assert mode(folder) == expected


# Migrations


def test_migrations_lead_from_nothing_to_the_latest(tmp_path: Path) -> None:
    scripts = tmp_path / "sql"
    scripts.mkdir()
    (scripts / "0001_one.sql").write_text("CREATE TABLE one (x); -- a; b\nINSERT INTO one VALUES ('; ');\n")
    with closing(Database(tmp_path / "a.db")) as opened:
        migrate(opened, scripts)
        assert opened.version() == 1
        (scripts / "0002_two.sql").write_text("ALTER TABLE one ADD COLUMN y DEFAULT 2;")
        migrate(opened, scripts)
        migrate(opened, scripts)
        assert opened.version() == 2
        assert opened.rows("SELECT x, y FROM one") == [("; ", 2)]


def test_a_migration_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    scripts = tmp_path / "sql"
    scripts.mkdir()
    (scripts / "0001_one.sql").write_text("CREATE TABLE one (x);\nCREATE TABLE one (x);\n")
    with closing(Database(tmp_path / "a.db")) as opened:
        with pytest.raises(StorageError):
            migrate(opened, scripts)
        assert opened.version() == 0
        assert opened.rows("SELECT name FROM sqlite_schema") == []


def test_the_shipped_migrations_are_numbered_without_a_gap() -> None:
    assert sorted(numbered(cases._MIGRATIONS)) == list(range(1, len(numbered(cases._MIGRATIONS)) + 1))


def test_many_processes_may_open_a_new_database_at_once(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom tshoot.store.cases import CaseStore\n"
        "from tests.store.samples import head, start\n"
        "for turn in range(8):\n"
        "    print('ready', flush=True)\n    sys.stdin.readline()\n"
        "    with CaseStore(Path(sys.argv[1]) / str(turn)) as store:\n"
        "        store.create(head(store.new_number()), [start()])\n"
        "        print('done', flush=True)\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    top = Path(__file__).parents[2]
    processes = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=top) for _ in range(3)
    ]
    for _ in range(8):
        assert [_line(process) for process in processes] == [b"ready\n"] * 3
        for process in processes:
            assert process.stdin
            process.stdin.write(b"\n")
            process.stdin.flush()
        assert [_line(process) for process in processes] == [b"done\n"] * 3
    for process in processes:
        process.communicate()
        assert process.returncode == 0
    for turn in range(8):
        with CaseStore(tmp_path / str(turn)) as store:
            assert len(store.headers()) == 3 and store.findings() == []


def _line(process: subprocess.Popen[bytes]) -> bytes:
    assert process.stdout
    return process.stdout.readline()


# What can go wrong


def expect_refused(folder: Path, sentence: str) -> None:
    """Opening and reading says this, and nothing but a StorageError comes out."""
    with pytest.raises(StorageError, match=sentence) as caught, CaseStore(folder, patience=0.05) as store:
        store.load(CASE)
    assert caught.value.hint and caught.value.sentence.endswith(".")


def intact(folder: Path, *more: Event) -> None:
    with CaseStore(folder) as store:
        assert store.load(CASE).events == (start(), note(), *more)
        assert store.findings() == []


def test_a_newer_version_is_left_alone(state: Path) -> None:
    with closing(sqlite3.connect(state / "cases.db")) as newer:
        newer.execute("PRAGMA user_version = 99")
    before = (state / "cases.db").read_bytes()
    expect_refused(state, "written by a newer version")
    assert (state / "cases.db").read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"garbage " * 1000, b"x", b"SQLite format 3\0" + b"\xff" * 5000], ids=["text", "short", "head"]
)
def test_garbage_is_left_alone(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "cases.db").write_bytes(content)
    expect_refused(tmp_path, "damaged")
    assert (tmp_path / "cases.db").read_bytes() == content


def test_somebody_elses_database_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "cases.db")) as other:
        other.execute("CREATE TABLE theirs (x)")
    expect_refused(tmp_path, "not one of tshoot's")


@pytest.mark.parametrize("kept", [100, 4096, 3 * 4096, 3 * 4096 + 17])
def test_a_truncated_file(state: Path, kept: int) -> None:
    os.truncate(state / "cases.db", kept)
    expect_refused(state, "damaged")


def test_every_byte_of_a_page_overwritten_is_a_sentence_or_harmless(state: Path) -> None:
    good = (state / "cases.db").read_bytes()
    for page in range(len(good) // 4096):
        (state / "cases.db").write_bytes(good[: page * 4096] + b"\xa5" * 4096 + good[(page + 1) * 4096 :])
        try:
            with CaseStore(state) as store:
                assert store.load(CASE).events == (start(), note())
        except StorageError as error:
            assert "damaged" in error.sentence


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("")
    expect_refused(tmp_path / "state", "a file in the way")
    expect_refused(tmp_path / "state" / "below", "a file in the way")


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "cases.db").mkdir()
    expect_refused(tmp_path, "may not write")


def test_a_link_to_nowhere_in_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "cases.db").symlink_to(tmp_path / "nowhere" / "cases.db")
    expect_refused(tmp_path, "may not write")


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_a_place_where_nobody_can_write() -> None:
    expect_refused(Path("/proc/tshoot"), "may not write")


def test_a_read_only_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """As another user when this is root, whom modes do not stop."""
    import shutil
    import tempfile

    outer = Path(tempfile.mkdtemp(prefix="tshoot-test-"))
    try:
        with CaseStore(outer / "state") as store:
            store.create(head(), [start()])
        home = outer / "home"
        home.mkdir()
        for path in (outer / "state" / "cases.db", outer / "state"):
            path.chmod(0o555)
            os.chown(path, 65534, 65534) if os.geteuid() == 0 else None
        home.chmod(0o555)
        outer.chmod(0o755)
        for folder in (home / "state", outer / "state"):
            assert _in_child(lambda folder=folder: _open_as_nobody(folder)) == "may not write"
    finally:
        (outer / "state").chmod(0o755)
        shutil.rmtree(outer)


def _open_as_nobody(folder: Path) -> str:
    if os.geteuid() == 0:
        os.setuid(65534)
    try:
        with CaseStore(folder) as store:
            store.load(CASE)
    except StorageError as error:
        return "may not write" if "may not write" in error.sentence else error.sentence
    return "opened"


def _in_child(work: object) -> str:
    """Runs it in a forked process of its own."""
    reading, writing = os.pipe()
    if (pid := os.fork()) == 0:
        try:
            os.write(writing, str(work()).encode())  # type: ignore[operator]
        except BaseException as error:
            os.write(writing, repr(error).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    os.waitpid(pid, 0)
    return said


def test_a_full_database(state: Path) -> None:
    with CaseStore(state) as store:
        store._database.rows("PRAGMA max_page_count = 1")
        with pytest.raises(StorageError, match="disk is full") as caught:
            for number in range(10):
                store.append(CASE, [note("x" * 5000)], after=2 + number, header=head())
        assert "saved before is still there" in caught.value.hint
        store._database.rows("PRAGMA max_page_count = 100000")
        store.append(CASE, [note("room again")], after=2, header=head())
    intact(state, note("room again"))


def test_a_disk_that_takes_no_more_bytes_loses_nothing_that_was_acknowledged(state: Path) -> None:
    said = _in_child(lambda: _append_until_refused(state))
    acknowledged, sentence = said.split(" ", 1)
    assert int(acknowledged) > 3
    assert "The disk" in sentence
    with CaseStore(state) as store:
        assert store.findings() == []
        assert [event.at for event in store.load(CASE).events[2:]] == [str(n) for n in range(int(acknowledged))]


def _append_until_refused(state: Path) -> str:
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with CaseStore(state) as store:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
        for number in range(10_000):
            try:
                store.append(CASE, [replace(note("x" * 999), at=str(number))], after=2 + number, header=head())
            except StorageError as error:
                return f"{number} {error.sentence}"
    return "0 never refused"


@pytest.mark.parametrize("how", ["deleted", "folder moved", "another in its place"])
def test_a_file_that_goes_away_in_the_middle_takes_no_more_answers(state: Path, how: str) -> None:
    """SQLite itself would go on acknowledging into a file that nobody finds again."""
    with CaseStore(state) as store:
        store.append(CASE, [note("before")], after=2, header=head())
        if how == "folder moved":
            state.rename(state.with_name("moved"))
        else:
            (state / "cases.db").rename(state / "moved.db")
        if how == "another in its place":
            (state / "cases.db").write_bytes((state / "moved.db").read_bytes())
        with pytest.raises(StorageError, match="moved or deleted") as caught:
            store.append(CASE, [note("after")], after=3, header=head())
        assert "was not saved" in caught.value.sentence
        if how == "folder moved":
            state.with_name("moved").rename(state)
        else:
            (state / "moved.db").rename(state / "cases.db")
        store.append(CASE, [note("back again")], after=3, header=head())
    intact(state, note("before"), note("back again"))


@pytest.mark.parametrize("below", ["", "a/b", "cases.db"])
def test_who_may_not_write_learns_which_folder_is_closed(tmp_path: Path, below: str) -> None:
    assert f"access to {tmp_path}," in failures.not_writable(tmp_path / below).hint


def test_a_read_only_disk_is_named_as_such(tmp_path: Path) -> None:
    found = failures.folder_error(OSError(errno.EROFS, "Read-only file system"), tmp_path / "state")
    assert "the disk is read-only" in found.sentence


def test_a_file_that_somebody_locks_for_long(state: Path) -> None:
    with CaseStore(state, patience=0.05) as store, closing(Database(state / "cases.db")) as other:
        with other.writing(), pytest.raises(StorageError, match="Another program") as caught:
            store.append(CASE, [note()], after=2, header=head())
        assert "Close other tshoot windows" in caught.value.hint
        assert store.load(CASE).events == (start(), note())
        store.append(CASE, [note("then")], after=2, header=head())
    intact(state, note("then"))


def test_an_interruption_in_the_middle_writes_nothing(state: Path) -> None:
    with CaseStore(state) as store:
        with pytest.raises(KeyboardInterrupt), store._database.writing() as connection:
            connection.execute("DELETE FROM cases")
            raise KeyboardInterrupt
        store.append(CASE, [note("after")], after=2, header=head())
    intact(state, note("after"))
