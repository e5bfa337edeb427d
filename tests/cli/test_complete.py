"""Completion: what is offered, and that its table knows every option of every command."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.cli.small_library import Tshoot, begin_case
from tshoot.cli.complete import BELOW, COMMON, FILES, FREE, OPTIONS, VALUES, candidates
from tshoot.cli.main import COMMANDS
from tshoot.cli.options import add_common


@pytest.mark.parametrize(("words", "found"), [
    (["re"], ["resume"]),
    (["cases", ""], ["list", "show", "note", "export", "import", "delete"]),
    (["cases", "list", "--st"], ["--status", "--state"]),
    (["cases", "list", "--status", "w"], ["waiting"]),
    (["cases", "export", "K", "--format", ""], ["markdown", "text", "json", "case"]),
    (["lint", "--format", ""], ["text", "json", "sarif"]),
    (["lint", "x.y"], []),
    (["--as", "a"], ["agent"]),
    (["run", "--answers", ""], []),
    (["completion", "z"], ["zsh"]),
    (["nonsense", "x"], []),
])  # fmt: skip
def test_static(words: list[str], found: list[str]) -> None:
    assert candidates(words) == found


def test_every_command_is_offered() -> None:
    assert candidates([""]) == [name for name, command in COMMANDS.items() if command.help]


def test_trees_and_cases_are_offered(tshoot: Tshoot) -> None:
    case = begin_case()
    assert candidates(["run", ""]) == ["network", "printer", "wifi"]
    assert candidates(["match", "--tree", "wi"]) == ["wifi"]
    assert candidates(["resume", case[:2].lower()]) == [case]
    assert candidates(["cases", "show", ""]) == [case]
    assert candidates(["cases", "show", case, ""]) == []


def test_other_folders_are_taken_from_the_words(tshoot: Tshoot, tmp_path: Path) -> None:
    begin_case()
    assert candidates(["run", "--state", str(tmp_path / "other"), ""]) == []
    assert candidates(["run", "--trees", str(tmp_path), ""]) == []


@pytest.mark.parametrize("damage", ["", "not a database", "folder"])
def test_any_failure_is_silent(tshoot: Tshoot, no_real_home: Path, damage: str) -> None:
    state = no_real_home / "state"
    state.mkdir()
    if damage == "folder":
        (state / "cases.db").mkdir()
    else:
        (state / "cases.db").write_text(damage)
    assert tshoot("complete", "--", "resume", "") == 0
    assert (tshoot.out, tshoot.err) == ("", "")


def test_nothing_is_made_by_looking(tshoot: Tshoot, no_real_home: Path) -> None:
    assert tshoot("complete", "--", "run", "") == 0
    assert tshoot.out == "" and not (no_real_home / "state").exists()


def _all(parser: argparse.ArgumentParser) -> set[str]:
    return {one for action in parser._actions for one in action.option_strings if one.startswith("--")}


def _options(parser: argparse.ArgumentParser) -> set[str]:
    return _all(parser) - set(COMMON)


def _parser(module: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser()
    loaded = import_module(f"tshoot.cli.{module}")
    loaded.add_arguments(parser)
    if "--trees" not in _all(parser):
        add_common(parser)
    return parser


@pytest.mark.parametrize("name", ["", *(name for name in OPTIONS if name and " " not in name)])
def test_table_knows_the_options_of(name: str) -> None:
    assert set(OPTIONS[name]) - {"--version"} == _options(_parser(COMMANDS[name].module if name else "chat"))


@pytest.mark.parametrize("command", BELOW)
def test_table_knows_the_sub_commands_of(command: str) -> None:
    parsers = next(
        action for action in _parser(command)._actions if isinstance(action, argparse._SubParsersAction)
    )
    assert tuple(parsers.choices) == BELOW[command]
    for name, parser in parsers.choices.items():
        assert set(OPTIONS[f"{command} {name}"]) == _options(parser), name


def test_every_option_with_a_value_is_known() -> None:
    known = {*FILES, *FREE, "--with", "--tree", *(key.split()[-1] for key in VALUES)}
    for command in ("chat", "run", "resume", "search", "match", "trees"):
        for action in _parser(command)._actions:
            if action.option_strings and action.nargs != 0:
                assert known & set(action.option_strings), action.option_strings


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_scripts_ask_tshoot(tshoot: Tshoot, shell: str) -> None:
    assert tshoot("completion", shell) == 0
    assert "tshoot complete --" in tshoot.out
    assert not tshoot.err


def test_bash_completes(tshoot: Tshoot, tmp_path: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no bash")
    tshoot("completion", "bash")
    script = tmp_path / "completion.bash"
    script.write_text(
        f'tshoot() {{ "{sys.executable}" -m tshoot "$@"; }}\n{tshoot.out}\n'
        'COMP_WORDS=(tshoot cases li)\nCOMP_CWORD=2\n_tshoot\necho "${COMPREPLY[@]}"\n'
        "COMP_WORDS=(tshoot run --as '')\nCOMP_CWORD=3\n_tshoot\necho \"${COMPREPLY[@]}\"\n"
    )
    ran = subprocess.run([bash, str(script)], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines() == ["list", "user agent"]


def test_complete_loads_no_command() -> None:
    program = "import sys; from tshoot.__main__ import main; main(['complete', '--', 'cases', '']); "
    program += "print([name for name in ('argparse', 'dataclasses', 'yaml', 'textual') if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"
