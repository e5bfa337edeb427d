"""What an answer says for or against what a yes-or-no question asks, clause by clause.

Each clause gives evidence between -1 (denies) and 1 (affirms): words it shares with the question, or whose sense or
opposite it shares, with both sides' negations; good or bad news against the question's own; and bare negation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tshoot.language.asked import Asked, tone_of
from tshoot.language.claimed import SIDE, TOPIC, is_particle_elsewhere
from tshoot.language.clauses import Clause, Word
from tshoot.language.fixing import NO_CHANGE, fix_evidence
from tshoot.language.late import Late
from tshoot.language.lexicon import ATTEMPTS, FAULTS, RUNS, SOUND
from tshoot.language.opposites import kinds, sense_of
from tshoot.language.words import word_set
from tshoot.model.record import record

REFERRING = word_set("it they them that this these those there one ones he she")
SOMETIMES = word_set("sometimes occasionally intermittently rarely seldom partly times now usually mostly often")
SEEN = word_set(
    "see saw seen show shows showed appear appears appeared visible hear heard get gets got find found have has"
)

OTHERWISE = Late(
    r"\b(?:also|too|as well|any ?time|all the time|even (?:when|if|with|without|though)|always"
    r"|whenever|other times|both|regardless|no matter"
    r"|everywhere|all of them|every time|constantly|at any [a-z]+|whether)\b"
)
"""What is said where something is so at other times or places as well."""

_OTHER = Late(r"\b(?:is|are|was|were|looks?|sounds?|reads?) (?:\w+ )?different\b|\belsewise\b|\binstead$")
"""What is said where it is not what was asked about."""

_NOUNS = ("er", "ers", "or", "ors")

_LITTLE = word_set("bit slightly lukewarm somewhat")
_MILD = word_set("warm warms toasty heats heated cool noisy loud dim")
"""With these, what is like the word asked for is less than it: "only a little warm" is not hot."""

_HARMLESS = word_set("low happened happens play slack")
_ANY = word_set("any anything anyone")
_AS_USUAL = word_set("normal usual same always unchanged fine normally ordinary recommended exactly")
_UNSEEN = word_set("dark black blank")
_DOWN = word_set("fail fails dead broken frozen refuse refuses unresponsive stop stops")
_REACTS = word_set("responds does do anything moves turn turns reacts lights works work")
"""What does none of these is as bad as the question fears."""

_ELSE = word_set("other else another different otherwise elsewise")
"""What one never had "any other" of, one has."""

BARE = 0.55
"""What a denial that shares nothing with the question is worth."""

MENTIONED = 0.3
"""The most that words say that only name what is asked about."""

CLEAR = 0.5
"""Evidence from here on decides by itself."""


@record
class Stance:
    """How strongly an answer affirms (up to 1) or denies (down to -1), and what says so."""

    value: float
    why: str = ""


@record
class Match:
    """A word of the answer that is, means or excludes one of the question's."""

    word: Word
    weight: float
    """Signed: below 0 where the two say the opposite."""
    excludes: bool
    """It is another word than the question's, and rules that one out."""


def evidence_of(said: tuple[Clause, ...], asked: Asked) -> Stance:
    """All clauses together; bare denials and mere mentions weigh little beside what is said of the question's words."""
    parts = [(clause, *_evidence(clause, asked)) for clause in said if not clause.asks]
    if asked.fix:
        return _fix_body(parts)
    level = max((_level(evidence) for _, evidence, _ in parts), default=0)
    total, share, why = 0.0, 1.0, ""
    for _, evidence, reason in parts:
        if _level(evidence) == level:
            total += evidence * share
            share, why = 0.5, why or reason
    return Stance(max(-1.0, min(1.0, total)), why)


def _level(evidence: float) -> int:
    """Direct evidence, a bare denial, or a mere mention."""
    return 3 if abs(evidence) > BARE else 2 if evidence < -0.5 else 1


def _fix_body(parts: Sequence[tuple[Clause, float, str]]) -> Stance:
    """After "did it help?", what follows a "but" or a "then" outweighs what came before."""
    total, why = 0.0, ""
    for clause, evidence, reason in parts:
        if clause.contrast and (evidence * total < 0 or (not evidence and total > 0)):
            total *= 0.1 if evidence else 0.3
        total += evidence
        why = reason if evidence * total > 0 else why
    return Stance(max(-1.0, min(1.0, total)), why)


def _evidence(clause: Clause, asked: Asked) -> tuple[float, str]:
    """What one clause says; what was only tried, or stands after "when", says little."""
    if asked.fix:
        return fix_evidence(clause, asked)
    evidence, why = _claimed(clause, asked)
    if evidence > 0 and (ATTEMPTS - asked.spoken) & set(clause.texts):
        evidence = min(evidence, 0.2)
    full = not clause.side or quantity(clause, asked) is not None
    return (evidence if full else evidence * (0.6 if abs(evidence) > BARE else 0.3)), why


def _claimed(clause: Clause, asked: Asked) -> tuple[float, str]:
    """The strongest sign first: quantities, opposites, news against the question's, its own words, bare negation."""
    if contrast := quantity(clause, asked) or unchanged(clause, asked):
        return contrast
    opposite, shared, words = _shared(clause, asked)
    if opposite:
        return opposite, f"says {words[-1]}"
    return _plain_sign(clause, asked) or _by_tone(clause, asked, shared, words)


def _plain_sign(clause: Clause, asked: Asked) -> tuple[float, str] | None:
    """Words that tell by themselves: of something else, of all as usual, of nothing seen, of nothing that runs."""
    if (found := _OTHER.search(" ".join(clause.texts))) and not _ELSE & asked.spoken and not clause.negations:
        return -0.8, f"says {found[0]}"
    texts = set(clause.texts)
    if asked.usual and texts & _AS_USUAL and not clause.negations:
        return -0.8, f"says {min(texts & _AS_USUAL)}"
    if SEEN & asked.spoken and _UNSEEN & texts and not _UNSEEN & asked.spoken and not clause.negations:
        return -0.75, f"says {min(_UNSEEN & texts)}"
    if (
        asked.news < 0
        and _DOWN & asked.spoken
        and not _ANY & asked.spoken
        and is_negated(clause, asked)
        and (RUNS | _REACTS) & texts
    ):
        return 0.75, f"says not {min((RUNS | _REACTS) & texts)}"
    return None


def _by_tone(clause: Clause, asked: Asked, shared: float, words: Sequence[str]) -> tuple[float, str]:
    """What good and bad news say beside the question's own words, then bare negation."""
    tone, spoken = tone_of(clause, like(clause, asked))
    told = shared >= CLEAR and spoken.startswith("not ")
    if asked.ends and abs(shared) > BARE:
        return shared, f"says {', '.join(words)}"
    if tone * asked.news < 0 and shared > -CLEAR and not told and not is_negated(clause, asked):
        return -0.8, f"says {spoken}"
    if (
        asked.news > 0
        and is_negated(clause, asked)
        and any(w.negated and w.text in FAULTS - _HARMLESS for w in clause.words)
    ):
        return 0.75, "says not a fault"
    if asked.finds and not asked.news and tone > 0 and shared <= MENTIONED and not is_negated(clause, asked):
        return -0.75, f"says {spoken}"
    if (
        asked.news > 0
        and _faults(clause) - asked.spoken - _HARMLESS
        and shared > -CLEAR
        and not is_negated(clause, asked)
    ):
        return -0.75, f"says {min(_faults(clause))}"
    if abs(shared) > BARE:
        return shared, f"says {', '.join(words)}"
    if asked.news > 0 and _faults(clause):
        return -0.75, f"says {min(_faults(clause))}"
    if asked.news < 0 and SOUND & set(clause.texts) and not is_negated(clause, asked):
        return -0.75, f"says {min(SOUND & set(clause.texts))}"
    if tone * asked.news:
        return 0.8 * tone * asked.news, f"says {spoken}"
    if is_negated(clause, asked):
        if says_no_other(clause, asked):
            return BARE, "says no other"
        return (0.0, "") if asked.turned else (-BARE, "is negative")
    if shared:
        perceived = shared > 0 and SEEN & set(clause.texts) and SEEN & asked.spoken
        return (max(shared, 0.45) if perceived else shared), f"says {', '.join(words)}"
    return (0.3, "is affirmative") if _refers(clause) else (0.0, "")


def _faults(clause: Clause) -> set[str]:
    """The faults that a clause says there are."""
    return {word.text for word in clause.words if word.text in FAULTS and not word.negated}


def is_negated(clause: Clause, asked: Asked) -> bool:
    """Whether it is turned; "stops moving" is no denial where the question is whether it stops."""
    stopping = sum(clause.words[place].stem not in asked.words for place in clause.stoppings)
    return (clause.negations + stopping) % 2 == 1


def says_no_other(clause: Clause, asked: Asked) -> bool:
    """Whether it denies anything else than what was asked about: "I have never used any other"."""
    other = any(word.text in _ELSE and word.negated for word in clause.words)
    return other and is_negated(clause, asked) and not _ELSE & asked.spoken


def _refers(clause: Clause) -> bool:
    return len(clause.words) > 1 and bool(REFERRING & set(clause.texts))


def quantity(clause: Clause, asked: Asked) -> tuple[float, str] | None:
    """Sometimes against always, and "not only" against only."""
    texts = set(clause.texts)
    if asked.always and texts & SOMETIMES:
        return -0.8, f"says {min(texts & SOMETIMES)}"
    if asked.only and (texts & {"only", "just"}) and "not" in texts:
        return -0.9, "says not only"
    if asked.only and (texts & {"only", "just"}):
        return 0.6, "says only"
    if asked.spoken >= {"certain", "times"} and (found := OTHERWISE.search(" ".join(clause.texts))):
        return -0.8, f"says {found[0]}"
    if asked.only and (found := OTHERWISE.search(" ".join(clause.texts))):
        return -0.8, f"says {found[0]}"
    return None


def matches(clause: Clause, asked: Asked) -> Iterator[Match]:
    """The clause's words that the question speaks of. What stands before a negation is talked about, not claimed."""
    denied = is_negated(clause, asked)
    literal = frozenset(word.stem for word in clause.words if word.stem in asked.words)
    less = bool(_LITTLE & set(clause.texts))
    for place, word in enumerate(clause.words):
        weight, excludes = _match(word, asked, literal)
        if weight > TOPIC and word.stem not in literal and less and word.text in _MILD:
            weight, excludes = -weight, True
        adverb = word.text == "still" and word.stem not in literal
        if adverb or (word.text == "there" and place == 0):  # "there was an improvement" tells of no place
            continue
        if weight and (word.negated or not denied) and not is_particle_elsewhere(clause.texts, place):
            yield Match(word, weight, excludes)


def like(clause: Clause, asked: Asked) -> frozenset[Word]:
    """Words that say in their own way what was asked: "gone" of nuts that may be missing is no good news."""
    found = (match.word for match in matches(clause, asked) if match.weight > TOPIC)
    return frozenset(word for word in found if word.text not in asked.spoken)


def unchanged(clause: Clause, asked: Asked) -> tuple[float, str] | None:
    """No change after a step: what was asked for is not so, and what was bad still is."""
    found = NO_CHANGE.search(" ".join(clause.texts))
    if not found or "same" in asked.spoken or asked.whole or asked.others:
        return None
    return (0.8 if asked.still else -0.7), f"says {found[0]}"


def _shared(clause: Clause, asked: Asked) -> tuple[float, float, list[str]]:
    """Evidence of opposites, evidence of the question's own words and senses, and the words."""
    opposite, total, claimed = 0.0, 0.0, False
    words: list[str] = []
    for match in matches(clause, asked):
        if match.excludes:
            opposite = 0.85 if match.weight > 0 else -0.85
        total += match.weight
        claimed = claimed or abs(match.weight) > TOPIC
        words.append(f"not {match.word.text}" if match.word.negated else match.word.text)
    most = 1.0 if claimed else MENTIONED
    return opposite, max(-most, min(most, total)), words


def _match(word: Word, asked: Asked, literal: frozenset[str]) -> tuple[float, bool]:
    """The signed weight of a word that the question has or whose sense it has, and whether it is an opposite.

    What is said of a word of the question literally is not read a second time from a word like it.
    """
    if word.stem in asked.words:
        weight, negated = asked.words[word.stem]
        if word.text not in asked.spoken and word.text.endswith(_NOUNS):  # a charger is not what charges
            weight = min(weight, TOPIC)
        return (weight if negated == word.negated else -weight), False
    if other := next((one for one in asked.words if _compared(one, word.stem)), ""):
        weight, negated = asked.words[other]
        return (weight if negated == word.negated else -weight), False
    mine = dict(sense_of(word.stem))
    found: list[tuple[float, bool]] = []
    for other, (weight, negated) in asked.words.items():  # "unused" is the opposite of "used"
        if weight > TOPIC and (other == f"un{word.stem}" or word.stem == f"un{other}"):
            found.append((weight * (-1 if negated == word.negated else 1), weight > SIDE))
    for other, (weight, negated) in asked.words.items():
        kind = kinds().get(other, frozenset())
        if weight and word.stem in kind and not kind & asked.words.keys():
            found.append((max(weight, 0.3) * (1 if negated == word.negated else -1), False))
    for other, (weight, negated) in asked.words.items():
        tells = mine and weight and other not in literal and not _leads_only(word.text, asked)
        for row, side in sense_of(other) if tells else ():
            if row in mine:
                same = side == mine[row]
                sign = 1 if same == (negated == word.negated) else -1
                found.append((max(weight, 0.3) * sign, not same and weight > SIDE))
    # A word that means the same as one of the question's says nothing against another.
    alike = [one for one in found if not one[1] and one[0] > 0] if not _rules_out(mine, asked) else []
    return max(alike or found, key=lambda one: abs(one[0]), default=(0.0, False))


_LEADING = {
    "up": word_set("up down volume level rise rises rising drop drops"),
    "down": word_set("up down volume level rise rises rising drop drops running work working"),
    "out": word_set("on off out in lit power light lights lamp led running active"),
    "off": word_set("on off out in lit power light lights lamp led running active enabled switched turned"),
}
"""Words that lead on from any verb ("filled it up", "came out"), and the questions in which they say more."""


def _rules_out(mine: dict[int, int], asked: Asked) -> bool:
    """Whether it is like a word of the question in one row and its opposite in another: "better" and "worse"."""
    for other, (weight, _) in asked.words.items():
        rows = {row: side == mine[row] for row, side in sense_of(other) if row in mine}
        if weight > SIDE and len(set(rows.values())) == 2:
            return True
    return False


def _compared(one: str, other: str) -> bool:
    """Whether one is the other's comparative: "lower" and "low"."""
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return len(shorter) > 2 and longer in (
        f"{shorter}er",
        f"{shorter}r",
        f"{shorter}{shorter[-1]}er",
        f"{shorter[:-1]}ier",
    )


def _leads_only(text: str, asked: Asked) -> bool:
    return text in _LEADING and not _LEADING[text] & asked.spoken
