"""Walking a tree as its tests say, over the engine: checks, calls and waits are simulated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import get_args

from tshoot.authoring.findings import quote
from tshoot.authoring.testcase import UNCLEAR, WALK, Answer, Step, TreeTest, is_fact_question
from tshoot.authoring.testplan import Plan, split_facts
from tshoot.authoring.testreading import Hear, Read, read_words
from tshoot.authoring.testreport import (
    Difference,
    Line,
    misread,
    not_in_order,
    question,
    read_as,
    read_by,
    readings,
    said,
    told,
)
from tshoot.authoring.testworld import Trail, returning, typed
from tshoot.engine.markup import to_plain
from tshoot.engine.session import Session
from tshoot.engine.state import Prompt
from tshoot.engine.texts import filled
from tshoot.model.event import AnswerKind, CheckStatus
from tshoot.model.fact import FactType, Value
from tshoot.model.standard import STANDARD_FACTS
from tshoot.model.tree import Call, Check, DecisionTree

MAX_QUESTIONS = 300

Trees = Callable[[str], DecisionTree | None]
"""From a tree's id to the tree."""


@dataclass(slots=True)
class Walked:
    """What came of one walk."""

    session: Session
    path: list[str] = field(default_factory=list)
    """Nodes and fixes in the order of passing."""
    visited: set[str] = field(default_factory=set)
    """Nodes of the tested tree that were passed, for coverage."""
    lines: list[Line] = field(default_factory=list)
    """The conversation, for the author."""
    taken: set[tuple[str, str]] = field(default_factory=set)
    """Nodes and what was taken there, for coverage."""
    differences: list[Difference] = field(default_factory=list)
    left_for: str = ""
    """The tree on which the person went on at once."""


def walk(test: TreeTest, tree: DecisionTree, trees: Trees, hear: Hear) -> Walked:
    """Walks a tree as a test says, until it ends or the answers run out."""
    return _Walk(test, tree, trees, hear).go()


class _Walk:
    def __init__(self, test: TreeTest, tree: DecisionTree, trees: Trees, hear: Hear) -> None:
        path: list[str] = []
        self._test = test
        self._nodes = tree.nodes
        visited: set[str] = set()
        self._tree = replace(tree, nodes=Trail(tree.nodes, path, visited))
        self._trees = trees
        self._hear = hear
        self._today = date.fromisoformat(test.at[:10])
        self._plan = Plan(test, tree.nodes)
        self._given, self._asked = split_facts(test, tree.nodes)
        self._runs: Counter[str] = Counter()
        self._heard = 0
        self._answered_at = 0
        """Lines of the conversation up to the latest answer."""
        self._walked = Walked(Session(self._library), path, visited)

    def go(self) -> Walked:
        """The whole walk."""
        walked, session, test = self._walked, self._walked.session, self._test
        facts = {name: typed(value, self._fact(name)) for name, value in self._given.items()}
        session.start(self._tree.id, at=test.at, persona=test.persona, problem=test.name, facts=facts)
        for _ in range(MAX_QUESTIONS):
            self._listen()
            prompt = session.state.prompt
            if prompt is None or session.state.ending:
                break
            if session.state.frames[0].tree != self._tree.id and not test.follow:
                walked.left_for = session.state.frames[0].tree
                break
            if prompt.node not in walked.path[-1:]:
                walked.path.append(prompt.node)
            if not self._answer(prompt):
                return walked
        else:
            self._differs(f"the walk did not end after {MAX_QUESTIONS} questions")
        rest, waiting = self._plan.rest(session.state)
        if rest:
            walked.differences.append(Difference(f"the walk ended before {rest}", waiting=waiting))
        return walked

    def _library(self, name: str, digest: str) -> DecisionTree | None:
        """Only this tree and those that it calls: a hand-off ends the walk, unless the test follows it."""
        if name == self._tree.id:
            return self._tree
        calls = [node for node in self._nodes.values() if isinstance(node, Call) and node.tree == name]
        if not calls and WALK not in self._test.calls.values() and not self._test.follow:
            return None
        returned = self._test.calls.get(name, next(iter(calls[0].on), "resolved") if calls else WALK)
        called = self._trees(name)
        if returned == WALK:
            return called
        for call in calls:
            self._walked.taken.add((call.id, f"on.{returned}" if returned in call.on else "else"))
        return returning(name, returned, called)

    def _answer(self, prompt: Prompt) -> bool:
        """Answers one question; False where the test has no answer to it."""
        session, at = self._walked.session, self._test.at
        name = prompt.node.removeprefix("fact:")
        if prompt.kind == "check":
            self._simulate(prompt)
        elif prompt.kind == "wait":
            self._plan.drop(prompt.node)
            session.answer("done", at=at)
            self._note(prompt, "(waited)")
        elif prompt.kind == "do" and not prompt.question:
            return self._carry_out(prompt)
        elif is_fact_question(prompt.node) and name in self._asked and not self._plan.is_next(prompt.node):
            session.learn(name, typed(self._asked[name], self._fact(name)), at=at)
            self._note(prompt, "(known from 'facts')")
        elif is_fact_question(prompt.node) and session.state.leaving and not self._plan.is_next(prompt.node):
            session.answer("unknown", at=at)
            self._note(prompt, "(not known)")
        else:
            return self._say(prompt)
        return True

    def _simulate(self, prompt: Prompt) -> None:
        node = self._nodes.get(prompt.node)
        found = self._test.checks.get(prompt.check)
        found = found and found.run(self._runs[prompt.check])
        self._runs[prompt.check] += 1
        result = found.result if found else "unsupported"
        statuses: tuple[CheckStatus, ...] = get_args(CheckStatus)
        named = isinstance(node, Check) and result in node.on
        status = next((word for word in statuses if word == result and not named and word != "done"), None)
        if status:
            self._walked.session.checked(status, at=self._test.at)
        else:
            values = found.values if found else {}
            self._walked.session.checked("done", result, values, at=self._test.at)
            self._walked.taken.add((prompt.node, f"on.{result}" if named else "else"))
        self._walked.lines.append(Line("check", f"{prompt.node}: {prompt.check} gives {result}"))

    def _carry_out(self, prompt: Prompt) -> bool:
        """An instruction without a question: an answer in the test is taken only where it is meant for it."""
        step = self._plan.next(prompt.node)
        if step and self._plan.is_next(prompt.node) and (step.shows or step.understood or _slash(step.say)):
            return self._say(prompt)
        read = read_words(step.say, prompt, self._tree, self._today, self._hear) if step else None
        if read and read.answer == "done":
            self._plan.take(prompt.node)
        elif prompt.node in self._nodes:
            self._plan.drop(prompt.node)
        self._walked.session.answer("done", at=self._test.at)
        self._note(prompt, "(done)")
        return True

    def _say(self, prompt: Prompt) -> bool:
        """Answers a question in the test's words."""
        self._plan.skip_known(prompt.node, self._walked.session.state)
        step = self._plan.next(prompt.node)
        if step is None:
            return self._by_chance(prompt)
        self._plan.take(prompt.node)
        read = read_words(step.say, prompt, self._tree, self._today, self._hear)
        expected = step.understood or read.kind == "answer" or read.kind == "command"
        reading = "" if read.kind != "answer" else read_as(prompt, step.say, read.answer, read.value)
        self._walked.lines.append(question(prompt))
        shown = read_by(self._walked.lines[self._answered_at :])
        self._walked.lines.append(Line("you", said(step.say), read=reading))
        self._answered_at = len(self._walked.lines)
        if not self._as_shown(step, shown, prompt) or not self._as_understood(step, read, prompt):
            return False
        if not expected:
            self._differs(misread(step.say, prompt, read.meaning))
            return False
        return self._do(read, prompt)

    def _as_shown(self, step: Step, shown: str, prompt: Prompt) -> bool:
        """Whether the person reads at this question what the test says."""
        if missing := not_in_order(step.shows, shown):
            sentence = f"{quote(prompt.node)} does not show {quote(missing)}"
            self._differs(sentence, f"what is read at {quote(prompt.node)}", missing, shown)
        return not missing

    def _as_understood(self, step: Step, read: Read, prompt: Prompt) -> bool:
        """Whether the words are read as the test says."""
        if not step.understood:
            return True
        found = self._readings(read, prompt)
        if step.understood.casefold() in (one.casefold() for one in found):
            return True
        sentence = f"{quote(said(step.say))} at {quote(prompt.node)} is understood as {quote(found[0])}"
        what = f"how {quote(said(step.say))} is understood"
        self._differs(f"{sentence}, expected {quote(step.understood)}", what, step.understood, found[0])
        return False

    def _readings(self, read: Read, prompt: Prompt) -> tuple[str, ...]:
        match read.kind:
            case "answer":
                return readings(prompt, read.answer, read.value)
            case "command":
                return (f"/{read.command}",)
            case "faq" if 0 <= read.faq < len(self._tree.faq):
                return (self._tree.faq[read.faq].question,)
        return (UNCLEAR,)

    def _do(self, read: Read, prompt: Prompt) -> bool:
        """Does what the words mean; a question back or unclear words leave the question as it is."""
        session, at = self._walked.session, self._test.at
        if read.kind == "faq":
            faq = self._tree.faq[read.faq]
            text = faq.answer.for_os(str(session.state.value("os") or "") or None)
            self._walked.lines.append(Line("tshoot", to_plain(filled(text, session.state, self._tree))))
        elif read.kind == "command" and read.command == "back":
            session.back(int(read.rest) if read.rest.isdecimal() and len(read.rest) < 4 else 1, at=at)
        elif read.kind == "command":
            session.ask_for_person(read.rest, at=at)
        elif read.kind == "answer":
            self._record(prompt, read.answer, read.value)
        return True

    def _by_chance(self, prompt: Prompt) -> bool:
        if self._plan.waiting:
            asked, waiting = prompt.node, self._plan.waiting
            sentence = f"{quote(asked)} is asked, but the walk goes on at {quote(waiting)}"
            self._walked.lines.append(question(prompt))
            self._walked.differences.append(Difference(sentence, asked=asked, waiting=waiting))
            return False
        if self._test.chance is None or prompt.kind != "do":
            if self._test.end or self._test.handoff or self._test.packet:
                self._stops(prompt, f"nothing in the test answers {quote(prompt.node)}")
            else:
                self._walked.lines.append(question(prompt))
            return False
        word = "Yes" if self._test.chance else "No"
        self._note(prompt, f"{word} (by chance)")
        self._record(prompt, "option", word)
        return True

    def _stops(self, prompt: Prompt, sentence: str) -> None:
        self._walked.lines.append(question(prompt))
        self._differs(sentence)

    def _record(self, prompt: Prompt, answer: AnswerKind, value: Value) -> None:
        try:
            self._walked.session.answer(answer, value, at=self._test.at)
        except ValueError as error:
            self._differs(str(error))
        if answer in ("option", "options"):
            for key in value if isinstance(value, tuple) else (value,):
                self._walked.taken.add((prompt.node, f"options.{key}"))
        if answer == "options" and not value:
            self._walked.taken.add((prompt.node, "none"))

    def _listen(self) -> None:
        """What was told since the latest question."""
        entries = self._walked.session.state.entries
        self._walked.lines += told(entries[min(self._heard, len(entries)) :])
        self._heard = len(entries)

    def _note(self, prompt: Prompt, words: str) -> None:
        self._walked.lines += [question(prompt), Line("you", words)]
        self._answered_at = len(self._walked.lines)

    def _differs(self, sentence: str, what: str = "", expected: str = "", found: str = "") -> None:
        self._walked.differences.append(Difference(sentence, what, expected, found))

    def _fact(self, name: str) -> FactType | None:
        return self._tree.facts.get(name) or STANDARD_FACTS.get(name)


def _slash(words: Answer) -> bool:
    return isinstance(words, str) and words.startswith("/")
