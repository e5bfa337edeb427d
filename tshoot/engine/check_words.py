"""What a person reads of a local check that looked: the same whether a machine was looked at or a test says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tshoot.engine.texts import show
from tshoot.model.checks import USUAL_SITE
from tshoot.model.fact import Value

_WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "wifi": {
        "connected": (
            "Your Wi-Fi is connected to the network {ssid}, with a signal of {signal} percent.",
            "Your Wi-Fi is connected to a network, with a signal of {signal} percent.",
            "Your Wi-Fi is connected to the network {ssid}.",
            "Your Wi-Fi is connected to a network.",
        ),
        "weak": (
            "Your Wi-Fi is connected to the network {ssid}, but the signal is weak ({signal} percent).",
            "Your Wi-Fi is connected to a network, but the signal is weak ({signal} percent).",
            "Your Wi-Fi is connected to the network {ssid}, but the signal is weak.",
            "Your Wi-Fi is connected to a network, but the signal is weak.",
        ),
        "off": ("Your Wi-Fi is switched off.",),
        "disconnected": ("Your Wi-Fi is on, but not connected.",),
    },
    "internet": {
        "online": ("You are online: {site} answers.",),
        "no-dns": ("Your connection works, but names such as {site} are not found.",),
        "no-gateway": ("You are connected to a network, but it has no way to the internet.",),
        "no-internet": ("You are connected to a network, but nothing on the internet answers.",),
        "offline": ("This computer is not connected to any network.",),
    },
    "disk": {
        "ok": (
            "Your disk has enough room: {free_gb} GB of {total_gb} GB are free.",
            "Your disk has enough room: {free_gb} GB are free.",
            "Your disk has enough room.",
        ),
        "low": (
            "Your disk is nearly full: {free_gb} GB of {total_gb} GB are free.",
            "Your disk is nearly full: {free_gb} GB are free.",
            "Your disk is nearly full.",
        ),
        "full": (
            "Your disk is full: {free_gb} GB of {total_gb} GB are free.",
            "Your disk is full: {free_gb} GB are free.",
            "Your disk is full.",
        ),
    },
    "memory": {
        "ok": ("Your memory is fine: {percent} percent is in use.", "Your memory is fine."),
        "high": ("Your memory is almost full: {percent} percent is in use.", "Your memory is almost full."),
    },
    "load": {
        "ok": ("Your processor is {percent} percent busy.", "Your processor is not very busy."),
        "high": ("Your processor is very busy: {percent} percent.", "Your processor is very busy."),
    },
    "uptime": {
        "ok": ("Your computer was last restarted {when}.", "Your computer was restarted not long ago."),
        "long": ("Your computer was last restarted {when}.", "Your computer was last restarted a long time ago."),
    },
    "printer": {
        "ready": ("The printer {printer} is ready.", "The printer is ready."),
        "stopped": ("The printer {printer} is stopped.", "The printer is stopped."),
        "none": ("No printer is set up on this computer.",),
    },
    "vpn": {
        "connected": ("Your VPN is connected.",),
        "disconnected": ("I see no connected VPN on this computer.",),
    },
    "clock": {
        "ok": ("Your clock is right.",),
        "wrong": ("Your clock is about {amount} off.", "Your clock is off."),
    },
}
"""Each check and result: sentences, those that need more values first."""


def seen(check: str, result: str, values: Mapping[str, Value], arguments: Mapping[str, str] | None = None) -> str:
    """The sentence for a result: the fullest that these values allow; empty for a result that the check cannot have."""
    known = dict(_shown(values, arguments or {}))
    for sentence in _WORDS.get(check, {}).get(result, ()):
        try:
            return sentence.format_map(known)
        except KeyError:
            continue
    return ""


def _shown(values: Mapping[str, Value], arguments: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What the sentences name, as a person reads it."""
    yield "site", arguments.get("target", "").partition(":")[0].strip() or USUAL_SITE
    if named := arguments.get("printer", "").strip():
        yield "printer", named
    yield from ((name, text) for name, value in values.items() if (text := show(value)))
    if (days := _number(values, "days")) is not None:
        yield "when", {0: "in the last 24 hours", 1: "yesterday"}.get(int(days), f"{int(days)} days ago")
    if (off := _number(values, "seconds_off")) is not None:
        yield "amount", f"{int(off) // 60} minutes" if off >= 120 else f"{int(off)} seconds"


def _number(values: Mapping[str, Value], name: str) -> float | None:
    value = values.get(name)
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None
