"""Files of people, never written over another without being told to."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from tshoot.errors import StorageError, UsageError
from tshoot.language.clean import clean


def write_private(path: Path, text: str, *, force: bool = False) -> None:
    """Write a file for this person alone; one that exists is replaced as a whole, and with `force` alone."""
    _write_new(path, text, force, 0o600)


def write_shared(path: Path, text: str, *, force: bool = False) -> None:
    """The same for a file that others may read too, as far as this computer lets them."""
    _write_new(path, text, force, 0o666)


def _write_new(path: Path, text: str, force: bool, mode: int) -> None:
    if path.is_dir():
        raise UsageError(f"{_shown(path)} is a folder.", "Name a file in it.")
    if not force:
        _write(path, text, mode)
        return
    beside = path.with_name(f"{path.name}.{os.getpid()}.part")
    _write(beside, text, mode)
    try:
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise _failed(path, error) from error


def _write(path: Path, text: str, mode: int) -> None:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    except FileExistsError:
        raise UsageError(
            f"The file {_shown(path)} exists already.", "Name another file, or add --force to replace it."
        ) from None
    except OSError as error:
        raise _failed(path, error) from error
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
    except OSError as error:
        with suppress(OSError):
            path.unlink()
        raise _failed(path, error) from error


def _failed(path: Path, error: OSError) -> StorageError:
    return StorageError(f"The file {_shown(path)} cannot be written: {error.strerror}.", "Name another place.")


def _shown(path: Path) -> str:
    return clean(str(path), limit=200)


def write_new(files: Mapping[Path, str]) -> None:
    """Write files for everybody to read, all of them or none; never over another."""
    written: list[Path] = []
    try:
        for path, text in files.items():
            with path.open("x", encoding="utf-8", newline="\n") as file:
                written.append(path)
                file.write(text)
    except OSError as error:
        for one in written:
            with suppress(OSError):
                one.unlink()
        if isinstance(error, FileExistsError):
            name = _shown(Path(error.filename))
            raise UsageError(
                f"The file {name} exists already; nothing was written.", "Take another name."
            ) from None
        raise _failed(Path(error.filename or next(iter(files))), error) from error
