"""The events of all cases of a tree, a few cases at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.samples import head, note
from tshoot.model.event import Event, Pinned, Started
from tshoot.store import histories
from tshoot.store.cases import CaseStore

AT = "2026-11-05T10:00:00Z"


def begun(tree: str) -> tuple[Event, ...]:
    return Started(at=AT, tree=tree), Pinned(at=AT, tree=tree, digest="d")


@pytest.mark.parametrize("batch", [1, 2, 3, 500])
def test_the_cases_of_one_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch: int) -> None:
    monkeypatch.setattr(histories, "BATCH", batch)
    with CaseStore(tmp_path) as store:
        for index, tree in enumerate(["wifi", "printer", "wifi", "wifi-guest", 'wi"fi']):
            store.create(head(f"AAA{index}-AAAA"), begun(tree))
        store.append("AAA2-AAAA", [note()], after=2, header=head("AAA2-AAAA"))
        found = list(store.histories("wifi"))
        assert [len(events or ()) for events in found] == [2, 3]
        assert [events[0] for events in found if events] == [begun("wifi")[0]] * 2
        assert len(list(store.histories('wi"fi'))) == 1


def test_a_damaged_case_is_told_from_the_others(tmp_path: Path) -> None:
    with CaseStore(tmp_path) as store:
        store.create(head("AAAA-AAAA"), begun("wifi"))
        store.create(head("BBBB-BBBB"), begun("wifi"))
        with store._database.writing() as connection:
            connection.execute(
                "UPDATE events SET event = '{\"kind\":\"new\"}' WHERE number = 'AAAA-AAAA' AND seq = 0"
            )
        assert list(store.histories("wifi")) == [None, begun("wifi")]


def test_sources_of_versions(tmp_path: Path) -> None:
    with CaseStore(tmp_path) as store:
        store.create(head(), begun("wifi"), {"d": "tree: 1"})
        assert (store.source("d"), store.source("e")) == ("tree: 1", None)
