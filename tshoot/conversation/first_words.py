"""First words that tell no problem: a greeting, "help", "I don't know", the wish for a person or for the last case.

No tree is looked for then. The whole message has to be such words: "hello, my printer is dead" tells a problem.
"""

from __future__ import annotations

import re
from functools import cache

from tshoot.model.record import record

GREETED = "Hello. Tell me what you want to do, and what happens instead."
ASKED_FOR_HELP = (
    "Tell me what is wrong, such as “the Wi-Fi is gone”. I ask one thing at a time, and you can turn to a person at "
    "any time."
)
UNSURE = "That is all right. Tell me what you wanted to do, and what you saw."
VAGUE = "Let us find out. Which program or device is it, and what do you see?"
AT_THE_BEGINNING = "We are at the very beginning. Tell me what is wrong."
NO_CASE = "There is no unfinished case here. Tell me what is wrong."
NO_WORDS = "I see no words in that. Tell me in a few words what is wrong."

LONGEST = 16
"""Words of the longest message that is taken for such."""


@record
class FirstWords:
    """What somebody means who has not told a problem."""

    way: str = ""
    """`person`, `browse`, `resume` or `quit`; empty where they should tell more."""
    said: str = ""
    """What to answer, where they should tell more. Plain text."""


def first_words(text: str) -> FirstWords | None:
    """What a first message means that tells no problem; nothing for all others."""
    from tshoot.language.words import tokens

    words = tokens(text[:1000])
    if not words:
        return FirstWords(said=NO_WORDS)
    if len(words) > LONGEST:
        return None
    return _asked(" ".join(words)) or _command(text)


def _asked(spoken: str) -> FirstWords | None:
    return next((meant for pattern, meant in _patterns() if pattern.fullmatch(spoken)), None)


def _command(text: str) -> FirstWords | None:
    """What is said to tshoot rather than about a computer, and not knowing."""
    from tshoot.language.answers import Question, read_answer

    reading = read_answer(text, Question("", ()))
    if reading.kind == "unknown":
        return None if _tells_something(text) else FirstWords(said=UNSURE)
    if reading.kind != "command" or reading.score < 1:
        return None
    if reading.command in ("person", "quit"):
        return FirstWords(way=reading.command)
    return FirstWords(said=ASKED_FOR_HELP if reading.command in ("help", "how", "why") else AT_THE_BEGINNING)


_UNSURE = frozenset((
    "know", "sure", "certain", "unsure", "idea", "clue", "wrong", "happened", "happens", "confused", "tell", "say",
    "explain", "maybe", "think", "thing", "cause", "check",
))  # fmt: skip
_TELLING = 2


def _tells_something(text: str) -> bool:
    """Whether there is more than not knowing: "not sure, but somebody may be using my card"."""
    from tshoot.language.words import STOP_WORDS, tokens

    return len({word for word in tokens(text) if len(word) > 2} - STOP_WORDS - _UNSURE) >= _TELLING


_HELLO = (
    "(?:hi|hello|hey|hiya|heya|yo|howdy|greetings|good (?:morning|afternoon|evening|day)|morning|afternoon|evening"
    "|there|dear|team|support|everyone|everybody|all|again|how are you(?: doing)?(?: today)?|(?:is )?any(?:one|body)"
    "(?: here| there)?|nice to meet you|um|uh|ok|okay|so|please)"
)
_PLEASE = "(?:(?:please|pls|plz|thanks|thank you|now|today|asap|here|again) ?)*"
_SOMETHING = "(?:some|a little|your|a|an|the|my|one|another|some kind of)"
_HELP = (
    f"(?:can|could|would|will) (?:you|someone|somebody|anyone|anybody) (?:please )?(?:help|assist)(?: me| us)?"
    f"|(?:i|we) (?:need|want|would like|could use) (?:{_SOMETHING} )?(?:help|assistance|support)"
    f"|help|help me|please help|i (?:need|want) to (?:ask|report) (?:something|a problem)|what (?:can|do) you do"
    f"|who are you|what are you|what is this|are you (?:a )?(?:real|human|person|bot|robot|machine)"
    f"|i have (?:got )?(?:a |another )?questions?|question"
)
_TROUBLE = (
    "(?:(?:i|we) (?:have|have got|got|get|keep getting|am getting|am having|are having) )?"
    "(?:(?:a|an|some|another|big|bad|serious|urgent|huge|it|computer|pc|tech|technical|general) ?)*"
    "(?:problems?|issues?|troubles?|errors?)"
)
_NOT_WORKING = (
    "(?:its|(?:it|this|that|the thing|everything|nothing|something|all)) "
    "(?:is |does |do |will |just |still |suddenly |has |got |all |again |any ?more |really )*"
    "(?:not )?(?:works?|working|function|functioning|broken|broke|wrong|bad|off|dead|down|stopped|failed|fails)"
    "(?: (?:working|again|today|any ?more|properly|right|at all|now|here|for me))*"
)
_WORD = "(?:yes|no|yeah|yep|nope|sure|thanks|thank|you|cool|fine|test|testing)"
_WAYS = (
    ("person", "(?:(?:just|please|pls|can|could|would|will|you|somebody|someone|anybody) )*(?:call|phone|ring) me"
               "(?: (?:back|please|pls|now|today))*"),
    ("browse", "(?:browse|list|show|see)(?: me)?(?: (?:by area|areas?|all|everything|all trees|the trees|topics"
               "|all topics|the topics|the list|a list|the menu|menu))?|menu"),
    ("resume", "(?:resume|continue|go on|carry on|pick up)(?: with)?(?: (?:it|my|the|last|previous|old|open|unfinished"
               "|earlier|case|where i (?:was|left off|stopped)))*"),
)  # fmt: skip


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], FirstWords], ...]:
    ways = [(pattern, FirstWords(way=way, said=NO_CASE if way == "resume" else "")) for way, pattern in _WAYS]
    said = [
        (f"{_HELLO}(?: {_HELLO})*", FirstWords(said=GREETED)),
        (rf"(?:{_HELLO} )*(?:{_HELP}) ?{_PLEASE}", FirstWords(said=ASKED_FOR_HELP)),
        (rf"(?:{_HELLO} )*(?:{_TROUBLE}|{_NOT_WORKING}) ?(?:(?:{_HELP}) ?)?{_PLEASE}", FirstWords(said=VAGUE)),
        (f"{_WORD}(?: {_WORD})*", FirstWords(said=AT_THE_BEGINNING)),
    ]
    return tuple((re.compile(pattern), meant) for pattern, meant in (*ways, *said))
