"""What the cases of this data folder made of a tree."""

from __future__ import annotations

import argparse
from functools import lru_cache

from tshoot.cli.tree_files import open_catalogue
from tshoot.engine.tally import Counting, Tally
from tshoot.model.tree import DecisionTree
from tshoot.store.cases import FILE_NAME, CaseStore
from tshoot.store.paths import state_folder

VERSIONS = 64
"""Versions of trees that are kept parsed."""


def tally_of(tree: DecisionTree, args: argparse.Namespace) -> Tally:
    """The counts over all cases; a data folder without cases is left as it is."""
    folder = state_folder(args.state)
    if not (folder / FILE_NAME).is_file():
        return Counting(tree.id, lambda name, digest: None).result()
    catalogue = open_catalogue(args)
    try:
        with CaseStore(folder) as store:

            @lru_cache(VERSIONS)
            def version(name: str, digest: str) -> DecisionTree | None:
                if digest == tree.digest:
                    return tree
                return (catalogue.by_digest(digest) if digest else catalogue.tree(name)) or _kept(
                    store, name, digest
                )

            counting = Counting(tree.id, version)
            for events in store.histories(tree.id):
                counting.add(events)
    finally:
        catalogue.close()
    return counting.result()


def _kept(store: CaseStore, name: str, digest: str) -> DecisionTree | None:
    """The version that cases keep for themselves."""
    from tshoot.authoring.parse import parse_tree

    source = store.source(digest)
    return None if source is None else parse_tree(source, f"{name}.yaml").tree
