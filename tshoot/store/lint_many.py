"""Looks at many tree files, in several processes where that is quicker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tshoot.store.lint_kept import Kept, lint_source
from tshoot.store.workers import pool, workers

WORTH_IT = 100
"""Files from which on the start of other processes pays."""
MOST = 4
"""Processes."""
_CHUNK = 25


def lint_many(sources: Mapping[str, bytes], today: str) -> dict[str, Kept]:
    """What is found in each of these files by itself."""
    processes = workers(MOST)
    if len(sources) < WORTH_IT or processes < 2:
        return {path: lint_source(path, source, today) for path, source in sources.items()}
    return _in_processes(sources, today, processes)


def _in_processes(sources: Mapping[str, bytes], today: str, processes: int) -> dict[str, Kept]:
    from concurrent.futures.process import BrokenProcessPool

    items = list(sources.items())
    chunks = [(items[start : start + _CHUNK], today) for start in range(0, len(items), _CHUNK)]
    many = pool(processes)
    found: dict[str, Kept] = {}
    try:
        for some in many.map(_lint_chunk, chunks):
            found |= some
    except (OSError, BrokenProcessPool):  # too little memory or too many processes: slowly, but surely
        rest = {path: source for path, source in items if path not in found}
        found |= {path: lint_source(path, source, today) for path, source in rest.items()}
    finally:
        many.shutdown(wait=True, cancel_futures=True)
    return found


def _lint_chunk(chunk: tuple[Sequence[tuple[str, bytes]], str]) -> dict[str, Kept]:
    items, today = chunk
    return {path: lint_source(path, source, today) for path, source in items}
