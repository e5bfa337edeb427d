"""Processes that take a share of much work."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor


def workers(most: int) -> int:
    """How many processes this computer works in at once."""
    return min(os.cpu_count() or 1, most)


def pool(processes: int, prepare: Callable[[], object] | None = None) -> ProcessPoolExecutor:
    """Processes that end with this one; each is prepared first."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # A copy of this process has loaded everything already; elsewhere than on Linux, copies are not safe.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    return ProcessPoolExecutor(processes, context, _begin, (prepare,))


def _begin(prepare: Callable[[], object] | None) -> None:
    """Ctrl+C is for the process that was started by a person; whatever ends that one ends this one too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    if prepare:
        prepare()


def _end_with(parent: int) -> None:
    # A process that is killed cannot tell; its workers would wait for ever to hand over what they found.
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
