"""How the ways and boxes of a picture are called, in every drawing."""

from __future__ import annotations

from tshoot.authoring.picture import LEFT, Box, FixLine, Line, Picture
from tshoot.engine.ways import FIXED, NONE
from tshoot.render.wrap import wrap

BOX, LABEL, MOST_ROWS = 34, 26, 4
"""Cells of a row in a drawn box and at a drawn line, and rows of its text."""

QUEUE = "queue:"

OUTCOMES = {
    "resolved": "resolved",
    "workaround": "workaround",
    "escalate": "escalated",
    "replace": "to be replaced",
    "request": "requested",
    "unsupported": "not supported",
    "cancelled": "cancelled",
    "handed off": "handed off",
}
"""Kinds of ends as a reader says them."""

GOOD = frozenset({"resolved", "workaround"})
PSEUDO = frozenset({FIXED, LEFT})
"""Boxes that no author wrote."""


def way_label(line: Line, source: Box) -> str:
    """What leads along a line; empty where nothing needs to be said."""
    match line.kind:
        case "option":
            label = f"asked: {line.label}" if line.asked else line.label
        case "result":
            label = line.label
        case "returned":
            label = f"returns {line.label}"
        case "arm":
            return f"if {line.when}"
        case "passed":
            return f"skipped unless {line.when}"
        case "fixed":
            label = "one helped" if source.kind == "try" else "fixed"
        case "fix":
            return f"steps of {line.label}"
        case "else" if line.key == NONE:
            return "no option fits"
        case "else":
            label = {"do": "not fixed", "try": "none helped", "branch": "else"}.get(source.kind, "anything else")
        case "between":
            return line.label
        case _:
            return ""
    return f"{label} [if {line.when}]" if line.when else label


def ending(box: Box) -> str:
    """How it ends here, and who goes on; empty where it does not end."""
    if not box.outcome:
        return ""
    outcome = OUTCOMES.get(box.outcome, box.outcome)
    return f"{outcome} to {destination(box.to)}" if box.to else outcome


def destination(to: str) -> str:
    """A tree, or a queue, by its name."""
    return f"the queue {to.removeprefix(QUEUE)}" if to.startswith(QUEUE) else to


def subject(box: Box) -> str:
    """What a box says beside its name and kind, without how it ends."""
    match box.kind:
        case "call":
            return f"the tree {box.to}"
        case "missing":
            return "is not in this library" if box.group else "is not in this tree"
        case "try":
            return f"{len(box.fixes)} fix{'' if len(box.fixes) == 1 else 'es'}"
    return box.text


def fix_facts(fix: FixLine, counted: bool) -> str:
    """Cost, chance and condition of a fix, and what came of it."""
    said = [f"{fix.cost:g} min", f"{fix.chance * 100:g} %"]
    if counted:
        said.append(f"helped {fix.helped} of {fix.tried}" if fix.tried else "not tried yet")
    said += [f"if {fix.when}"] if fix.when else []
    return ", ".join(said)


def visits(box: Box) -> str:
    """What became of people here; empty where nothing needs to be said."""
    said = [f"{box.stopped} stopped here"] if box.stopped else []
    said += [f"{box.person} asked for a person"] if box.person else []
    said += [f"{box.unsure} did not know"] if box.unsure else []
    return ", ".join(said)


def box_rows(box: Box, counted: bool) -> list[str]:
    """What stands in a drawn box: its name and kind, a few short rows of text, and its counts."""
    head = box.id if box.id not in PSEUDO else ""
    if box.kind == "queue":
        return [box.text]
    if box.kind != "tree":
        head = f"{head} · {ending(box) or box.kind}".removeprefix(" · ")
    text = wrap(subject(box), BOX)
    rows = [head, *(text if len(text) <= MOST_ROWS else [*text[: MOST_ROWS - 1], f"{text[MOST_ROWS - 1]} …"])]
    for fix in box.fixes:
        rows += wrap(f"{fix.id} ({fix_facts(fix, counted)})", BOX, first="– ")
    return [row for row in (*rows, *wrap(visits(box), BOX)) if row]


def line_rows(line: Line, source: Box, counted: bool) -> list[str]:
    """What stands at a drawn line."""
    label = way_label(line, source)
    if counted:
        label = f"{label} ({line.times})" if label else f"({line.times})"
    return wrap(label, LABEL) if label else []


def boxes_by_group(picture: Picture) -> list[tuple[str, list[Box]]]:
    """The boxes of each group, in the order in which these come."""
    found: dict[str, list[Box]] = {}
    for box in picture.boxes:
        found.setdefault(box.group, []).append(box)
    return list(found.items())
