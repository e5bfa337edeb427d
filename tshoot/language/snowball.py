"""Stems of words in other languages than English, by Snowball's stemmers; for English see `stem`."""

from __future__ import annotations

import threading
from functools import cache, lru_cache
from typing import Protocol

_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "es": "spanish",
    "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "nb": "norwegian",
    "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pl": "polish", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
}  # fmt: skip
_CACHED = 16384

_lock = threading.Lock()
"""Snowball's stemmers must not be used by two threads at once."""


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...


def code_of(language: str) -> str:
    """The language without its region: `en` of `en-GB`."""
    return language.replace("_", "-").partition("-")[0].lower()


@lru_cache(maxsize=_CACHED)
def stem_in(language: str, word: str) -> str:
    """The stem of one lower-case word; in a language without a stemmer the word itself."""
    stemmer = _stemmer(language)
    if stemmer is None or not word.isprintable():
        return word
    with _lock:
        return stemmer.stemWord(word)


@cache
def _stemmer(language: str) -> _Stemmer | None:
    name = _STEMMERS.get(language)
    if name is None:
        return None
    import Stemmer

    stemmer: _Stemmer = Stemmer.Stemmer(name)
    return stemmer
