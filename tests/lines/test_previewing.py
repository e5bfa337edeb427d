"""The preview line by line: what is wrong first, then a walk that follows every save."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conversation.preview.conftest import SOURCE, still
from tshoot.cli import preview as command
from tshoot.conversation.previewing import Preview
from tshoot.lines.listening import StreamListener
from tshoot.lines.previewing import PreviewFace

Line = str | Callable[[Path], object]
"""What is typed, or what happens to the file before the next line is typed."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "lamp.yaml"
    path.write_text(SOURCE)
    return path


def heard(file: Path, *lines: Line) -> tuple[int, str]:
    """The exit code and all that is said."""

    def typed() -> Iterator[str]:
        for line in lines:
            if isinstance(line, str):
                yield line
            else:
                line(file)

    preview, output = Preview(file, [], file.parent / "state", None, adjust=still), io.StringIO()
    try:
        code = PreviewFace(preview, StreamListener(typed()), output).walk()
    finally:
        preview.close()
    assert not (file.parent / "state").exists()
    return code, output.getvalue()


def saved(source: str) -> Callable[[Path], object]:
    """Save as an editor does."""

    def save(file: Path) -> None:
        new = file.with_name("new")
        new.write_text(source)
        new.replace(file)

    return save


def test_it_lints_then_walks_to_the_end(file: Path) -> None:
    code, said = heard(file, "no", "yes")
    assert code == 0
    assert said.index("[unreachable-node]") < said.index("Is it plugged in?") < said.index("Plug it in.")


def test_a_save_is_told_and_the_answer_counts_where_the_question_stays(file: Path) -> None:
    _, said = heard(file, saved(SOURCE.replace("Plug it in.", "Put the plug in.")), "no")
    assert "Read anew." in said and "Put the plug in." in said and "I ask again" not in said


def test_an_answer_to_a_question_that_has_changed_is_not_taken(file: Path) -> None:
    _, said = heard(file, saved(SOURCE.replace("Is it plugged in?", "Is it unplugged?")), "no", "no")
    assert "The question has changed, so I ask again." in said
    assert said.count("Is it unplugged?") == 1 and said.count("Plug it in.") == 1


def test_a_broken_save_is_told_with_its_reason(file: Path) -> None:
    _, said = heard(file, saved("nodes: ["), "no", saved(SOURCE), "no")
    assert "Showing the last version that could be read." in said and "[yaml-syntax]" in said
    assert "How strong is it?" in said


def test_answers_that_no_longer_apply_are_told(file: Path) -> None:
    _, said = heard(file, "no", saved(SOURCE.replace("plugged:", "seated:")), "no")
    assert "do not apply for now" in said


def test_a_file_that_cannot_be_walked_says_what_to_do(file: Path) -> None:
    file.write_text("nodes: [")
    code, said = heard(file)
    assert code == 1 and "Mend it, then run this again." in said and "[" in said


def test_checks_take_results_numbers_and_values(file: Path) -> None:
    for line in ("connected", "1", "connected signal=30", "1 signal=30"):
        _, said = heard(file, "yes", "75", line)
        assert "What does it find?" in said and "Simulated: wifi is connected" in said


def test_a_check_that_is_not_understood_asks_again(file: Path) -> None:
    _, said = heard(file, "yes", "75", "strong", "refused")
    assert said.count("What does it find?") == 2 and "Is it connected?" in said


def test_a_check_is_really_run_on_command(file: Path) -> None:
    from tshoot.checks.result import CheckResult

    preview, output = Preview(file, [], file.parent / "state", None, adjust=still), io.StringIO()
    preview.workplace.run_check = lambda *_: CheckResult(result="weak", sentence="It is weak.")
    PreviewFace(preview, StreamListener(iter(["yes", "75", "/run"])), output).walk()
    preview.close()
    assert "It is weak." in output.getvalue()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("/outline",), "plugged: here, ask, line 8"),
        (("no", "/outline"), "plugged: passed, ask, line 8"),
        (("/outline",), "lonely: tell, line 26, not reachable, findings: 1"),
        (("/problems",), "unreachable-node"),
        (("/decisions",), "No condition has decided yet."),
        (("yes", "75", "/decisions"), "strong, arm look: watts > 60: true (watts is 75)"),
        (("/jump look",), "Walked to look by 2 made-up answers."),
        (("/jump lonely",), "Begun at lonely"),
        (("/jump nowhere",), "has no such node"),
        (("/jump",), "has no such node"),
        (("/fact watts = 75", "yes"), "What does it find?"),
        (("/fact watts",), "Type a fact and its value"),
        (("/switch",), "You walk as an agent now."),
        (("no", "/test"), "Tried: it passes."),
        (("/help",), "/jump NODE"),
        (("/help",), "/back"),
        (("/why",), "It helps to find out"),
        (("/nonsense",), "There is no command"),
    ],
)
def test_commands(file: Path, lines: tuple[str, ...], expected: str) -> None:
    assert expected in heard(file, *lines)[1]


def test_a_line_that_asks_to_quit_quits(file: Path) -> None:
    assert heard(file, "/quit", "no")[0] == 0


def test_hostile_nodes_are_lines_of_text(file: Path) -> None:
    file.write_text(
        SOURCE.replace("title: The lamp", "title: '[/x] **b**'").replace("Plug it in.", "Plug [@click=x]it[/] in.")
    )
    _, said = heard(file, "no", "/outline", "/jump \x1b[2J", "/fact \x1b]0;x\x07 = 1", "/test")
    assert "\x1b" not in said and "[@click=x]it[/]" in said


def test_the_command_takes_the_line_mode_without_a_terminal(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import argparse

    monkeypatch.setattr("sys.stdin", io.StringIO("no\n"))
    args = argparse.Namespace(
        file=str(file), trees=[], state=str(file.parent / "state"), persona=None, plain=False, language=""
    )
    assert command.run(args) == 0
    assert "Plug it in." in capsys.readouterr().out


def test_a_problem_of_the_tests_shows_its_line(file: Path) -> None:
    file.with_name("lamp.test.yaml").write_text("tests:\n  - name: one\n    walk: [{nowhere: Yes}]\n")
    _, said = heard(file, "/quit")
    assert "    walk: [{nowhere: Yes}]" in said
