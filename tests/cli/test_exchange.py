"""Cases as files: there and back, and every way in which a file can be wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.small_library import Tshoot, begin_case
from tshoot.cli import exchange
from tshoot.cli.exchange import export_case, import_file
from tshoot.errors import CaseBusy, UsageError
from tshoot.store.cases import CaseStore
from tshoot.store.paths import state_folder

Json = Any


@pytest.fixture
def home(library: Path) -> Iterator[CaseStore]:
    with CaseStore(state_folder()) as store:
        yield store


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[CaseStore]:
    with CaseStore(tmp_path / "elsewhere") as store:
        yield store


def _file(tmp_path: Path, store: CaseStore, case: str) -> Path:
    path = tmp_path / f"{case}.json"
    path.write_text(export_case(store, case), encoding="utf-8")
    return path


def test_there_and_back(tmp_path: Path, home: CaseStore, elsewhere: CaseStore) -> None:
    case = begin_case(answers="no\nno\n")
    assert import_file(elsewhere, _file(tmp_path, home, case)) == case
    assert elsewhere.load(case) == home.load(case)
    assert elsewhere.header(case) == home.header(case)
    assert export_case(elsewhere, case) == export_case(home, case)


def test_the_summary_stands_beside(tmp_path: Path, home: CaseStore) -> None:
    case = begin_case("it is broken")
    document = json.loads(export_case(home, case))
    assert document["tshoot_case"] == 1
    assert document["summary"]["case"] == case and document["summary"]["problem"] == "it is broken"


def test_the_same_file_twice(tmp_path: Path, home: CaseStore, elsewhere: CaseStore) -> None:
    case = begin_case()
    file = _file(tmp_path, home, case)
    import_file(elsewhere, file)
    before = elsewhere.load(case)
    assert import_file(elsewhere, file) == case
    assert elsewhere.load(case) == before


def test_a_file_that_extends(tshoot: Tshoot, tmp_path: Path, home: CaseStore, elsewhere: CaseStore) -> None:
    case = begin_case()
    import_file(elsewhere, _file(tmp_path, home, case))
    assert tshoot("cases", "note", case, "one more") == 0
    import_file(elsewhere, _file(tmp_path, home, case))
    assert elsewhere.load(case).events == home.load(case).events
    assert elsewhere.header(case) == home.header(case)


def test_a_file_that_conflicts(tshoot: Tshoot, tmp_path: Path, home: CaseStore, elsewhere: CaseStore) -> None:
    case = begin_case()
    file = _file(tmp_path, home, case)
    import_file(elsewhere, file)
    tshoot("cases", "note", case, "here")
    tshoot("cases", "note", case, "there", "--state", str(tmp_path / "elsewhere"))
    before = elsewhere.load(case)
    with pytest.raises(CaseBusy, match="gone another way"):
        import_file(elsewhere, _file(tmp_path, home, case))
    assert elsewhere.load(case) == before


def test_going_on_elsewhere(tshoot: Tshoot, tmp_path: Path) -> None:
    case = begin_case(answers="no\nno\n")
    file = tmp_path / "case.json"
    tshoot("cases", "export", case, "--out", str(file))
    state = str(tmp_path / "elsewhere")
    assert tshoot("cases", "import", str(file), "--state", state) == 0
    assert f"tshoot resume {case}" in tshoot.out
    given = '{"command": "done"}\nyes\n'
    assert tshoot("resume", str(file), "--json", "--state", state, given=given) == 0
    assert json.loads(tshoot.out.splitlines()[-1])["outcome"] == "resolved"


def _set(*path: str | int, to: Json) -> Callable[[Json], None]:
    def edit(data: Json) -> None:
        for key in path[:-1]:
            data = data[key]
        data[path[-1]] = to

    return edit


def _drop(*path: str | int) -> Callable[[Json], None]:
    def edit(data: Json) -> None:
        for key in path[:-1]:
            data = data[key]
        del data[path[-1]]

    return edit


@pytest.mark.parametrize(("edit", "place"), [
    (_drop("tshoot_case"), "tshoot_case is missing"),
    (_set("tshoot_case", to=2), "newer version"),
    (_set("tshoot_case", to="1"), "tshoot_case"),
    (_set("tshoot_case", to=True), "tshoot_case"),
    (_drop("record"), "record: found None"),
    (_set("record", to=[]), "record: found []"),
    (_set("record", "case", to=7), "record.case"),
    (_set("record", "case", to="nope"), "number"),
    (_set("record", "more", to=1), "unknown key 'more'"),
    (_set("record", "events", to={}), "record.events"),
    (_set("record", "events", to=[]), "record.events[0]"),
    (_drop("record", "events", 0), "record.events[0]: expected the kind started"),
    (_set("record", "events", 0, "kind", to="exploded"), "record.events[0]"),
    (_set("record", "events", 0, "kind", to=[]), "record.events[0]"),
    (_set("record", "events", 0, "at", to="yesterday"), "record.events[0].at"),
    (_set("record", "events", 0, "at", to="2026-01-01T00:00:00"), "record.events[0].at"),
    (_set("record", "events", 0, "persona", to="root"), "record.events[0].persona"),
    (_set("record", "events", 0, "facts", to=[1]), "record.events[0].facts"),
    (_set("record", "events", 0, "facts", to={"a": {"b": 1}}), "record.events[0].facts.a"),
    (_set("record", "events", 0, "problem", to="x" * 30_000), "record.events[0].problem: a text is too long"),
    (_set("record", "events", 1, "tried", to={"a": [1]}), "record.events[1].tried.a"),
    (_set("record", "sources", to={"0" * 64: "tree: 1"}), "changed"),
    (_set("record", "sources", to={"\x1b]0;x\x07": 5}), "record.sources"),
    (_set("record", "sources", to="x"), "record.sources"),
])  # fmt: skip
def test_a_wrong_shape_is_named_with_its_place(
    tmp_path: Path, home: CaseStore, elsewhere: CaseStore, edit: Callable[[Json], None], place: str
) -> None:
    document = json.loads(export_case(home, begin_case()))
    edit(document)
    file = tmp_path / "bad.json"
    file.write_text(json.dumps(document))
    with pytest.raises(UsageError) as caught:
        import_file(elsewhere, file)
    assert place in caught.value.sentence
    assert caught.value.sentence.isprintable()
    assert elsewhere.headers() == []


@pytest.mark.parametrize(("content", "place"), [
    (b"", "line 1, column 1"),
    (b"{", "line 1, column 2"),
    (b"\xff\xfe{}", "byte 0"),
    (b"[" * 100_000, "not JSON|nested too deeply"),
    (b'{"a":' * 100_000, "not JSON|nested too deeply"),
    (b'{"tshoot_case": 1, "tshoot_case": 1}', "tshoot_case is there twice"),
    (b'{"tshoot_case": NaN}', "NaN"),
    (b'{"tshoot_case": Infinity}', "Infinity"),
    (b'{"tshoot_case": ' + b"9" * 5000 + b"}", "too large"),
    (b'{"tshoot_case": 1e999}', "too large"),
    (b'{"tshoot_case": 1, "record": ' + b"[" * 500 + b"]" * 500 + b"}", "nested too deeply"),
    (b"null", "tshoot_case is missing"),
    (b'"text"', "tshoot_case is missing"),
])  # fmt: skip
def test_bad_json(tmp_path: Path, elsewhere: CaseStore, content: bytes, place: str) -> None:
    file = tmp_path / "bad.json"
    file.write_bytes(content)
    with pytest.raises(UsageError) as caught:
        import_file(elsewhere, file)
    assert any(one in caught.value.sentence for one in place.split("|")), caught.value.sentence


def test_a_file_that_is_too_large(tmp_path: Path, elsewhere: CaseStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "MAX_BYTES", 1024 * 1024)
    file = tmp_path / "bad.json"
    file.write_bytes(b" " * (1024 * 1024 + 1))
    with pytest.raises(UsageError, match="more than 1 MB"):
        import_file(elsewhere, file)


@pytest.mark.parametrize("name", ["missing.json", "", "\x1b[31m.json"])
def test_no_such_file(tmp_path: Path, elsewhere: CaseStore, name: str) -> None:
    with pytest.raises(UsageError, match="There is no file") as caught:
        import_file(elsewhere, tmp_path / name)
    assert "\x1b" not in caught.value.sentence


@pytest.mark.parametrize(("name", "count"), [("MAX_EVENTS", 3), ("MAX_CHANGES", 0)])
def test_histories_are_bounded(
    tmp_path: Path, home: CaseStore, elsewhere: CaseStore, monkeypatch: pytest.MonkeyPatch, name: str, count: int
) -> None:
    document = json.loads(export_case(home, begin_case()))
    at = document["record"]["events"][0]["at"]
    document["record"]["events"].append({"kind": "learned", "at": at, "fact": "a", "value": "b"})
    file = tmp_path / "long.json"
    file.write_text(json.dumps(document))
    monkeypatch.setattr(exchange, name, count)
    with pytest.raises(UsageError, match=r"record\.events: found"):
        import_file(elsewhere, file)


def test_control_bytes_do_not_come_in(tmp_path: Path, home: CaseStore, elsewhere: CaseStore) -> None:
    case = begin_case()
    document = json.loads(export_case(home, case))
    first = document["record"]["events"][0]
    first["problem"] = "a\x1b[31m b\x00 \u202ec \ud800"
    first["facts"] = {"sources": "x\x1b[2J", "os\x07": "y"}
    file = tmp_path / "bad.json"
    file.write_text(json.dumps(document))
    import_file(elsewhere, file)
    text = export_case(elsewhere, case)
    assert not set("\x1b\x00\x07\u202e\ud800") & set(text.replace("\\u0000", "\0").replace("\\u001b", "\x1b"))
    assert "a b c" in text


def test_the_header_is_never_trusted(tmp_path: Path, home: CaseStore, elsewhere: CaseStore) -> None:
    case = begin_case()
    document = json.loads(export_case(home, case))
    document["summary"]["title"] = document["header"] = "forged"
    file = tmp_path / "forged.json"
    file.write_text(json.dumps(document))
    import_file(elsewhere, file)
    assert elsewhere.header(case).title == "Wi-Fi does not connect"


def test_a_history_that_breaks_the_replay_is_refused(
    tmp_path: Path, home: CaseStore, elsewhere: CaseStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = _file(tmp_path, home, begin_case())
    monkeypatch.setattr(exchange, "session_of", lambda record: 1 // 0)
    with pytest.raises(UsageError, match="cannot be followed"):
        import_file(elsewhere, file)
