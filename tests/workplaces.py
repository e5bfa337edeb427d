"""Workplaces for tests: real trees and a real store in a temporary folder, a frozen clock, checks of one's choice."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from pathlib import Path

from tshoot.checks.result import CheckResult
from tshoot.conversation.workplace import Workplace
from tshoot.model.event import Persona
from tshoot.store.cases import CaseStore
from tshoot.store.catalogue import Catalogue

NOW = "2026-03-01T09:00:00.000+00:00"


class Office:
    """A folder of trees and a folder of cases; gives out workplaces."""

    def __init__(self, folder: Path, **trees: str) -> None:
        self.trees, self.state = folder / "trees", folder / "state"
        self.trees.mkdir()
        self.checks: dict[str, CheckResult] = {}
        self.clock = NOW
        self._open: list[Workplace] = []
        for name, source in trees.items():
            self.write(name, source)
        self.store = CaseStore(self.state)

    def __enter__(self) -> Office:
        return self

    def __exit__(self, *error: object) -> None:
        for workplace in self._open:
            workplace.close()
        self.store.close()

    def write(self, name: str, source: str) -> None:
        """Put a tree file there, or another version of it."""
        (self.trees / f"{name}.yaml").write_text(textwrap.dedent(source), encoding="utf-8")

    def remove(self, name: str) -> None:
        """Take a tree file away."""
        (self.trees / f"{name}.yaml").unlink()

    def check(self, name: str, arguments: Mapping[str, str]) -> CheckResult:
        """The result that the test has set."""
        return self.checks.get(name) or CheckResult(status="unsupported")

    def workplace(self, persona: Persona = "user", computer: str = "laptop-7") -> Workplace:
        """A workplace of its own, as another window has it."""
        catalogue = Catalogue([self.trees], self.state)
        catalogue.refresh()
        facts = {"os": "Linux", "os_version": "Debian 12", "computer": computer}
        workplace = Workplace(
            state=self.state, store=CaseStore(self.state), catalogue=catalogue, persona=persona, zone="UTC",
            now=lambda: self.clock, run_check=self.check, computer=lambda: facts,
        )  # fmt: skip
        self._open.append(workplace)
        return workplace
