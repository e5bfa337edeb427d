"""What is found in the translations of trees."""

from __future__ import annotations

from collections.abc import Mapping

from tshoot.authoring.parsing_rules import ParsingRule

TRANSLATED_TREE = """tree: 1
title: Printer does not print
facts:
  room: {label: Room, prompt: Which room is it in?}
nodes:
  room: {input: room, then: paper}
  paper:
    ask: Is there paper in the printer of {room}?
    options: {Yes: person, No: fixed}
  person: {end: escalate}
  fixed: {end: resolved, tell: Good. Your printer works again.}
"""
"""The tree of the examples."""

_SPANISH = """translation: 1
language: es
title: La impresora no imprime
facts:
  room: {label: Sala, prompt: ¿En qué sala está?}
nodes:
  paper:
    ask: ¿Tiene papel la impresora de {room}?
    options: {Yes: Sí, No: 'No'}
  fixed: {tell: Bien. Su impresora vuelve a funcionar.}
seen:
  nodes.paper.options.No: 1ea442a1
  nodes.fixed.tell: 18a1e59f
"""


def _rule(description: str, explanation: str, wrong: tuple[str, str]) -> ParsingRule:
    """A rule whose bad example is the good one with one text changed."""
    return ParsingRule(description, explanation.strip() + "\n", _SPANISH.replace(*wrong), _SPANISH, "warning")


TRANSLATION_RULES: Mapping[str, ParsingRule] = {
    "missing-translation": _rule(
        "A translation holds all texts of its tree.",
        """
Whoever reads the tree in this language meets a text in another one. `tshoot translate` writes what is missing into the
file, as the original reads; once you have read all of it, `--seen` says that what is left is meant to read so.
""",
        ("  fixed: {tell: Bien. Su impresora vuelve a funcionar.}\n", ""),
    ),
    "stale-translation": _rule(
        "A translated text is looked at again when the original changes.",
        """
The original reads otherwise than when it was translated, so the translation may say what is no longer right. Until
somebody has looked, people are shown the original. Change the text, then `tshoot translate TREE LANGUAGE --seen`.
""",
        ("18a1e59f", "5e3a90c2"),
    ),
    "other-placeholders": _rule(
        "A translated text shows the same facts as the original.",
        """
A fact in braces that is missing, or that the tree does not know, leaves the reader without a name or a number. People
are shown the original until it is mended. Facts keep their names in every language.
""",
        ("{room}?", "la sala?"),
    ),
    "unknown-text": _rule(
        "A translation holds only texts that its tree has.",
        """
Nobody ever reads this text: its node, fact, option or question is not in the tree, or is called otherwise now. Give it
the id that it has in the tree, or delete it.
""",
        ("nodes:\n", "  raum: {label: Sala}\nnodes:\n"),
    ),
}
