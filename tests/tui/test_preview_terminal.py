"""The preview in a real pseudo-terminal: an editor saves, breaks and renames; the terminal is left clean."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.tui.test_terminal import CURSOR_SHOWN, LEFT_ALT_SCREEN, TREES, ended, spawn


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "tour.yaml"
    path.write_text((TREES / "tour.yaml").read_text())
    return path


def saved(file: Path, source: str) -> None:
    new = file.with_name("new")
    new.write_text(source)
    new.replace(file)


def test_an_editor_at_work(file: Path) -> None:
    good, state = file.read_text(), file.parent / "state"
    child = spawn(state, "preview", str(file))
    child.expect("Is the lamp plugged in")
    child.send("2")
    child.expect("Put the plug")
    saved(file, good.replace("Put the plug", "Push the plug"))
    child.expect("Push the plug")
    file.write_text(good.replace("nodes:", "nodes: ["))
    child.expect("Showing the last version")
    file.unlink()
    child.expect("such file")
    file.write_text(good.replace("press the switch", "turn the switch"))
    child.expect("turn the switch")
    child.sendcontrol("q")
    code, output = ended(child)
    assert code == 0 and not state.exists()
    assert LEFT_ALT_SCREEN in output and CURSOR_SHOWN in output


def test_a_signal_leaves_the_terminal_clean(file: Path) -> None:
    child = spawn(file.parent / "state", "preview", str(file))
    child.expect("Is the lamp plugged in")
    child.kill(signal.SIGTERM)
    code, output = ended(child)
    assert code == 130 and LEFT_ALT_SCREEN in output and b"Traceback" not in output
    assert not (file.parent / "state").exists()


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    child = spawn(tmp_path / "state", "preview", str(tmp_path / "nowhere.yaml"))
    code, output = ended(child)
    assert code == 2 and b"There is no file" in output and not (tmp_path / "state").exists()
