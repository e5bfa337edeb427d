"""What typed words mean at the present question: the language's reading, in terms of the session."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from tshoot.engine.markup import to_plain
from tshoot.engine.state import Choice, Prompt
from tshoot.engine.texts import show
from tshoot.model.event import AnswerKind
from tshoot.model.fact import FactType, Value
from tshoot.model.record import record
from tshoot.model.tree import DecisionTree, Faq

if TYPE_CHECKING:
    from tshoot.language.question import Question, Reading
    from tshoot.language.values import Unfit
    from tshoot.model.library import Wordbook

SURE = 0.8
"""From this score on a reading is not said to be a guess."""

NO_EVIDENCE = ("", "is too long", "is empty")
"""What a reading says of itself, where nothing spoke for anything."""

LONGEST = 1000
"""Characters of an unclear text that are compared with the options."""

FIXED = ("it works now", "works now", "fixed", "it worked", "all good now", "solved", "that did it", "yes it did")
NOT_FIXED = ("still the same", "still broken", "did not help", "no change", "same problem", "no luck", "not fixed")


@record
class Heard:
    """What was understood: an answer, something else to do, or nothing certain."""

    kind: str
    """`answer`, `faq`, `term`, `command` or `unclear`."""
    answer: AnswerKind = "option"
    value: Value = ""
    label: str = ""
    """How the answer is said back; empty where the words were the very label."""
    middling: bool = False
    command: str = ""
    faq: int = -1
    term: int = -1
    """With `term`: its place in the wordbook."""
    candidates: tuple[Choice, ...] = ()
    sentence: str = ""
    """With `unclear`: what was wrong, where it is known."""

    def own_words(self, typed: str) -> str:
        """What was typed, where it says more than the answer: not its very label, nor its number."""
        return typed if self.label and not typed.isdigit() else ""


def hear(
    text: str, prompt: Prompt, tree: DecisionTree | None, today: date, words: Wordbook | None = None
) -> Heard:
    """The meaning of typed words at this question, in a library that says this about words."""
    from tshoot.language.commands import read_command

    if prompt.kind == "input" and prompt.fact:
        return _value(text, prompt, prompt.fact, tree, today, words)
    if prompt.kind == "wait" and (command := read_command(text)):
        return Heard("command", command=command)
    return _option(text, prompt, tree, words)


def reading_of(text: str, question: Question, words: Wordbook | None = None) -> Reading:
    """How typed words are read at a question; other words for a name count where they say more than as typed."""
    from tshoot.language.answers import read_answer

    typed = read_answer(text, question)
    if words is None or not words.aliases:
        return typed
    from tshoot.language.aliases import renamed

    if (named := renamed(text, words.aliases)) == text:
        return typed
    reading = read_answer(named, question)
    return reading if _certainty(reading) > _certainty(typed) else typed


def _certainty(reading: Reading) -> float:
    """How much a reading says; not to know says less than any answer, and nothing certain the least."""
    return {"unclear": -1.0, "unknown": 0.0}.get(reading.kind, reading.score)


def faqs_at(tree: DecisionTree | None, node: str) -> list[tuple[int, Faq]]:
    """The faq entries that belong to a node."""
    return [(i, faq) for i, faq in enumerate(tree.faq) if not faq.at or node in faq.at] if tree else []


def question_of(prompt: Prompt, tree: DecisionTree | None, words: Wordbook | None = None) -> Question:
    """The question as the language reads it, with what people ask back at it."""
    from tshoot.language.question import Help, Offer, Question

    fixing = bool(prompt.question)
    offers = tuple(
        Offer(choice.key, choice.label, (*choice.means, *(_fix_words(choice.key) if fixing else ())))
        for choice in prompt.choices
    )
    helps = tuple(Help(i, (faq.question, *faq.also), faq.answer.text) for i, faq in faqs_at(tree, prompt.node))
    terms = tuple(
        Help(i, (term.name, *term.also), term.means) for i, term in enumerate(words.terms if words else ())
    )
    asked = to_plain(prompt.question or prompt.text)
    return Question(asked, offers, many=prompt.kind == "many", none=prompt.none, helps=helps, terms=terms)


def _option(text: str, prompt: Prompt, tree: DecisionTree | None, words: Wordbook | None) -> Heard:
    reading = reading_of(text, question_of(prompt, tree, words), words)
    labels = {choice.key: choice for choice in prompt.choices}
    middling = reading.score < SURE
    match reading.kind:
        case "option":
            return _answer(prompt, reading.keys, labels[reading.keys[0]].label, text, middling)
        case "options":
            label = ", ".join(labels[key].label for key in reading.keys)
            return _answer(prompt, reading.keys, label, text, middling)
        case "none":
            return _answer(prompt, (), prompt.none, text, middling)
        case "unknown":
            return Heard("answer", answer="unknown", label="I don't know")
        case "faq":
            return Heard("faq", faq=reading.faq)
        case "term":
            return Heard("term", term=reading.term)
        case "command":
            return Heard("command", command=reading.command)
    candidates = tuple(labels[key] for key in reading.candidates if key in labels)
    return Heard("unclear", candidates=candidates if _worth_naming(text, candidates, prompt, reading) else ())


def _worth_naming(text: str, candidates: Sequence[Choice], prompt: Prompt, reading: Reading) -> bool:
    """Whether something speaks for these: three of seven at random would only lead astray."""
    from tshoot.language.words import content

    if len(candidates) >= len(prompt.choices):
        return True
    if reading.why in NO_EVIDENCE:
        words = set(content(text[:LONGEST]))
        return any(words & set(content(phrase)) for one in candidates for phrase in (one.label, *one.means))
    return True


def _fix_words(key: str) -> tuple[str, ...]:
    return FIXED if key == "Yes" else NOT_FIXED


def _answer(prompt: Prompt, keys: Sequence[str], label: str, text: str, middling: bool) -> Heard:
    said = "" if text.strip().casefold() == label.casefold() else label
    answer, value = answer_of(prompt, keys)
    return Heard("answer", answer=answer, value=value, label=said, middling=middling)


def answer_of(prompt: Prompt, keys: Sequence[str]) -> tuple[AnswerKind, Value]:
    """The answer that taking these options gives."""
    if prompt.kind == "many":
        return "options", tuple(key for key in keys if key)
    key = keys[0] if keys else ""
    if key == "Done" and prompt.kind in ("do", "wait"):
        return "done", ""
    return "option", key


def _value(
    text: str, prompt: Prompt, kind: FactType, tree: DecisionTree | None, today: date, words: Wordbook | None
) -> Heard:
    from tshoot.language.asking import asks_back
    from tshoot.language.values import Unfit

    reading = reading_of(text, question_of(prompt, tree, words), words)
    if reading.kind == "command":
        return Heard("command", command=reading.command)
    if reading.kind == "unknown":
        return Heard("answer", answer="unknown", label="I don't know")
    if reading.kind == "faq" and text.rstrip().endswith("?"):
        return Heard("faq", faq=reading.faq)
    # A term alone may be the very value: "VPN" as the name of a program.
    if reading.kind == "term" and asks_back(text):
        return Heard("term", term=reading.term)
    value = _read_value(text, kind, today, words)
    if isinstance(value, Unfit):
        return Heard("unclear", sentence=value.sentence, candidates=tuple(Choice(c, c) for c in value.candidates))
    shown = "" if kind.secret else show(value, kind)
    return Heard("answer", answer="value", value=value, label="" if shown == text.strip() else shown)


def _read_value(text: str, kind: FactType, today: date, words: Wordbook | None) -> Value | Unfit:
    """The value as it is typed; other words for a name count where they make it fit."""
    from tshoot.conversation.standard_words import standard_value
    from tshoot.language.values import Unfit, read_value

    value = standard_value(text, kind) or read_value(text, kind, today)
    if not (isinstance(value, Unfit) and kind.values and words and words.aliases):
        return value
    from tshoot.language.aliases import renamed

    named = read_value(renamed(text, words.aliases), kind, today)
    return value if isinstance(named, Unfit) else named
