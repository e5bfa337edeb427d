"""The shipped glossary: sound, short, calm, and about words that people meet."""

from __future__ import annotations

import re

import pytest

from tests.library.shelf import FOLDER
from tests.test_library import LONGEST_SENTENCE, UNWELCOME, sentences
from tshoot.authoring.glossary import parse_glossary
from tshoot.conversation.texts import term_meaning
from tshoot.engine.markup import to_plain
from tshoot.model.library import Term

PARSED = parse_glossary((FOLDER / "glossary.yaml").read_bytes(), "glossary.yaml")
TERMS = PARSED.value.terms
EACH = pytest.mark.parametrize("term", TERMS, ids=lambda term: term.name)


def test_nothing_is_to_be_said_about_it() -> None:
    assert PARSED.diagnostics == ()
    assert 15 <= len(TERMS) <= 30
    assert {"VPN", "router", "MFA", "cache", "driver", "DNS", "SSID", "taskbar"} <= {term.name for term in TERMS}


def test_no_settings_come_with_it() -> None:
    assert not (FOLDER / "settings.yaml").exists()


@EACH
def test_a_meaning_is_short_and_calm(term: Term) -> None:
    assert [one for one in sentences(term.means) if len(one.split()) > LONGEST_SENTENCE] == []
    assert len(list(sentences(term.means))) <= 3
    assert not UNWELCOME.search(term.means)
    assert to_plain(term_meaning(term)).startswith(f"{term.name}: ")


@EACH
def test_a_meaning_does_not_lean_on_the_word_itself(term: Term) -> None:
    first = next(sentences(term.means))
    assert not re.search(rf"\b{re.escape(term.name)}\b", first, re.IGNORECASE)
