from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.store.conftest import Open
from tests.store.trees import put, text
from tshoot.authoring import parse
from tshoot.store import catalogue_db
from tshoot.store.catalogue import Catalogue, TreeEntry
from tshoot.store.database import IN_MEMORY, Database


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files that were parsed."""
    names: list[str] = []
    real = parse.parse_tree

    def count(source: bytes | str, path: str) -> parse.Parsed:
        names.append(Path(path).stem)
        return real(source, path)

    monkeypatch.setattr(parse, "parse_tree", count)
    return names


def titles(catalogue: Catalogue) -> list[str]:
    return [entry.title for entry in catalogue.entries()]


def test_what_the_catalogue_knows_of_each_file(opened: Open, library: Path) -> None:
    source = (library / "wifi.yaml").read_text()
    tree = parse.parse_tree(source, str(library / "wifi.yaml")).tree
    assert tree
    for catalogue in (opened(), opened()):
        assert [entry.id for entry in catalogue.entries()] == ["broken", "printer", "wifi"]
        assert catalogue.entries()[2] == TreeEntry(
            "wifi", "Wi-Fi will not connect", "From none to some.", 2, "agent", "", "live",
            str(library / "wifi.yaml"), tree.digest, False, 1,
        )  # fmt: skip
        assert [catalogue.entry(entry.id) for entry in catalogue.entries()] == catalogue.entries()
        assert catalogue.entry("none") is None
        assert catalogue.tree("wifi") == tree == catalogue.by_digest(tree.digest)
        assert catalogue.source("wifi") == source == catalogue.source_by_digest(tree.digest)
        assert catalogue.problems("wifi") == []
        assert (
            catalogue.tree("none") is None
            and catalogue.source("none") is None
            and catalogue.problems("none") == []
        )


def test_a_broken_tree_stays_with_its_reasons(opened: Open, library: Path) -> None:
    catalogue = opened()
    assert [entry.id for entry in catalogue.entries() if entry.broken] == ["broken"]
    assert catalogue.tree("broken") is None
    assert catalogue.source("broken") == (library / "broken.yaml").read_text()
    problems = catalogue.problems("broken")
    assert any("nowhere" in problem.message for problem in problems)
    assert all(problem.path == str(library / "broken.yaml") for problem in problems)
    assert catalogue.all_problems() == sorted(problems)


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"- [", b"a: &a [*a]", b"tree: 1\n" * 100, b"\0", b"tree: !x 1"]
)
def test_no_content_whatever_stops_the_others(opened: Open, library: Path, content: bytes) -> None:
    (library / "awful.yaml").write_bytes(content)
    catalogue = opened()
    assert [entry.id for entry in catalogue.entries() if entry.broken] == ["awful", "broken"]
    assert catalogue.problems("awful") and catalogue.tree("printer")


def test_refused_files_are_listed_with_the_reason(opened: Open, library: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("password: x")
    (library / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (library / "large.yaml").write_text("#" * (1024 * 1024 + 1))
    (library / os.fsdecode(b"odd-\xff.yaml")).write_text(text())
    for catalogue in (opened(), opened()):
        assert "outside of the library" in catalogue.problems("link")[0].message
        assert "a tree may have" in catalogue.problems("large")[0].message
        assert "not UTF-8" in catalogue.problems("odd-\ufffd")[0].message
        assert catalogue.source("link") == ""
        assert catalogue.tree("wifi")


def test_a_file_that_is_closed_to_this_person(
    opened: Open, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.open

    def refuse(path: Path, *arguments: Any, **named: Any) -> Any:
        if path.name == "wifi.yaml":
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        assert "Permission denied" in opened().problems("wifi")[0].message
    os.utime(library / "wifi.yaml")
    assert opened().tree("wifi")


def test_of_two_trees_with_one_id_the_first_counts(opened: Open, library: Path, tmp_path: Path) -> None:
    put(tmp_path / "own", wifi=text("Our own Wi-Fi"), extra=text("Extra", more="id: printer"))
    both = opened(tmp_path / "own", library)
    assert titles(both) == ["Extra", "Our own Wi-Fi", "Broken"]
    assert (both.tree("printer"), both.tree("wifi")) != (None, None)
    assert [tree.title for tree in (both.tree("printer"), both.tree("wifi")) if tree] == ["Extra", "Our own Wi-Fi"]
    doubles = [problem for problem in both.all_problems() if problem.rule == "duplicate-tree"]
    assert [Path(problem.path).name for problem in doubles] == ["printer.yaml", "wifi.yaml"]
    assert str(tmp_path / "own" / "extra.yaml") in doubles[0].message
    assert titles(opened(library, tmp_path / "own"))[1:] == ["Printer does not print", "Wi-Fi will not connect"]
    assert titles(opened()) == ["Broken", "Printer does not print", "Wi-Fi will not connect"]


def test_it_keeps_in_step_with_the_files(opened: Open, library: Path) -> None:
    catalogue = opened()
    assert titles(catalogue)[2] == "Wi-Fi will not connect"
    put(library, wifi=text("Wi-Fi is slow"), another=text("Another"))
    (library / "printer.yaml").unlink()
    (library / "wifi.test.yaml").write_text("tests: []")
    (library / "wifi.es.yaml").write_text("title: x")
    catalogue.refresh()
    assert titles(catalogue) == ["Another", "Broken", "Wi-Fi is slow"] == titles(opened())
    put(library, broken=text("Mended"))
    catalogue.refresh()
    assert titles(catalogue)[1] == "Mended" and catalogue.all_problems() == []


def test_every_one_of_many_quick_edits_of_the_same_size_is_seen(opened: Open, library: Path) -> None:
    catalogue = opened()
    for number in range(10, 40):
        put(library, wifi=text(f"Edit {number}"))
        catalogue.refresh()
        assert titles(catalogue)[2] == f"Edit {number}"


def test_what_has_not_changed_is_not_parsed_again(
    opened: Open, library: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened().refresh()
    assert sorted(parsed) == ["broken", "printer", "wifi"]
    parsed.clear()
    os.utime(library / "printer.yaml", ns=(10**18, 10**18))
    put(library, wifi=text("New"))
    assert titles(opened()) == ["Broken", "Printer does not print", "New"]
    assert parsed == ["wifi"]


def test_a_settled_library_costs_one_look_at_the_folder(
    opened: Open, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tshoot.store.scan._is_recent", lambda *_: False)
    opened().refresh()
    monkeypatch.setattr("tshoot.store.refresh._Refresh", None)
    assert len(opened().entries()) == 3


def test_nothing_heavy_is_imported_for_a_tree_that_is_known(opened: Open, library: Path, tmp_path: Path) -> None:
    opened().refresh()
    program = (
        "import sys\nfrom pathlib import Path\nfrom tshoot.store.catalogue import Catalogue\n"
        f"catalogue = Catalogue([Path({str(library)!r})], Path({str(tmp_path / 'state')!r}))\n"
        "assert catalogue.tree('wifi') and len(catalogue.entries()) == 3\ncatalogue.close()\n"
        "heavy = ('yaml', 'tshoot.authoring.parse', 'rapidfuzz', 'psutil', 'textual', 'logging', 'tempfile')\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said == "[]\n"


# The cache is never worth a failure


def expect_sound(catalogue: Catalogue) -> None:
    assert [entry.id for entry in catalogue.entries()] == ["broken", "printer", "wifi"]
    tree = catalogue.tree("wifi")
    assert tree and tree.title == "Wi-Fi will not connect"
    assert catalogue.problems("broken") and catalogue.all_problems()
    assert catalogue.search("cannot connect", persona="agent")[0].tree == "wifi"


@pytest.fixture
def cache(opened: Open, tmp_path: Path) -> Path:
    """The file of a catalogue that was built and searched."""
    catalogue = opened()
    expect_sound(catalogue)
    catalogue.close()
    return tmp_path / "state" / "catalogue.db"


@pytest.mark.parametrize(
    "content", [b"", b"x", b"garbage " * 1000, b"SQLite format 3\0" + b"\xff" * 9000], ids=range(4)
)
def test_garbage_is_replaced(opened: Open, cache: Path, content: bytes) -> None:
    cache.write_bytes(content)
    expect_sound(opened())
    assert cache.read_bytes()[:15] == b"SQLite format 3" and cache.stat().st_mode & 0o777 == 0o600


def test_every_page_may_be_overwritten(opened: Open, cache: Path) -> None:
    good = cache.read_bytes()
    for start in range(0, len(good), 4096):
        for bad in (b"\0", b"\xa5"):
            cache.write_bytes(good[:start] + bad * 4096 + good[start + 4096 :])
            catalogue = opened()
            expect_sound(catalogue)
            catalogue.close()


@pytest.mark.parametrize("kept", [50, 4096, 40_000])
def test_a_truncated_cache_is_replaced(opened: Open, cache: Path, kept: int) -> None:
    os.truncate(cache, kept)
    expect_sound(opened())


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE bodies SET body = '{' WHERE path = 'wifi.yaml'",
        "UPDATE bodies SET body = '{\"id\": 1}' WHERE path = 'wifi.yaml'",
        "UPDATE bodies SET problems = '[1]' WHERE path = 'broken.yaml'",
        "UPDATE files SET entry = ']' WHERE path = 'wifi.yaml'",
        "DROP TABLE bodies",
        "PRAGMA user_version = 7",
    ],
)
def test_damaged_rows_are_made_anew(opened: Open, cache: Path, damage: str) -> None:
    with closing(Database(cache)) as raw:
        raw.rows(damage)
    expect_sound(opened())


def test_another_version_of_the_code_compiles_anew(
    opened: Open, cache: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue_db, "__version__", "99")
    expect_sound(opened())
    assert sorted(parsed) == ["broken", "printer", "wifi"]


def test_without_a_place_to_write_it_lives_in_memory(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    catalogue = opened(state=tmp_path / "file")
    expect_sound(catalogue)
    assert catalogue._path == IN_MEMORY
    put(tmp_path / "library", wifi=text("Changed"))
    catalogue.refresh()
    assert titles(catalogue)[2] == "Changed"


def test_a_cache_that_another_program_locks_is_done_without(
    opened: Open, cache: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue_db, "PATIENCE", 0.05)
    before = cache.read_bytes()
    put(library, extra=text("Extra"))
    with closing(Database(cache)) as other, other.writing():
        assert titles(opened()) == ["Broken", "Extra", "Printer does not print", "Wi-Fi will not connect"]
    assert cache.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX systems")
@pytest.mark.parametrize("room", [0, 10_000, 60_000])
def test_a_full_disk_costs_time_and_no_trees(library: Path, tmp_path: Path, room: int) -> None:
    program = (
        "import resource, signal, sys\nfrom pathlib import Path\nfrom tshoot.store.catalogue import Catalogue\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))\n"
        f"catalogue = Catalogue([Path({str(library)!r})], Path({str(tmp_path / 'full')!r}))\n"
        "found = catalogue.search('wifi', persona='agent')\n"
        "print(len(catalogue.entries()), catalogue.tree('wifi').id, found[0].tree)\n"
    )
    said = subprocess.run([sys.executable, "-B", "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout == "3 wifi wifi\n"


def test_two_processes_may_compile_at_once(opened: Open, library: Path, tmp_path: Path) -> None:
    put(library, **{f"tree{number}": text(f"Tree {number}") for number in range(60)})
    program = (
        "from pathlib import Path\nfrom tshoot.store.catalogue import Catalogue\n"
        f"catalogue = Catalogue([Path({str(library)!r})], Path({str(tmp_path / 'state')!r}))\n"
        "found = catalogue.search('cannot connect', persona='agent')\n"
        "print(len(catalogue.entries()), found[0].tree, catalogue._path.name)\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) for _ in range(3)]
    assert [process.communicate()[0] for process in running] == [b"63 wifi catalogue.db\n"] * 3
    assert len(opened().entries()) == 63


def test_threads_share_one_catalogue(opened: Open) -> None:
    catalogue, failures = opened(), list[BaseException]()

    def ask() -> None:
        try:
            for _ in range(20):
                catalogue.refresh()
                expect_sound(catalogue)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_a_folder_that_has_gone(opened: Open, library: Path, tmp_path: Path) -> None:
    put(tmp_path / "gone", vpn=text("VPN"))
    catalogue = opened(library, tmp_path / "gone")
    assert "VPN" in titles(catalogue)
    (tmp_path / "gone" / "vpn.yaml").unlink()
    (tmp_path / "gone").rmdir()
    catalogue.refresh()
    assert "VPN" not in titles(catalogue) and catalogue.tree("wifi")
    with closing(catalogue_db.open_catalogue(tmp_path / "state" / "catalogue.db")) as raw:
        catalogue.close()
        opened().refresh()
        put(library, extra=text("Extra"))
        opened().refresh()
        assert raw.rows("SELECT folder FROM folders") == [(str(library),)]
