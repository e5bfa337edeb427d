"""Trees that are damaged by chance: their bytes, tokens, lines, blocks and values, and as other files than trees."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FIXTURES = Path(__file__).parent / "fixtures"
LIBRARY = Path(__file__).parents[2] / "decision_trees"
NASTY = (
    b"\x00", b"\xff\xfe", b"\t", b"\x1b[31m", b"\xe2\x80\xa8", b"\xc2\x85", b"*x", b"&x ", b"<<: ", b"!!set ", b"---\n",
    b"...\n", b"%YAML 3\n", b"? ", b": ", b"- ", b"[", b"]", b"{", b"}", b"'", b'"', b"|\n", b">\n", b"@", b"`", b"#",
    b"~", b"null", b"true", b"9" * 400, b"1e999", b".nan", b"-0", b"0x1F", b"2027-02-30", b"{a.b}", b"{", b"{{}}",
    b'"\\ud800"', b'"\\U99999999"', b"os == ", b"lambda: 0", b"__import__('os')", b"(" * 300, b"not " * 200,
    b"# tshoot: ignore[dead-end, x]", b" # tshoot: ignore",
    b"return", b"\xf0\x9f\x98\x80", b"a\xcc\x81", b"\xef\xbb\xbf", b"\r", b"  ", b"[[[[[[[[[[", b"-" * 200,
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 10**30, 1.5, float("inf"), "", " ", "return", "{nobody}", "x" * 3000, "os == 'Linux'", [], {},
    [[]], [{}], {"": ""}, {1: 2}, ["a", ["b"]], {"goto": "nowhere"}, {"else": {"else": {}}}, "2027-02-30", "a\nb",
    "[x](http://x.example)", "\u202etxt", "<script>", "tree", ["Yes", "Yes"],
)  # fmt: skip

Mutation = Callable[[random.Random, bytes], bytes]


@cache
def seeds() -> tuple[bytes, ...]:
    """Trees of all kinds: those of the tests, and those that come with tshoot."""
    names = ("every-kind", "every-kind", "simple", "type-mistake", "bad-value", "dangling-target")
    own = [(FIXTURES / "ok" / f"{name}.yaml").read_bytes() for name in names]
    paths = (path for path in sorted(LIBRARY.glob("*.yaml")) if path.name.count(".") == 1)
    return (*own, *(path.read_bytes() for path in paths if path.stem not in ("settings", "glossary")))


# Bytes and tokens


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


def swap_tokens(rng: random.Random, data: bytes) -> bytes:
    tokens = re.split(rb"(\W+)", data)
    one, other = rng.randrange(len(tokens)), rng.randrange(len(tokens))
    tokens[one], tokens[other] = tokens[other], tokens[one]
    return b"".join(tokens)


def encode(rng: random.Random, data: bytes) -> bytes:
    """Another encoding, or other line ends."""
    text = data.decode("utf-8", "replace")
    as_bytes = rng.choice(("utf-16", "utf-16-be", "utf-32", "latin-1", "cp037", "utf-8-sig", "crlf", "cr", "nel"))
    ends = {"crlf": "\r\n", "cr": "\r", "nel": "\x85"}
    if as_bytes in ends:
        return text.replace("\n", ends[as_bytes]).encode()
    return text.encode(as_bytes, "replace")


# Lines and blocks


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
    lines[at] = rng.choice((b" ", b" ", b" ", b"\t", b"\xc2\xa0")) * rng.randrange(9) + lines[at].lstrip()


def indent_block(rng: random.Random, lines: list[bytes], at: int) -> None:
    """Some lines further in or out."""
    by = rng.choice((-2, -1, 1, 2, 4))
    for number in range(at, min(at + rng.randint(2, 12), len(lines))):
        lines[number] = b" " * by + lines[number] if by > 0 else re.sub(rb"^ {0,%d}" % -by, b"", lines[number])


def move_block(rng: random.Random, lines: list[bytes], at: int) -> None:
    """Some lines elsewhere."""
    end = at + rng.randint(2, 12)
    block = lines[at:end]
    del lines[at:end]
    lines[(to := rng.randrange(len(lines) + 1)) : to] = block


def swap_lines(rng: random.Random, lines: list[bytes], at: int) -> None:
    other = rng.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def swap_keys(rng: random.Random, lines: list[bytes], at: int) -> None:
    """The keys of two lines, with their values left where they are."""
    other = rng.randrange(len(lines))
    (one, a, first), (two, b, second) = lines[at].partition(b":"), lines[other].partition(b":")
    lines[at], lines[other] = two + a + first, one + b + second


def replace_value(rng: random.Random, lines: list[bytes], at: int) -> None:
    key, colon, _ = lines[at].partition(b":")
    lines[at] = key + colon + b" " + rng.choice(NASTY)


def anchor(rng: random.Random, lines: list[bytes], at: int) -> None:
    """An anchor, and what refers to it: as a value, or merged into a mapping."""
    lines[at] = lines[at].replace(b": ", b": &here ", 1) if b": " in lines[at] else lines[at] + b" &here"
    other = rng.randrange(len(lines))
    key, colon, _ = lines[other].partition(b":")
    gap = lines[other][: len(lines[other]) - len(lines[other].lstrip())]
    lines[other] = rng.choice(
        (key + colon + b" *here", gap + b"<<: *here", gap + b"<<: [*here, *here]", b"- *here")
    )


# Values


def nest(rng: random.Random, data: bytes) -> bytes:
    """A value that is deep, in brackets or in lines."""
    depth = rng.choice((5, 20, 63, 64, 65, 300, 5000, 30000))
    opening, closing = rng.choice(((b"[", b"]"), (b"{a: ", b"}"), (b"- ", b""), (b"? ", b""), (b"(", b")")))
    deep = opening * depth + b"x" + closing * rng.choice((depth, depth - 1, 0))
    if depth <= 300 and rng.random() < 0.3:
        deep = b"".join(b"\n" + b" " * (level + 9) + b"a:" for level in range(depth))
    at = rng.choice([match.end() for match in re.finditer(rb": ", data)] or [0])
    return data[:at] + deep + data[at:]


def swell(rng: random.Random, data: bytes) -> bytes:
    """A value, a key or a list that is huge."""
    size = rng.choice((300, 5000, 70_000, 400_000))
    unit = rng.choice((b"x", b"word ", b"{os} ", b"**", b"\xe6\xbc\xa2", b"and os ", b"[x](y) ", b"not ", b"1 + "))
    many = unit * (size // len(unit))
    at = rng.choice([match.end() for match in re.finditer(rb": |\n +", data)] or [0])
    return (
        data[:at]
        + rng.choice((many, b'"' + many + b'"', many + b": x", b"[" + b"x, " * (size // 9) + b"]"))
        + data[at:]
    )


def restructure(rng: random.Random, data: bytes) -> bytes:
    """Values: of a wrong type, under another key, gone, doubled, or in each other's place. It stays YAML."""
    try:
        return _restructured(rng, data)
    except (yaml.YAMLError, ValueError, RecursionError):
        return data


def _restructured(rng: random.Random, data: bytes) -> bytes:
    tree = yaml.compose(data, Loader=yaml.CSafeLoader) if data.count(b"[") + data.count(b"{") < 1000 else None
    places = list(_places(tree))
    for _ in range(rng.randint(1, 2) if places else 0):
        (items, at), (others, other) = rng.choice(places), rng.choice(places)
        if at < len(items) and other < len(others):
            _change(rng, items, at, others, other)
    if not places:
        return data
    text: str = yaml.serialize(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, width=rng.choice((40, 1000)))
    return text.encode("utf-8", "replace")


def _change(rng: random.Random, items: list[Any], at: int, others: list[Any], other: int) -> None:
    """An item of a mapping is a pair of nodes, one of a list a node."""
    (key, value), (name, found) = deepcopy((_pair(items[at]), _pair(others[other])))  # shared ones become anchors
    match rng.randrange(6):
        case 0:
            items[at] = _like(items[at], key, yaml.compose(yaml.safe_dump(rng.choice(VALUES))))
        case 1:
            items[at], others[other] = _like(items[at], key, found), _like(others[other], name, value)
        case 2:
            del items[at]
        case 3:
            items.insert(rng.randrange(len(items) + 1), deepcopy(items[at]))
        case 4:
            items[at] = _like(items[at], name or key, value)
        case _:
            items[at], items[other % len(items)] = items[other % len(items)], items[at]


def _pair(item: Any) -> tuple[Any, Any]:
    return item if isinstance(item, tuple) else (None, item)


def _like(item: Any, key: Any, value: Any) -> Any:
    return (key, value) if isinstance(item, tuple) else value


def _places(node: Any) -> Iterator[tuple[list[Any], int]]:
    """Each list of items in a tree, with each of its places."""
    if isinstance(node, yaml.MappingNode | yaml.SequenceNode):
        for at, item in enumerate(node.value):
            yield node.value, at
            yield from _places(_pair(item)[1])


MUTATIONS: tuple[Mutation, ...] = (
    flip, cut, truncate, insert, insert, swap_tokens, encode, on_lines(drop), on_lines(double), on_lines(indent),
    on_lines(indent_block), on_lines(move_block), on_lines(swap_lines), on_lines(swap_keys), on_lines(replace_value),
    on_lines(replace_value), on_lines(anchor), nest, swell,
    *(restructure,) * 20,
)  # fmt: skip


def mutated(rng: random.Random, sources: Sequence[bytes] = ()) -> bytes:
    """One of these, or of all trees, damaged one to three times."""
    data = rng.choice(sources or seeds())
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        data = rng.choice(MUTATIONS)(rng, data) or b"x"
    return data
