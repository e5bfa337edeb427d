"""The benchmarks of the reader count right, on a tiny set made up for it; their numbers here mean nothing."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, Mapping
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from benchmarks.language import __main__ as command
from benchmarks.language import answers, helps, sets, speed, tables, variants
from benchmarks.language.answers import Judged
from benchmarks.language.sets import SaidSet, Source
from benchmarks.language.tables import Target
from scripts.answer_weights import TAUGHT_BY
from tshoot.language.question import Help, Offer, Question, Reading, ReadingKind

TREE = """\
tree: 1
title: The lamp stays dark
tier: 1
symptoms: [lamp is dark]
faq:
  - {q: What is a fuse?, a: A thin wire that melts.}
  - {q: Where do I find the switch?, a: On the cord.}
nodes:
  plug:
    ask: Is the lamp plugged in?
    options: {Yes: colour, No: fixed}
  colour:
    ask: What colour is the bulb?
    options: {Grey: fixed, Clear: fixed, Someone broke it: fixed}
  fixed: {end: resolved, tell: Good.}
"""
ANSWERS = (
    ("1", "plug", "yes", "Yes"),
    ("1", "colour", "grey", "Grey"),
    ("2", "plug", "no", "Yes"),
    ("2", "plug", "xyzzy", "No"),
    ("3", "plug", "what is a fuse?", "Yes"),
    ("3", "colour", "clear", "Clear"),
)
ASKED_BACK = (
    ("plug", "what is a fuse?", 0),
    ("plug", "where do I find the switch?", 0),
    ("plug", "yes", 1),
    ("plug", "no idea", 1),
    ("colour", "xyzzy", 1),
)
YES_NO = Question("Is it on?", (Offer("Yes", "Yes"), Offer("No", "No")), helps=(Help(0, ("What is a fuse?",)),))


def lines(rows: Iterable[Mapping[str, object]]) -> str:
    return "".join(f"{json.dumps(row)}\n" for row in rows)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Source:
    folder = tmp_path_factory.mktemp("said") / "lamps"
    (folder / "trees").mkdir(parents=True)
    (folder / "trees" / "lamp.yaml").write_text(TREE)
    (folder / "answers.jsonl").write_text(
        lines({"tree": "lamp", "dialog": d, "node": n, "text": t, "option": o} for d, n, t, o in ANSWERS)
    )
    (folder / "questions.jsonl").write_text(
        lines({"tree": "lamp", "dialog": "1", "node": n, "text": t, "faq": f} for n, t, f in ASKED_BACK)
    )
    return Source("lamps", folder, "unseen")


@pytest.fixture(scope="module")
def said(source: Source) -> SaidSet:
    return sets.read_set(source)


@pytest.fixture
def alone(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tiny set and one that is not there are all there is."""
    gone = Source("flodial-dev", source.folder / "nowhere", "public")
    monkeypatch.setattr(sets, "sources", lambda data: (source, gone))


def test_a_set_is_read_with_its_questions(said: SaidSet) -> None:
    assert [answer.key for answer in said.answers] == [option for *_, option in ANSWERS]
    assert said.answers[0].question.text == "Is the lamp plugged in?"
    assert [answer.yes_no for answer in said.answers] == [node == "plug" for _, node, _, _ in ANSWERS]
    assert said.answers[0].walk == ("lamp", "1")
    assert [one.faq for one in said.asked_back] == [faq for *_, faq in ASKED_BACK]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"node": "plug", "option": "Perhaps"}, "no option 'Perhaps'"),
        ({"node": "gone", "option": "Yes"}, "nothing is asked at lamp, gone"),
    ],
)
def test_a_set_that_does_not_fit_its_trees_is_refused(
    source: Source, tmp_path: Path, row: Mapping[str, object], message: str
) -> None:
    (tmp_path / "trees").symlink_to(source.folder / "trees")
    (tmp_path / "answers.jsonl").write_text(lines([{"tree": "lamp", "dialog": "1", "text": "yes", **row}]))
    with pytest.raises(ValueError, match=message):
        sets.read_set(Source("odd", tmp_path, "unseen"))


def test_the_sets_that_have_taught_the_weights_are_called_so() -> None:
    called = {one.name for one in sets.sources(None) if one.part == "taught"}
    assert called == set(TAUGHT_BY)


def test_the_public_sets_are_looked_for_where_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TSHOOT_DATA", "/elsewhere")
    assert sets.data_folder(Path("/here")) == Path("/here")
    assert sets.data_folder(None) == Path("/elsewhere")
    assert [one.missing for one in sets.sources(Path("/here")) if one.part == "public"] == [
        "flodial-dev: skipped, there are no trees in /here/flodial-dev; give --data DIR or set TSHOOT_DATA"
    ]


@pytest.mark.parametrize(
    ("kind", "keys", "outcome"),
    [
        ("option", ("Yes",), "right"),
        ("option", ("No",), "wrong"),
        ("options", ("Yes",), "right"),
        ("options", ("Yes", "No"), "wrong"),
        ("none", (), "wrong"),
        ("unclear", (), "again"),
        ("faq", (), "other"),
        ("command", (), "other"),
        ("unknown", (), "other"),
    ],
)
def test_an_answer_has_one_outcome(
    said: SaidSet, kind: ReadingKind, keys: tuple[str, ...], outcome: answers.Outcome
) -> None:
    assert Judged(said.answers[0], Reading(kind, keys)).outcome == outcome


def test_answers_are_counted_and_one_wrong_turn_spoils_a_conversation(said: SaidSet) -> None:
    found = answers.judged(said.answers, variants.OURS)
    assert [one.outcome for one in found] == ["right", "right", "wrong", "again", "other", "right"]
    assert answers.counted(found) == answers.Count(
        answers=6, right=3, wrong=1, again=1, other=1, walks=3, straight=2
    )


def test_below_the_threshold_nothing_is_taken(said: SaidSet) -> None:
    right, wrong = said.answers[0], said.answers[2]
    found = [
        Judged(right, Reading("option", ("Yes",), score=0.9)),
        Judged(right, Reading("option", ("Yes",), score=0.7)),
        Judged(wrong, Reading("option", ("No",), score=0.6)),
        Judged(wrong, Reading("unclear", score=0.0)),
    ]
    assert answers.over_threshold(found, 0.6) == (50.0, 25.0)
    assert answers.over_threshold(found, 0.7) == (50.0, 0.0)
    assert answers.over_threshold(found, 0.8) == (25.0, 0.0)


@pytest.mark.parametrize(
    ("text", "asked", "key"),
    [
        ("yes it does not", "Is it on?", "Yes"),
        ("no way", "Is it on?", "No"),
        ("it is on", "Is it on?", "Yes"),
        ("it is not on", "Is it on?", "No"),
        ("it is not on", "Is it not on?", "Yes"),
    ],
)
def test_the_rule_of_thumb(text: str, asked: str, key: str) -> None:
    assert variants.rule_of_thumb(text, Question(asked, YES_NO.offers)).keys == (key,)


def test_the_rule_of_thumb_asks_again_where_there_is_no_yes() -> None:
    assert variants.rule_of_thumb("grey", Question("Which?", (Offer("Grey", "Grey"),))).kind == "unclear"


@pytest.mark.parametrize("variant", [*answers.VARIANTS, *answers.TYPED, *helps.VARIANTS, variants.UNDECIDED])
def test_a_variant_changes_names_that_are_there_and_puts_them_back(variant: variants.Variant) -> None:
    before = [getattr(module, name) for module, name, _ in variant.changes]
    with variant.in_force() as read:
        assert [getattr(module, name) for module, name, _ in variant.changes] == [
            instead for *_, instead in variant.changes
        ]
        assert read("yes", YES_NO).kind
    assert [getattr(module, name) for module, name, _ in variant.changes] == before


def test_typing_errors_are_few_and_the_same_every_time() -> None:
    text = "the small green lamp is dark"
    found = [sets.mistyped(text, random.Random(seed)) for seed in range(50)]
    assert found == [sets.mistyped(text, random.Random(seed)) for seed in range(50)]
    assert text not in found[:5] and all(abs(len(one) - len(text)) <= 2 for one in found)
    assert sets.mistyped("42 %", random.Random(1)) == "42 %"


def test_typing_errors_are_made_in_every_answer(said: SaidSet) -> None:
    slips = answers.with_slips(said.answers, rounds=2)
    assert len(slips) == 2 * len(said.answers)
    assert [one.key for one in slips] == [one.key for one in said.answers] * 2
    assert slips == answers.with_slips(said.answers, rounds=2)


def test_questions_asked_back_are_counted(said: SaidSet) -> None:
    assert helps.counted(said.asked_back, said.answers, variants.OURS) == helps.Count(
        questions=5, right=1, other_entry=1, no_entry=1, not_known=1, taken=1, answers=6, asked=1
    )


@pytest.mark.parametrize(
    ("reading", "asked"),
    [
        (Reading("faq", faq=0), True),
        (Reading("term", term=0), True),
        (Reading("command", command="how"), True),
        (Reading("command", command="back"), False),
        (Reading("option", ("Yes",)), False),
    ],
)
def test_what_counts_as_a_question(reading: Reading, asked: bool) -> None:
    assert helps.is_question(reading) is asked


def test_the_nearest_wording_is_one_of_the_entries() -> None:
    entries = (Help(3, ("What is a fuse?",)), Help(5, ("Where is the switch?", "how do I find it")))
    read = helps.nearest_wording
    assert read("find it", Question("Is it on?", (), helps=entries)).faq == 5
    assert read("a FUSE", Question("Is it on?", (), helps=entries)).faq == 3
    assert read("a fuse", Question("Is it on?", ())).kind == "unclear"


@pytest.mark.parametrize(
    ("target", "line"),
    [
        (Target("a", 93, 93.0, beyond=96), "a: wanted ≥ 93 %, measured 93.0 %, met (beyond, ≥ 96: not yet)"),
        (Target("a", 93, 92.96), "a: wanted ≥ 93 %, measured 93.0 %, MISSED"),
        (Target("b", 3, 3.5, at_least=False), "b: wanted ≤ 3 %, measured 3.5 %, MISSED"),
        (Target("c", 2, 0.2, at_least=False, unit="ms"), "c: wanted ≤ 2 ms, measured 0.2 ms, met"),
        (Target("d", 2, None), "d: wanted ≥ 2 %, not measured"),
    ],
)
def test_a_target_is_met_or_missed(target: Target, line: str) -> None:
    assert str(target) == line


def test_shares_of_nothing() -> None:
    assert (tables.share(1, 4), tables.share(0, 0)) == (25.0, 0.0)
    assert (tables.shown(1, 3), tables.shown(0, 0)) == ("33.3", "")


@pytest.mark.parametrize("report", [answers.report, helps.report])
@pytest.mark.usefixtures("alone")
def test_a_report_names_every_set_and_variant(report: Callable[[Path | None], Iterable[str]]) -> None:
    text = "\n".join(report(None))
    assert "lamps (ours; has not taught the weights, for measuring alone)" in text
    assert "flodial-dev: skipped" in text and "not measured" in text
    found = answers.VARIANTS if report is answers.report else helps.VARIANTS
    assert all(variant.name in text for variant in found)


@pytest.mark.usefixtures("alone")
def test_the_report_of_time_has_every_figure() -> None:
    text = "\n".join(speed.report(None, runs=1))
    assert all(f"1 MB of {sort}" in text for sort in speed.PASTES)
    assert all(name in text for name in speed.FIRST)
    assert "3 answers" in text and "reading an answer, median: wanted ≤ 2 ms" in text


@pytest.mark.usefixtures("alone")
def test_a_part_that_is_not_there_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def find(name: str) -> ModuleSpec | None:
        return None if name.endswith("routing") else ModuleSpec(name, None)

    monkeypatch.setattr(command, "find_spec", find)
    assert command.main(["routing"]) == 0
    assert capsys.readouterr().out == "routing: skipped, benchmarks.language.routing is not there\n"
    assert command.main(["helps"]) == 0
    assert capsys.readouterr().out.startswith("Helps: ")


def test_a_part_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        command.main(["guesses"])
    assert exit_.value.code == 2
    assert "guesses" in capsys.readouterr().err
