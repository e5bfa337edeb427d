"""Writes the tables of keys in `docs/authoring` anew, from the keys that the parser knows.

A page marks a table by `<!-- keys: NAME -->` before it and `<!-- end of keys -->` behind it; `TABLES` has the names.
Run it after a key has changed: `python scripts/language_reference.py`. A test proves that the pages are current.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tshoot.authoring.vocabulary import facts, head, nodes, others
from tshoot.authoring.vocabulary.key import Key

PAGES = Path(__file__).parent.parent / "docs" / "authoring"
_BLOCK = re.compile(r"(?s)(<!-- keys: ([\w-]+) -->\n).*?(\n<!-- end of keys -->)")

Rows = Sequence[Sequence[str]]


def keys_of(keys: Sequence[Key], title: str = "key") -> Rows:
    """A table of keys; with a third column where one of them says what holds without it."""
    rows = [(f"`{key.name}`", key.text, key.without) for key in keys]
    if any(key.without for key in keys):
        return [(title, "holds", "without it"), *rows]
    return [(title, "holds"), *(row[:2] for row in rows)]


TABLES: Mapping[str, Callable[[], Rows]] = {
    "head": lambda: keys_of(head.HEAD),
    "faq": lambda: keys_of(head.FAQ),
    "escalate": lambda: keys_of(head.ESCALATE),
    "fact": lambda: keys_of(facts.FACT),
    "fact-types": lambda: [
        ("type", "takes", "kept as"),
        *((f"`{name}`" + "".join(f" (or `{other}`)" for other in facts.OTHER_TYPES if other.lower().replace("-", "")
           == name and other.islower()), takes, kept) for name, (takes, kept) in facts.TYPES.items()),
    ],
    "common": lambda: keys_of(nodes.COMMON),
    **{kind: lambda keys=keys: keys_of(keys) for kind, keys in nodes.KINDS.items()},
    "option": lambda: keys_of(nodes.OPTION),
    "fix": lambda: keys_of(nodes.FIX, "key of a fix"),
    "end-kinds": lambda: [
        ("kind", "means", "outcome of the case"),
        *((f"`{kind}`", means, outcome) for kind, (means, outcome) in nodes.END_KINDS.items()),
    ],
    "test-says": lambda: keys_of(others.TEST),
    "test-expects": lambda: keys_of(others.EXPECTED),
    "test-step": lambda: keys_of(others.STEP),
    "settings": lambda: keys_of(others.SETTINGS),
    "glossary": lambda: keys_of(others.GLOSSARY),
}  # fmt: skip
"""Each table by the name that pages use."""


def written(page: str) -> str:
    """A page with its tables as they are now."""
    return _BLOCK.sub(lambda found: f"{found[1]}{table(TABLES[found[2]]())}{found[3]}", page)


def table(rows: Rows) -> str:
    """A table in Markdown, between empty lines."""
    lines = [_line(rows[0]), "|" + "---|" * len(rows[0]), *(_line(row) for row in rows[1:])]
    return "\n" + "\n".join(lines) + "\n"


def _line(cells: Sequence[str]) -> str:
    return "".join(f"| {cell} " if cell else "| " for cell in (cell.replace("|", "\\|") for cell in cells)) + "|"


def main() -> None:
    """Write all pages that have such tables."""
    for path in sorted(PAGES.glob("*.md")):
        before = path.read_text(encoding="utf-8")
        if (after := written(before)) != before:
            path.write_text(after, encoding="utf-8")
            print(f"written: {path.name}")  # noqa: T201


if __name__ == "__main__":
    main()
