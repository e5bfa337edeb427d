"""Questions that people ask back: recognising them, with and without a question mark."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tshoot.language.clauses import clauses
from tshoot.language.words import tokens, word_set

_ASKERS = word_set("how what whats why where when")
_CHOOSERS = word_set("which who whose whom")
_VERBS = word_set("is are do does did can could should will would am was were has have")
_FOLLOWING = word_set("to if about exactly")
_POLITE = word_set("ok okay alright right sure fine well")
"""Openings that agree to nothing: "ok, but what does that do?"."""

_WHO = "(?:i|you|u|we|they|he|she|it|that|this|those|these|there|one|someone|somebody|anyone|anybody)"
_ITS = "(?:my|your|our|his|her|their|its|the|a|an|any|some)"
_MEASURES = (
    "(?:much|many|far|long|often|tight|big|large|hot|warm|cold|old|loud|high|low|fast|slow|hard|strong|soon|deep)"
)
_MAY = "(?:can|could|should|would|will|shall|must|might)"
_DO = f"(?:do|does|did|am|{_MAY})"
_BE = "(?:is|are|was|were)"
_DONE = (
    "(?:not|every|all|when|whenever|only|sometimes|always|too|now|again|still|twice|once|if|on|with|at|as|for|in|even"
    "|before|after|but|and|yes|no|already|also|so|anyway|yesterday|today|several|many|because|though|until|from)"
)
"""What goes on a statement without a subject: "does that every time", "is there now"."""
_LEAD = (
    "(?:(?:ok|okay|alright|well|so|and|but|or|then|now|um|uh|hm|hmm|oh|wait|hey|hi|sorry|please|btw|also|first|hang on"
    "|hold on|by the way|pardon me|excuse me|before that|one question|question|no idea|not sure|to be honest) )*"
)
"""What may stand before a question."""


@cache
def _anywhere() -> re.Pattern[str]:
    """Ways of asking that stand anywhere; the text is words alone."""
    asker = "(?:how|what|where|why|which|who)"
    return re.compile(
        rf"\b(?:{_MAY} (?:you|u|someone) (?:please |kindly )?(?:also )?"
        rf"(?:tell|explain|show|help|describe|guide|clarify|walk)"
        rf"|(?<!not )(?:tell|show|explain to|remind) me (?:again )?(?:in )?(?:{asker}|if|whether|they|it)"
        r"|(?:please|kindly) (?:explain|describe|clarify|elaborate)|(?:explain|describe|clarify) (?:it|that|this)"
        rf"|(?:do|did) not (?:know|understand|get) {asker}|(?:am )?not sure (?:how|what|where)"
        rf"|no (?:idea|clue) {asker}|(?:like|want|need) to know (?:{asker}|if|whether)|wondering (?:{asker}|if|whether)"
        r"|(?:have|like|want|need) (?:it|that|this) explained|give me a (?:hint|clue|tip)"
        r"|what (?:do|does|did) (?:you|that|it|this|he|she|they) (?:even )?mean|what is the (?:reason|point|trick)"
        r"|never heard of|(?:not |un)familiar with|is there (?:a|any|some) way"
        r"|(?:tell|remind) me (?:more )?(?:about|of)"
        rf"|(?:how|what|where|why|which \w+) (?!did it\b)(?:{_DO}|{_BE}) (?:{_WHO}|{_ITS})"
        rf"|(?:how|what|where|why) (?:does|do) (?!not)\w+ \w+|what (?:way|kind of \w+) {_DO}"
        rf"|how {_MEASURES} (?:(?!{_WHO} |{_ITS} )\w+ )?(?:{_DO}|{_BE})|^how (?!{_WHO} |every|thing)\w+ {_BE}"
        rf"|or (?:{_DO}|{_BE}) {_WHO} (?!{_DONE}\b)\w+|and {_MAY} {_WHO} (?!{_DONE}\b)\w+)\b"
    )


@cache
def _opening() -> re.Pattern[str]:
    """Ways of asking that open a clause; a verb first, or a word that asks."""
    return re.compile(
        rf"{_LEAD}(?:{_MAY} (?:{_WHO}|{_ITS})(?! not\b)|am i\b"
        r"|(?:do|does|did) (?:i|you|u|we|they|he|she|one|some\w+|my)\b"
        rf"|(?:do|does) (?:it|that|this|these|those) (?!{_DONE}\b)\w"
        rf"|{_BE} (?:it|that|this|there|they|those|these|he|she|my) (?!{_DONE}\b)\w"
        r"|(?:may|ought) (?:i|we)\b|(?:is|are) (?:the|a|an) \w+ (?:really|even|actually|supposed|dangerous|safe)"
        rf"|(?:how|why) (?:{_DO}|{_BE}|{_MEASURES}|come|to)\b|(?:what|where) (?:{_DO}|{_BE}|if|about)\b"
        rf"|when (?:{_DO}|{_BE}) {_WHO}|which (?:of |one |ones |\w+ (?:{_DO}|{_BE}))"
        r"|(?:explain|describe|clarify|elaborate|remind me|walk me|guide me|talk me|give me a hint)\b)"
    )


@cache
def _after_condition() -> re.Pattern[str]:
    """A question after "if …" that no comma parts: "if it dies tonight can somebody get my pictures back"."""
    return re.compile(
        rf"{_LEAD}(?:if|when|once|after|before|suppose|say|in case|because|since)\b.{{3,200}}?"
        rf"(?<!\bit)(?<!\bthat)(?<!\bi) {_MAY} {_WHO} \w+"
    )


@cache
def _no_question() -> re.Pattern[str]:
    """What only sounds like one: an outcry, or thinking aloud."""
    return re.compile(
        r"what (?:do you think it|can i (?:say|tell)|do i know)\b|how (?:could|can|should) it\b(?!.*\?)"
    )


@cache
def _unsure() -> re.Pattern[str]:
    """An answer that is not quite sure, and so ends in a question mark: "I guess it's on?"."""
    return re.compile(
        r".*\b(?:i (?:guess|think|suppose|believe|assume|hope)|probably|maybe|perhaps)\b"
        r"|.*\b(?:right|correct|yes|no)$|(?:yes|no)\b"
    )


@lru_cache(maxsize=256)
def asks_back(text: str) -> bool:
    """Whether the text asks something rather than answers."""
    words = tokens(text)
    if not words:
        return False
    spoken = " ".join(words)
    if _no_question().match(spoken + " ?" * ("?" in text)):
        return False
    if _anywhere().search(spoken) or _after_condition().match(spoken):
        return True
    return any(_clause_asks(text, number) for number in range(len(clauses(text))))


def _clause_asks(text: str, number: int) -> bool:
    found = clauses(text)
    clause, words = found[number], found[number].texts
    if _opening().match(" ".join(words) + " "):
        return True
    if words[0] in _ASKERS and len(words) > 1 and (words[1] in _VERBS or words[1] in _FOLLOWING):
        return True
    if not clause.asks:
        return False
    last = number == len(found) - 1
    first = tokens(text)[0]
    if words[0] in _ASKERS | _CHOOSERS or (number == 0 and first in _ASKERS | _CHOOSERS):
        return True
    return last and len(tokens(text)) > 2 and not _unsure().match(" ".join(words))


def after_politeness(text: str) -> str:
    """What comes after "ok" and the like that open a question; the text itself where nothing does."""
    words = tokens(text)
    if len(words) < 4 or words[0] not in _POLITE:
        return text
    found = re.match(r"\s*\w+[\s,.;:!-]+(?:(?:but|and|so|then)[\s,]+)?", text)
    rest = text[found.end() :] if found else text
    return rest if _opening().match(" ".join(tokens(rest)) + " ") else text


def kind_of(text: str) -> str:
    """Which command helps with a question that nothing answers: `why` or `how`."""
    from tshoot.language.wants import kinds

    return "why" if "why" in kinds(text) else "how"
