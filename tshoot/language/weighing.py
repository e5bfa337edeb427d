"""How sure the evidence of an answer is: signs of yes and no, weighed as examples have taught.

The weights are made by scripts/answer_weights.py from sentences written for this project; the card is
docs/decisions/0021-answer-weights.md.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tshoot.language.answer_weights import BIAS, WEIGHTS
from tshoot.language.asked import Asked, tone_of
from tshoot.language.claimed import TOPIC
from tshoot.language.clauses import Clause
from tshoot.language.evidence import SEEN, Match, Stance, is_negated, like, matches, says_no_other, unchanged
from tshoot.language.late import Late
from tshoot.language.lexicon import ATTEMPTS

DECIDED = 0.35
"""What the rules are this sure of, they decide."""

SIDE = 0.5
"""What is said after "when" or "because" counts so much."""

_LONG = 20
"""Words from which on an answer counts as long."""

Signs = Mapping[str, float]
"""What speaks for yes and no, by name: each about -1 to 1.5."""


_ONLY = Late(r"\b(?:only|just (?:a|the|one|that|this|my|some))\b")
_EXISTS = Late(
    r"\b(?:there (?:is|are|was|were)|(?:has|have|had|found|see|saw|got) (?:a|an|some|several|two|three|\d+))\b"
    r"(?! (?:no|not)\b)"
)


_NONE = Late(r"\b(?:none|neither|nothing|not (?:a|one) (?:single )?\w+)\b")
_ALL = Late(r"\b(?:all|every|everything|both|none|together|each|whole|entire|not (?:a|one) (?:single )?\w+)\b")
_SOME = Late(
    r"\b(?:only|just|some|most|mostly|except|apart from|one of|(?:one|two|three|four|both|a few|a couple|several)"
    r" (?:\w+ )?(?:is|are|was|were|has|have|needed|needs|need|does|do|works?|still)|half of|the others?|the rest)\b"
)


def _of_all(spoken: str, asked: Asked) -> float:
    """Where a question asks about all: 1 for an answer about all, -1 for one about some."""
    if not asked.whole:
        return 0.0
    return -1.0 if _SOME.search(spoken) else float(bool(_ALL.search(spoken)))


_AMPLE = Late(
    r"\b(?:plenty|lots|loads|tons|a lot|a bunch|several|many|some|quite a few|a couple|full|partfull|filled)\b"
)
_LACKING = Late(r"\b(?:empty|ran out|bare|lacking|missing|absent|gone)\b")


_AFTERWARDS = Late(
    r"\b(?:(?:right|just|immediately|immediatly|shortly|soon|only) after"
    r"|ever since|since (?:then|that|i|we|the|it)|afterwards?"
    r"|after (?:i|we|that|it|the|my)|the (?:next|same|following) (?:day|morning|evening|time)|that (?:is|was) when"
    r"|(?:when|once) (?:it|this|that|they) (?:all )?(?:started|began)|as soon as)\b"
)
_BEFORE = Late(
    r"\b(?:before(?: (?:that|then|this|any|i|we|it)\b.*)?$|(?:long|way|well|even|already) before|gradually|slowly"
    r"|bit by bit|over (?:the )?(?:\w+ )?(?:time|years?|months?|weeks?)|already|all along|unrelated|independent)"
)


def in_time(heard: str, asked: Asked) -> float:
    """Where a question asks if something began after something else: 1 for after, -1 for before or by and by."""
    if not asked.after:
        return 0.0
    return -1.0 if _BEFORE.search(heard) else float(bool(_AFTERWARDS.search(heard)))


_EMPHATIC = Late(
    r"\b(?:i|we|you|they|it|he|she|there|that|(?:the|my|our) \w+(?: \w+)?) (?:do|does|did)"
    r" (?:indeed |actually |also |still |in fact )?(?!not\b|it\b|that\b|this\b|the\b|a\b|my\b|so\b|nothing\b)[a-z]{2,}"
)
"""A verb that is stressed: "it does lean", "I do hear it"."""


def _is_stressed(clause: Clause, asked: Asked) -> bool:
    """Whether a verb is stressed; where it is asked what somebody can do, also "I can …"."""
    can = bool({"can", "could"} & asked.spoken) and clause.texts[:2] in (
        ("i", "can"),
        ("we", "can"),
        ("it", "can"),
    )
    stressed = (can and not clause.negations) or bool(_EMPHATIC.search(" ".join(clause.texts)))
    return stressed and not clause.asks and not clause.side


_TOO = Late(
    r"\b(?:too|as well|also|same|all of (?:our|the|them|my|us)|every|everything|everyone|everybody|everywhere|anywhere"
    r"|both|either)\b"
)
_ALONE = Late(
    r"\b(?:just|only) (?:in |on |with |for )?(?:this|mine|me|my|one|here|the one|that one|our)\b|\bthe only one\b"
    r"|\b(?:everything|everyone|everybody|all the) (?:else|others?)\b|\bnobody else\b"
    r"|\b(?:only|just) \w+ (?:in|on|with)\b"
    r"|^(?:(?:just|only) )?in mine$"
)


def elsewhere(spoken: str, asked: Asked) -> float:
    """Where a question asks about others: 1 where it is so with them too, -1 where it is so with one alone."""
    if not asked.others:
        return 0.0
    return -1.0 if _ALONE.search(spoken) else float(bool(_TOO.search(spoken)))


def asked_any(asked: Asked) -> float:
    """1 where the question asks whether there is something at all."""
    return float(bool(asked.spoken & {"any", "anything", "anywhere"} or {"is", "there"} <= asked.spoken))


def weighed(said: Sequence[Clause], asked: Asked, body: Stance, heard: str) -> Stance:
    """The evidence as what it is worth: -1 for a sure no, 1 for a sure yes, 0 where nothing speaks."""
    signs = signs_of(said, asked, body.value, heard)
    speaks = any(signs[name] for name in SPEAKING)
    told = any(signs[name] for name in ("decided", "ample", "of_all", "after", "emphatic", "seen"))
    if not speaks or (signs["tried"] and not told):
        return Stance(0.0, body.why)
    if signs["ample"] and not (signs["affirmed"] or signs["denied"] or signs["excluded"]):
        return Stance(math.copysign(0.6, signs["ample"]), "says how much there is")
    total = BIAS + math.fsum(WEIGHTS[name] * value for name, value in signs.items())
    return Stance(math.tanh(total / 2), body.why)


def shares(signs: Signs) -> dict[str, float]:
    """What each sign adds for yes (above 0) or for no, the weightiest first."""
    parts = {name: round(WEIGHTS[name] * value, 2) for name, value in signs.items()}
    return {name: parts[name] for name in sorted(parts, key=lambda name: -abs(parts[name])) if parts[name]}


SPEAKING = (
    "body",
    "affirmed",
    "denied",
    "good",
    "bad",
    "negative",
    "ample",
    "of_all",
    "after",
    "emphatic",
)
"""Signs without which nothing was said to the question."""


@dataclass(slots=True)
class _Sums:
    """What the clauses of an answer add up to."""

    affirmed: float = 0.0
    denied: float = 0.0
    excluded: float = 0.0
    negative: float = 0.0
    tone: float = 0.0
    same: float = 0.0
    named: bool = False
    seen: bool = False
    only: bool = False
    tried: bool = True

    def add(self, clause: Clause, asked: Asked) -> None:
        """Takes in one clause."""
        share = SIDE if clause.side else 1.0
        found = tuple(matches(clause, asked))
        tone = tone_of(clause, like(clause, asked))[0]
        claimed = any(abs(match.weight) > TOPIC for match in found)
        attempt = bool(set(clause.texts) & (ATTEMPTS - asked.spoken))
        self.tried = self.tried and (attempt or not (tone or found))
        self.only = self.only or (claimed and bool(_ONLY.search(" ".join(clause.texts))))
        self.tone += tone * share
        there = bool(SEEN & set(clause.texts)) or clause.texts[:2] in (("there", "is"), ("there", "are"))
        self.seen = self.seen or (there and bool(found) and not is_negated(clause, asked))
        for match in found:
            self._add_match(match, share)
        if stays := unchanged(clause, asked):
            self.same += math.copysign(1.0, stays[0])
        elif is_negated(clause, asked) and not claimed:
            self.negative += 0.0 if asked.turned else -share if says_no_other(clause, asked) else share

    def _add_match(self, match: Match, share: float) -> None:
        if match.excludes:
            self.excluded += math.copysign(share, match.weight)
        elif abs(match.weight) <= TOPIC:
            self.named = True
        elif match.weight > 0:
            self.affirmed += match.weight * share
        else:
            self.denied -= match.weight * share


def signs_of(said: Sequence[Clause], asked: Asked, body: float, heard: str) -> Signs:
    """The signs in an answer; `body` is what the rules of `evidence` make of it, `heard` is its plain text."""
    sums = _Sums(tried=bool(said))
    for clause in said:
        if not clause.asks:
            sums.add(clause, asked)
    total = math.fsum(weight for weight, _ in asked.words.values() if weight > TOPIC) or 1.0
    spoken = {text for clause in said for text in clause.texts}
    together = " ".join(" ".join(clause.texts) for clause in said if not clause.asks)
    exists = bool(_EXISTS.search(together))
    negated = any(clause.negations for clause in said)
    ample = 0.0 if negated else float(bool(_AMPLE.search(together))) - bool(_LACKING.search(together))
    return {
        "body": body,
        "decided": math.copysign(1.0, body) if abs(body) >= DECIDED else 0.0,
        "affirmed": min(1.5, sums.affirmed / total),
        "denied": min(1.5, sums.denied / total),
        "excluded": max(-1.0, min(1.0, sums.excluded)),
        "news": max(-1.0, min(1.0, sums.tone * asked.news)),
        "good": float(sums.tone > 0 and not asked.news),
        "bad": float(sums.tone < 0 and not asked.news),
        "negative": min(1.0, sums.negative),
        "emphatic": float(any(_is_stressed(one, asked) for one in said)),
        "hoped": float(asked.news),
        "long": min(1.0, len(spoken) / _LONG),
        "unchanged": max(-1.0, min(1.0, sums.same)),
        "still": float("still" in spoken) * (1.0 if asked.still else -1.0),
        "only": float(not asked.only and sums.only),
        "asked_only": float(asked.only and not sums.only),
        "exists": float(exists) * asked_any(asked),
        "any": float("any" in spoken),
        "ample": ample * asked_any(asked) * (asked.news >= 0),
        "after": in_time(heard, asked),
        "of_all": 0.0 if negated and _NONE.search(together) else _of_all(together, asked),
        "named": float(sums.named),
        "seen": float(sums.seen and asked.news >= 0),
        "tried": float(sums.tried),
    }
