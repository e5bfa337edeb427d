"""What a rule looks at: one tree with its places, and what all rules ask about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from tshoot.authoring.findings import quote
from tshoot.authoring.flow import ENDS, Flow
from tshoot.authoring.misspelt import misspelt
from tshoot.authoring.parse import Parsed
from tshoot.authoring.source import inside, split_lines
from tshoot.authoring.writing import Text, expressions, taught, texts, wordings
from tshoot.model.diagnostic import Diagnostic, Severity, Span
from tshoot.model.fact import FactType
from tshoot.model.standard import STANDARD_FACTS
from tshoot.model.tree import RETURN, DecisionTree
from tshoot.model.wording import Wording

if TYPE_CHECKING:
    from tshoot.authoring.knowledge import Knowledge

MOST_KNOWN = 500_000
"""Nodes times facts, for each of which something would be kept: a tree of more is none that people walk."""
_ABOUT_WAYS = frozenset({
    "duplicate-key", "unknown-key", "missing-key", "missing-text", "bad-value", "missing-kind", "unknown-kind",
    "conflict", "bad-id", "yaml-key", "yaml-feature",
})  # fmt: skip
"""Parsing rules after whose findings ways may be missing from the tree."""


class Subject:
    """A parsed tree under inspection."""

    def __init__(self, parsed: Parsed, tree: DecisionTree, today: str = "") -> None:
        self.parsed = parsed
        self.tree = tree
        self.today = today
        """Date, ISO 8601; empty: not known."""
        self.ids = frozenset({*tree.nodes, *parsed.ids})
        """The ids of all nodes, those that could not be read among them."""

    @cached_property
    def complete(self) -> bool:
        """Whether every node could be read and every target exists: only then may ways be judged."""
        known = {*self.tree.nodes, RETURN, ENDS, ""}
        targets = (way.target for ways in self.flow.exits.values() for way in ways)
        return self.ids == self.tree.nodes.keys() and known.issuperset(targets)

    @cached_property
    def damaged(self) -> bool:
        """Whether something about the nodes was refused, so that ways may be missing."""
        return any(item.severity == "error" and item.rule in _ABOUT_WAYS for item in self.parsed.diagnostics)

    @cached_property
    def wrong_ways(self) -> bool:
        """Whether ways are known to be wrong: that a node cannot be reached may then be a consequence."""
        from tshoot.authoring.rules import (
            idle_question,
            missing_target,
            no_way_out,
            return_outside_fix,
            start_unknown,
        )

        rules = (no_way_out, return_outside_fix, start_unknown, idle_question, missing_target)
        return self.damaged or any(True for rule in rules for _ in rule.check(self))

    @cached_property
    def facts(self) -> Mapping[str, FactType]:
        """The facts that this tree knows: standard and declared ones."""
        return {**STANDARD_FACTS, "problem": FactType("problem"), **self.tree.facts}

    @cached_property
    def declared(self) -> frozenset[str]:
        """The facts that stand under `facts`."""
        return frozenset(name for name in self.tree.facts if f"@facts.{name}" in self.parsed.places)

    @cached_property
    def misspelt(self) -> Mapping[str, str]:
        """Facts of questions that seem misspelt, and those that are meant."""
        return misspelt(self.tree, self.declared)

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """All texts in which placeholders may stand, each where it is written."""
        return tuple(text for text in texts(self.tree) if self._is_written(text.where))

    @cached_property
    def wordings(self) -> tuple[tuple[str, Wording], ...]:
        """All texts that may vary by operating system, each where it is written."""
        return tuple(one for one in wordings(self.tree) if self._is_written(one[0]))

    def _is_written(self, where: str) -> bool:
        """Whether a text stands there: a fact has the same texts where it is declared and where it is asked for."""
        of_fact = where.startswith("facts.") or ".input." in where
        return not of_fact or where in self.parsed.places

    @cached_property
    def prose(self) -> tuple[Text, ...]:
        """The texts that somebody reads in the chat: not the arguments of checks and calls, nor notes for agents."""
        return tuple(text for text in self.texts if ".agent" not in text.where and ".with." not in text.where)

    @cached_property
    def _low(self) -> str:
        return "\0".join(text.text for text in self.prose).lower()

    def with_signs(self, signs: Iterable[str]) -> Iterator[Text]:
        """Those of the prose in which one of these stands in lower case; quick where most stand nowhere."""
        if present := [sign for sign in signs if sign in self._low]:
            for text in self.prose:
                low = text.text.lower()
                for sign in present:
                    if sign in low:
                        yield text
                        break

    @cached_property
    def knowledge(self) -> Knowledge | None:
        """What walks may know at each node; `None` where the tree is too damaged, or too large, to say.

        What a question declares by itself is this tree's own; what stands under `facts` may come from elsewhere.
        """
        if not self._knows_facts() or not self.complete or self.tree.start not in self.tree.nodes:
            return None
        if len(self.tree.nodes) * len(self.facts) > MOST_KNOWN:
            return None
        if not self._sound():
            return None
        from tshoot.authoring.knowledge import Knowledge

        return Knowledge(self.tree, self.flow, taught(self.tree) - self.declared - STANDARD_FACTS.keys())

    def _knows_facts(self) -> bool:
        """Whether there is anything to be known: most small trees have no facts, and their ways say all."""
        return bool(self.tree.facts) or any("{" in text.text for text in self.texts) or any(expressions(self.tree))

    def _sound(self) -> bool:
        """Whether everything could be read and every expression has a sense: what follows from a mistake is no news."""
        if any(item.severity == "error" for item in self.parsed.diagnostics):
            return False
        from tshoot.authoring.rules import bad_condition, type_mistake, undeclared_fact

        return not any(True for rule in (bad_condition, undeclared_fact, type_mistake) for _ in rule.check(self))

    @cached_property
    def doubtful(self) -> frozenset[str]:
        """The nodes behind those that no way leads to: more may be known there once the missing way is written."""
        lost = self.tree.nodes.keys() - self.flow.reachable
        return self.flow.reached(set(lost)) if lost else frozenset()

    @cached_property
    def start(self) -> str:
        """The first node of a walk, also where `start` is wrong."""
        return self.tree.start if self.tree.start in self.tree.nodes else next(iter(self.tree.nodes))

    @cached_property
    def flow(self) -> Flow:
        """Where the nodes lead."""
        return Flow(self.tree, self.start)

    @cached_property
    def _lines(self) -> list[str]:
        return split_lines(self.parsed.text.removeprefix("\ufeff"))

    def span(self, where: str) -> Span:
        """The place of a dotted path, or of what it is part of."""
        places = self.parsed.places
        while where and where not in places:
            where = where.rpartition(".")[0]
        return places.get(where, Span())

    def inside(self, where: str, text: str, offset: int, length: int) -> Span:
        """The place of a part of a text, where the file shows the text as it is; else of the whole text."""
        return inside(self._lines, self.span(where), text, offset, length)

    def finding(
        self, rule: str, where: str | Span, message: str, hint: str = "", severity: Severity = "error"
    ) -> Diagnostic:
        """A finding about the thing at a dotted path."""
        span = self.span(where) if isinstance(where, str) else where
        return Diagnostic(self.parsed.path, span, severity, rule, message, hint)

    def noun(self, where: str) -> str:
        """The thing that a dotted path belongs to, in an author's words."""
        kind, _, rest = where.partition(".")
        if kind == "nodes":
            name = self.node_of(where)
            option = self._option_of(rest[len(name) + 1 :])
            return (f"the option {quote(option)} of " if option else "") + f"the node {quote(name)}"
        if kind == "facts":
            return f"the fact {quote(rest.partition('.')[0])}"
        if kind == "faq":
            return f"the question {int(rest.partition('.')[0]) + 1} of 'faq'"
        return f"'{kind}' of the tree"

    def node_of(self, where: str) -> str:
        """The node that a dotted path is in: ids may hold dots."""
        parts = where.removeprefix("nodes.").split(".")
        names = (".".join(parts[:end]) for end in range(len(parts), 0, -1))
        return next((name for name in names if name in self.ids), parts[0])

    def _option_of(self, rest: str) -> str:
        if not rest.startswith("options."):
            return ""
        inner = rest.removeprefix("options.")
        return re.sub(r"\.(goto|when|label|set\.[^.]*|means\.\d+)\Z", "", inner)
