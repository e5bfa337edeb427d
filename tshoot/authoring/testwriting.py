"""A walk as a test: from a session to a `TreeTest`, and from tests to the YAML of a file of tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tshoot.authoring.treetest import WALK, Answer, Simulated, TreeTest
from tshoot.engine.session import Session
from tshoot.engine.state import Prompt
from tshoot.engine.texts import show
from tshoot.model.event import Answered, AskedForPerson, Checked, Event, Learned, Started
from tshoot.model.fact import Value
from tshoot.model.standard import COMPUTER_FACTS
from tshoot.model.tree import Ask, Check, DecisionTree, Node

SAID = {"unknown": "I don't know", "skip": "skip"}
HIDDEN = "not shown"
"""What stands for a secret, which no walk keeps."""

_STRAIGHT_ON = ("done",)


def recorded(session: Session, tree: DecisionTree, name: str, read: Sequence[str] = ()) -> TreeTest:
    """The test that walks a tree as this session did; `read` are the facts of the computer that the tree reads."""
    events = list(_in_reach(session, tree))
    start = session.kept[0][1]
    facts = dict(start.facts) if isinstance(start, Started) else {}
    facts = {fact: value for fact, value in facts.items() if fact not in COMPUTER_FACTS or fact in read}
    facts |= {event.fact: event.value for _, event in events if isinstance(event, Learned) and event.value != ""}
    ends = _ends(session, tree)
    return TreeTest(
        name=name,
        persona=session.state.persona,
        facts=facts,
        checks={
            event.check: Simulated(event.result if event.status == "done" else event.status, event.values)
            for _, event in events
            if isinstance(event, Checked)
        },
        walk=tuple(_answers(session, tree, events)),
        calls={name: WALK for name in session.state.entered if name != tree.id and _is_called(tree, name)},
        **ends,
    )


def to_yaml(tests: Sequence[TreeTest], *, heading: bool = True) -> str:
    """Tests as they stand in a file of tests; without the heading, to be put behind others."""
    import yaml

    class Dumper(yaml.SafeDumper):
        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
            super().increase_indent(flow, False)

        def ignore_aliases(self, data: Any) -> bool:
            return True

    data = {"tests": [_data(test) for test in tests]}
    text = yaml.dump(data, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=110)
    return text if heading else text.removeprefix("tests:\n")


def _data(test: TreeTest) -> dict[str, Any]:
    """What differs from what holds by itself."""
    found: dict[str, Any] = {
        "name": test.name,
        "as": test.persona if test.persona != "user" else "",
        "facts": {name: _plain(value) for name, value in test.facts.items()},
        "checks": {name: _check(found) for name, found in test.checks.items()},
        "calls": dict(test.calls),
        "walk": [{node: _plain(answer)} for node, answer in test.walk],
        "answers": [_plain(answer) for answer in test.answers],
        "chance": None if test.chance is None else int(test.chance),
        "end": test.end,
        "handoff": test.handoff,
        "passed": list(test.passed),
        "learned": {name: _plain(value) for name, value in test.learned.items()},
        "summary": list(test.summary),
    }
    return {key: value for key, value in found.items() if value or value == 0}


def _check(found: Simulated) -> Any:
    if not found.values:
        return found.result
    return {"result": found.result, **{name: _plain(value) for name, value in found.values.items()}}


def _plain(value: Value | Answer) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return list(value) if isinstance(value, tuple) else value


def _in_reach(session: Session, tree: DecisionTree) -> Iterator[tuple[int, Event]]:
    """The events up to where the walk left for another tree, in which the tests of that one go on."""
    for seq, event in session.kept:
        if isinstance(event, AskedForPerson):
            return
        if isinstance(event, Answered | Checked):
            prompt = session.asked_at(seq)
            if prompt and prompt.tree != tree.id and not _is_called(tree, prompt.tree):
                return
        yield seq, event


def _answers(
    session: Session, tree: DecisionTree, events: Sequence[tuple[int, Event]]
) -> Iterator[tuple[str, Answer]]:
    for seq, event in events:
        prompt = session.asked_at(seq) if isinstance(event, Answered) else None
        if prompt and isinstance(event, Answered) and event.answer not in _STRAIGHT_ON:
            yield event.node, _said(event, prompt, tree.nodes.get(event.node))


def _said(event: Answered, prompt: Prompt, node: Node | None) -> Answer:
    labels = {choice.key: choice.label for choice in prompt.choices}
    none = prompt.none
    if isinstance(node, Ask | Check):  # the walk may have been in another language, and tests are in the tree's
        labels |= {option.key: option.label for option in node.options}
        none = node.none if isinstance(node, Ask) else none
    if prompt.fact and prompt.fact.secret and event.answer == "value":
        return HIDDEN
    if event.answer == "options" and isinstance(event.value, tuple):
        return tuple(labels.get(key, key) for key in event.value) or none
    return SAID.get(event.answer) or labels.get(str(event.value)) or show(event.value)


def _ends(session: Session, tree: DecisionTree) -> dict[str, Any]:
    """What must come of it: how it ended, where it went, or how far it came."""
    state, ending = session.state, session.state.ending
    there = state.frames[0].tree if state.frames else tree.id
    if there != tree.id:
        return {"handoff": there}
    if ending is None:
        return {"passed": (state.prompt.node,) if state.prompt and not state.leaving else ()}
    if ending.to or ending.queue:
        return {"handoff": ending.to or f"queue:{ending.queue}"}
    return {"end": ending.outcome}


def _is_called(tree: DecisionTree, name: str) -> bool:
    return any(node.kind == "call" and getattr(node, "tree", "") == name for node in tree.nodes.values())
