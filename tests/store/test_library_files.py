"""Settings and glossaries in the catalogue: compiled on change, merged over folders, and never worth a failure."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.conftest import Open
from tests.store.trees import put, text
from tshoot.authoring import settings as parsing
from tshoot.model.library import Glossary, Settings, Term, Wordbook
from tshoot.store import library_files
from tshoot.store.catalogue import Catalogue
from tshoot.store.database import IN_MEMORY, Database

SETTINGS = "settings: 1\naliases: {SAP: [the red app]}\nlearn: true\n"
GLOSSARY = "glossary: 1\nterms: {VPN: {means: A tunnel., also: [tunnel]}}\n"
ALIASES = (("SAP", ("the red app",)),)
TERMS = (Term("VPN", "A tunnel.", ("tunnel",)),)


@pytest.fixture
def words(library: Path) -> Path:
    put(library, settings=SETTINGS, glossary=GLOSSARY)
    return library


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the settings files that were parsed."""
    names: list[str] = []
    real: Callable[[bytes | str, str], object] = parsing.parse_settings

    def count(source: bytes | str, path: str) -> object:
        names.append(Path(path).parent.name)
        return real(source, path)

    monkeypatch.setattr(parsing, "parse_settings", count)
    return names


def test_without_files_there_is_nothing(opened: Open) -> None:
    catalogue = opened()
    assert (catalogue.settings(), catalogue.glossary()) == (Settings((), False), Glossary())
    assert (catalogue.words(), catalogue.library_problems()) == (Wordbook(), [])


def test_they_are_no_trees(opened: Open, words: Path) -> None:
    for catalogue in (opened(), opened()):
        assert catalogue.settings() == Settings(ALIASES, True)
        assert catalogue.glossary() == Glossary(TERMS)
        assert catalogue.words() == Wordbook(ALIASES, TERMS)
        assert [entry.id for entry in catalogue.entries()] == ["broken", "printer", "wifi"]
        assert catalogue.library_problems() == []
        assert not any("settings" in one.path or "glossary" in one.path for one in catalogue.all_problems())


def test_below_the_top_such_names_are_trees(opened: Open, library: Path) -> None:
    put(library / "sub", settings=text("Settings are lost"), glossary=text("Words"))
    assert [entry.id for entry in opened().entries()][1:4] == ["printer", "glossary", "settings"]
    assert opened().words() == Wordbook()


def test_they_keep_in_step_with_the_files(opened: Open, words: Path) -> None:
    catalogue = opened()
    assert catalogue.words() == Wordbook(ALIASES, TERMS)
    put(words, settings="settings: 1\naliases: {SAP: [the blue app]}\n")
    assert catalogue.settings().aliases == ALIASES
    catalogue.refresh()
    assert catalogue.settings() == Settings((("SAP", ("the blue app",)),), False)
    (words / "settings.yaml").unlink()
    (words / "glossary.yaml").unlink()
    catalogue.refresh()
    assert catalogue.words() == Wordbook() == opened().words()


def test_what_has_not_changed_is_not_parsed_again(
    opened: Open, words: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    put(tmp_path / "state", settings=SETTINGS)
    monkeypatch.setattr("tshoot.store.scan._is_recent", lambda *_: False)
    for _ in range(3):
        assert opened().settings().aliases == ALIASES
    os.utime(words / "settings.yaml", ns=(10**18, 10**18))
    assert opened().settings().aliases == ALIASES
    assert sorted(parsed) == ["library", "state"]


def test_new_words_do_not_build_the_index_anew(opened: Open, words: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = opened()
    before = catalogue.search("wifi", persona="agent")
    put(words, settings="settings: 1\n")
    monkeypatch.setattr("tshoot.store.symptom_index.SymptomIndex._build", None)
    catalogue.refresh()
    assert catalogue.search("wifi", persona="agent") == before


def test_several_folders_are_merged_in_order(opened: Open, words: Path, tmp_path: Path) -> None:
    more = "settings: 1\naliases: {Jira: [board], SAP: [the booking thing, the red app]}\nlearn: false\n"
    put(tmp_path / "own", settings=more, glossary="glossary: 1\nterms: {vpn: Ours., DNS: Names.}\n")
    first, last = opened(tmp_path / "own", words), opened(words, tmp_path / "own")
    assert first.settings() == Settings(
        (("Jira", ("board",)), ("SAP", ("the booking thing", "the red app"))), False
    )
    assert last.settings() == Settings((("SAP", ("the red app", "the booking thing")), ("Jira", ("board",))), True)
    assert [term.means for term in first.glossary().terms] == ["Ours.", "Names."]
    assert [term.means for term in last.glossary().terms] == ["A tunnel.", "Names."]


@pytest.mark.parametrize(
    ("own", "learn", "aliases"),
    [
        ("settings: 1\nlearn: false\n", False, ALIASES),
        ("settings: 1\nlearn: true\n", True, ALIASES),
        ("settings: 1\naliases: {Jira: [board]}\n", True, (("Jira", ("board",)), *ALIASES)),
        ("settings: 1\nlearn: treu\n", False, ALIASES),
        ("settings: 1\nx: [", False, ALIASES),
        ("", False, ALIASES),
    ],
)
def test_this_computers_settings_come_first(
    opened: Open, words: Path, tmp_path: Path, own: str, learn: bool, aliases: object
) -> None:
    put(tmp_path / "state", settings=own)
    assert opened().settings() == Settings(aliases, learn)  # type: ignore[arg-type]


def test_this_computers_settings_come_and_go(opened: Open, words: Path, tmp_path: Path) -> None:
    catalogue = opened()
    assert catalogue.settings().learn
    put(tmp_path / "state", settings="settings: 1\nlearn: false\n")
    catalogue.refresh()
    assert not catalogue.settings().learn
    (tmp_path / "state" / "settings.yaml").unlink()
    catalogue.refresh()
    assert catalogue.settings().learn


def test_one_folder_for_trees_and_cases(opened: Open, words: Path) -> None:
    for _ in range(2):
        assert opened(words, state=words).settings() == Settings(ALIASES, True)


# Mistakes are reported, and cost nothing else


def test_what_is_sound_is_used_and_the_rest_reported(opened: Open, words: Path, tmp_path: Path) -> None:
    put(words, settings=SETTINGS + "colour: red\n", glossary=GLOSSARY + "x: [")
    put(tmp_path / "state", settings="settings: 2\n")
    for catalogue in (opened(), opened()):
        assert catalogue.words() == Wordbook(ALIASES, TERMS)
        found = {problems[0].path: (source, problems) for source, problems in catalogue.library_problems()}
        assert {Path(path).name for path in found} == {"settings.yaml", "glossary.yaml"}
        source, problems = found[str(words / "settings.yaml")]
        assert source.endswith("colour: red\n")
        assert [(one.span.line, one.rule) for one in problems] == [(4, "unknown-key")]
        assert found[str(tmp_path / "state" / "settings.yaml")][1][0].rule == "bad-value"
        assert len(catalogue.entries()) == 3
    put(words, settings=SETTINGS, glossary=GLOSSARY)
    put(tmp_path / "state", settings="settings: 1\n")
    assert opened().library_problems() == []


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"- [", b"a: &a [*a]", b"\0" * 1000, b"settings: !x 1", b"[" * 50_000,
                b"settings: 1\naliases: {A: [" + b"x" * 1_000_000 + b"]}", b"#" * (1024 * 1024 + 1)], ids=range(9),
)  # fmt: skip
def test_no_content_whatever_stops_the_program(
    opened: Open, library: Path, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "state").mkdir()
    for path in (library / "settings.yaml", library / "glossary.yaml", tmp_path / "state" / "settings.yaml"):
        path.write_bytes(content)
    catalogue = opened()
    assert [entry.id for entry in catalogue.entries()] == ["broken", "printer", "wifi"]
    assert catalogue.settings().learn is False
    assert len(catalogue.library_problems()) == 3
    assert catalogue.search("cannot connect to wifi", persona="agent")[0].tree == "wifi"


def test_refused_files_are_reported_and_take_the_consent_back(opened: Open, words: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text(GLOSSARY)
    (words / "glossary.yaml").unlink()
    (words / "glossary.yaml").symlink_to(tmp_path / "secret.yaml")
    (tmp_path / "state" / "settings.yaml").mkdir(parents=True)
    catalogue = opened()
    assert catalogue.glossary() == Glossary()
    assert catalogue.settings() == Settings(ALIASES, False)
    assert {problems[0].message for _, problems in catalogue.library_problems()} == {
        "the file is not read: it is a link to a file outside of the library",
        "the file is not read: it is not a file",
    }


def test_a_file_that_is_closed_to_this_person(opened: Open, words: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(library_files, "read_source", refuse)
        catalogue = opened()
        assert catalogue.words() == Wordbook()
        assert "Permission denied" in catalogue.library_problems()[0][1][0].message
    for name in ("settings", "glossary"):
        os.utime(words / f"{name}.yaml")
    assert opened().words() == Wordbook(ALIASES, TERMS)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE library_files SET body = '{'",
        'UPDATE library_files SET body = \'{"aliases": 1, "terms": 1}\'',
        "DROP TABLE library_files",
    ],
)
def test_damaged_rows_are_made_anew(opened: Open, words: Path, tmp_path: Path, damage: str) -> None:
    first = opened()
    assert first.words() == Wordbook(ALIASES, TERMS)
    first.close()
    with closing(Database(tmp_path / "state" / "catalogue.db")) as raw:
        raw.rows(damage)
    assert opened().words() == Wordbook(ALIASES, TERMS)


def test_without_a_place_to_write_they_live_in_memory(opened: Open, words: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    catalogue = opened(state=tmp_path / "file")
    assert catalogue.words() == Wordbook(ALIASES, TERMS)
    assert catalogue._path == IN_MEMORY


def test_a_search_knows_the_words_of_the_company(opened: Open, library: Path) -> None:
    put(library, sap=text("SAP is down", "SAP does not open"))
    catalogue = opened()
    found = catalogue.search("the red app does not open")
    assert "sap" not in [word.casefold() for one in found for word in one.words]
    put(library, settings=SETTINGS)
    catalogue.refresh()
    again = catalogue.search("the red app does not open")
    assert again[0].tree == "sap"
    assert "sap" in [word.casefold() for word in again[0].words]
    assert not found or again[0].score > found[0].score


# The start


def test_a_start_asks_nothing_about_words_and_loads_no_yaml(opened: Open, words: Path, tmp_path: Path) -> None:
    put(tmp_path / "state", settings=SETTINGS)
    catalogue = opened()
    assert catalogue.settings() == Settings((("SAP", ("the red app",)),), True)
    for path in (*words.iterdir(), tmp_path / "state" / "settings.yaml"):
        os.utime(path, ns=(10**18, 10**18))
    program = (
        "import sys\nfrom pathlib import Path\nfrom tshoot.store import database, scan\n"
        "from tshoot.store.catalogue import Catalogue\n"
        "scan._is_recent = lambda *_: False\nasked = []\nreal = database.Database.rows\n"
        "def rows(self, sql, *given):\n    asked.append(sql)\n    return real(self, sql, *given)\n"
        "database.Database.rows = rows\n"
        f"def fresh():\n    return Catalogue([Path({str(words)!r})], Path({str(tmp_path / 'state')!r}))\n"
        "fresh().words()\nasked.clear()\n"
        "catalogue = fresh()\ncatalogue.refresh()\ncatalogue.entries()\n"
        "print(sum('library_files' in sql for sql in asked), len(asked))\n"
        "catalogue.words()\ncatalogue.words()\nprint(sum('library_files' in sql for sql in asked))\n"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    start, later = said.splitlines()
    assert start.split()[0] == "0"
    assert later == "3"
    unread = program.partition("fresh().words()")[0] + (
        "catalogue = fresh()\ncatalogue.words()\n"
        "print([name for name in ('yaml', 'tshoot.authoring.reader', 'rapidfuzz') if name in sys.modules])\n"
    )
    said = subprocess.run([sys.executable, "-c", unread], capture_output=True, text=True, check=True).stdout
    assert said == "[]\n"


def test_the_accessors_are_cheap(opened: Open, words: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = opened()
    catalogue.words()
    monkeypatch.setattr(Catalogue, "_ask", None)
    assert catalogue.words() == Wordbook(ALIASES, TERMS)
