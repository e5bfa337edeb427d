"""Printers: which there are, and whether they are stopped."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tshoot.checks.process import find, output_of, powershell
from tshoot.checks.result import CheckResult, Unavailable, Unsupported, looked
from tshoot.model.fact import Value

_WINDOWS = "Get-CimInstance Win32_Printer | Select-Object Name,Default,WorkOffline,PrinterStatus | ConvertTo-Json"
_STOPPED = (6, 7)
"""Windows' numbers for a printer that has stopped printing, or is offline."""


@dataclass(frozen=True, slots=True)
class Printer:
    """One printer that the system knows."""

    name: str
    stopped: bool = False
    default: bool = False


def look(arguments: Mapping[str, str], seconds: float) -> CheckResult:
    """Looks at the printer named by the argument `printer`, else the default one."""
    if sys.platform == "win32":
        service = output_of("sc", ("query", "spooler"), seconds=seconds / 4)
        if service and not spooler_runs(service):
            return CheckResult(result="stopped", sentence="The print service of this computer is stopped.")
        text = powershell(_WINDOWS, seconds=seconds * 0.7)
        printers = None if text is None else parse_powershell(text)
    elif find("lpstat") is None:
        raise Unsupported("This computer has no printing service that I can ask.")
    else:
        text = output_of("lpstat", ("-p", "-d"), seconds=seconds * 0.9)
        printers = None if text is None else parse_lpstat(text)
    if printers is None:
        raise Unavailable("The printing service did not answer.")
    return judge(printers, arguments.get("printer", ""))


def judge(printers: Sequence[Printer], wanted: str = "") -> CheckResult:
    """The result word and the sentence for the wanted printer, else the default one, else any that works."""
    if not printers:
        return looked("printer", "none", {"count": 0})
    named = [printer for printer in printers if printer.name.lower() == wanted.lower()]
    chosen = min(named or printers, key=lambda printer: (not printer.default, printer.stopped))
    values: dict[str, Value] = {"printer": chosen.name, "count": len(printers)}
    return looked("printer", "stopped" if chosen.stopped else "ready", values)


def parse_lpstat(text: str) -> list[Printer]:
    """`lpstat -p -d` in English."""
    default = re.search(r"^system default destination: (\S+)$", text, re.MULTILINE)
    lines = re.findall(r"^printer (\S+) (.*)$", text, re.MULTILINE)
    return [
        Printer(name, state.startswith("disabled"), bool(default and default[1] == name)) for name, state in lines
    ]


def parse_powershell(text: str) -> list[Printer]:
    """The answer to the question above: nothing, one object, or a list."""
    data = json.loads(text) if text.strip() else []
    return [
        Printer(
            str(item.get("Name", "")),
            bool(item.get("WorkOffline")) or item.get("PrinterStatus") in _STOPPED,
            bool(item.get("Default")),
        )
        for item in (data if isinstance(data, list) else [data])
        if isinstance(item, dict)
    ]


def spooler_runs(text: str) -> bool:
    """`sc query spooler`: state 4 is running, in every language."""
    return bool(re.search(r":\s*4\s+RUNNING", text))
