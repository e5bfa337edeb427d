"""What a yes-or-no question asks: the words that can be affirmed or denied, and what they are said of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from tshoot.language.claimed import DOING, SIDE, weights_of
from tshoot.language.clauses import Clause, Word, clauses
from tshoot.language.late import Late
from tshoot.language.lexicon import FAULTS, FIXED_WORDS, RUNS, STARTERS, STOPPING, WISHED, news
from tshoot.language.words import fold, tokens, word_set
from tshoot.model.record import record

_JUST = Late(r"\bjust (?:one|a single)\b")
_ONLY_ONE = Late(r"\b(?:with|has|have) (?:only|just) (?:one|a|two)\b")
"""How many there are, not whether it is so at no other time."""
ONLY = word_set("only worst mostly mainly especially exclusively solely")


_HELPING = word_set("help helped fix cure solve")
_CHANGING = word_set("change changes changed differ differs vary varies depend depends affect affects")

_OTHERS = word_set("another other others different also else elsewhere")
_ENDING = word_set("stop stops disappear disappears cease ceases vanish")
_FINDING = word_set("see hear smell feel notice find")
_SEEMING = word_set("feel look sound smell taste")
_HAPPENING = word_set(
    "already connected paired problem issue happen happens occur occurs affected error fail fails"
)
_USUAL = word_set("usual normal normally before recommended required specified supposed")
_BEGAN = word_set(
    """stop stopped quit broke break disappear disappeared vanish start started begin began happen happened
    occur occurred appear appeared fail failed come came"""
)


_STILL = word_set("still fail fails failed persist persists remain remains continue continues")

_QUOTED = Late(r'"[^"]*"|\u201c[^\u201d]*\u201d')
_DENIAL = Late(r"\b(?:not?|never|without)\b")
_ABLE = word_set("can could does do will is are did")
_UNDONE = word_set(
    """unused untouched unopened undone unplugged uncharged unlocked unlit unmoved unsaved unpaid"""
)
_LOST = word_set("die dies dead fail fails lose loses almost too only before without ever")
_PERCEIVED = word_set("see hear smell feel notice move wiggle turn rock push find taste")
_FILLING = word_set("drive disk disc memory storage mailbox inbox bin trash bag filter tray queue")
_WARMS = word_set("heater heating oven kettle boiler stove furnace dryer toaster defroster radiators")

_AS_IT_SHOULD = Late(r"\bwhat (?:it|they|he|she) should\b")

_ASKING = Late(
    r"^(?:please |now |first |can you |could you |and )*(?:tell me|check|see|say|let me know) (?:if|whether) "
)
"""What only introduces a question."""


@record
class Asked:
    """A question as the reader of answers needs it."""

    words: Mapping[str, tuple[float, bool]]
    """Stem to its weight and whether the question negates it."""
    news: int
    """1 when yes would be good news, -1 when it would be bad."""
    fix: bool
    """It asks whether a step helped."""
    still: bool
    """It asks whether something is as bad as it was."""
    spoken: frozenset[str]
    """Its words."""
    always: bool
    only: bool
    turned: bool
    """What it asks for is said with a "not": a denial may mean yes."""
    whole: bool
    """It asks whether something is so of all."""
    after: bool
    """It asks whether something began after something else."""
    others: bool
    """It asks whether something goes wrong elsewhere, with others, or also in another way."""
    usual: bool
    """It asks whether something is more or less than usual."""
    ends: bool
    """It asks whether something ends."""
    finds: bool
    """It asks whether something can be seen, heard or found, or looks or feels in some way."""


@lru_cache(maxsize=256)
def asked_of(question: str) -> Asked:
    """What a question asks."""
    words: dict[str, tuple[float, bool]] = {}
    tone = 0
    turned = runs = ends = False
    for clause in clauses(_one_list(_unquoted(_ASKING.sub("", fold(question).strip())))):
        for word, weight in zip(clause.words, weights_of(clause), strict=True):
            if weight > words.get(word.stem, (0.0, False))[0]:
                words[word.stem] = (weight, word.negated)
        if not clause.side:
            tone = 0 if _CHANGING & set(clause.texts) else tone_of(clause)[0] or _fault(clause) or tone
            ends = ends or _ends(clause)
            tone = abs(tone) if ends else tone
            turned = turned or any(_is_turned(word, words) for word in clause.words)
            runs = runs or bool(RUNS & set(clause.texts))
    spoken = tokens(question)
    if spoken and _WARMS & set(spoken):  # that a heater is hot is no bad news
        tone = 1 if {"hot", "warm", "heat"} & set(spoken) else tone
    usual = "than" in spoken and bool(_USUAL & set(spoken))
    tone = 0 if usual else tone or _hope(set(spoken), able=runs and spoken[0] in _ABLE and not turned)
    phrase = " ".join(spoken)
    always = "all the time" in " ".join(spoken) or bool({"always", "constantly", "continuously"} & set(spoken))
    still = bool(_STILL & set(spoken))
    return Asked(
        words,
        tone,
        is_fix_question(question) and not still,
        still,
        frozenset(spoken),
        always,
        only=bool(ONLY & set(spoken) or _JUST.search(phrase)) and not _ONLY_ONE.search(phrase),
        turned=turned,
        after=bool(spoken and spoken[0] in ("did", "has", "was") and _BEGAN & set(spoken))
        and bool({"after", "since", "following"} & set(spoken)),
        others=bool(_OTHERS & set(spoken)) and (tone < 0 or bool(_HAPPENING & set(spoken))),
        usual=usual,
        ends=ends,
        finds=bool(_FINDING & set(spoken) and {"a", "an", "any"} & set(spoken)) or bool(_SEEMING & set(spoken)),
        whole=bool({"all", "every", "both", "each", "everything"} & set(spoken)) and not always,
    )


def _is_turned(word: Word, words: Mapping[str, tuple[float, bool]]) -> bool:
    """Whether it is claimed and denied at once, as in "without displaying anything" or "unused"."""
    return (word.negated and words.get(word.stem, (0.0, False))[0] > SIDE) or word.text in _UNDONE


def _ends(clause: Clause) -> bool:
    """Whether it asks for the end of something: "does the rattling stop?"."""
    texts = (*clause.texts, "")
    places = [place for place, text in enumerate(texts) if text in _ENDING]
    return any(not texts[place + 1].endswith("ing") for place in places)


def _hope(spoken: set[str], *, able: bool) -> int:
    """1 where yes would be good news by what is asked: that something runs, or is as it should be."""
    if spoken & (STOPPING | _LOST):
        return 0
    wished = spoken & WISHED and not ("full" in spoken and spoken & _FILLING)
    can = spoken & {"can", "could"} and not spoken & _PERCEIVED
    return 1 if able or wished or can else 0


def _unquoted(question: str) -> str:
    """The question without the denials inside quotes: "operating system not found" is the name of a message."""
    return _QUOTED.sub(lambda quote: _DENIAL.sub(" ", quote[0]), question)


def _one_list(question: str) -> str:
    """The question without the commas inside lists: "on a flat, straight road" is one thing."""
    first, *parts = question.split(", ")
    for part in parts:
        goes_on = not STARTERS & set(part.split()[:2])
        first += (" " if goes_on else ", ") + part
    return first


def _fault(clause: Clause) -> int:
    """-1 where the clause asks for a fault, 1 where it asks whether there is none."""
    return next(((1 if word.negated else -1) for word in clause.words if word.text in FAULTS), 0)


def is_fix_question(text: str) -> bool:
    """Whether the question asks if a step helped ("Did that fix it?")."""
    spoken = tokens(text)
    words = set(spoken)
    if bool(words & FIXED_WORDS) and bool(words & {"that", "this", "it", "now", "problem"}) and len(words) <= 9:
        return True
    if spoken and spoken[0] in DOING and "back" in words and words & {"bring", "brings", "brought"}:
        return True
    done = len(spoken) > 2 and spoken[0] in DOING and spoken[1].endswith("ing")
    return done and (bool(words & _HELPING) or " ".join(spoken).endswith("make a difference"))


def tone_of(clause: Clause, known: Collection[Word] = ()) -> tuple[int, str]:
    """Good (1) or bad (-1) news of a clause, the last word that says so deciding, and that word.

    Words that are known to speak of what was asked say no more than that.
    """
    texts = (*clause.texts, "")
    for place in range(len(clause.words) - 1, -1, -1):
        word = clause.words[place]
        if word.text == "should" and _AS_IT_SHOULD.search(" ".join(texts)):
            return (-1, "not as it should") if clause.negations % 2 else (1, "as it should")
        value = -1 if word.text == "hard" and texts[place + 1] == "to" else news().get(word.text, 0)
        if word in known or (place and _is_about_the_person(texts, place)):
            continue
        if value:
            return (-value if word.negated else value), f"not {word.text}" if word.negated else word.text
    return 0, ""


def _is_about_the_person(texts: Sequence[str], place: int) -> bool:
    """Whether it says where somebody is or goes: "I am working here", "I drive it to work"."""
    before = texts[place - 1]
    travels = before == "to" and texts[max(0, place - 2)] in ("it", "go", "drive", "drove", "went", "way", "ride")
    return before == "am" or (texts[place] == "work" and (before in ("at", "from") or travels))
