"""Internet: a network, a way out of it, names, and an answer from outside."""

from __future__ import annotations

import re
import socket
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import monotonic

from tshoot.checks.process import output_of
from tshoot.checks.result import CheckResult, Unavailable, looked
from tshoot.model.checks import USUAL_SITE

HOST = USUAL_SITE
PORT = 443
ADDRESS = "1.1.1.1"
"""Reached by number when names do not work, to tell the two troubles apart."""


def look(arguments: Mapping[str, str], seconds: float) -> CheckResult:
    """Looks at each stage; the argument `target` (HOST or HOST:PORT) stands in for the usual site."""
    end = monotonic() + seconds * 0.9
    host, port = target(arguments.get("target", ""))
    own = own_address()
    if not own:
        return _found("offline", host, {})
    gateway = default_gateway(seconds / 5)
    values = {"address": own, "gateway": gateway or ""}
    if gateway == "":
        return _found("no-gateway", host, values)
    there = resolve(host, port, min(seconds / 3, end - monotonic()))
    values["dns"] = there[0] if there else ""
    if there:
        answers = connects(there[0], there[1], min(seconds / 3, end - monotonic()))
        return _found("online" if answers else "no-internet", host, values)
    reached = connects(ADDRESS, PORT, min(seconds / 3, end - monotonic()))
    return _found("no-dns" if reached else "no-internet", host, values)


def _found(result: str, host: str, values: Mapping[str, str]) -> CheckResult:
    given = {key: value for key, value in values.items() if value}
    return looked("internet", result, given, arguments={"target": host})


def target(text: str) -> tuple[str, int]:
    """Host and port to try; the usual ones if the text names none."""
    found = re.fullmatch(r"([A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}))(?::([0-9]{1,5}))?", text.strip())
    if not text.strip():
        return HOST, PORT
    if not found or not 0 < int(found[2] or PORT) < 65536:
        raise Unavailable("The site that this tree wants to reach has no valid name.")
    return found[1], int(found[2] or PORT)


def own_address() -> str:
    """This computer's first address on a network that is up; empty if there is none."""
    import psutil

    up = {name for name, state in psutil.net_if_stats().items() if state.isup}
    addresses = [item for name, items in psutil.net_if_addrs().items() if name in up for item in items]
    return first_address([(item.family == socket.AF_INET6, item.address) for item in addresses
                          if item.family in (socket.AF_INET, socket.AF_INET6)])  # fmt: skip


def first_address(addresses: list[tuple[bool, str]]) -> str:
    """The first usable one of (is it IPv6, address), IPv4 first; loopback and self-given ones do not count."""
    unusable = ("127.", "169.254.", "::1", "fe80:")
    usable = [(six, text) for six, text in addresses if not text.lower().startswith(unusable)]
    return min(usable, key=lambda item: item[0])[1] if usable else ""


def default_gateway(seconds: float) -> str | None:
    """Where packets leave this network; empty: nowhere; `None`: the system does not say."""
    if sys.platform == "win32":
        text = output_of("route", ("print", "0.0.0.0"), seconds=seconds)
        return None if text is None else parse_route_print(text)
    if sys.platform == "darwin":
        text = output_of("route", ("-n", "get", "default"), seconds=seconds)
        return None if text is None else parse_route_get(text)
    with suppress(OSError):
        six = Path("/proc/net/ipv6_route")
        return parse_proc_route(Path("/proc/net/route").read_text(encoding="ascii")) or (
            parse_proc_ipv6_route(six.read_text(encoding="ascii")) if six.exists() else ""
        )
    return None


def parse_proc_route(text: str) -> str:
    """`/proc/net/route`: the gateway of the default route, or its device where it has none."""
    for line in text.splitlines()[1:]:
        device, destination, gateway, flags, *rest = [*line.split(), "", "", "", ""]
        if destination == "00000000" and rest[3:4] == ["00000000"] and int(flags, 16) & 1:
            number = bytes.fromhex(gateway)[::-1]
            return ".".join(map(str, number)) if any(number) else device
    return ""


def parse_proc_ipv6_route(text: str) -> str:
    """`/proc/net/ipv6_route`."""
    for line in text.splitlines():
        fields = line.split()
        if len(fields) == 10 and fields[0] == "0" * 32 and fields[1] == "00" and fields[9] != "lo":
            gateway = fields[4]
            return socket.inet_ntop(socket.AF_INET6, bytes.fromhex(gateway)) if gateway.strip("0") else fields[9]
    return ""


def parse_route_get(text: str) -> str:
    """`route -n get default` of macOS."""
    found = re.search(r"^\s*(?:gateway|interface): (\S+)$", text, re.MULTILINE)
    return found[1] if found else ""


def parse_route_print(text: str) -> str:
    """`route print 0.0.0.0` of Windows: destination, mask, gateway, own address, metric, in any language."""
    found = re.search(r"^\s*0\.0\.0\.0\s+0\.0\.0\.0\s+(\S+)\s+[\d.]+\s+\d+\s*$", text, re.MULTILINE)
    return found[1] if found else ""


def resolve(host: str, port: int, seconds: float) -> tuple[str, int] | None:
    """The first address of a name. The system's look-up takes no deadline: it is left behind when late."""
    found: list[tuple[str, int]] = []

    def ask() -> None:
        with suppress(OSError, UnicodeError):
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.extend((str(answer[4][0]), int(answer[4][1])) for answer in answers)

    thread = Thread(target=ask, daemon=True)
    thread.start()
    thread.join(max(0.0, seconds))
    return found[0] if found else None


def connects(address: str, port: int, seconds: float) -> bool:
    """Whether something answers there."""
    if seconds <= 0:
        return False
    try:
        socket.create_connection((address, port), timeout=seconds).close()
        return True
    except OSError:
        return False
