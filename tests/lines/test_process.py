"""The line mode as a process: what it imports, what it writes, how it ends."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pexpect
import pytest

from tests.conversation.test_conversation import NETWORK, WIFI

PYTHON = sys.executable


@pytest.fixture
def trees(tmp_path: Path) -> Path:
    folder = tmp_path / "trees"
    folder.mkdir()
    (folder / "wifi.yaml").write_text(WIFI)
    (folder / "network.yaml").write_text(NETWORK)
    return folder


def tshoot(trees: Path, *words: str, text: str = "", **env: str) -> subprocess.CompletedProcess[bytes]:
    command = [PYTHON, "-m", "tshoot", *words, "--trees", str(trees)]
    return subprocess.run(
        command, input=text.encode(), capture_output=True, timeout=60, env={**os.environ, **env}, check=False
    )


def test_pipes_get_plain_lines_by_themselves(trees: Path) -> None:
    done = tshoot(trees, "run", "wifi", text="no\nyes\nyes\nHome\nit works now\n")
    assert done.returncode == 0, done.stderr
    assert b"\x1b" not in done.stdout
    assert done.stderr == b""


def test_unresolved_is_1_and_wrong_usage_2(trees: Path) -> None:
    assert tshoot(trees, "run", "wifi", text="no\n").returncode == 1
    done = tshoot(trees, "run", "wfi")
    assert (done.returncode, b"Did you mean 'wifi'?" in done.stderr) == (2, True)
    done = tshoot(trees, "rum", "wifi")
    assert (done.returncode, b"Did you mean `tshoot run`?" in done.stderr) == (2, True)
    assert tshoot(trees, "run").returncode == 2


@pytest.mark.parametrize(
    "words",
    [
        ("run", "wifi", "--plain"),
        ("trees",),
        ("search", "wifi"),
        ("lint",),
        ("match", "wifi is down"),
        ("--version",),
        ("doctor",),
    ],
)
def test_no_textual_without_a_screen(trees: Path, words: tuple[str, ...]) -> None:
    code = (
        "import sys; sys.argv = ['tshoot', *sys.argv[1:]]\n"
        "from tshoot.__main__ import main\n"
        "try:\n    main()\n"
        "finally:\n    print('LOADED', 'textual' in sys.modules, 'rich' in sys.modules)"
    )
    places = [] if words == ("--version",) else ["--trees", str(trees)]
    done = subprocess.run(
        [PYTHON, "-c", code, *words, *places], input=b"", capture_output=True, timeout=60, check=False
    )
    assert b"LOADED False False" in done.stdout, done.stderr


def test_broken_pipe_is_quiet(trees: Path) -> None:
    command = f"{PYTHON} -m tshoot run wifi --trees {trees} </dev/null | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60, check=False)
    assert b"Traceback" not in done.stderr


def test_invalid_bytes_on_input_are_survived(trees: Path) -> None:
    command = [PYTHON, "-m", "tshoot", "run", "wifi", "--trees", str(trees)]
    done = subprocess.run(command, input=b"no\n\xff\xfe\x00\nyes\n", capture_output=True, timeout=60, check=False)
    assert done.returncode == 1
    assert b"Do you see your network" in done.stdout
    assert b"Traceback" not in done.stderr


def test_ctrl_c_saves_and_says_so(trees: Path) -> None:
    child = pexpect.spawn(
        PYTHON, ["-m", "tshoot", "run", "wifi", "--plain", "--trees", str(trees)], timeout=30, encoding="utf-8"
    )
    child.expect("May I look")
    child.sendline("no")
    child.expect("Is your Wi-Fi on")
    child.sendintr()
    child.expect("is saved as")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_a_killed_line_mode_loses_no_answer(trees: Path, number: signal.Signals) -> None:
    command = [PYTHON, "-m", "tshoot", "run", "wifi", "--plain", "--trees", str(trees)]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert child.stdin
    assert child.stdout
    child.stdin.write(b"no\nyes\n")
    child.stdin.flush()
    seen = b""
    deadline = time.monotonic() + 30
    while b"Do you see your network" not in seen and time.monotonic() < deadline:
        seen += os.read(child.stdout.fileno(), 4096)
    child.send_signal(number)
    child.wait(timeout=30)
    child.stdin.close()
    child.stdout.close()
    done = tshoot(trees, "resume", text="yes\nHome\nyes\n")
    assert done.returncode == 0, done.stdout
    assert b"What is the network called?" in done.stdout


@pytest.mark.parametrize("damage", ["garbage", "folder", "newer"])
def test_a_database_that_cannot_be_used_is_one_sentence_and_3(trees: Path, tmp_path: Path, damage: str) -> None:
    state = tmp_path / "s"
    state.mkdir()
    if damage == "garbage":
        (state / "cases.db").write_bytes(b"garbage" * 5000)
    elif damage == "folder":
        (state / "cases.db").mkdir()
    else:
        with closing(sqlite3.connect(state / "cases.db")) as database:
            database.execute("PRAGMA user_version = 999")
    done = tshoot(trees, "run", "wifi", "--state", str(state))
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 3


def test_a_bug_goes_to_the_log(trees: Path, tmp_path: Path) -> None:
    code = (
        "import sys\nfrom tshoot.lines import plain\n"
        "def broken(*a, **k): raise RuntimeError('a bug')\n"
        "plain.run_plain = broken\nfrom tshoot.__main__ import main\nsys.exit(main(sys.argv[1:]))"
    )
    state = tmp_path / "s"
    words = ["run", "wifi", "--plain", "--trees", str(trees), "--state", str(state)]
    done = subprocess.run([PYTHON, "-c", code, *words], capture_output=True, timeout=60, check=False)
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
    assert b"tshoot.log" in done.stderr
    assert "RuntimeError: a bug" in (state / "tshoot.log").read_text()


def begun(trees: Path) -> subprocess.Popen[bytes]:
    """A window with a case in which one answer was given."""
    command = [PYTHON, "-m", "tshoot", "run", "wifi", "--plain", "--trees", str(trees)]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    answer(child, b"no\n", until=b"Is your Wi-Fi on")
    return child


def answer(child: subprocess.Popen[bytes], line: bytes, until: bytes) -> None:
    """Type it, and wait for what comes."""
    assert child.stdin
    assert child.stdout
    child.stdin.write(line)
    child.stdin.flush()
    seen = b""
    while until not in seen:
        more = os.read(child.stdout.fileno(), 65536)
        assert more, seen
        seen += more


def test_of_two_windows_on_one_case_the_later_answer_is_refused_and_ends_its_window(trees: Path) -> None:
    with begun(trees) as first:
        second = tshoot(trees, "resume", "--plain", text="yes\nyes\n")
        assert b"is open in another window" in second.stdout
        assert b"What is the network called?" in second.stdout
        out, err = first.communicate(b"no\nyes\nHome\n", timeout=30)
    assert first.returncode == 3
    assert b"has moved on in another window" in err
    assert out.count(b"Step ") == 0
    third = tshoot(trees, "resume", "--plain", text="Home\nyes\n")
    assert third.returncode == 0, third.stdout
    assert b"Do you see your network in the list? Yes" in third.stdout


def test_a_case_that_somebody_walks_is_not_deleted(trees: Path) -> None:
    with begun(trees) as window:
        listed = tshoot(trees, "cases", "list", "--json").stdout
        case = json.loads(listed)[0]["case"]
        done = tshoot(trees, "cases", "delete", case, "--yes")
        assert (done.returncode, b"open in another window" in done.stderr) == (3, True)
        window.communicate(b"yes\n", timeout=30)
    assert window.returncode == 1
    assert tshoot(trees, "cases", "delete", case, "--yes").returncode == 0


def test_a_database_that_goes_away_ends_the_walk_with_a_sentence(trees: Path) -> None:
    with begun(trees) as window:
        (Path(os.environ["TSHOOT_STATE"]) / "cases.db").unlink()
        out, err = window.communicate(b"yes\nyes\n", timeout=30)
    assert window.returncode == 3
    assert b"moved or deleted" in err
    assert b"Your case number is" in out
    assert len(err.splitlines()) == 2
