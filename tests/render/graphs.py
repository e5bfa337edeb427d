"""Pictures for tests of their drawings."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.engine.wild import source
from tshoot.authoring.parse import parse_tree
from tshoot.authoring.picture import Box, Line, Picture, picture_of

LAMP = """\
tree: 1
title: Desk lamp stays dark
nodes:
  plug:
    ask: Is the plug in the socket?
    options: {Yes: bulb, No: push}
  push: {do: Push the plug in., fixed: solved, else: bulb}
  bulb:
    ask: Does the bulb look broken?
    options: {Yes: spare, No: other, I cannot see it: other}
  spare:
    ask: Is there a spare bulb?
    options: {Yes: swap, No: order}
  swap: {do: Screw the new bulb in., fixed: solved, else: fixes}
  order: {end: request, to: "queue:supplies", tell: A new bulb is on its way.}
  other: {do: Try the lamp in another socket., fixed: socket, else: fixes}
  socket: {end: workaround, tell: The socket is dead. Use the other one for now.}
  fixes:
    try:
      - {id: cable, do: Bend the cable gently near the lamp., cost: 1, chance: 0.2, then: pause}
      - {id: switch, do: Press the switch twice., cost: 1, chance: 0.1, when: known(os)}
    fixed: solved
    else: hand
  pause: {wait: 10 seconds, then: return}
  hand: {handoff: "queue:workshop", reason: Nothing helped.}
  solved: {end: resolved, tell: There is light.}
"""

HOSTILE = (
    '"] --> <script>alert(1)</script> #quot; `x` %%{init}%% \\N \\" ; | end {a} subgraph & &amp; click n0 漢字'
)


def lamp() -> Picture:
    """The picture of a tree of twelve nodes."""
    return picture(LAMP)


def picture(text: str) -> Picture:
    """The picture of a tree, as far as it goes."""
    parsed = parse_tree(text, "lamp.yaml")
    assert parsed.tree
    return picture_of(parsed.tree)


def counted() -> Picture:
    """The same with counts."""
    drawn = lamp()
    lines = tuple(replace(line, times=index) for index, line in enumerate(drawn.lines))
    boxes = tuple(replace(box, stopped=2, person=1, unsure=3) if box.id == "bulb" else box for box in drawn.boxes)
    return replace(drawn, lines=lines, boxes=boxes, counted=True, notes=("Counted over 9 cases.",))


def wild(seed: int) -> Picture:
    """A picture of a small wild tree."""
    return picture(source(Random(seed)))


def hostile() -> Picture:
    """A picture whose every text wants to be something else."""
    boxes = (
        Box(id="end", kind="ask", text=HOSTILE), Box(id="subgraph", kind="do", text=HOSTILE, group=HOSTILE),
        Box(id="style", kind="end", outcome="escalate", to=f"queue:{HOSTILE}"),
    )  # fmt: skip
    lines = (
        Line(source="end", target="subgraph", kind="option", label=HOSTILE, when=HOSTILE),
        Line(source="subgraph", target="style", kind="passed", when=HOSTILE),
    )
    return Picture(title=HOSTILE, name="h", start="end", boxes=boxes, lines=lines, notes=(HOSTILE,))
