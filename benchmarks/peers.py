"""The start of other terminal programs, those that are installed here, beside the minimal chat."""

from __future__ import annotations

import shutil
from collections.abc import Callable

from benchmarks.measure import Milliseconds, Settings, Table, row, since, taking_turns
from benchmarks.start_screen import minimal, run_tree, welcome
from benchmarks.terminal import NotSeenError, shows
from benchmarks.workshop import SHIPPED, Library, Workshop

PEERS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "harlequin": (("harlequin", "--no-download-tzdata"), ("Data Catalog", "Query Results", "Run Query", "Quit")),
    "posting": (("posting",), ("Enter a URL", "Collection", "Request", "Response", "Jump")),
    "elia": (("elia",), ("Enter your message", "History", "Welcome to Elia!", "Send message")),
    "toolong": (("tl", "log"), ("line 1 of the log", "line 10 of the log", "Go to")),
}
"""Command lines, and what is on the screen when all of it is drawn."""


def run(workshop: Workshop, settings: Settings) -> list[Table]:
    """Each program that is here starts as often as the minimal chat."""
    library = workshop.library(SHIPPED)
    (workshop.folder / "log").write_text("".join(f"line {number} of the log\n" for number in range(1, 11)))
    here = {name: peer for name, peer in PEERS.items() if shutil.which(peer[0][0])}
    notes = [f"{name} is not installed here." for name in PEERS if name not in here]
    measured: dict[str, Callable[[], Milliseconds]] = {
        "minimal": lambda: minimal(workshop, library).whole,
        "tshoot": lambda: welcome(workshop, library).whole,
        f"tshoot run {library.tree}": lambda: run_tree(workshop, library).whole,
    }
    for name, (command, texts) in here.items():
        start = _starter(workshop, library, command, texts)
        try:
            start()  # the first start of a program makes its files
        except NotSeenError:
            notes.append(f"{name} showed something else than expected.")
            continue
        measured[name] = start
    times = taking_turns(settings.runs, measured)
    floor = times.pop("minimal")
    rows = tuple(row(name, found, floor, "shown", None) for name, found in times.items())
    return [Table("peers", "from exec to the first frame", "minimal chat", rows, "start", tuple(notes))]


def _starter(
    workshop: Workshop, library: Library, command: tuple[str, ...], texts: tuple[str, ...]
) -> Callable[[], Milliseconds]:
    words = [str(workshop.folder / "log") if word == "log" else word for word in command]

    def start() -> Milliseconds:
        with workshop.terminal(words, library.state) as terminal:
            return since(terminal.started, terminal.wait(shows(*texts)))

    return start
