"""First messages over the shipped trees: rambles stay one problem, two are both found, far-off ones are refused."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.library.first_messages import USER
from tests.library.opening_words import LONG, ONE
from tests.library.opening_words_more import FAR, TWO
from tshoot.conversation.guessing import Found
from tshoot.conversation.opening import find
from tshoot.conversation.workplace import Workplace
from tshoot.store.cases import CaseStore
from tshoot.store.catalogue import Catalogue

SHIPPED = Path(__file__).parents[2] / "decision_trees"
FEW = ("wifi", "printer", "password-reset")

Find = Callable[[str], Found]


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Find]:
    """Over all shipped trees."""
    yield from finding(SHIPPED, tmp_path_factory.mktemp("all"))


@pytest.fixture(scope="module")
def little(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Find]:
    """Over a library of three trees."""
    folder = tmp_path_factory.mktemp("few")
    for name in FEW:
        shutil.copy(SHIPPED / f"{name}.yaml", folder)
    yield from finding(folder, tmp_path_factory.mktemp("state"))


def finding(trees: Path, state: Path) -> Iterator[Find]:
    catalogue, store = Catalogue([trees], state), CaseStore(state)
    workplace = Workplace(state=state, store=store, catalogue=catalogue)
    yield lambda text: find(workplace, text)
    workplace.close()


def share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


def of(table: Mapping[str, tuple[str, ...]], *names: str) -> list[tuple[str, str]]:
    return [(tree, text) for tree, texts in table.items() for text in texts if not names or tree in names]


def test_two_problems_are_both_offered_in_the_order_told(everything: Find) -> None:
    hits = [tuple(one.hit.tree for one in everything(text).problems) == trees for text, trees in map(split, TWO)]
    assert share(hits) >= 0.85, [text for (text, *_), hit in zip(TWO, hits, strict=True) if not hit]


def split(row: tuple[str, str, str]) -> tuple[str, tuple[str, str]]:
    return row[0], (row[1], row[2])


@pytest.mark.parametrize(("text", "trees"), [
    ("I can't print and I can't log in", ("printer", "password-reset")),
    ("my account is locked and i forgot my password", ("account-locked", "password-reset")),
    ("i cant print and my boss is angry and it is urgent", ()),
])  # fmt: skip
def test_short_parts_that_are_clear_are_problems(everything: Find, text: str, trees: tuple[str, ...]) -> None:
    assert tuple(one.hit.tree for one in everything(text).problems) == trees


def test_three_problems_are_all_offered(everything: Find) -> None:
    found = everything("wifi wont connect and i dont get any emails on my phone, plus please reset my pw")
    assert [one.hit.tree for one in found.problems] == ["wifi", "email-not-arriving", "password-reset"]


@pytest.mark.parametrize("table", [ONE, LONG, USER], ids=["rambles", "stories", "short"])
def test_one_problem_is_not_made_two(everything: Find, table: Mapping[str, tuple[str, ...]]) -> None:
    split = [text for _, text in of(table) if everything(text).problems]
    assert len(split) <= len(of(table)) // 50, split


def test_rambles_find_their_tree(everything: Find) -> None:
    found = [(everything(text), tree) for tree, text in of(ONE)]
    assert share([bool(one.hits) and one.hits[0].tree == tree for one, tree in found]) >= 0.95
    assert share([one.fits for one, _ in found]) >= 0.97


def test_long_stories_fit_in_a_small_library_too(little: Find) -> None:
    found = [(little(text), tree) for tree, text in of(LONG, *FEW)]
    assert share([one.hits[0].tree == tree for one, tree in found]) >= 0.85
    assert share([one.fits for one, _ in found]) >= 0.7


@pytest.mark.parametrize("library", ["everything", "little"])
def test_what_is_far_off_is_refused(library: str, request: pytest.FixtureRequest) -> None:
    search: Find = request.getfixturevalue(library)
    found = [(search(text), text) for text in FAR]
    assert share([not one.fits for one, _ in found]) >= 0.85, [text for one, text in found if one.fits]
    assert not [text for one, text in found if one.problems]


def test_the_cause_counts_for_more_than_what_comes_of_it(everything: Find) -> None:
    found = everything("wifi is down so I cannot print or send mail")
    assert {hit.tree for hit in found.hits[:2]} == {"wifi", "no-internet"}


def test_two_close_trees_are_told_apart_by_their_own_words(everything: Find) -> None:
    close = [everything(text).close for _, text in of(USER)]
    asked = [near for near in close if near]
    assert 0 < len(asked) <= len(close) // 10
    for one, other in asked:
        assert one.words and other.words and one.words != other.words
        assert abs(one.hit.score - other.hit.score) < 0.05


def test_a_message_is_read_the_same_every_time(everything: Find) -> None:
    for text, *_ in TWO[:5]:
        assert everything(text) == everything(text)
