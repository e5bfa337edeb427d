"""A library as a manual: chapters, numbered steps and where they lead; every form of the manual is made from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tshoot.authoring.manual_steps import Passage, Ref, Step, passages_of, ref_to, steps_of
from tshoot.language.clean import clean
from tshoot.model.event import Persona
from tshoot.model.library import Term
from tshoot.model.record import record
from tshoot.model.tree import DecisionTree, Faq


@record
class Question:
    """A question that people ask back."""

    question: str
    answers: tuple[Passage, ...]


@record(kw_only=True)
class Chapter:
    """One tree."""

    id: str
    title: str
    summary: str = ""
    tier: int = 1
    audience: str = ""
    area: str = ""
    owner: str = ""
    review_by: str = ""
    status: str = "live"
    language: str = "en"
    symptoms: tuple[str, ...] = ()
    not_symptoms: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    questions: tuple[Question, ...] = ()
    beyond: Ref | None = None
    """Who takes over when the steps do not help."""
    needs: tuple[str, ...] = ()
    """What must be known before that."""
    callers: tuple[Ref, ...] = ()
    """The trees that lead here."""


@record
class Part:
    """The chapters of one tier, by area."""

    tier: int
    areas: tuple[tuple[str, tuple[Chapter, ...]], ...]


@record
class Entry:
    """A word of the glossary."""

    name: str
    also: tuple[str, ...]
    meaning: Passage


@record
class Manual:
    """The whole library."""

    title: str
    persona: Persona
    parts: tuple[Part, ...]
    terms: tuple[Entry, ...] = ()

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """All chapters, in order."""
        return tuple(chapter for part in self.parts for _, chapters in part.areas for chapter in chapters)


OTHER_AREA = "Other"


def manual_of(
    trees: Iterable[DecisionTree], terms: Iterable[Term] = (), *, persona: Persona = "user", title: str = "",
    others: Mapping[str, str] | None = None,
) -> Manual:  # fmt: skip
    """The manual of these trees, as far as this person may read them; `others` are titles of trees beside them."""
    shown = [tree for tree in trees if readable_by(tree, persona)]
    titles = {**(others or {}), **{tree.id: tree.title for tree in shown}}
    here = frozenset(tree.id for tree in shown)
    leads = {tree.id: _leads_to(tree) for tree in shown}
    chapters = {
        tree.id: _chapter(tree, persona, titles, here, [one for one in shown if tree.id in leads[one.id]])
        for tree in shown
    }
    entries = tuple(
        Entry(clean(term.name), tuple(map(clean, term.also)), passages_of(term.means)[0])
        for term in sorted(terms, key=lambda term: term.name.casefold())
        if term.means
    )
    return Manual(clean(title, limit=200) or "Troubleshooting manual", persona, _parts(chapters.values()), entries)


def readable_by(tree: DecisionTree, persona: Persona) -> bool:
    """Whether a tree belongs into this person's manual: a user's has what users may walk, and nothing unfinished."""
    return persona == "agent" or (tree.walkable_by(persona) and tree.status == "live")


def _parts(chapters: Iterable[Chapter]) -> tuple[Part, ...]:
    tiers: dict[int, dict[str, list[Chapter]]] = {}
    for chapter in sorted(chapters, key=lambda one: (one.tier, not one.area, one.area, one.title, one.id)):
        tiers.setdefault(chapter.tier, {}).setdefault(chapter.area or OTHER_AREA, []).append(chapter)
    return tuple(
        Part(tier, tuple((area, tuple(found)) for area, found in areas.items())) for tier, areas in tiers.items()
    )  # fmt: skip


def _chapter(
    tree: DecisionTree, persona: Persona, titles: Mapping[str, str], here: frozenset[str],
    callers: Iterable[DecisionTree],
) -> Chapter:  # fmt: skip
    questions = tuple(Question(clean(one.question), _answers(one, tree)) for one in tree.faq)
    return Chapter(
        id=tree.id, title=clean(tree.title, limit=200), summary=clean(tree.summary), tier=tree.tier,
        audience={"user": "users", "agent": "agents", "both": "users and agents"}[tree.audience],
        area=clean(tree.area, limit=80), owner=clean(tree.owner), review_by=clean(tree.review_by),
        status=tree.status, language=tree.language,
        symptoms=tuple(map(clean, tree.symptoms)), not_symptoms=tuple(map(clean, tree.not_symptoms)),
        steps=steps_of(tree, persona, titles, here), questions=questions,
        beyond=ref_to(tree.escalate.to or f"queue:tier-{tree.tier + 1}", titles, here),
        needs=tuple(_fact_title(name, tree) for name in tree.escalate.needs),
        callers=tuple(ref_to(one.id, titles, here) for one in callers if one.id != tree.id),
    )  # fmt: skip


def _answers(one: Faq, tree: DecisionTree) -> tuple[Passage, ...]:
    return passages_of(one.answer, tree=tree)


def _fact_title(name: str, tree: DecisionTree) -> str:
    from tshoot.engine.texts import fact_type

    return clean(fact_type(name, tree).title)


def _leads_to(tree: DecisionTree) -> frozenset[str]:
    from tshoot.authoring.library import references

    return frozenset(reference.target for reference in references(tree, "", {}))
