"""What the cases of this data folder made of a tree."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from contextlib import closing
from functools import lru_cache
from math import inf
from typing import TextIO

from tshoot.cli.tree_files import open_catalogue
from tshoot.engine.tally import Counting, Tally
from tshoot.model.tree import DecisionTree
from tshoot.store.cases import FILE_NAME, CaseStore
from tshoot.store.paths import state_folder

VERSIONS = 64
"""Versions of trees that are kept parsed."""


class Progress:
    """How many cases were counted so far, on a terminal whose person has waited for a second."""

    def __init__(self, stream: TextIO, clock: Callable[[], float]) -> None:
        self._stream, self._clock = stream, clock
        self._next = clock() + 1 if stream.isatty() else inf
        self._count, self._shown = 0, ""

    def step(self) -> None:
        """One more case."""
        self._count += 1
        if self._next < inf and self._clock() >= self._next:
            self._next = self._clock() + 1
            self._show(f"Counting the cases: {self._count:,} so far")

    def done(self) -> None:
        """Leaves the line as it was."""
        if self._shown:
            self._show("")
            self._stream.write("\r")

    def _show(self, words: str) -> None:
        self._stream.write(f"\r{words.ljust(len(self._shown))}")
        self._stream.flush()
        self._shown = words or self._shown


def tally_of(tree: DecisionTree, args: argparse.Namespace) -> Tally:
    """The counts over all cases; a data folder without cases is left as it is."""
    folder = state_folder(args.state)
    if not (folder / FILE_NAME).is_file():
        return Counting(tree.id, lambda name, digest: None).result()
    with closing(open_catalogue(args)) as catalogue, CaseStore(folder) as store:

        @lru_cache(VERSIONS)
        def version(name: str, digest: str) -> DecisionTree | None:
            if digest == tree.digest:
                return tree
            return (catalogue.by_digest(digest) if digest else catalogue.tree(name)) or _kept(store, name, digest)

        counting = Counting(tree.id, version)
        progress = Progress(sys.stderr, time.monotonic)
        for events in store.histories(tree.id):
            counting.add(events)
            progress.step()
        progress.done()
    return counting.result()


def _kept(store: CaseStore, name: str, digest: str) -> DecisionTree | None:
    """The version that cases keep for themselves."""
    from tshoot.authoring.parse import parse_tree

    source = store.source(digest)
    return None if source is None else parse_tree(source, f"{name}.yaml").tree
