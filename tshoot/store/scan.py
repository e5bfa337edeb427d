"""Which tree files a folder holds, and in which state: by looking at the folder alone, without opening a file."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from tshoot.authoring.files import SUFFIXES, kind_of

MAX_BYTES = 1024 * 1024

_TESTS = tuple(f".test{suffix}" for suffix in SUFFIXES)


@dataclass(slots=True)
class Found:
    """One file. Not frozen, as thousands are made at each start."""

    path: str
    """Below the folder, with `/`."""
    stamp: str
    """Changes whenever the file does."""
    refusal: str = ""
    """Why it is not read."""
    settled: bool = True
    """False: changed so recently that a further change might not show in the stamp."""


def scan(folder: Path) -> list[Found]:
    """All tree files and the library's own, in the order of their paths; hidden folders are passed over."""
    root = os.path.realpath(folder)
    return sorted(_below(root, root, "", time.time_ns()), key=attrgetter("path"))


def find_file(folder: Path, name: str) -> Found | None:
    """One file, wherever its link leads; None where there is none."""
    try:
        state = (folder / name).stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return Found(name, "", f"it cannot be read: {error.strerror}", settled=False)
    return _judged(name, state, time.time_ns())


def is_tree_file(folder: str, name: str) -> bool:
    """Whether a file of this name holds a tree: neither a tree's test nor its translation (`wifi.es.yaml`)."""
    if not name.endswith(SUFFIXES) or name.startswith("."):
        return False
    # Nearly all names tell by themselves; only for what may be a translation, others are looked for beside it.
    return name.count(".") == 1 or (not name.endswith(_TESTS) and kind_of(Path(folder, name)) == "tree")


def tree_name(path: str) -> str:
    """The id that a tree has when its file does not say another."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[0] or name


def _below(root: str, folder: str, prefix: str, now: int) -> Iterator[Found]:
    inside: list[str] = []
    try:
        # One entry at a time: a hundred thousand of them at once would take 50 MB.
        with os.scandir(folder) as entries:
            for entry in entries:
                if not entry.is_dir(follow_symlinks=False):
                    yield from _in_folder(root, folder, entry, prefix, now)
                elif not entry.name.startswith("."):
                    inside.append(entry.name)
    except OSError as error:
        yield Found(prefix.rstrip("/") or ".", "", f"the folder cannot be read: {error.strerror}", settled=False)
        return
    for name in inside:
        yield from _below(root, os.path.join(folder, name), f"{prefix}{name}/", now)  # noqa: PTH118


def _in_folder(root: str, folder: str, entry: os.DirEntry[str], prefix: str, now: int) -> Iterator[Found]:
    name = entry.name
    if is_tree_file(folder, name):
        yield _look_at(root, entry, prefix + name, now)
    elif entry.is_symlink() and not name.startswith(".") and _leads_out(root, entry) and entry.is_dir():
        yield Found(prefix + name, "link", "it is a link to a folder outside of the library")


def _look_at(root: str, entry: os.DirEntry[str], path: str, now: int) -> Found:
    try:
        state = entry.stat()
    except OSError as error:
        return Found(path, "", f"it cannot be read: {error.strerror}", settled=False)
    if entry.is_symlink() and _leads_out(root, entry):
        return Found(path, _stamp(state), "it is a link to a file outside of the library")
    return _judged(path, state, now)


def _stamp(state: os.stat_result) -> str:
    return f"{state.st_mtime_ns}.{state.st_ctime_ns}.{state.st_size}"


def _judged(path: str, state: os.stat_result, now: int) -> Found:
    stamp = _stamp(state)
    if not stat.S_ISREG(state.st_mode):
        return Found(path, stamp, "it is not a file")
    if state.st_size > MAX_BYTES:
        return Found(path, stamp, f"the file has {state.st_size:,} bytes; a tree may have {MAX_BYTES:,}")
    recent = _is_recent(state.st_mtime_ns, now) or _is_recent(state.st_ctime_ns, now)
    return Found(path, stamp, settled=not recent)


def _is_recent(moment: int, now: int) -> bool:
    """Within one tick of the file system's clock, which is two seconds where it keeps no fractions."""
    return 0 <= now - moment <= (50_000_000 if moment % 1_000_000_000 else 2_000_000_000)


def _leads_out(root: str, entry: os.DirEntry[str]) -> bool:
    real = os.path.realpath(entry.path)
    return os.path.commonpath((root, real)) != root
