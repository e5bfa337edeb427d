"""Whether the tests of a tree name what the tree has: nodes, facts, checks, called trees and targets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from tshoot.authoring.findings import Findings, did_you_mean, nearest, quote
from tshoot.authoring.testcase import WALK, TreeTest, is_fact_question
from tshoot.authoring.treetest import ParsedTests
from tshoot.model.checks import CHECK_RESULTS
from tshoot.model.diagnostic import Diagnostic, Severity, Span
from tshoot.model.event import CheckStatus
from tshoot.model.standard import STANDARD_FACTS
from tshoot.model.tree import Call, Check, DecisionTree, End, Handoff, Try

Finding = tuple[str, Severity, str, str, str]
"""Dotted path below the test, severity, rule, sentence behind the name of the test, and hint."""

_TIER_QUEUE = re.compile(r"queue:tier-[0-9]\Z")


def lint_tests(parsed: ParsedTests, tree: DecisionTree | None) -> tuple[Diagnostic, ...]:
    """All findings about a file of tests, with those about names that the tree does not have."""
    findings = Findings(parsed.path)
    findings.all += parsed.diagnostics
    if tree is None:
        hint = "a test stands beside its tree: 'wifi.test.yaml' beside 'wifi.yaml'"
        findings.error(Span(), "unknown-tree", "the tree of these tests is not there, or is broken", hint)
        return tuple(sorted(findings.all))
    names: set[str] = set()
    for test in parsed.tests:
        for where, severity, rule, sentence, hint in _about(test, tree, names):
            path = f"tests.{test.index}.{where}"
            at_value = where in ("name", "handoff") or rule == "unknown-return"
            place = path if at_value else f"@{path}"
            span = parsed.places.get(place) or parsed.places.get(path) or Span(test.line, 1, test.line, 1)
            findings.add(span, severity, rule, f"the test {quote(test.name)} {sentence}", hint)
        names.add(test.name)
    return tuple(sorted(findings.all))


def _about(test: TreeTest, tree: DecisionTree, names: set[str]) -> Iterator[Finding]:
    if test.name in names:
        yield "name", "warning", "duplicate-key", "has the name of another one", "give it a name of its own"
    yield from _calls(test, tree)
    # Another tree that is really walked brings its own nodes, facts, checks and targets.
    if WALK not in test.calls.values() and not test.follow:
        yield from _nodes(test, tree)
        yield from _facts(test, tree)
        yield from _checks(test, tree)
        yield from _target(test, tree)


def _nodes(test: TreeTest, tree: DecisionTree) -> Iterator[Finding]:
    fixes = [fix.id for node in tree.nodes.values() if isinstance(node, Try) for fix in node.fixes]
    known = dict.fromkeys((*tree.nodes, *fixes))
    named = [(f"walk.{place}", step.place) for place, step in enumerate(test.walk)]
    named += [(f"passed.{place}", name) for place, name in enumerate(test.passed)]
    for where, name in named:
        if name not in known and not is_fact_question(name):
            sentence = f"names {quote(name)}, which is not a node of its tree"
            yield where, "error", "dangling-target", sentence, did_you_mean(name, known)


def _facts(test: TreeTest, tree: DecisionTree) -> Iterator[Finding]:
    calls = [node for node in tree.nodes.values() if isinstance(node, Call)]
    known = dict.fromkeys((*tree.facts, *STANDARD_FACTS, "problem", *(n for c in calls for n, _ in c.arguments)))
    named = [(f"facts.{name}", name) for name in test.facts]
    named += [(f"learned.{name}", name) for name in test.learned]
    named += [(f"handoff.missing.{i}", name) for i, name in enumerate((test.packet and test.packet.missing) or ())]
    named += [(f"walk.{place}", step.place.removeprefix("fact:")) for place, step in enumerate(test.walk)
              if is_fact_question(step.place)]  # fmt: skip
    for where, name in named:
        if name not in known:
            sentence = f"names the fact {quote(name)}, which its tree does not know"
            yield where, "warning", "undeclared-fact", sentence, did_you_mean(name, known)


def _checks(test: TreeTest, tree: DecisionTree) -> Iterator[Finding]:
    nodes = [node for node in tree.nodes.values() if isinstance(node, Check)]
    run = dict.fromkeys(node.check for node in nodes)
    for name, found in test.checks.items():
        where = f"checks.{name}"
        if name not in run:
            sentence = f"simulates the check {quote(name)}, which its tree does not run"
            yield where, "warning", "unknown-check", sentence, did_you_mean(name, run)
            continue
        words = dict.fromkeys((*CHECK_RESULTS.get(name, ()), *(word for node in nodes for word in node.on)))
        for result in dict.fromkeys(one.result for one in (found, *found.later)):
            if result not in words and result not in get_args(CheckStatus):
                sentence = f"has the check {quote(name)} find {quote(result)}, which it never gives"
                yield where, "warning", "unknown-check", sentence, did_you_mean(result, words)


def _calls(test: TreeTest, tree: DecisionTree) -> Iterator[Finding]:
    calls = [node for node in tree.nodes.values() if isinstance(node, Call)]
    called = dict.fromkeys(node.tree for node in calls)
    for name, word in test.calls.items():
        where = f"calls.{name}"
        if name not in called and WALK not in test.calls.values():
            sentence = f"returns from the tree {quote(name)}, which its tree does not call"
            yield where, "warning", "unknown-tree", sentence, did_you_mean(name, called)
        words = [key for node in calls if node.tree == name for key in node.on]
        near = nearest(word, words)
        if word not in (*words, WALK) and near:
            sentence = f"has the tree {quote(name)} return {quote(word)}, which nothing waits for"
            yield where, "warning", "unknown-return", sentence, f"did you mean {quote(near)}?"


def _target(test: TreeTest, tree: DecisionTree) -> Iterator[Finding]:
    targets = dict.fromkeys(
        node.to for node in tree.nodes.values() if isinstance(node, (Handoff, End)) and node.to
    )
    targets |= dict.fromkeys([tree.escalate.to] if tree.escalate.to else [])
    if test.handoff and test.handoff not in targets and not _TIER_QUEUE.match(test.handoff):
        sentence = f"expects a hand-off to {quote(test.handoff)}, which its tree never does"
        yield "handoff", "warning", "unknown-tree", sentence, did_you_mean(test.handoff, targets)
