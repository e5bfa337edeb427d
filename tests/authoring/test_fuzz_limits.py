"""20,000 damaged trees: no traceback, each within a second of computing and within 200 MB."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.docs.fences import ROOT

PROCESSES, EACH = 20, 1000


def run(*what: object) -> int:
    """How many of the trees were broken."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.authoring.fuzz_within_limits", *map(str, what)],
        capture_output=True, text=True, cwd=ROOT, timeout=600, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr or done.stdout
    return int(done.stdout.split()[0])


@pytest.mark.skipif(sys.platform == "win32", reason="there are no limits on resources")
def test_a_few_damaged_trees_stay_within_the_limits() -> None:
    assert run(1000, 60) > 15


@pytest.mark.skipif(sys.platform == "win32", reason="there are no limits on resources")
def test_heavy_files_stay_within_the_limits() -> None:
    assert run("heavy") > 20


@pytest.mark.deep
@pytest.mark.skipif(sys.platform == "win32", reason="there are no limits on resources")
@pytest.mark.parametrize("seed", range(PROCESSES))
def test_damaged_trees_stay_within_the_limits(seed: int) -> None:
    assert run(seed, EACH) > EACH / 4
