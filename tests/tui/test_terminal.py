"""In a real pseudo-terminal: signals, a stray byte, a bug, a terminal that goes away."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pexpect
import pyte
import pytest

from tshoot.store.cases import CaseStore

TREES = Path(__file__).parent / "trees"
ROOT = Path(__file__).parents[2]
LEFT_ALT_SCREEN, CURSOR_SHOWN = b"\x1b[?1049l", b"\x1b[?25h"


def spawn(state: Path, *words: str, **env: str) -> pexpect.spawn:
    surroundings = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), **env}
    command = ["-m", "tshoot", "--state", str(state), "--trees", str(TREES), *words]
    return pexpect.spawn(sys.executable, command, env=surroundings, dimensions=(24, 80), timeout=20)


def opened(state: Path, *words: str, **env: str) -> pexpect.spawn:
    child = spawn(state, *words, **env)
    child.expect("more")
    return child


def ended(child: pexpect.spawn) -> tuple[int | None, bytes]:
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus, child.before


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT"])
def test_signals_leave_the_terminal_clean_and_the_case_to_go_on_with(name: str, tmp_path: Path) -> None:
    child = opened(tmp_path, "run", "tour")
    child.send("2")
    child.expect("Put the plug")
    child.kill(getattr(signal, name))
    code, output = ended(child)
    assert code == 130
    assert LEFT_ALT_SCREEN in output and CURSOR_SHOWN in output and b"Traceback" not in output
    with CaseStore(tmp_path) as store:
        case = store.last_open()
        assert case is not None
    again = opened(tmp_path, "resume", case.case)
    again.sendcontrol("q")
    code, output = ended(again)
    assert code == 1


def test_a_stray_byte_ends_nothing(tmp_path: Path) -> None:
    child = opened(tmp_path, "run", "tour")
    os.write(child.child_fd, b"\xff\xfe")
    child.send("2")
    child.expect("Put the plug")
    child.sendcontrol("q")
    assert ended(child)[0] == 1


def test_a_terminal_that_goes_away_is_an_interruption(tmp_path: Path) -> None:
    child = opened(tmp_path, "run", "tour")
    child.ptyproc.fileobj.close()
    pid = child.pid
    deadline = time.monotonic() + 10
    status = 0
    while time.monotonic() < deadline:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            break
    assert os.waitstatus_to_exitcode(status) == 130
    child.closed = child.terminated = child.ptyproc.closed = child.ptyproc.terminated = True


def test_a_bug_is_one_sentence_and_a_log(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "sitecustomize.py").write_text(
        "import tshoot.tui.screens.conversation as c\n"
        "def fail(self): raise RuntimeError('a bug [/x]')\n"
        "c.ConversationScreen.action_explain = fail\n"
    )
    state = tmp_path / "state"
    child = opened(state, "run", "tour", PYTHONPATH=f"{broken}{os.pathsep}{ROOT}")
    child.send("?")
    code, output = ended(child)
    assert code == 3
    shown = output.split(LEFT_ALT_SCREEN)[-1]
    assert b"Something went wrong inside tshoot" in shown and b"tshoot.log" in shown
    assert b"Traceback" not in output
    assert "a bug [/x]" in (state / "tshoot.log").read_text()


def test_no_colour_means_no_colour(tmp_path: Path) -> None:
    child = opened(tmp_path, "run", "tour", NO_COLOR="1")
    child.send("2")
    child.expect("Put the plug")
    child.sendcontrol("q")
    child.expect(pexpect.EOF)
    child.close()
    assert b"\x1b[38;" not in child.before and b"\x1b[48;" not in child.before


def seen(child: pexpect.spawn, *wanted: str) -> str:
    """The screen, once all of this is on it; fails where it never is."""
    screen = pyte.Screen(80, 24)
    stream = pyte.ByteStream(screen)
    deadline = time.monotonic() + 20
    shown = ""
    while not all(text in shown for text in wanted) and time.monotonic() < deadline:
        stream.feed(child.read_nonblocking(65536, timeout=20))
        shown = "\n".join(screen.display)
    assert [text for text in wanted if text not in shown] == []
    return shown


def test_what_a_person_sees(tmp_path: Path) -> None:
    child = spawn(tmp_path, "run", "tour")
    seen(child, "The lamp does not light", "Is the lamp plugged in?", "1  Yes", "╭", "enter answer")
    child.sendcontrol("q")
    ended(child)


def test_a_terminal_of_ascii_shows_all_of_it_too(tmp_path: Path) -> None:
    child = spawn(tmp_path, "run", "tour", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="POSIX")
    wanted = (
        "The lamp does not light",
        "| Is the lamp plugged in?",
        "1  Yes",
        "+---",
        "^/v choose",
        "F2 a person",
    )
    assert seen(child, *wanted).isascii()
    child.sendcontrol("q")
    ended(child)
