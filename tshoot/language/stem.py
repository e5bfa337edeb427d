"""A light English stemmer in the manner of Porter's: `printing`, `printer` and `prints` become one."""

from __future__ import annotations

from tshoot.language.late import Late

_VOWEL = Late(r"[aeiouy]")
_SHORT = Late(r"^[^aeiou]*[aeiouy][^aeiouywx]$")
_LONG_ENDINGS = (
    ("ational", "ate"), ("ization", "ize"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"),
    ("tional", "tion"), ("biliti", "ble"), ("ement", ""), ("ation", "ate"), ("ness", ""), ("ment", ""),
    ("able", ""), ("ible", ""), ("ance", ""), ("ence", ""), ("ator", "ate"), ("less", ""), ("ally", "al"),
    ("ate", ""), ("ive", ""), ("ize", ""), ("ise", ""), ("ous", ""), ("ful", ""), ("ion", ""), ("al", ""),
    ("er", ""), ("or", ""), ("ic", ""), ("ly", ""),
)  # fmt: skip
_IRREGULAR = {
    "broke": "break", "broken": "break", "went": "go", "gone": "go", "does": "do", "froze": "freez",
    "frozen": "freez", "lost": "lose", "sent": "send", "ran": "run", "saw": "see", "seen": "see", "came": "come",
    "forgot": "forget", "forgotten": "forget", "stuck": "stick", "stolen": "steal", "stole": "steal",
    "paid": "pay", "left": "left", "shown": "show", "began": "begin", "kept": "keep", "heard": "hear",
    "news": "news", "this": "this", "always": "always", "charged": "charg", "bought": "buy", "made": "make",
    "took": "take", "taken": "take", "wrote": "write", "written": "write", "worn": "wear", "felt": "feel",
    "feet": "foot", "children": "child",
}  # fmt: skip


def stem_word(word: str) -> str:
    """The stem of one lower-case word."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    word = _plural(word)
    word = _past(word)
    if word.endswith("y") and len(word) > 3 and word[-2] not in "aeiou":
        word = word[:-1] + "i"
    word = _ending(word)
    if word.endswith("e") and len(word) > 4 and not _SHORT.match(word[:-1]):
        word = word[:-1]
    return word[:-1] if word.endswith("ll") and len(word) > 4 else word


def _plural(word: str) -> str:
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def _past(word: str) -> str:
    for ending in ("edly", "ingly", "eed", "ed", "ing"):
        if word.endswith(ending):
            body = word[: -len(ending)]
            if ending == "eed":
                return body + "ee" if len(body) > 2 else word
            return _mend(body) if _VOWEL.search(body) and len(body) > 2 else word
    return word


def _mend(body: str) -> str:
    """The verb after its ending was cut: `hop` of `hopping`, `make` of `making`."""
    if body.endswith(("at", "bl", "iz")):
        return body + "e"
    if len(body) > 3 and body[-1] == body[-2] and body[-1] not in "lsz":
        return body[:-1]
    return body + "e" if _SHORT.match(body) else body


def _ending(word: str) -> str:
    for ending, instead in _LONG_ENDINGS:
        if word.endswith(ending):
            body = word[: -len(ending)]
            return body + instead if len(body) >= 4 and _VOWEL.search(body) else word
    return word
