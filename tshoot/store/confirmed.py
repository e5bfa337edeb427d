"""What people have called the trees, for the search; nothing where the organisation does not consent."""

from __future__ import annotations

from collections.abc import Mapping

from tshoot.errors import StorageError
from tshoot.store.cases import CaseStore
from tshoot.store.catalogue import Catalogue

_NOTHING = -2
"""Stands for the generation of nothing: another than that of any table."""


class Confirmed:
    """The confirmed wordings of this computer as the search index wants them."""

    def __init__(self, catalogue: Catalogue, store: CaseStore) -> None:
        self._catalogue = catalogue
        self._store = store

    def generation(self) -> int:
        """Another number after every change, and when the consent is given or taken back."""
        if self._catalogue.settings().learn is not True:
            return _NOTHING
        try:
            return self._store.wordings.generation()
        except StorageError:
            return _NOTHING

    def phrases_by_tree(self) -> Mapping[str, tuple[str, ...]]:
        """Tree to the phrases that people have called its problem."""
        if self.generation() == _NOTHING:
            return {}
        try:
            return self._store.wordings.phrases_by_tree()
        except StorageError:
            return {}
