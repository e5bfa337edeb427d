"""What tshoot knows about this computer without asking: system, version, name. Cheap: no programs, no psutil."""

from __future__ import annotations

import os
import sys

from tshoot.language.clean import clean

_OS_RELEASE = ("/etc/os-release", "/usr/lib/os-release")
_SYSTEM_VERSION = "/System/Library/CoreServices/SystemVersion.plist"
_WINDOWS_11 = 22000
"""The first build of Windows that is called 11; its major version stays 10."""


def facts() -> dict[str, str]:
    """The facts `os`, `os_version` and `computer`, as far as they can be read."""
    if sys.platform == "win32":
        version = sys.getwindowsversion()
        found = {"os": "Windows", "os_version": windows_name(version.major, version.build)}
        found["computer"] = os.environ.get("COMPUTERNAME", "")
    else:
        mac = sys.platform == "darwin"
        found = {"os": "macOS" if mac else "Linux", "computer": os.uname().nodename.removesuffix(".local")}
        found["os_version"] = macos_name(_read(_SYSTEM_VERSION)) if mac else linux_name(_first(_OS_RELEASE))
    return {name: text for name, value in found.items() if (text := clean(value, limit=80))}


def windows_name(major: int, build: int) -> str:
    """`Windows 11`."""
    return f"Windows {11 if major == 10 and build >= _WINDOWS_11 else major}"


def macos_name(plist: str) -> str:
    """`macOS 15.1`, from SystemVersion.plist."""
    _, _, rest = plist.partition("<key>ProductVersion</key>")
    version = rest.partition("<string>")[2].partition("</string>")[0].strip()
    return f"macOS {version}".strip()


def linux_name(release: str) -> str:
    """`Debian GNU/Linux 12`, from os-release; `Linux` if it does not say."""
    pairs = dict(line.split("=", 1) for line in release.splitlines() if "=" in line)
    name = pairs.get("PRETTY_NAME", pairs.get("NAME", "")).strip("\"' ")
    return name.partition(" (")[0] or "Linux"


def _first(paths: tuple[str, ...]) -> str:
    return next((text for path in paths if (text := _read(path))), "")


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:  # noqa: PTH123 (pathlib costs 5 ms of import)
            return file.read(10_000)
    except OSError:
        return ""
