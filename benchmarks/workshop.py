"""Where measuring happens: a temporary folder, the programs to start, and states that are warm before they count."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from benchmarks.libraries import FIRST, write_library
from benchmarks.measure import Milliseconds, since
from benchmarks.terminal import Terminal, shows

CHECKOUT = Path(__file__).parent.parent
SCRIPT = "import sys\nfrom tshoot.__main__ import main\nif __name__ == '__main__':\n    sys.exit(main())\n"
SHIPPED = 0
"""The size that stands for the library that comes with tshoot."""


@dataclass(frozen=True, slots=True)
class Library:
    """A library of trees with a state folder that knows it."""

    name: str
    words: tuple[str, ...]
    """`--trees DIR`; nothing for the shipped library."""
    tree: str
    """The tree that is walked."""
    question: str
    labels: tuple[str, ...]
    """What its first question says and offers."""
    state: Path
    """Warm; to be copied, never to be used."""
    cold: Milliseconds
    """From exec to the first question when there was no state at all."""


class Workshop:
    """Makes libraries and states in a temporary folder that goes with it."""

    def __init__(self) -> None:
        self._temporary = TemporaryDirectory(prefix="tshoot-bench-")
        self.folder = Path(self._temporary.name)
        self._made: dict[int, Library] = {}
        self._copies = 0
        (self.folder / "home").mkdir()
        self._warm_files()

    def _warm_files(self) -> None:
        """Python's compiled files and the system's file cache are warm before anything counts."""
        self.output_of(self.tshoot("search", "printer"), self.folder / "unused")

    def __enter__(self) -> Workshop:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._temporary.cleanup()

    def tshoot(self, *words: str) -> list[str]:
        """A command line of tshoot: as installed, else as an installed script would start it."""
        installed = Path(sys.executable).with_name("tshoot")
        if installed.exists():
            return [str(installed), *words]
        script = self.folder / "tshoot-script.py"
        if not script.exists():
            script.write_text(SCRIPT, encoding="utf-8")
        return [sys.executable, str(script), *words]

    def environment(self, state: Path) -> dict[str, str]:
        """A home of its own, and nothing of this one's settings."""
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
        return {
            "PATH": path, "HOME": str(self.folder / "home"), "LANG": "C.UTF-8", "TZ": "UTC",
            "PYTHONPATH": str(CHECKOUT), "TSHOOT_STATE": str(state),
        }  # fmt: skip

    def output_of(self, command: list[str], state: Path) -> bytes:
        """What this command prints, with this state and nothing to read."""
        environment = self.environment(state)
        return subprocess.run(command, env=environment, check=False, capture_output=True, input=b"").stdout

    def terminal(self, command: list[str], state: Path) -> Terminal:
        """This command in a pseudo-terminal, with this state."""
        return Terminal(command, self.environment(state))

    def copied(self, state: Path) -> Path:
        """A state as fresh as the given one, to be used once."""
        self._copies += 1
        return Path(shutil.copytree(state, self.folder / "copies" / str(self._copies)))

    def without_cases(self, state: Path, words: tuple[str, ...]) -> Path:
        """The state as it is before the first case: what was compiled stays."""
        for file in state.glob("cases.db*"):
            file.unlink()
        self.output_of(self.tshoot("--plain", *words), state)
        return state

    def library(self, size: int) -> Library:
        """The library of so many trees, made and warmed when it is first asked for."""
        if size not in self._made:
            self._made[size] = self._make(size)
        return self._made[size]

    def _make(self, size: int) -> Library:
        name = f"{size:,} trees" if size else "shipped trees"
        tree = FIRST if size else "wifi"
        words: tuple[str, ...] = ()
        looked_at: tuple[str, ...] = ()
        if size:
            words = ("--trees", str(write_library(self.folder / f"library-{size}", size)))
            # The first tree is the same in each size, so a library of one tells what it asks.
            looked_at = (str(write_library(self.folder / f"one-of-{size}", 1)),)
        question, labels = first_question(looked_at, tree, self.folder / f"looked-at-{size}")
        state = self.folder / f"state-{size}"
        with self.terminal(self.tshoot("run", tree, "--plain", *words), state) as terminal:
            cold = since(terminal.started, terminal.wait(shows(question, *labels), limit=120))
        return Library(name, words, tree, question, labels, self.without_cases(state, words), cold)


def first_question(folders: tuple[str, ...], tree: str, state: Path) -> tuple[str, tuple[str, ...]]:
    """What a tree asks first, and the labels that it offers, as plain text."""
    from tshoot.conversation.conversation import Conversation
    from tshoot.conversation.workplace import open_workplace
    from tshoot.engine.answering import offered
    from tshoot.engine.markup import parse

    workplace = open_workplace(str(state), folders, "user")
    try:
        prompt = Conversation.begin(workplace, tree).prompt
        assert prompt is not None
        question = " ".join(run.text for block in parse(prompt.text) for run in block.runs)
        return question, tuple(choice.label for choice in offered(prompt))
    finally:
        workplace.close()
