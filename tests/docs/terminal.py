"""Runs `$ tshoot …` as a reader would type it, and compares what comes with what a page shows.

In a page, `…` stands for any text on its line, and for any lines where it stands alone. Case numbers, dates, times,
digests and what is left of a walk may differ; a case number that a page shows stands for the real one from there on.
Lines behind `> ` are typed.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pexpect

from tests.docs.fences import ROOT

CASE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b")
_ALIKE = re.compile(
    rf"{CASE.pattern}|\b[0-9a-f]{{64}}\b|\d{{4}}-\d\d-\d\d \d\d:\d\d|\b\d\d:\d\d\b|…"
    r"|(?<=^Step )\d+, (?:about \d+ left|nearly done)\.$"
)
_PROMPT = "> "
_SECONDS = 60


@dataclass
class Terminal:
    """One reader at work in one folder."""

    folder: Path
    state: Path
    cases: dict[str, str] = field(default_factory=dict)
    """Case numbers of the page to real ones."""
    code: int = 0

    def run(self, text: str) -> None:
        """Runs all commands of a block and compares their output."""
        for command, shown in commands(text):
            typed = [line[len(_PROMPT) :] for line in shown if line.startswith(_PROMPT)]
            self._compare(command, shown, self._output(self._real(command), [self._real(line) for line in typed]))

    def _real(self, text: str) -> str:
        return CASE.sub(lambda found: self.cases.get(found[0], found[0]), text)

    def _output(self, command: str, typed: list[str]) -> str:
        if command == "echo $?":
            return f"{self.code}\n"
        words = shlex.split(command)
        if words[0] == "cp":
            shutil.copy(self.folder / words[1], self.folder / words[2])
            return ""
        assert words[0] == "tshoot", f"only tshoot and cp are run, not {words[0]}"
        given = None
        if "<" in words:
            given = (self.folder / words.pop()).read_text(encoding="utf-8")
            words.remove("<")
        argv = [sys.executable, "-m", "tshoot", *words[1:]]
        if typed and "--json" not in words:
            return self._interactive(argv, typed)
        given = given if given is not None else "".join(f"{line}\n" for line in typed)
        done = subprocess.run(
            argv, input=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=self._environment(),
            cwd=self.folder, encoding="utf-8", timeout=_SECONDS, check=False,
        )  # fmt: skip
        self.code = done.returncode
        return done.stdout

    def _interactive(self, argv: list[str], typed: list[str]) -> str:
        child: pexpect.spawn[str] = pexpect.spawn(
            argv[0], argv[1:], env=self._environment(), cwd=str(self.folder), encoding="utf-8",
            dimensions=(100, 80), timeout=_SECONDS,
        )  # fmt: skip
        said = ""
        try:
            for line in typed:
                child.expect_exact(f"\n{_PROMPT}")
                said += f"{child.before}\n{_PROMPT}"
                child.sendline(line)
            child.expect(pexpect.EOF)
            said += child.before or ""
        finally:
            child.close()
        self.code = child.exitstatus or 0
        return said.replace("\r", "")

    def _environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "SYSTEMROOT") if name in os.environ}
        return kept | {
            "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "TSHOOT_STATE": str(self.state), "TERM": "dumb",
            "TZ": "UTC",
        }  # fmt: skip

    def _compare(self, command: str, shown: list[str], output: str) -> None:
        if command.split("<")[0].rstrip().endswith("--json") and any(line.startswith(_PROMPT) for line in shown):
            shown = [line for line in shown if not line.startswith(_PROMPT)]
        numbers: list[str] = []
        found = re.fullmatch(_pattern(shown, numbers), _tidy(output))
        assert found, f"$ {command}\n--- the page shows:\n{_joined(shown)}--- what came:\n{output}"
        self.cases |= dict(zip(numbers, found.groups(), strict=True))


def commands(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each command of a block with the lines under it."""
    command, shown = "", list[str]()
    for line in text.rstrip("\n").split("\n"):
        if line.startswith("$ "):
            if command:
                yield command, shown
            command, shown = line[2:], []
        else:
            assert command, f"a block of the kind console begins with '$ ', not with {line!r}"
            shown.append(line)
    yield command, shown


def _joined(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _tidy(text: str) -> str:
    return _joined([line.rstrip() for line in text.strip("\n").split("\n")]) if text.strip() else ""


def _pattern(shown: list[str], numbers: list[str]) -> str:
    lines = _tidy(_joined(shown)).split("\n")[:-1]
    return "".join("(?:.*\n)*?" if line == "…" else f"{_line(line, numbers)}\n" for line in lines)


def _line(line: str, numbers: list[str]) -> str:
    """The pattern of one line; case numbers become groups, the same number the same group."""
    parts, place = list[str](), 0
    for found in _ALIKE.finditer(line):
        parts += [re.escape(line[place : found.start()]), _alike(found[0], numbers)]
        place = found.end()
    return "".join([*parts, re.escape(line[place:])])


def _alike(text: str, numbers: list[str]) -> str:
    if CASE.fullmatch(text):
        if text in numbers:
            return rf"\{numbers.index(text) + 1}"
        numbers.append(text)
        return f"({CASE.pattern})"
    return ".*?" if text == "…" or text.endswith((" left.", " done.")) else re.sub("[0-9a-f]", "[0-9a-f]", text)
