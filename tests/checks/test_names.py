"""The checks that run are the checks that trees may name."""

from tshoot.checks.run import describe, names
from tshoot.model.checks import CHECK_RESULTS


def test_the_language_and_the_machine_know_the_same_checks() -> None:
    assert set(names()) == set(CHECK_RESULTS)
    assert all(describe(name) for name in CHECK_RESULTS)
