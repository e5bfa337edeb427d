"""All findings about a tree, or about a library of trees: the one validator of lint, of loading and of tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Protocol

from tshoot.authoring.findings import MAX_FINDINGS
from tshoot.authoring.library import Library
from tshoot.authoring.library_rules import (
    call_cycle,
    duplicate_tree,
    unknown_argument,
    unknown_return,
    unknown_tree,
    unready_tree,
)
from tshoot.authoring.parse import Parsed
from tshoot.authoring.parsing_rules import PARSING_RULES
from tshoot.authoring.rules import (
    ambiguous_option,
    answer_type,
    bad_condition,
    bad_placeholder,
    dangling_target,
    dead_end,
    faq_unknown_node,
    fix_without_return,
    handoff_to_itself,
    idle_question,
    incomplete_header,
    literal_braces,
    missing_else,
    missing_fallback,
    missing_target,
    missing_variant,
    needs_prompt,
    no_effect,
    no_way_out,
    return_outside_fix,
    review_overdue,
    secret_shown,
    start_unknown,
    type_mistake,
    undeclared_fact,
    unknown_check,
    unreachable_node,
    unused_fact,
)
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic


class TreeRule(Protocol):
    """A module with a rule about one tree."""

    ID: str
    DESCRIPTION: str

    def check(self, subject: Subject, /) -> Iterator[Diagnostic]:
        """The findings about one tree."""


class LibraryRule(Protocol):
    """A module with a rule about trees that name each other."""

    ID: str
    DESCRIPTION: str

    def check(self, library: Library, /) -> Iterator[Diagnostic]:
        """The findings about the files of a library."""


TREE_RULES: tuple[TreeRule, ...] = (
    start_unknown, dangling_target, return_outside_fix, missing_else, no_way_out, dead_end, unreachable_node,
    missing_fallback, bad_condition, undeclared_fact, type_mistake, answer_type, bad_placeholder, secret_shown,
    needs_prompt, ambiguous_option, missing_variant, faq_unknown_node, unused_fact, incomplete_header,
    review_overdue, unknown_check, missing_target, idle_question, fix_without_return, handoff_to_itself,
    literal_braces, no_effect,
)  # fmt: skip
LIBRARY_RULES: tuple[LibraryRule, ...] = (
    duplicate_tree, unknown_tree, call_cycle, unknown_return, unknown_argument, unready_tree,
)  # fmt: skip


def descriptions() -> dict[str, str]:
    """Every rule's id and what it asks for in one line."""
    about_trees = {rule.ID: rule.DESCRIPTION for rule in TREE_RULES}
    about_libraries = {rule.ID: rule.DESCRIPTION for rule in LIBRARY_RULES}
    return {**PARSING_RULES, **about_trees, **about_libraries}


def lint_tree(parsed: Parsed, path: str = "", today: str = "") -> tuple[Diagnostic, ...]:
    """All findings about one file, those of its parsing included; `today` (ISO 8601) is for dates of review."""
    found = list(parsed.diagnostics)
    if parsed.tree is not None:
        subject = Subject(parsed, parsed.tree, today)
        for rule in TREE_RULES:
            found += islice(rule.check(subject), MAX_FINDINGS)
    return _sorted(found)


def lint_library(
    files: Mapping[str, Parsed], others: Mapping[str, Parsed] | None = None
) -> tuple[Diagnostic, ...]:
    """The findings about trees that name each other; nothing is said about `others`, which may be named too."""
    library = Library(files, others or {})
    return _sorted(finding for rule in LIBRARY_RULES for finding in rule.check(library))


def is_broken(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether there is an error, so that the tree must not be walked."""
    return any(item.severity == "error" for item in diagnostics)


def _sorted(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(set(found)))
