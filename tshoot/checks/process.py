"""Runs one system command, bounded: time, output, environment, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import IO

LIMIT = 200_000
"""Bytes of output that are read."""

_UNIX_FOLDERS = ("/usr/bin", "/bin", "/usr/sbin", "/sbin", "/run/current-system/sw/bin")
_WINDOWS_NAMES = ("SystemRoot", "SystemDrive", "windir", "TEMP", "TMP", "ProgramData", "COMPUTERNAME")


def folders() -> tuple[Path, ...]:
    """The system's own folders of programs; the person's `PATH` is not looked at."""
    if sys.platform == "win32":
        system = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32"
        return system, system / "WindowsPowerShell" / "v1.0"
    return tuple(map(Path, _UNIX_FOLDERS))


def find(program: str) -> Path | None:
    """The program of this bare name in the system's folders."""
    name = f"{program}.exe" if sys.platform == "win32" else program
    return next((path for folder in folders() if os.access(path := folder / name, os.X_OK)), None)


def output_of(
    program: str, options: Sequence[str] = (), values: Sequence[str] = (), *, seconds: float
) -> str | None:
    """What the program wrote, also if it failed; `None` if there is none here or its time is over.

    `options` are written in the code; `values` may come from anybody and can therefore be no options.
    """
    path = find(program)
    if path is None or any(value.startswith("-") or "\0" in value for value in values):
        return None
    return output_of_path(path, [*options, *values], seconds=seconds)


def output_of_path(path: Path, arguments: Sequence[str], *, seconds: float, limit: int = LIMIT) -> str | None:
    """The same for a program at a known place."""
    end = monotonic() + seconds
    process = _start(path, arguments)
    chunks: list[bytes] = []
    reader = Thread(target=_read, args=(process, chunks, limit), daemon=True)
    reader.start()
    reader.join(max(0.0, end - monotonic()))
    in_time = not reader.is_alive()
    if in_time:
        with suppress(subprocess.TimeoutExpired):
            process.wait(min(0.2, max(0.0, end - monotonic())))
    if process.poll() is None or not in_time:
        _end(process)
        reader.join(0.2)
    if process.stdout and not reader.is_alive():
        process.stdout.close()
    return _decoded(b"".join(chunks)) if in_time else None


def answer_of_path(
    path: Path, arguments: Sequence[str], given: bytes, *, seconds: float, limit: int
) -> bytes | None:
    """What a program wrote that was given something to read; `None` if it failed, wrote too much, or took too long."""
    from tempfile import TemporaryFile

    end = monotonic() + seconds
    with TemporaryFile() as file:  # a pipe would have to be filled while the output is read
        file.write(given)
        file.seek(0)
        process = _start(path, arguments, file, subprocess.DEVNULL)
        chunks: list[bytes] = []
        reader = Thread(target=_read, args=(process, chunks, limit + 1), daemon=True)
        reader.start()
        reader.join(max(0.0, end - monotonic()))
        with suppress(subprocess.TimeoutExpired):
            process.wait(max(0.0, min(0.5, end - monotonic())))
        if process.poll() is None or reader.is_alive():
            _end(process)
            reader.join(0.2)
    in_time = not reader.is_alive()
    if process.stdout and in_time:
        process.stdout.close()
    answer = b"".join(chunks)
    return answer if in_time and process.returncode == 0 and len(answer) <= limit else None


def _start(
    path: Path,
    arguments: Sequence[str],
    given: IO[bytes] | int = subprocess.DEVNULL,
    errors: int = subprocess.STDOUT,
) -> subprocess.Popen[bytes]:
    windows = sys.platform == "win32"
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
    return subprocess.Popen(
        [str(path), *arguments], stdin=given, stdout=subprocess.PIPE, stderr=errors,
        env=_environment(), cwd=path.anchor, start_new_session=not windows, creationflags=flags, bufsize=0,
    )  # fmt: skip


def _environment() -> dict[str, str]:
    environment = {"LC_ALL": "C", "LANG": "C", "PATH": os.pathsep.join(map(str, folders()))}
    if sys.platform == "win32":
        environment |= {name: os.environ[name] for name in _WINDOWS_NAMES if name in os.environ}
    return environment


def _read(process: subprocess.Popen[bytes], chunks: list[bytes], limit: int) -> None:
    assert process.stdout is not None
    left = limit
    with suppress(OSError, ValueError):
        while left > 0 and (chunk := process.stdout.read(min(left, 65536))):
            chunks.append(chunk)
            left -= len(chunk)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the process with all its children, also those that left its group."""
    children = _children(process.pid)
    if sys.platform == "win32":
        process.kill()
    else:
        # Also when the process itself is gone: a child of it may still hold the output.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    for child in children:
        with suppress(OSError):
            os.kill(child, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
    with suppress(subprocess.TimeoutExpired):
        process.wait(0.5)


def _children(pid: int) -> list[int]:
    import psutil

    try:
        return [child.pid for child in psutil.Process(pid).children(recursive=True)]
    except psutil.Error:
        return []


def _decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("oem" if sys.platform == "win32" else "utf-8", "replace")


def powershell(command: str, *, seconds: float) -> str | None:
    """What a command that is written in the code answers in Windows PowerShell."""
    return output_of("powershell", ("-NoProfile", "-NonInteractive", "-Command", command), seconds=seconds)
