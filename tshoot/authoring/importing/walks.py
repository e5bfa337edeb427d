"""Tests of an imported tree: walks that together take every way of the chart."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from itertools import islice

from tshoot.authoring.importing.plan import Planned
from tshoot.authoring.quoting import scalar

MOST_TESTS = 300
LONGEST_WALK = 300

Step = tuple[str, str, str]
"""Node, answer (empty where none is asked for), and where it leads."""


def tests_text(nodes: Mapping[str, Planned]) -> str:
    """A file of tests; empty where there is nothing to walk."""
    walks = list(islice(_walks(nodes), MOST_TESTS))
    return (
        "tests:\n" + "".join(_test(number, walk, nodes) for number, walk in enumerate(walks, 1)) if walks else ""
    )


def steps(node: Planned) -> Iterator[Step]:
    """The ways on from a node, each with the answer that takes it."""
    if node.kind == "ask":
        yield from ((node.id, label, target) for label, target in node.options.items())
    elif node.fixed:
        yield from ((node.id, "yes", node.fixed), (node.id, "no", node.otherwise))
    elif node.then:
        yield node.id, "", node.then


def _walks(nodes: Mapping[str, Planned]) -> Iterator[list[Step]]:
    start = next(iter(nodes), "")
    if not start:
        return
    to, onward = _from(nodes, start), _to_ends(nodes)
    taken: set[Step] = set()
    if nodes[start].kind == "end":
        yield []
    for node in nodes.values():
        for step in steps(node):
            if step in taken or (taken and not step[1]):
                continue
            walk = [*_path(to, start, node.id), step, *islice(_onward(onward, step[2]), LONGEST_WALK)]
            if len(walk) <= LONGEST_WALK:
                taken.update(walk)
                yield walk


def _from(nodes: Mapping[str, Planned], start: str) -> dict[str, Step]:
    """The last step of a shortest way to each node."""
    found: dict[str, Step] = {}
    todo = deque([start])
    while todo:
        for step in steps(nodes[todo.popleft()]):
            if step[2] not in found and step[2] != start:
                found[step[2]] = step
                todo.append(step[2])
    return found


def _to_ends(nodes: Mapping[str, Planned]) -> dict[str, Step]:
    """The first step of a shortest way from each node to an end."""
    before: dict[str, list[Step]] = {}
    for node in nodes.values():
        for step in steps(node):
            before.setdefault(step[2], []).append(step)
    todo = deque(name for name, node in nodes.items() if node.kind == "end")
    found: dict[str, Step] = {}
    while todo:
        for step in before.get(todo.popleft(), ()):
            if step[0] not in found:
                found[step[0]] = step
                todo.append(step[0])
    return found


def _path(to: Mapping[str, Step], start: str, end: str) -> list[Step]:
    found: list[Step] = []
    while end != start and len(found) <= LONGEST_WALK:
        found.append(to[end])
        end = to[end][0]
    return found[::-1]


def _onward(onward: Mapping[str, Step], name: str) -> Iterator[Step]:
    while name in onward:
        yield onward[name]
        name = onward[name][2]


def _test(number: int, walk: list[Step], nodes: Mapping[str, Planned]) -> str:
    end = nodes[walk[-1][2]] if walk else next(iter(nodes.values()))
    rows = "".join(f"      - {scalar(node, key=True)}: {_answer(answer)}\n" for node, answer, _ in walk if answer)
    name = f"walk {number}, to {end.id}"
    return f"  - name: {scalar(name)}\n" + (f"    walk:\n{rows}" if rows else "") + f"    end: {end.end}\n"


def _answer(answer: str) -> str:
    return f'"{answer}"' if answer in ("yes", "no") else scalar(answer)
