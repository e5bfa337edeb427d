"""`tshoot test --random N`: walks by chance, looking for what no walk should meet."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tshoot.errors import UsageError
from tshoot.model.record import record

if TYPE_CHECKING:
    from tshoot.authoring.testrandom import Failing
    from tshoot.cli.testfiles import Trees
    from tshoot.engine.session import Session

INDENT = " " * 6
WORTH_SHARING = 2000
"""Walks from which on several processes are quicker than one."""


@record(kw_only=True)
class RandomReport:
    """What came of walking one tree at random."""

    path: str
    tree: str = ""
    failing: tuple[Failing, ...] = ()
    """The troubles, the one with the shortest walk first."""
    test: str = ""
    """The shortest failing walk as YAML."""
    unknown: tuple[tuple[tuple[str, str, str], int], ...] = ()
    """Tree, node and fact: how often a text named what nobody knew."""


def walk_at_random(args: argparse.Namespace, paths: Sequence[Path], library: Sequence[Path]) -> int:
    """Walks each tree; 1 when a walk meets trouble, or a tree is broken."""
    from tshoot.cli.testfiles import spread, tree_files

    if not 0 < args.random <= 1_000_000:
        raise UsageError("--random takes a number from 1 to 1000000.", "Such as --random 1000.")
    seed = args.seed or "0"
    files = list(dict.fromkeys(tree_files(paths)))
    many = 2 if len(files) * args.random >= WORTH_SHARING else 0
    reports = []
    for report in spread(partial(_walk_file, count=args.random, seed=seed), files, library, many):
        reports.append(report)
        if args.format == "text":
            _say(_rows(report, args.random, args.verbose))
    broken = sum(not report.tree for report in reports)
    failed = sum(bool(report.failing) for report in reports)
    if args.format == "json":
        _say([json.dumps({"walks": args.random, "seed": seed, "trees": list(map(_data, reports))}, indent=1)])
    else:
        _say([_total(len(reports) - broken, failed, broken, args.random, seed)])
    return 1 if failed or broken else 0


def _walk_file(path: Path, trees: Trees, *, count: int, seed: str) -> RandomReport:
    from tshoot.authoring.testrandom import RandomWalks, as_test
    from tshoot.authoring.testyaml import to_yaml

    tree = trees.tree(path)
    if tree is None:
        return RandomReport(path=str(path))
    known = trees.beside(path.parent)
    walks = RandomWalks(tree, known, _ends)
    failing = walks.run(count, seed)
    test = to_yaml(as_test(failing[0], tree, known), note=str(failing[0].trouble)) if failing else ""
    return RandomReport(
        path=str(path), tree=tree.id, failing=tuple(failing), test=test,
        unknown=tuple(walks.unknown.most_common()),
    )  # fmt: skip


def _ends(session: Session) -> Sequence[str]:
    """What a person reads at the end from tshoot itself, and the summary."""
    from tshoot.cli.testfiles import summary
    from tshoot.conversation.texts import closing

    return (*closing(session, "TEST", session.state.persona), summary(session))


def _rows(report: RandomReport, count: int, verbose: bool) -> list[str]:
    from tshoot.render.diagnostics import visible

    if not report.tree:
        path = visible(report.path)
        return [f"FAIL  {path}: the tree has errors", f"{INDENT}hint: tshoot lint {path}"]
    mark, found = ("FAIL", "") if report.failing else ("ok  ", ", nothing found")
    rows = [f"{mark}  {visible(report.tree)}: {_walks(count)}{found}"]
    rows += [f"{INDENT}{visible(str(one.trouble))} ({_walks(one.count)})" for one in report.failing]
    if report.test:
        rows += [f"{INDENT}The shortest, as a test:", *report.test.rstrip("\n").split("\n")]
    if report.unknown and not verbose:
        texts = "1 text names" if len(report.unknown) == 1 else f"{len(report.unknown)} texts name"
        rows.append(f"{INDENT}({texts} what was not known; --verbose lists them)")
    elif report.unknown:
        rows += [
            f"{INDENT}(not known: {{{fact}}} at {visible(node)} of {visible(tree)}, {_times(times)})"
            for (tree, node, fact), times in report.unknown
        ]
    return rows


def _total(trees: int, failed: int, broken: int, walks: int, seed: str) -> str:
    walked = "1 tree" if trees == 1 else f"{trees} trees"
    said = f"{walked}, {_walks(walks)} each, seed {seed}: "
    parts = [f"{failed} with trouble" if failed else "nothing found", *([f"{broken} broken"] if broken else [])]
    return said + ", ".join(parts) + "."


def _walks(count: int) -> str:
    return "1 walk" if count == 1 else f"{count} walks"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _data(report: RandomReport) -> dict[str, object]:
    return {
        "path": report.path,
        "tree": report.tree,
        "broken": not report.tree,
        "troubles": [
            {"kind": t.kind, "tree": t.tree, "node": t.node, "sentence": t.sentence, "walks": one.count}
            for one in report.failing
            for t in (one.trouble,)
        ],
        "test": report.test,
        "not_known": [
            {"tree": tree, "node": node, "fact": fact, "times": times}
            for (tree, node, fact), times in report.unknown
        ],
    }


def _say(rows: Sequence[str]) -> None:
    sys.stdout.write("".join(f"{row}\n" for row in rows))
