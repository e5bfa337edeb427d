"""The first picture of the last start, painted before the chat is loaded, and drawn over without a flicker."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pexpect
import pyte
import pytest

from tests.tui.conftest import Opened
from tests.tui.test_terminal import CURSOR_SHOWN, LEFT_ALT_SCREEN, ended, opened, spawn
from tshoot.lines import glance
from tshoot.tui.picture import FOLDER, is_fresh
from tshoot.tui.screens.conversation import ConversationScreen
from tshoot.tui.screens.welcome import WelcomeScreen

QUESTION = "Is the lamp plugged in?"
ALTERNATE = b"\x1b[?1049h"


def kept(state: Path) -> Path:
    """The picture that a first start keeps."""
    child = opened(state, "run", "tour")
    until_kept(child, state)
    child.sendcontrol("q")
    ended(child)
    (path,) = state.glob("pictures/*.txt")
    return path


def shown(screen: pyte.Screen) -> str:
    return "\n".join(line.rstrip() for line in screen.display)


def test_the_second_start_shows_the_question_at_once_and_never_less(tmp_path: Path) -> None:
    kept(tmp_path)
    child = spawn(tmp_path, "run", "tour")
    screen = pyte.Screen(80, 24)
    stream = pyte.ByteStream(screen)
    raw, pictures = b"", []
    deadline = time.monotonic() + 20
    while b"\x1b[?2004h" not in raw and time.monotonic() < deadline:  # what the chat says when it has the terminal
        piece = child.read_nonblocking(65536, timeout=20)
        raw += piece
        stream.feed(piece)
        if QUESTION in shown(screen) and "more" in screen.display[-1]:  # not between two reads of one paint
            pictures.append(shown(screen))
    assert pictures, "the question is there before the chat has the terminal"
    assert raw.count(ALTERNATE) == 1
    assert set(pictures) == {pictures[-1]}
    child.send("2")
    child.expect("Put the plug")
    child.sendcontrol("q")
    code, output = ended(child)
    assert code == 1
    assert LEFT_ALT_SCREEN in output


def test_what_is_typed_meanwhile_is_not_lost(tmp_path: Path) -> None:
    kept(tmp_path)
    child = spawn(tmp_path, "run", "tour")
    child.expect(QUESTION)
    child.send("2")
    child.expect("Put the plug")
    child.sendcontrol("q")
    ended(child)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT"])
def test_ended_before_the_chat_is_there_the_terminal_is_clean(name: str, tmp_path: Path) -> None:
    kept(tmp_path)
    child = spawn(tmp_path, "run", "tour")
    child.expect(QUESTION)
    child.kill(getattr(signal, name))
    code, output = ended(child)
    assert code == 130
    assert LEFT_ALT_SCREEN in output
    assert CURSOR_SHOWN in output


def test_a_failure_behind_the_picture_is_told_on_a_clean_terminal(tmp_path: Path) -> None:
    kept(tmp_path)
    for path in tmp_path.glob("cases.db*"):
        path.unlink()
    (tmp_path / "cases.db").write_bytes(b"garbage" * 5000)
    child = spawn(tmp_path, "run", "tour")
    code, output = ended(child)
    assert code == 3
    assert output.index(LEFT_ALT_SCREEN) < output.index(b"tshoot: ")


def test_a_changed_tree_gets_no_old_picture(tmp_path: Path) -> None:
    path = kept(tmp_path)
    stamp, _, frame = path.read_text().partition("\n")
    path.write_text(f"1{stamp}\n{frame.replace(QUESTION, 'OLD QUESTION')}")
    child = opened(tmp_path, "run", "tour")
    child.sendcontrol("q")
    _, output = ended(child)
    assert b"OLD QUESTION" not in child.before + output


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"x" * 300_000], ids=["empty", "no text", "huge"])
def test_a_damaged_picture_is_ignored(tmp_path: Path, damage: bytes) -> None:
    path = kept(tmp_path)
    path.write_bytes(damage)
    child = opened(tmp_path, "run", "tour")
    child.sendcontrol("q")
    code, output = ended(child)
    assert code == 1
    assert b"Traceback" not in output


def test_the_picture_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = kept(tmp_path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert list(path.parent.iterdir()) == [path]


def first_picture(state: Path, *words: str) -> str:
    """What is painted first, as a person sees it, before the chat draws over it."""
    child = spawn(state, *words)
    screen = pyte.Screen(80, 24)
    stream = pyte.ByteStream(screen)
    raw = b""
    deadline = time.monotonic() + 20
    while b"\x1b[?2004h" not in raw and time.monotonic() < deadline:
        piece = child.read_nonblocking(65536, timeout=20)
        raw += piece
        stream.feed(piece.partition(b"\x1b[?2004h")[0])
    child.sendcontrol("q")
    ended(child)
    return shown(screen)


def started(state: Path, *words: str, then: str = "") -> None:
    """A start whose first picture is kept, then what forgets it."""
    child = opened(state, *words)
    until_kept(child, state)
    if then:
        child.send(then)
        until_kept(child, state, False)
    child.sendcontrol("q")
    ended(child)


def until_kept(child: pexpect.spawn, state: Path, kept: bool = True) -> None:
    deadline = time.monotonic() + 20
    while bool(list(state.glob("pictures/*.txt"))) != kept and time.monotonic() < deadline:
        child.expect([pexpect.TIMEOUT, "never said"], timeout=0.1)


def test_the_welcome_is_painted_without_what_may_have_changed(tmp_path: Path) -> None:
    started(tmp_path)
    picture = first_picture(tmp_path)
    assert "What is wrong?" in picture and "╭" in picture and "more" in picture
    assert "Often asked" not in picture and "Browse by area" not in picture


def test_another_look_forgets_the_pictures(tmp_path: Path) -> None:
    started(tmp_path, then="\x14")
    assert list(tmp_path.glob("pictures/*.txt")) == []


async def test_what_was_done_at_once_is_no_first_picture(chat: Opened) -> None:
    async with chat("tour") as it:
        first = it.app.screen
        assert isinstance(first, ConversationScreen) and is_fresh(it.app, first)
        await it.press("?")
        assert not is_fresh(it.app, first)
        await it.press("2")
        assert not is_fresh(it.app, first)


async def test_another_screen_is_no_first_picture(chat: Opened) -> None:
    async with chat() as it:
        first = it.app.screen
        assert isinstance(first, WelcomeScreen) and is_fresh(it.app, first)
        await it.press("1")
        assert it.app.screen is not first and not is_fresh(it.app, first)


def test_pictures_are_forgotten_where_they_are_kept() -> None:
    assert glance.FOLDER == FOLDER
