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

CHECK_VALUES: Mapping[str, tuple[str, ...]] = {
    "wifi": ("ssid", "signal"),
    "internet": ("address", "gateway", "dns"),
    "disk": ("free_gb", "free_percent"),
    "memory": ("percent", "total_gb"),
    "load": ("percent",),
    "uptime": ("days",),
    "printer": ("printer", "count"),
    "vpn": ("interface",),
    "clock": ("seconds_off",),
}
"""Each check and the values that it may find; `set` reads them as `result.NAME`."""

USUAL_SITE = "www.example.com"
"""The site that the check `internet` tries, unless its argument `target` names another."""
