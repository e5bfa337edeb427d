"""A small library in a folder of the test's own, and `tshoot` run in this process."""

from __future__ import annotations

import io
import textwrap
from pathlib import Path

import pytest

from tshoot.__main__ import main

SOURCES = {
    "wifi": """
        tree: 1
        title: Wi-Fi does not connect
        tier: 1
        area: network
        symptoms: [wifi keeps dropping, no wifi, cannot join the wireless network]
        faq:
          - q: Where is the network icon?
            a: Next to the **clock**.
        nodes:
          lamp:
            ask: Is the lamp of the router green?
            why: It shows whether the router works.
            fact: lamp
            options:
              Yes: {goto: ssid, means: [it shines]}
              No: restart
          ssid:
            input: {fact: ssid, label: Network name, prompt: What is the network called?}
            then: changed
          changed:
            ask: What has changed?
            many: true
            none: None of these
            fact: changes
            options: [New password, New router]
            then: restart
          restart:
            do: Restart the router of {ssid}.
            fixed: good
            else: wait
          wait:
            wait: 2 minutes
            then: fixes
          fixes:
            try:
              - {id: toggle, do: Switch Wi-Fi off and on., cost: 1, chance: 0.5}
            fixed: good
            else: on
          on:
            handoff: network
            reason: The fixes failed
          good:
            end: resolved
            tell: Good. You are connected.
            code: wifi.on
        """,
    "network": """
        tree: 1
        title: Network fault
        tier: 2
        area: network
        symptoms: [packet loss on the backbone]
        nodes:
          trace:
            ask: Does the trace end here?
            say: Could you read me the last line?
            agent: The last hop is in the log.
            options: {Yes: done, No: done}
          done: {end: resolved, tell: Done.}
        """,
    "printer": """
        tree: 1
        title: Printer does not print
        tier: 1
        area: workstation
        symptoms: [printer not printing, nothing comes out of the printer, paper jam]
        nodes:
          look:
            check: printer
            on: {ready: done}
            ask: Is there paper in the tray?
            options: {Yes: done, No: done}
          done: {end: resolved, tell: Done.}
        """,
}

BROKEN = """
tree: 1
title: Broken
nodes:
  one:
    ask: Where to?
    options: {Yes: nowhere}
"""


def write_library(folder: Path, **more: str) -> Path:
    """The folder with these trees in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, source in {**SOURCES, **more}.items():
        (folder / f"{name}.yaml").write_text(textwrap.dedent(source).lstrip(), encoding="utf-8")
    return folder


class Given(io.StringIO):
    """Standard input that may be a terminal."""

    terminal = False

    def isatty(self) -> bool:
        return self.terminal


class Tshoot:
    """`tshoot` with words, in this process: exit code, output, and what went to standard error."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        self.out = self.err = ""

    def __call__(self, *words: str, given: str = "", terminal: bool = False) -> int:
        stream = Given(given)
        stream.terminal = terminal
        self._monkeypatch.setattr("sys.stdin", stream)
        try:
            code = main(list(words))
        except SystemExit as exit:
            code = int(exit.code or 0)
        self.out, self.err = self._capsys.readouterr()
        assert "Traceback" not in self.err and "inside tshoot" not in self.err, self.err
        return code


def begin_case(problem: str = "the wifi is gone", answers: str = "no\n") -> str:
    """A case that somebody has begun by JSON lines and left; its number."""
    import json

    from tshoot.conversation.workplace import open_workplace
    from tshoot.lines.jsonl import run_json

    workplace = open_workplace(None, (), "user")
    out = io.StringIO()
    try:
        run_json(workplace, io.StringIO(answers), out, tree="wifi", problem=problem)
    finally:
        workplace.close()
    return str(json.loads(out.getvalue().splitlines()[-1])["case"])
