"""Before a case: which tree a person means, what there is to browse, and what was left unfinished."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from tshoot.conversation.guessing import Found, Hit, guess
from tshoot.conversation.workplace import Workplace
from tshoot.model.case import CaseHeader
from tshoot.store.catalogue import Catalogue, TreeEntry

__all__ = [
    "Found",
    "Hit",
    "areas",
    "broken",
    "common",
    "find",
    "find_in",
    "unfinished",
    "walkable",
    "walkable_by",
]

AREA_ELSE = "other"
MAX_UNFINISHED = 20


def walkable(workplace: Workplace) -> dict[str, TreeEntry]:
    """The live, sound trees that this person may walk, by id."""
    return walkable_by(workplace.catalogue, workplace.persona)


def walkable_by(catalogue: Catalogue, persona: str) -> dict[str, TreeEntry]:
    """The live, sound trees that a user or an agent may walk, by id."""
    return {
        entry.id: entry
        for entry in catalogue.entries()
        if not entry.broken and entry.status == "live" and (persona == "agent" or entry.audience != "agent")
    }


def find(workplace: Workplace, text: str, limit: int = 5) -> Found:
    """The trees that may be meant by these words."""
    return find_in(workplace.catalogue, workplace.persona, text, limit)


def find_in(catalogue: Catalogue, persona: str, text: str, limit: int) -> Found:
    """The same, for a user or an agent without a workplace."""
    entry = lru_cache(catalogue.entry)  # several parts of a message find the same trees

    def search(words: str) -> tuple[Hit, ...]:
        return tuple(
            Hit(ranked.tree, known.title, known.summary, ranked.score, ranked.words)
            for ranked in catalogue.search(words, persona=persona, limit=limit * 2)
            if (known := entry(ranked.tree)) and not known.broken
        )

    def phrases(tree: str) -> tuple[str, ...]:
        found = catalogue.tree(tree)
        return found.symptoms if found else ()

    return guess(text, search, phrases, limit)


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
