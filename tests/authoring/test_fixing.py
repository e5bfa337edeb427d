"""Repairs: what is put right, what is left to the author, and that nothing else changes."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import pytest

from tests.authoring.mutations import mutated, seeds
from tshoot.authoring.edits import Edit, applied, disjoint
from tshoot.authoring.fixing import fixed
from tshoot.authoring.ignoring import heed
from tshoot.authoring.lint import lint_library, lint_tree
from tshoot.authoring.parse import parse_tree
from tshoot.authoring.proof import says_the_same
from tshoot.authoring.source import split_lines
from tshoot.model.diagnostic import Diagnostic, Span

TREE = """\
tree: 1
title: T  # the title
nodes:
  a: {tell: Look., when: {WHEN}}  # a remark
  done: {end: resolved, tell: Good.}
"""


def look(text: str) -> Sequence[Diagnostic]:
    parsed = parse_tree(text, "t.yaml")
    found = [*lint_tree(parsed, "t.yaml", "2027-01-01"), *lint_library({"t.yaml": parsed})]
    return sorted(heed("t.yaml", text, found))


def fix(text: str) -> str:
    return fixed(text, "t.yaml", look).text


def with_condition(condition: str) -> str:
    return TREE.replace("{WHEN}", condition)


def test_a_unit_that_stands_twice() -> None:
    text = "tree: 1\ntitle: T\nfacts: {age: {type: number, unit: months, prompt: Age?}}\nnodes:\n"
    text += "  a: {input: age}\n  b: {tell: 'About {age} months, {age}-Months old, {age} {age} monthsly.'}\n"
    text += "  c:\n    tell: >-\n      Now {age} months\n      old.\n  d: {end: resolved, tell: Good.}\n"
    assert fix(text).split("\n")[5] == "  b: {tell: 'About {age}, {age} old, {age} {age} monthsly.'}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("os = 'Windows'", "os == 'Windows'"),
        ("os === 'Windows'", "os == 'Windows'"),
        ("os <> 'Windows'", "os != 'Windows'"),
        ("os == ‘Windows’", "os == 'Windows'"),
        ("os == ‘a = b’", "os == 'a = b'"),
        ("known(os) AND os = 'AND'", "known(os) and os == 'AND'"),
        ("known(os) && NOT known(area)", None),
        ("known(os)||known(os)", "known(os) or known(os)"),
        ('"known(os) && not known(os)"', '"known(os) and not known(os)"'),
        ("\"os = 'Windows' && os = 'x'\"", "\"os == 'Windows' and os == 'x'\""),
    ],
)
def test_conditions(before: str, after: str | None) -> None:
    text = with_condition(before)
    assert fix(text) == (text if after is None else with_condition(after))


@pytest.mark.parametrize(
    "before",
    [
        "os is 'Windows'",
        "os.startswith('W')",
        "(os == 'x'",
        "os = = 'x'",
        "'os == ‘Windows’'",
        "today = 2027-01-01",
    ],
)
def test_conditions_that_only_the_author_understands(before: str) -> None:
    text = with_condition(before)
    assert fix(text) == text


HEAD = "tree: 1\ntitle: T\n"
END = "  done: {end: resolved, tell: Good.}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HEAD + "sumary: x # why\nnodes:\n" + END, HEAD + "summary: x # why\nnodes:\n" + END),
        (HEAD + "'sumary': x\nnodes:\n" + END, HEAD + "'summary': x\nnodes:\n" + END),
        (HEAD + "audience: usr\nnodes:\n" + END, HEAD + "audience: user\nnodes:\n" + END),
        (HEAD + "nodes:\n  a: {tel: x}\n" + END, HEAD + "nodes:\n  a: {tell: x}\n" + END),
        (HEAD + "nodes:\n  a: {ask: x, optoins: {Yes: done, No: b}}\n  b: {tell: y}\n" + END,
         HEAD + "nodes:\n  a: {ask: x, options: {Yes: done, No: b}}\n  b: {tell: y}\n" + END),
        (HEAD + "nodes:\n  a: {tell: “Click ‘Print’.”}\n" + END,
         HEAD + 'nodes:\n  a: {tell: "Click ‘Print’."}\n' + END),
        (HEAD + "nodes:\n  a: {tell: “Say \"x\".”}\n" + END, HEAD + "nodes:\n  a: {tell: 'Say \"x\".'}\n" + END),
        (HEAD + "nodes:\n  a: {tell: x, then:done}\n" + END, HEAD + "nodes:\n  a: {tell: x, then: done}\n" + END),
        ("\ufeff" + HEAD + "nodes:\n\ta: {tell: A\tb}\n\tdone: {end: resolved, tell: Good.}\n",
         "\ufeff" + HEAD + "nodes:\n  a: {tell: A b}\n  done: {end: resolved, tell: Good.}\n"),
        (HEAD + "nodes:\r\n\ta:\r\n\t\ttell: x # c\r\n\tdone: {end: resolved, tell: Good.}\r\n",
         HEAD + "nodes:\r\n  a:\r\n    tell: x # c\r\n  done: {end: resolved, tell: Good.}\r\n"),
        (HEAD + "nodes: # tshoot: ignore[dead-end]\n" + END, HEAD + "nodes:\n" + END),
        (HEAD + "# tshoot: ignore[dead-end]\r\nnodes:\n" + END, HEAD + "nodes:\n" + END),
        (HEAD + "review_by: 2020-01-01 # tshoot: ignore[dead-end, review-overdue, no-way-out]\nnodes:\n" + END,
         HEAD + "review_by: 2020-01-01 # tshoot: ignore[review-overdue]\nnodes:\n" + END),
        (HEAD + "nodes: # tshoot: ignore[dead-end] as agreed\n" + END, HEAD + "nodes: # as agreed\n" + END),
        (HEAD + "review_by: 2020-01-01 # tshoot: ignore[reviw-overdue]\nnodes:\n" + END,
         HEAD + "review_by: 2020-01-01 # tshoot: ignore[review-overdue]\nnodes:\n" + END),
        # a misspelled key that hides another mistake, which stays
        (HEAD + "nodes:\n  a: {tel: x, then: nowhere}\n" + END, HEAD + "nodes:\n  a: {tell: x, then: nowhere}\n" + END),
    ],
)  # fmt: skip
def test_what_is_put_right(before: str, after: str) -> None:
    assert fix(before) == after


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "colour: x\nnodes:\n" + END,
        HEAD + "summary: a\nsumary: x\nnodes:\n" + END,
        HEAD + "nodes:\n  a: {question: x, options: {Yes: done, No: done}}\n" + END,
        HEAD + "nodes:\n  a: {tell: x, then: doone}\n" + END,
        HEAD + 'nodes:\n  a: {tell: “a "b" it\'s”}\n' + END,
        # a tab of two and one of four columns would say different things
        HEAD + "nodes:\n  a:\n\ttell: |\n\t\tone\n\t  two\n" + END,
        HEAD + "review_by: 2020-01-01\nnodes:\n" + END,
        # nobody knows what the remark ignores before the tree can be read
        HEAD + "review_by: 2020-01-01  # tshoot: ignore[review-overdue]\nnodes: [\n" + END,
    ],
)
def test_what_is_left_to_the_author(text: str) -> None:
    assert fix(text) == text


def remarks(text: str) -> list[str]:
    return [line for line in re.findall(r"(?m)(?:^|\s)(#.*?)\s*$", text) if "tshoot:" not in line]


def check(text: str) -> bool:
    """Fixing twice is fixing once, errors do not grow, and the lines without a repair are as they were."""
    done = fixed(text, "t.yaml", look)
    assert fixed(done.text, "t.yaml", look).text == done.text, text
    before, after = (sum(item.severity == "error" for item in look(one)) for one in (text, done.text))
    tabs = any("tabs" in repair.says for repair in done.done)
    assert after <= before or tabs, text
    if not done.done:
        assert done.text == text
    elif not tabs:
        old, new = split_lines(text), split_lines(done.text)
        touched = {repair.finding.span.line for repair in done.done}
        if len(old) == len(new):
            assert all(number in touched for number, pair in enumerate(zip(old, new, strict=True), 1)
                       if pair[0] != pair[1]), text  # fmt: skip
    assert re.sub(r"[^\r\n]", "", text)[:3] == re.sub(r"[^\r\n]", "", done.text)[:3]
    return bool(done.done)


SLIPS = (
    ("title:", "titel:"), ("nodes:", "noeds:"), ("ask:", "aks:"), ("options:", "optoins:"), (" == ", " = "),
    ("  ", "\t"), ("summary:", "sumary:"), ("tell: ", "tel: "), ("when: ", "wehn: "), (": ", ":"),
    ("nodes:", "nodes: # tshoot: ignore[dead-end, no-way-out]"), ("type: text", "type: txt"), ("'", "’"),
    ("\n", "\r\n"), (" and ", " AND "), ("facts:", "# tshoot: ignore-file[x]\nfacts:"),
)  # fmt: skip


def slipped(rng: random.Random) -> str:
    """A tree with mistakes that people make."""
    text = rng.choice(seeds()[:6]).decode()
    for before, after in rng.choices(SLIPS, k=rng.randint(1, 4)):
        text = text.replace(before, after, rng.choice((1, 1, 2, -1)))
    return text


@pytest.mark.parametrize("seed", range(4))
def test_fixing_is_done_once(seed: int) -> None:
    rng = random.Random(seed)
    assert sum(check(slipped(rng)) for _ in range(20)) > 3


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(40))
def test_fixing_damaged_trees_is_done_once(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(100):
        check(slipped(rng))
        text = mutated(rng).decode("utf-8", "replace")
        check(text)


def test_edits_are_by_places() -> None:
    text = "\ufeffab\r\ncd\ne"
    edits = [Edit(Span(2, 1, 2, 2), "X"), Edit(Span(1, 2, 1, 3), ""), Edit(Span(3, 2, 3, 2), "!")]
    assert applied(text, edits) == "\ufeffa\r\nXd\ne!"
    assert disjoint(edits)
    assert not disjoint([*edits, Edit(Span(1, 1, 2, 2), "")])


@pytest.mark.parametrize(
    ("after", "same"),
    [
        ("a: y\nb: [1, 2]\n", True),
        ("a: x\nb: [1, 3]\n", False),
        ("a: x\nb: [1]\n", False),
        ("a: y\nb: ['1', 2]\n", False),
        ("a: y\nc: [1, 2]\n", False),
        ("a: y\nb: [1, 2\n", False),
    ],
)
def test_the_proof_sees_every_other_change(after: str, same: bool) -> None:
    assert says_the_same("a: x\nb: [1, 2]\n", after, [Edit(Span(1, 4, 1, 5), "y")]) == same
