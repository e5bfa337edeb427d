"""VPN: whether a tunnel is up."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping

from tshoot.checks.process import output_of, powershell
from tshoot.checks.result import CheckResult, Unavailable, looked

_TUNNEL = re.compile(r"(?:tun|tap|wg|ppp|vpn|ipsec|cscotun|gpd|nordlynx|proton|tailscale|zt)", re.IGNORECASE)
_WINDOWS = "Get-NetAdapter | Select-Object Name,InterfaceDescription,Status | ConvertTo-Json"
_WINDOWS_TUNNEL = re.compile(
    r"vpn|wireguard|wintun|tap-windows|anyconnect|cisco secure client|pangp|fortinet|juniper|pulse secure|zscaler|"
    r"wan miniport \((?:ikev2|l2tp|pptp|sstp)\)",
    re.IGNORECASE,
)


def look(arguments: Mapping[str, str], seconds: float) -> CheckResult:
    """Looks for network interfaces of the kind that a VPN makes."""
    if sys.platform == "win32":
        text = powershell(_WINDOWS, seconds=seconds * 0.9)
        if not text:
            raise Unavailable("Windows did not tell me about its network adapters.")
        return judge(parse_adapters(text))
    if sys.platform == "darwin":
        text = output_of("netstat", ("-rn", "-f", "inet"), seconds=seconds * 0.9)
        if not text:
            raise Unavailable("This computer did not tell me about its routes.")
        return judge(parse_netstat(text))
    import psutil

    return judge(tunnels(name for name, state in psutil.net_if_stats().items() if state.isup))


def judge(found: list[str]) -> CheckResult:
    """The result word and the sentence."""
    return looked("vpn", "connected", {"interface": found[0]}) if found else looked("vpn", "disconnected")


def tunnels(interfaces: Iterable[str]) -> list[str]:
    """Those that a VPN makes, by their names on Linux."""
    return [name for name in interfaces if _TUNNEL.match(name)]


def parse_netstat(text: str) -> list[str]:
    """`netstat -rn -f inet` of macOS: it always has utun interfaces, but routes over them only with a VPN."""
    found = []
    for line in text.splitlines():
        fields = line.split()
        if len(fields) >= 4 and re.fullmatch(r"(?:utun|ppp|ipsec)\d+", fields[3]):
            found.append(fields[3])
    return found


def parse_adapters(text: str) -> list[str]:
    """Adapters of Windows that are up and described like a VPN."""
    data = json.loads(text)
    return [
        str(item.get("Name", ""))
        for item in (data if isinstance(data, list) else [data])
        if isinstance(item, dict)
        and item.get("Status") == "Up"
        and _WINDOWS_TUNNEL.search(f"{item.get('Name')} {item.get('InterfaceDescription')}")
    ]
