"""Walking a tree as its tests say, over the engine: checks, calls and waits are simulated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Protocol, get_args

from tshoot.authoring.findings import quote
from tshoot.authoring.testreport import misread, read_as, step, stopped
from tshoot.authoring.testworld import Trail, returning, typed
from tshoot.authoring.treetest import WALK, Answer, TreeTest, is_fact_question
from tshoot.engine.session import Session
from tshoot.engine.state import Prompt
from tshoot.model.event import AnswerKind, CheckStatus
from tshoot.model.fact import FactType, Value
from tshoot.model.standard import STANDARD_FACTS
from tshoot.model.tree import Ask, Call, Check, DecisionTree, Input

AT = "2000-01-01T00:00:00.000+00:00"
MAX_QUESTIONS = 300

Trees = Callable[[str], DecisionTree | None]
"""From a tree's id to the tree."""


class Reading(Protocol):
    """How typed words were understood."""

    @property
    def kind(self) -> str:
        """`answer` when they are one."""

    @property
    def answer(self) -> AnswerKind:
        """The kind of answer."""

    @property
    def value(self) -> Value:
        """Its value."""

    @property
    def command(self) -> str:
        """With kind `command`: which one."""

    @property
    def faq(self) -> int:
        """With kind `faq`: which question of the tree was asked back."""

    @property
    def sentence(self) -> str:
        """What was wrong with it, where that is known."""


Hear = Callable[[str, Prompt, DecisionTree | None], Reading]
"""The reader of typed words; the very one that conversations use."""


@dataclass(slots=True)
class Walked:
    """What came of one walk."""

    session: Session
    path: list[str] = field(default_factory=list)
    """Nodes and fixes in the order of passing."""
    steps: list[str] = field(default_factory=list)
    """Questions with their answers, for the author."""
    taken: set[tuple[str, str]] = field(default_factory=set)
    """Nodes and what was taken there, for coverage."""
    failures: list[str] = field(default_factory=list)
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
        self._tree = replace(tree, nodes=Trail(tree.nodes, path))
        self._trees = trees
        self._hear = hear
        self._items = list(test.walk)
        self._answers = list(test.answers)
        self._walked = Walked(Session(self._library), path)

    def go(self) -> Walked:
        """The whole walk."""
        walked, session = self._walked, self._walked.session
        facts = {name: typed(value, self._fact(name)) for name, value in self._test.facts.items()}
        session.start(self._tree.id, at=AT, persona=self._test.persona, problem=self._test.name, facts=facts)
        for _ in range(MAX_QUESTIONS):
            prompt = session.state.prompt
            if prompt is None or session.state.ending:
                break
            if session.state.frames[0].tree != self._tree.id:
                walked.left_for = session.state.frames[0].tree
                break
            if prompt.node not in walked.path[-1:]:
                walked.path.append(prompt.node)
            if not self._answer(prompt):
                return walked
        else:
            walked.failures.append(f"the walk did not end after {MAX_QUESTIONS} questions")
        self._check_rest()
        return walked

    def _library(self, name: str, digest: str) -> DecisionTree | None:
        """Only this tree and those that it calls: a hand-off ends the walk."""
        if name == self._tree.id:
            return self._tree
        calls = [node for node in self._nodes.values() if isinstance(node, Call) and node.tree == name]
        if not calls and WALK not in self._test.calls.values():
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
        session = self._walked.session
        if prompt.kind == "check":
            self._simulate(prompt)
        elif prompt.kind == "wait":
            self._drop(prompt.node)
            session.answer("done", at=AT)
            self._note(prompt, "(waited)")
        elif prompt.kind == "do" and not prompt.question:
            self._carry_out(prompt)
        elif is_fact_question(prompt.node) and session.state.leaving and not self._is_next(prompt.node):
            session.answer("unknown", at=AT)
            self._note(prompt, "(not known)")
        else:
            return self._say(prompt)
        return True

    def _simulate(self, prompt: Prompt) -> None:
        node = self._nodes.get(prompt.node)
        found = self._test.checks.get(prompt.check)
        result = found.result if found else "unsupported"
        statuses: tuple[CheckStatus, ...] = get_args(CheckStatus)
        named = isinstance(node, Check) and result in node.on
        status = next((word for word in statuses if word == result and not named and word != "done"), None)
        if status:
            self._walked.session.checked(status, at=AT)
        else:
            values = found.values if found else {}
            self._walked.session.checked("done", result, values, at=AT)
            self._walked.taken.add((prompt.node, f"on.{result}" if named else "else"))
        self._note(prompt, f"(check {prompt.check}: {result})")

    def _carry_out(self, prompt: Prompt) -> None:
        """An instruction without a question: an answer in the test is taken only where it is meant for it."""
        words = self._next(prompt.node)
        if isinstance(words, str) and self._hear(words, prompt, self._tree).answer == "done":
            self._take(prompt.node)
        elif prompt.node in self._nodes:
            self._drop(prompt.node)
        self._walked.session.answer("done", at=AT)
        self._note(prompt, "(done)")

    def _say(self, prompt: Prompt) -> bool:
        """Answers a question in the test's words."""
        self._skip_known(prompt.node)
        words = self._next(prompt.node)
        if words is None:
            return self._by_chance(prompt)
        self._take(prompt.node)
        read = self._read(words, prompt)
        said = " + ".join(words) if isinstance(words, tuple) else words
        if isinstance(read, str):
            self._note(prompt, said)
            self._walked.failures.append(misread(words, prompt, read))
            return False
        self._note(prompt, said, read_as(prompt, words, *read))
        self._record(prompt, *read)
        return True

    def _by_chance(self, prompt: Prompt) -> bool:
        if self._items:
            place = quote(self._items[0][0])
            self._walked.failures.append(f"{quote(prompt.node)} is asked, but the walk goes on at {place}")
            self._walked.steps.append(stopped(prompt))
            return False
        if self._test.chance is None or prompt.kind != "do":
            if self._test.end or self._test.handoff:
                self._walked.failures.append(f"nothing in the test answers {quote(prompt.node)}")
                self._walked.steps.append(stopped(prompt))
            return False
        word = "Yes" if self._test.chance else "No"
        self._note(prompt, f"{word} (by chance)")
        self._record(prompt, "option", word)
        return True

    def _read(self, words: Answer, prompt: Prompt) -> tuple[AnswerKind, Value] | str:
        """The answer, or what the words are instead."""
        if isinstance(words, tuple) and prompt.kind == "many":
            return self._read_many(words, prompt)
        heard = self._hear(" ".join(words) if isinstance(words, tuple) else words, prompt, self._tree)
        return (heard.answer, heard.value) if heard.kind == "answer" else self._meaning(heard)

    def _meaning(self, heard: Reading) -> str:
        """What words are that are no answer."""
        if heard.kind == "command":
            return f"read as the command {quote(heard.command)}"
        if heard.kind == "faq":
            return f"read as a question back, the question {heard.faq + 1} of 'faq'"
        return f"not understood: {heard.sentence}" if heard.sentence else "not understood"

    def _read_many(self, words: tuple[str, ...], prompt: Prompt) -> tuple[AnswerKind, Value] | str:
        """Several answers, each read by itself."""
        keys: list[str] = []
        for word in words:
            exact = next(
                (c.key for c in prompt.choices if word.casefold() in (c.key.casefold(), c.label.casefold())), ""
            )
            heard = self._hear(word, prompt, self._tree)
            if exact:
                keys.append(exact)
            elif heard.kind == "answer" and isinstance(heard.value, tuple):
                keys += heard.value
            else:
                return f"{self._meaning(heard)} ({quote(word)})"
        return "options", tuple(dict.fromkeys(keys))

    def _record(self, prompt: Prompt, answer: AnswerKind, value: Value) -> None:
        try:
            self._walked.session.answer(answer, value, at=AT)
        except ValueError as error:
            self._walked.failures.append(str(error))
        for key in value if isinstance(value, tuple) else (value,):
            self._walked.taken.add((prompt.node, f"options.{key}"))
        if answer == "options" and not value:
            self._walked.taken.add((prompt.node, "none"))

    def _is_next(self, node: str) -> bool:
        return bool(self._items) and self._items[0][0] in (node, node.removeprefix("fact:"))

    def _next(self, node: str) -> Answer | None:
        if self._is_next(node):
            return self._items[0][1]
        return self._answers[0] if self._answers else None

    def _take(self, node: str) -> None:
        del (self._items if self._is_next(node) else self._answers)[0]

    def _drop(self, node: str) -> None:
        if self._is_next(node):
            self._take(node)

    def _skip_known(self, node: str) -> None:
        """Passes over items of the walk whose answers were known already."""
        while self._items and not self._is_next(node) and self._is_known(*self._items[0]):
            del self._items[0]

    def _is_known(self, place: str, words: Answer) -> bool:
        node = self._nodes.get(place)
        fact = node.fact.name if isinstance(node, Input) else node.fact if isinstance(node, (Ask, Check)) else ""
        value = self._walked.session.state.value(fact) if fact else None
        if value is None:
            return False
        options = node.options if isinstance(node, (Ask, Check)) else ()
        same = {str(value).casefold(), *(_plain(o.label, *o.means) for o in options if o.key == value)}
        said = _plain(*words) if isinstance(words, tuple) else words.casefold()
        if isinstance(value, tuple):
            return said == _plain(*value)
        return any(said in known.split("\0") for known in same)

    def _check_rest(self) -> None:
        for place, words in self._items:
            if not self._is_known(place, words):
                self._walked.failures.append(f"the walk ended before {quote(place)}")
                return
        if self._answers:
            self._walked.failures.append(f"the walk ended before the answer {quote(str(self._answers[0]))}")

    def _note(self, prompt: Prompt, words: str, read: str = "") -> None:
        self._walked.steps.append(step(prompt, words, read))

    def _fact(self, name: str) -> FactType | None:
        return self._tree.facts.get(name) or STANDARD_FACTS.get(name)


def _plain(*words: str) -> str:
    return "\0".join(word.casefold() for word in words)
