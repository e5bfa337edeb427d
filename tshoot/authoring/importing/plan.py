"""From a flowchart to the nodes of a tree: kinds, ids, ways, and a way out for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from tshoot.authoring.importing.chart import LONGEST_LABEL, Box, Chart, Link, shown
from tshoot.authoring.importing.guessing import is_question, is_start, is_told, leaf
from tshoot.authoring.naming import slug, unused
from tshoot.language.clean import clean

Kind = Literal["ask", "do", "tell", "end"]

SOLVED, HAND_OVER = "solved", "hand-over"
OTHER = "Something else"
MOST_OPTIONS = 60
_CODE = re.compile(r"[A-Za-z]{0,2}[0-9]{0,6}\Z|row-[0-9]+\Z|end-[0-9]+\Z|[A-Z]{1,3}[0-9]{0,6}\Z")
"""Names of boxes that say nothing: A, B2, n17."""


@dataclass(slots=True)
class Planned:
    """One node to be written."""

    id: str
    kind: Kind
    text: str
    options: dict[str, str] = field(default_factory=dict)
    then: str = ""
    fixed: str = ""
    otherwise: str = ""
    end: str = ""
    group: str = ""
    remarks: list[str] = field(default_factory=list)

    def ways(self) -> tuple[str, ...]:
        """Where it leads."""
        return tuple(one for one in (*self.options.values(), self.then, self.fixed, self.otherwise) if one)


@dataclass(slots=True)
class Plan:
    """The nodes in order, and what is said about them."""

    nodes: dict[str, Planned] = field(default_factory=dict)
    guesses: list[str] = field(default_factory=list)


def plan(chart: Chart) -> Plan:
    """The nodes of a chart that can be reached; what is not carried over is noted in the chart."""
    return _Planner(chart).plan()


class _Planner:
    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._out: dict[str, list[Link]] = {name: [] for name in chart.boxes}
        for link in dict.fromkeys(chart.links):
            if len(self._out[link.start]) < MOST_OPTIONS:
                self._out[link.start].append(link)
            else:
                chart.lose(link.line, f"more than {MOST_OPTIONS} ways from one box", once=True)
        self._plan = Plan()
        self._ids: dict[str, str] = {}

    def plan(self) -> Plan:
        """All of it."""
        order = self._order(self._first())
        taken, numbers = {SOLVED, HAND_OVER}, dict[str, int]()
        for name in order:
            wanted = self._id(self._chart.boxes[name])
            numbers[wanted] = numbers.get(wanted, 0) + 1
            self._ids[name] = unused(f"{wanted}-{numbers[wanted]}" if numbers[wanted] > 1 else wanted, taken)
            taken.add(self._ids[name])
        for name in order:
            node = self._node(self._chart.boxes[name])
            node.group = self._chart.boxes[name].group
            self._plan.nodes[node.id] = node
        self._let_out()
        self._add_ends()
        return self._plan

    def _first(self) -> str:
        """The box to begin with."""
        chart = self._chart
        entered = {link.end for link in chart.links if link.start != link.end}
        free = [name for name in chart.boxes if name not in entered]
        leading = (name for name in (*free, *chart.boxes) if self._out[name])
        first = chart.start or next(leading, next(iter(chart.boxes), ""))
        seen: set[str] = set()
        while first and first not in seen and is_start(chart.boxes[first].text) and len(self._out[first]) == 1:
            seen.add(first)
            first = self._out[first][0].end
        return first

    def _order(self, first: str) -> list[str]:
        """The boxes that can be reached, as they are drawn."""
        seen, todo = {first} if first else set[str](), [first] if first else []
        while todo:
            for link in self._out[todo.pop()]:
                if link.end not in seen:
                    seen.add(link.end)
                    todo.append(link.end)
        for name, box in self._chart.boxes.items():
            if name not in seen and not (is_start(box.text) and self._out[name]):
                self._chart.lose(
                    box.line, f"the box {shown(box.text or name)}, which nothing leads to from the start"
                )
        rest = [name for name in self._chart.boxes if name in seen and name != first]
        return [first, *rest] if first else []

    def _id(self, box: Box) -> str:
        given = slug(box.name)
        speaks = len(given) > 2 and not _CODE.match(box.name)
        return (given if speaks else slug(box.text, 30)) or given or "node"

    def _node(self, box: Box) -> Planned:
        links, text = self._out[box.name], box.text or clean(box.name, limit=200) or "…"
        made = Planned(self._ids[box.name], "tell", text)
        different = {link.end for link in links}
        if not links:
            self._leaf(made)
        elif len(different) > 1 or is_question(text) or (box.shape == "question" and len(links) == 1):
            self._ask(made, box, links)
        else:
            made.kind = "tell" if is_told(text) or box.shape == "terminal" else "do"
            made.then = self._ids[links[0].end]
            if words := [
                link.label for link in links if link.label and link.label != self._chart.boxes[link.end].name
            ]:
                self._chart.lose(
                    links[0].line, f"the words {shown(words[0])} on the only arrow from {shown(text)}"
                )
        return made

    def _leaf(self, made: Planned) -> None:
        guess = leaf(made.text)
        if guess == "do":
            made.kind, made.fixed, made.otherwise = "do", SOLVED, HAND_OVER
            made.remarks.append("an end of the chart: taken for a last thing to do")
        else:
            made.kind, made.end = "end", guess
            made.remarks.append(f"guessed from its words: {guess}")
        self._plan.guesses.append(f"{made.id}: {'a last thing to do' if guess == 'do' else guess}, by its words")

    def _ask(self, made: Planned, box: Box, links: Iterable[Link]) -> None:
        made.kind = "ask"
        unnamed = False
        for link in links:
            target = self._chart.boxes[link.end]
            label = _label(link.label) or _label(target.text, 40) or _label(target.name) or OTHER
            unnamed |= not link.label
            target_id = self._ids[link.end]
            if made.options.get(label) != target_id:
                option = _fresh(label, made.options)
                if option != label:
                    self._chart.lose(link.line, f"two ways from {shown(made.text)} have the words {shown(label)}")
                made.options[option] = target_id
        if unnamed:
            self._chart.lose(
                box.line, f"the ways from {shown(made.text)} without words are named after where they lead"
            )
            made.remarks.append("some of these ways had no words in the chart")
        if len(made.options) == 1:
            self._other_way(made, "the chart has one way only here")

    def _other_way(self, node: Planned, why: str) -> None:
        only = next(iter(node.options), "")
        word = {"yes": "No", "no": "Yes"}.get(only.casefold(), OTHER) if len(node.options) == 1 else OTHER
        label = _fresh(word, node.options)
        node.options[label] = HAND_OVER
        node.remarks.append(f"{why}: {label} is added")
        self._plan.guesses.append(f"{node.id}: {why}, so {shown(label)} is added, which hands over")

    def _let_out(self) -> None:
        """Sees to it that an end can be reached from everywhere: the engine never lets people go round for ever."""
        nodes = self._plan.nodes
        before: dict[str, list[str]] = {}
        for node in nodes.values():
            for target in node.ways():
                before.setdefault(target, []).append(node.id)
        ending: set[str] = set()
        _spread([node.id for node in nodes.values() if node.kind == "end"] + [SOLVED, HAND_OVER], before, ending)
        for node in sorted(nodes.values(), key=lambda node: node.kind != "ask"):
            if node.id not in ending:
                self._open_up(node)
                _spread([node.id], before, ending)

    def _open_up(self, node: Planned) -> None:
        if node.kind == "ask":
            self._other_way(node, "these steps go round without an end")
            return
        node.kind, node.fixed, node.otherwise, node.then = "do", SOLVED, node.then, ""
        node.remarks.append("these steps go round without an end: people are asked whether it helped")
        self._plan.guesses.append(f"{node.id}: goes round without an end, so it asks whether it helped")

    def _add_ends(self) -> None:
        nodes = self._plan.nodes
        used = {target for node in nodes.values() for target in node.ways()}
        if HAND_OVER in used or not nodes:
            text = "These steps did not help. Somebody takes over from here."
            nodes[HAND_OVER] = Planned(HAND_OVER, "end", text, end="escalate")
        if SOLVED in used:
            nodes[SOLVED] = Planned(SOLVED, "end", "Good. It works again.", end="resolved")


def _spread(starts: list[str], before: Mapping[str, list[str]], seen: set[str]) -> None:
    """Adds these nodes, and all that lead to them."""
    todo = [name for name in starts if name not in seen]
    seen.update(todo)
    while todo:
        for name in before.get(todo.pop(), ()):
            if name not in seen:
                seen.add(name)
                todo.append(name)


def _label(text: str, longest: int = LONGEST_LABEL) -> str:
    """Words as the name of an option: without braces, which would be shown as they stand."""
    found = clean(text.replace("{", "(").replace("}", ")"), limit=longest)
    return found if plain_key(found) else ""


def plain_key(words: str) -> str:
    """Words as the reader of answers compares them."""
    return " ".join(re.sub(r"[.,;:!?…_\"'“”‘’]+", " ", words.casefold()).split())


def _fresh(label: str, taken: Mapping[str, str]) -> str:
    """The label, or the first one with a number behind it that is none of these."""
    known = {plain_key(word) for word in taken}
    found, number = label, 2
    while plain_key(found) in known:
        found, number = f"{label} ({number})", number + 1
    return found
