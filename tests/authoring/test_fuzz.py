"""Thousands of damaged trees: no exception, and every finding has a sentence and a place inside the file."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tshoot.authoring.ignoring import heed
from tshoot.authoring.lint import lint_library, lint_tree
from tshoot.authoring.parse import parse_tree
from tshoot.authoring.source import split_lines
from tshoot.authoring.testlint import lint_tests
from tshoot.authoring.treetest import parse_tests
from tshoot.model.diagnostic import Diagnostic
from tshoot.render.diagnostics import to_text

FIXTURES = Path(__file__).parent / "fixtures"
SEEDS = [
    (FIXTURES / "ok" / f"{name}.yaml").read_bytes()
    for name in ("every-kind", "every-kind", "simple", "type-mistake", "bad-value", "dangling-target")
]
NASTY = (
    b"\x00", b"\xff\xfe", b"\t", b"\x1b[31m", b"\xe2\x80\xa8", b"\xc2\x85", b"*x", b"&x ", b"<<: ", b"!!set ", b"---\n",
    b"...\n", b"%YAML 3\n", b"? ", b": ", b"- ", b"[", b"]", b"{", b"}", b"'", b'"', b"|\n", b">\n", b"@", b"`", b"#",
    b"~", b"null", b"true", b"9" * 400, b"1e999", b".nan", b"-0", b"0x1F", b"2027-02-30", b"{a.b}", b"{", b"{{}}",
    b'"\\ud800"', b'"\\U99999999"', b"os == ", b"lambda: 0", b"__import__('os')", b"(" * 300, b"not " * 200,
    b"# tshoot: ignore[dead-end, x]", b" # tshoot: ignore",
    b"return", b"\xf0\x9f\x98\x80", b"a\xcc\x81", b"\xef\xbb\xbf", b"\r", b"  ", b"[[[[[[[[[[", b"-" * 200,
)  # fmt: skip

Mutation = Callable[[random.Random, bytes], bytes]


def flip(rng: random.Random, data: bytes) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]


def cut(rng: random.Random, data: bytes) -> bytes:
    start = rng.randrange(len(data))
    return data[:start] + data[start + rng.randrange(40) :]


def truncate(rng: random.Random, data: bytes) -> bytes:
    return data[: rng.randrange(len(data))]


def insert(rng: random.Random, data: bytes) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + rng.choice(NASTY) + data[at:]


def on_lines(change: Callable[[random.Random, list[bytes], int], None]) -> Mutation:
    def mutation(rng: random.Random, data: bytes) -> bytes:
        lines = data.split(b"\n")
        change(rng, lines, rng.randrange(len(lines)))
        return b"\n".join(lines)

    return mutation


def drop(rng: random.Random, lines: list[bytes], at: int) -> None:
    del lines[at]


def double(rng: random.Random, lines: list[bytes], at: int) -> None:
    lines.insert(rng.randrange(len(lines)), lines[at])


def indent(rng: random.Random, lines: list[bytes], at: int) -> None:
    lines[at] = b" " * rng.randrange(9) + lines[at].lstrip()


def swap_lines(rng: random.Random, lines: list[bytes], at: int) -> None:
    other = rng.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def replace_value(rng: random.Random, lines: list[bytes], at: int) -> None:
    key, colon, _ = lines[at].partition(b":")
    lines[at] = key + colon + b" " + rng.choice(NASTY)


def swap_tokens(rng: random.Random, data: bytes) -> bytes:
    tokens = re.split(rb"(\W+)", data)
    one, other = rng.randrange(len(tokens)), rng.randrange(len(tokens))
    tokens[one], tokens[other] = tokens[other], tokens[one]
    return b"".join(tokens)


MUTATIONS: tuple[Mutation, ...] = (
    flip, cut, truncate, insert, insert, swap_tokens, on_lines(drop), on_lines(double), on_lines(indent),
    on_lines(swap_lines), on_lines(replace_value), on_lines(replace_value),
)  # fmt: skip


def mutated(rng: random.Random, seeds: Sequence[bytes] = SEEDS) -> bytes:
    data = rng.choice(seeds)
    for _ in range(rng.randint(1, 3)):
        data = rng.choice(MUTATIONS)(rng, data) or b"x"
    return data


def check(source: bytes | str) -> bool:
    parsed = parse_tree(source, "mutant.yaml")
    found = (*lint_tree(parsed, today="2027-01-01"), *lint_library({"mutant.yaml": parsed}))
    return judge(source, heed("mutant.yaml", parsed.text, found))


def judge(source: bytes | str, found: Sequence[Diagnostic]) -> bool:
    text = source if isinstance(source, str) else source.decode("utf-8", "replace")
    lines = split_lines(text.removeprefix("\ufeff"))
    for item in found:
        span = item.span
        assert item.message and item.rule, source
        assert 1 <= span.line <= span.end_line <= len(lines), (item, source)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1, (item, source)
        assert (span.line, span.column) <= (span.end_line, span.end_column), (item, source)
    shown = to_text(found, {"mutant.yaml": text})
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]", shown), source
    return any(item.severity == "error" for item in found)


@pytest.mark.parametrize("seed", range(12))
def test_damaged_trees(seed: int) -> None:
    rng = random.Random(seed)
    broken = sum(check(mutated(rng)) for _ in range(100))
    assert 30 < broken <= 100


@pytest.mark.parametrize("seed", range(10))
def test_damaged_tests_of_trees(seed: int) -> None:
    rng = random.Random(seed)
    tree = parse_tree(SEEDS[0], "every-kind.yaml").tree
    seeds = [(FIXTURES / "tests" / "every-kind.test.yaml").read_bytes()]
    sources = [mutated(rng, seeds) for _ in range(100)]
    broken = sum(judge(source, lint_tests(parse_tests(source, "mutant.yaml"), tree)) for source in sources)
    assert 30 < broken <= 100


@pytest.mark.parametrize("nasty", [part for part in NASTY if part not in (b"]", b"}", b"#")], ids=repr)
def test_nasty_values_everywhere(nasty: bytes) -> None:
    found = [
        check(SEEDS[0].replace(word, word + b" " + nasty, 1))
        for word in (b"title:", b"ask:", b"options:", b"then:", b"when:", b"cost:", b"facts:", b"nodes:", b"wait:")
    ]
    assert len(found) == 9
