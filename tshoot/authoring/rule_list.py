"""All rules of `tshoot lint`, and what each says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from tshoot.authoring.library_rule_list import LIBRARY_RULES
from tshoot.authoring.parsing_rules import PARSING_RULES, ParsingRule
from tshoot.authoring.rules import (
    agent_action,
    ambiguous_option,
    answer_type,
    bad_condition,
    bad_placeholder,
    condition_always_holds,
    condition_never_holds,
    costly_order,
    dangling_target,
    dead_end,
    empty_placeholder,
    endless_circle,
    fact_not_known,
    faq_unknown_node,
    fix_without_return,
    handoff_to_itself,
    hard_to_read,
    idle_question,
    incomplete_header,
    literal_braces,
    long_sentence,
    long_text,
    look_alike_options,
    missing_else,
    missing_fallback,
    missing_target,
    missing_variant,
    needs_not_known,
    needs_prompt,
    never_asked,
    never_reached,
    no_effect,
    no_way_out,
    return_outside_fix,
    review_overdue,
    secret_asked,
    secret_shown,
    start_unknown,
    style_word,
    too_many_options,
    type_mistake,
    unconfirmed_fix,
    undeclared_fact,
    unit_twice,
    unknown_check,
    unreachable_node,
    unused_answer,
    unused_fact,
)
from tshoot.authoring.subject import Subject
from tshoot.authoring.translation_rules import TRANSLATED_TREE, TRANSLATION_RULES
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.record import record


class TreeRule(Protocol):
    """A module with a rule about one tree."""

    ID: str
    SEVERITY: Severity
    DESCRIPTION: str
    EXPLANATION: str
    BAD: str
    GOOD: str

    def check(self, subject: Subject, /) -> Iterator[Diagnostic]:
        """The findings about one tree."""


TREE_RULES: tuple[TreeRule, ...] = (
    agent_action,
    ambiguous_option,
    answer_type,
    bad_condition,
    bad_placeholder,
    condition_always_holds,
    condition_never_holds,
    costly_order,
    dangling_target,
    dead_end,
    empty_placeholder,
    endless_circle,
    fact_not_known,
    faq_unknown_node,
    fix_without_return,
    handoff_to_itself,
    hard_to_read,
    idle_question,
    incomplete_header,
    literal_braces,
    long_sentence,
    long_text,
    look_alike_options,
    missing_else,
    missing_fallback,
    missing_target,
    missing_variant,
    needs_not_known,
    needs_prompt,
    never_asked,
    never_reached,
    no_effect,
    no_way_out,
    return_outside_fix,
    review_overdue,
    secret_asked,
    secret_shown,
    start_unknown,
    style_word,
    too_many_options,
    type_mistake,
    unconfirmed_fix,
    undeclared_fact,
    unit_twice,
    unknown_check,
    unreachable_node,
    unused_answer,
    unused_fact,
)

ERROR_RULES = tuple(rule for rule in TREE_RULES if rule.SEVERITY == "error")
"""Those that say whether a tree may be walked; no other rule gives an error."""


@record
class RuleText:
    """What a rule says of itself."""

    id: str
    severity: Severity
    """That of its most severe finding."""
    description: str
    """One line: what it asks for."""
    explanation: str
    """Why it matters, and what to do; Markdown."""
    bad: Mapping[str, str]
    """File name to text; empty where no small file shows it."""
    good: Mapping[str, str]


def rule_texts() -> dict[str, RuleText]:
    """Every rule by its id: those of reading, those about one tree, those about several."""
    found = [_of_reading(name, rule, {}) for name, rule in PARSING_RULES.items()]
    found += [
        _of_reading(name, rule, {"printer.yaml": TRANSLATED_TREE}) for name, rule in TRANSLATION_RULES.items()
    ]
    for rule in TREE_RULES:
        bad, good = {"printer.yaml": rule.BAD}, {"printer.yaml": rule.GOOD}
        found.append(RuleText(rule.ID, rule.SEVERITY, rule.DESCRIPTION, rule.EXPLANATION, bad, good))
    for several in LIBRARY_RULES:
        found.append(
            RuleText(
                several.ID, several.SEVERITY, several.DESCRIPTION, several.EXPLANATION, several.BAD, several.GOOD
            )
        )
    return {text.id: text for text in found}


def _of_reading(name: str, rule: ParsingRule, beside: Mapping[str, str]) -> RuleText:
    file = "printer.es.yaml" if beside else "printer.yaml"
    bad, good = ({**beside, file: text} if text else {} for text in (rule.bad, rule.good))
    return RuleText(name, rule.severity, rule.description, rule.explanation, bad, good)


def descriptions() -> dict[str, str]:
    """Every rule's id and what it asks for in one line."""
    return {name: text.description for name, text in rule_texts().items()}
