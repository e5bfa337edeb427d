"""What people type, without what says who they are: the one redaction before wordings are kept or listed.

Word by word and without regular expressions over the whole text, so that no input makes it slow. It rather takes
too much: a wording says what is wrong, and does so without names and numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from tshoot.language.clean import clean
from tshoot.language.names import ORDINARY, introduced
from tshoot.language.words import STOP_WORDS, fold, tokens

GAP = "…"

LIMIT = 4000
"""Characters that are read; what comes later is left out."""

LONGEST_WORD = 80
"""A longer word is a token, a key or nonsense."""

MAX_PHRASE = 200
FEWEST_WORDS, MOST_WORDS = 2, 30
"""A phrase of one word says too little, a long one is a story."""

_BRACKETS = "\"'“”„‚‘’«»()[]{}<>*_`"
_STOPS = ".,;:!?…"
_IN_NUMBERS = frozenset("+-–./()[]#,;:*")
_HEX = frozenset("0123456789abcdefABCDEF:.%")
EVERYDAY = ORDINARY | STOP_WORDS
_BRANDS = frozenset(("m365", "o365", "d365"))


def phrase(text: str, known: Iterable[str] = ()) -> str:
    """The text as a wording to keep: redacted, clean, on one line; empty where it is no good one."""
    words = [word for word in redacted(text, known).split() if word]
    while words and words[0] == GAP:
        del words[0]
    words = words[:MOST_WORDS]
    while words and (words[-1] == GAP or len(" ".join(words)) > MAX_PHRASE):
        words.pop()
    return " ".join(words) if len(tokens(" ".join(words))) >= FEWEST_WORDS else ""


def redacted(text: str, known: Iterable[str] = ()) -> str:
    """The text on one line with a gap for each thing that is about a person: addresses, numbers, paths, names.

    `known` are values of this person's facts, such as their name; also the parts of them are left out.
    """
    words = _words(text)
    gone = set(_told(words)) | set(_numbers(words)) | set(introduced(words)) | set(_known(words, known))
    return _joined(words, gone)


def _words(text: str) -> list[str]:
    """The words as typed; a line end stays as a word of its own, as names often stand before one."""
    lines = clean(text[:LIMIT], lines=True)
    words = [word for line in lines.split("\n") for word in (*line.split(), "\n")][:-1]
    if len(text) > LIMIT and words:
        words.pop()  # it may be the beginning of something that would be seen as a whole only
    return words


def _joined(words: Sequence[str], gone: set[int]) -> str:
    kept: list[str] = []
    for place, word in enumerate(words):
        if word == "\n":
            continue
        if place not in gone:
            kept.append(word)
        elif not kept or kept[-1] != GAP:
            kept.append(GAP)
    return " ".join(kept)


# Single words


def _told(words: Sequence[str]) -> Iterator[int]:
    """Words that tell by their shape what they are."""
    for place, word in enumerate(words):
        if word in ("@", "(at)", "[at]"):
            yield from (other for other in (place - 1, place, place + 1) if 0 <= other < len(words))
        elif _is_private(word):
            yield place


def _is_private(word: str) -> bool:
    inner = word.strip(_BRACKETS + _STOPS)
    if len(word) > LONGEST_WORD or any(char in word for char in "@＠﹫\\"):
        return len(inner) > 0 or len(word) > LONGEST_WORD
    return _digits(word) >= 4 or _is_place(word, inner) or _is_tag(inner)


def _digits(word: str) -> int:
    return sum(char.isdigit() for char in word)


def _is_place(word: str, inner: str) -> bool:
    """A web or network address, a path, the name of a file."""
    low = inner.lower()
    if "://" in low or low.startswith(("www.", "~/", "mailto:")) or low[1:3] in (":/", ":\\"):
        return True
    bare = word.strip(_BRACKETS)
    if (bare.startswith("/") and bare[1:2].isalnum()) or low.count("/") > 1:
        return True
    if low.count(":") > 1 and set(low) <= _HEX:
        return True
    head, dot, tail = inner.rpartition(".")
    return bool(dot and head and len(tail) > 1 and tail.isalnum() and not tail.isdigit() and head[-1].isalnum())


def _is_tag(inner: str) -> bool:
    """What looks like the number of a device or a case: letters and digits mixed."""
    letters = sum(char.isalpha() for char in inner)
    digits = _digits(inner)
    if not letters or not digits or inner.lower() in _BRANDS:
        return False
    if "-" in inner or "_" in inner:
        return digits > 1
    if digits > 2:
        return letters <= 4 or inner.isupper() or _turns(inner) > 1
    return _turns(inner) > 2


def _turns(inner: str) -> int:
    """How often letters and digits take turns."""
    kinds = [char.isdigit() for char in inner if char.isalnum()]
    return sum(left != right for left, right in pairwise(kinds))


# Words together


def _numbers(words: Sequence[str]) -> Iterator[int]:
    """Numbers that are typed in groups, as phone numbers are."""
    run: list[int] = []
    for place, word in enumerate((*words, "")):
        if word == "\n" or (word and all(char.isdigit() or char in _IN_NUMBERS for char in word)):
            run.append(place)
            continue
        if sum(_digits(words[one]) for one in run) >= 5:
            yield from (one for one in run if words[one] != "\n")
        run = []


def _known(words: Sequence[str], known: Iterable[str]) -> Iterator[int]:
    """Words of what is known about this person."""
    values = tuple(known)
    said = [(piece, place) for place, word in enumerate(words) for piece in _pieces(word)] if values else []
    parts = {part for value in values for part in _parts(value)}
    for piece, place in said:
        # "Will" may be a name inside a sentence, "will" is none.
        if piece in parts and (piece not in STOP_WORDS or (place and _has_capital(words[place]))):
            yield place
    for sequence in {tuple(_pieces(value)) for value in values}:
        if len(sequence) > 1 or not EVERYDAY.issuperset(sequence):
            yield from _places_of(sequence, said)


def _parts(value: str) -> Iterator[str]:
    """The words of a value that tell of the person; words such as "laptop" or "desk" are everybody's."""
    name = value.partition("@")[0] if "@" in value else value
    yield from (part for part in _pieces(name) if len(part) > 1 and part not in ORDINARY)


def _has_capital(word: str) -> bool:
    bare = word.lstrip(_BRACKETS)
    return bare[:1].isupper() and not bare.isupper()


def _pieces(text: str) -> list[str]:
    folded = fold(text).removesuffix("'s")
    return "".join(char if char.isalnum() else " " for char in folded).split()


def _places_of(sequence: Sequence[str], said: Sequence[tuple[str, int]]) -> Iterator[int]:
    """Where a value stands word for word, whatever its words are."""
    size = len(sequence)
    for start in range(len(said) - size + 1):
        if all(said[start + offset][0] == sequence[offset] for offset in range(size)):
            yield from (place for _, place in said[start : start + size])
