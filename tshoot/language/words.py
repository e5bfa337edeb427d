"""Words of a sentence: folding, contractions, stop words and stems."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tshoot.language.late import Late
from tshoot.language.stem import stem_word

LIMIT = 2000
"""Characters of a sentence that are read; what comes later in a long paste rarely changes what it is about."""


def word_set(text: str) -> frozenset[str]:
    """The words of a table written as text."""
    return frozenset(text.split())


STOP_WORDS = word_set(
    """a about after all also am an and any are as at be because been before but by can could did do does for from
    get got had has have he hello help her here hers hey hi him his how i if in into is it its just like me my need
    no not now of off on or our out over please problem she so some thank thanks that the their them then there
    these they this those to too under up us want was we were what when where which while who why will with would
    you your yours issue issues problems"""
)
"""Words that say little about which problem it is; they still count inside pairs of words."""

_CONTRACTIONS = {
    "won't": "will not", "wont": "will not", "can't": "can not", "cant": "can not", "cannot": "can not",
    "shan't": "shall not", "ain't": "is not", "aint": "is not", "let's": "let us", "gonna": "going to",
    "wanna": "want to", "gotta": "got to", "dunno": "do not know", "im": "i am", "ive": "i have", "id": "id",
    "idk": "i do not know", "thats": "that is", "whats": "what is", "theres": "there is", "hows": "how is",
    "wheres": "where is", "youre": "you are", "theyre": "they are", "youve": "you have", "itll": "it will",
    "lets": "lets", "its": "its", "it's": "it is", "that's": "that is", "what's": "what is", "y'all": "you all",
    "tho": "though", "thru": "through", "pls": "please", "plz": "please", "u": "you", "ur": "your",
}  # fmt: skip
_NOT_STEMS = (
    "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "would", "should", "could", "must",
    "need", "might",
)  # fmt: skip
_CONTRACTIONS |= {f"{verb}nt": f"{verb} not" for verb in _NOT_STEMS}
_CONTRACTIONS |= {f"{verb}n't": f"{verb} not" for verb in _NOT_STEMS}
_CONTRACTIONS |= {f"{verb}n": f"{verb} not" for verb in ("does", "did", "is", "was", "has", "would", "could")}
_ENDINGS = {"m": " am", "re": " are", "ve": " have", "ll": " will", "d": " would"}
_COMPOUNDS = Late(r"\b(wi|e|log|sign|set|start|shut|pop|plug|e)[- ](fi|mail|mails|in|up|down|on|out|off)\b")
_JOINED = word_set("wifi email emails login signin setup startup shutdown popup plugin logon logout logoff")
_WORD = Late(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+(?:'[^\W_]+)*"
)


@lru_cache(maxsize=512)
def fold(text: str) -> str:
    """Lower case, without accents and typographic apostrophes."""
    text = text[:LIMIT]
    if not text.isascii():
        text = text.translate(_APOSTROPHES)
        parts = unicodedata.normalize("NFKD", text.casefold())
        text = unicodedata.normalize("NFC", "".join(char for char in parts if not "\u0300" <= char <= "\u036f"))
    return text.casefold()


_APOSTROPHES = {ord(char): "'" for char in "\u2018\u2019\u201b\u02bc\u00b4`"}


def tokens(text: str) -> tuple[str, ...]:
    """The words in order, contractions written out: "doesn't" and "doesnt" give `does`, `not`."""
    return _tokens(text[:LIMIT])


@lru_cache(maxsize=512)
def _tokens(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for word in _WORD.findall(_join(fold(text))):
        found.extend(_write_out(word))
    return tuple(found)


def plain_words(folded: str) -> tuple[str, ...]:
    """The words of a folded text in order, parted at apostrophes, nothing written out: for any language."""
    return tuple(part for word in _WORD.findall(folded) for part in word.split("'"))


def _join(text: str) -> str:
    return _COMPOUNDS.sub(_joined, text)


def _joined(match: re.Match[str]) -> str:
    word = match[1] + match[2]
    return word if word in _JOINED else match[0]


def _write_out(word: str) -> list[str]:
    whole = _CONTRACTIONS.get(word)
    if whole is not None:
        return whole.split()
    if "'" not in word:
        return [word]
    head, _, tail = word.rpartition("'")
    if tail == "t" and head.endswith("n"):
        return [head[:-1], "not"]
    if tail == "s":
        return [head.replace("'", "")]
    return (head + _ENDINGS[tail]).split() if tail in _ENDINGS else [word.replace("'", "")]


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The word without its endings; words of other scripts stay as they are."""
    return stem_word(word) if word.isascii() and len(word) > 3 else word


def stems(text: str) -> tuple[str, ...]:
    """The stems of all words, in order."""
    return tuple(stem(word) for word in tokens(text))


def content(text: str) -> tuple[str, ...]:
    """The stems of the words that say something, in order."""
    return tuple(stem(word) for word in tokens(text) if word not in STOP_WORDS)
