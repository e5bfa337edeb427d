"""What changed between two versions of trees, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from tshoot.authoring.changes import Change, Walk, covering
from tshoot.authoring.facets import Group
from tshoot.engine.markup import to_plain
from tshoot.engine.state import Entry
from tshoot.language.clean import clean
from tshoot.model.record import record
from tshoot.render.wrap import wrap

_TITLES: Mapping[Group, str] = {
    "finding": "How it is found",
    "questions": "What people read and are asked",
    "ways": "Where it leads",
    "outcomes": "How it ends",
    "help": "Help on request",
    "agents": "What only agents see",
}
_LONGEST = 400


@record
class CaseTouched:
    """An open case and the answers that the new version would cost it."""

    case: str
    node: str
    lost: tuple[Entry, ...]


@record(kw_only=True)
class TreeDifference:
    """All that is said about two versions of one tree."""

    tree: str
    title: str
    kind: str
    """`changed`, `added` or `removed`."""
    changes: tuple[Change, ...] = ()
    walks: tuple[Walk, ...] = ()
    tests: str = ""
    """Why there are no tests to speak of; empty where there are."""
    cases: tuple[CaseTouched, ...] = ()


def to_text(found: Sequence[TreeDifference], width: int) -> str:
    """A block for each tree."""
    if not found:
        return "Nothing changed for people.\n"
    return "\n".join("".join(f"{line}\n" for line in _tree(one, width)) for one in found)


def _tree(one: TreeDifference, width: int) -> Iterator[str]:
    name = _line(one.tree)
    if one.kind != "changed":
        what = "is a new tree" if one.kind == "added" else "is gone"
        yield from wrap(f"{name} {what}: {_line(one.title)}", width)
    else:
        count = f"{len(one.changes)} change{'s' * (len(one.changes) != 1)}"
        yield from wrap(f"{name}: {count}", width)
        for group, changes in groupby(one.changes, lambda change: change.group):
            yield ""
            yield _TITLES[group]
            for change in changes:
                yield from _change(change, one, width)
        yield ""
        yield from wrap(_covered(one), width)
    yield from _cases(one, width)


def _change(change: Change, one: TreeDifference, width: int) -> Iterator[str]:
    at = f"{_line(change.node)}: " if change.node else ""
    verb = {"added": "new", "removed": "gone", "changed": "changed", "renamed": "renamed"}[change.kind]
    yield from wrap(f"{at}{_line(change.what)}, {verb}", width, first="  ", rest="      ")
    for mark, text in (("-", change.before), ("+", change.after)):
        if text:
            yield from wrap(_shown(text), width, first=f"    {mark} ", rest="      ")
    if tests := covering(change, one.walks):
        yield from wrap(f"taken by {_named(tests)}", width, first="      ", rest="      ")


def _covered(one: TreeDifference) -> str:
    if one.tests:
        return f"Tests: {one.tests}"
    standing = [change for change in one.changes if change.node and change.kind != "removed"]
    covered = sum(1 for change in standing if covering(change, one.walks))
    failed = [walk.test for walk in one.walks if not walk.passed]
    said = f"Tests: {covered} of the {len(standing)} changed places are taken by one of {len(one.walks)} tests."
    if failed:
        said += f" On the new version, {len(failed)} fail{'s' * (len(failed) == 1)}: {_named(failed)}."
    return said


def _named(names: Sequence[str]) -> str:
    shown = ", ".join(f"“{_line(name)}”" for name in names[:3])
    return f"{shown} and {len(names) - 3} more" if len(names) > 3 else shown


def _cases(one: TreeDifference, width: int) -> Iterator[str]:
    if not one.cases:
        return
    gone = one.kind == "removed"
    yield ""
    yield f"Open cases {'that go on with the version they keep' if gone else 'on an older version'}: {len(one.cases)}"
    for case in one.cases:
        if gone:
            yield from wrap(
                f"{case.case}{f' at {_line(case.node)}' if case.node else ''}", width, first="  ", rest="      "
            )
            continue
        lost = f"loses {len(case.lost)} answer{'s' * (len(case.lost) != 1)}" if case.lost else "loses nothing"
        where = f" at {_line(case.node)}" if case.node else ""
        yield from wrap(f"{case.case}{where}: {lost}", width, first="  ", rest="      ")
        for entry in case.lost:
            yield from wrap(
                f"{_line(to_plain(entry.text))} {_line(entry.answer)}", width, first="    - ", rest="      "
            )


def _line(text: str) -> str:
    return clean(text, limit=_LONGEST).replace("\n", " ")


def _shown(text: str) -> str:
    return clean(text, limit=_LONGEST, lines=True)


def to_json(found: Sequence[TreeDifference]) -> str:
    """One array with an object a tree."""
    return json.dumps([_record(one) for one in found], indent=2)


def _record(one: TreeDifference) -> dict[str, object]:
    return {
        "tree": one.tree,
        "title": one.title,
        "kind": one.kind,
        "changes": [
            {
                "group": change.group, "kind": change.kind, "node": change.node, "what": change.what,
                "before": change.before, "after": change.after, "tests": list(covering(change, one.walks)),
            }
            for change in one.changes
        ],
        "tests": {
            "count": len(one.walks), "failed": [walk.test for walk in one.walks if not walk.passed],
            "problem": one.tests,
        },
        "cases": [
            {
                "case": case.case, "node": case.node,
                "lost": [{"question": to_plain(entry.text), "answer": entry.answer} for entry in case.lost],
            }
            for case in one.cases
        ],
    }  # fmt: skip
