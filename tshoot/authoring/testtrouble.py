"""What no walk should meet: silent ends, questions without words or answers, placeholders with nothing in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from tshoot.authoring.findings import quote
from tshoot.engine.context import MAX_VISITS
from tshoot.engine.leaving import IN_CIRCLES, MAX_ENTERED, NO_MORE_STEPS
from tshoot.engine.markup import to_plain
from tshoot.engine.placeholders import PlaceholderError, facts_in
from tshoot.engine.session import Session
from tshoot.engine.state import Ending, Entry, Prompt
from tshoot.engine.texts import value_of
from tshoot.model.record import record
from tshoot.model.tree import Ask, Check, DecisionTree, Do, End, Fix, Input, Node, Tell, Try, Wait
from tshoot.model.wording import Wording

Ends = Callable[[Session], Sequence[str]]
"""What tshoot itself says at the end of a session, and the summary of it."""

SILENT_OUTCOMES = ("unsupported", "abandoned")
"""Outcomes of which the person must be told more than that they have come."""


@record
class Trouble:
    """Something that no walk should meet."""

    kind: str
    """`endless`, `silent end`, `exception`, `empty question` or `empty placeholder`."""
    tree: str
    node: str
    sentence: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two troubles the same."""
        return self.kind, self.tree, self.node

    def __str__(self) -> str:
        return f"{self.kind} at {quote(self.node)} of {quote(self.tree)}: {self.sentence}"


def in_circles(session: Session) -> bool:
    """Whether tshoot has led the person out of a circle, or is about to."""
    state = session.state
    led = state.leaving.reason if state.leaving else state.ending.reason if state.ending else ""
    return led == IN_CIRCLES or any(e.kind == "handoff" and e.answer == IN_CIRCLES for e in state.entries)


def without_question(session: Session) -> bool:
    """Whether a circle was one of silent nodes: no question was asked too often, and hand-offs did not alternate."""
    state = session.state
    often = any(asked.times >= MAX_VISITS for asked in state.visits.values())
    return not often and sum(entry.kind == "handoff" for entry in state.entries) < MAX_ENTERED


def trouble_in(session: Session, entries: Iterable[Entry], place: tuple[str, str], ends: Ends) -> Trouble | None:
    """The first trouble in what the session shows now; `entries` were told since the latest answer."""
    state, told = session.state, list(entries)
    if state.prompt and (sentence := _empty_question(state.prompt)):
        return Trouble("empty question", state.prompt.tree, state.prompt.node, sentence)
    for tree, node, fact, known in named_facts(session, told):
        if known:
            return Trouble("empty placeholder", tree, node, f"{{{fact}}} is empty here")
    if state.leaving and state.leaving.reason == NO_MORE_STEPS and not _way_out(session):
        return Trouble(
            "silent end", *place, "the nodes are used up, and the tree does not say where to go from there"
        )
    if state.ending and (sentence := _silent(session, state.ending, told, ends)):
        return Trouble("silent end", *place, sentence)
    return None


def named_facts(session: Session, entries: Iterable[Entry]) -> Iterator[tuple[str, str, str, bool]]:
    """Facts that a text names where there is nothing to show: tree, node, fact, and whether it is known at all."""
    shown = [(entry.tree, entry.node, True) for entry in entries if entry.kind in ("tell", "end") and entry.node]
    if prompt := session.state.prompt:
        shown.append((prompt.tree, prompt.node, False))
    system = str(session.state.value("os") or "")
    for name, place, told in shown:
        tree = session.tree(name)
        node = _place(tree, place) if tree else None
        for wording in () if node is None else _told_texts(node) if told else _asked_texts(node):
            for fact in _facts_in(wording.for_os(system)):
                value = value_of(fact, session.state, tree)
                if value is None or (isinstance(value, str) and not value.strip()):
                    yield name, place, fact, value is not None


def _empty_question(prompt: Prompt) -> str:
    if not (to_plain(prompt.text) + to_plain(prompt.question)).strip() and prompt.kind != "check":
        return "it is asked without a word"
    if prompt.kind in ("ask", "many", "do") and not prompt.choices:
        return "it is asked without an option"
    return "an option has no label" if any(not choice.label.strip() for choice in prompt.choices) else ""


def _way_out(session: Session) -> bool:
    tree = session.tree()
    return bool(tree and tree.escalate.to)


def _silent(session: Session, ending: Ending, told: Sequence[Entry], ends: Ends) -> str:
    """Why an end leaves the person without a word; empty where it does not."""
    if not all(text.strip() for text in ends(session)):
        return "nothing is said, and there is no summary"
    read = any(entry.kind in ("tell", "end") and entry.text.strip() for entry in told)
    if ending.outcome in SILENT_OUTCOMES and not ending.queue and not read:
        return f"it ends as {quote(ending.outcome)} without a text"
    return ""


def _place(tree: DecisionTree, name: str) -> Node | Fix | None:
    lists = (node.fixes for node in tree.nodes.values() if isinstance(node, Try))
    return tree.nodes.get(name) or next((fix for fixes in lists for fix in fixes if fix.id == name), None)


def _told_texts(node: Node | Fix) -> Iterator[Wording]:
    if isinstance(node, (Tell, End)) and node.text:
        yield node.text


def _asked_texts(node: Node | Fix) -> Iterator[Wording]:
    text = node.fact.prompt if isinstance(node, Input) else None
    if isinstance(node, (Ask, Check, Do, Fix, Wait)):
        text = node.text
    yield from (wording for wording in (text, node.why, node.how, node.say) if wording)


@lru_cache(maxsize=4096)
def _facts_in(template: str) -> tuple[str, ...]:
    try:
        return tuple(dict.fromkeys(fact for fact, _ in facts_in(template)))
    except PlaceholderError:
        return ()
