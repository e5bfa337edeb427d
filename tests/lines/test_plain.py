"""The line mode, heard line by line."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conversation.test_conversation import LEAVING, NETWORK, WIFI
from tests.workplaces import Office
from tshoot.checks.result import CheckResult
from tshoot.lines.listening import StreamListener
from tshoot.lines.plain import PlainFace


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office(tmp_path, wifi=WIFI, network=NETWORK) as office:
        yield office


class Person(StreamListener):
    """Somebody at a keyboard."""

    interactive = True


def heard(
    office: Office, *lines: str, tree: str = "wifi", case: str = "", problem: str = "", persona: str = "user",
    forgiving: bool = True, person: bool = False,
) -> tuple[int, str]:  # fmt: skip
    ears = (Person if person else StreamListener)(iter(lines), forgiving=forgiving)
    output = io.StringIO()
    code = PlainFace(office.workplace(persona), ears, output).run(tree, case, problem)  # type: ignore[arg-type]
    return code, output.getvalue()


def test_a_whole_walk(office: Office) -> None:
    code, said = heard(office, "no", "1", "y", "HomeNet", "works now")
    assert code == 0
    assert said.splitlines()[:6] == [
        "Wi-Fi will not connect.",
        "",
        "May I look at your Wi-Fi: whether it is on, connected, and how strong the signal",
        "is? I only look and change nothing.",
        "  1. Yes",
        "  2. No",
    ]
    assert "Step 2, about" in said
    assert "Understood as: Yes" in said
    assert said.rstrip().endswith(f"It is kept as case {office.store.headers()[0].case}.")


def test_everything_but_the_answer(office: Office) -> None:
    code, said = heard(
        office, "no", "1", "/why", "/how", "/note it rains", "which icon?", "/known", "/help", "/summary", "/change",
        "/change 1 no", "/nonsense", "", "/back", "/quit",
    )  # fmt: skip
    assert code == 1
    for piece in (
        "It tells us where to look.", "Noted.", "Click the icon by the clock, Linux.", "Operating system: Linux (from",
        "/back:", "Case ", "Type /change, a number or a name of these", "There is no command /nonsense", "is saved as",
    ):  # fmt: skip
        assert piece in said, piece


def test_a_hand_off_ends_with_the_number_and_the_summary(office: Office) -> None:
    code, said = heard(office, "no", "yes", "no", "HomeNet", *LEAVING)
    assert code == 1
    case = office.store.headers()[0].case
    assert f"Your case number is {case}." in said
    assert "All fixes failed" in said
    code, said = heard(office, "yes", case=case, tree="", persona="agent")
    assert "Note for you: Log is on host ap1." in said
    assert "Say: I look at the log." in said
    assert "Is HomeNet in the log?" in said
    assert office.store.headers()[0].queue == "tier-3"


def test_who_goes_on_hears_where_they_were_and_no_more(office: Office) -> None:
    _, said = heard(office, "no", "/note *it* rains", "yes", "yes", "Home*Net*")
    assert "It rains" not in said
    _, said = heard(office, case=office.store.headers()[0].case, tree="")
    assert said.splitlines()[:7] == [
        "Wi-Fi will not connect.",
        "",
        f"We go on with case {office.store.headers()[0].case}.",
        "Your latest answers:",
        "  - Is your Wi-Fi on? Yes",
        "  - Do you see your network in the list? Yes",
        "  - What is the network called? Home*Net*",
    ]
    assert "rains" not in said


def test_who_picks_a_case_up_reads_all_of_it_once(office: Office) -> None:
    heard(office, "no", "yes", "no", "HomeNet", *LEAVING, problem="my wifi is down")
    case = office.store.headers()[0].case
    _, said = heard(office, "/note on it", case=case, tree="", persona="agent")
    for piece in (
        "“my wifi is down”",
        "Ana Silva",
        "All fixes failed",
        "We go on with Network path",
        "Is HomeNet",
    ):
        assert piece in said, piece
    assert said.index("Ana Silva") < said.index("Is HomeNet")
    _, said = heard(office, case=case, tree="", persona="agent")
    assert "Ana Silva" not in said.split("The latest answers:")[0]


def test_values_to_choose_from_are_numbered(office: Office) -> None:
    _, said = heard(
        office, "no", "yes", "no", "HomeNet", "Ana", "a@b.example", "today", "2", "I can work, but slowly"
    )
    assert "Who has this problem?\n  1. Only me\n  2. A few people\n  3. A whole team or site\n" in said
    assert "  2. I can work, but slowly\n" in said
    assert office.store.headers()[0].priority == "medium"


def test_a_known_fact_is_corrected_by_its_name(office: Office) -> None:
    _, said = heard(
        office, "no", "/change operating system windows", "/change operating system toaster", "/change",
        "/change computer [b] *x*", "/known",
    )  # fmt: skip
    assert "Operating system: Windows (said" in said
    assert "I cannot tell which one “toaster” means" in said
    assert "  Operating system: Windows" in said
    assert "such as: /change 2 no" in said
    assert "Computer: [b] *x* (said by the person)" in said


def test_a_check_reports_in_one_sentence(office: Office) -> None:
    office.checks["wifi"] = CheckResult(status="done", result="off", sentence="Your Wi-Fi is off.")
    _, said = heard(office, "yes please")
    assert "Your Wi-Fi is off." in said
    assert "Switch the Wi-Fi on." in said


def test_the_end_of_the_input_saves(office: Office) -> None:
    code, said = heard(office, "no")
    assert code == 1
    case = office.store.headers()[0].case
    assert f"This case is saved as {case}." in said
    code, said = heard(office, "1", "y", "HomeNet", "yes", case=case, tree="")
    assert code == 0


def test_a_file_of_answers_stops_where_one_does_not_fit(office: Office) -> None:
    code, said = heard(office, "no", "purple monkey", "yes", forgiving=False)
    assert code == 1
    assert "stop here" in said
    assert (
        len(
            [
                event
                for event in office.store.load(office.store.headers()[0].case).events
                if event.kind == "answered"
            ]
        )
        == 0
    )


def test_a_pipe_is_asked_again(office: Office) -> None:
    code, said = heard(office, "no", "purple monkey", "yes", "yes", "HomeNet", "yes")
    assert code == 0
    assert "Did you mean “Yes” or “No”?" in said


def test_the_opening_finds_the_tree(office: Office) -> None:
    code, said = heard(office, "my wifi is down", "1", "no", "yes", "yes", "HomeNet", "yes", tree="")
    assert code == 0
    assert "What is wrong?" in said
    assert "1. Wi-Fi will not connect" in said
    assert "None of these" in said


def test_nothing_fits_and_a_person_is_asked_for(office: Office) -> None:
    code, said = heard(office, "the toaster burns brightly", "talk to a person", *LEAVING, tree="")
    assert code == 1
    assert "I know no steps that fit this." in said
    assert office.store.headers()[0].queue == "tier-1"


def test_browsing_by_area(office: Office) -> None:
    code, said = heard(office, "zzz qqq", "browse by area", "other", "1", "no", "yes", "yes", "x", "yes", tree="")
    assert code == 0
    assert "Which area is it about?" in said


def test_an_unfinished_case_is_offered(office: Office) -> None:
    heard(office, "no", "yes")
    code, said = heard(office, "/resume", "yes", "HomeNet", "yes", "yes", tree="", person=True)
    assert "is not finished" in said
    assert code == 0
    assert "Did that help?" in said


def test_a_newer_tree_is_offered(office: Office) -> None:
    heard(office, "no", "yes")
    office.write("wifi", WIFI.replace("Do you see", "Can you see"))
    _, said = heard(office, "yes", "yes", tree="", case=office.store.headers()[0].case)
    assert "There is a newer version" in said
    assert "All your answers stay." in said
    assert "Can you see" in said


@pytest.mark.parametrize("text", ["\x1b[2J\x1b]0;pwned\x07", "\u202eevil", "\x9b31m"])
def test_no_control_byte_comes_out(office: Office, text: str) -> None:
    _, said = heard(office, "no", "no", f"no {text}", "yes", text or "x", "/known", "/summary")
    assert not [letter for letter in said if ord(letter) < 32 and letter != "\n"]
    assert "\u202e" not in said
    assert "\x9b" not in said


def test_before_a_case_is_passed_on_it_says_so_once(office: Office) -> None:
    _, said = heard(office, "no", "i want to talk to somebody", *LEAVING)
    assert said.count("Before I pass this on:") == 1
    assert said.index("Before I pass this on:") < said.index("What is your name?")


def test_first_words_that_tell_no_problem_are_answered(office: Office) -> None:
    _, said = heard(office, "hello", "i dont know", "i want to talk to somebody", tree="")
    assert said.count("What is wrong?") == 3
    assert "Hello. Tell me what you want to do" in said and "That is all right." in said
    assert "What is your name?" in said


def test_the_last_case_is_taken_up_in_words(office: Office) -> None:
    heard(office, "no", "/quit")
    _, said = heard(office, "continue my last case", tree="", person=True)
    assert "We go on with case" in said


def test_what_was_said_before_is_said_back(office: Office) -> None:
    _, said = heard(office, "no", "1", "what did I say before?", "/quit", problem="my wifi is gone")
    back = said[said.index("You said:") :]
    assert "my wifi is gone" in back and "  1. " in back and "Operating system: Linux (from" in back


def test_an_answer_to_may_i_look_is_said_back(office: Office) -> None:
    _, said = heard(office, "rather no, I do that myself", "/quit")
    assert "Understood as: No" in said
