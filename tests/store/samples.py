"""Small events and headers for the store's tests."""

from __future__ import annotations

from tshoot.model.case import CaseHeader
from tshoot.model.event import Event, Noted, Started

CASE = "K7F3-Q2DM"


def start(tree: str = "wifi") -> Event:
    """The first event of a case."""
    return Started(at="2026-11-05T10:00:00Z", tree=tree, problem="no wifi")


def note(text: str = "hello") -> Event:
    """Any later event."""
    return Noted(at="2026-11-05T10:01:00Z", text=text)


def head(case: str = CASE, **changes: object) -> CaseHeader:
    """A header."""
    return CaseHeader(case=case, **{"title": "Wi-Fi", "updated": "2026-11-05T10:00:00Z", **changes})  # type: ignore[arg-type]
