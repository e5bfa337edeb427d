"""The walk of a preview as a test that can be pasted, tried before it is given out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tshoot.authoring.files import test_of
from tshoot.authoring.testrecord import record_walk
from tshoot.authoring.testrun import run_test
from tshoot.authoring.testyaml import to_yaml
from tshoot.authoring.treetest import parse_tests
from tshoot.conversation.hearing import hear
from tshoot.model.tree import DecisionTree

if TYPE_CHECKING:
    from tshoot.conversation.previewing import Preview
    from tshoot.engine.session import Session

NAME = "as walked in the preview"
BEGUN_THERE = "the walk was begun in the middle of the tree; a test begins at its start"
NOTHING_YET = "nothing was answered yet"
HEADING = "tests:\n"


def written(preview: Preview, tree: DecisionTree) -> tuple[str, tuple[str, ...]]:
    """The YAML of the test, to stand behind those that are there, and why it does not pass where it does not."""
    recorded = record_walk(preview.walk.session, tree, NAME)
    if recorded is None:
        return "", (NOTHING_YET,)
    item = to_yaml(recorded.test)
    text = item if test_of(preview.path) else HEADING + item
    if preview.begun_at:
        return text, (BEGUN_THERE,)
    if not (recorded.test.walk or recorded.test.checks):
        return text, (NOTHING_YET,)
    parsed = parse_tests(HEADING + item, "copied.test.yaml")
    wrong = tuple(finding.message for finding in parsed.diagnostics if finding.severity == "error")
    if wrong or not parsed.tests:
        return text, wrong or (NOTHING_YET,)
    return text, run_test(parsed.tests[0], tree, preview.library.tree, hear, _summary).failures


def _summary(session: Session) -> str:
    return ""
