"""Being stopped in the middle: by Ctrl+C, by a closed terminal, by the system, by a reader that went away."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from tshoot.errors import TshootError

if TYPE_CHECKING:
    from types import FrameType

    from tshoot.conversation.conversation import Conversation


class Stopped(BaseException):
    """The system or a closed terminal asked the program to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = 128 + number


@contextmanager
def stoppable() -> Iterator[None]:
    """Within it, SIGTERM and SIGHUP raise Stopped, unless somebody has them ignored (nohup)."""
    import signal

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    heeded = [number for number in numbers if signal.getsignal(number) == signal.SIG_DFL]
    for number in heeded:
        signal.signal(number, _stop)
    try:
        yield
    finally:
        for number in heeded:
            signal.signal(number, signal.SIG_DFL)


def _stop(number: int, frame: FrameType | None) -> None:
    import signal

    # A closed terminal often sends several; the next one shall not disturb the leaving.
    signal.signal(number, signal.SIG_IGN)
    raise Stopped(number)


@contextmanager
def attentive() -> Iterator[None]:
    """Within it, a signal that came just before waiting for a line is heeded too, half a second late at most.

    Python looks for signals before it waits and when the wait is interrupted; one that comes in between would wait
    for the next key. The ticks interrupt the wait.
    """
    import signal

    if not hasattr(signal, "setitimer") or signal.getsignal(signal.SIGALRM) != signal.SIG_DFL:
        yield
        return
    signal.signal(signal.SIGALRM, _tick)
    signal.setitimer(signal.ITIMER_REAL, 0.5, 0.5)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)


def _tick(number: int, frame: FrameType | None) -> None:
    """The interruption is all that is wanted."""


@contextmanager
def left_when_stopped(conversation: Conversation) -> Iterator[None]:
    """Whatever stops the conversation, that the person left is recorded; every answer is safe already."""
    try:
        yield
    except (KeyboardInterrupt, Stopped, OSError):
        with suppress(TshootError):
            conversation.leave()
        raise
