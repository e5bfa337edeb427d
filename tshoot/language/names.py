"""Where people name themselves or others in what they type: introductions, greetings and sign-offs.

A name is known by its place and its capital; in lower case by its place alone. Words come as typed, with line ends
as words of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tshoot.language.words import STOP_WORDS, fold, word_set

ORDINARY = word_set(
    """laptop desktop computer pc mac macbook notebook tablet phone mobile cell telephone printer server host box
    desk office room floor home house building work front back reception team group department service help support
    call mail email chat extension ext tel number user admin guest test local win windows linux macos
    none unknown nobody nothing same mr mrs ms dr"""
)
"""Words that say nothing about a person where they are a part of what somebody is reached by."""

_END = (",", ".", "!", "?", ";", ":")
_EDGES = "\"'“”„‚‘’«»()[]{}<>*_`.,;:!?…-–—"
MOST = 3
"""Words of a name."""

_INTRODUCTIONS = tuple(
    tuple(words.split())
    for words in (
        "my name is", "my name's", "my names", "me llamo", "mi nombre es", "mein name ist", "ich heisse",
        "je m'appelle", "mon nom est", "meu nome e", "mi chiamo",
    )
)  # fmt: skip
_I_AM = tuple(
    tuple(words.split()) for words in ("i'm", "im", "i am", "this is", "here is", "it's", "ich bin", "soy")
)
_FROM = word_set("from calling speaking writing here at in with")
_SAYS_MORE = word_set("from calling speaking")
_TITLES = word_set("mr mrs ms miss dr prof sir madam herr frau senor senora monsieur madame")
_GREETINGS = word_set(
    """hi hello hey heya hiya dear hallo hola bonjour salut moin servus ola ciao greetings good guten buenos buenas
    bom boa morning afternoon evening day morgen tag abend dias tardes noches there all dia tarde noite"""
)
_GREETED_LAST = word_set("good guten buenos buenas bom boa")
"""Greetings of two words begin so."""
_THANKS = word_set(
    """thanks thank thx thnx tnx ty cheers regards rgds best sincerely yours wishes gruss grusse mfg saludos
    cordialement merci danke gracias obrigado obrigada br kr greetings signed"""
)
_FILLERS = _THANKS | word_set(
    """you u in advance again a lot so very much and many kind warm warmest for your ur help time all the everyone
    everybody team guys mit freundlichen grussen viele liebe"""
)
_DOES = word_set(
    """is isn't isnt does doesn't doesnt not won't wont keeps can't cant cannot has was stopped stops crashes shows
    are aren't arent do don't dont did didn't will says went freezes asks no"""
)
"""Behind a capital word: that is what the message is about, and no name."""
_SIGNATURE = 12
"""Words of a whole signature."""


def is_name(word: str) -> bool:
    """Whether it is written as a name: one capital in front, and no word that any sentence may begin with."""
    bare = word.strip(_EDGES)
    letters = bare.replace("'", "").replace("’", "").replace("-", "")
    written = letters.isalpha() and bare[:1].isupper() and not (bare.isupper() and len(letters) > 1)
    return written and fold(bare) not in STOP_WORDS


def introduced(words: Sequence[str]) -> Iterator[int]:
    """The places of names that somebody is introduced, greeted or signed by."""
    low = [fold(word.strip(_EDGES)) if word != "\n" else word for word in words]
    for find in (_named, _i_am, _greeted, _here, _thanked, _last_line, _behind_dash):
        yield from find(words, low)


def _behind(low: Sequence[str], phrases: Sequence[tuple[str, ...]]) -> Iterator[int]:
    """The places behind these phrases."""
    for phrase in phrases:
        size = len(phrase)
        for start in range(len(low) - size):
            if low[start] == phrase[0] and tuple(low[start : start + size]) == phrase:
                yield start + size


def _run(words: Sequence[str], start: int, fits: Callable[[int], bool], most: int = MOST) -> list[int]:
    """The words from here that fit, to the end of the sentence."""
    found: list[int] = []
    for place in range(start, min(start + most, len(words))):
        if words[place] == "\n" or not fits(place):
            break
        found.append(place)
        if words[place].endswith(_END):
            break
    return found


def _named(words: Sequence[str], low: Sequence[str]) -> Iterator[int]:
    for start in _behind(low, _INTRODUCTIONS):
        names = _run(words, start, lambda place: is_name(words[place]))
        yield from names or _run(words, start, lambda place: low[place] not in STOP_WORDS, MOST - 1)


def _i_am(words: Sequence[str], low: Sequence[str]) -> Iterator[int]:
    for start in _behind(low, _I_AM):
        if names := _run(words, start, lambda place: is_name(words[place])):
            yield from names
            continue
        typed = _run(words, start, lambda place: _may_be_name(low[place]), MOST - 1)
        end = start + len(typed)
        if typed and end < len(low) and low[end] in _SAYS_MORE:
            yield from typed


def _may_be_name(low: str) -> bool:
    return low.isalpha() and low not in STOP_WORDS and low not in _FROM and not low.endswith(("ing", "ed"))


def _greeted(words: Sequence[str], low: Sequence[str]) -> Iterator[int]:
    start = 0
    while start < len(low) and low[start] in _GREETINGS:
        start += 1
    if not start or start == len(low):
        return
    closed = words[start - 1].endswith(_END)
    while start < len(low) and low[start] in _TITLES:
        yield start
        start += 1
    names = _run(words, start, lambda place: is_name(words[place]))
    if names and not closed and not _is_subject(words, low, names[-1]):
        yield from names
        return
    typed = _run(words, start, lambda place: _may_be_name(low[place]), MOST - 1)
    if typed and _ends_line(words, typed[-1], ",!") and (not closed or words[typed[-1]].endswith(",")):
        yield from typed


def _is_subject(words: Sequence[str], low: Sequence[str], last: int) -> bool:
    following = low[last + 1] if last + 1 < len(low) else ""
    return not words[last].endswith(_END) and following in _DOES


def _ends_line(words: Sequence[str], place: int, stops: str) -> bool:
    return words[place].endswith(tuple(stops)) or (place + 1 < len(words) and words[place + 1] == "\n")


def _here(words: Sequence[str], low: Sequence[str]) -> Iterator[int]:
    """ "Anna here", at the beginning."""
    start = next((place for place, word in enumerate(low) if word not in _GREETINGS), 0)
    typed = _run(words, start, lambda place: _may_be_name(low[place]), MOST - 1)
    end = start + len(typed)
    if typed and end < len(low) and low[end] == "here":
        yield from typed


def _thanked(words: Sequence[str], low: Sequence[str]) -> Iterator[int]:
    """What stands behind the thanks at the end."""
    first = max(0, len(low) - _SIGNATURE - 4)
    trigger = next((place for place in range(first, len(low)) if low[place] in _THANKS), None)
    if trigger is None:
        return
    start = trigger
    while start < len(low) and (low[start] in _FILLERS or low[start] in ("\n", "")):
        start += 1
    tail = [place for place in range(start, len(low)) if words[place] != "\n"]
    line = _run(words, start, lambda place: True, _SIGNATURE)
    closed = "\n" in words[trigger:start] or words[start - 1].endswith(",")
    if tail and _is_signature(words, low, line, tail, closed):
        yield from tail


def _is_signature(
    words: Sequence[str], low: Sequence[str], line: Sequence[int], tail: Sequence[int], closed: bool
) -> bool:
    if all(is_name(words[place]) for place in line) and len(line) <= MOST:
        return len(tail) <= _SIGNATURE
    plain = all(_may_be_name(low[place]) for place in tail)
    return plain and len(tail) <= (MOST if closed else 1)


def _last_line(words: Sequence[str], low: Sequence[str]) -> Iterator[int]:
    """A name alone on the last of several lines."""
    ends = [place for place, word in enumerate(words) if word == "\n"]
    if ends:
        line = range(ends[-1] + 1, len(words))
        if 0 < len(line) <= MOST and all(is_name(words[place]) for place in line):
            yield from line


def _behind_dash(words: Sequence[str], low: Sequence[str]) -> Iterator[int]:
    """ "— Anna", at the very end."""
    for place in range(max(0, len(words) - MOST - 1), len(words)):
        if words[place][:1] in ("-", "–", "—"):
            rest = range(place if low[place] else place + 1, len(words))
            if rest and all(is_name(words[one]) for one in rest):
                yield from rest
            return
