"""One database under several threads, and its log."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.samples import CASE, head, note, start
from tshoot.store import database
from tshoot.store.cases import CaseStore


def test_threads_share_one_store(state: Path) -> None:
    failures: list[BaseException] = []

    def walk(case: str) -> None:
        try:
            store.create(head(case), [start()])
            for after in range(1, 30):
                store.append(case, [note()], after=after, header=head(case))
        except BaseException as error:
            failures.append(error)

    with CaseStore(state) as store:
        threads = [threading.Thread(target=walk, args=(name,)) for name in "ABCD"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == []
        assert [len(store.load(case).events) for case in "ABCD"] == [30] * 4


@pytest.fixture
def small_log(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    monkeypatch.setattr(database, "_LONG_WAL", 100_000)
    yield 100_000


def test_the_log_is_folded_when_long_and_waits_for_readers(state: Path, small_log: int) -> None:
    wal = state / "cases.db-wal"
    with CaseStore(state) as store:
        longest = 0
        for after in range(2, 80):
            store.append(CASE, [note("x" * 900)], after=after, header=head())
            longest = max(longest, wal.stat().st_size)
        assert longest < small_log
        reader = sqlite3.connect(state / "cases.db", isolation_level=None)
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM events").fetchone() == (80,)
        for after in range(80, 120):
            store.append(CASE, [note("x" * 900)], after=after, header=head())
        assert wal.stat().st_size > small_log
        assert reader.execute("SELECT count(*) FROM events").fetchone() == (80,)
        reader.close()
        for after in range(120, 220):
            store.append(CASE, [note("x" * 900)], after=after, header=head())
        assert wal.stat().st_size < small_log
        assert len(store.load(CASE).events) == 220 and store.findings() == []
