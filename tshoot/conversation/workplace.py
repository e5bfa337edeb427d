"""What all conversations of one process share: trees, cases, clock, and who is here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tshoot.model.event import Persona
from tshoot.model.fact import Value
from tshoot.store.cases import CaseStore
from tshoot.store.catalogue import Catalogue

if TYPE_CHECKING:
    from tshoot.checks.run import CheckResult

REMEMBERED = {"requester": "name", "contact": "contact"}
"""Facts that a user gives once for all cases, by the name of the setting that keeps them."""


def now() -> str:
    """The present time, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def run_check(name: str, arguments: Mapping[str, str]) -> CheckResult:
    """Run a local check; the checks are loaded when one is wanted."""
    from tshoot.checks.run import run

    return run(name, arguments)


def this_computer() -> Mapping[str, str]:
    """What this computer says of itself: `os`, `os_version`, `computer`."""
    from tshoot.checks.machine import facts

    return facts()


@dataclass(slots=True, kw_only=True)
class Workplace:
    """The surroundings of a conversation, all passed in."""

    state: Path
    store: CaseStore
    catalogue: Catalogue
    persona: Persona = "user"
    zone: str = "UTC"
    language: str = ""
    """The code of the language that this person reads; empty: trees as they are written."""
    now: Callable[[], str] = now
    run_check: Callable[[str, Mapping[str, str]], CheckResult] = run_check
    computer: Callable[[], Mapping[str, str]] = this_computer
    keeps_cases: bool = True
    """Whether a case can be gone on with later; else nobody is told a number for it."""
    opened: set[str] = field(default_factory=set)
    """Cases that this process has open."""

    def today(self) -> date:
        """The present date."""
        return datetime.fromisoformat(self.now()).date()

    def first_facts(self) -> dict[str, Value]:
        """What is known before the first question; an agent's own computer and name are not the caller's."""
        if self.persona == "agent":
            return {}
        facts: dict[str, Value] = {name: value for name, value in self.computer().items() if value}
        for fact, setting in REMEMBERED.items():
            if value := self.store.setting(setting):
                facts[fact] = value
        return facts

    def close(self) -> None:
        """Let go of cases, trees and database."""
        for case in list(self.opened):
            self.store.release(case)
        self.catalogue.close()
        self.store.close()


def open_workplace(state: str | None, trees: Sequence[str], persona: Persona, language: str = "") -> Workplace:
    """The workplace of this machine and person; raises TshootError with a plain sentence."""
    from tshoot.store.confirmed import Confirmed
    from tshoot.store.paths import state_folder, tree_folders
    from tshoot.store.translations import wanted_language

    folder = state_folder(state)
    folders = tree_folders(trees)
    store = CaseStore(folder)
    try:
        catalogue = Catalogue(folders, folder)
        catalogue.learn_from(Confirmed(catalogue, store))
        catalogue.refresh()
    except BaseException:
        store.close()
        raise
    return Workplace(
        state=folder, store=store, catalogue=catalogue, persona=persona, zone=local_zone(),
        language=wanted_language(language),
    )  # fmt: skip


def local_zone() -> str:
    """The name of this computer's time zone, such as `Europe/Madrid`, else its present offset."""
    import os

    if named := os.environ.get("TZ", "").removeprefix(":"):
        return named
    try:
        target = str(Path("/etc/localtime").readlink())
        if "zoneinfo/" in target:
            return target.split("zoneinfo/", 1)[1]
    except OSError:
        pass
    return datetime.now().astimezone().strftime("%:z")
