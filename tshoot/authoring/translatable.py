"""The texts of a tree that people read, by their paths: what a translation may hold, and the tree with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Protocol, TypeVar

from tshoot.model.fact import FactType
from tshoot.model.tree import (
    Ask,
    Check,
    DecisionTree,
    Do,
    End,
    Escalate,
    Faq,
    Fix,
    Handoff,
    Input,
    Node,
    Option,
    Tell,
    Try,
    Wait,
)
from tshoot.model.wording import Wording

Original = Wording | tuple[str, ...]
"""One text with its variants, or a list of phrases."""

N = TypeVar("N", Node, Fix)

_OF_FACT = ("label", "error")
_WORDED_OF_FACT = ("prompt", "why", "how", "caller")


def translatable(tree: DecisionTree) -> dict[str, Original]:
    """All texts of a tree that a translation may hold: dotted path to text, in the order of the file."""
    found = _Found()
    _Walk(found).tree(tree)
    return found.texts


def translated(tree: DecisionTree, texts: Mapping[str, Original]) -> DecisionTree:
    """The tree with these texts in place of its own; where there is none, its own stays.

    Ids, keys, facts and digest are those of the original, so events mean the same over either.
    """
    return _Walk(_Replaced(texts)).tree(tree)


def fingerprint(text: Original) -> str:
    """Tells whether a text is still the one that was translated: eight hexadecimal digits."""
    parts = text if isinstance(text, tuple) else (*(f"{name}\0{one}" for name, one in text.variants), text.text)
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:8]


class _Visitor(Protocol):
    """What is done with each text on the way."""

    def wording(self, path: str, text: Wording) -> Wording:
        """What stands in place of a text."""

    def words(self, path: str, words: tuple[str, ...]) -> tuple[str, ...]:
        """What stands in place of a list of phrases."""


class _Found:
    """Leaves everything as it is and keeps it."""

    def __init__(self) -> None:
        self.texts: dict[str, Original] = {}

    def wording(self, path: str, text: Wording) -> Wording:
        self.texts[path] = text
        return text

    def words(self, path: str, words: tuple[str, ...]) -> tuple[str, ...]:
        self.texts[path] = words
        return words


class _Replaced:
    """Puts other texts in the place of the tree's own."""

    def __init__(self, texts: Mapping[str, Original]) -> None:
        self._texts = texts

    def wording(self, path: str, text: Wording) -> Wording:
        other = self._texts.get(path)
        return other if isinstance(other, Wording) else text

    def words(self, path: str, words: tuple[str, ...]) -> tuple[str, ...]:
        other = self._texts.get(path)
        # The original's phrases stay: people may well answer in its language.
        return (*other, *(word for word in words if word not in other)) if isinstance(other, tuple) else words


class _Walk:
    """One way through all texts of a tree, for whoever visits them."""

    def __init__(self, visitor: _Visitor) -> None:
        self._visit = visitor

    def tree(self, tree: DecisionTree) -> DecisionTree:
        """The tree with each text as the visitor leaves it."""
        head = replace(tree, title=self._text("title", tree.title), summary=self._text("summary", tree.summary))
        facts = {name: self._fact(f"facts.{name}", fact) for name, fact in tree.facts.items()}
        return replace(
            head,
            facts=facts,
            faq=tuple(self._faq(f"faq.{entry.question}", entry) for entry in tree.faq),
            escalate=self._escalate(tree.escalate),
            nodes={name: self._node(f"nodes.{name}", node, tree, facts) for name, node in tree.nodes.items()},
        )

    def _text(self, path: str, text: str) -> str:
        return self._visit.wording(path, Wording(text)).text if text else text

    def _wording(self, path: str, text: Wording | None) -> Wording | None:
        return self._visit.wording(path, text) if text else text

    def _words(self, path: str, words: tuple[str, ...]) -> tuple[str, ...]:
        return self._visit.words(path, words) if words else words

    def _fact(self, path: str, fact: FactType) -> FactType:
        return replace(
            fact,
            label=self._text(f"{path}.label", fact.label),
            prompt=self._wording(f"{path}.prompt", fact.prompt),
            why=self._wording(f"{path}.why", fact.why),
            how=self._wording(f"{path}.how", fact.how),
            error=self._text(f"{path}.error", fact.error),
            caller=self._wording(f"{path}.caller", fact.caller),
        )

    def _faq(self, path: str, entry: Faq) -> Faq:
        return replace(
            entry,
            question=self._text(f"{path}.q", entry.question),
            also=self._words(f"{path}.also", entry.also),
            answer=self._visit.wording(f"{path}.a", entry.answer),
        )

    def _escalate(self, own: Escalate) -> Escalate:
        return replace(
            own,
            reason=self._wording("escalate.reason", own.reason),
            first=self._wording("escalate.first", own.first),
        )

    def _node(self, path: str, node: Node, tree: DecisionTree, facts: Mapping[str, FactType]) -> Node:
        match node:
            case Ask():
                text = self._visit.wording(f"{path}.ask", node.text)
                options, none = self._options(path, node.options), self._text(f"{path}.none", node.none)
                node = replace(node, text=text, options=options, none=none)
            case Check():
                options = self._options(path, node.options)
                node = replace(node, text=self._wording(f"{path}.ask", node.text), options=options)
            case Input():
                node = replace(node, fact=self._input(path, node.fact, tree, facts))
            case Do():
                node = replace(node, text=self._visit.wording(f"{path}.do", node.text))
            case Tell():
                node = replace(node, text=self._visit.wording(f"{path}.tell", node.text))
            case Wait():
                node = replace(node, text=self._wording(f"{path}.tell", node.text))
            case Try():
                node = replace(node, fixes=tuple(self._fix(f"{path}.try.{fix.id}", fix) for fix in node.fixes))
            case Handoff():
                node = self._leaving(path, node)
            case End():
                node = self._leaving(path, replace(node, text=self._wording(f"{path}.tell", node.text)))
        return self._helps(path, node)

    def _helps(self, path: str, node: N) -> N:
        return replace(
            node,
            why=self._wording(f"{path}.why", node.why),
            how=self._wording(f"{path}.how", node.how),
            say=self._wording(f"{path}.say", node.say),
            agent=self._wording(f"{path}.agent", node.agent),
        )

    def _leaving(self, path: str, node: Handoff | End) -> Handoff | End:
        reason = self._wording(f"{path}.reason", node.reason)
        return replace(node, reason=reason, first=self._wording(f"{path}.first", node.first))

    def _fix(self, path: str, fix: Fix) -> Fix:
        return self._helps(path, replace(fix, text=self._visit.wording(f"{path}.do", fix.text)))

    def _input(self, path: str, fact: FactType, tree: DecisionTree, facts: Mapping[str, FactType]) -> FactType:
        """What a question takes over from its fact is translated there; what it adds, at the question."""
        own, there = tree.facts[fact.name], facts[fact.name]
        changed: dict[str, object] = {}
        for key in (*_OF_FACT, *_WORDED_OF_FACT):
            value = getattr(fact, key)
            if value == getattr(own, key):
                changed[key] = getattr(there, key)
            elif key in _OF_FACT:
                changed[key] = self._text(f"{path}.input.{key}", value)
            else:
                changed[key] = self._wording(f"{path}.input.{key}", value)
        return replace(fact, **changed)  # type: ignore[arg-type]

    def _options(self, path: str, options: tuple[Option, ...]) -> tuple[Option, ...]:
        return tuple(self._option(f"{path}.options.{option.key}", option) for option in options)

    def _option(self, path: str, option: Option) -> Option:
        label = self._text(path, option.label)
        means = self._words(f"{path}.means", option.means)
        # Who answers in the original's language is understood as well.
        kept = () if label == option.label else (option.label,)
        return replace(option, label=label, means=(*means, *kept))
