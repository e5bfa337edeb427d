"""What `tshoot match` says: sentences as the chat would understand them, with the evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from tshoot.cli.questions import prompt_at
from tshoot.conversation.first_words import first_words
from tshoot.conversation.hearing import hear, question_of, reading_of
from tshoot.conversation.opening import Found, find_in, walkable_by
from tshoot.engine.markup import to_plain
from tshoot.engine.state import Prompt
from tshoot.language.answers import Question, Reading
from tshoot.language.clean import clean
from tshoot.language.symptoms import FITS, Ranked
from tshoot.model.tree import DecisionTree
from tshoot.store.catalogue import Catalogue

RANKED = 10
"""Trees named for a problem, where so many share a word with it."""

SHOWN = 5
"""Of these, trees that are shown to people."""

LONGEST = 8000
"""Characters of a sentence that are read."""

NO_PROBLEM = 0.5
"""What the scores of trees are worth where the words tell no problem: none of them fits then."""

FEWEST = 5
"""Trees named for a problem in any case, those that share nothing with it at 0."""


class NotAsked(ValueError):
    """There is no such question; says what there is instead."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a tree."""

    tree: DecisionTree
    prompt: Prompt
    question: Question


class Understanding:
    """Reads sentences over one library; each tree is loaded once."""

    def __init__(
        self, catalogue: Catalogue, persona: str, taught: Callable[[Prompt], Prompt] | None = None
    ) -> None:
        self._catalogue = catalogue
        self._persona = persona
        self._asked: dict[tuple[str, str], Asked] = {}
        self._words = catalogue.words()
        self._taught = taught
        """Adds what people have meant by the options of a question."""

    def problem(self, text: str) -> dict[str, object]:
        """Which trees a sentence means, as the chat would understand it."""
        found = self._find(text)
        words = ", ".join(clean(word, limit=60) for word in found.hits[0].words) if found.hits else ""
        if first := self._no_problem(text, found):
            found = Found(tuple(replace(hit, score=round(hit.score * NO_PROBLEM, 4)) for hit in found.hits))
        scores = {hit.tree: hit.score for hit in found.hits}
        if len(scores) < FEWEST:
            scores |= dict.fromkeys(
                [name for name in self._trees if name not in scores][: FEWEST - len(scores)], 0.0
            )
        several: dict[str, object] = {}
        if found.problems:
            several["problems"] = [
                {"text": clean(one.text, limit=300), "tree": one.hit.tree} for one in found.problems
            ]
        if found.close:
            several["close"] = [one.hit.tree for one in found.close]
        return {
            "tree": found.hits[0].tree if found.fits else None,
            "ranked": [{"tree": tree, "score": score} for tree, score in scores.items()],
            "why": f"tells no problem: {first}"
            if first
            else f"the words {words}"
            if words
            else "parts of words"
            if found.hits
            else "no word is in any tree",
            **several,
        }

    def _no_problem(self, text: str, found: Found) -> str:
        """What first words mean that the chat takes for no problem: a greeting, the wish for a person; else empty.

        A library may have a tree for such words: then it is meant.
        """
        first = first_words(clean(text, limit=LONGEST))
        if first is None or (found.hits and first in map(first_words, self._phrases(found.hits[0].tree))):
            return ""
        return f"it asks for /{first.way}" if first.way else first.said

    def _phrases(self, name: str) -> tuple[str, ...]:
        tree = self._catalogue.tree(name)
        return tree.symptoms if tree else ()

    def _find(self, text: str) -> Found:
        return find_in(self._catalogue, self._persona, clean(text, limit=LONGEST), RANKED)

    @cached_property
    def _trees(self) -> tuple[str, ...]:
        """The trees that are searched."""
        return tuple(walkable_by(self._catalogue, self._persona))

    def answer(self, text: str, tree: str, node: str) -> dict[str, object]:
        """What a sentence means as an answer; raises NotAsked."""
        asked = self._question(tree, node)
        if asked.prompt.kind == "input":
            return self._value(text, asked)
        return self._read(reading_of(text, asked.question, self._words), asked.prompt)

    def _question(self, name: str, node: str) -> Asked:
        if (name, node) not in self._asked:
            tree = self._catalogue.tree(name)
            if tree is None:
                raise NotAsked(f"there is no tree {clean(name, limit=60)!r} that can be walked")
            prompt = prompt_at(tree, node)
            if prompt is None:
                raise NotAsked(f"the tree {clean(name, limit=60)!r} asks nothing at {clean(node, limit=60)!r}")
            if self._taught:
                prompt = self._taught(prompt)
            self._asked[name, node] = Asked(tree, prompt, question_of(prompt, tree, self._words))
        return self._asked[name, node]

    def _read(self, reading: Reading, prompt: Prompt) -> dict[str, object]:
        labels = {choice.key: clean(choice.label) for choice in prompt.choices}
        evidence: dict[str, object] = {"score": reading.score, "why": clean(reading.why, limit=300)}
        match reading.kind:
            case "option":
                key = reading.keys[0]
                return {"kind": "option", "option": labels[key], "key": key, **evidence}
            case "options" | "none":
                keys = list(reading.keys)
                return {"kind": "options", "options": [labels[key] for key in keys], "keys": keys, **evidence}
            case "faq":
                return {"kind": "faq", "faq": reading.faq, **evidence}
            case "term":
                return {"kind": "term", "term": self._term(reading.term), **evidence}
            case "command" | "unknown":
                return {"kind": "command", "command": reading.command or "unknown", **evidence}
        candidates = [labels[key] for key in reading.candidates if key in labels]
        return {"kind": "unclear", "candidates": candidates, "why": evidence["why"]}

    def _value(self, text: str, asked: Asked) -> dict[str, object]:
        """What the chat would take as the value of a fact."""
        heard = hear(text, asked.prompt, asked.tree, date.today(), self._words)
        match heard.kind:
            case "answer" if heard.answer == "value":
                value = list(heard.value) if isinstance(heard.value, tuple) else heard.value
                secret = asked.prompt.fact is not None and asked.prompt.fact.secret
                shown = "(kept secret)" if secret else clean(heard.label or text)
                return {"kind": "value", "value": None if secret else value, "text": shown}
            case "faq":
                return {"kind": "faq", "faq": heard.faq, "score": 1.0}
            case "term":
                return {"kind": "term", "term": self._term(heard.term), "score": 1.0, "why": "asks back"}
            case "answer" | "command":
                return {"kind": "command", "command": heard.command or "unknown"}
        labels = [clean(choice.label) for choice in heard.candidates]
        return {"kind": "unclear", "candidates": labels, "why": clean(heard.sentence, limit=300)}

    def _term(self, index: int) -> str:
        return clean(self._words.terms[index].name)

    # For people

    def problem_lines(self, text: str) -> Iterator[str]:
        """Which trees a sentence means, and why, as lines."""
        found = self._find(text)
        if first := self._no_problem(text, found):
            yield "Tree: none fits"
            yield (
                f"It tells no problem. The chat would say: {first}"
                if " /" not in first
                else f"No problem: {first}."
            )
            return
        if found.problems:
            yield "Trees: several problems, asked which one first"
            for one in found.problems:
                yield f"  “{clean(one.text, limit=100)}”: {clean(one.hit.tree)}"
        elif found.close:
            yield "Trees: two that are close, asked which one is meant"
            for near in found.close:
                yield f"  {clean(near.hit.tree)}: “{clean(near.words, limit=100)}”"
        else:
            yield f"Tree: {clean(found.hits[0].tree)}" if found.fits else "Tree: none fits"
        explained = self._catalogue.search(
            clean(text, limit=LONGEST), persona=self._persona, limit=RANKED, explain=True
        )
        evidence = {one.tree: one for one in explained}
        for hit in found.hits[:SHOWN]:
            words = ", ".join(clean(word, limit=60) for word in hit.words) or "only parts of words"
            yield f"  {hit.score:.2f}  {clean(hit.tree)}: {clean(hit.title, limit=60)}"
            yield f"        by: {words}"
            if hit.tree in evidence:
                yield from _evidence(evidence[hit.tree])
        yield f"A tree fits from {FITS:.2f} on; the chat then offers the best three."

    def answer_lines(self, text: str, tree: str, node: str) -> Iterator[str]:
        """What a sentence means as an answer, and why, as lines; raises NotAsked."""
        asked = self._question(tree, node)
        found = self.answer(text, tree, node)
        yield f"Asked: {_asked_text(asked.prompt)}"
        yield f"Understood as: {_said(found, asked)}"
        if why := found.get("why"):
            yield f"Because: it {why}" if str(why).startswith("is ") else f"Because: {why}"
        if "score" in found:
            yield f"Score: {found['score']}"
        yield from _signs(text, asked.question)


def _evidence(one: Ranked) -> Iterator[str]:
    """What speaks for a tree besides the words that it shares."""
    if one.phrase:
        yield f"        nearest: “{clean(one.phrase, limit=100)}”"
    for what, pairs in (("read as", one.respelt), ("near in meaning", one.near)):
        if pairs:
            told = ", ".join(f"{clean(typed, limit=40)} ({clean(other, limit=40)})" for typed, other in pairs)
            yield f"        {what}: {told}"


def _signs(text: str, question: Question) -> Iterator[str]:
    """What speaks for yes and for no, where that is weighed."""
    from tshoot.language.polarity import signs
    from tshoot.language.weighing import shares

    if {offer.key for offer in question.offers} != {"Yes", "No"} or question.many:
        return
    if found := signs(clean(text, limit=LONGEST), question.text):
        parts = list(shares(found).items())[:SHOWN]
        yield "Signs: " + ", ".join(f"{name} {value:+}" for name, value in parts)


def _asked_text(prompt: Prompt) -> str:
    return clean(to_plain(prompt.question or prompt.text), limit=200)


def _said(found: dict[str, object], asked: Asked) -> str:
    match found["kind"]:
        case "option":
            return f"the answer “{found['option']}”"
        case "options":
            labels = found["options"]
            assert isinstance(labels, list)
            return "the answers " + ", ".join(f"“{label}”" for label in labels) if labels else "none of these"
        case "value":
            return f"the value {found['text']}"
        case "faq":
            index = found["faq"]
            assert isinstance(index, int)
            return f"a question back: {clean(asked.tree.faq[index].question, limit=200)}"
        case "term":
            return f"a question back: what “{found['term']}” means"
        case "command":
            return "“I don't know”" if found["command"] == "unknown" else f"the command /{found['command']}"
    candidates = found["candidates"]
    assert isinstance(candidates, list)
    near = " or ".join(f"“{label}”" for label in candidates)
    return f"nothing certain; it would be asked again{': ' if near else ''}{near}"
