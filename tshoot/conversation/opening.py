"""Before a case: which tree a person means, what there is to browse, and what was left unfinished."""

from __future__ import annotations

from collections.abc import Mapping

from tshoot.conversation.workplace import Workplace
from tshoot.model.case import CaseHeader
from tshoot.model.record import record
from tshoot.store.catalogue import TreeEntry

AREA_ELSE = "other"
GUESSES = 3
NEAR = 0.3
"""From this score on a tree is worth showing, even where none fits."""
MAX_UNFINISHED = 20


@record
class Hit:
    """A tree that may be meant."""

    tree: str
    title: str
    summary: str
    score: float
    words: tuple[str, ...] = ()
    """The person's words that speak for it."""


@record
class Found:
    """The trees that may be meant, best first."""

    hits: tuple[Hit, ...] = ()
    fits: bool = False
    """Whether the best one is likely meant; else say honestly that none fits."""

    @property
    def nearest(self) -> tuple[Hit, ...]:
        """The best guess and the next two, without those that hardly anything speaks for."""
        return tuple(hit for hit in self.hits[:GUESSES] if hit.score >= NEAR)


def walkable(workplace: Workplace) -> dict[str, TreeEntry]:
    """The live, sound trees that this person may walk, by id."""
    agent = workplace.persona == "agent"
    return {
        entry.id: entry
        for entry in workplace.catalogue.entries()
        if not entry.broken and entry.status == "live" and (agent or entry.audience != "agent")
    }


def find(workplace: Workplace, text: str, limit: int = 5) -> Found:
    """The trees that may be meant by these words."""
    from tshoot.language.symptoms import FITS

    trees = walkable(workplace)
    hits = tuple(
        Hit(ranked.tree, trees[ranked.tree].title, trees[ranked.tree].summary, ranked.score, ranked.words)
        for ranked in workplace.catalogue.search(text, persona=workplace.persona, limit=limit * 2)
        if ranked.tree in trees
    )[:limit]
    return Found(hits, bool(hits) and hits[0].score >= FITS)


def common(workplace: Workplace, count: int = 3) -> tuple[TreeEntry, ...]:
    """The problems that cases here were most often about, else the best described trees, one an area."""
    trees = walkable(workplace)
    seen: dict[str, int] = {}
    for header in workplace.store.headers(limit=200):
        if header.tree in trees:
            seen[header.tree] = seen.get(header.tree, 0) + 1
    chosen = [trees[name] for name in sorted(seen, key=lambda name: -seen[name])][:count]
    starts = [entry for entry in trees.values() if entry.tier <= 1 and entry.symptoms and entry not in chosen]
    starts.sort(key=lambda entry: (-entry.symptoms, entry.id))
    for entry in sorted(starts, key=lambda entry: [e.area for e in chosen].count(entry.area)):
        if len(chosen) < count and entry.area not in [e.area for e in chosen]:
            chosen.append(entry)
    return tuple((chosen + [entry for entry in starts if entry not in chosen])[:count])


def areas(workplace: Workplace) -> Mapping[str, tuple[TreeEntry, ...]]:
    """The trees to browse, by area. Trees without symptoms are called by others and not offered."""
    found: dict[str, list[TreeEntry]] = {}
    for entry in walkable(workplace).values():
        if entry.symptoms:
            found.setdefault(entry.area or AREA_ELSE, []).append(entry)
    return {area: tuple(sorted(entries, key=lambda entry: entry.title)) for area, entries in sorted(found.items())}


def unfinished(workplace: Workplace) -> CaseHeader | None:
    """The case that this person can go on with: the latest open one that does not stand in an agent's tree."""
    for header in workplace.store.headers(status="open", limit=MAX_UNFINISHED):
        tree = workplace.catalogue.tree(header.tree)
        if tree is None or tree.walkable_by(workplace.persona):
            return header
    return None


def broken(workplace: Workplace) -> int:
    """How many tree files of the library cannot be read."""
    return sum(entry.broken for entry in workplace.catalogue.entries())
