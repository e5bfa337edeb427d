"""Questions that people ask back: the entry of the tree's list that answers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from tshoot.language.asking import kind_of
from tshoot.language.question import Help
from tshoot.language.symptoms import Built, Document, build, rank
from tshoot.language.words import content

ANSWERS = 0.45
"""A best entry below this answers something else."""


def best_help(text: str, question: str, helps: tuple[Help, ...]) -> tuple[Help | None, float]:
    """The entry that answers a question asked back, and how sure that is.

    "It" and "that" point at what was asked, so the question's own words count as well, but less.
    """
    if not helps:
        return None, 0.0
    built = _index(helps)
    own = _scores(text, built)
    context = _scores(question, built)
    wanted = kind_of(text)
    vague = len(content(text)) < 3
    scored = []
    for place, entry in enumerate(helps):
        score = own.get(str(place), 0.0) + (0.8 if vague else 0.4) * context.get(str(place), 0.0)
        alike = any(kind_of(phrase) == wanted for phrase in entry.phrases)
        scored.append((score * (1.25 if alike else 0.85), -place))
    score, place = max(scored)
    return (helps[-place], min(1.0, score)) if score >= ANSWERS else (None, 0.0)


@lru_cache(maxsize=32)
def _index(helps: tuple[Help, ...]) -> Built:
    return build(Document(str(place), "", entry.answer, entry.phrases) for place, entry in enumerate(helps))


def _scores(text: str, built: Built) -> Mapping[str, float]:
    return {one.tree: one.score for one in rank(text, built.stats, lambda wanted: built.postings)}
