"""Running a local check beside the screen, so that it can be watched and cancelled."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from textual.message import Message
from textual.message_pump import MessagePump

from tshoot.checks.result import CheckResult


class CheckRun:
    """One check in a thread of its own, which ends with the process and never holds it up."""

    class Ended(Message):
        """The check is over; without a result it broke."""

        def __init__(self, run: CheckRun, result: CheckResult | None, error: Exception | None = None) -> None:
            super().__init__()
            self.run = run
            self.result = result
            self.error = error

    def __init__(self, owner: MessagePump, perform: Callable[[], CheckResult]) -> None:
        self._owner = owner
        self._perform = perform
        self.ticks = 0
        Thread(target=self._work, name="tshoot-check", daemon=True).start()

    def _work(self) -> None:
        try:
            ended = self.Ended(self, self._perform())
        except Exception as error:  # whatever it is, the person is asked instead
            ended = self.Ended(self, None, error)
        # The screen may be gone by now; then nobody waits for this.
        if self._owner.is_running:
            self._owner.post_message(ended)
