"""Where each box of a picture stands in an outline.

A box is drawn under the box that every way to it comes through (its immediate dominator): ways that come together are
drawn once, behind all that leads to them. Of the boxes under another one, the largest goes on at the same indent, so
that the indent grows with the logarithm of the number of boxes, and not with the length of the way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tshoot.authoring.picture import Line, Picture
from tshoot.model.record import record

SHORT = 3
"""So many boxes in a row are drawn beside their way, also where they are the largest."""


@record
class Place:
    """What stands under one box."""

    nested: tuple[str, ...] = ()
    """Boxes that are drawn beside the way that leads to them."""
    onward: str = ""
    """The box that goes on right below."""
    joins: tuple[str, ...] = ()
    """Boxes where several ways come together, below all that leads to them."""


@record
class Layout:
    """An outline."""

    places: Mapping[str, Place]
    order: Mapping[str, int]
    """Place of each box that is reached, such that only a way back leads to a lower one."""
    sources: Mapping[str, tuple[str, ...]]
    """Box to the boxes that lead to it."""
    joined: frozenset[str]
    """The boxes where several ways come together."""


def layout(picture: Picture, inline: frozenset[str]) -> Layout:
    """The outline of a picture; the `inline` boxes are drawn wherever they are named."""
    lines = [line for line in picture.lines if line.target not in inline]
    following: dict[str, list[str]] = {box.id: [] for box in picture.boxes}
    for line in lines:
        if line.target not in following[line.source]:
            following[line.source].append(line.target)
    ordered = _ordered(picture.start, following)
    order = {name: index for index, name in enumerate(ordered)}
    sources: dict[str, list[str]] = {name: [] for name in ordered}
    for name in ordered:
        for target in following[name]:
            sources[target].append(name)
    above = _dominators(ordered, order, sources)
    below: dict[str, list[str]] = {}
    for name in ordered[1:]:
        below.setdefault(above[name], []).append(name)
    sizes = dict.fromkeys(ordered, 1)
    for name in reversed(ordered[1:]):
        sizes[above[name]] += sizes[name]
    places = {name: _place(name, below.get(name, ()), order, sources, sizes) for name in ordered}
    joined = frozenset(join for place in places.values() for join in place.joins)
    return Layout(places, order, {name: tuple(found) for name, found in sources.items()}, joined)


def _place(
    name: str, below: Iterable[str], order: Mapping[str, int], sources: Mapping[str, list[str]],
    sizes: Mapping[str, int],
) -> Place:  # fmt: skip
    below = list(below)
    # Ways back do not make a join: they come from what is drawn below the box itself.
    alone = [one for one in below if all(source == name or order[source] >= order[one] for source in sources[one])]
    onward = max(alone, key=lambda one: sizes[one], default="")
    joins = tuple(one for one in below if one not in alone)
    if onward and len(alone) > 1 and sizes[onward] <= SHORT and joins:
        onward = ""
    return Place(tuple(one for one in alone if one != onward), onward, joins)


def _ordered(start: str, following: Mapping[str, list[str]]) -> list[str]:
    """The boxes that are reached, in reverse postorder, without recursion."""
    if start not in following:
        return []
    done: list[str] = []
    seen = {start}
    # Backwards, so that what the author wrote first comes first.
    stack = [(start, iter(following[start][::-1]))]
    while stack:
        name, rest = stack[-1]
        target = next((one for one in rest if one not in seen), None)
        if target is None:
            stack.pop()
            done.append(name)
        else:
            seen.add(target)
            stack.append((target, iter(following[target][::-1])))
    return done[::-1]


def _dominators(
    ordered: list[str], order: Mapping[str, int], sources: Mapping[str, list[str]]
) -> dict[str, str]:  # fmt: skip
    """The immediate dominator of each box: the nearest one that every way to it comes through."""
    above = {name: name for name in ordered[:1]}
    changed = True
    while changed:
        changed = False
        for name in ordered[1:]:
            known = [source for source in sources[name] if source in above]
            found = known[0]
            for source in known[1:]:
                found = _common(found, source, above, order)
            if above.get(name) != found:
                above[name] = found
                changed = True
    return above


def _common(one: str, other: str, above: Mapping[str, str], order: Mapping[str, int]) -> str:
    while one != other:
        while order[one] > order[other]:
            one = above[one]
        while order[other] > order[one]:
            other = above[other]
    return one


def grouped(lines: Iterable[Line]) -> dict[str, list[Line]]:
    """The lines of one box by where they lead."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.target, []).append(line)
    return found
