"""A live walk: it follows its file, is steered by its author, and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workplaces import NOW
from tshoot.authoring.treetest import parse_tests
from tshoot.conversation.previewing import STALE, WAITING, Preview
from tshoot.conversation.workplace import Workplace
from tshoot.errors import UsageError

SOURCE = """\
tree: 1
title: The lamp
symptoms: [the lamp is dark]
facts:
  watts: {type: number, unit: watt, prompt: How strong is it?}
  pin: {type: text, secret: true}
nodes:
  plugged:
    ask: Is it plugged in?
    options: {Yes: power, No: plug}
  plug:
    do: Plug it in.
    fixed: lit
    else: power
  power: {input: {fact: watts}}
  strong:
    branch:
      - {when: watts > 60, goto: look}
      - {else: gone}
  look:
    check: wifi
    on: {connected: lit, weak: gone}
    else: gone
    ask: Is it connected?
    options: {Yes: lit, No: gone}
  lonely: {tell: Nobody comes here., then: gone}
  gone: {handoff: other}
  lit: {end: resolved}
"""
OTHER = """\
tree: 1
title: The wiring
symptoms: [the wiring]
nodes:
  fuse: {ask: Is the fuse in?, options: {Yes: out, No: out}}
  out: {end: resolved}
"""


def still(workplace: Workplace) -> Workplace:
    """A frozen clock and a computer of the test's own."""
    facts = {"os": "Linux", "computer": "laptop-7"}
    return replace(workplace, now=lambda: NOW, computer=lambda: facts)


Opened = Callable[..., Preview]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Opens previews of this source."""
    trees = tmp_path / "trees"
    trees.mkdir()
    (trees / "other.yaml").write_text(OTHER)
    made: list[Preview] = []

    def opened(source: str = SOURCE, persona: str | None = None, language: str = "") -> Preview:
        (trees / "lamp.yaml").write_text(source)
        made.append(Preview(trees / "lamp.yaml", [], tmp_path / "state", persona, language, still))  # type: ignore[arg-type]
        return made[-1]

    yield opened
    for preview in made:
        preview.close()
    assert not (tmp_path / "state").exists(), "a preview leaves the state folder alone"


def write(preview: Preview, source: str) -> None:
    """Save as an editor does: a new file renamed over the old one."""
    new = preview.path.with_name("new")
    new.write_text(source)
    new.replace(preview.path)


def node(preview: Preview) -> str:
    prompt = preview.walk.prompt
    return prompt.node if prompt else "end"


# Following the file


def test_without_a_save_nothing_happens(opened: Opened) -> None:
    assert opened().follow() is None


def test_a_save_keeps_the_answers_that_apply(opened: Opened) -> None:
    preview = opened()
    preview.walk.choose(["No"])
    write(preview, SOURCE.replace("Plug it in.", "Put the plug in."))
    followed = preview.follow()
    assert followed and followed.moved and not followed.lost
    assert preview.walk.prompt and preview.walk.prompt.text == "Put the plug in."


def test_answers_that_no_longer_apply_are_named_and_come_back(opened: Opened) -> None:
    preview = opened()
    preview.walk.choose(["No"])
    preview.walk.choose(["No"])
    write(preview, SOURCE.replace("plugged:", "seated:"))
    followed = preview.follow()
    assert followed and [entry.node for entry in followed.lost] == ["plugged", "plug"]
    assert "Is it plugged in?" in followed.text and node(preview) == "seated"
    write(preview, SOURCE)
    followed = preview.follow()
    assert followed and not followed.lost and node(preview) == "power"


@pytest.mark.parametrize(
    "broken", ["", "nodes: [", SOURCE.replace("goto: look", "goto: nowhere"), "\0", SOURCE[: len(SOURCE) // 2]]
)
def test_a_broken_file_leaves_the_last_good_walk(opened: Opened, broken: str) -> None:
    preview = opened()
    preview.walk.choose(["No"])
    write(preview, broken)
    followed = preview.follow() or preview.follow()
    assert followed and followed.broken and followed.text == STALE
    assert preview.stale and preview.findings() and node(preview) == "plug"
    assert [one.id for one in preview.outline()][:2] == ["plugged", "plug"]
    preview.walk.choose(["No"])
    assert node(preview) == "power"
    write(preview, SOURCE)
    followed = preview.follow()
    assert followed and not followed.broken and not preview.stale and node(preview) == "power"


def test_a_file_that_is_deleted_and_comes_back(opened: Opened) -> None:
    preview = opened()
    preview.path.unlink()
    assert preview.follow() is None
    followed = preview.follow()
    assert followed and followed.broken and preview.stale
    assert preview.follow() is None
    preview.path.write_text(SOURCE)
    assert preview.follow() and not preview.stale


def test_a_file_that_is_broken_at_the_beginning_is_waited_for(opened: Opened) -> None:
    preview = opened("nodes: [")
    assert preview.waiting and preview.findings() and preview.outline() == () and preview.here() == ""
    write(preview, "nodes: {")
    followed = preview.follow()
    assert followed and followed.text == WAITING
    write(preview, SOURCE)
    followed = preview.follow()
    assert followed and followed.moved and not preview.waiting and node(preview) == "plugged"


def test_another_id_is_the_same_walk(opened: Opened) -> None:
    preview = opened()
    preview.walk.choose(["No"])
    write(preview, SOURCE.replace("title:", "id: light\ntitle:"))
    assert preview.follow() and node(preview) == "plug"


def test_a_change_of_the_tests_changes_the_findings_alone(opened: Opened) -> None:
    preview = opened()
    preview.walk.choose(["No"])
    preview.path.with_name("lamp.test.yaml").write_text("tests: []\n")
    followed = preview.follow()
    assert followed and not followed.moved and node(preview) == "plug"
    assert any(one.path.endswith("lamp.test.yaml") for one in preview.findings())


def test_an_ended_walk_is_walked_anew_over_the_change(opened: Opened) -> None:
    preview = opened()
    preview.walk.choose(["No"])
    preview.walk.choose(["Yes"])
    assert preview.walk.session.state.ending
    write(preview, SOURCE.replace("fixed: lit", "fixed: power"))
    assert preview.follow() and node(preview) == "power"


def test_hundreds_of_saves_keep_walking(opened: Opened) -> None:
    preview = opened()
    preview.walk.choose(["No"])
    for number in range(200):
        write(preview, SOURCE.replace("Plug it in.", f"Plug it in {number}."))
        assert preview.follow()
    assert preview.walk.prompt and preview.walk.prompt.text == "Plug it in 199."


# Steering


def test_a_jump_goes_back_where_the_node_asked(opened: Opened) -> None:
    preview = opened()
    preview.walk.choose(["No"])
    preview.walk.choose(["No"])
    assert preview.jump("plug") == "Back to **plug**: 1 answer taken back."
    assert node(preview) == "plug"


def test_a_jump_walks_by_made_up_answers(opened: Opened) -> None:
    preview = opened()
    assert preview.jump("look") == "Walked to **look** by 2 made-up answers."
    assert node(preview) == "look" and (preview.walk.session.state.value("watts") or 0) > 60  # type: ignore[operator]
    assert not preview.begun_at


def test_a_jump_begins_where_no_way_leads_and_stays_there(opened: Opened) -> None:
    preview = opened()
    assert "Begun at **lonely**" in preview.jump("lonely")
    assert next(entry.text for entry in preview.walk.session.state.entries) == "Nobody comes here."
    write(preview, SOURCE.replace("Nobody comes here.", "Nobody at all."))
    assert preview.follow()
    assert next(entry.text for entry in preview.walk.session.state.entries) == "Nobody at all."
    write(preview, SOURCE.replace("lonely", "alone"))
    assert preview.follow() and node(preview) == "plugged"
    preview.restart()
    assert node(preview) == "plugged"


@pytest.mark.parametrize("name", ["", "nowhere", "\x1b[2J"])
def test_a_jump_to_no_node_changes_nothing(opened: Opened, name: str) -> None:
    preview = opened()
    preview.walk.choose(["No"])
    preview.jump(name)
    assert node(preview) == "plug"


def test_every_node_can_be_jumped_to_and_is_passed(opened: Opened) -> None:
    preview = opened()
    for one in preview.outline():
        preview.jump(one.id)
        assert ("lamp", one.id) in preview.trace().path, one.id


def test_the_persona_changes_and_the_answers_stay(opened: Opened) -> None:
    preview = opened()
    preview.walk.choose(["No"])
    preview.switch()
    assert preview.persona == "agent" and node(preview) == "plug"
    assert preview.walk.session.state.persona == "agent"
    assert preview.walk.session.state.value("computer") is None
    assert "as a user" in preview.switch() and node(preview) == "plug"


def test_a_tree_for_agents_is_walked_as_one(opened: Opened) -> None:
    preview = opened(SOURCE.replace("title:", "audience: agent\ntitle:"))
    assert preview.persona == "agent"
    assert "for agents" in preview.switch() and preview.persona == "agent"
    with pytest.raises(UsageError):
        opened(SOURCE.replace("title:", "audience: agent\ntitle:"), "user")


def test_a_tree_that_becomes_one_for_agents_is_begun_as_one(opened: Opened) -> None:
    preview = opened()
    write(preview, SOURCE.replace("title:", "audience: agent\ntitle:"))
    assert preview.follow() and preview.walk.session.state.persona == "user" and node(preview) == "plugged"
    preview.restart()
    assert preview.persona == "agent" and node(preview) == "plugged"
    preview.walk.choose(["No"])
    assert node(preview) == "plug"


@pytest.mark.parametrize(
    ("typed", "expected", "status", "values"),
    [
        ("connected", "end", "done", {}),
        ("CONNECTED", "end", "done", {}),
        ("weak signal=30", "fuse", "done", {"signal": 30}),
        ("weak signal=30.5 ssid='Home Net'", "fuse", "done", {"signal": 30.5, "ssid": "Home Net"}),
        ("off", "fuse", "done", {}),
        ("refused", "look", "refused", {}),
        ("failed", "look", "failed", {}),
        ("unsupported", "look", "unsupported", {}),
    ],
)
def test_a_check_comes_to_what_is_typed(
    opened: Opened, typed: str, expected: str, status: str, values: dict[str, object]
) -> None:
    preview = opened()
    preview.jump("look")
    assert preview.walk.simulate(typed).kind == "moved"
    event = preview.walk.session.events[-1 if expected != "fuse" else -2]
    assert (node(preview), event.status, event.values) == (expected, status, values)  # type: ignore[attr-defined]


@pytest.mark.parametrize("typed", ["strong", "weak signal", "weak 30", "signal=30", "'", "=", "\x1b"])
def test_what_is_no_result_is_asked_again(opened: Opened, typed: str) -> None:
    preview = opened()
    preview.jump("look")
    turn = preview.walk.simulate(typed)
    assert turn.kind in ("unclear", "nothing") and node(preview) == "look"
    assert not preview.walk.session.state.entries[-1:] or preview.walk.prompt.kind == "check"  # type: ignore[union-attr]


def test_a_late_key_does_not_refuse_a_check(opened: Opened) -> None:
    preview = opened()
    preview.jump("look")
    assert preview.walk.choose(["No"]).kind == "nothing"
    assert preview.walk.prompt and preview.walk.prompt.kind == "check" and not preview.walk.wants_check


@pytest.mark.parametrize(
    ("typed", "fact", "value"),
    [("watts = 75", "watts", 75), ("os=Windows", "os", "Windows"), ("since = last week", "since", "last week")],
)
def test_facts_are_set_as_their_type_reads_them(opened: Opened, typed: str, fact: str, value: object) -> None:
    preview = opened()
    assert preview.walk.set_fact(typed).kind == "moved"
    assert preview.walk.session.state.value(fact) == value


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("watts", "Type a fact"), ("= 3", "Type a fact"), ("wats = 3", "**watts**"), ("watts = many", ""),
        ("pin = 1234", "cannot be corrected"),
    ],
)  # fmt: skip
def test_facts_that_do_not_fit_are_said(opened: Opened, typed: str, said: str) -> None:
    preview = opened()
    turn = preview.walk.set_fact(typed)
    assert turn.kind != "moved" and said in turn.text and turn.text
    assert preview.walk.session.state.value(typed.partition("=")[0].strip()) is None


def test_a_fact_is_forgotten(opened: Opened) -> None:
    preview = opened()
    preview.walk.set_fact("os = Windows")
    preview.walk.set_fact("os =")
    assert preview.walk.session.state.value("os") is None


# Looking


def test_the_outline_marks_where_it_stands(opened: Opened) -> None:
    preview = opened()
    preview.walk.choose(["Yes"])
    assert preview.here() == "power"
    assert preview.trace().path == (("lamp", "plugged"), ("lamp", "power"))
    assert preview.place_of("power") == f"{preview.path}:15"
    preview.walk.say("75")
    assert [one.verdict for one in preview.trace().decisions] == ["true"]


def test_in_another_tree_it_stands_nowhere_here(opened: Opened) -> None:
    preview = opened()
    preview.walk.choose(["Yes"])
    preview.walk.say("20")
    assert node(preview) == "fuse" and preview.here() == ""


@pytest.mark.parametrize(
    "answers",
    [["No"], ["No", "Yes"], ["Yes", "20"], ["Yes", "75", "connected"], ["Yes", "75", "weak signal=30", "Yes"]],
)
def test_every_walk_is_a_test_that_passes(opened: Opened, answers: list[str]) -> None:
    preview = opened()
    for answer in answers:
        prompt = preview.walk.prompt
        turn = preview.walk.simulate(answer) if prompt and prompt.kind == "check" else preview.walk.say(answer)
        assert turn.kind == "moved"
    text, failures = preview.as_test()
    assert failures == ()
    (test,) = parse_tests(text, "t").tests
    assert test.end or test.handoff or test.passed


def test_a_walk_begun_in_the_middle_says_that_it_is_no_test(opened: Opened) -> None:
    preview = opened()
    preview.jump("lonely")
    assert preview.as_test()[1]


def test_beside_tests_that_are_there_the_heading_is_left_out(opened: Opened) -> None:
    preview = opened()
    assert preview.as_test()[1] == ("nothing was answered yet",)
    preview.walk.choose(["No"])
    assert preview.as_test()[0].startswith("tests:")
    preview.path.with_name("lamp.test.yaml").write_text("tests: []")
    assert preview.as_test()[0].startswith("  - name:")


SPANISH = """\
translation: 1
language: es
title: La lámpara
nodes:
  plugged: {ask: ¿Está enchufada?, options: {Yes: Sí, No: 'No'}}
"""


def test_a_translation_is_walked_and_followed(opened: Opened, tmp_path: Path) -> None:
    translation = tmp_path / "trees" / "lamp.es.yaml"
    translation.write_text(SPANISH)
    preview = opened(language="es-MX")
    assert preview.walk.prompt and preview.walk.prompt.text == "¿Está enchufada?"
    translation.write_text(SPANISH.replace("¿Está enchufada?", "¿La ha enchufado?"))
    followed = preview.follow()
    assert followed and followed.moved and preview.walk.prompt.text == "¿La ha enchufado?"
    preview.walk.choose(["Yes"])
    translation.unlink()
    assert preview.follow() and preview.walk.session.state.entries[0].text == "Is it plugged in?"


def test_what_is_wrong_with_a_translation_is_found(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "trees" / "lamp.es.yaml").write_text(SPANISH)
    assert "missing-translation" in {one.rule for one in opened().findings()}


def test_findings_that_are_ignored_are_not_shown(opened: Opened) -> None:
    preview = opened()
    assert "unreachable-node" in {one.rule for one in preview.findings()}
    write(preview, SOURCE.replace("  lonely: {", "  lonely: {  # tshoot: ignore[unreachable-node]\n    "))
    assert preview.follow() and "unreachable-node" not in {one.rule for one in preview.findings()}


@pytest.mark.parametrize("name", ["nowhere.yaml", ".", "x" * 5000, "\udcff"])
def test_a_file_that_is_none_is_wrong_usage(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        Preview(tmp_path / name, [], tmp_path / "state")


def test_the_words_of_the_library_count_and_nothing_is_learned(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "trees" / "glossary.yaml").write_text(
        "glossary: 1\nterms:\n  plug: {means: The thing at the end of the cable.}\n"
    )
    (tmp_path / "trees" / "settings.yaml").write_text("settings: 1\nlearn: true\n")
    preview = opened()
    assert "end of the cable" in preview.walk.say("what is a plug?").text
    assert preview.library.settings().learn is False
