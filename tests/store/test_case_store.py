from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.store.samples import CASE, head, note, start
from tshoot.errors import CaseBusy, StorageError, UnknownCase, UsageError
from tshoot.model.case import CaseHeader, CaseRecord
from tshoot.model.event import EVENTS, Answered, Checked, Event, Learned, Noted, Pinned
from tshoot.store import numbers, presence
from tshoot.store.cases import CaseStore
from tshoot.store.database import Database


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CaseStore]:
    with CaseStore(tmp_path / "state") as opened:
        yield opened


def stored(store: CaseStore, sql: str) -> list[tuple[object, ...]]:
    database = Database(store.path)
    try:
        return database.rows(sql)
    finally:
        database.close()


def test_a_case_is_read_back_as_it_was_written(store: CaseStore) -> None:
    events: tuple[Event, ...] = (
        start(),
        Pinned(at="1", tree="wifi", digest="d1", tried={"toggle": (4, 1)}),
        Answered(at="2", tree="wifi", node="which", answer="options", value=("a", "b"), text="both"),
        Checked(at="3", tree="wifi", node="look", check="wifi", status="done", values={"signal": 40, "ok": True}),
        Learned(at="4", fact="minutes", value=2.5),
    )
    store.create(head(), events[:2], {"d1": "tree: 1"})
    store.append(CASE, events[2:], after=2, header=head(title="Later", tier=2))
    assert store.load(CASE) == CaseRecord(case=CASE, events=events, sources={"d1": "tree: 1"})
    assert store.header(CASE) == head(title="Later", tier=2, events=5)


def test_every_kind_of_event_can_be_stored(store: CaseStore) -> None:
    given: dict[str, Any] = {"tree": "t", "digest": "d", "node": "n", "answer": "skip", "check": "c",
             "status": "done", "fact": "f", "value": "v", "step": 0, "text": "x", "persona": "agent",
             "helped": True}  # fmt: skip
    events = [cls(at="1", **{key: given[key] for key in given if _required(cls, key)}) for cls in EVENTS]
    store.create(head(), events)
    assert store.load(CASE).events == tuple(events)


def _required(cls: type[Event], name: str) -> bool:
    from dataclasses import MISSING, fields

    return any(field.name == name and field.default is MISSING for field in fields(cls))


def test_writing_says_how_many_events_the_writer_knows(store: CaseStore) -> None:
    store.create(head(), [start()])
    store.append(CASE, [note("a")], after=1, header=head())
    for after in (0, 1, 3):
        with pytest.raises(CaseBusy, match="moved on in another window"):
            store.append(CASE, [note("b")], after=after, header=head(title="No"), sources={"d": "s"})
    assert list(store.load(CASE).events[1:]) == [note("a")]
    assert store.header(CASE).title == "Wi-Fi"
    assert store.load(CASE).sources == {}


def test_a_header_alone_can_be_written(store: CaseStore) -> None:
    store.create(head(), [start()])
    store.append(CASE, [], after=1, header=head(queue="desk", status="waiting"))
    assert store.header(CASE) == head(queue="desk", status="waiting", events=1)


def test_a_number_is_taken_once(store: CaseStore) -> None:
    store.create(head(), [start()])
    with pytest.raises(CaseBusy, match="already here"):
        store.create(head(), [start("vpn")])
    assert store.load(CASE).events == (start(),)


@pytest.mark.parametrize("text", ["a\0b", "\ud800", "x\udfffy\0", "é 漢 🙂", "\x1b[31m", '"\\u0000"'])
def test_no_text_whatever_breaks_the_store(store: CaseStore, text: str) -> None:
    store.create(head(title=text, queue=text, updated=text), [note(text)], {"d": text})
    store.set_setting("name", text)
    checked = Checked(at="1", tree="t", node="n", check="c", status="done", values={text: text})
    store.append(CASE, [checked], after=1, header=head(), fixes=[("t", text, True)])
    kept = text.translate(dict.fromkeys([0, 0xD800, 0xDFFF], "\ufffd"))
    assert store.load(CASE).events[0] == Noted(at="2026-11-05T10:01:00Z", text=kept)
    assert store.setting("name") == kept
    assert list(store.tried("t")) == [kept]
    for lookup in (store.header, store.load, store.resolve_number, store.delete):
        with pytest.raises(UnknownCase):
            lookup(text)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["D", "C", "B", "A"]),
        ({"status": "open"}, ["C", "A"]),
        ({"queue": "desk"}, ["D", "B"]),
        ({"status": "waiting", "queue": "desk", "tier": 2}, ["B"]),
        ({"tier": 3}, []),
        ({"limit": 2}, ["D", "C"]),
    ],
)
def test_cases_are_listed_the_latest_first(store: CaseStore, wanted: dict[str, object], found: list[str]) -> None:
    store.create(head("A", updated="1"), [start()])
    store.create(head("B", updated="2", status="waiting", queue="desk", tier=2), [start()])
    store.create(head("C", updated="3"), [start()])
    store.create(head("D", updated="3", status="closed", queue="desk"), [start()])
    assert [each.case for each in store.headers(**wanted)] == found  # type: ignore[arg-type]


def test_the_last_open_case(store: CaseStore) -> None:
    assert store.last_open() is None
    store.create(head("A", updated="1"), [start()])
    store.create(head("B", updated="2"), [start()])
    store.append("A", [note()], after=1, header=head("A", updated="3"))
    assert store.last_open() == head("A", updated="3", events=2)
    store.append("A", [], after=2, header=head("A", updated="4", status="closed"))
    assert store.last_open() == head("B", updated="2", events=1)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("K7F3-Q2DM", "K7F3-Q2DM"),
        ("k7f3q2dm", "K7F3-Q2DM"),
        ("  k7f3 q2dm ", "K7F3-Q2DM"),
        ("k7f3q", "K7F3-Q2DM"),
        ("1O", "10AB-CDEF"),
        ("l0ab-", "10AB-CDEF"),
        ("K7F3-Z", "K7F3-ZZZZ"),
        ("odd name", "odd name"),
    ],
)
def test_a_number_is_understood_as_people_type_it(store: CaseStore, typed: str, meant: str) -> None:
    for case in ("K7F3-Q2DM", "K7F3-ZZZZ", "10AB-CDEF", "odd name"):
        store.create(head(case), [start()])
    assert store.resolve_number(typed) == meant


@pytest.mark.parametrize(
    ("typed", "sentence", "hint"),
    [
        ("K7", "More than one", "K7F3-Q2DM or K7F3-ZZZZ"),
        ("K7F3-Q2DN", "no case", "Did you mean K7F3-Q2DM?"),
        ("", "no case", "cases list"),
        ("%", "no case", "cases list"),
        ("-", "no case", "cases list"),
        ("K7F3-Q2DM-K7F3", "no case", "K7F3-Q2DM"),
    ],
)
def test_what_is_not_found_is_said_with_what_is_near(
    store: CaseStore, typed: str, sentence: str, hint: str
) -> None:
    store.create(head("K7F3-Q2DM", updated="2"), [start()])
    store.create(head("K7F3-ZZZZ", updated="1"), [start()])
    with pytest.raises(UnknownCase, match=sentence) as caught:
        store.resolve_number(typed)
    assert hint in caught.value.hint


def test_new_numbers_are_readable_and_free(store: CaseStore, monkeypatch: pytest.MonkeyPatch) -> None:
    made = {store.new_number() for _ in range(200)}
    assert len(made) == 200 and all(numbers.is_number(each) for each in made)
    assert not set("".join(made)) & set("ILOU")
    store.create(head("AAAA-AAAA"), [start()])
    drawn = iter(["AAAA-AAAA", "BBBB-BBBB"])
    monkeypatch.setattr(numbers, "random_number", lambda: next(drawn))
    assert store.new_number() == "BBBB-BBBB"


def test_what_is_deleted_is_gone_from_the_disk_too(store: CaseStore, tmp_path: Path) -> None:
    store.create(head(), [note("s3cret-words")], {"only": "own-tree-source", "both": "shared"})
    store.create(head("B"), [start()], {"both": "shared"})
    store.occupy(CASE)
    store.delete(CASE)
    with pytest.raises(UnknownCase):
        store.load(CASE)
    assert store.load("B").sources == {"both": "shared"}
    assert stored(store, "SELECT digest FROM sources") == [("both",)]
    assert stored(store, "SELECT * FROM presence") == []
    written = b"".join(file.read_bytes() for file in (tmp_path / "state").iterdir())
    assert b"s3cret-words" not in written and b"own-tree-source" not in written
    with pytest.raises(UnknownCase):
        store.delete(CASE)


def _record(*events: Event, sources: dict[str, str] | None = None) -> CaseRecord:
    return CaseRecord(case=CASE, events=events, sources=sources or {})


def test_an_import_brings_a_new_case_or_its_continuation(store: CaseStore) -> None:
    source = "tree: 1\r\ntitle: é\n"
    digest = sha256(source.encode()).hexdigest()
    assert store.import_record(_record(start()), head("other", title="1")) == 1
    assert store.import_record(_record(start()), head(title="same")) == 0
    longer = _record(start(), note("a"), sources={digest: source})
    assert store.import_record(longer, head(title="2")) == 1
    assert store.import_record(_record(start()), head(title="shorter")) == 0
    assert store.load(CASE) == longer
    assert store.header(CASE) == head(title="2", events=2)


@pytest.mark.parametrize(
    ("record", "error", "sentence"),
    [
        (_record(start("vpn")), CaseBusy, "gone another way"),
        (_record(start(), note("z"), note("y")), CaseBusy, "gone another way"),
        (_record(start(), sources={"0" * 64: "tree: 1"}), UsageError, "was changed"),
        (replace(_record(start()), case="../../x"), UsageError, "not that of a case"),
        (replace(_record(start()), case="k7f3-q2dm"), UsageError, "not that of a case"),
    ],
)
def test_an_import_overwrites_nothing(
    store: CaseStore, record: CaseRecord, error: type[Exception], sentence: str
) -> None:
    store.create(head(), [start(), note("a")])
    with pytest.raises(error, match=sentence):
        store.import_record(record, head(title="imported"))
    assert store.load(CASE) == _record(start(), note("a"))
    assert [each.title for each in store.headers()] == ["Wi-Fi"]


def test_fixes_are_counted_once_for_each_case(store: CaseStore) -> None:
    for case in ("A", "B"):
        store.create(head(case), [start()])
        store.append(
            case, [note()], after=1, header=head(case), fixes=[("wifi", "toggle", False), ("wifi", "x", True)]
        )
    store.append("B", [note()], after=2, header=head("B"), fixes=[("wifi", "toggle", True), ("vpn", "y", True)])
    assert store.tried("wifi") == {"toggle": (2, 1), "x": (1, 1)}
    assert store.tried("vpn") == {"y": (1, 1)}
    assert store.tried("none") == {}
    with pytest.raises(CaseBusy):
        store.append("A", [note()], after=0, header=head("A"), fixes=[("wifi", "toggle", True)])
    store.delete("A")
    assert store.tried("wifi") == {"toggle": (2, 1), "x": (1, 1)}


def test_settings(store: CaseStore) -> None:
    assert store.setting("theme") is None
    store.set_setting("theme", "dark")
    store.set_setting("theme", "light")
    assert store.setting("theme") == "light"


def test_another_living_process_is_seen_and_a_dead_one_is_not(store: CaseStore, tmp_path: Path) -> None:
    store.create(head(), [start()])
    assert store.occupy(CASE) is None and store.occupy(CASE) is None
    program = (
        "import sys\nfrom pathlib import Path\nfrom tshoot.store.cases import CaseStore\n"
        f"store = CaseStore(Path({str(tmp_path / 'state')!r}))\nfound = store.occupy({CASE!r})\n"
        "print(found.pid, flush=True)\nsys.stdin.readline()\n"
    )
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout and int(other.stdout.readline()) == os.getpid()
        seen = store.occupy(CASE)
        assert seen and seen.pid == other.pid and seen.since.endswith("Z")
        assert store.occupy("another case") is None
        other.kill()
        other.wait()
        assert store.occupy(CASE) is None
    assert stored(store, f"SELECT pid FROM presence WHERE number = '{CASE}'") == [(os.getpid(),)]
    store.release(CASE)
    assert stored(store, f"SELECT pid FROM presence WHERE number = '{CASE}'") == []


@pytest.mark.parametrize("birth", [presence._birth_on_linux, presence._birth_elsewhere])
def test_a_process_is_told_by_its_birth(birth: Callable[[int], str]) -> None:
    if birth is presence._birth_on_linux and sys.platform != "linux":
        pytest.skip("/proc")
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        own, theirs = birth(os.getpid()), birth(other.pid)
        assert own == birth(os.getpid()) and theirs and theirs != own
        other.communicate(b"\n")
        assert birth(other.pid) == ""


def test_a_process_id_that_was_given_away_again_is_not_taken_for_the_old_one(store: CaseStore) -> None:
    database = Database(store.path)
    with database.writing() as connection:
        connection.execute("INSERT INTO presence VALUES (?, ?, 'long ago', '')", (CASE, os.getppid()))
    database.close()
    assert store.occupy(CASE) is None


@pytest.mark.parametrize(
    "damage",
    [
        'UPDATE events SET event = \'{"kind":"from the future","at":"1"}\' WHERE seq = 1',
        "UPDATE events SET event = 'garbage' WHERE seq = 1",
        "UPDATE events SET event = x'ff00' WHERE seq = 1",
        "DELETE FROM events WHERE seq = 0",
        "DELETE FROM events WHERE seq = 1",
        "UPDATE cases SET header = '[]'",
    ],
)
def test_a_damaged_entry_is_a_sentence(store: CaseStore, damage: str) -> None:
    store.create(head(), [start(), note()])
    database = Database(store.path)
    with database.writing() as connection:
        connection.execute(damage)
    database.close()
    with pytest.raises(StorageError, match="damaged"):
        store.load(CASE)


def test_a_fresh_header_knows_its_case(store: CaseStore) -> None:
    store.create(CaseHeader(case="A", events=99), [start()])
    store.append("A", [note()], after=1, header=CaseHeader(case="wrong", events=7))
    assert store.header("A") == CaseHeader(case="A", events=2)
