"""Between a session and the store: which tree versions it walks, and making its events durable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tshoot.conversation.workplace import Workplace
from tshoot.engine.header import header
from tshoot.engine.session import Session
from tshoot.errors import UnknownTree, UsageError
from tshoot.language.clean import clean
from tshoot.model.event import Event, Pinned, Repinned
from tshoot.model.tree import DecisionTree
from tshoot.store.translations import Translations


class Recorder:
    """Stores the events of one case."""

    def __init__(self, workplace: Workplace, case: str) -> None:
        self._workplace = workplace
        self._case = case
        self._sources: Mapping[str, str] | None = None
        self._translations = Translations(workplace.catalogue, workplace.language)

    def session(self, stored: Sequence[Event]) -> Session:
        """The session that these events lead to."""
        return Session(self._version, stored, self._workplace.store.tried)

    def store(self, session: Session, events: Sequence[Event]) -> None:
        """Make the latest events of a session durable."""
        if not events:
            return
        head = header(session, self._case)
        before = len(session.events) - len(events)
        sources = self._new_sources(events)
        if before == 0:
            self._workplace.store.create(head, events, sources)
            return
        # A case that goes on to somebody else has tried as much as one that ends here.
        ended = session.state.ending is not None
        fixes = [(tree, fix, helped) for (tree, fix), helped in session.state.fixes.items() if helped is not None]
        self._workplace.store.append(
            self._case, events, after=before, header=head, sources=sources, fixes=fixes if ended else ()
        )

    def _new_sources(self, events: Sequence[Event]) -> dict[str, str]:
        catalogue = self._workplace.catalogue
        return {
            event.digest: source
            for event in events
            if isinstance(event, Pinned | Repinned)
            and (source := catalogue.source_by_digest(event.digest)) is not None
        }

    def _version(self, name: str, digest: str) -> DecisionTree | None:
        """A tree of the library, or the version of it that this case keeps, in the person's language."""
        tree = self._original(name, digest)
        return self._translations.of(tree) if tree else None

    def _original(self, name: str, digest: str) -> DecisionTree | None:
        newest = self._workplace.catalogue.tree(name)
        if not digest or (newest and newest.digest == digest):
            return newest
        return self._kept(name, digest) or newest

    def _kept(self, name: str, digest: str) -> DecisionTree | None:
        if self._sources is None:
            self._sources = self._workplace.store.load(self._case).sources
        source = self._sources.get(digest)
        if source is None:
            return None
        from tshoot.authoring.parse import parse_tree

        return parse_tree(source, f"{name}.yaml").tree


def require_walkable(workplace: Workplace, name: str) -> None:
    """Refuse a tree that this person cannot walk, and say why; the empty name is no tree and fine."""
    if not name:
        return
    tree = workplace.catalogue.tree(name)
    if tree is None:
        raise _unknown(workplace, name)
    if not tree.walkable_by(workplace.persona):
        raise UsageError(f"The tree '{name}' is for agents.", "With `--as agent` you can walk it.")


def _unknown(workplace: Workplace, name: str) -> UnknownTree:
    from difflib import get_close_matches

    shown = clean(name, limit=60)
    problems = workplace.catalogue.problems(name)
    if problems:
        return UnknownTree(
            f"The tree '{shown}' has a mistake in its file: {problems[0].message}.",
            f"`tshoot lint {problems[0].path}` shows all of them.",
        )
    names = [entry.id for entry in workplace.catalogue.entries() if not entry.broken]
    near = get_close_matches(name, names, 1)
    hint = f"Did you mean '{near[0]}'?" if near else "`tshoot trees` lists all that are here."
    return UnknownTree(f"There is no tree called '{shown}'.", hint)
