"""Looks at many tree files, in several processes where that is quicker."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Mapping, Sequence

from tshoot.store.lint_kept import Kept, lint_source

WORTH_IT = 100
"""Files from which on the start of other processes pays."""
MOST = 4
"""Processes."""
_CHUNK = 25


def lint_many(sources: Mapping[str, bytes], today: str) -> dict[str, Kept]:
    """What is found in each of these files by itself."""
    processes = min(MOST, os.cpu_count() or 1)
    if len(sources) < WORTH_IT or processes < 2:
        return {path: lint_source(path, source, today) for path, source in sources.items()}
    return _in_processes(sources, today, processes)


def _in_processes(sources: Mapping[str, bytes], today: str, processes: int) -> dict[str, Kept]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    items = list(sources.items())
    chunks = [(items[start : start + _CHUNK], today) for start in range(0, len(items), _CHUNK)]
    # A copy of this process has loaded everything already; elsewhere than on Linux, copies are not safe.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    pool = ProcessPoolExecutor(processes, context, _begin)
    found: dict[str, Kept] = {}
    try:
        for some in pool.map(_lint_chunk, chunks):
            found |= some
    except (OSError, BrokenProcessPool):  # too little memory or too many processes: slowly, but surely
        rest = {path: source for path, source in items if path not in found}
        found |= {path: lint_source(path, source, today) for path, source in rest.items()}
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return found


def _begin() -> None:
    """Ctrl+C is for the process that was started by a person; whatever ends that one ends this one too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()


def _end_with(parent: int) -> None:
    # A process that is killed cannot tell; its workers would wait for ever to hand over what they found.
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _lint_chunk(chunk: tuple[Sequence[tuple[str, bytes]], str]) -> dict[str, Kept]:
    items, today = chunk
    return {path: lint_source(path, source, today) for path, source in items}
