"""A picture of a tree with what real cases made of it."""

from __future__ import annotations

from dataclasses import replace

from tshoot.authoring.findings import quote
from tshoot.authoring.picture import LEFT, Box, Picture
from tshoot.engine.tally import Tally
from tshoot.engine.tracks import Taken
from tshoot.engine.ways import NOWHERE
from tshoot.language.clean import clean

NAMED = 5
"""Ways of other versions that are named."""


def with_counts(picture: Picture, tally: Tally) -> Picture:
    """The picture with all counts that have a place in it; a note says what has none."""
    if not tally.cases:
        notes = ("No case was walked on this tree yet.", *_unread(tally))
        return replace(picture, notes=(*picture.notes, *notes))
    ways = {(source, key, target or LEFT): times for (source, key, target), times in tally.ways.items()}
    lines = tuple(
        replace(line, times=ways.pop((line.source, line.key, line.target), 0)) for line in picture.lines
    )  # fmt: skip
    boxes = tuple(_counted(box, tally) for box in picture.boxes)
    notes = (_summary(tally), *_gone(ways), *_gone_nodes(picture, tally), *_unread(tally))
    return replace(picture, lines=lines, boxes=boxes, notes=(*picture.notes, *notes), counted=True)


def _counted(box: Box, tally: Tally) -> Box:
    fixes = []
    for fix in box.fixes:
        tried, helped = tally.fixes.get(fix.id, (0, 0))
        fixes.append(replace(fix, tried=tried, helped=helped))
    return replace(
        box, fixes=tuple(fixes), stopped=tally.stopped.get(box.id, 0), person=tally.person.get(box.id, 0),
        unsure=tally.unsure.get(box.id, 0),
    )  # fmt: skip


def _summary(tally: Tally) -> str:
    cases = "1 case" if tally.cases == 1 else f"{tally.cases:,} cases"
    versions = "one version" if tally.versions == 1 else f"{tally.versions} versions"
    again = f" It was entered {tally.entered:,} times." if tally.entered != tally.cases else ""
    steps = f"{tally.median_steps:g} answer{'' if tally.median_steps == 1 else 's'}"
    median = f"half of them gave {steps} or fewer"
    return f"Counted over {cases} on {versions} of the tree; {median}.{again}"


def _gone(ways: dict[Taken, int]) -> tuple[str, ...]:
    if not ways:
        return ()
    often = sorted(ways.items(), key=lambda item: (-item[1], item[0]))
    named = [
        f"{quote(key.partition('.')[2] or key)} of {quote(source)} to {quote(target)} ({times})"
        for (source, key, target), times in often
    ]
    more = f", and {len(named) - NAMED} more" if len(named) > NAMED else ""
    return (clean(f"Ways of other versions that are gone: {', '.join(named[:NAMED])}{more}."),)


def _gone_nodes(picture: Picture, tally: Tally) -> tuple[str, ...]:
    here = picture.by_id
    stopped = {name: times for name, times in tally.stopped.items() if name not in here and name != NOWHERE}
    if not stopped:
        return ()
    named = ", ".join(f"{name} ({times})" for name, times in list(stopped.items())[:NAMED])
    return (clean(f"Cases that stand at nodes that are gone: {named}."),)


def _unread(tally: Tally) -> tuple[str, ...]:
    if not tally.unread:
        return ()
    cases = "1 case" if tally.unread == 1 else f"{tally.unread:,} cases"
    return (f"{cases} could not be read, or the version of the tree is gone.",)
