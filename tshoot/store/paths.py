"""Where things are: the person's data folder and the folders of trees."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tshoot.errors import StorageError, UsageError

_PACKAGE = Path(__file__).parent.parent


def state_folder(given: str | None = None) -> Path:
    """The data folder: as given, else `TSHOOT_STATE`, else the platform's own place. It need not exist yet."""
    if text := given or os.environ.get("TSHOOT_STATE"):
        return _home_expanded(text).absolute()
    return _platform_data_folder() / "tshoot"


def tree_folders(given: Sequence[str] = ()) -> tuple[Path, ...]:
    """The folders of trees: as given, else `TSHOOT_TREES`, else the shipped library; each of them exists."""
    named = given or [text for text in os.environ.get("TSHOOT_TREES", "").split(os.pathsep) if text]
    return tuple(dict.fromkeys(_existing_folder(text) for text in named)) or (_shipped_library(),)


def log_file(state: Path) -> Path:
    """Where tracebacks go."""
    return state / "tshoot.log"


def _existing_folder(text: str) -> Path:
    folder = _home_expanded(text).absolute()
    if folder.is_dir():
        return folder
    hint = "Check the folder that you gave with --trees or in TSHOOT_TREES."
    if folder.exists():
        raise UsageError(f"{folder} is a file. tshoot needs the folder that your trees are in.", hint)
    raise UsageError(f"There is no folder {folder}.", hint)


def _shipped_library() -> Path:
    """Inside the package when installed from a wheel, beside it in a checkout."""
    places = (_PACKAGE / "decision_trees", _PACKAGE.parent / "decision_trees")
    for folder in places:
        if folder.is_dir():
            return folder
    raise StorageError(
        "The trees that come with tshoot are missing.",
        "Install tshoot again, or name your own folder with --trees.",
    )


def _platform_data_folder() -> Path:
    if sys.platform == "darwin":
        return _home_expanded("~/Library/Application Support")
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or _home_expanded("~/AppData/Local"))
    named = Path(os.environ.get("XDG_DATA_HOME", ""))
    # The XDG specification: a relative path is to be ignored.
    return named if named.is_absolute() else _home_expanded("~/.local/share")


def _home_expanded(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError as error:
        raise UsageError(
            "tshoot cannot find your home folder.", "Name a folder for your cases with --state or TSHOOT_STATE."
        ) from error
