"""Checks by name: they never raise, never overrun, and what strangers wrote comes out clean."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping
from threading import Event
from types import ModuleType

import pytest

from tshoot.checks import disk, internet
from tshoot.checks.result import CheckResult, Unavailable, Unsupported
from tshoot.checks.run import describe, names, run

WORDS = {
    "wifi": {"connected", "weak", "off", "disconnected"},
    "internet": {"online", "no-dns", "no-gateway", "no-internet", "offline"},
    "disk": {"ok", "low", "full"},
    "memory": {"ok", "high"},
    "load": {"ok", "high"},
    "uptime": {"ok", "long"},
    "printer": {"ready", "stopped", "none"},
    "vpn": {"connected", "disconnected"},
    "clock": {"ok", "wrong"},
}


def test_every_check_is_named_and_described() -> None:
    assert set(names()) == set(WORDS)
    assert all(describe(name).startswith("look at your ") for name in names())
    assert describe("nonsense") == ""


@pytest.mark.parametrize("name", ["nonsense", "", "os", "run", "../run"])
def test_unknown_checks_are_unsupported(name: str) -> None:
    assert run(name, {}).status == "unsupported"


@pytest.mark.parametrize("name", sorted(WORDS))
def test_checks_work_on_whatever_machine_this_is(name: str) -> None:
    start = time.monotonic()
    result = run(name, {}, deadline=8)
    assert time.monotonic() - start < 9
    assert result.sentence.endswith(".")
    assert len(result.sentence.split()) <= 25
    if result.status == "done":
        assert result.result in WORDS[name]
    else:
        assert (result.status, result.result) in {("unsupported", ""), ("unavailable", "")}


def _fake(monkeypatch: pytest.MonkeyPatch, look: object) -> None:
    module = ModuleType("tshoot.checks.wifi")
    vars(module)["look"] = look
    monkeypatch.setitem(sys.modules, "tshoot.checks.wifi", module)


@pytest.mark.parametrize(
    ("error", "status", "sentence"),
    [
        (Unsupported("None here."), "unsupported", "None here."),
        (Unavailable("Not now."), "unavailable", "Not now."),
        (OSError("secret path"), "failed", "I could not look at your Wi-Fi."),
        (ValueError("secret"), "failed", "I could not look at your Wi-Fi."),
        (RecursionError(), "failed", "I could not look at your Wi-Fi."),
    ],
)
def test_failures_are_results(
    error: Exception, status: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(arguments: Mapping[str, str], seconds: float) -> CheckResult:
        raise error

    _fake(monkeypatch, look)
    result = run("wifi", {})
    assert (result.status, result.sentence) == (status, sentence)


def test_late_checks_are_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    forever = Event()
    _fake(monkeypatch, lambda arguments, seconds: forever.wait(30))
    start = time.monotonic()
    result = run("wifi", {}, deadline=0.2)
    forever.set()
    assert time.monotonic() - start < 2
    assert (result.status, result.sentence) == ("failed", "Looking at your Wi-Fi took too long.")
    assert result.seconds >= 0.2


def test_names_from_strangers_come_out_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    bad = "\x1b]0;owned\x07free\u202e wifi" + "x" * 500
    _fake(
        monkeypatch, lambda a, s: CheckResult(result="connected", values={"ssid": bad, "signal": 9}, sentence=bad)
    )
    result = run("wifi", {})
    assert result.values["signal"] == 9
    assert str(result.values["ssid"]).startswith("free wifi")
    assert str(result.values["ssid"]).isprintable()
    assert len(str(result.values["ssid"])) <= 120
    assert result.sentence.isprintable()


def test_importing_it_is_cheap() -> None:
    heavy = "'psutil socket subprocess platform threading json logging asyncio shutil'.split()"
    code = f"import sys, tshoot.checks.run, tshoot.checks.machine; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("own", "gateway", "there", "answers", "result"),
    [
        ("", None, None, False, "offline"),
        ("192.0.2.7", "", None, False, "no-gateway"),
        ("192.0.2.7", "192.0.2.1", ("198.51.100.1", 443), True, "online"),
        ("192.0.2.7", None, ("198.51.100.1", 443), True, "online"),
        ("192.0.2.7", "192.0.2.1", ("198.51.100.1", 443), False, "no-internet"),
        ("192.0.2.7", "192.0.2.1", None, True, "no-dns"),
        ("192.0.2.7", "192.0.2.1", None, False, "no-internet"),
    ],
)
def test_internet_stage_by_stage(
    own: str, gateway: str | None, there: tuple[str, int] | None, answers: bool, result: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(internet, "own_address", lambda: own)
    monkeypatch.setattr(internet, "default_gateway", lambda seconds: gateway)
    monkeypatch.setattr(internet, "resolve", lambda host, port, seconds: there)
    monkeypatch.setattr(internet, "connects", lambda address, port, seconds: answers)
    found = run("internet", {"target": "intranet.example:8443"})
    assert (found.status, found.result) == ("done", result)
    assert found.values.get("address", "") == own
    assert found.values.get("gateway", "") == (gateway or "")
    assert found.values.get("dns", "") == (there[0] if there else "")


@pytest.mark.parametrize("target", ["-x", "a b", "http://a", "a:0", "a:99999", "a:b", "a\n"])
def test_internet_refuses_targets_that_are_none(target: str) -> None:
    assert run("internet", {"target": f"{target}!" if target == "a\n" else target}).status == "unavailable"


def test_disk_of_this_machine_has_numbers() -> None:
    found = disk.look({}, 1.0)
    assert isinstance(found.values["free_gb"], float)
