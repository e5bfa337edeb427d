"""Libraries of trees made for measuring: many trees of thirty nodes, and one long chain."""

from __future__ import annotations

import random
from pathlib import Path

NODES = 30
CHAIN = 1000
"""Nodes of the chain; its end leads to its start."""
FIRST = "tree-0001"
LONG = "chain"

VOCABULARY = (
    "account adapter alarm app archive badge battery bluetooth browser cable calendar camera card charger chat clock "
    "cloud connection contact cursor desk device disk display dock document door drive driver e-mail fan file filter "
    "folder font gateway headset invoice keyboard key label lamp laptop licence link list login mailbox memory menu "
    "microphone modem monitor mouse network notice page password phone photo plug port printer program projector "
    "queue radio report router scanner screen server share socket sound speaker sync tablet team token tray update "
    "user video voice window"
)
WORDS = VOCABULARY.split()
FAILURES = ("does not start", "is gone", "hangs", "shows nothing", "is too slow", "asks again and again")

HEAD = """tree: 1
title: The {thing} {failure} ({number})
summary: From a {thing} that {failure} to one that works.
tier: 1
area: {area}
symptoms:
{symptoms}
nodes:
"""
NODE = """  step-{index}:
    ask: Is the {a} of the {b} connected to the {c} that you use every day?
    why: The {a} is often the cause when the {b} {failure}.
    how: >-
      Look at the back of the {b} and follow the cable until you find the {c}. It is grey on most desks, and sits
      beside the {a}. Give it a moment before you look again.
    options:
      Yes: {{goto: {then}, means: [it is, "as far as I see the {a} is"]}}
      No: {{goto: help, means: [it is not, there is no {c}]}}
      I cannot see it: {then}
"""
TAIL = """  help:
    end: escalate
    to: queue:tier-2
    tell: Somebody looks at your {thing}.
  fixed:
    end: resolved
    tell: Good. Your {thing} works again.
"""


def write_library(folder: Path, size: int) -> Path:
    """A folder of so many trees; the same ones every time."""
    folder.mkdir(parents=True)
    chosen = random.Random(7)
    for number in range(1, size + 1):
        (folder / f"tree-{number:04}.yaml").write_text(_tree(chosen, number), encoding="utf-8")
    return folder


def write_chain(folder: Path, nodes: int = CHAIN) -> Path:
    """A folder with one tree: a ring of questions, to answer for as long as one likes."""
    folder.mkdir(parents=True)
    parts = ["tree: 1\ntitle: A long conversation\nsymptoms: [a long conversation]\nnodes:\n"]
    for index in range(nodes):
        then = f"step-{(index + 1) % nodes}"
        parts.append(
            f"  step-{index}: {{ask: Is lamp {index} on?, options: {{Yes: {then}, No: {then}, Stop: end}}}}\n"
        )
    parts.append("  end: {end: resolved, tell: Good.}\n")
    (folder / f"{LONG}.yaml").write_text("".join(parts), encoding="utf-8")
    return folder


def _tree(chosen: random.Random, number: int) -> str:
    thing, failure = chosen.choice(WORDS), chosen.choice(FAILURES)
    symptoms = "\n".join(f"  - my {thing} {failure} since the {chosen.choice(WORDS)} changed" for _ in range(5))
    area = chosen.choice(("network", "account", "workstation", "platform"))
    parts = [HEAD.format(thing=thing, failure=failure, number=number, area=area, symptoms=symptoms)]
    for index in range(NODES - 2):
        a, b, c = chosen.sample(WORDS, 3)
        then = f"step-{index + 1}" if index < NODES - 3 else "fixed"
        parts.append(NODE.format(index=index, a=a, b=b, c=c, failure=failure, then=then))
    return "".join([*parts, TAIL.format(thing=thing)])
