"""What programs of three systems write, and what is read from it."""

from __future__ import annotations

import json

import pytest

from tshoot.checks import clock, disk, internet, load, machine, memory, printer, uptime, vpn, wifi
from tshoot.checks.printer import Printer
from tshoot.checks.result import Unsupported
from tshoot.checks.wifi import Wireless

IW = """Connected to 3c:84:6a:11:22:33 (on wlp2s0)
\tSSID: Home Net
\tfreq: 5180
\tRX: 123456 bytes (789 packets)
\tsignal: -58 dBm
\ttx bitrate: 433.3 MBit/s
"""
NETSH = """
There is 1 interface on the system:

    Name                   : Wi-Fi
    Description            : Intel(R) Wi-Fi 6 AX201 160MHz
    GUID                   : 5f2f0b8e-0000-0000-0000-000000000000
    Physical address       : 00:11:22:33:44:55
    State                  : connected
    SSID                   : Home: Net
    BSSID                  : 3c:84:6a:11:22:33
    Channel                : 36
    Receive rate (Mbps)    : 433.3
    Signal                 : 31%
    Profile                : Home: Net
"""
NETSH_GERMAN = """
Es ist 1 Schnittstelle auf dem System vorhanden:

    Name                   : WLAN
    GUID                   : 5f2f0b8e-0000-0000-0000-000000000000
    Status                 : Verbunden
    SSID                   : Büro
    BSSID                  : 3c:84:6a:11:22:33
    Signal                 : 88%
    Profil                 : Büro
"""
NETSH_OFF = """
    Name                   : Wi-Fi
    GUID                   : 5f2f0b8e-0000-0000-0000-000000000000
    State                  : disconnected
    Radio status           : Hardware On
                             Software Off
"""
NETSH_ALONE = """
    Name                   : Wi-Fi
    GUID                   : 5f2f0b8e-0000-0000-0000-000000000000
    State                  : disconnected
    Radio status           : Hardware On
                             Software On
"""


def _airport(status: str, network: object = None) -> str:
    adapter = {"_name": "en0", "spairport_status_information": f"spairport_status_{status}"}
    extra = {"spairport_current_network_information": network} if network else {}
    return json.dumps(
        {"SPAirPortDataType": [{"spairport_airport_interfaces": [{"_name": "awdl0"}, adapter | extra]}]}
    )


@pytest.mark.parametrize(
    ("found", "wireless"),
    [
        (wifi.parse_iw(IW), Wireless(connected=True, ssid="Home Net", signal=84)),
        (wifi.parse_iw("Not connected.\n"), Wireless()),
        (wifi.parse_nmcli("no:70:Other\nyes:62:My\\:Net\n"), Wireless(connected=True, ssid="My:Net", signal=62)),
        (wifi.parse_nmcli("no:70:Other\n"), Wireless()),
        (wifi.parse_nmcli("yes::\n"), Wireless(connected=True)),
        (wifi.parse_netsh(NETSH), Wireless(connected=True, ssid="Home: Net", signal=31)),
        (wifi.parse_netsh(NETSH_GERMAN), Wireless(connected=True, ssid="Büro", signal=88)),
        (wifi.parse_netsh(NETSH_OFF), Wireless(on=False)),
        (wifi.parse_netsh(NETSH_ALONE), Wireless()),
        (wifi.parse_system_profiler(_airport("off")), Wireless(on=False)),
        (wifi.parse_system_profiler(_airport("inactive")), Wireless()),
        (wifi.parse_system_profiler(_airport("connected", {"_name": "Home", "spairport_signal_noise": "-45 dBm / -9"})),
         Wireless(connected=True, ssid="Home", signal=100)),
        (wifi.parse_system_profiler(_airport("connected", {"_name": "<redacted>"})), Wireless(connected=True)),
    ],
)  # fmt: skip
def test_wifi_is_read(found: Wireless, wireless: Wireless) -> None:
    assert found == wireless


@pytest.mark.parametrize(
    "text", ["", "The Wireless AutoConfig Service (wlansvc) is not running.", "There is no wireless interface."]
)
def test_no_wifi_is_unsupported(text: str) -> None:
    with pytest.raises(Unsupported):
        wifi.parse_netsh(text)
    with pytest.raises(Unsupported):
        wifi.parse_system_profiler("{}")


@pytest.mark.parametrize(
    ("wireless", "result", "sentence"),
    [
        (Wireless(on=False), "off", "Your Wi-Fi is switched off."),
        (Wireless(), "disconnected", "Your Wi-Fi is on, but not connected."),
        (Wireless(connected=True), "connected", "Your Wi-Fi is connected to a network."),
        (Wireless(connected=True, ssid="A", signal=39), "weak",
         "Your Wi-Fi is connected to the network A, but the signal is weak (39 percent)."),
        (Wireless(connected=True, ssid="A", signal=40), "connected",
         "Your Wi-Fi is connected to the network A, with a signal of 40 percent."),
    ],
)  # fmt: skip
def test_wifi_is_judged(wireless: Wireless, result: str, sentence: str) -> None:
    found = wifi.judge(wireless)
    assert (found.result, found.sentence) == (result, sentence)
    assert found.values.get("signal") == (wireless.signal if wireless.connected else None)


ROUTE = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n"


@pytest.mark.parametrize(
    ("found", "gateway"),
    [
        (internet.parse_proc_route(ROUTE + "eth0\t00000000\t0101A8C0\t0003\t0\t0\t100\t00000000\n"), "192.168.1.1"),
        (internet.parse_proc_route(ROUTE + "ppp0\t00000000\t00000000\t0001\t0\t0\t0\t00000000\t0\t0\t0\n"), "ppp0"),
        (internet.parse_proc_route(ROUTE + "eth0\t0000A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n"), ""),
        (internet.parse_proc_route(""), ""),
        (internet.parse_proc_ipv6_route(
            "0" * 32 + " 00 " + "0" * 32 + " 00 fe800000000000000000000000000001 00000400 1 0 00000003 eth0\n"
         ), "fe80::1"),
        (internet.parse_proc_ipv6_route(
            "0" * 32 + " 00 " + "0" * 32 + " 00 " + "0" * 32 + " ffffffff 00000001 00000000 00200200       lo\n"), ""),
        (internet.parse_route_get("   route to: default\n    gateway: 192.168.1.1\n  interface: en0\n"), "192.168.1.1"),
        (internet.parse_route_get("   route to: default\n  interface: utun4\n"), "utun4"),
        (internet.parse_route_get("route: writing to routing socket: not in table\n"), ""),
        (internet.parse_route_print("  0.0.0.0     0.0.0.0   192.168.1.1   192.168.1.7   35\n"), "192.168.1.1"),
        (internet.parse_route_print("  0.0.0.0   0.0.0.0   Auf Verbindung   192.168.1.7   35\n"), ""),
        (internet.parse_route_print("Keine\n"), ""),
    ],
)  # fmt: skip
def test_gateway_is_read(found: str, gateway: str) -> None:
    assert found == gateway


@pytest.mark.parametrize(
    ("addresses", "own"),
    [
        ([], ""),
        ([(False, "127.0.0.1"), (True, "::1"), (True, "fe80::1%eth0"), (False, "169.254.3.4")], ""),
        ([(True, "2001:db8::7"), (False, "192.168.1.7")], "192.168.1.7"),
        ([(True, "2001:db8::7")], "2001:db8::7"),
    ],
)
def test_own_address(addresses: list[tuple[bool, str]], own: str) -> None:
    assert internet.first_address(addresses) == own


@pytest.mark.parametrize(
    ("text", "target"),
    [("", ("www.example.com", 443)), ("a.example", ("a.example", 443)), (" a.example:80 ", ("a.example", 80))],
)
def test_internet_target(text: str, target: tuple[str, int]) -> None:
    assert internet.target(text) == target


GB = 10**9


@pytest.mark.parametrize(
    ("free", "total", "result"),
    [(200, 500, "ok"), (60, 4000, "ok"), (40, 500, "low"), (9, 128, "low"), (9, 32, "ok"),
     (0.5, 32, "full"), (4, 512, "full"), (0, 0, "full")],
)  # fmt: skip
def test_disk(free: float, total: float, result: str) -> None:
    found = disk.judge(int(free * GB), int(total * GB))
    assert (found.result, found.values["free_gb"]) == (result, free)


@pytest.mark.parametrize(("percent", "result"), [(10, "ok"), (89.4, "ok"), (90, "high"), (100, "high")])
def test_memory(percent: float, result: str) -> None:
    assert memory.judge(percent, 16 * 2**30).result == result
    assert memory.judge(percent, 16 * 2**30).values == {"percent": round(percent), "total_gb": 16.0}


@pytest.mark.parametrize(("percent", "result"), [(0, "ok"), (84, "ok"), (85, "high")])
def test_load(percent: float, result: str) -> None:
    assert (load.judge(percent).result, load.judge(percent).values) == (result, {"percent": percent})


@pytest.mark.parametrize(
    ("days", "result", "words"),
    [(-1, "ok", "in the last 24 hours"), (0, "ok", "24 hours"), (1, "ok", "yesterday"), (14, "ok", "14 days"),
     (15, "long", "15 days ago")],
)  # fmt: skip
def test_uptime(days: int, result: str, words: str) -> None:
    found = uptime.judge(days * 86_400 + 60)
    assert (found.result, found.values["days"]) == (result, max(0, days))
    assert words in found.sentence


LPSTAT = """printer Desk is idle.  enabled since Mon 02 Mar 2026 08:00:00 AM CET
printer Hall disabled since Mon 02 Mar 2026 08:00:00 AM CET -
\tUnplugged or turned off
printer Lab now printing Lab-12.  enabled since Mon 02 Mar 2026 08:00:00 AM CET
system default destination: Hall
"""
WINDOWS_PRINTERS = json.dumps([
    {"Name": "Desk", "Default": True, "WorkOffline": True, "PrinterStatus": 3},
    {"Name": "PDF", "Default": False, "WorkOffline": False, "PrinterStatus": 3},
    {"Name": "Hall", "Default": False, "WorkOffline": False, "PrinterStatus": 7},
])  # fmt: skip


@pytest.mark.parametrize(
    ("found", "printers"),
    [
        (printer.parse_lpstat(LPSTAT), [Printer("Desk"), Printer("Hall", True, True), Printer("Lab")]),
        (printer.parse_lpstat("lpstat: No destinations added.\nno system default destination\n"), []),
        (printer.parse_powershell(WINDOWS_PRINTERS),
         [Printer("Desk", True, True), Printer("PDF"), Printer("Hall", True)]),
        (printer.parse_powershell('{"Name": "Desk", "Default": true, "WorkOffline": false, "PrinterStatus": 3}'),
         [Printer("Desk", default=True)]),
        (printer.parse_powershell(""), []),
    ],
)  # fmt: skip
def test_printers_are_read(found: list[Printer], printers: list[Printer]) -> None:
    assert found == printers


@pytest.mark.parametrize(
    ("printers", "wanted", "result", "name"),
    [
        ([], "", "none", None),
        ([Printer("A", stopped=True), Printer("B")], "", "ready", "B"),
        ([Printer("A", stopped=True, default=True), Printer("B")], "", "stopped", "A"),
        ([Printer("A", default=True), Printer("B", stopped=True)], "b", "stopped", "B"),
        ([Printer("A", default=True)], "unknown", "ready", "A"),
    ],
)
def test_printers_are_judged(printers: list[Printer], wanted: str, result: str, name: str | None) -> None:
    found = printer.judge(printers, wanted)
    assert (found.result, found.values.get("printer")) == (result, name)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("        STATE              : 4  RUNNING \n", True),
        ("        STATUS             : 4  RUNNING \n", True),
        ("        STATE              : 1  STOPPED \n", False),
    ],
)
def test_spooler(text: str, runs: bool) -> None:
    assert printer.spooler_runs(text) is runs


ADAPTERS = json.dumps([
    {"Name": "Ethernet", "InterfaceDescription": "Intel(R) Ethernet", "Status": "Up"},
    {"Name": "Ethernet 2", "InterfaceDescription": "PANGP Virtual Ethernet Adapter", "Status": "Disconnected"},
    {"Name": "Work", "InterfaceDescription": "WireGuard Tunnel", "Status": "Up"},
])  # fmt: skip


@pytest.mark.parametrize(
    ("found", "interfaces"),
    [
        (vpn.tunnels(["lo", "eth0", "wlp2s0", "docker0", "virbr0"]), []),
        (vpn.tunnels(["lo", "tun0", "wg-work", "ppp0", "tailscale0"]), ["tun0", "wg-work", "ppp0", "tailscale0"]),
        (vpn.parse_netstat("default  192.168.1.1  UGScg  en0\n10.8/16  10.8.0.1  UGSc  utun4\n"), ["utun4"]),
        (vpn.parse_netstat("default  192.168.1.1  UGScg  en0\n127  127.0.0.1  UCS  lo0\n"), []),
        (vpn.parse_adapters(ADAPTERS), ["Work"]),
        (vpn.parse_adapters('{"Name": "Ethernet", "InterfaceDescription": "x", "Status": "Up"}'), []),
    ],
)
def test_tunnels_are_read(found: list[str], interfaces: list[str]) -> None:
    assert found == interfaces
    assert vpn.judge(found).result == ("connected" if interfaces else "disconnected")


@pytest.mark.parametrize(
    ("found", "seconds"),
    [
        (clock.parse_chronyc("C0A80101,192.168.1.1,3,1767225600.1,0.000012,-0.1,0.2,1,0,0,0.1,0.2,64.0,Normal\n"),
         0.000012),
        (clock.parse_chronyc("00000000,,0,0.0,0.0,0,0,0,0,0,1,1,0,Not synchronised\n"), None),
        (clock.parse_chronyc("506 Cannot talk to daemon\n"), None),
        (clock.parse_sntp("+0.012345 +/- 0.010000 time.apple.com 17.253.2.37\n"), 0.012345),
        (clock.parse_sntp("sntp: Exchange failed: Timeout\n"), None),
        (clock.parse_w32tm("Tracking time.windows.com.\n12:00:01, -312.5123456s\n"), -312.5123456),
        (clock.parse_w32tm("12:00:01, +00,0123456s\n"), 0.0123456),
        (clock.parse_w32tm("12:00:01, error: 0x800705B4\n"), None),
    ],
)  # fmt: skip
def test_clock_is_read(found: float | None, seconds: float | None) -> None:
    assert found == seconds


@pytest.mark.parametrize(
    ("off", "result", "sentence"),
    [
        (0.2, "ok", "Your clock is right."),
        (-60, "ok", "Your clock is right."),
        (-90, "wrong", "Your clock is about 90 seconds off."),
        (3600, "wrong", "Your clock is about 60 minutes off."),
    ],
)
def test_clock_is_judged(off: float, result: str, sentence: str) -> None:
    found = clock.judge(off)
    assert (found.result, found.sentence) == (result, sentence)


@pytest.mark.parametrize(
    ("text", "kept"), [("NTP=yes\nNTPSynchronized=yes\n", True), ("NTPSynchronized=no\n", False), ("", False)]
)
def test_timedatectl(text: str, kept: bool) -> None:
    assert clock.parse_timedatectl(text) is kept


@pytest.mark.parametrize(
    ("found", "name"),
    [
        (
            machine.linux_name('PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian"\n'),
            "Debian GNU/Linux 12",
        ),
        (machine.linux_name("NAME=Fedora\n"), "Fedora"),
        (machine.linux_name(""), "Linux"),
        (machine.windows_name(10, 22631), "Windows 11"),
        (machine.windows_name(10, 19045), "Windows 10"),
        (machine.macos_name("<key>ProductVersion</key>\n\t<string>15.1</string>"), "macOS 15.1"),
        (machine.macos_name(""), "macOS"),
    ],
)
def test_system_names(found: str, name: str) -> None:
    assert found == name


def test_facts_of_this_machine() -> None:
    facts = machine.facts()
    assert facts["os"] in ("Windows", "macOS", "Linux")
    assert facts["os_version"]
    assert all(value and value.isprintable() for value in facts.values())
