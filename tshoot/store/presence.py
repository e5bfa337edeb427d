"""Which living process is which: a process id alone is given to another program sooner or later."""

from __future__ import annotations

import os
import sys
import time

from tshoot.model.record import record
from tshoot.store.database import Database


@record
class Occupied:
    """Another living process has the case open."""

    pid: int
    since: str
    """ISO 8601 in UTC."""


def birth(pid: int) -> str:
    """When that process was started, as an opaque text; empty when it is not alive."""
    return _birth_on_linux(pid) if sys.platform == "linux" else _birth_elsewhere(pid)


def _birth_on_linux(pid: int) -> str:
    try:
        with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as file:  # noqa: PTH123
            boot = file.read().strip()
        with open(f"/proc/{pid}/stat", "rb") as file:  # noqa: PTH123
            # The program's name stands in parentheses and may hold anything: count from the last one.
            state, *fields = file.read().rpartition(b")")[2].split()
    except OSError:
        return ""
    return "" if state in (b"Z", b"X") else f"{boot}/{fields[18].decode()}"


def _birth_elsewhere(pid: int) -> str:
    import psutil

    try:
        return str(psutil.Process(pid).create_time())
    except psutil.Error:
        return ""


def occupy(database: Database, case: str) -> Occupied | None:
    """Says that this process has the case open; the answer is another living one that has it too."""
    own = os.getpid()
    with database.writing() as connection:
        rows = connection.execute("SELECT pid, born, since FROM presence WHERE number = ?", (case,)).fetchall()
        others = [row for row in rows if row[0] != own]
        living = [row for row in others if birth(row[0]) == row[1]]
        connection.executemany(
            "DELETE FROM presence WHERE number = ? AND pid = ?",
            [(case, row[0]) for row in others if row not in living],
        )
        connection.execute(
            "REPLACE INTO presence (number, pid, born, since) VALUES (?, ?, ?, ?)",
            (case, own, birth(own), time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())),
        )
    return Occupied(living[0][0], living[0][2]) if living else None


def release(database: Database, case: str) -> None:
    """Says that this process no longer has the case open."""
    with database.writing() as connection:
        connection.execute("DELETE FROM presence WHERE number = ? AND pid = ?", (case, os.getpid()))
