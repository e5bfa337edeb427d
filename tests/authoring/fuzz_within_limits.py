"""Looks at damaged trees, each within a second of computing and all within 200 MB; run by `test_fuzz_limits.py`."""

from __future__ import annotations

import random
import resource
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.authoring.mutations import mutated
from tests.authoring.test_fuzz import PATH, check, mend, preview

SECONDS = 1.0
BYTES = 200 * 1024 * 1024


class TooSlow(Exception):
    """A tree took more than its second."""


def _too_slow(*_: object) -> None:
    raise TooSlow


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """No more than so much computing."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def look_at_all(source: bytes, path: Path) -> bool:
    """Lint and its reports, the repairs, and a preview, each within its second; whether there is an error."""
    with within(SECONDS):
        broken = check(source)
    with within(SECONDS):
        mend(source)
    with within(SECONDS):
        preview(path, source)
    return broken


def main(seed: int, count: int) -> int:
    """Prints how many were broken; the first that goes beyond a bound ends it."""
    resource.setrlimit(resource.RLIMIT_DATA, (BYTES, BYTES))
    signal.signal(signal.SIGPROF, _too_slow)
    rng = random.Random(seed)
    broken = 0
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(count):
            source = mutated(rng)
            try:
                broken += look_at_all(source, Path(folder) / PATH)
            except BaseException:
                print(f"{len(source)} bytes: {source[:4000]!r}", file=sys.stderr)
                raise
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
