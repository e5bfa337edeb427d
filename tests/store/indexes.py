"""What tests of the search index share."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tshoot.language.symptoms import Ranked
from tshoot.store import symptom_build, symptom_files, symptom_index
from tshoot.store.catalogue import Catalogue


class Said:
    """What people have called the trees."""

    def __init__(self) -> None:
        self.phrases: dict[str, tuple[str, ...]] = {}
        self.number = 0
        self.asked = 0

    def teach(self, tree: str, *phrases: str) -> None:
        self.phrases[tree] = phrases
        self.number += 1

    def generation(self) -> int:
        return self.number

    def phrases_by_tree(self) -> Mapping[str, tuple[str, ...]]:
        self.asked += 1
        return self.phrases


def index_of(state: Path) -> Path:
    (found,) = state.glob("symptoms-*.db")
    return found


def found_by(catalogue: Catalogue, words: str) -> list[Ranked]:
    return catalogue.search(words, persona="agent", limit=99)


def best(found: list[Ranked]) -> str:
    return found[0].tree if found and found[0].score >= 0.5 else ""


def notes_builds(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The indexes that are made anew from now on."""
    made: list[Path] = []
    real = symptom_files.build

    def build(path: Path, *rest: Any) -> None:
        made.append(path)
        real(path, *rest)

    monkeypatch.setattr(symptom_index, "build", build)
    return made


def notes_trees(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The trees that are written into an index from now on."""
    written: list[str] = []
    real = symptom_build._put

    def put(writing: Any, tree: str, *rest: Any) -> None:
        written.append(tree)
        real(writing, tree, *rest)

    monkeypatch.setattr(symptom_build, "_put", put)
    return written
