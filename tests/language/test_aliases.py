"""Other words of a company: what they are replaced by, what is added for searching, and hostile ones."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tshoot.language.aliases import LONGEST, MOST_PHRASES, phrase_key, renamed, widened
from tshoot.language.words import LIMIT
from tshoot.model.library import Aliases

COMPANY: Aliases = (
    (
        "SAP",
        ("the red app", "the booking thing", "the booking thing of finance", "Müller's app", "R/3", "赤いアプリ"),
    ),
    ("Jira", ("ticket board",)),
    ("C#", ("c sharp", "a.b*", "(x)+$")),
)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("the red app", "SAP"),
        ("The RED App is slow", "SAP is slow"),
        ("it is the red-app.", "it is SAP."),
        ("“the red app” hangs", "“SAP” hangs"),
        ("the red app's password", "SAP's password"),
        ("my red app hangs", "my SAP hangs"),
        ("the booking thing of finance", "SAP"),
        ("the booking thing of theirs", "SAP of theirs"),
        ("müller’s app", "SAP"),
        ("mu\u0308ller's app", "SAP"),
        ("muller's app", "SAP"),
        ("r 3 and r/3", "SAP and SAP"),
        ("赤いアプリが遅い", "SAPが遅い"),
        ("the red app and the Ticket  Board", "SAP and the Jira"),
        ("c sharp", "C#"),
        ("a.b*", "C#"),
        ("(x)+$", "(C#"),
        # Nothing of these is an alias.
        ("sap is slow", "sap is slow"),
        ("SAP", "SAP"),
        ("the red appliance", "the red appliance"),
        ("the bored app", "the bored app"),
        ("I am in the red. App hangs", "I am in the red. App hangs"),
        ("axbb", "axbb"),
        ("", ""),
    ],
)
def test_other_words_become_the_name(text: str, read: str) -> None:
    assert renamed(text, COMPANY) == read


@pytest.mark.parametrize(
    ("text", "searched"),
    [
        ("the red app hangs", "the red app hangs SAP"),
        ("ticket board and the red app", "ticket board and the red app Jira SAP"),
        ("the red app and the booking thing", "the red app and the booking thing SAP"),
        ("SAP hangs", "SAP hangs"),
        ("no wifi", "no wifi"),
        ("", ""),
    ],
)
def test_a_search_has_the_names_behind_its_words(text: str, searched: str) -> None:
    assert widened(text, COMPANY) == searched


def test_a_long_search_is_cut_and_not_the_names() -> None:
    searched = widened("the red app hangs " + "and so on " * 1000, COMPANY)
    assert searched.endswith(" SAP")
    assert len(searched) <= LIMIT


RECURSIVE: Aliases = (("SAP", ("ERP", "the big one")), ("ERP", ("SAP", "the big one")), ("ERP", ("late",)))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("SAP", "SAP"),
        ("ERP", "ERP"),
        ("the big one", "SAP"),
        ("erp sap the big one", "erp sap SAP"),
        ("late", "ERP"),
    ],
)
def test_a_name_is_never_anothers_word(text: str, read: str) -> None:
    assert renamed(text, RECURSIVE) == read


@pytest.mark.parametrize("nothing", [(), (("", ()),), (("?!", ("...", "")),), (("A", ("x" * (LONGEST + 1),)),)])
def test_aliases_without_words_do_nothing(nothing: Aliases) -> None:
    assert renamed("well ... ?! " + "x" * 200, nothing) == "well ... ?! " + "x" * 200
    assert widened("well ... ?!", nothing) == "well ... ?!"


HOSTILE: Aliases = (
    ("N", ("x" * 1_000_000, "a " * 500_000, "\x00\x1b[2J", "\ud800", "(a+)+$")),
    *((f"N{i}", tuple(f"a a a a a a a a {i} {j}" for j in range(5))) for i in range(1000)),
)


@pytest.mark.parametrize(
    "text", ["a " * 4000, "x" * 1_000_000, "a b " * 500_000, "'" * 8000, "\u0301" * 8000, "🙂" * 8000, "\x1b[2J\ud800"],
    ids=range(7),
)  # fmt: skip
def test_hostile_sizes_take_no_time(text: str) -> None:
    renamed("warm", HOSTILE)
    start = time.process_time()
    renamed(text, HOSTILE)
    widened(text, HOSTILE)
    assert time.process_time() - start < 0.5


def test_more_phrases_than_allowed_do_not_count() -> None:
    many: Aliases = (("N", tuple(f"word{number}" for number in range(MOST_PHRASES + 5))),)
    assert renamed("word0", many) == "N"
    assert renamed(f"word{MOST_PHRASES + 4}", many) == f"word{MOST_PHRASES + 4}"


WORDS = st.text(max_size=60)


@given(WORDS, st.lists(st.tuples(WORDS, st.lists(WORDS, max_size=3).map(tuple)), max_size=4).map(tuple))
def test_no_input_raises_and_a_reading_is_the_same_every_time(text: str, aliases: Aliases) -> None:
    assert renamed(text, aliases) == renamed(text, aliases)
    assert widened(text, aliases) == widened(text, aliases)
    assert isinstance(phrase_key(text), tuple)
