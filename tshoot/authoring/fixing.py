"""Repairs a file as far as that is safe: each repair is proved by reading the file again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tshoot.authoring.edits import Edit, applied, disjoint
from tshoot.authoring.parse import Parsed, parse_tree
from tshoot.authoring.proof import says_the_same
from tshoot.authoring.repairs import Repair, repairs
from tshoot.authoring.subject import Subject
from tshoot.authoring.tabs import without_tabs
from tshoot.model.diagnostic import Diagnostic

Look = Callable[[str], Sequence[Diagnostic]]
"""All findings about a text."""

Wanted = Callable[[Iterable[Diagnostic]], list[Diagnostic]]
"""Those of the findings that are to be repaired."""

_ROUNDS = 10
"""One repair may show what another mistake had hidden."""
_MOST = 100
_READ = 2_000_000
"""Repairs that are tried one by one in a round, and characters that are read for it: a huge file shall not hang."""
_TAB = "there is a tab here"


@dataclass(frozen=True, slots=True)
class Fixed:
    """A repaired text, and what was done."""

    text: str
    done: tuple[Repair, ...]


def fixed(text: str, path: str, look: Look, is_tree: bool = True, wanted: Wanted = list) -> Fixed:
    """The text with all repairs of wanted findings that hold; findings between files are for `look` to know."""
    look = lru_cache(maxsize=2)(look)  # what proved the repairs of one round is where the next one begins
    done: list[Repair] = []
    for _ in range(_ROUNDS):
        found = look(text)
        made = _round(text, found, list(_proposed(text, path, wanted(found), is_tree)), look)
        if not made:
            break
        text = applied(text, [edit for repair in made for edit in repair.edits])
        done += made
    return Fixed(text, tuple(done))


def safe_repairs(
    text: str, path: str, found: Sequence[Diagnostic], look: Look, is_tree: bool = True
) -> Iterator[Repair]:
    """The repairs of these findings that hold, each by itself."""
    if proposed := list(_proposed(text, path, found, is_tree)):
        now = look(text)
        yield from (repair for repair in proposed[:_MOST] if _holds(text, now, [repair], look))


def _proposed(text: str, path: str, found: Sequence[Diagnostic], is_tree: bool) -> Iterator[Repair]:
    from tshoot.authoring.rule_list import TREE_RULES, rule_texts

    if tab := next((item for item in found if item.message.startswith(_TAB)), None):
        if edits := without_tabs(text):
            yield Repair(tab, edits, "spaces in place of tabs")
        return
    yield from repairs(text, found, rule_texts())
    able = {rule.ID: rule for rule in TREE_RULES if hasattr(rule, "fix")}
    mine = [item for item in found if item.rule in able] if is_tree else []
    parsed: Parsed | None = parse_tree(text, path) if mine else None
    if parsed and parsed.tree:
        subject = Subject(parsed, parsed.tree)
        for item in mine:
            edits = tuple(getattr(able[item.rule], "fix")(subject, item))  # noqa: B009 - a protocol has no such thing
            if edits:
                yield Repair(item, edits, f"{item.rule} is put right")


def _round(text: str, found: Sequence[Diagnostic], proposed: list[Repair], look: Look) -> list[Repair]:
    """Those of the repairs that hold together: all at once when that works, else one by one."""
    together = _apart(proposed)
    if together and _holds(text, found, together, look):
        return together
    kept: list[Repair] = []
    for repair in together[: min(_MOST, _READ // (len(text) + 1))]:
        if _holds(text, found, [*kept, repair], look):
            kept.append(repair)
    return kept


def _apart(proposed: Iterable[Repair]) -> list[Repair]:
    """Repairs that do not touch each other; the first one wins."""
    kept: list[Repair] = []
    edits: list[Edit] = []
    for repair in proposed:
        if disjoint([*edits, *repair.edits]):
            kept.append(repair)
            edits += repair.edits
    return kept


def _holds(text: str, found: Sequence[Diagnostic], chosen: Sequence[Repair], look: Look) -> bool:
    """Whether the findings are gone, no error is new, and nothing else is said otherwise than before."""
    edits = [edit for repair in chosen for edit in repair.edits]
    new = applied(text, edits)
    if new == text:
        return False
    tabs = any(repair.finding.message.startswith(_TAB) for repair in chosen)
    if not tabs and not says_the_same(text, new, edits):
        return False
    before = Counter((item.rule, item.message) for item in found)
    gone = Counter((repair.finding.rule, repair.finding.message) for repair in chosen)
    after = look(new)
    # A file with tabs was not read at all: whatever else is wrong with it was there before.
    errors = (item for item in after if item.severity == "error" and (not tabs or item.rule.startswith("yaml-")))
    if any(not before[item.rule, item.message] for item in errors):
        return False
    left = Counter((item.rule, item.message) for item in after)
    if tabs:
        return not any(item.message.startswith(_TAB) for item in after)
    return all(left[key] <= before[key] - number for key, number in gone.items())
