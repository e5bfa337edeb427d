"""Translations: which texts a tree has, the tree with others in their place, and what is wrong with a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.authoring.test_changes import tree as sound
from tshoot.authoring.parse import parse_tree
from tshoot.authoring.translatable import fingerprint, translatable, translated
from tshoot.authoring.translating import written
from tshoot.authoring.translation import parse_translation
from tshoot.model.tree import Ask, DecisionTree, Do
from tshoot.model.wording import Wording

LIBRARY = Path(__file__).parents[2] / "decision_trees"

TREE = """
tree: 1
id: lamp
title: The lamp is dark
facts:
  room: {label: Room, prompt: Which room?}
faq:
  - {q: Where is the plug?, also: [which plug], a: On the wall.}
nodes:
  plug.in:
    ask: Is the lamp in {room} plugged in?
    why: It needs current.
    options: {Yes: route, "No.": {goto: do, means: [it is not]}}
  do:
    do: {Windows: Press W., else: Plug it in.}
    fixed: solved
    else: route
  route:
    try:
      - {id: bulb, do: Put a new bulb in.}
    fixed: solved
    else: hand
  hand: {handoff: queue:building, reason: Neither plug nor bulb., needs: [room]}
  solved: {end: resolved, tell: The lamp works.}
"""

SPANISH = """
translation: 1
language: es
title: La lámpara no se enciende
facts:
  room: {label: Sala, prompt: ¿Qué sala?}
faq:
  Where is the plug?: {q: ¿Dónde está el enchufe?, also: [qué enchufe], a: En la pared.}
nodes:
  plug.in:
    ask: ¿Está enchufada la lámpara en {room}?
    why: Necesita corriente.
    options:
      Yes: Sí
      "No.": {label: No está enchufada, means: [no lo está]}
  do:
    do: {Windows: Pulse W., else: Enchúfela.}
  route:
    try: {bulb: {do: Ponga una bombilla nueva.}}
  hand: {reason: Ni enchufe ni bombilla.}
  solved: {tell: La lámpara funciona.}
"""


def tree(source: str = TREE) -> DecisionTree:
    return sound(source)


def rules(source: str, of: DecisionTree | None = None) -> list[tuple[str, int]]:
    return [
        (one.rule, one.span.line) for one in parse_translation(source, "lamp.es.yaml", of or tree()).diagnostics
    ]


def test_a_translated_tree_reads_in_the_other_language_and_is_the_same_tree() -> None:
    parsed = parse_translation(SPANISH, "lamp.es.yaml", tree())
    assert parsed.diagnostics == ()
    spanish = translated(tree(), parsed.usable)
    assert (spanish.title, spanish.digest, spanish.id) == ("La lámpara no se enciende", tree().digest, "lamp")
    ask = spanish.nodes["plug.in"]
    assert isinstance(ask, Ask)
    assert ask.text == Wording("¿Está enchufada la lámpara en {room}?")
    assert [(one.key, one.label) for one in ask.options] == [("Yes", "Sí"), ("No.", "No está enchufada")]
    assert ask.options[1].means == ("no lo está", "it is not", "No."), "the original's words are understood too"
    do = spanish.nodes["do"]
    assert isinstance(do, Do)
    assert do.text == Wording("Enchúfela.", (("Windows", "Pulse W."),))
    assert spanish.facts["room"].prompt == Wording("¿Qué sala?")
    assert spanish.faq[0].question == "¿Dónde está el enchufe?"


@pytest.mark.parametrize("path", sorted(LIBRARY.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_text_is_put_back_where_it_came_from(path: Path) -> None:
    original = parse_tree(path.read_bytes(), str(path)).tree
    if path.name.count(".") > 1 or original is None:
        return
    texts = translatable(original)
    assert translated(original, {}) == translated(original, texts) == original
    marked = {where: Wording(f"§{where}") for where, text in texts.items() if isinstance(text, Wording)}
    again = translatable(translated(original, marked))
    assert all(again[where] == Wording(f"§{where}") for where in marked if not where.startswith("faq."))


def test_a_translation_is_begun_with_the_original_and_all_of_it_is_to_do() -> None:
    begun = written(tree(), "es", None)
    assert set(begun.missing) == {
        where for where, text in translatable(tree()).items() if isinstance(text, Wording)
    }
    assert rules(begun.text) == [("missing-translation", 1)]
    seen = written(tree(), "es", parse_translation(begun.text, "x", tree()), seen=True)
    assert seen.missing == ()
    assert rules(seen.text) == []


def test_bringing_up_to_date_keeps_what_is_translated_and_marks_it() -> None:
    first = written(tree(), "es", parse_translation(SPANISH, "x", tree()))
    parsed = parse_translation(first.text, "x", tree())
    assert (parsed.diagnostics, first.missing, first.stale) == ((), (), ())
    assert parsed.texts == parse_translation(SPANISH, "x", tree()).texts
    assert set(parsed.seen) == set(parsed.texts)
    assert written(tree(), "es", parsed).text == first.text


def test_a_changed_original_makes_its_translation_stale_and_is_shown_in_its_place() -> None:
    first = written(tree(), "es", parse_translation(SPANISH, "x", tree()))
    now = tree(TREE.replace("It needs current.", "No current, no light."))
    parsed = parse_translation(first.text, "x", now)
    (stale,) = parsed.diagnostics
    assert (stale.rule, stale.message) == (
        "stale-translation", "the original of 'nodes.plug.in.why' has changed since it was translated",
    )  # fmt: skip
    assert "'No current, no light.'" in stale.hint
    assert translated(now, parsed.usable).nodes["plug.in"].why == Wording("No current, no light.")
    again = written(now, "es", parsed)
    assert again.stale == ("nodes.plug.in.why",)
    assert written(now, "es", parse_translation(again.text, "x", now), seen=True).stale == ()


def test_what_the_tree_no_longer_has_is_named_and_dropped() -> None:
    first = written(tree(), "es", parse_translation(SPANISH, "x", tree()))
    now = tree(TREE.replace("    why: It needs current.\n", ""))
    parsed = parse_translation(first.text, "x", now)
    assert [one.rule for one in parsed.diagnostics] == ["unknown-text"]
    assert written(now, "es", parsed).gone == ("nodes.plug.in.why",)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("translation: 1", "translation: 2", ("bad-value", 2)),
        ("translation: 1\n", "", ("missing-key", 1)),
        ("title: La", "titel: La", ("unknown-key", 4)),
        ("    why: Nec", "    wy: Nec", ("unknown-text", 12)),
        ("Yes: Sí", "Yeah: Sí", ("unknown-text", 14)),
        ("  solved:", "  solve:", ("unknown-text", 21)),
        ("en {room}?", "aquí?", ("other-placeholders", 11)),
        ("en {room}?", "en {sala}?", ("other-placeholders", 11)),
        ("  hand: {reason: Ni enchufe ni bombilla.}\n", "", ("missing-translation", 1)),
        ("Necesita corriente.", "[a, b]", ("bad-value", 12)),
        ("title: La", "title: &x La", ("yaml-feature", 4)),
    ],
)
def test_mistakes_have_a_place(old: str, new: str, found: tuple[str, int]) -> None:
    assert old in SPANISH
    assert found in rules(SPANISH.replace(old, new))


@pytest.mark.parametrize(
    "source", ["", "x", "[]", "translation: 1\nnodes: 5", "\x00", "a: [b", "nodes: {do: {do: {}}}"]
)
def test_no_file_raises(source: str) -> None:
    assert rules(source)


def test_a_fingerprint_is_of_the_whole_text() -> None:
    marks = {fingerprint(Wording("a")), fingerprint(Wording("a", (("Windows", "b"),))), fingerprint(("a",)),
             fingerprint(("a", "b"))}  # fmt: skip
    assert len(marks) == 3, "a list of one phrase and a text of one are never compared"
