"""Textual's driver for Unix terminals, hardened: a stray byte, a closed terminal or a lost reader is no bug."""

from __future__ import annotations

import codecs
from typing import Any, Protocol, TextIO, runtime_checkable

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

ALTERNATE_SCREEN = "\x1b[?1049h"
"""Some terminals clear the screen at this even when it is the one they show."""


@runtime_checkable
class Painted(Protocol):
    """An app whose first picture may be on the terminal already."""

    def take_picture(self) -> bool:
        """Take the terminal over; whether there is a picture on it."""
        ...


class LenientDriver(LinuxDriver):
    """Drops bytes that are no UTF-8, and goes on when the terminal has gone."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._forgiving = _Forgiving(self._file)  # type: ignore[arg-type]
        self._file = self._forgiving  # type: ignore[assignment]

    def start_application_mode(self) -> None:
        """Take the terminal; a first picture that is on it already stays until the chat draws over it."""
        if isinstance(self._app, Painted) and self._app.take_picture():
            self._forgiving.dropped = ALTERNATE_SCREEN
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def run_input_thread(self) -> None:
        """Read keys; a terminal that is gone ends the reading, and the signal that comes with it the app."""
        # The driver makes its decoder from this name; the default one raises on a single bad byte.
        linux_driver.getincrementaldecoder = _lenient_decoder  # type: ignore[assignment,attr-defined]
        try:
            super().run_input_thread()
        except OSError:
            self._app.call_later(self._app.run_action, "interrupt")


def _lenient_decoder(name: str) -> Any:
    make = codecs.getincrementaldecoder(name)
    return lambda: make(errors="ignore")


class _Forgiving:
    """A file whose reader may go away: what cannot be written is dropped, so that closing down never hangs."""

    def __init__(self, file: TextIO) -> None:
        self._real = file
        self.dropped = ""
        """What is left out once."""

    def write(self, text: str) -> None:
        if self.dropped and text == self.dropped:
            self.dropped = ""
            return
        try:
            self._real.write(text)
        except (OSError, ValueError):
            return

    def flush(self) -> None:
        try:
            self._real.flush()
        except (OSError, ValueError):
            return

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)
