"""The rows of the welcome: common problems, suggestions while typing, areas to browse. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from textual.content import Content

from tshoot.conversation import opening_texts as said
from tshoot.conversation.guessing import Found, Hit
from tshoot.model.case import CaseHeader
from tshoot.store.compiled import TreeEntry
from tshoot.tui.content import marked, plain
from tshoot.tui.rows import Row

TREE, CASE, AREA = "tree:", "case:", "area:"
SHOWN = 3
"""Suggestions: the best guess and the next two."""

MATCHED = "bold $primary"

BROWSE, PERSON, NONE, TOP = "browse", "person", "none", "top"


def start_rows(common: Sequence[TreeEntry], unfinished: CaseHeader | None) -> tuple[Row, ...]:
    """Before anything is typed."""
    rows = [
        Row(TREE + entry.id, plain(entry.title), plain(entry.summary, "$muted"), group="Often asked")
        for entry in common
    ]
    if unfinished:
        title = unfinished.title or unfinished.problem or "your last case"
        detail = plain(unfinished.case, "$muted")
        rows.append(Row(CASE + unfinished.case, plain(f"Go on with: {title}"), detail, group=" "))
    rows.append(Row(BROWSE, Content("Browse by area"), group=" "))
    rows.append(Row(PERSON, Content("Talk to a person"), group=" "))
    return _numbered(rows)


def place_of(way: str, rows: Sequence[Row]) -> int | None:
    """Where the row stands that goes a way that was said in words: to a person, to the areas, to the last case."""
    begins = {"person": PERSON, "browse": BROWSE, "resume": CASE}.get(way)
    return next((place for place, row in enumerate(rows) if begins and row.key.startswith(begins)), None)


def found_rows(found: Found) -> tuple[Row, ...]:
    """Suggestions; the last row is always "none of these"."""
    if found.problems:
        group = f"{said.counted(len(found.problems))}. {said.FIRST}"
        rows = [
            Row(TREE + one.hit.tree, plain(one.hit.title), plain(said.quote(one.text), "$muted"), group=group)
            for one in found.problems
        ]
        return (*rows, _none(said.SOMETHING_ELSE))
    if found.close:
        rows = [
            Row(TREE + one.hit.tree, marked(said.capitalised(one.words), one.hit.words, MATCHED),
                plain(_other(one.hit.title, one.words), "$muted"), group=said.NEARER)
            for one in found.close
        ]  # fmt: skip
        return (*rows, _none(said.NEITHER))
    group = "Do you mean" if found.fits else "The nearest that I know"
    return (*_suggested(found.hits[:SHOWN], group), _none(said.NONE))


def _other(title: str, words: str) -> str:
    """The title, unless the words say the same."""
    return "" if title.casefold() == words.casefold() else title


def _suggested(hits: Iterable[Hit], group: str) -> Iterable[Row]:
    for hit in hits:
        summary = marked(hit.summary, hit.words, "bold").stylize_before("$muted")
        yield Row(TREE + hit.tree, marked(hit.title, hit.words, MATCHED), summary, group=group)


def _none(label: str) -> Row:
    return Row(NONE, Content(label), group=" ")


def nearest_rows(found: Found) -> tuple[Row, ...]:
    """When nothing fits: what is near, and the ways that are left."""
    return (*_suggested(found.nearest, "The nearest that I know"), *nothing_rows())


def left_rows(left: Sequence[Hit]) -> tuple[Row, ...]:
    """When nothing that was asked about is meant: the next guesses, and the ways that are left."""
    return (*_suggested(left, "Or one of these"), *nothing_rows())


def nothing_rows() -> tuple[Row, ...]:
    """When nothing fits: the ways that are left. Words stand in the input then, so that no digit takes a row."""
    return (
        Row(BROWSE, Content("Browse by area"), group=" "),
        Row(PERSON, Content("Talk to a person, who gets what I typed"), group=" "),
    )


def area_rows(areas: Mapping[str, tuple[TreeEntry, ...]]) -> tuple[Row, ...]:
    """The areas."""
    rows = [
        Row(
            AREA + name,
            plain(name.replace("_", " ").capitalize()),
            plain(_titles(entries), "$muted"),
            group="Areas",
        )
        for name, entries in areas.items()
    ]
    return _numbered([*rows, *_ways_out()])


def tree_rows(area: str, entries: Sequence[TreeEntry]) -> tuple[Row, ...]:
    """The trees of one area."""
    group = plain(area.replace("_", " ").capitalize()).plain
    rows = [
        Row(TREE + entry.id, plain(entry.title), plain(entry.summary, "$muted"), group=group) for entry in entries
    ]
    return _numbered([*rows, *_ways_out()])


def _ways_out() -> Iterable[Row]:
    yield Row(PERSON, Content("Talk to a person"), group=" ")
    yield Row(TOP, Content("Back"), group=" ")


def _titles(entries: Sequence[TreeEntry]) -> str:
    return ", ".join(entry.title for entry in entries)


def unnumbered(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The same rows where a digit takes none."""
    return tuple(replace(row, number="") for row in rows)


def _numbered(rows: Sequence[Row]) -> tuple[Row, ...]:
    return tuple(replace(row, number=str(number) if number < 10 else "") for number, row in enumerate(rows, 1))
