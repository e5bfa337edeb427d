"""A library of trees, and catalogues over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.store.samples import head, note, start
from tests.store.trees import put, text
from tshoot.store.cases import CaseStore
from tshoot.store.catalogue import Catalogue

Open = Callable[..., Catalogue]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    put(
        tmp_path / "library",
        wifi=text("Wi-Fi will not connect", "cannot connect to wifi", "summary: From none to some.\ntier: 2"),
        printer=text("Printer does not print", "nothing comes out of the printer"),
        broken="tree: 1\ntitle: Broken\nnodes:\n  a:\n    ask: What?\n    options: {Yes: nowhere}\n",
    )
    return tmp_path / "library"


@pytest.fixture
def opened(tmp_path: Path, library: Path) -> Iterator[Open]:
    made: list[Catalogue] = []

    def open_(*folders: Path, state: Path = tmp_path / "state") -> Catalogue:
        made.append(Catalogue(folders or (library,), state))
        return made[-1]

    yield open_
    for catalogue in made:
        catalogue.close()


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """A folder with one case of two events in it."""
    with CaseStore(tmp_path / "state") as store:
        store.create(head(), [start(), note()])
    return tmp_path / "state"
