"""Lints damaged trees, each within a second of computing and all within 200 MB; run by `test_fuzz_limits.py`."""

from __future__ import annotations

import random
import resource
import signal
import sys
from pathlib import Path

from tests.authoring.test_fuzz import check, mutated

SECONDS = 1.0
BYTES = 200 * 1024 * 1024


class TooSlow(Exception):
    """A tree took more than its second."""


def _too_slow(*_: object) -> None:
    raise TooSlow


def main(seed: int, count: int) -> int:
    """Prints how many were broken; the first that goes beyond a bound ends it."""
    resource.setrlimit(resource.RLIMIT_DATA, (BYTES, BYTES))
    signal.signal(signal.SIGPROF, _too_slow)
    rng = random.Random(seed)
    broken = 0
    for _ in range(count):
        source = mutated(rng)
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        try:
            broken += check(source)
        except (TooSlow, MemoryError) as error:
            print(type(error).__name__, source, file=sys.stderr)
            return 1
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    used = most_used()
    print(broken, used)
    return int(used > BYTES)


def most_used() -> int:
    """The most memory that this process had, in bytes."""
    status = Path("/proc/self/status")
    if status.exists():  # getrusage also counts the process that started this one
        return next(int(line.split()[1]) * 1024 for line in status.read_text().splitlines() if "VmHWM" in line)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
