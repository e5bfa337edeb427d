"""`tshoot test TREE --write`: a walk of this session, or of a case, as a test in the tree's file of tests."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tshoot.errors import StorageError, UsageError

if TYPE_CHECKING:
    from tshoot.authoring.testcase import TreeTest
    from tshoot.authoring.testrecord import Recorded
    from tshoot.authoring.testrun import TestResult
    from tshoot.cli.testfiles import Trees
    from tshoot.conversation.workplace import Workplace
    from tshoot.engine.session import Session
    from tshoot.lines.listening import Listener
    from tshoot.model.tree import DecisionTree


def write_test(args: argparse.Namespace, paths: Sequence[Path], library: Sequence[Path]) -> int:
    """Records the walk and adds it; 1 where it would not pass, or there was nothing to record."""
    from tshoot.cli.testfiles import Trees, tree_files
    from tshoot.lines.listening import listener

    if len(args.paths) != 1 or len(files := list(tree_files(paths))) != 1:
        raise UsageError("--write takes one tree.", "Such as: tshoot test wifi.yaml --write")
    file, trees = files[0], Trees(library)
    tree = trees.tree(file)
    if tree is None:
        raise UsageError(f"{file} has errors, so that nobody can walk it.", f"tshoot lint {file} says which.")
    target = _target(file)
    before = _text(target)
    folders = list(dict.fromkeys((file.parent, *library)))
    ears = listener(None)
    session = _of_case(args, folders) if args.case else _walked(args, folders, tree, ears)
    return _record(session, tree, target, before, trees, args.name or "", ears)


def _target(file: Path) -> Path:
    """The file of tests beside the tree, or where it will stand."""
    from tshoot.authoring.files import test_of

    return test_of(file) or file.with_name(file.name.removesuffix(file.suffix) + f".test{file.suffix}")


def _text(target: Path) -> str:
    from tshoot.cli.testfiles import read

    if not target.exists():
        return ""
    try:
        return read(target).decode("utf-8")
    except UnicodeDecodeError:
        raise UsageError(f"{target} is not UTF-8 text.", f"tshoot lint {target} says where.") from None


def _walked(
    args: argparse.Namespace, folders: Sequence[Path], tree: DecisionTree, ears: Listener
) -> Session | None:
    """A walk in the line mode; its case is kept nowhere."""
    import tempfile

    from tshoot.conversation.workplace import open_workplace
    from tshoot.lines.plain import PlainFace

    with tempfile.TemporaryDirectory(prefix="tshoot-") as state:
        workplace = open_workplace(state, [str(folder) for folder in folders], args.persona, tree.language)
        workplace.keeps_cases = False
        _say(f"This walk becomes a test of {tree.id}; no case of it is kept. Type /quit to stop.\n\n")
        try:
            PlainFace(workplace, ears, sys.stdout).run(tree.id, "", args.name or "")
            cases = workplace.store.headers()
            return _session(workplace, cases[-1].case) if cases else None
        finally:
            workplace.close()


def _of_case(args: argparse.Namespace, folders: Sequence[Path]) -> Session:
    from tshoot.conversation.workplace import open_workplace

    workplace = open_workplace(args.state, [str(folder) for folder in folders], args.persona)
    try:
        return _session(workplace, workplace.store.resolve_number(args.case))
    finally:
        workplace.close()


def _session(workplace: Workplace, case: str) -> Session:
    from tshoot.conversation.records import Recorder

    return Recorder(workplace, case).session(workplace.store.load(case).events)


def _record(
    session: Session | None, tree: DecisionTree, target: Path, before: str, trees: Trees, name: str, ears: Listener
) -> int:
    from tshoot.authoring.testappend import looks_secret
    from tshoot.authoring.testrecord import record_walk
    from tshoot.authoring.testyaml import to_yaml

    recorded = record_walk(session, tree, "") if session else None
    if session is None or recorded is None or not recorded.test.walk:
        return _give_up(f"This walk has no answers at {tree.id}.{_elsewhere(session, tree)}")
    for step in recorded.test.walk:
        if looks_secret(str(step.say)):
            return _give_up(
                f"The answer at '{step.place}' looks like a password or a key, which no file should hold."
            )
    named = _named(recorded, name, ears)
    if named is None:
        return _give_up("A test needs a name.", recorded)
    recorded, new, result = _fitted(named, before, tree, target, trees)
    if new is None or result is None:
        _say(f"The layout of {_shown(target)} does not let a test be added at its end. This is the test:\n\n")
        _say(to_yaml(recorded.test))
        return 1
    if not result.passed:
        return _refuse(result, tree, target, recorded)
    _write(target, before, new)
    _say(f"\nWritten to {_shown(target)}:\n\n")
    _say(to_yaml(recorded.test))
    _say(_remarks(recorded))
    return 0


def _named(recorded: Recorded, name: str, ears: Listener) -> Recorded | None:
    """The test with its name, which is asked for where the command line does not say it."""
    from dataclasses import replace

    from tshoot.language.clean import clean

    if not name:
        _say("\nWhat is the name of this test? It is also what is wrong, in the person's words.")
        sys.stdout.flush()
        name = ears.listen() or ""
    name = clean(name, limit=200)
    return replace(recorded, test=replace(recorded.test, name=name)) if name else None


def _fitted(
    recorded: Recorded, before: str, tree: DecisionTree, target: Path, trees: Trees
) -> tuple[Recorded, str | None, TestResult | None]:
    """The test in the order in which the tree is walked without what was learned from cases, and what comes of it."""
    from tshoot.authoring.testappend import appended
    from tshoot.authoring.testrecord import in_authors_order

    while (new := appended(before, recorded.test)) is not None:
        result = _tried(new, tree, target, trees)
        stuck = next((one for one in result.differences if one.waiting), None)
        moved = in_authors_order(recorded, tree, stuck.asked, stuck.waiting) if stuck else None
        if moved is None:
            return recorded, new, result
        recorded = moved
    return recorded, None, None


def _tried(text: str, tree: DecisionTree, target: Path, trees: Trees) -> TestResult:
    """What comes of the new test, as it would stand in the file."""
    from tshoot.authoring.testrun import run_test
    from tshoot.authoring.treetest import parse_tests
    from tshoot.cli.testfiles import summary
    from tshoot.conversation.hearing import hear

    test = parse_tests(text, str(target)).tests[-1]
    return run_test(test, tree, trees.beside(target.parent), hear, summary)


def _refuse(result: TestResult, tree: DecisionTree, target: Path, recorded: Recorded) -> int:
    from tshoot.authoring.testyaml import to_yaml
    from tshoot.render.treetests import result_rows

    _say("\n".join(result_rows(result, tree.id, str(target))))
    _say("\nThe test would not pass, so the file stays as it was. This is the test:\n\n")
    _say(to_yaml(recorded.test))
    return 1


def _remarks(recorded: Recorded) -> str:
    test: TreeTest = recorded.test
    said = ["Answers stand in it as they were typed, names and contacts too. Read it before you share it."]
    if recorded.reordered:
        made_up = "".join(f" The 'No' at '{fix}' is made up." for fix in recorded.made_up)
        said.append(f"The fixes stand in the author's order; the case had learned another.{made_up}")
    said += [f"The answer at '{place}' is secret: '/skip' stands for it." for place in recorded.secrets]
    if test.passed:
        said.append("The walk did not come to an end, so the test expects the nodes that were passed.")
    return "\n".join(said)


def _write(target: Path, before: str, new: str) -> None:
    """Writes the file as a whole, unless somebody has changed it meanwhile."""
    if _text(target) != before:
        raise StorageError(f"{target} was changed meanwhile; nothing was written.", "Run the command again.")
    beside = target.with_name(f"{target.name}.part")
    try:
        beside.write_bytes(new.encode("utf-8"))
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise StorageError(f"{target} cannot be written: {error.strerror or error}.") from error


def _give_up(sentence: str, recorded: Recorded | None = None) -> int:
    """Says why nothing is written; a walk that somebody has made is shown all the same."""
    from tshoot.authoring.testyaml import to_yaml

    _say(f"{sentence} Nothing was written.")
    if recorded:
        _say("This is the walk:\n\n" + to_yaml(recorded.test))
    return 1


def _elsewhere(session: Session | None, tree: DecisionTree) -> str:
    from tshoot.authoring.testrecord import trees_walked

    others = [name for name in trees_walked(session) if name != tree.id] if session else []
    return f" It has some at {', '.join(others)}." if others else ""


def _shown(path: Path) -> str:
    from tshoot.render.diagnostics import visible

    return visible(str(path))


def _say(text: str) -> None:
    sys.stdout.write(text if text.endswith("\n") else text + "\n")
