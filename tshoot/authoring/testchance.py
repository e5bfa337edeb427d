"""Answers by chance: of every kind that a question takes, in words that a test can repeat."""

from __future__ import annotations

from datetime import date
from random import Random

from tshoot.engine.session import Session
from tshoot.engine.state import Prompt
from tshoot.language.pattern import CharSet, PatternError, compile_pattern
from tshoot.language.values import Unfit, read_value
from tshoot.model.checks import CHECK_RESULTS, CHECK_VALUES
from tshoot.model.event import AnswerKind, CheckStatus
from tshoot.model.fact import FactType, Value
from tshoot.model.record import record
from tshoot.model.tree import Check, DecisionTree

BACK, PERSON = "back", "person"
SELDOM = 0.05
"""How often a walk goes back where it could go on."""
VERY_SELDOM = 0.005
"""How often it asks for a person."""
UNSURE = 0.12
"""How often nobody knows, or the question is passed over."""
_REFUSED: tuple[CheckStatus, ...] = ("refused", "failed", "unsupported", "unavailable")
_TEXTS = ("blue", "Ana Lopez", "4711", "it blinks {os} [twice] *now*", "a", "x" * 60)
_WORDS = {
    "date": ("2026-10-01", "yesterday", "1999-12-31"),
    "email": ("ana@example.org",),
    "phone": ("+49 30 1234567",),
    "boolean": ("yes", "no"),
    "file": ("/tmp/report.txt", "report.pdf"),
}
_LETTERS = "a7A0b-_ .:/é"


@record(kw_only=True)
class Move:
    """One thing that a walk by chance does."""

    tree: str
    node: str
    kind: str
    """`answer`, `check`, `back` or `person`."""
    answer: AnswerKind = "option"
    value: Value = ""
    words: str | tuple[str, ...] = ""
    """How it stands in a test."""
    check: str = ""
    status: CheckStatus = "done"
    result: str = ""
    values: tuple[tuple[str, Value], ...] = ()


def any_move(prompt: Prompt, tree: DecisionTree | None, dice: Random, today: date, forward: bool = False) -> Move:
    """Something that a person may do here; `forward`: something that goes on."""
    if not forward and dice.random() < SELDOM:
        return Move(tree=prompt.tree, node=prompt.node, kind=BACK, words="/back")
    if not forward and dice.random() < VERY_SELDOM:
        return Move(tree=prompt.tree, node=prompt.node, kind=PERSON, words="/person")
    if prompt.kind == "check":
        return _check(prompt, tree, dice)
    answer, value, words = _answer(prompt, dice, today)
    return Move(tree=prompt.tree, node=prompt.node, kind="answer", answer=answer, value=value, words=words)


def _check(prompt: Prompt, tree: DecisionTree | None, dice: Random) -> Move:
    node = tree.nodes.get(prompt.node) if tree else None
    results = [*CHECK_RESULTS.get(prompt.check, ()), *(node.on if isinstance(node, Check) else ())]
    found = dice.choice([*dict.fromkeys(results), *_REFUSED])
    refused = next((status for status in _REFUSED if status == found), None)
    named = CHECK_VALUES.get(prompt.check, ())
    shown: tuple[Value, ...] = (5, 70, "Home")
    values = tuple((name, dice.choice(shown)) for name in named if not refused and dice.random() < 0.7)
    return Move(
        tree=prompt.tree, node=prompt.node, kind="check", check=prompt.check, status=refused or "done",
        result="" if refused else found, values=values,
    )  # fmt: skip


def _answer(prompt: Prompt, dice: Random, today: date) -> tuple[AnswerKind, Value, str | tuple[str, ...]]:
    keys = [choice.key for choice in prompt.choices]
    if keys[:1] == ["Done"]:
        return "done", "", "done"
    if dice.random() < UNSURE:
        return ("unknown", "", "/unknown") if dice.random() < 0.5 else ("skip", "", "/skip")
    if prompt.kind == "many":
        taken = tuple(key for key in keys if dice.random() < 0.4) or (() if prompt.none else tuple(keys[:1]))
        return "options", taken, taken or prompt.none
    if prompt.kind == "input" and prompt.fact:
        return _typed(prompt.fact, dice, today)
    if not keys:
        return "unknown", "", "/unknown"
    key = dice.choice(keys)
    return "option", key, key


def _typed(fact: FactType, dice: Random, today: date) -> tuple[AnswerKind, Value, str]:
    """Words that the fact's own declaration takes, and what they mean."""
    words = _candidates(fact, dice)
    dice.shuffle(words)
    for said in words:
        value = read_value(said, fact, today)
        if not isinstance(value, Unfit):
            return ("value", "", "/skip") if fact.secret else ("value", value, said)
    return "skip", "", "/skip"


def _candidates(fact: FactType, dice: Random) -> list[str]:
    if fact.values:
        some = [value for value in fact.values if dice.random() < 0.5]
        return [", ".join(some)] if fact.kind == "list" and some else list(fact.values)
    if fact.kind == "number":
        bounds = [f"{bound:g}" for bound in (fact.minimum, fact.maximum) if isinstance(bound, (int, float))]
        return [*bounds, str(dice.randint(0, 100)), "3.5", "0"]
    if fact.pattern:
        return [sample(fact.pattern, dice) for _ in range(4)]
    return list(_WORDS.get(fact.kind, _TEXTS))


def sample(pattern: str, dice: Random) -> str:
    """A text that fits a pattern, most often."""
    try:
        items = dice.choice(compile_pattern(pattern).ways)
    except PatternError:
        return ""
    return "".join(_letter(item.chars, dice) for item in items if not item.optional or dice.random() < 0.5)


def _letter(chars: CharSet, dice: Random) -> str:
    ends = [low for low, _ in chars.ranges]
    fitting = [char for char in (*ends, *_LETTERS) if chars.accepts(char)]
    return dice.choice(fitting) if fitting else "?"


def apply(session: Session, move: Move, at: str) -> None:
    """Does it; raises ValueError where it is no answer to what is asked."""
    match move.kind:
        case "back":
            session.back(at=at)
        case "person":
            session.ask_for_person(at=at)
        case "check":
            session.checked(move.status, move.result, dict(move.values), at=at)
        case _:
            session.answer(move.answer, move.value, at=at)
