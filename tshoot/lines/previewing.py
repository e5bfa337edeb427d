"""The live walk of an author line by line: what is wrong with the file, then the walk, which follows every save."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from tshoot.authoring.source import read_bytes
from tshoot.conversation.conversation import Conversation
from tshoot.conversation.preview_walk import PreviewWalk
from tshoot.conversation.previewing import Followed, Preview
from tshoot.conversation.turn import Turn
from tshoot.engine.decisions import Decision
from tshoot.engine.markup import escape
from tshoot.engine.state import Prompt
from tshoot.engine.texts import show
from tshoot.language.clean import clean
from tshoot.lines.listening import Listener, listener
from tshoot.lines.outcome import UNRESOLVED
from tshoot.lines.plain import PlainFace
from tshoot.lines.speech import help_lines
from tshoot.lines.stopping import stoppable
from tshoot.lines.streams import forget_output
from tshoot.model.diagnostic import Diagnostic
from tshoot.render.diagnostics import to_text

COMMANDS = {
    "outline": "the nodes of the tree",
    "jump NODE": "walk to a node",
    "fact NAME = VALUE": "set a fact",
    "decisions": "which condition decided",
    "switch": "walk as an agent, or as a user again",
    "test": "the walk so far as a test",
    "problems": "what is wrong with the file",
}


def run_plain_preview(preview: Preview) -> int:
    """The preview on standard input and output; 0, or 1 where the file cannot be walked."""
    ears = listener(None)
    try:
        with stoppable():
            return PreviewFace(preview, ears, sys.stdout).walk()
    except BrokenPipeError:  # nobody hears the rest
        forget_output()
        return UNRESOLVED


class PreviewFace(PlainFace):
    """The line mode, with the commands of an author."""

    def __init__(self, preview: Preview, ears: Listener, output: TextIO) -> None:
        super().__init__(preview.workplace, ears, output)
        self._preview = preview

    def walk(self) -> int:
        """From what is wrong with the file to the end of the input."""
        self._say_problems()
        if self._preview.waiting:
            self._speaker.say("This file cannot be walked yet. Mend it, then run this again.")
            return UNRESOLVED
        self._speaker.say("Type **/help** for the commands of a preview. Nothing here becomes a case.")
        self._begin()
        while self._preview.walk.prompt is not None:
            self._say_new(self._preview.walk)
            if not self._step(self._preview.walk):
                return 0
        self._say_new(self._preview.walk)
        self._say_closing(self._preview.walk)
        return 0

    def _begin(self) -> None:
        """Another walk: it is heard from its beginning."""
        self._heard = 0
        self._introduce(self._preview.walk, False)

    def _say_problems(self) -> None:
        found = self._preview.findings()
        self._speaker.line(to_text(found, self._sources(found)) or "Nothing to say about this file.")

    def _sources(self, found: Sequence[Diagnostic]) -> dict[str, str]:
        """The texts of the files that the findings are about: the tree, its tests, its translations."""
        source = self._preview.look.parsed
        texts = {source.path: source.text}
        for path in {one.path for one in found} - {source.path}:
            with suppress(OSError):
                texts[path] = read_bytes(Path(path)).decode("utf-8", "replace").removeprefix("\ufeff")
        return texts

    # Following the file

    def _takes(self, conversation: Conversation, line: str) -> bool:
        """A save first: an answer to a question that has changed since is not taken."""
        asked = self._preview.walk.prompt
        if (followed := self._preview.follow()) and self._say_followed(followed, asked):
            return True
        words = clean(line, limit=4000)
        if words.startswith("/"):
            name, _, rest = words[1:].partition(" ")
            return self._command(name.casefold(), rest.strip())
        return self._simulated(words)

    def _say_followed(self, followed: Followed, asked: Prompt | None) -> bool:
        """Say what came of a save; whether the question is another one now."""
        self._speaker.say(followed.text, blank=True)
        if followed.broken:
            errors = [one for one in self._preview.findings() if one.severity == "error"]
            self._speaker.line(to_text(errors[:3], self._sources(errors)))
        if not followed.moved or self._preview.walk.prompt == asked:
            return False
        self._heard = min(self._heard, len(self._preview.walk.entries))
        self._speaker.say("The question has changed, so I ask again.")
        return True

    # Checks

    def _ask(self, conversation: Conversation, prompt: Prompt) -> None:
        if prompt.kind != "check" or not isinstance(conversation, PreviewWalk):
            super()._ask(conversation, prompt)
            return
        self._speaker.say(f"The check **{escape(prompt.check)}** runs here. What does it find?", blank=True)
        self._speaker.options(conversation.results())
        values = conversation.values()
        if values:
            self._speaker.say(f"You can add values, such as: {conversation.results()[0].label} {values[-1]}=30")
        self._speaker.say("Type **/run** to really run it on this computer.")

    def _simulated(self, words: str) -> bool:
        walk = self._preview.walk
        if walk.prompt is None or walk.prompt.kind != "check" or not words:
            return False
        results = walk.results()
        first, _, rest = words.partition(" ")
        if first.isdecimal() and 0 < int(first) <= len(results):
            words = f"{results[int(first) - 1].key} {rest}"
        self._told(walk.simulate(words))
        return True

    # Commands

    def _command(self, name: str, rest: str) -> bool:
        """Carry a command of the preview out; false where it is one of every conversation."""
        match name:
            case "help":
                for line in help_lines(COMMANDS.items()):
                    self._speaker.line(line)
                return False
            case "outline":
                self._say_outline()
            case "problems":
                self._say_problems()
            case "decisions":
                self._say_decisions()
            case "jump":
                self._steered(self._preview.jump(rest))
            case "switch":
                self._steered(self._preview.switch())
            case "fact":
                self._told(self._preview.walk.set_fact(rest))
            case "test":
                self._say_test()
            case "run" if self._preview.walk.prompt and self._preview.walk.prompt.kind == "check":
                self._told(self._really_run())
            case _:
                return False
        return True

    def _really_run(self) -> Turn:
        return self._preview.walk.report(self._preview.walk.perform_check())

    def _steered(self, text: str) -> None:
        self._speaker.say(text, blank=True)
        self._begin()

    def _say_outline(self) -> None:
        here = self._preview.here()
        passed = {node for tree, node in self._preview.trace().path if tree == self._preview.tree_id}
        for node in self._preview.outline():
            stands = "here, " if node.id == here else "passed, " if node.id in passed else ""
            rest = "" if node.reachable else ", not reachable"
            wrong = f", findings: {len(node.findings)}" if node.findings else ""
            self._speaker.line(f"  {clean(node.id)}: {stands}{node.kind}, line {node.line}{rest}{wrong}")

    def _say_decisions(self) -> None:
        decisions = self._preview.trace().decisions
        for one in decisions:
            self._speaker.line(f"  {clean(_decided(one), limit=2000)}")
        if not decisions:
            self._speaker.line("No condition has decided yet.")

    def _say_test(self) -> None:
        text, failures = self._preview.as_test()
        self._speaker.line(clean(text, limit=100_000, lines=True))
        said = f"It does not pass as it stands: {escape(failures[0])}" if failures else "Tried: it passes."
        self._speaker.say(said)


def _decided(one: Decision) -> str:
    facts = ", ".join(f"{name} is {'not known' if value is None else show(value)}" for name, value in one.facts)
    whose = "" if one.where == "node" else f", {one.where} {one.name}"
    return f"{one.node}{whose}: {one.condition or 'else'}: {one.verdict}{f' ({facts})' if facts else ''}"
