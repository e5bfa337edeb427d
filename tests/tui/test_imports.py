"""What the first picture costs: modules that it does not need are not there."""

from __future__ import annotations

import subprocess
import sys

HEAVY = (
    "textual.widgets._markdown", "textual.widgets._data_table", "textual.widgets._footer", "textual.widgets._header",
    "rich.markdown", "yaml", "psutil", "rapidfuzz", "pygments", "markdown_it", "tshoot.authoring.parse",
    "tshoot.checks.run", "tshoot.tui.screens.help", "tshoot.tui.screens.summary", "tshoot.tui.screens.known",
)  # fmt: skip


def loaded(*modules: str) -> set[str]:
    """The modules that are there after importing these in a fresh process."""
    code = f"import sys, {', '.join(modules)}; print(*sys.modules)"
    return set(
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    )


def test_the_first_picture_needs_none_of_these() -> None:
    there = loaded("tshoot.tui.app", "tshoot.tui.screens.welcome", "tshoot.tui.screens.conversation")
    assert sorted(there & set(HEAVY)) == []


def test_the_welcome_does_not_wait_for_the_conversation() -> None:
    there = loaded("tshoot.tui.app", "tshoot.tui.screens.welcome")
    assert "tshoot.tui.screens.conversation" not in there
    assert "tshoot.conversation.conversation" not in there
