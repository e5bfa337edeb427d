"""Who has the problem, and whether they can work, in people's words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tshoot.conversation.standard_words import standard_value
from tshoot.model.standard import STANDARD_FACTS


@pytest.mark.parametrize(("fact", "text", "value"), [
    ("affected", "just me", "Only me"), ("affected", "me, I think", "Only me"), ("affected", "Myself!", "Only me"),
    ("affected", "me and my boss", "A few people"), ("affected", "a few of us", "A few people"),
    ("affected", "everyone", "A whole team or site"), ("affected", "all of us", "A whole team or site"),
    ("urgency", "yes", "I can work"), ("urgency", "i can still work", "I can work"),
    ("urgency", "barely", "I can work, but slowly"), ("urgency", "a bit", "I can work, but slowly"),
    ("urgency", "no", "I cannot work"), ("urgency", "i cant work at all", "I cannot work"),
    ("urgency", "I can't.", "I cannot work"), ("urgency", "I'm stuck", "I cannot work"),
    ("affected", "me and the cat on the roof", None), ("urgency", "yes and no", None), ("affected", "", None),
    ("affected", "i " * 90, None), ("since", "yes", None),
])  # fmt: skip
def test_whole_answers_are_taken(fact: str, text: str, value: str | None) -> None:
    assert standard_value(text, STANDARD_FACTS[fact]) == value


def test_a_fact_of_the_same_name_with_other_values_is_the_authors_own() -> None:
    own = replace(STANDARD_FACTS["affected"], values=("Me", "Others"))
    assert standard_value("just me", own) is None
