"""Wi-Fi: on or off, connected or not, how strong."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tshoot.checks.process import output_of
from tshoot.checks.result import CheckResult, Unavailable, Unsupported, looked

WEAK = 40
"""Percent below which a signal is weak."""


@dataclass(frozen=True, slots=True)
class Wireless:
    """What a system says about its Wi-Fi."""

    on: bool = True
    connected: bool = False
    ssid: str = ""
    signal: int | None = None
    """Percent."""


def look(arguments: Mapping[str, str], seconds: float) -> CheckResult:
    """Looks at the first Wi-Fi adapter."""
    reader = {"win32": _on_windows, "darwin": _on_macos}.get(sys.platform, _on_linux)
    return judge(reader(seconds))


def judge(found: Wireless) -> CheckResult:
    """The result word and the sentence."""
    values: dict[str, str | int] = {"ssid": found.ssid} if found.ssid else {}
    if found.signal is not None and found.connected:
        values["signal"] = found.signal
    if not found.on:
        return looked("wifi", "off")
    if not found.connected:
        return looked("wifi", "disconnected", values)
    return looked("wifi", "weak" if found.signal is not None and found.signal < WEAK else "connected", values)


def percent_of(dbm: float) -> int:
    """Signal strength in percent: -100 dBm is nothing, -50 and above is full."""
    return max(0, min(100, round(2 * (dbm + 100))))


def _on_linux(seconds: float) -> Wireless:
    adapters = [path.parent.name for path in Path("/sys/class/net").glob("*/phy80211")]
    if not adapters:
        raise Unsupported("This computer has no Wi-Fi that I can see.")
    if _blocked(Path("/sys/class/rfkill")):
        return Wireless(on=False)
    adapter = sorted(adapters)[0]
    if text := output_of("iw", ("dev",), (adapter, "link"), seconds=seconds / 3):
        return parse_iw(text)
    fields = ("-t", "-f", "ACTIVE,SIGNAL,SSID", "device", "wifi", "list", "--rescan", "no")
    if text := output_of("nmcli", fields, seconds=seconds / 2):
        return parse_nmcli(text)
    state = Path("/sys/class/net", adapter, "operstate").read_text(encoding="ascii").strip()
    return Wireless(connected=state == "up")


def _blocked(folder: Path) -> bool:
    for switch in folder.glob("rfkill*"):
        if (switch / "type").read_text(encoding="ascii").strip() == "wlan":
            return any((switch / name).read_text(encoding="ascii").strip() == "1" for name in ("soft", "hard"))
    return False


def parse_iw(text: str) -> Wireless:
    """`iw dev ADAPTER link`."""
    if not re.search(r"^Connected to ", text, re.MULTILINE):
        return Wireless()
    ssid = re.search(r"^\s*SSID: (.*)$", text, re.MULTILINE)
    signal = re.search(r"^\s*signal: (-?\d+)", text, re.MULTILINE)
    return Wireless(
        connected=True, ssid=ssid[1] if ssid else "", signal=percent_of(int(signal[1])) if signal else None
    )


def parse_nmcli(text: str) -> Wireless:
    """`nmcli -t -f ACTIVE,SIGNAL,SSID device wifi list`."""
    for line in text.splitlines():
        active, _, rest = line.partition(":")
        signal, _, ssid = rest.partition(":")
        if active == "yes":
            name = re.sub(r"\\(.)", r"\1", ssid)
            return Wireless(connected=True, ssid=name, signal=int(signal) if signal.isdecimal() else None)
    return Wireless()


def _on_macos(seconds: float) -> Wireless:
    text = output_of("system_profiler", ("SPAirPortDataType", "-json"), seconds=seconds)
    if not text:
        raise Unavailable("This computer did not tell me about its Wi-Fi.")
    return parse_system_profiler(text)


def parse_system_profiler(text: str) -> Wireless:
    """`system_profiler SPAirPortDataType -json`."""
    adapters = [
        adapter
        for group in _dicts(json.loads(text).get("SPAirPortDataType"))
        for adapter in _dicts(group.get("spairport_airport_interfaces"))
        if "spairport_status_information" in adapter
    ]
    if not adapters:
        raise Unsupported("This computer has no Wi-Fi that I can see.")
    status = str(adapters[0]["spairport_status_information"])
    network = adapters[0].get("spairport_current_network_information")
    if not isinstance(network, dict) or not status.endswith("_connected"):
        return Wireless(on=not status.endswith("_off"))
    signal = re.match(r"(-?\d+) dBm", str(network.get("spairport_signal_noise", "")))
    # Without the right to see places, macOS hides the name.
    name = str(network.get("_name", "")).replace("<redacted>", "")
    return Wireless(connected=True, ssid=name, signal=percent_of(int(signal[1])) if signal else None)


def _dicts(value: object) -> Iterable[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _on_windows(seconds: float) -> Wireless:
    text = output_of("netsh", ("wlan", "show", "interfaces"), seconds=seconds)
    if not text:
        raise Unavailable("Windows did not tell me about its Wi-Fi.")
    return parse_netsh(text)


def parse_netsh(text: str) -> Wireless:
    """`netsh wlan show interfaces`; names vary with the language, `SSID`, `GUID` and percents do not."""
    fields = [
        (name.strip(), value.strip()) for name, _, value in (line.partition(":") for line in text.splitlines())
    ]
    if not any(name == "GUID" for name, _ in fields):
        raise Unsupported("This computer has no Wi-Fi that I can see.")
    ssid = next((value for name, value in fields if name == "SSID"), "")
    if ssid or any(name.endswith("BSSID") for name, _ in fields):
        signal = next((int(value[:-1]) for _, value in fields if re.fullmatch(r"\d{1,3}%", value)), None)
        return Wireless(connected=True, ssid=ssid, signal=signal)
    return Wireless(on=not re.search(r"\b(?:Software|Hardware) Off\b", text))
