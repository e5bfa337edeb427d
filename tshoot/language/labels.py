"""Offers named directly: by label, key, number, ordinal, beginning, or a phrase of `means`."""

from __future__ import annotations

from collections.abc import Sequence

from tshoot.language.late import Late
from tshoot.language.question import Offer, Reading
from tshoot.language.words import fold, tokens

ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5,
    "sixth": 6, "6th": 6, "seventh": 7, "7th": 7, "eighth": 8, "8th": 8, "ninth": 9, "9th": 9, "tenth": 10,
    "10th": 10, "last": -1,
}  # fmt: skip
NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_POINTER = (
    r"(?:option|number|no|nr|answer|choice|choose|pick|take|i (?:take|choose|pick|think)|it is|the|#|my answer is)"
)
_NUMBERED = Late(rf"(?:{_POINTER} )*#?(\d{{1,3}}|{'|'.join(NUMBERS)})(?: please)?")
_ORDERED = Late(
    rf"(?:{_POINTER} )*(?:the )?({'|'.join(ORDINALS)})(?: (?:one|option|answer|choice|of them|of those))?(?: please)?"
)


def squash(text: str) -> str:
    """The words alone: case, accents, punctuation and contractions do not count."""
    return " ".join(tokens(text)) or fold(text).strip()


def _letters(text: str) -> str:
    return " ".join(text.casefold().split())


def named(text: str, offers: Sequence[Offer], *, none: str = "") -> Reading | None:
    """The offer that the text names directly, if it does."""
    said = squash(text)
    if not said:
        return None
    if none and said == squash(none):
        return Reading("none", why="its label")
    # To the letter first: "< 5" and "> 5" differ in no word.
    for alike in (_letters, squash):
        for offer in offers:
            if alike(text) in (alike(offer.label), alike(offer.key)):
                return Reading("option", (offer.key,), why="its label")
    for offer in offers:
        if any(said == squash(phrase) for phrase in offer.means):
            return Reading("option", (offer.key,), why="a phrase that means it")
    below = text.lstrip()[:1] == "-"  # "-1" is no first option
    return (None if below else _numbered(said, offers, none)) or _beginning(said, offers)


def _numbered(said: str, offers: Sequence[Offer], none: str) -> Reading | None:
    place = 0
    if match := _NUMBERED.fullmatch(said):
        place = NUMBERS.get(match[1]) or int(match[1])
        why = f"the number {place}"
    elif match := _ORDERED.fullmatch(said):
        place = ORDINALS[match[1]]
        why = f'"{match[1]}"'
        place = len(offers) if place < 0 else place
    if 1 <= place <= len(offers):
        return Reading("option", (offers[place - 1].key,), why=why)
    return Reading("none", why=why) if none and place == len(offers) + 1 else None


def _beginning(said: str, offers: Sequence[Offer]) -> Reading | None:
    """The one offer whose label begins with what was said; single letters only where the label is a yes or no."""
    starting = []
    for offer in offers:
        label = squash(offer.label)
        whole = label.startswith(said + " ") or (len(said) > 1 and label.startswith(said))
        if whole or (len(said) == 1 and label.split(" ")[0] in ("yes", "no") and label.startswith(said)):
            starting.append(offer)
    if len(starting) == 1 and not said.isdigit():
        return Reading("option", (starting[0].key,), score=0.95, why="the beginning of its label")
    return None


def phrase_inside(text: str, offers: Sequence[Offer]) -> Reading | None:
    """The one offer whose label or `means` stands whole inside the text, with nothing that turns it."""
    said = f" {squash(text)} "
    if TURNERS.search(said):
        return None
    found = {}
    for offer in offers:
        for phrase in (offer.label, *offer.means):
            words = squash(phrase)
            if len(words.split()) > 1 and f" {words} " in said:
                found[offer.key] = phrase
    if len(found) == 1:
        key, phrase = found.popitem()
        return Reading("option", (key,), score=0.9, why=f'"{phrase}"')
    return None


TURNERS = Late(
    r" (?:not|no|never|neither|nor|without|but|except|instead|unless|until|than|nothing|none|hardly|then|again"
    r"|either) "
)
"""Words that may turn a phrase that contains none of them itself."""
