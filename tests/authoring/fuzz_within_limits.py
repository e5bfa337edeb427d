"""Looks at damaged trees, each within a second of computing and all within 200 MB; run by `test_fuzz_limits.py`."""

from __future__ import annotations

import random
import resource
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.authoring.heavy import heavy
from tests.authoring.mutations import mutated
from tests.authoring.test_fuzz import PATH, check, mend, preview

SECONDS = 1.0
MENDED = 2.0
"""Repairs are proved by reading the file again."""
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
    """Lint and its reports, the repairs, and a preview, each within its time; whether there is an error."""
    with within(SECONDS):
        broken = check(source)
    with within(MENDED):
        mend(source)
    with within(SECONDS):
        preview(path, source)
    return broken


def look_at_one(source: bytes, path: Path) -> bool:
    """Lint and its reports alone: how long repairs take is bounded by how many there are to try."""
    with within(SECONDS):
        return check(source)


def main(sources: Iterable[bytes], look: Callable[[bytes, Path], bool]) -> int:
    """Prints how many were broken; the first that goes beyond a bound ends it."""
    resource.setrlimit(resource.RLIMIT_DATA, (BYTES, BYTES))
    signal.signal(signal.SIGPROF, _too_slow)
    broken = 0
    with tempfile.TemporaryDirectory() as folder:
        for source in sources:
            try:
                broken += look(source, Path(folder) / PATH)
            except BaseException:
                print(f"{len(source)} bytes: {source[:4000]!r}", file=sys.stderr)
                raise
    used = most_used()
    print(broken, used)
    return int(used > BYTES)


def damaged(seed: int, count: int) -> Iterator[bytes]:
    """So many damaged trees."""
    rng = random.Random(seed)
    return (mutated(rng) for _ in range(count))


def most_used() -> int:
    """The most memory that this process had, in bytes."""
    status = Path("/proc/self/status")
    if status.exists():  # getrusage also counts the process that started this one
        return next(int(line.split()[1]) * 1024 for line in status.read_text().splitlines() if "VmHWM" in line)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    if sys.argv[1:] == ["heavy"]:
        sys.exit(main(heavy(), look_at_one))
    sys.exit(main(damaged(int(sys.argv[1]), int(sys.argv[2])), look_at_all))
