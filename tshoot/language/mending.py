"""Misspelt words of an answer, put right where the question, the labels or common words say what is meant."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from tshoot.language.late import Late
from tshoot.language.lexicon import BAD, FAULTS, GOOD, NO, YES
from tshoot.language.opposites import ROWS
from tshoot.language.vectors import is_known, rarity
from tshoot.language.words import STOP_WORDS, fold, tokens, word_set

_SHORTEST = 4
_MENDED = 8
"""Words of one answer that are put right; a text with more is in another language."""
_SPLIT = 60
"""Words of an answer that are looked at for a blank at the wrong place."""

_WORD = Late(r"[a-z]+(?:['’][a-z]+)*")
_HALF_NOT = Late(
    r"\b(can|don|won|doesn|didn|isn|aren|wasn|weren|hasn|haven|hadn|couldn|wouldn|shouldn)(?:['’](?![a-z])|['’][a-z]{1,2}\b)"
)
"""A "not" that was cut short: "can' see", "don'tt"."""
_NOT_HERE = Late(
    r"(\b(?:do|does|did|is|am|are|was|were|has|have|had|can|could|would|will|should)|(?<=i)'m|(?<=it)'s|'re)"
    r" ([a-z]{2,4})(?= )"
)
_SWAPPED_NOT = Late(r"\b(do|does|did|is|are|was|were|has|have|had|could|would|should|ca|wo)(?:'nt|'t)\b")
_THERE_ON = Late(r"\b(there (?:is|are|was|were)) on (?=\w+s\b)")
_NO_HERE = Late(
    r"(?:^|(?<=\bis )|(?<=\bare )|(?<='s )|(?<=\bwas )|(?<=\bwere )|(?<=\bwith )|(?<=\bhas ))([a-z]{2,3})(?= )"
)
_OF = Late(r"\bof(?=[.,;!?]|$| (?:when|and|now|but|again|after|if)\b)")
_FIRST = Late(r"^([a-z]{1,5})(?=[,.!;]|$)")
_ANSWERS = ("yes", "no", "yeah", "nope", "yep")
_TURNING = (
    "not", "never", "none", "nothing", "neither", "without", "nobody", "isnt", "dont", "doesnt", "didnt", "wasnt",
    "arent", "werent", "cant", "wont", "hasnt", "havent", "hadnt", "couldnt", "wouldnt", "shouldnt",
    "cannot",
)  # fmt: skip
"""What turns an answer when it is overlooked, as it is typed without apostrophes."""
_STEERING = word_set(
    """only still both every always just most mostly same before after never hardly barely instead different other
    sometimes several nothing everything nobody either neither really very while because however except until when
    which there these those with from they have does this that here about could would should left right"""
)
"""Words that steer how others are read."""


_COMMON = STOP_WORDS | word_set(
    """don't doesn't didn't isn't wasn't aren't can't won't haven't hasn't couldn't it's there's that's they're i've i'm
    see hear feel think guess believe checked check looked look tried try tested just only very really quite still
    again now yes no yeah nope me them those other another one two three both first last new old good fine ok okay day
    week month year today yesterday time times car engine laptop computer screen light battery power phone wheel brake
    door key keys button cable plug works work working does did go goes went going come comes came get gets put take
    took turn turned make makes start started stop stopped run runs keep keeps left right side back front top bottom
    always never every since until while even too much more less most many lot little bit around down off"""
)
"""Words that are right without a look at the table of words, which takes 10 ms to read."""


def mended(text: str, *context: str) -> str:
    """The text with its misspelt words replaced by the words of the context, or by common ones, that are meant."""
    said = fold(text)
    new = set(_WORD.findall(said)) - _COMMON - _states() - {word for phrase in context for word in tokens(phrase)}
    if all(map(_is_fine, new)) and not (_HALF_NOT.search(said) or _SWAPPED_NOT.search(said)):
        return text
    whole = _OF.sub("off", said)
    whole = _SWAPPED_NOT.sub(r"\1n't", _THERE_ON.sub(r"\1 no ", whole))
    whole = _answered(_parted_rightly(_negated(_HALF_NOT.sub(r"\1't", whole)), context))
    odd = [word for word in dict.fromkeys(_WORD.findall(whole)) if _is_odd(word)]
    right = {word: near for word in odd[:_MENDED] if (near := _nearest(word, context))}
    if len(odd) > _MENDED or not (right or whole != said):
        return text
    return _WORD.sub(lambda match: right.get(match[0], match[0]), whole)


def _is_fine(word: str) -> bool:
    """Whether a word needs no second look: frequent, or longer than what is easily another word and known."""
    return (rarity(word) < _RARE or len(word) > _SHORTEST) and not _is_odd(word)


_RARE, _RARE_PAIR = 195, 205
"""From here on, a short word, or one of two letters, is rarer than a typing error."""


def _parted_rightly(said: str, context: tuple[str, ...]) -> str:
    """The text where a blank and a letter beside it were swapped put right: "whe nthe" is "when the"."""
    words = said.split(" ")
    for place in range(min(len(words), _SPLIT) - 1):
        one, (other, end) = words[place], _ended(words[place + 1])
        strange = [word for word in (one, other) if word.isalpha() and _is_strange(word)]
        if strange and one.isalpha() and other.isalpha() and not any(_nearest(word, context) for word in strange):
            ways = [(one[:-1], one[-1] + other), (one + other[0], other[1:])]
            fit = [way for way in ways if all(way) and not any(map(_is_strange, way))]
            if fit and {len(part) for part in fit[0]} != {1}:
                best = min(fit, key=lambda way: rarity(way[0]) + rarity(way[1]))
                words[place : place + 2] = [best[0], best[1] + end]
    return " ".join(words)


def _ended(word: str) -> tuple[str, str]:
    """A word and the marks behind it."""
    bare = word.rstrip(".,;:!?")
    return bare, word[len(bare) :]


def _is_strange(word: str) -> bool:
    """Whether nobody writes this word: unknown, or so short that it should be frequent."""
    if len(word) < 3:
        return word not in ("a", "i") and (len(word) < 2 or (rarity(word) >= _RARE_PAIR and word not in _states()))
    return _is_odd(word)


def _negated(said: str) -> str:
    """The text with "not" and "no" where a word that is none stands in their place: "do ot see", "there is mo"."""
    said = _NOT_HERE.sub(lambda match: f"{match[1]} {_meant(match[2], ('not',))}", said)
    return _NO_HERE.sub(lambda match: _meant(match[1], ("no",)), said)


def _answered(said: str) -> str:
    """The text whose first word stands alone and is nearly yes or no."""
    return _FIRST.sub(lambda match: _meant(match[1], _ANSWERS), said)


def _meant(word: str, others: tuple[str, ...]) -> str:
    from rapidfuzz.distance import OSA

    if word in others or rarity(word) < _RARE or word in _KEPT:
        return word
    return next((other for other in others if OSA.distance(word, other) == 1), word)


_KEPT = word_set(
    "hot on ok yea nah nay noo dot lot got pot wet yet set now two low up off out bad dry so go tv pc hi"
)


def _is_odd(word: str) -> bool:
    plain = _bare(word)
    if len(plain) < 3 or is_known(plain) or plain in _states() or plain in _TURNING or plain in YES | NO:
        return False
    if tokens(word) != (word,) and "'" not in word:  # written out: "theres"
        return False
    return not all(is_known(part) or len(part) < 3 or part in _TURNING for part in tokens(word))


def _bare(word: str) -> str:
    return word.replace("'", "").replace("’", "")


@lru_cache(maxsize=1024)
def _nearest(word: str, context: tuple[str, ...]) -> str | None:
    from rapidfuzz.distance import OSA

    from tshoot.language.spelling import alike

    word = _bare(word)
    spoken = {other for phrase in context for other in tokens(phrase) if len(other) >= _SHORTEST}
    spoken |= {form for other in spoken for form in _forms(other)}
    if word in spoken:
        return None
    turns: Callable[[str], bool] = lambda other: len(other) > 3 and OSA.distance(word, other) == 1  # noqa: E731
    if turning := next(filter(turns, _TURNING), None):
        return turning
    if len(word) < _SHORTEST:
        return None
    if near := alike(word, spoken):
        return near
    states = alike(word, _known_by(word) if len(word) > _SHORTEST else _STEERING)
    if states and OSA.distance(word, states) == 1:
        return states
    return _by_tail().get(word[1:]) if len(word) > _SHORTEST else None


def _known_by(word: str) -> tuple[str, ...]:
    """The words of states that begin like this one, or with its second letter."""
    found = _by_letter()
    return (*found.get(word[0], ()), *(found.get(word[1], ()) if word[1] != word[0] else ()))


@cache
def _by_tail() -> dict[str, str]:
    """The words of states by all but their first letter."""
    return {word[1:]: word for words in _by_letter().values() for word in words}


@cache
def _by_letter() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for word in sorted(_states()):
        for form in (word, *_forms(word)):
            found.setdefault(form[0], {})[form] = None
    return {letter: tuple(words) for letter, words in found.items()}


def _forms(word: str) -> tuple[str, ...]:
    """The words that endings make of a word."""
    if len(word) < 3 or word.endswith(("ing", "ed", "ly")):
        return ()
    base = word.removesuffix("s") if not word.endswith("ss") else word
    short = base.removesuffix("e")
    forms = (f"{base}s", f"{short}ed", f"{short}ing", f"{base}{base[-1]}ing", f"{base}{base[-1]}ed")
    return tuple(filter(is_known, forms))


@cache
def _states() -> frozenset[str]:
    return GOOD | BAD | FAULTS | _STEERING | word_set(" ".join(ROWS).replace("|", " "))
