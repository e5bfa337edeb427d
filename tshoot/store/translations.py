"""Trees in another language: the texts of the translation that stands beside a tree's file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tshoot.authoring.files import LANGUAGE, SUFFIXES
from tshoot.model.tree import DecisionTree

if TYPE_CHECKING:
    from tshoot.store.catalogue import Catalogue


def wanted_language(given: str = "") -> str:
    """The language that a person reads: as given, else `TSHOOT_LANGUAGE`, else that of the computer; or none."""
    named = given or os.environ.get("TSHOOT_LANGUAGE", "")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        named = named or os.environ.get(name, "")
    code = named.partition(".")[0].partition("@")[0].replace("_", "-")
    return code if LANGUAGE.match(code) else ""


class Translations:
    """The trees of a library as they read in one language; what is not translated reads as it was written."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        self._catalogue = catalogue
        self._codes = tuple(dict.fromkeys(code for code in (language, language.partition("-")[0]) if code))
        self._made: dict[str, DecisionTree] = {}
        """By digest of the original."""

    def of(self, tree: DecisionTree) -> DecisionTree:
        """This version of a tree, in the language where there is a translation."""
        if not self._codes or tree.language in self._codes:
            return tree
        if tree.digest not in self._made:
            self._made[tree.digest] = self._translated(tree)
        return self._made[tree.digest]

    def _translated(self, tree: DecisionTree) -> DecisionTree:
        from tshoot.authoring.source import read_bytes

        path = self._beside(tree.id)
        if path is None:
            return tree
        from tshoot.authoring.translatable import translated
        from tshoot.authoring.translation import parse_translation

        try:
            source = read_bytes(path)
        except OSError:  # a translation is a comfort, never worth a failure
            return tree
        return translated(tree, parse_translation(source, str(path), tree).usable)

    def _beside(self, name: str) -> Path | None:
        """The file of the translation; that of the region comes first."""
        entry = self._catalogue.entry(name)
        if entry is None:
            return None
        file = Path(entry.path)
        named = (file.with_name(f"{file.stem}.{code}{suffix}") for code in self._codes for suffix in SUFFIXES)
        return next((path for path in named if path.is_file()), None)
