"""A first message as the stretches that may each tell a problem.

Most messages tell one problem in several sentences: what happened, what was tried, what it keeps somebody from. Such
sentences stay together; greetings, names, thanks and descriptions of the machine go.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from tshoot.language import problem_phrases as phrases
from tshoot.language.late import Late
from tshoot.language.words import LIMIT, STOP_WORDS, tokens, word_set
from tshoot.model.record import record

MOST = 6
"""Stretches that are told apart; what comes later belongs to the last."""


@record
class Part:
    """One stretch."""

    text: str
    added: bool = False
    """It is said to be one thing more: "also", "another problem", a list's point; so is the first before such."""


def parts(text: str) -> tuple[str, ...]:
    """The stretches of a first message that may each tell a problem, in order."""
    return tuple(part.text for part in told(text))


def told(text: str) -> tuple[Part, ...]:
    """The same, each with whether it is said to be one thing more."""
    text = _tidy(text[:LIMIT])
    several = bool(_SEVERAL.search(text))
    found: list[Part] = []
    for stretch, added in _stretches(text):
        own = _bare(stretch)
        if _says_nothing(own):
            continue
        if found and (_goes_on(own, added) or len(found) == MOST):
            found[-1] = Part(f"{found[-1].text}. {own}", found[-1].added)
        else:
            found.append(Part(own, (added or several) and bool(found)))
    if any(part.added for part in found):
        found[0] = Part(found[0].text, True)
    return tuple(found)


def cause(text: str) -> str:
    """What is wrong, where the rest of a message is what comes of it: "wifi is down so I cannot print"; else empty."""
    text = _tidy(text[:LIMIT])
    hence = _HENCE.search(text)
    if hence:
        return text[: hence.start()].strip(" ,.;")
    reason = _FOR.match(text)
    return text[reason.start(1) :].strip(" ,.;") if reason else ""


def _any(pieces: Iterable[str]) -> str:
    return f"(?:{'|'.join(pieces)})"


def _pattern(source: str) -> Late:
    return Late(source, re.IGNORECASE)


_SEVERAL = _pattern(rf"\b{phrases.SEVERAL}\b")
_HENCE = _pattern(rf"[\s,]{phrases.HENCE}\b")
_FOR = _pattern(rf"(?:i|we|nobody) (?:can't|cannot|can not|cant) [^.!?;]*?[\s,]({phrases.FOR} .*)")


# Cutting


def _tidy(text: str) -> str:
    """Single blanks and single marks; ends of lines stay."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return _MARKS.sub(r"\1", "\n".join(line for line in lines if line))


_MARKS = Late(r"([,:;])(?:\s?[,:;])+")


def _stretches(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces between sentence ends, list points and joining words, and whether each is announced as one more."""
    for number, point in enumerate(_points(text)):
        later = number > 0 and bool(_POINT.match(point))
        for sentence in _sentences(point):
            for piece in _statements(sentence):
                rest, announced = _announced(piece)
                yield rest, announced or later
                later = False


_POINT = Late(r"\(?\d{1,2}[.):]\s|[-*\u2022]\s")
_NUMBER = Late(r"(?:^|(?<=[\s:;,.]))\(?(\d{1,2})[.):](?=\s)")
_BULLET = Late(r"(?:^|(?<=\n))[-*\u2022]\s")


def _points(text: str) -> list[str]:
    """A list's points, with what stands before the first; a text without a list is one point."""
    starts: list[int] = []
    for match in _NUMBER.finditer(text):
        if int(match[1]) == len(starts) + 1:
            starts.append(match.start())
    if len(starts) < 2:
        starts = [match.start() for match in _BULLET.finditer(text)]
    if len(starts) < 2:
        return [text]
    return [text[start:end] for start, end in pairwise([0, *starts, len(text)])]


_ENDS = Late(r"(?<!\be\.g)(?<!\bi\.e)(?<!\bno)(?<!\bvs)(?<!\betc)[.!?;]+(?=\s|$)|\n+|\s[-\u2013\u2014]+\s")


def _sentences(point: str) -> Iterator[str]:
    numbered = _POINT.match(point)
    pieces = _ENDS.split(point[numbered.end() :] if numbered else point)
    return (piece.strip() for piece in pieces)


_MORE, _SUBJECT = _any(phrases.MORE), _any(phrases.SUBJECTS)
_CUT = _pattern(
    rf"(?<=(?:things|issues|points|topics)):\s|(?<=problems):\s"
    rf"|,?\s(?:and|but|oh)\s(?={_MORE}\b)|[,:]\s(?={_MORE}\b)|\s(?=(?:also|plus)\s{_SUBJECT})"
    rf"|\s(?=(?:in addition|on top of (?:that|this))\b)|,?\s(?:and|as well as)\s(?={_SUBJECT})|,\s(?={_SUBJECT})"
)
_OPENS = _pattern(rf"(?:and |but |oh,? )?{_MORE}(?![\w'])[\s,:]*")
_INSIDE = _pattern(r"(?:and )?(i|we) (?:also|additionally) ")
_DEPENDS = _pattern(rf"(?:and |but )?{_any(phrases.DEPENDS)}\b")


def _statements(sentence: str) -> list[str]:
    """A sentence cut where another statement begins; "when I print, …" waits for what follows it."""
    pieces: list[str] = []
    for piece in _CUT.split(sentence):
        if pieces and _DEPENDS.match(pieces[-1]) and not _OPENS.match(piece):
            pieces[-1] = f"{pieces[-1]}, {piece}"
        else:
            pieces.append(piece)
    return pieces


def _announced(piece: str) -> tuple[str, bool]:
    """The piece without the words that announce one thing more, and whether there were any."""
    opens = _OPENS.match(piece)
    if opens:
        return piece[opens.end() :], True
    inside = _INSIDE.match(piece)
    return (f"{inside[1]} {piece[inside.end() :]}", True) if inside else (piece, False)


# What is no problem of its own

_GREETING = _pattern(rf"(?:{phrases.GREETING[0]}\b(?:\s{phrases.GREETING[1]}\b)*[\s,.!:-]*)+")
_CLOSING = _pattern(rf"(?:^|(?<=[\s,])){_any(phrases.CLOSING)}\b.*$")
_PLEASE = _pattern(
    r"(?:[,\s]*\b(?:please|pls|plz|kindly|can|could|would|will)\b)?[,\s]*\b(?:you|someone|somebody|anyone|anybody)?\s?"
    r"\b(?:help|advise|assist|fix|sort)(?: (?:me|us|it|this|that|out|asap|soon|please))*[\s?!.]*$"
)
_FIRST = _pattern(r"(?:first(?:ly)?(?: of all)?|1st|to begin with)(?:[,:]|(?= (?:my|the|i|our)\b)|$)")
_BACKGROUND = _pattern(_any(phrases.BACKGROUND).replace("MACHINES", "".join(phrases.MACHINES.split())))
_COURTESY = word_set(phrases.COURTESY)


def _bare(stretch: str) -> str:
    """A stretch without greeting, thanks, name and plea."""
    greeting = _GREETING.match(stretch)
    own = stretch[greeting.end() :] if greeting else stretch
    own = _PLEASE.sub("", _CLOSING.sub("", own)).strip()
    first = _FIRST.match(own)
    return (own[first.end() :] if first else own).strip(" ,.;:-!?")


def _says_nothing(own: str) -> bool:
    """Courtesy, a name, a machine, a date: nothing that could be wrong."""
    words = [word for word in tokens(own) if word not in STOP_WORDS and word not in _COURTESY]
    return not words or bool(_BACKGROUND.match(own))


_CONTINUES = _pattern(rf"{_any(phrases.CONTINUES)}\b")
_POINTS_BACK = _pattern(rf"{_any(phrases.POINTS_BACK)}\b")
_TRIED = _pattern(
    rf"(?:{_any(phrases.SOMEBODY)}\s(?:have |had |has |did )?|(?:i've|we've) )?"
    rf"(?:(?:already|also|even|just|still|then|now|only|first|really) )*{_any(phrases.TRIED.split())}(?![\w'])"
)
_FINE = _pattern(rf"\b{phrases.FINE[0]}(?: {phrases.FINE[1]})* {phrases.FINE[2]}\b")
_REFUSES = _pattern(r"\b(?:not|no|never|nothing|nobody|none)\b|n't\b")


def _goes_on(own: str, added: bool) -> bool:
    """Whether a stretch goes on with what was said before it."""
    works = bool(_FINE.search(own)) and not _REFUSES.search(own)
    if works or _TRIED.match(own) or _POINTS_BACK.match(own):
        return True
    return not added and bool(_CONTINUES.match(own))
