"""The local checks that trees may name: part of the tree language, whatever looks at the machine."""

from __future__ import annotations

from collections.abc import Mapping

CHECK_RESULTS: Mapping[str, tuple[str, ...]] = {
    "wifi": ("connected", "weak", "off", "disconnected"),
    "internet": ("online", "no-dns", "no-gateway", "no-internet", "offline"),
    "disk": ("ok", "low", "full"),
    "memory": ("ok", "high"),
    "load": ("ok", "high"),
    "uptime": ("ok", "long"),
    "printer": ("ready", "stopped", "none"),
    "vpn": ("connected", "disconnected"),
    "clock": ("ok", "wrong"),
}
"""Each check and the words that it may answer; `on` branches over them."""
