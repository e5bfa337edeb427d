"""Words that people do not know: the entry of the library's glossary that they ask about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tshoot.language.helps import Found
from tshoot.language.question import Help
from tshoot.language.subject import is_faint, subjects, without_frame
from tshoot.language.wants import kinds
from tshoot.language.words import stem, tokens

_MEANING = frozenset(("what", "look"))
_AROUND = 2
"""Words with a subject of their own that may stand beside the term: "what is that dongle thing from the bag"."""


def best_term(text: str, terms: tuple[Help, ...], entry: Found | None) -> Help | None:
    """The term whose meaning is asked for, unless an entry of the tree's list tells the same."""
    if not asks_meaning(text):
        return None
    found = term_in(text, terms)
    if found is None:
        return None
    term, length, beside = found
    if beside > min(_AROUND, length):
        return None
    return None if entry is not None and (_tells(entry, term) or (beside and _says_more(entry, term))) else term


def asks_term(text: str, terms: tuple[Help, ...]) -> bool:
    """Whether the text is a term and a question mark, with nothing else that says something."""
    found = term_in(text, terms) if text.rstrip().endswith("?") and len(tokens(text)) < 6 else None
    return found is not None and found[2] == 0


def asks_meaning(text: str) -> bool:
    """Whether it asks what something is, or only names it."""
    wanted = kinds(text)
    return bool(wanted & _MEANING) or not wanted


def term_in(text: str, terms: tuple[Help, ...]) -> tuple[Help, int, int] | None:
    """The longest term in a text, how many words it has, and how many others there are that carry a subject."""
    said = tuple(stem(word) for word in tokens(text))
    known = _by_first(terms)
    longest: tuple[int, Help] | None = None
    for place, first in enumerate(said):
        for phrase, term in known.get(first, ()):
            fits = said[place : place + len(phrase)] == phrase
            if fits and (longest is None or len(phrase) > longest[0]):
                longest = (len(phrase), term)
    if longest is None:
        return None
    length, term = longest
    own = {one for phrase in term.phrases for one in (stem(word) for word in tokens(phrase))}
    others = [one for one, word in subjects(without_frame(text)).items() if one not in own and not is_faint(word)]
    return term, length, len(others)


def _tells(entry: Found, term: Help) -> bool:
    """Whether an entry of the tree's list explains the term itself."""
    return any(
        "what" in kinds(phrase) and (found := term_in(phrase, (term,))) is not None and found[2] == 0
        for phrase in entry.entry.phrases
    )


def _says_more(entry: Found, term: Help) -> bool:
    """Whether an entry shares more with what was said than the term's own words: "the router's login"."""
    own = {one for phrase in term.phrases for one in subjects(phrase)}
    return any(stem(word) not in own and not is_faint(word) for word in entry.words)


@lru_cache(maxsize=16)
def _by_first(terms: tuple[Help, ...]) -> dict[str, list[tuple[tuple[str, ...], Help]]]:
    found: dict[str, list[tuple[tuple[str, ...], Help]]] = {}
    for phrase, term in _stemmed(terms):
        if phrase:
            found.setdefault(phrase[0], []).append((phrase, term))
    return found


def _stemmed(terms: tuple[Help, ...]) -> Iterator[tuple[tuple[str, ...], Help]]:
    for term in terms:
        for phrase in term.phrases:
            yield tuple(stem(word) for word in tokens(phrase)), term
