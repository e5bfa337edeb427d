"""Which words of a question claim something, and which only name what is asked about."""

from __future__ import annotations

from collections.abc import Sequence

from tshoot.language.clauses import Clause
from tshoot.language.lexicon import news
from tshoot.language.words import STOP_WORDS, word_set

TOPIC, SIDE, CLAIM = 0.15, 0.3, 0.7
"""Weight of a word that names what is asked about, of one in a "when" or "if", and of one that is claimed."""
_ALWAYS_CLAIMED = word_set("recommended right correct proper same first latest original")
"""What these say of a thing is what is asked, also inside "the right device"."""
DEFINITE = word_set("the your my their his her our this that these those its")
PLACES = word_set("above below between under over inside outside within")
PARTICLES = word_set("on off up down out in")
"""Words that claim something at the end of a phrase ("it is on") and only lead to a noun elsewhere ("on the desk")."""
AUXILIARIES = word_set("""is are was were am do does did can could has have had will would should be been being""")
_AFTER_PARTICLE = word_set(
    """when while if and or but all again now yet at immediately right for by too still then after properly fine
    completely fully automatically normally only even until because though either anymore ever always never so
    sometimes yes no unless since once without during with whenever correctly firmly easily anyway"""
)
_VERBS_OF_PARTICLES = word_set(
    """switch switches switched switching turn turns turned turning come comes came coming go goes went going
    stay stays stayed left leave plug plugs plugged power powered log logged lit boots boot keeps kept"""
)
_PREPOSITIONS = word_set(
    "in out at to from with into under over on onto through by between inside behind without against for"
)
_LIGHT = (STOP_WORDS | AUXILIARIES) - PARTICLES - PLACES - word_set("not")
_WEAK = word_set(
    """look looking go try tried trying check checked really very quite much seem seems please know think thing
    way make made use using used time one two something anything someone still even already laptop computer
    device machine pc least several other sit sits"""
)
_PHRASE_ENDS = word_set(
    """very working able active default hard hot cold set on off ok okay fine good properly too all go show see
    hear feel run connect stop start turn work get have smell display freeze shut shutdown boot appear pull move
    blackout slow come open close charge print up down still really installed enabled switched plugged full
    empty loose tight new old same different available visible possible correct warm dim blank in at to from
    with without through over into of for if when or and any firm firms fixed lit broken wet dry clean dirty
    locked unlocked"""
)
_VERBS = word_set(
    """jump slip shift wobble rattle vibrate shake squeal grind rub drag pull push spin rotate blink flash glow
    drain leak drip hold fit appear disappear open close shut unlock connect disconnect join pair boot restart
    reboot crash freeze hang lag load respond react ring record stick catch fire crank idle stall rev overheat
    cool fill rise fall increase decrease match reach touch sit stand remain happen occur begin finish complete
    fail refuse burn melt bend break tear rust become seem require exceed contain include belong"""
)
"""Words that are hardly ever nouns: what follows the topic in "does the plug wobble"."""
DOING = word_set("does did will would do")
"""Before a doing, as in "does wiggling it help": that is what is done, not what is asked."""
_HOW = word_set("hard difficult easy hot cold heavy tight loose stiff safe slow quick loud")
"""In "hard to pull", what is asked about is whether it is hard."""


def is_particle_elsewhere(texts: Sequence[str], place: int) -> bool:
    """Whether a word such as "on" stands before a noun, where it claims nothing."""
    before = (
        texts[place - 2] if place > 1 and texts[place - 1] in ("it", "them", "that", "this") else texts[place - 1]
    )
    if texts[place] not in PARTICLES or place + 1 == len(texts) or before in _VERBS_OF_PARTICLES:
        return False
    following = texts[place + 1]
    if texts[place] in ("on", "in"):
        return following not in _AFTER_PARTICLE
    return following in DEFINITE or following in ("a", "an", "of")


def weights_of(clause: Clause) -> list[float]:
    """The weight of each word: the subject and definite things are topic, the rest is claimed."""
    texts = clause.texts
    topic = _claimed_too(texts, _topics(texts)) if not clause.side else _topics(texts)
    found = []
    for place, text in enumerate(texts):
        if text in _LIGHT or text == "than" or is_particle_elsewhere(texts, place):
            found.append(0.0)
        elif place in topic or text in _WEAK or (place == 1 and text.endswith("ing") and texts[0] in DOING):
            found.append(TOPIC)
        elif place > 1 and texts[place - 1] == "to" and texts[place - 2] in _HOW:
            found.append(SIDE)
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
        elif inside and (_ends_phrase(text) or _is_compared(texts, place)) and place - 1 in topic:
            inside = False
        elif inside:
            topic.add(place)
    return topic


def _claimed_too(texts: tuple[str, ...], topic: set[int]) -> set[int]:
    """Without the last word, where all would be topic: "any of the gaskets torn" claims that they are torn."""
    telling = [place for place, text in enumerate(texts) if text not in _LIGHT and text not in _WEAK]
    telling = [place for place in telling if not is_particle_elsewhere(texts, place)]
    if len(telling) > 1 and set(telling) <= topic:
        topic = topic - {_predicate(texts, telling)}
    elif (verb := _verb(texts, topic)) >= 0:
        topic = topic - {verb}
    for place in range(1, len(texts) - 1):
        if texts[place] in _ALWAYS_CLAIMED and place in topic:
            topic = topic - {place}
        if texts[place] == "or" and place - 1 in topic and place + 1 not in topic:
            topic = topic - {place - 1}
    return topic


def _verb(texts: tuple[str, ...], topic: set[int]) -> int:
    """The place of the verb in "does the engine misfire under load": the last of the words that name things; or -1."""
    if texts[0] not in DOING or len(texts) < 3 or texts[1] not in DEFINITE or 2 not in topic:
        return -1
    last = next(place for place in range(2, len(texts) + 1) if place not in topic) - 1
    ends = last + 1 == len(texts) or texts[last + 1] in _PREPOSITIONS | {"or", "and"}
    return last if last > 2 and ends else -1


def _predicate(texts: tuple[str, ...], telling: Sequence[int]) -> int:
    """The place of what is said of the topic: a word before a preposition that is no topic's first, else the last."""
    for place in telling[:-1]:
        leads = texts[place + 1] in _PREPOSITIONS | DEFINITE | {"a", "an", "any"}
        if leads and texts[place - 1] not in DEFINITE:
            return place
    return telling[-1]


def _is_compared(texts: tuple[str, ...], place: int) -> bool:
    """Whether it is the "louder" of "louder than usual"."""
    return texts[place].endswith("er") and texts[place + 1 : place + 2] == ("than",)


def _ends_phrase(text: str) -> bool:
    return (
        text in _PHRASE_ENDS
        or text in _VERBS
        or text in PLACES
        or text in news()
        or text.endswith(("ing", "ed", "ly"))
    )
