"""All findings about a tree, or about a library of trees: the one validator of lint, of loading and of tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from tshoot.authoring.findings import MAX_FINDINGS
from tshoot.authoring.library import Library, Member
from tshoot.model.diagnostic import Diagnostic

if TYPE_CHECKING:
    from tshoot.authoring.parse import Parsed
    from tshoot.authoring.rule_list import TreeRule


def lint_tree(parsed: Parsed, path: str = "", today: str = "") -> tuple[Diagnostic, ...]:
    """All findings about one file, those of its parsing included; `today` (ISO 8601) is for dates of review."""
    from tshoot.authoring.rule_list import TREE_RULES

    return _sorted(_found(parsed, TREE_RULES, today))


def mistakes(parsed: Parsed) -> tuple[Diagnostic, ...]:
    """The errors among the findings about one file, by the rules that can give some: a third of the work."""
    from tshoot.authoring.rule_list import ERROR_RULES

    return _sorted(item for item in _found(parsed, ERROR_RULES) if item.severity == "error")


def is_sound(parsed: Parsed) -> bool:
    """Whether the file holds a tree that may be walked."""
    from tshoot.authoring.rule_list import ERROR_RULES

    return parsed.tree is not None and not is_broken(_found(parsed, ERROR_RULES))


def _found(parsed: Parsed, rules: Iterable[TreeRule], today: str = "") -> Iterator[Diagnostic]:
    from tshoot.authoring.subject import Subject

    yield from parsed.diagnostics
    if parsed.tree is not None:
        subject = Subject(parsed, parsed.tree, today)
        for rule in rules:
            yield from islice(rule.check(subject), MAX_FINDINGS)


def lint_library(
    files: Mapping[str, Parsed | Member], others: Mapping[str, Parsed | Member] | None = None
) -> tuple[Diagnostic, ...]:
    """The findings about trees that name each other; nothing is said about `others`, which may be named too."""
    from tshoot.authoring.library_rule_list import LIBRARY_RULES

    library = Library(files, others or {})
    return _sorted(finding for rule in LIBRARY_RULES for finding in rule.check(library))


def is_broken(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether there is an error, so that the tree must not be walked."""
    return any(item.severity == "error" for item in diagnostics)


def _sorted(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(set(found)))
