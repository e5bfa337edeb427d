"""What trees are compared by, how rarity, length and spelling count, and from where on a tree fits."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tshoot.language.features import COMMON, KIND, PIECE, WORD, feature, features, word_feature
from tshoot.language.profile import LEVELS, Packed, Profile, packed, unpacked
from tshoot.language.ranking import Query, Rarity, attended, fit, query, sentence
from tshoot.language.spelling import nearest, parted, respelt
from tshoot.language.words import tokens


def profile(*phrases: str) -> Profile:
    return unpacked(packed(phrases, "en"))


def asked(text: str, documents: int = 60) -> Query:
    return query([(1.0, sentence(tokens(text), "en"))], Rarity(documents, {}))


def test_features_have_a_kind_and_a_language() -> None:
    kinds = {one & KIND for one in features("the printer does not print")}
    assert kinds == {0, 1, 2, 3}
    assert {one & KIND for one in features("the is")} == {COMMON}
    assert feature(WORD, "print") != feature(PIECE, "print") != feature(PIECE, "print", "de")
    assert word_feature("the") == 0 and word_feature("the", "de") != 0


@given(st.lists(st.text(min_size=1, max_size=30), max_size=5))
def test_a_profile_is_kept_as_it_is(phrases: list[str]) -> None:
    kept = packed(phrases, "en")
    assert unpacked(kept) == unpacked(Packed(kept.uses, kept.size, kept.plain, kept.everyday, kept.meaning))
    assert all(use in LEVELS for use in unpacked(kept).uses.values())


def test_a_use_is_kept_to_a_hundredth() -> None:
    for count in (1, 2, 5, 30):
        use = profile(*["printer"] * count).uses[word_feature("printer")]
        alone = profile("printer").uses[word_feature("printer")]
        assert use == pytest.approx(min(count * alone, LEVELS[-1]), rel=0.03)


@pytest.mark.parametrize("uses", [b"123", b"1234", b"123456789"])
def test_bytes_that_are_no_profile_are_noticed(uses: bytes) -> None:
    with pytest.raises(ValueError):
        unpacked(Packed(uses, 1, 1.0, 0.0, b""))


def test_a_phrase_itself_fits_best_and_nothing_fits_nothing() -> None:
    printer, wifi = profile("printer does not print"), profile("wifi drops all the time")
    own, other = (fit(asked("printer does not print"), one) for one in (printer, wifi))
    assert own > 0.9 and own > 2 * other
    assert fit(asked(""), printer) == fit(asked("zzyzx"), profile()) == 0.0


def test_unknown_words_count_against_a_tree() -> None:
    printer = profile("printer does not print")
    fits = [fit(asked(f"printer {more}"), printer) for more in ("", "bananas", "bananas oranges cherries")]
    assert fits == sorted(fits, reverse=True) and fits[0] > fits[-1] * 1.5


def test_near_in_meaning_counts_a_little_and_only_with_something_in_common() -> None:
    laptop = profile("my notebook is too loud")
    near, far = fit(asked("my laptop is too noisy"), laptop), fit(asked("my sister is too clever"), laptop)
    assert near > far
    assert fit(asked("zebra"), profile("zzz")) == 0.0


@pytest.mark.parametrize("texts", [[], ["printer"], ["hello", "printer does not print", "my aunt is nice"]])
def test_sentences_count_by_how_well_a_tree_knows_them(texts: Sequence[str]) -> None:
    known = [profile("printer does not print"), profile("wifi drops")]
    rarity = Rarity(60, dict.fromkeys(features("printer does not print wifi drops"), 1))
    whole = attended([sentence(tokens(text), "en") for text in texts], rarity, known)
    plain = query([(1.0, sentence(tokens(text), "en")) for text in texts], rarity)
    assert (fit(whole, known[0]) > 1.3 * fit(plain, known[0])) is (len(texts) > 1)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("pritner", "printer"), ("pasword", "password"), ("internt", "internet"), ("rpinter", "printer"), ("wfii", "wifi"),
     ("sprinter", None), ("keyboard", None), ("ward", None)],
)  # fmt: skip
def test_the_nearest_word_begins_alike(word: str, expected: str | None) -> None:
    assert nearest(word, ["printer", "password", "internet", "wifi", "at"]) == expected


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("pritner", "printer"),
        ("orinter", "printer"),
        ("rinter", "printer"),
        ("pprinter", "printer"),
        ("xwifi", "wifi"),
        ("teh", "the"),
        ("wif", None),
        ("f12", None),
        ("win11x", None),
        ("p", None),
        ("zzzzzz", None),
    ],
)
def test_misspelt_words(word: str, read: str | None) -> None:
    known = ["printer", "wifi", "win12x", "f13"]
    assert respelt([word], lambda _: known, ["the", "a"]).get(word) == read


def test_of_two_words_equally_near_the_more_usual_one_is_meant() -> None:
    assert respelt(["carx"], lambda _: ["card", "cars"]) == {"carx": "card"}
    assert respelt(["carx"], lambda _: ["cars", "card"]) == {"carx": "cars"}


def test_a_text_of_unknown_words_is_no_misspelt_one() -> None:
    assert (
        len(respelt([f"printr{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"], lambda _: ["printer"])) <= 12
    )


@pytest.mark.parametrize(
    ("word", "read"),
    [("doesprint", "does print"), ("printerjam", "printer jam"), ("printerxyz", ""), ("printer", ""),
     ("f12print", ""), ("", ""), ("printer" * 6, "")],
)  # fmt: skip
def test_words_without_a_blank_between_them(word: str, read: str) -> None:
    assert parted(word, {"does", "print", "printer", "jam"}) == read
