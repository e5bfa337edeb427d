"""A search index follows its library: what it finds is what an index made anew would find, whatever happens between."""

from __future__ import annotations

import os
import random
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.conftest import Open
from tests.store.indexes import found_by, index_of, notes_builds, notes_trees
from tests.store.trees import put, text
from tshoot.language.words import word_set
from tshoot.store import catalogue_db, changes, symptom_build, symptom_index
from tshoot.store.catalogue import Catalogue
from tshoot.store.database import Database

WORDS = sorted(
    word_set("wifi printer scanner mouse paper cable password screen sound call mail drive folder slow")
)


@pytest.fixture
def rebuilt(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The indexes that were made anew."""
    return notes_builds(monkeypatch)


def shuffled_tree(chosen: random.Random) -> str:
    phrases = [" ".join(chosen.sample(WORDS, 3)) for _ in range(4)]
    more = chosen.choice(["", "tier: 2", "status: draft", "language: de", f"not_symptoms: [{phrases[3]}]"])
    return text(phrases[0], phrases[1], f"{more}\nsummary: {phrases[2]}")


@pytest.mark.parametrize("seed", range(4))
def test_following_edits_is_like_starting_anew(
    opened: Open, library: Path, tmp_path: Path, rebuilt: list[Path], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(symptom_build, "_DRIFT", -1.0)  # otherwise the threshold lags a little behind
    chosen = random.Random(seed)
    catalogue = opened()
    catalogue.search("wifi")
    for turn in range(12):
        for _ in range(chosen.randint(1, 3)):
            name = f"tree{chosen.randint(1, 8)}"
            if chosen.random() < 0.3:
                (library / f"{name}.yaml").unlink(missing_ok=True)
            else:
                put(library, **{name: shuffled_tree(chosen)})
        catalogue.refresh()
        anew = opened(state=tmp_path / f"anew{turn}")
        for words in (" ".join(chosen.sample(WORDS, 3)), "wifi", "Drucker paper"):
            assert found_by(catalogue, words) == found_by(anew, words)
    assert rebuilt.count(index_of(tmp_path / "state")) == 1


def counted(path: Path) -> tuple[object, ...]:
    """What the trees of an index share."""
    with closing(Database(path, journal="DELETE")) as raw:
        return tuple(
            raw.rows(f"SELECT {columns} FROM {table} ORDER BY 1, 2")
            for table, columns in (
                ("counts", "feature, documents"),
                ("words", "language, word, documents"),
                ("sections", "language, documents"),
                ("trees", "tree, said"),
                ("documents", "tree, against, uses"),
            )
        )


def test_nothing_is_left_of_what_has_gone(opened: Open, library: Path, tmp_path: Path) -> None:
    catalogue = opened()
    catalogue.search("wifi")
    before = counted(index_of(tmp_path / "state"))
    for number in range(5):
        put(
            library,
            extra=text(f"Extra {number} things", f"the {number} zebras", "not_symptoms: [gnu]\nlanguage: es"),
        )
        catalogue.refresh()
        catalogue.search("zebras")
    (library / "extra.yaml").unlink()
    catalogue.refresh()
    catalogue.search("zebras")
    assert counted(index_of(tmp_path / "state")) == before


def test_one_changed_tree_is_indexed_alone(
    opened: Open, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rebuilt: list[Path]
) -> None:
    put(library, **{f"tree{number}": text(f"Title {number}", f"symptom {number}") for number in range(30)})
    catalogue = opened()
    catalogue.search("wifi")
    written = notes_trees(monkeypatch)
    put(library, tree7=text("The scanner hums", "the scanner hums"))
    catalogue.refresh()
    assert catalogue.search("scanner hums")[0].tree == "tree7"
    assert written == ["tree7"]
    assert len(rebuilt) == 1


def test_many_changed_trees_make_it_anew(
    opened: Open, library: Path, rebuilt: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(symptom_index, "_FEW", 3)
    catalogue = opened()
    catalogue.search("wifi")
    put(library, **{f"tree{number}": text(f"Title {number}", f"symptom {number}") for number in range(10)})
    catalogue.refresh()
    assert catalogue.search("symptom 7")[0].tree == "tree7"
    assert len(rebuilt) == 2


def test_more_changes_than_are_kept_make_it_anew(
    opened: Open, library: Path, rebuilt: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "MOST", 2)
    catalogue = opened()
    catalogue.search("wifi")
    put(library, **{f"tree{number}": text(f"Title {number}", f"zebra {number}") for number in range(3)})
    catalogue.refresh()
    assert catalogue.search("zebra 1")[0].tree == "tree1"
    assert len(rebuilt) == 2


def test_a_crash_between_compiling_and_finishing_leaves_nothing_behind(
    opened: Open, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = opened()
    assert first.search("zebra stripes") == [] or first.search("zebra stripes")[0].tree != "wifi"
    put(library, wifi=text("Zebra stripes", "the zebra has lost its stripes"))

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(catalogue_db, "finish_folder", crash)
        with pytest.raises(KeyboardInterrupt):
            first.refresh()
    assert opened().search("zebra stripes", persona="agent")[0].tree == "wifi"


@pytest.mark.parametrize("step", ["_measure", "_remember", "_put"])
def test_a_crash_while_following_changes_nothing(
    opened: Open, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    first = opened()
    first.search("wifi")
    before = counted(index_of(tmp_path / "state"))
    put(library, wifi=text("Zebra stripes", "the zebra has lost its stripes"))
    first.refresh()

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(symptom_build, step, crash)
        with pytest.raises(KeyboardInterrupt):
            first.search("zebra")
    first.close()
    assert counted(index_of(tmp_path / "state")) == before
    assert opened().search("zebra stripes", persona="agent")[0].tree == "wifi"


def test_a_crash_while_it_is_made_leaves_no_file(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(symptom_build, "_measure", crash)
        with pytest.raises(KeyboardInterrupt):
            opened().search("wifi")
    assert list((tmp_path / "state").glob("symptoms-*")) == []
    assert opened().search("no wifi")


def test_what_a_killed_process_left_is_swept_after_a_while(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    old, young = (tmp_path / "state" / f"symptoms-0000.db.{name}.new" for name in ("old", "young"))
    for path in (old, young):
        path.write_bytes(b"x")
    os.utime(old, (time.time() - 9999, time.time() - 9999))
    opened().search("wifi")
    assert not old.exists() and young.exists()


# Larger libraries


def test_a_larger_library_finds_what_a_small_one_would(
    opened: Open, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    things = sorted(word_set("desk lamp badge router camera dock tablet radio menu photo video cursor invoice"))
    put(
        library,
        **{
            f"tree{number}": text(f"The {thing} {other}", f"my {thing} beside the {other} is {number}", audience)
            for number, (thing, other, audience) in enumerate(
                (thing, other, "audience: agent" if len(other) % 2 else "")
                for thing in things
                for other in things
                if thing != other
            )
        },
    )
    catalogue = opened()
    small = Catalogue([library], library.parent / "other")
    questions = [
        "my camera beside the dock",
        "radio",
        "the invoice foldr and the lamp",
        "video tablet menu cursor",
    ]
    large = {
        (words, who): catalogue.search(words, persona=who) for words in questions for who in ("user", "agent")
    }
    monkeypatch.setattr("tshoot.store.symptom_db.ALL", 1000)
    with closing(small):
        for (words, who), found in large.items():
            expected = small.search(words, persona=who)
            assert (found[0].tree, found[0].words) == (expected[0].tree, expected[0].words)
            assert {one.tree for one in found} & {one.tree for one in expected}
