"""The file of a search index is never worth a failure."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from tests.store.conftest import Open
from tests.store.indexes import index_of, notes_builds
from tests.store.trees import put, text
from tshoot.errors import StorageError
from tshoot.store import symptom_files, symptom_index
from tshoot.store.database import IN_MEMORY, Database


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"x",
        b"garbage " * 1000,
        b"SQLite format 3\0" + b"\xff" * 9000,
        "UPDATE documents SET uses = x'0102030405060708'",
        "UPDATE about SET value = 'x' WHERE name = 'change'",
        "DELETE FROM about",
        "DROP TABLE counts",
        "DROP TABLE stems",
        "PRAGMA user_version = 7",
    ],
    ids=range(10),
)
def test_a_damaged_index_is_made_anew(opened: Open, library: Path, tmp_path: Path, damage: bytes | str) -> None:
    with closing(opened()) as catalogue:
        expected = catalogue.search("nothing comes out of the printer")
    path = index_of(tmp_path / "state")
    if isinstance(damage, bytes):
        path.write_bytes(damage)
    else:
        with closing(Database(path, journal="DELETE")) as raw:
            raw.rows(damage)
    catalogue = opened()
    assert catalogue.search("nothing comes out of the printer") == expected
    put(library, wifi=text("Zebra stripes", "the zebra has lost its stripes"))
    catalogue.refresh()
    assert catalogue.search("zebra stripes", persona="agent")[0].tree == "wifi"
    assert catalogue._path != IN_MEMORY


def test_what_a_tree_said_is_damaged(opened: Open, library: Path, tmp_path: Path) -> None:
    with closing(opened()) as catalogue:
        catalogue.search("wifi")
    with closing(Database(index_of(tmp_path / "state"), journal="DELETE")) as raw:
        raw.rows("UPDATE trees SET said = '[1]'")
    put(library, wifi=text("Zebra stripes", "the zebra has lost its stripes"))
    assert opened().search("zebra stripes", persona="agent")[0].tree == "wifi"


def test_an_index_that_cannot_be_written_lives_in_memory(
    opened: Open, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageError("The disk is full.", "")

    monkeypatch.setattr(symptom_index, "build", full)
    catalogue = opened()
    assert catalogue.search("cannot connect to wifi", persona="agent")[0].tree == "wifi"
    assert list((tmp_path / "state").glob("symptoms-*")) == []
    put(library, wifi=text("Zebra stripes", "the zebra has lost its stripes"))
    catalogue.refresh()
    assert catalogue.search("zebra stripes", persona="agent")[0].tree == "wifi"


def test_an_index_that_is_deleted_or_replaced_is_opened_again(opened: Open, tmp_path: Path) -> None:
    one, other = opened(), opened()
    expected = one.search("no wifi", persona="agent")
    assert other.search("no wifi", persona="agent") == expected
    index_of(tmp_path / "state").unlink()
    assert one.search("no wifi", persona="agent") == other.search("no wifi", persona="agent") == expected


def test_two_processes_follow_the_same_index(opened: Open, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rebuilt = notes_builds(monkeypatch)
    one, other = opened(), opened()
    one.search("wifi")
    for number in range(3):
        put(library, wifi=text(f"Zebra {number}", f"the zebra has lost {number} stripes"))
        one.refresh()
        for catalogue in (one, other):
            assert catalogue.search(f"zebra {number} stripes", persona="agent")[0].tree == "wifi"
    assert len(rebuilt) == 1


def test_the_index_of_folders_that_have_gone_is_taken_away(opened: Open, library: Path, tmp_path: Path) -> None:
    put(tmp_path / "gone", vpn=text("VPN"))
    opened(library, tmp_path / "gone").search("vpn")
    opened().search("wifi")
    assert len(list((tmp_path / "state").glob("symptoms-*.db"))) == 2
    (tmp_path / "gone" / "vpn.yaml").unlink()
    (tmp_path / "gone").rmdir()
    put(library, extra=text("Extra"))
    opened().refresh()
    kept = symptom_files.index_file(tmp_path / "state", [str(library)])
    assert list((tmp_path / "state").glob("symptoms-*.db")) == [kept]
