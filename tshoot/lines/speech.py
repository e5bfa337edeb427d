"""Plain lines, made to be heard: words, no shapes, nothing redrawn, broken at sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from tshoot.engine.markup import to_plain
from tshoot.engine.state import Choice, Entry, Progress, Prompt
from tshoot.language.clean import clean
from tshoot.lines.terminal import columns
from tshoot.render.wrap import wrap

if TYPE_CHECKING:
    from tshoot.model.summary import Summary


LONGEST = 78
"""Columns of a summary's lines, where there is room for more."""


class Speaker:
    """Writes to a person who reads or hears line by line."""

    def __init__(self, output: TextIO, width: int | None = None) -> None:
        self._output = output
        self._width = width or columns()

    def summary(self, summary: Summary) -> None:
        """A whole summary, after an empty line."""
        from tshoot.render.summary import to_text

        self.line("")
        self.line(to_text(summary, min(self._width, LONGEST)))

    def say(self, markdown: str, *, first: str = "", blank: bool = False) -> None:
        """A text of a tree or of tshoot itself."""
        if blank:
            self.line("")
        text = clean(to_plain(markdown), limit=20000, lines=True)
        for line in wrap(text, self._width, first=first):
            self.line(line)

    def line(self, text: str) -> None:
        """One line as it is."""
        self._output.write(text.rstrip() + "\n")

    def ask(self) -> None:
        """The mark after which the person types."""
        self._output.write("> ")
        self.flush()

    def flush(self) -> None:
        """Everything said so far is on the screen."""
        self._output.flush()

    def options(self, choices: Sequence[Choice]) -> None:
        """Options, numbered."""
        for number, choice in enumerate(choices, 1):
            self.say(_unformatted(choice.label), first=f"  {number}. ")

    def entry(self, entry: Entry, persona: str) -> None:
        """One line of the conversation that the person has not heard."""
        if entry.kind == "step" or not entry.text:
            return
        self.say(
            entry.text if entry.kind != "note" else f"Note: {_unformatted(entry.text)}", blank=entry.kind == "end"
        )

    def question(self, prompt: Prompt, offers: Sequence[Choice], progress: Progress, persona: str) -> None:
        """The one thing that is asked now."""
        self.say(steps_said(progress), blank=True)
        if persona == "agent" and prompt.agent:
            self.say(prompt.agent, first="Note for you: ")
        if persona == "agent" and prompt.say:
            self.say(prompt.say, first="Say: ")
        for text in (prompt.text, prompt.question):
            if text:
                self.say(text)
        self.options(offers)
        if prompt.kind == "many":
            self.line("You can name several, such as 1, 3.")
        if prompt.again:
            self.line("We have been here before. You can type /person to talk to a person.")


def steps_said(progress: Progress) -> str:
    """Where we are, in words."""
    left = max(progress.likely - 1, 0)
    rest = f", about {left} left." if left else ", nearly done."
    return f"Step {progress.done + 1}{rest}"


def _unformatted(text: str) -> str:
    from tshoot.engine.markup import escape

    return escape(text)


def help_lines(commands: Iterable[tuple[str, str]]) -> list[str]:
    """The slash commands, one a line."""
    return [f"  /{name}: {text}" for name, text in commands]
