"""A whole case as one JSON document, to go on with on another computer; nothing in such a file is trusted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tshoot.errors import UsageError
from tshoot.language.clean import clean
from tshoot.model.case import CaseRecord
from tshoot.model.codec import CodecError, from_data, to_data
from tshoot.model.event import Changed, Learned, Repinned, Started
from tshoot.store.cases import CaseStore

if TYPE_CHECKING:
    from tshoot.engine.session import Session
    from tshoot.model.tree import DecisionTree

VERSION_KEY = "tshoot_case"
VERSION = 1
MAX_BYTES = 20 * 1024 * 1024
MAX_EVENTS = 20_000
MAX_CHANGES = 2_000
"""Events that make the whole case be walked anew: each costs as much as all others together."""

_AGAIN = "Ask for the file again: `tshoot cases export CASE --out FILE.json` writes one."


def export_case(store: CaseStore, case: str) -> str:
    """The case as a JSON document that `import_file` takes in elsewhere, with its summary beside it."""
    import json

    from tshoot.engine.corrections import corrections
    from tshoot.engine.summary import summarize
    from tshoot.render.summary import to_data as summary_data

    record = store.load(case)
    document = {
        VERSION_KEY: VERSION,
        "record": to_data(record),
        "summary": summary_data(summarize(session_of(record), case)),
        "corrections": [
            {"tree": one.tree, "node": one.node, "text": clean(one.text), "read": one.read, "meant": one.meant}
            for one in corrections(record.events)
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def import_file(store: CaseStore, path: Path) -> str:
    """Take in an exported case, or what it has more than the one here; returns its number."""
    record = read_record(path)
    from tshoot.engine.header import header

    try:
        head = header(session_of(record), record.case)
    except Exception:  # whatever a forged history does to the replay, it is the file that is wrong
        raise _refused(path, "its history cannot be followed") from None
    store.import_record(record, head)
    return record.case


def session_of(record: CaseRecord) -> Session:
    """The session of a case, over the very trees that the case keeps."""
    from tshoot.engine.session import Session

    return Session(_versions(record), record.events)


def _versions(record: CaseRecord) -> Callable[[str, str], DecisionTree | None]:
    from tshoot.authoring.parse import parse_tree

    def version(name: str, digest: str) -> DecisionTree | None:
        source = record.sources.get(digest)
        return parse_tree(source, f"{name}.yaml").tree if source is not None else None

    return version


def read_record(path: Path) -> CaseRecord:
    """The case in a file; a UsageError names the place of what is wrong with it."""
    from tshoot.cli.hostile import Refused, cleaned, parse

    try:
        document = parse(_text(path))
        record = from_data(CaseRecord, cleaned(_record_in(document), "record", exact="sources"), "record")
        _require_sensible(record)
    except (Refused, CodecError) as error:
        raise _refused(path, str(error)) from None
    return record


def _text(path: Path) -> str:
    if not path.is_file():
        raise UsageError(
            f"There is no file {_shown(path)}.", "Name a file that `tshoot cases export` has written."
        )
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(f"The file {_shown(path)} cannot be read: {error.strerror}.") from None
    if len(content) > MAX_BYTES:
        raise _refused(path, f"it has more than {MAX_BYTES // 1024 // 1024} MB")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(path, f"its byte {error.start} is not UTF-8 text") from None


def _record_in(document: Any) -> Any:
    if not isinstance(document, dict) or VERSION_KEY not in document:
        raise CodecError(f"the key {VERSION_KEY} is missing")
    version = document[VERSION_KEY]
    if type(version) is not int or version < 1:
        raise CodecError(f"{VERSION_KEY}: expected {VERSION}")
    if version > VERSION:
        raise CodecError(f"{VERSION_KEY}: a newer version of tshoot wrote it; update tshoot and try again")
    return document.get("record")


def _require_sensible(record: CaseRecord) -> None:
    """What the types alone do not say; the bounds keep the replay of a forged history short."""
    from datetime import datetime

    events = record.events
    if not events or not isinstance(events[0], Started):
        raise CodecError("record.events[0]: expected the kind started")
    if len(events) > MAX_EVENTS:
        raise CodecError(f"record.events: found {len(events)} events, expected at most {MAX_EVENTS}")
    if sum(isinstance(event, Changed | Repinned | Learned) for event in events) > MAX_CHANGES:
        raise CodecError(f"record.events: found more than {MAX_CHANGES} changes")
    for index, event in enumerate(events):
        try:
            aware = datetime.fromisoformat(event.at).tzinfo is not None
        except ValueError:
            aware = False
        if not aware:
            raise CodecError(f"record.events[{index}].at: expected a time with its zone")


def _refused(path: Path, reason: str) -> UsageError:
    sentence = f"The file {_shown(path)} holds no case that tshoot can take in: {clean(reason, limit=300)}."
    return UsageError(sentence, _AGAIN)


def _shown(path: Path) -> str:
    return clean(str(path), limit=200)
