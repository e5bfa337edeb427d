"""Symptoms that two trees claim."""

from __future__ import annotations

from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.library import Library, Member, finding
from tshoot.language.words import content, tokens
from tshoot.model.diagnostic import Diagnostic, Severity, Span

ID = "shared-symptom"
SEVERITY: Severity = "warning"
DESCRIPTION = "No two trees have the same symptom."
EXPLANATION = """\
A person who types this is offered both trees and has to guess. It is a warning where the words are the same, and a
remark where they differ in endings and small words only.

Keep the phrase in the tree that should be found first; put it under `not_symptoms` of the other one.
"""
BAD = {
    "wifi.yaml": """\
tree: 1
title: The Wi-Fi does not connect
symptoms: [no internet on my laptop, the wifi is gone]
nodes:
  restart: {do: Switch Wi-Fi off and on again., fixed: done, else: help}
  help: {end: escalate, to: queue:network}
  done: {end: resolved}
""",
    "cable.yaml": """\
tree: 1
title: The network cable brings nothing
symptoms: [No internet on my laptop, the cable is dead]
nodes:
  plug: {do: Pull the cable out and plug it in again., fixed: done, else: help}
  help: {end: escalate, to: queue:network}
  done: {end: resolved}
""",
}
GOOD = {
    "wifi.yaml": BAD["wifi.yaml"],
    "cable.yaml": BAD["cable.yaml"].replace("No internet on my laptop", "no internet over the cable"),
}


_TURNED = frozenset(("not", "no", "never", "without", "nothing", "none"))

Phrases = tuple[tuple[str, str, frozenset[str], tuple[int, int, int, int]], ...]
"""Each symptom as it is written, its words, the words that count in it, and its place."""


def gather(member: Member) -> Phrases:
    """The symptoms by which people are offered the tree."""
    if member.tree.status == "retired":
        return ()
    return tuple(
        (one, " ".join(tokens(one)), _meant(one), _place(member, index))
        for index, one in enumerate(member.tree.symptoms)
    )


def _meant(phrase: str) -> frozenset[str]:
    """The words that count, and whether they are turned: "the fan is not loud" is another problem."""
    turned = not _TURNED.isdisjoint(tokens(phrase))
    return frozenset({*content(phrase), *(("not",) if turned else ())})


def _place(member: Member, index: int) -> tuple[int, int, int, int]:
    span = member.places.get(f"symptoms.{index}", Span())
    return span.line, span.column, span.end_line, span.end_column


def check(library: Library) -> Iterator[Diagnostic]:
    """Findings about phrases that another tree has, too."""
    exact: dict[str, tuple[str, str]] = {}
    near: dict[frozenset[str], tuple[str, str]] = {}
    mine = {member.id: path for path, member in library.files.items()}
    # Trees that were only looked up come first: what is found is said about the files under inspection.
    for name in sorted(library.members, key=mine.__contains__):
        yield from _in_tree(library, name, mine.get(name, ""), exact, near)


def _in_tree(
    library: Library,
    name: str,
    path: str,
    exact: dict[str, tuple[str, str]],
    near: dict[frozenset[str], tuple[str, str]],
) -> Iterator[Diagnostic]:
    for phrase, said, meant, place in library.members[name].gathered(ID, gather):
        same = exact.setdefault(said, (name, phrase))
        alike = near.setdefault(meant, (name, phrase)) if len(meant - {"not"}) > 1 else (name, phrase)
        if not path or (name in (same[0], alike[0]) and same[0] == alike[0]):
            continue
        severity: Severity = "warning" if same[0] != name else "info"
        other, theirs = same if severity == "warning" else alike
        what = "too" if severity == "warning" else f"nearly alike, as {quote(theirs)}"
        message = f"the symptom {quote(phrase)} stands in the tree {quote(other)} {what}"
        hint = "keep it in one of them, and put it under 'not_symptoms' of the other"
        yield finding(ID, path, Span(*place), message, hint, severity)
