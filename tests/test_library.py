"""The shipped trees: sound, tested way by way, found, understood, never ending in silence, and easy to read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.library import shelf
from tests.library.first_messages import AGENT, USER
from tests.library.later_messages import LATER
from tests.library.natural_answers import QUESTIONS
from tshoot.authoring.flow import ENDS, Flow
from tshoot.authoring.lint import lint_library, lint_tree
from tshoot.authoring.testlint import lint_tests
from tshoot.authoring.testrandom import RandomWalks
from tshoot.authoring.testrun import describe_way, never_taken
from tshoot.authoring.writing import texts
from tshoot.cli.understanding import Understanding
from tshoot.engine.markup import to_plain
from tshoot.model.tree import RETURN, Call, DecisionTree, End, Handoff
from tshoot.store.catalogue import Catalogue

NAMES = (
    "account", "account-locked", "call-sound", "email-not-arriving", "mfa", "network", "no-internet",
    "password-reset", "platform", "printer", "reinstall-app", "slow-computer", "verify-identity", "vpn", "wifi",
    "workstation",
)  # fmt: skip
FOR_USERS = [name for name in NAMES if name in USER]
ALL = pytest.mark.parametrize("name", NAMES)

LONGEST_SENTENCE = 25
"""Words."""
WALKS = 60
UNWELCOME = re.compile(r"!|\b(?:simply|just|obviously|oops)\b", re.IGNORECASE)


def test_the_trees_are_there() -> None:
    assert set(NAMES) <= shelf.trees().keys()
    assert len(NAMES) == 16


@ALL
def test_nothing_is_to_be_said_about_a_tree_or_its_tests(name: str) -> None:
    found = [*lint_tree(shelf.parsed()[name]), *lint_tests(shelf.tests_of(name), shelf.trees()[name])]
    assert [f"{item.path}:{item.span.line}: {item.message}" for item in found] == []


def test_nothing_is_to_be_said_about_the_trees_together() -> None:
    files = {item.path: item for item in shelf.parsed().values()}
    assert [f"{item.path}:{item.span.line}: {item.message}" for item in lint_library(files)] == []


@ALL
def test_trees_that_are_named_are_there(name: str) -> None:
    tree = shelf.trees()[name]
    named = {node.tree for node in tree.nodes.values() if isinstance(node, Call)}
    named |= {node.to for node in tree.nodes.values() if isinstance(node, (Handoff, End)) and node.to}
    named |= {tree.escalate.to}
    assert {other for other in named if not other.startswith("queue:")} <= shelf.trees().keys()


@ALL
def test_the_tests_pass_and_take_every_way(name: str) -> None:
    results = list(shelf.results(name))
    assert {result.test.name: result.failures for result in results if not result.passed} == {}
    missing = never_taken(shelf.trees()[name], results)
    assert [describe_way(*way) for way in missing] == []


@ALL
def test_every_way_leads_to_a_node_or_an_end(name: str) -> None:
    tree = shelf.trees()[name]
    flow = Flow(tree, tree.start)
    places = {*tree.nodes, RETURN, ENDS}
    assert {
        f"{node}: {way.where}" for node, ways in flow.exits.items() for way in ways if way.target not in places
    } == set()
    assert {node for node in tree.nodes if node not in flow.reachable} == set()


@ALL
def test_walks_by_chance_meet_no_trouble(name: str) -> None:
    walks = RandomWalks(shelf.trees()[name], shelf.trees().get, shelf.ends)
    assert [str(one.trouble) for one in walks.run(WALKS, "library")] == []


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, each item of a list by itself."""
    plain = to_plain(text)
    for line in plain.split("\n"):
        yield from (part for part in re.split(r"(?<=[.?!:])\s+(?=[A-Z\"“*`{]|$)", line.strip()) if part)


def too_long(tree: DecisionTree) -> Iterator[str]:
    for text in texts(tree):
        for sentence in sentences(text.text):
            if len(sentence.split()) > LONGEST_SENTENCE:
                yield f"{text.where}: {sentence}"


@ALL
def test_sentences_are_short(name: str) -> None:
    assert list(too_long(shelf.trees()[name])) == []


@ALL
def test_nobody_is_shouted_at_or_talked_down_to(name: str) -> None:
    tree = shelf.trees()[name]
    written = [(text.where, text.text) for text in texts(tree)]
    written += [("faq", item) for entry in tree.faq for item in (entry.question,)]
    assert [f"{where}: {text}" for where, text in written if UNWELCOME.search(to_plain(text))] == []


@ALL
def test_a_tree_says_why_it_asks_or_how_to_find_out(name: str) -> None:
    asked = [node for node in shelf.trees()[name].nodes.values() if node.kind in ("ask", "check", "do")]
    helped = [node for node in asked if node.why or node.how or node.say or node.agent]
    assert len(helped) >= 0.55 * len(asked)


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    found = Catalogue([shelf.FOLDER], tmp_path_factory.mktemp("state"))
    yield found
    found.close()


def rates(catalogue: Catalogue, table: Mapping[str, tuple[str, ...]]) -> tuple[list[bool], list[bool], list[str]]:
    """For each message whether the tree comes first, whether it is among three, and what went wrong."""
    first, among, wrong = [], [], []
    for name, messages in table.items():
        persona = "agent" if name in AGENT else "user"
        for message in messages:
            found = [hit.tree for hit in catalogue.search(message, persona=persona, limit=3)]
            first.append(found[:1] == [name])
            among.append(name in found)
            if not first[-1]:
                wrong.append(f"{message!r} means {name}, found {found}")
    return first, among, wrong


def share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


def test_first_messages_find_their_tree(catalogue: Catalogue) -> None:
    first, among, wrong = rates(catalogue, {**USER, **AGENT})
    assert len(first) == 240
    assert share(first) >= 0.94, wrong
    assert share(among) >= 0.99, wrong


def test_messages_that_the_symptoms_were_not_written_for_find_their_tree_too(catalogue: Catalogue) -> None:
    first, among, wrong = rates(catalogue, LATER)
    assert len(first) == 80
    assert share(first) >= 0.86, wrong
    assert share(among) >= 0.95, wrong


@ALL
def test_symptoms_are_no_heap(name: str) -> None:
    tree = shelf.trees()[name]
    assert 8 <= len(tree.symptoms) <= 20
    assert len({symptom.casefold() for symptom in tree.symptoms}) == len(tree.symptoms)
    assert all(2 <= len(symptom.split()) <= 16 for symptom in tree.symptoms)


def test_natural_answers_are_understood(catalogue: Catalogue) -> None:
    understanding = Understanding(catalogue, "agent")
    right = 0
    misread: list[str] = []
    unclear: list[str] = []
    for (tree, node), options in QUESTIONS.items():
        for option, answers in options.items():
            for answer in answers:
                found = understanding.answer(answer, tree, node)
                keys = found.get("keys", [found["key"]] if "key" in found else [])
                if keys == ([] if option == "none" else [option]) and found["kind"] in ("option", "options"):
                    right += 1
                else:
                    (unclear if found["kind"] == "unclear" else misread).append(f"{tree}/{node}: {answer}")
    total = right + len(misread) + len(unclear)
    assert total >= 600
    assert len(QUESTIONS) >= 60
    # To ask again is a nuisance; to take an answer for another leads astray.
    assert len(misread) <= 2, misread
    assert right >= 0.97 * total, unclear


def test_every_tree_file_lies_in_one_folder() -> None:
    paths = {Path(item.path).parent for item in shelf.parsed().values()}
    assert paths == {shelf.FOLDER}
