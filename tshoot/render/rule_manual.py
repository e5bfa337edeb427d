"""What the rules of `tshoot lint` say of themselves: one in the terminal, all of them as a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from tshoot.authoring.ignoring import heed
from tshoot.authoring.lint import lint_library, lint_tree
from tshoot.authoring.parse import parse_tree
from tshoot.authoring.rule_list import RuleText
from tshoot.authoring.translation import parse_translation
from tshoot.model.diagnostic import Diagnostic
from tshoot.render.diagnostics import to_text
from tshoot.render.wrap import wrap

_TODAY = "2027-01-01"
"""The day on which the examples are looked at."""

_HEAD = """\
# The rules of `tshoot lint`

This page is generated from the rules, and its examples are run: each wrong tree gets the finding that stands below it,
and the right one gets none. `tshoot lint --explain RULE` shows one of them in the terminal.

An *error* keeps a tree from being walked. A *warning* is something that most people would regret, an *info* something
that could be better.
"""


def in_text(text: RuleText, width: int = 80) -> str:
    """One rule for the terminal."""
    rows = [f"{text.id} ({text.severity})", "", *wrap(text.description, width), ""]
    rows += wrap(plain(text.explanation).replace("`", "'"), width)
    for title, files in (("Wrong:", text.bad), ("Right:", text.good)):
        for name, source in files.items():
            shown = title if len(files) == 1 else f"{title} {name}"
            rows += ["", shown, "", *(f"    {line}".rstrip() for line in source.rstrip("\n").split("\n"))]
        if title == "Wrong:" and files:
            rows += ["", "Then lint says:", "", to_text(findings(text), text.bad)]
    return "\n".join(rows) + "\n"


def overview(texts: Iterable[RuleText]) -> str:
    """A line for each rule, in the order of the alphabet."""
    ordered = sorted(texts, key=lambda text: text.id)
    width = max(len(text.id) for text in ordered)
    rows = [f"{text.id.ljust(width)}  {text.severity.ljust(7)}  {text.description}" for text in ordered]
    return "\n".join(rows) + "\n"


def in_markdown(text: RuleText) -> str:
    """Why a rule matters, and its examples."""
    return "\n\n".join([plain(text.explanation), *_examples(text, "yaml", "")])


def _section(text: RuleText) -> str:
    """A rule on the page, with what is said about its wrong example."""
    said = to_text(findings(text), text.bad)
    head = f"*{text.severity.capitalize()}.* {text.description}"
    return "\n\n".join([f"## {text.id}", head, text.explanation.strip(), *_examples(text, "yaml rule", said)])


def _examples(text: RuleText, fence: str, said: str) -> Iterator[str]:
    for title, files in (("Wrong", text.bad), ("Right", text.good)):
        for name, source in files.items():
            yield f"{title}:" if len(files) == 1 else f"{title}, `{name}`:"
            yield f"```{fence}\n{source.rstrip()}\n```"
        if title == "Wrong" and said:
            yield f"```text\n{said}\n```"


def plain(explanation: str) -> str:
    """An explanation on one line, without links, which lead nowhere outside of the page."""
    return re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", " ".join(explanation.split()))


def manual(texts: Iterable[RuleText]) -> str:
    """The page with all rules, in the order of the alphabet."""
    ordered = sorted(texts, key=lambda text: text.id)
    rows = [f"| [`{text.id}`](#{text.id}) | {text.severity} | {text.description} |" for text in ordered]
    table = "\n".join(["| rule | finding | asks for |", "|---|---|---|", *rows])
    return "\n\n".join([_HEAD.rstrip(), table, *map(_section, ordered)]) + "\n"


def findings(text: RuleText) -> list[Diagnostic]:
    """What the rule finds in its bad example."""
    return [item for item in found_in(text.bad) if item.rule == text.id]


def found_in(files: Mapping[str, str]) -> list[Diagnostic]:
    """All findings about files that stand together."""
    trees = {name: source for name, source in files.items() if name.count(".") == 1}
    parsed = {name: parse_tree(source, name) for name, source in trees.items()}
    found = [item for name, tree in parsed.items() for item in lint_tree(tree, name, _TODAY)]
    found += lint_library(parsed)
    for name in files.keys() - trees.keys():
        tree = parsed[f"{name.partition('.')[0]}.yaml"].tree
        found += parse_translation(files[name], name, tree).diagnostics if tree else ()
    return sorted(
        item for name, source in files.items() for item in heed(name, source, (o for o in found if o.path == name))
    )
