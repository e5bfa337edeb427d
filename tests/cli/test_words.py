"""The words of the command line: hostile ones never reach the terminal, wrong ones get a sentence, help fits."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.small_library import Tshoot, begin_case
from tshoot.cli.main import COMMANDS

HOSTILE = "\x1b]0;owned\x07\x1b[31mX\u202e\x9b31m\x85"

PLACES: tuple[tuple[str, ...], ...] = (
    (HOSTILE,), (f"{HOSTILE} is broken",), (f"--{HOSTILE}",), ("help", HOSTILE), ("run", HOSTILE),
    ("run", "wifi", HOSTILE), ("run", "wifi", "--problem", HOSTILE), ("run", "wifi", "--answers", HOSTILE),
    ("run", "wifi", "--as", HOSTILE), ("resume", HOSTILE), ("resume", "--with", HOSTILE), ("cases", HOSTILE),
    ("cases", "show", HOSTILE), ("cases", "note", HOSTILE, "x"), ("cases", "note", "CASE", HOSTILE),
    ("cases", "export", HOSTILE), ("cases", "import", HOSTILE), ("cases", "delete", HOSTILE, "--yes"),
    ("cases", "list", "--queue", HOSTILE), ("cases", "list", "--status", HOSTILE),
    ("cases", "list", "--limit", HOSTILE), ("trees", "--trees", HOSTILE), ("trees", "--state", f"/proc/{HOSTILE}"),
    ("cases", "list", "--state", f"/proc/{HOSTILE}"), ("search", HOSTILE), ("match", HOSTILE),
    ("match", "x", "--tree", HOSTILE, "--node", HOSTILE), ("lint", HOSTILE), ("lint", "--format", HOSTILE),
    ("test", HOSTILE), ("preview", HOSTILE),
    ("completion", HOSTILE), ("doctor", HOSTILE), ("run", "\udcff"), ("cases", "show", "\udcff"),
)  # fmt: skip


@pytest.mark.parametrize("words", PLACES)
def test_no_word_reaches_the_terminal_as_it_is(tshoot: Tshoot, words: tuple[str, ...]) -> None:
    case = begin_case()
    assert tshoot(*(case if word == "CASE" else word for word in words)) in (0, 1, 2, 3)
    said = tshoot.out + tshoot.err
    assert [letter for letter in said if not letter.isprintable() and letter != "\n"] == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("cases", "show"), "tshoot: The following arguments are required: CASE."),
        (("cases", "show", "A" * 100_000), f'tshoot: There is no case "{"A" * 60}" here.'),
        (("run",), "tshoot: The following arguments are required: TREE."),
        (("run", ""), "tshoot: The name of the tree is empty."),
        (("run", "wifi", "--plian"), "tshoot: Unrecognized arguments: --plian."),
        (("resume", ""), 'tshoot: There is no case "" here.'),
        (("cases", "list", "--out=x"), "tshoot: Unrecognized arguments: --out=x."),
        (("rum",), "tshoot: There is no command 'rum'."),
    ],
)
def test_wrong_words_get_a_sentence_and_the_next_step(
    tshoot: Tshoot, words: tuple[str, ...], sentence: str
) -> None:
    assert tshoot(*words) == 2
    assert tshoot.out == ""
    first, second = tshoot.err.splitlines()
    assert first == sentence
    assert "tshoot " in second


def test_the_nearest_option_is_named(tshoot: Tshoot) -> None:
    assert tshoot("run", "wifi", "--plian") == 2
    assert "Did you mean --plain? `tshoot run --help` says more." in tshoot.err


def test_a_file_is_not_the_name_of_a_tree(tshoot: Tshoot, library: Path) -> None:
    assert tshoot("run", str(library / "wifi.yaml")) == 2
    assert f"tshoot run wifi --trees {library}" in tshoot.err


def test_an_opening_that_leads_nowhere_is_no_success_where_nobody_sits(tshoot: Tshoot) -> None:
    assert tshoot("my wifi is gone", "--plain") == 1


SUB = tuple(f"cases {name}" for name in ("list", "show", "note", "export", "import", "delete"))


@pytest.mark.parametrize("command", ["", *(name for name in COMMANDS if COMMANDS[name].help), *SUB])
def test_help_is_sentences_within_80_columns(
    tshoot: Tshoot, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert tshoot(*command.split(), "--help") == 0
    assert tshoot.err == ""
    assert all(len(line) <= 80 for line in tshoot.out.splitlines())
    usage, _, rest = tshoot.out.partition("\n\n")
    if command:
        assert usage.startswith(f"usage: tshoot {command} ")
        about = rest.partition("\n\n")[0]
        assert about[0].isupper() and about.endswith(".")


@pytest.mark.parametrize(("command", "kept"), [("run", True), ("resume", True), ("trees", False), ("lint", False)])
def test_what_is_stopped_speaks_of_answers_only_where_there_were_some(
    tshoot: Tshoot, monkeypatch: pytest.MonkeyPatch, command: str, kept: bool
) -> None:
    def stopped(args: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"tshoot.cli.{command}.run", stopped)
    assert tshoot(command, *(["wifi"] if command == "run" else [])) == 130
    assert ("Everything up to the last answer is saved." in tshoot.err) == kept
    assert "Stopped." in tshoot.err
