"""The nodes and tests that new trees begin with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, get_args

from tshoot.model.checks import CHECK_RESULTS
from tshoot.model.record import record

Shape = Literal["checklist", "yes-no", "check"]
SHAPES: tuple[Shape, ...] = get_args(Shape)
SHAPE_TEXTS: Mapping[Shape, str] = {
    "checklist": "a list of steps, one after the other",
    "yes-no": "a question with Yes and No, each with its own way",
    "check": "a check that tshoot runs itself, and a question in its place",
}

_ENDS = """\
  hand-over:
    end: escalate
    reason: The usual steps did not help.
    first: Ask what has changed since it last worked.
  solved:
    end: resolved
    tell: Good. It works again.
"""

_CHECKLIST = """\
nodes:
  # One instruction in a node. What helps most often, and is done fastest, comes
  # first.
  restart:
    do: Switch it off, wait ten seconds and switch it on again.
    fixed: solved
    else: cables
  cables:
    do: Push every cable firmly into its socket, at both ends.
    fixed: solved
    else: hand-over
"""

_YES_NO = """\
nodes:
  # Ask what can be seen or heard. `means` holds other ways in which people
  # answer.
  light:
    ask: Is there a light on the device?
    options:
      Yes: restart
      No: {goto: plug-in, means: [all dark, it is dead]}
  plug-in:
    do: Plug the device in and switch it on.
    fixed: solved
    else: hand-over
  restart:
    do: Switch the device off, wait ten seconds and switch it on again.
    fixed: solved
    else: hand-over
"""

_CHECK = """\
nodes:
  # The check runs with the person's consent. Where it cannot run, the question
  # is asked in its place.
  look:
    check: {check}
    why: What I see for myself, I need not ask you.
    on:
      {result}: restart
    else: repair
    ask: Does everything else on this computer work as usual?
    options:
      Yes: restart
      No: repair
  repair:
    do: Restart the computer and wait until you have signed in again.
    fixed: solved
    else: hand-over
  restart:
    do: Close the program and open it again.
    fixed: solved
    else: hand-over
"""

_Walk = tuple[str, str, tuple[str, ...], str]
"""Name, what the check finds, steps and end of a test."""

_CHECKLIST_WALKS: tuple[_Walk, ...] = (
    ("the first step helps", "", ("restart: it works now",), "resolved"),
    ("the second step helps", "", ("restart: no", "cables: that did it"), "resolved"),
    ("nothing helps", "", ("restart: no", "cables: still the same"), "escalate"),
)
_YES_NO_WALKS: tuple[_Walk, ...] = (
    ("the plug was out", "", ("light: all dark", "plug-in: it works now"), "resolved"),
    ("dark in spite of the plug", "", ("light: no", "plug-in: no"), "escalate"),
    ("a restart helps", "", ("light: yes", "restart: yes"), "resolved"),
    ("a restart does not help", "", ("light: yes", "restart: still the same"), "escalate"),
)
_CHECK_WALKS: tuple[_Walk, ...] = (
    ("the check finds nothing", "{check}: {result}", ("restart: it works now",), "resolved"),
    ("the check finds something", "{check}: {other}", ("repair: it works now",), "resolved"),
    ("asked in place of the check", "", ("look: yes", "restart: still the same"), "escalate"),
    ("something else is wrong, too", "", ("look: no", "repair: no"), "escalate"),
)

_BEGUN: Mapping[Shape, tuple[str, tuple[_Walk, ...]]] = {
    "checklist": (_CHECKLIST, _CHECKLIST_WALKS),
    "yes-no": (_YES_NO, _YES_NO_WALKS),
    "check": (_CHECK, _CHECK_WALKS),
}


@record
class Parts:
    """The nodes of a new tree, and its tests, as lines of YAML."""

    nodes: str
    tests: str


def parts(shape: Shape, check: str) -> Parts:
    """What a new tree of a shape begins with."""
    nodes, walks = _BEGUN[shape]
    results = CHECK_RESULTS[check]

    def filled(text: str) -> str:
        return text.replace("{check}", check).replace("{result}", results[0]).replace("{other}", results[-1])

    return Parts(filled(nodes) + _ENDS, "tests:\n" + "".join(_walk(walk, filled) for walk in walks))


def _walk(test: _Walk, filled: Callable[[str], str]) -> str:
    name, checks, steps, end = test
    found = f"    checks: {{{filled(checks)}}}\n" if checks else ""
    walk = "".join(f"      - {step}\n" for step in steps)
    return f"  - name: {name}\n{found}    walk:\n{walk}    end: {end}\n"
