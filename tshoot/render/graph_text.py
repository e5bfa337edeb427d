"""A picture of a tree as an outline of lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tshoot.authoring.picture import Box, Line, Picture
from tshoot.model.record import record
from tshoot.render.graph_layout import Layout, Place, grouped, layout
from tshoot.render.graph_words import GOOD, PSEUDO, ending, fix_facts, subject, visits, way_label
from tshoot.render.wrap import cell_width, cut, wrap

Piece = tuple[str, str]
"""A style and a text."""

ROOM = 22
"""Cells that a text needs to stand on the line of its name."""

SHORTEST = 12
"""Cells of a label that are shown in any case."""

_ANSI = {
    "name": "\x1b[1m", "dim": "\x1b[2m", "good": "\x1b[32m", "end": "\x1b[33m", "bad": "\x1b[31m", "many": "\x1b[36m",
}  # fmt: skip
_PLAIN = "\x1b[0m"


@record
class Signs:
    """What the drawing is made of."""

    rail: str = "│"
    fork: str = "├─"
    last: str = "└─"
    to: str = "→"
    down: str = "↓"
    back: str = "↺"
    end: str = "■"
    fix: str = "·"
    times: str = "×"
    ellipsis: str = "…"


ASCII = Signs("|", "|-", "`-", "->", "(next)", "^", "#", "*", "x", "...")


def to_text(picture: Picture, *, width: int = 80, signs: Signs = Signs(), color: bool = False) -> str:  # noqa: B008 - frozen
    """The drawing, with a line of title above and the notes below."""
    drawing = _Drawing(picture, width, signs)
    rows = [*drawing.head(), *drawing.all()]
    text = "".join(f"{styled(row, color)}\n" for row in rows)
    notes = "".join(f"{line}\n" for note in picture.notes for line in wrap(note, width))
    return f"{text}\n{notes}" if notes else text


def styled(row: Sequence[Piece], color: bool) -> str:
    """The row as it is printed."""
    if not color:
        return "".join(text for _, text in row).rstrip()
    return "".join(f"{_ANSI[style]}{text}{_PLAIN}" if style and text else text for style, text in row)


class _Drawing:
    def __init__(self, picture: Picture, width: int, signs: Signs) -> None:
        self._picture = picture
        self._boxes = picture.by_id
        self._width = width
        self._signs = signs
        self._lines: dict[str, list[Line]] = {}
        for line in picture.lines:
            self._lines.setdefault(line.source, []).append(line)
        self._layout: Layout = layout(picture, PSEUDO)
        self._drawn: set[str] = set()

    def head(self) -> Iterator[list[Piece]]:
        """The title of the picture."""
        own = [box for box in self._boxes.values() if box.id not in PSEUDO and box.kind != "missing"]
        about = f"{self._picture.name}, {self._picture.about}, {len(own)} node{'' if len(own) == 1 else 's'}"
        yield [("name", cut(self._picture.title, self._width, self._signs.ellipsis))]
        yield [("dim", cut(about, self._width, self._signs.ellipsis))]
        yield []

    def all(self) -> Iterator[list[Piece]]:
        """All boxes: from the start, then those that no way leads to."""
        if self._picture.start in self._boxes:
            yield from self._column(self._picture.start, "")
        rest = [name for name in self._boxes if name not in self._drawn and name not in PSEUDO]
        if rest:
            yield []
            yield [("bad", "No way leads to:")]
        for name in rest:
            self._drawn.add(name)
            yield from self._box(name, "", Place(), [])

    def _column(self, first: str, prefix: str, lead: Sequence[Piece] = ()) -> Iterator[list[Piece]]:
        """A box and all that goes on below it at the same indent; `lead` stands on its first line."""
        todo = [first]
        while todo:
            name = todo.pop()
            place = self._layout.places[name]
            if name in self._layout.joined:
                yield [("", prefix.rstrip())]
            self._drawn.add(name)
            yield from self._box(name, prefix, place, lead)
            lead = ()
            todo += [*reversed(place.joins), *([place.onward] if place.onward else [])]

    def _box(self, name: str, prefix: str, place: Place, lead: Sequence[Piece]) -> Iterator[list[Piece]]:
        box, groups = self._boxes[name], grouped(self._lines.get(name, ()))
        # What goes on below comes last, so that the eye goes on too.
        targets = [target for target in groups if target != place.onward]
        below = [place.onward] if place.onward else []
        plain = below and not targets and not self._label(groups[place.onward], box)
        rail = f"{prefix}{self._signs.rail} " if targets or below else f"{prefix}  "
        yield from self._heading(box, prefix, lead, rail)
        if name in self._layout.joined:
            yield self._fit([("", rail), ("dim", f"from {', '.join(self._layout.sources[name])}")])
        yield from self._details(box, rail)
        if plain:
            yield [("", f"{prefix}{self._signs.rail}")]
            return
        ways = [*targets, *below]
        for target in ways:
            last = target == ways[-1]
            if self._picture.counted:  # each way has a number of its own
                for line in groups[target][:-1]:
                    yield from self._way(box, target, [line], f"{prefix}{self._signs.fork} ", "", Place())
                groups[target] = groups[target][-1:]
            start = f"{prefix}{self._signs.last if last else self._signs.fork} "
            inner = f"{prefix}{' ' if last else self._signs.rail}  "
            yield from self._way(box, target, groups[target], start, inner, place)

    def _way(
        self, box: Box, target: str, lines: list[Line], start: str, inner: str, place: Place
    ) -> Iterator[list[Piece]]:  # fmt: skip
        signs, label, times = self._signs, self._label(lines, box), self._times(lines)
        if target in place.nested:
            there = self._boxes[target]
            size = cell_width(target) + cell_width(ending(there) or there.kind) + 5
            yield from self._column(
                target, inner, [*self._lead(start, label, times, size), ("dim", f"{signs.to} ")]
            )
            return
        end = [("dim", signs.down)] if target == place.onward else self._mention(box, target)
        yield self._fit([*self._lead(start, label, times, _width(end)), *end])

    def _lead(self, start: str, label: str, times: str, size: int) -> list[Piece]:
        """What stands before a target of this size, which is to be seen whatever the label."""
        room = max(self._width - cell_width(start) - cell_width(times) - size - 1, SHORTEST)
        said = " ".join(filter(None, (cut(label, room, self._signs.ellipsis), times)))
        return [("", start), ("", f"{said} " if said else "")]

    def _mention(self, box: Box, target: str) -> list[Piece]:
        """A box that is drawn elsewhere."""
        signs, there, order = self._signs, self._boxes[target], self._layout.order
        if target in PSEUDO:
            return [("dim", f"{signs.to} "), *self._ending(there)]
        where = "above" if target in self._drawn else "below"
        back = where == "above" and order.get(target, -1) <= order.get(box.id, -1)
        end = [("", " "), *self._ending(there)] if there.outcome else []
        return [("dim", f"{signs.back if back else signs.to} "), ("", target), ("dim", f" ({where})"), *end]

    def _label(self, lines: list[Line], box: Box) -> str:
        """What leads along some lines to the same box."""
        labels = [way_label(line, box) for line in lines]
        if self._picture.counted or any(labels):
            labels = [label or "then" for label in labels]
        return " | ".join(dict.fromkeys(filter(None, labels)))

    def _times(self, lines: list[Line]) -> str:
        return f"{lines[0].times}{self._signs.times}" if self._picture.counted else ""

    def _heading(self, box: Box, prefix: str, lead: Sequence[Piece], rail: str) -> Iterator[list[Piece]]:
        """Name, kind and text on one line, or the text on the next one where there is no room."""
        first: list[Piece] = [*(lead or [("", prefix)]), ("name", box.id), ("", "  ")]
        missing = box.kind == "missing"
        says = self._ending(box) if box.outcome else [("bad" if missing else "dim", box.kind)]
        text = subject(box)
        room = self._width - _width(first) - _width(says) - 2
        if not text:
            yield self._fit([*first, *says])
        elif room >= min(ROOM, cell_width(text)):
            yield self._fit([*first, *says, ("dim", ": "), ("", text)])
        else:
            yield self._fit([*first, *says])
            yield self._fit([("", rail), ("", text)])

    def _ending(self, box: Box) -> list[Piece]:
        return [("good" if box.outcome in GOOD else "end", f"{self._signs.end} {ending(box)}")]

    def _details(self, box: Box, rail: str) -> Iterator[list[Piece]]:
        """The fixes of a list, and what became of people here."""
        for fix in box.fixes:
            facts = fix_facts(fix, self._picture.counted)
            lead: list[Piece] = [("", f"{rail} "), ("dim", f"{self._signs.fix} "), ("", f"{fix.id}  ")]
            room = self._width - _width(lead) - cell_width(facts) - 2
            if room >= ROOM:
                yield [*lead, ("", f"{cut(fix.text, room, self._signs.ellipsis)}  "), ("dim", facts)]
            else:
                yield self._fit([*lead, ("", fix.text)])
                yield self._fit([("", f"{rail}   "), ("dim", facts)])
        if said := visits(box):
            yield self._fit([("", rail), ("many", said)])

    def _fit(self, row: list[Piece]) -> list[Piece]:
        return fitted(row, self._width, self._signs)


def fitted(row: list[Piece], width: int, signs: Signs) -> list[Piece]:
    """The row, cut where it is wider than the drawing."""
    left = width
    kept: list[Piece] = []
    for style, text in row:
        size = cell_width(text)
        if size > left:
            return [*kept, (style, cut(text, left, signs.ellipsis))] if left > 0 else kept
        kept.append((style, text))
        left -= size
    return kept


def _width(row: Sequence[Piece]) -> int:
    return sum(cell_width(text) for _, text in row)
