"""The durable record of every session: what `append` returned from is on the disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from tshoot.errors import CaseBusy, StorageError, UsageError
from tshoot.model.case import CaseHeader, CaseRecord, CaseStatus
from tshoot.model.event import Event
from tshoot.store import case_rows, numbers, presence
from tshoot.store.case_rows import Fixes
from tshoot.store.database import IN_MEMORY, PATIENCE, Database
from tshoot.store.migrate import migrate
from tshoot.store.presence import Occupied
from tshoot.store.texts import decoded, encoded, storable

if TYPE_CHECKING:
    from tshoot.store.wordings import Wordings

FILE_NAME = "cases.db"
_MIGRATIONS = Path(__file__).parent / "migrations"
_NO_SOURCES: Mapping[str, str] = {}


class CaseStore:
    """All cases in one folder, or `IN_MEMORY` for as long as it is open; use it as a context manager."""

    def __init__(self, folder: Path, patience: float = PATIENCE) -> None:
        self._database = Database(folder if folder == IN_MEMORY else folder / FILE_NAME, patience=patience)
        try:
            migrate(self._database, _MIGRATIONS)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> CaseStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The database file."""
        return self._database.path

    def close(self) -> None:
        """Lets go of the file."""
        self._database.close()

    def findings(self) -> list[str]:
        """What is wrong inside the database file; empty when all is well."""
        return self._database.findings()

    # Writing

    def new_number(self) -> str:
        """A number that no case here has."""
        number = numbers.random_number()
        return self.new_number() if case_rows.exists(self._database, number) else number

    def create(
        self, header: CaseHeader, events: Sequence[Event] = (), sources: Mapping[str, str] = _NO_SOURCES
    ) -> None:
        """A new case with its first events, durable on return."""
        with self._database.writing() as connection:
            case_rows.insert_case(connection, header.case)
            case_rows.add_events(connection, header, events, 0)
            case_rows.add_sources(connection, header.case, sources)

    def append(
        self,
        case: str,
        events: Sequence[Event],
        *,
        after: int,
        header: CaseHeader,
        sources: Mapping[str, str] = _NO_SOURCES,
        fixes: Fixes = (),
    ) -> None:
        """Adds events to the `after` ones that the writer knows, durable on return; else CaseBusy.

        `fixes` are all that a case which closes has tried; given again, they replace what it counted before.
        """
        with self._database.writing() as connection:
            if not case_rows.add_events(connection, replace(header, case=case), events, after):
                raise self._passed_by(case)
            case_rows.add_sources(connection, case, sources)
            if fixes:
                case_rows.count_fixes(connection, case, fixes)

    def import_record(self, record: CaseRecord, header: CaseHeader) -> int:
        """Takes in a case from elsewhere, or what it has more than the one here; the number of new events."""
        case = record.case
        _require_trustworthy(record)
        if not case_rows.exists(self._database, case):
            self.create(replace(header, case=case), record.events, record.sources)
            return len(record.events)
        own = [encoded(event) for event in self.load(case).events]
        theirs = [encoded(event) for event in record.events]
        shared = min(len(own), len(theirs))
        if own[:shared] != theirs[:shared]:
            raise CaseBusy(
                f"Case {case} is here already and has gone another way than the file.",
                "Nothing was changed. To take the file's way, export and delete the case that is here first.",
            )
        if new := record.events[shared:]:
            self.append(case, new, after=shared, header=header, sources=record.sources)
        return len(new)

    def delete(self, case: str) -> None:
        """Takes a case away for good, with the tree versions that no other case needs."""
        if not case_rows.exists(self._database, case):
            raise case_rows.unknown_case(self._database, case)
        with self._database.writing() as connection:
            connection.execute("DELETE FROM cases WHERE number = ?", (case,))
            connection.execute("DELETE FROM presence WHERE number = ?", (case,))
            connection.execute("DELETE FROM sources WHERE digest NOT IN (SELECT digest FROM case_sources)")
        # The write-ahead log would keep what was deleted readable.
        self._database.fold()

    def _passed_by(self, case: str) -> Exception:
        if not case_rows.exists(self._database, case):
            return case_rows.unknown_case(self._database, case)
        return CaseBusy(
            f"Case {case} has moved on in another window, so this was not added to it.",
            f"Close one of the two windows, then go on with `tshoot resume {case}`.",
        )

    # Reading

    def load(self, case: str) -> CaseRecord:
        """The whole case."""
        with self._database.reading():
            header = self.header(case)
            rows = self._database.rows("SELECT seq, event FROM events WHERE number = ? ORDER BY seq", (case,))
            sources = self._database.rows(
                "SELECT digest, source FROM sources JOIN case_sources USING (digest) WHERE number = ?", (case,)
            )
        if [seq for seq, _ in rows] != list(range(header.events)):
            raise StorageError(
                f"Case {case} is damaged: {len(rows)} of its {header.events} entries are there.",
                "Run `tshoot doctor` to see what is wrong. Nothing was changed.",
            )
        events = tuple(decoded(Event, text, self.path) for _, text in rows)
        return CaseRecord(case=case, events=events, sources=dict(sources))

    def header(self, case: str) -> CaseHeader:
        """What a list shows of the case."""
        rows = self._database.rows("SELECT header FROM cases WHERE number = ?", (storable(case),))
        if not rows:
            raise case_rows.unknown_case(self._database, case)
        return decoded(CaseHeader, rows[0][0], self.path)

    def headers(
        self,
        *,
        status: CaseStatus | None = None,
        queue: str | None = None,
        tier: int | None = None,
        limit: int = 200,
    ) -> list[CaseHeader]:
        """Cases, the latest first."""
        asked = {"status": status, "queue": queue, "tier": tier}
        wanted = {name: value for name, value in asked.items() if value is not None}
        where = " AND ".join(f"{name} = ?" for name in wanted) or "TRUE"
        # The names in `where` are those above, never a caller's.
        rows = self._database.rows(
            f"SELECT header FROM cases WHERE {where} ORDER BY updated DESC, rowid DESC LIMIT ?",  # noqa: S608
            (*wanted.values(), limit),
        )
        return [decoded(CaseHeader, text, self.path) for (text,) in rows]

    def last_open(self) -> CaseHeader | None:
        """The unfinished case that somebody walked last."""
        return next(iter(self.headers(status="open", limit=1)), None)

    def resolve_number(self, text: str) -> str:
        """The number that is meant by one typed in any case, with or without its dash, or by its beginning."""
        return case_rows.resolve(self._database, text)

    def tried(self, tree: str) -> Mapping[str, tuple[int, int]]:
        """Fix id to how often it was tried, and how often it helped, over all closed cases."""
        rows = self._database.rows("SELECT fix, tried, helped FROM fixes WHERE tree = ? AND tried > 0", (tree,))
        return {fix: (tried, helped) for fix, tried, helped in rows}

    # Who else has a case open

    def occupy(self, case: str) -> Occupied | None:
        """Says that this process has the case open; the answer is another living one that has it too."""
        return presence.occupy(self._database, case)

    def release(self, case: str) -> None:
        """Says that this process no longer has the case open."""
        presence.release(self._database, case)

    # Confirmed wordings

    @property
    def wordings(self) -> Wordings:
        """The phrases that people have confirmed."""
        from tshoot.store.wordings import Wordings

        return Wordings(self._database)

    def corrected(self) -> Iterator[tuple[CaseHeader, tuple[Event, ...]]]:
        """Each case in which an answer was taken back, changed, or begun anew, with all its events; latest first."""
        # A kind that another event has in its text only makes for one more case to look at.
        rows = self._database.rows(
            "SELECT number, header FROM cases WHERE number IN (SELECT number FROM events WHERE seq > 0 AND"
            """ (event LIKE '%"went_back"%' OR event LIKE '%"changed"%' OR event LIKE '%"started"%'))"""
            " ORDER BY updated DESC, rowid DESC"
        )
        for number, header in rows:
            found = self._database.rows("SELECT event FROM events WHERE number = ? ORDER BY seq", (number,))
            events = tuple(decoded(Event, text, self.path) for (text,) in found)
            yield decoded(CaseHeader, header, self.path), events

    def histories(self, tree: str) -> Iterator[tuple[Event, ...] | None]:
        """All events of each case that was walked on a tree; None for a case that cannot be read."""
        from tshoot.store.histories import histories

        return histories(self._database, tree)

    def source(self, digest: str) -> str | None:
        """The exact source of a tree version that some case was walked on."""
        rows = self._database.rows("SELECT source FROM sources WHERE digest = ?", (storable(digest),))
        return str(rows[0][0]) if rows else None

    # Settings

    def setting(self, name: str) -> str | None:
        """What the person has set, such as their name."""
        rows = self._database.rows("SELECT value FROM settings WHERE name = ?", (name,))
        return str(rows[0][0]) if rows else None

    def set_setting(self, name: str, value: str) -> None:
        """Keeps a setting."""
        with self._database.writing() as connection:
            connection.execute("REPLACE INTO settings (name, value) VALUES (?, ?)", (name, storable(value)))


def _require_trustworthy(record: CaseRecord) -> None:
    """Tree versions are shared by all cases: a source under a false digest would reach other people's cases."""
    from hashlib import sha256

    if not numbers.is_number(record.case):
        raise UsageError("The file holds no case that tshoot can take in: its number is not that of a case.")
    for digest, source in record.sources.items():
        if sha256(source.encode("utf-8", "surrogatepass")).hexdigest() != digest:
            raise UsageError(
                f"The file of case {record.case} was changed: one of its trees is not the one that it names.",
                "Ask for the file again.",
            )
