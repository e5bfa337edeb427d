"""All texts of a tree on one page."""

from __future__ import annotations

from tests.support import tree as tree_of
from tshoot.render.snapshot import to_markdown

TREE = """
summary: From dark to bright.
symptoms: [the lamp is dark]
escalate: {reason: "It stays dark", first: Look}
facts:
  lamp: {label: Lamp, prompt: Which lamp?, values: [Desk, Floor], type: choice}
  pin: {secret: true, prompt: Your pin?}
faq:
  - {q: What is a lamp?, also: [lamp?], a: {Windows: Ask Clippy., else: It shines.}}
nodes:
  look:
    check: wifi
    on: {off: lit}
    ask: Is the {lamp} on?
    why: To see.
    options: {Yes: lit, No: {label: "No, dark", goto: bulb}}
  bulb: {do: {Windows: Turn it., else: Shake it.}, say: Please turn it., agent: Mind the heat., fixed: end, else: many}
  many: {ask: Which?, many: true, none: Neither, options: [A, B], then: pin}
  pin: {input: {fact: pin}, then: wait}
  wait: {wait: 2 minutes, tell: It cools., then: fixes}
  fixes:
    try: [{id: swap, do: Swap it., how: Unscrew it.}]
    fixed: end
    else: hand
  end: {end: resolved, tell: "Bright `now`"}
  lit: {end: unsupported}
  hand: {handoff: workshop, reason: "Dark <script>", first: Measure}
"""


def rows() -> list[str]:
    return to_markdown(tree_of(TREE)).splitlines()


def test_every_text_is_there() -> None:
    found = {row.strip() for row in rows() if row.startswith("    ")}
    assert {
        "From dark to bright.", "the lamp is dark", "It stays dark", "Look", "Which lamp?", "Desk", "Floor",
        "Your pin?", "What is a lamp?", "lamp?", "Ask Clippy.", "It shines.",
        "Is the {lamp} on?", "To see.", "1. Yes", "2. No, dark", "Turn it.", "Shake it.", "Please turn it.",
        "Mind the heat.", "3. Neither", "It cools.", "Swap it.", "Unscrew it.", "Bright `now`", "unsupported",
        "Dark <script>", "Measure", "Did that fix it?",
    } <= found  # fmt: skip


def test_variants_and_faces_are_named() -> None:
    page = rows()
    assert page[page.index("Instruction (Windows):") + 2] == "    Turn it."
    assert page[page.index("Instruction (all others):") + 2] == "    Shake it."
    assert page[page.index("An agent says:") + 2] == "    Please turn it."
    assert "### `pin`: text, secret" in page


def test_hostile_text_stands_in_code() -> None:
    source = 'title: "# x"\nnodes: {a: {end: resolved, tell: "```\\n# Head\\n<b>![x](http://y)"}}'
    page = to_markdown(tree_of("tree: 1\n" + source)).splitlines()
    assert [row for row in page if "Head" in row or "<b>" in row] == ["    # Head", "    <b>![x](http://y)"]
    assert "    # x" in page
