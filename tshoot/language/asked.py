"""What a yes-or-no question asks: the words that can be affirmed or denied, and what they are said of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from tshoot.language.clauses import Clause, clauses
from tshoot.language.lexicon import FIXED_WORDS, news
from tshoot.language.words import STOP_WORDS, fold, tokens, word_set

TOPIC, SIDE, CLAIM = 0.15, 0.3, 0.7
"""Weight of a word that names what is asked about, of one in a "when" or "if", and of one that is claimed."""

AUXILIARIES = word_set("is are was were am do does did can could has have had will would should be been being")
DEFINITE = word_set("the your my their his her our this that these those its")
_LIGHT = (STOP_WORDS | AUXILIARIES) - word_set("not on off up down out")
_WEAK = word_set(
    """look looking go try tried trying check checked really very quite much seem seems please know think thing way
    make made use using used time one two something anything someone still even already laptop computer device
    machine pc least several other"""
)
_PHRASE_ENDS = word_set(
    """very working able active default hard hot cold set on off ok okay fine good properly too all go show see hear
    feel run connect stop start turn work get have smell display freeze shut shutdown boot appear pull move blackout
    slow come open close charge print up down still really installed enabled switched plugged full empty loose tight
    new old same different available visible possible correct warm dim blank in at to from with without through over
    into of for if when or and any firm firms fixed lit broken wet dry clean dirty locked unlocked"""
)

_ASKING = re.compile(
    r"^(?:please |now |first |can you |could you |and )*(?:tell me|check|see|say|let me know) (?:if|whether) "
)
"""What only introduces a question."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the reader of answers needs it."""

    words: Mapping[str, tuple[float, bool]]
    """Stem to its weight and whether the question negates it."""
    news: int
    """1 when yes would be good news, -1 when it would be bad."""
    fix: bool
    """It asks whether a step helped."""
    spoken: frozenset[str]
    """Its words."""
    always: bool
    only: bool


@lru_cache(maxsize=256)
def asked_of(question: str) -> Asked:
    """What a question asks."""
    words: dict[str, tuple[float, bool]] = {}
    tone = 0
    for clause in clauses(_ASKING.sub("", fold(question).strip())):
        for word, weight in zip(clause.words, _weights(clause), strict=True):
            if weight > words.get(word.stem, (0.0, False))[0]:
                words[word.stem] = (weight, word.negated)
        if not clause.side:
            tone = tone_of(clause)[0] or tone
    spoken = tokens(question)
    always = "all the time" in " ".join(spoken) or bool({"always", "constantly", "continuously"} & set(spoken))
    return Asked(words, tone, is_fix_question(question), frozenset(spoken), always, only="only" in spoken)


def is_fix_question(text: str) -> bool:
    """Whether the question asks if a step helped ("Did that fix it?")."""
    words = set(tokens(text))
    return bool(words & FIXED_WORDS) and bool(words & {"that", "this", "it", "now", "problem"}) and len(words) <= 9


def tone_of(clause: Clause) -> tuple[int, str]:
    """Good (1) or bad (-1) news of a clause, the last word that says so deciding, and that word."""
    texts = (*clause.texts, "")
    for place in range(len(clause.words) - 1, -1, -1):
        word = clause.words[place]
        value = -1 if word.text == "hard" and texts[place + 1] == "to" else news().get(word.text, 0)
        if place and texts[place - 1] == "am":  # "I am working here" is about the person
            continue
        if value:
            return (-value if word.negated else value), f"not {word.text}" if word.negated else word.text
    return 0, ""


def _weights(clause: Clause) -> list[float]:
    """The weight of each word: the subject and definite things are topic, the rest is claimed."""
    topic = _topics(clause.texts)
    found = []
    for place, text in enumerate(clause.texts):
        if text in _LIGHT:
            found.append(0.0)
        elif place in topic or text in _WEAK:
            found.append(TOPIC)
        else:
            found.append(SIDE if clause.side else CLAIM)
    return found


def _topics(texts: tuple[str, ...]) -> set[int]:
    """Places of the words after "the", "your" and the like, up to the first that can end such a phrase."""
    topic: set[int] = set()
    inside = False
    for place, text in enumerate(texts):
        if text in DEFINITE:
            inside = True
        elif inside and _ends_phrase(text) and place - 1 in topic:
            inside = False
        elif inside:
            topic.add(place)
    return topic


def _ends_phrase(text: str) -> bool:
    return text in _PHRASE_ENDS or text in news() or text.endswith(("ing", "ed", "ly"))
