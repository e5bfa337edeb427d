"""The walk of a preview as a test that can be pasted, tried before it is given out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tshoot.authoring.files import test_of
from tshoot.authoring.testrun import run_test
from tshoot.authoring.testwalk import AT
from tshoot.authoring.testwriting import recorded, to_yaml
from tshoot.authoring.treetest import parse_tests
from tshoot.engine.state import Prompt
from tshoot.model.tree import DecisionTree

if TYPE_CHECKING:
    from tshoot.conversation.hearing import Heard
    from tshoot.conversation.previewing import Preview
    from tshoot.engine.session import Session

NAME = "as walked in the preview"
BEGUN_THERE = "the walk was begun in the middle of the tree; a test begins at its start"


def written(preview: Preview, tree: DecisionTree) -> tuple[str, tuple[str, ...]]:
    """The YAML of the test, and why it does not pass where it does not."""
    source = preview.look.parsed.text
    read = [name for name in ("os_version", "computer") if f"{{{name}}}" in source]
    read += ["os"] if "os" in source.split() or "Windows:" in source or "{os}" in source else []
    test = recorded(preview.walk.session, tree, NAME, read)
    text = to_yaml([test], heading=test_of(preview.path) is None)
    if preview.begun_at:
        return text, (BEGUN_THERE,)
    parsed = parse_tests(to_yaml([test]), "copied.test.yaml")
    wrong = tuple(finding.message for finding in parsed.diagnostics)
    result = run_test(parsed.tests[0], tree, preview.library.tree, _hear, _summary) if parsed.tests else None
    return text, wrong or (result.failures if result else ("it could not be read",))


def _hear(text: str, prompt: Prompt, tree: DecisionTree | None) -> Heard:
    from tshoot.conversation.hearing import hear

    return hear(text, prompt, tree, date.fromisoformat(AT[:10]))


def _summary(session: Session) -> str:
    return ""
