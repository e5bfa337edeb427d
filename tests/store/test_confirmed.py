"""What people have called the trees counts in the search, with consent, from the next search on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tshoot.store.cases import CaseStore
from tshoot.store.catalogue import Catalogue
from tshoot.store.confirmed import Confirmed
from tshoot.store.wordings import Taught

TREE = "tree: 1\ntitle: {title}\nsymptoms: [{symptom}]\nnodes: {{n: {{end: resolved, tell: Good.}}}}\n"
WORDS = "the gizmo croaks"


@pytest.fixture
def trees(tmp_path: Path) -> Path:
    folder = tmp_path / "trees"
    folder.mkdir()
    for name, title, symptom in (
        ("printer", "Printer", "nothing comes out of the printer"),
        ("screen", "Screen", "the screen stays black"),
        ("sound", "Sound", "no sound in calls"),
    ):
        (folder / f"{name}.yaml").write_text(TREE.format(title=title, symptom=symptom))
    return folder


def consent(trees: Path, *, given: bool) -> None:
    (trees / "settings.yaml").write_text(f"settings: 1\nlearn: {str(given).lower()}\n")


def best(catalogue: Catalogue) -> str:
    found = catalogue.search(WORDS)
    return found[0].tree if found and found[0].words else ""


def test_a_confirmed_wording_is_found_with_consent_alone(trees: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    consent(trees, given=True)
    with CaseStore(state) as store:
        catalogue = Catalogue([trees], state)
        catalogue.learn_from(Confirmed(catalogue, store))
        assert best(catalogue) == ""
        store.wordings.add("CASE", [Taught("sound", WORDS)], at="2026-01-01T00:00:00Z")
        assert best(catalogue) == "sound"
        consent(trees, given=False)
        catalogue.refresh()
        assert best(catalogue) == ""
        consent(trees, given=True)
        catalogue.refresh()
        assert best(catalogue) == "sound"
        store.wordings.forget()
        assert best(catalogue) == ""
        catalogue.close()
