"""What a person reads of a check: one source for what a machine says and for what a test simulates."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tshoot.checks import clock, disk, load, memory, printer, uptime, vpn, wifi
from tshoot.checks.result import CheckResult
from tshoot.engine.check_words import seen
from tshoot.model.checks import CHECK_RESULTS, CHECK_VALUES
from tshoot.model.fact import Value

ALL = [(check, result) for check, results in CHECK_RESULTS.items() for result in results]
SOME: Mapping[str, Value] = {name: 5 for names in CHECK_VALUES.values() for name in names}


@pytest.mark.parametrize("values", [{}, SOME], ids=["no-values", "all-values"])
@pytest.mark.parametrize(("check", "result"), ALL)
def test_each_result_has_a_sentence(check: str, result: str, values: Mapping[str, Value]) -> None:
    sentence = seen(check, result, values)
    assert sentence.endswith(".")
    assert not {"{", "}"} & set(sentence)
    assert len(sentence.split()) <= 25


@pytest.mark.parametrize(
    ("check", "found"),
    [
        ("wifi", wifi.judge(wifi.Wireless(on=False))),
        ("wifi", wifi.judge(wifi.Wireless())),
        ("wifi", wifi.judge(wifi.Wireless(connected=True))),
        ("wifi", wifi.judge(wifi.Wireless(connected=True, ssid="Home"))),
        ("wifi", wifi.judge(wifi.Wireless(connected=True, ssid="{os}", signal=20))),
        ("wifi", wifi.judge(wifi.Wireless(connected=True, signal=80))),
        ("memory", memory.judge(95.0, 2**34)),
        ("load", load.judge(20.0)),
        ("uptime", uptime.judge(86_400 * 20)),
        ("uptime", uptime.judge(10)),
        ("printer", printer.judge([printer.Printer("P1")])),
        ("printer", printer.judge([printer.Printer("P1", stopped=True)])),
        ("printer", printer.judge([])),
        ("vpn", vpn.judge(["tun0"])),
        ("vpn", vpn.judge([])),
        ("clock", clock.judge(400)),
        ("clock", clock.judge(3)),
    ],
)
def test_a_simulated_result_reads_as_a_real_one(check: str, found: CheckResult) -> None:
    assert seen(check, found.result, found.values) == found.sentence != ""


def test_a_value_that_is_lacking_is_left_out() -> None:
    found = disk.judge(3 * 10**9, 100 * 10**9)
    assert found.sentence == "Your disk is nearly full: 3 GB of 100 GB are free."
    assert seen("disk", "low", found.values) == "Your disk is nearly full: 3 GB are free."
    assert seen("disk", "low", {}) == "Your disk is nearly full."


@pytest.mark.parametrize(
    ("check", "arguments", "sentence"),
    [
        ("internet", {"target": "intranet.example:8443"}, "You are online: intranet.example answers."),
        ("internet", {}, "You are online: www.example.com answers."),
        ("printer", {"printer": "Hall"}, "The printer Hall is ready."),
    ],
)
def test_what_the_tree_told_the_check_is_named(check: str, arguments: Mapping[str, str], sentence: str) -> None:
    assert seen(check, CHECK_RESULTS[check][0], {}, arguments) == sentence


@pytest.mark.parametrize(("check", "result"), [("wifi", "strange"), ("strange", "ok"), ("", "")])
def test_what_no_check_says_has_no_sentence(check: str, result: str) -> None:
    assert seen(check, result, SOME) == ""


def test_odd_values_are_shown_as_they_are() -> None:
    assert seen("uptime", "long", {"days": "many"}) == "Your computer was last restarted a long time ago."
    assert seen("clock", "wrong", {"seconds_off": True}) == "Your clock is off."
    assert seen("wifi", "connected", {"ssid": "{signal}"}) == "Your Wi-Fi is connected to the network {signal}."
