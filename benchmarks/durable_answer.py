"""An answer made durable and the next node chosen, beside a bare fdatasync in the same folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.libraries import LONG, write_chain
from benchmarks.measure import Milliseconds, Row, Settings, Table, row, timed
from benchmarks.workshop import Workshop
from tshoot.conversation.conversation import Conversation
from tshoot.conversation.workplace import Workplace, open_workplace

TARGET = 5.0
LATER = 1000
"""Answers before the second measuring."""
PAGE = bytes(4096)


def run(workshop: Workshop, settings: Settings) -> list[Table]:
    """At the start of a case, and after many answers."""
    folder = workshop.folder / "durable"
    later = min(LATER, settings.long)
    with _workplace(folder) as workplace:
        conversation = Conversation.begin(workplace, LONG)
        answer(conversation, 5)
        rows = [_row(conversation, folder, settings, "the first answers")]
        answer(conversation, later - settings.answers - 5)
        rows.append(_row(conversation, folder, settings, f"after {later:,} answers"))
    return [Table("durable", "an answer durable and the next node chosen", "fdatasync", tuple(rows))]


@contextmanager
def _workplace(folder: Path) -> Iterator[Workplace]:
    trees = write_chain(folder / "trees")
    workplace = open_workplace(str(folder / "state"), [str(trees)], "user")
    try:
        yield workplace
    finally:
        workplace.close()


def answer(conversation: Conversation, times: int) -> None:
    """Answer so many questions of the chain."""
    for _ in range(times):
        conversation.choose(["Yes"])


def _row(conversation: Conversation, folder: Path, settings: Settings, case: str) -> Row:
    """Answers and bare writes take turns."""
    answers: list[Milliseconds] = []
    writes: list[Milliseconds] = []
    with (folder / "floor").open("ab", buffering=0) as file:
        for _ in range(settings.answers):
            answers.append(timed(lambda: conversation.choose(["Yes"])))
            file.write(PAGE)
            writes.append(timed(lambda: os.fdatasync(file.fileno())))
    return row(case, answers, writes, "limit", TARGET)
