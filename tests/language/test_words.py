"""Words: contractions, folding and stems."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tshoot.language.words import content, fold, stem, stems, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It doesn't work", "it does not work"),
        ("it doesnt work", "it does not work"),
        ("It doesn’t work", "it does not work"),
        ("I can't, I cannot, I cant", "i can not i can not i can not"),
        ("it's broken", "it is broken"),
        ("I'm sure they've won't", "i am sure they have will not"),
        ("the printer's light", "the printer light"),
        ("Wi-Fi and e-mail", "wifi and email"),
        ("log in to the log", "login to the log"),
        ("dunno", "do not know"),
        ("CAFÉ Ünal", "cafe unal"),
        ("打印 ok", "打 印 ok"),
        ("не печатает", "не печатает"),
        ("👍 !!! ...", ""),
        ("", ""),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert " ".join(tokens(text)) == expected


@pytest.mark.parametrize(
    "forms",
    [
        "print prints printing printed printer",
        "connect connects connecting connected connection connections",
        "charge charges charging charged",
        "stop stopped stopping stops",
        "battery batteries",
        "break broke broken breaking",
        "freeze froze frozen freezing",
        "cancel cancelled cancelling",
        "password passwords",
    ],
)
def test_forms_of_one_word_share_a_stem(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["signal single", "update date", "screen scream", "sound soup", "tight light"])
def test_different_words_keep_different_stems(pair: str) -> None:
    left, right = pair.split()
    assert stem(left) != stem(right)


def test_content_leaves_the_stop_words_out() -> None:
    assert content("please help, my printer is not printing") == ("print", "print")


@given(st.text())
def test_no_text_raises(text: str) -> None:
    assert len(stems(text)) == len(tokens(text))
    assert fold(text) == fold(text)
