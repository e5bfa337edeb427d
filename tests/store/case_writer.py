"""A process that begets writers: each line `FOLDER CASE` on its input becomes a forked writer of that case.

A writer appends without end and says `PID CASE SEQ` after each append that returned.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from tests.store.samples import head, note, start
from tshoot.errors import CaseBusy, UnknownCase
from tshoot.store import database
from tshoot.store.cases import CaseStore


def say(case: str, seq: int) -> None:
    """Acknowledges; one write, so that the lines of several writers never mix."""
    os.write(1, f"{os.getpid()} {case} {seq}\n".encode())


def write(folder: Path, case: str, *, until: int) -> None:
    """Goes on with the case where it stands, or begins it."""
    with CaseStore(folder) as store:
        try:
            seq = store.header(case).events
        except UnknownCase:
            store.create(head(case), [start()])
            say(case, 0)
            seq = 1
        while seq < until:
            try:
                store.append(case, [note(f"{os.getpid()} {seq}")], after=seq, header=head(case))
            except CaseBusy:
                seq = store.header(case).events
                continue
            say(case, seq)
            seq += 1


def main() -> None:
    """Forks a writer for each line."""
    top, until = Path(sys.argv[1]), int(sys.argv[2])
    # Small, so that kills fall into the folding of the log too.
    database._LONG_WAL = 150_000
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    # Not by `for line in sys.stdin`: its buffer would be shared with the children.
    while line := sys.stdin.buffer.readline().decode().split():
        folder, case = line
        if os.fork() == 0:
            say(case, -1)
            write(top / folder, case, until=until)
            say(case, -2)
            os._exit(0)


if __name__ == "__main__":
    main()
