"""The questions of `tshoot new`, line by line, for what no option has answered."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

from tshoot.errors import UsageError

T = TypeVar("T", bound=str)

_LONGEST = 200
BEGINS = (
    "A few questions, then the tree and its test are written, which you change as you like. "
    "Enter alone takes what stands in brackets. Ctrl+C stops, and nothing is written."
)


class Asker:
    """Asks line by line; silent, it takes what is usual."""

    def __init__(self, silent: bool) -> None:
        self.asks = not silent
        self._begun = False

    def clean(self, text: str) -> str:
        """A text that may stand in a tree."""
        from tshoot.language.clean import clean

        return clean(text, limit=_LONGEST)

    def say(self, text: str) -> None:
        """A sentence, as wide as the terminal, broken between words."""
        from tshoot.lines.terminal import columns
        from tshoot.render.wrap import wrap

        sys.stdout.write("".join(f"{line}\n" for line in wrap(text, columns())))

    def text(self, question: str, given: str | None, usual: str) -> str:
        """A text; the usual one for an empty line."""
        if given is not None:
            return self.clean(given) or usual
        return self._heard(_with(question, usual)) or usual if self.asks else usual

    def texts(self, question: str, given: Sequence[str] | None, usual: str) -> tuple[str, ...]:
        """Texts, each once; the usual one where there are none."""
        found = [self.clean(text) for text in given or ()]
        if given is None and self.asks:
            line = self._heard(_with(question, usual))
            while line:
                found.append(line)
                line = self._heard("")
        return tuple(dict.fromkeys(text for text in found if text)) or (usual,)

    def word(self, question: str, given: T | None, allowed: Sequence[T], usual: T, shown: str = "") -> T:
        """One of some words; `shown` is how they are listed."""
        if given is not None or not self.asks:
            return given or usual
        listed = shown or ", ".join(allowed)
        while True:
            heard = self._heard(_with(f"{question} {listed}", usual)).casefold() or usual
            if found := next((word for word in allowed if word == heard), None):
                return found
            self.say(f"Please answer with one of these: {listed}.")

    def until(self, question: str, usual: str, fits: Callable[[str], str]) -> str:
        """A text that fits: `fits` gives its form, and refuses it with a UsageError."""
        while True:
            try:
                return fits(self._heard(_with(question, usual)) or usual)
            except UsageError as refused:
                self.say(f"{refused.sentence} {refused.hint}")

    def _heard(self, question: str) -> str:
        if not self._begun:
            self._begun = True
            self.say(f"{BEGINS}\n")
        if question:
            self.say(question)
        sys.stdout.write("> ")
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            raise UsageError("The answers ended early; nothing was written.", "Add --yes to take what is usual.")
        return self.clean(line)


def _with(question: str, usual: str) -> str:
    return f"{question} [{usual}]" if usual else question
