"""Trees that ask what the tree before them has asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from tshoot.authoring.findings import quote
from tshoot.authoring.flow import exits, spread
from tshoot.authoring.library import Library, Member, Reference, finding
from tshoot.authoring.misspelt import reads
from tshoot.language.words import content, tokens
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.record import record
from tshoot.model.tree import Ask, DecisionTree, End, Input, Node
from tshoot.model.wording import Wording

ID = "asks-again"
SEVERITY: Severity = "warning"
DESCRIPTION = "A tree does not ask what the tree that hands over to it has asked already."
EXPLANATION = """\
The next tree asks the same question in the same words, and keeps the answer under another name or not at all. The
person answers twice, and notices.

Give both questions the same `fact`. What is known by that name is not asked again.
"""
BAD = {
    "wifi.yaml": """\
tree: 1
title: The Wi-Fi does not connect
nodes:
  place:
    ask: Where are you working today?
    options: {At home: restart, In the office: network}
  restart: {do: Switch Wi-Fi off and on again., fixed: done, else: network}
  network: {handoff: network}
  done: {end: resolved}
""",
    "network.yaml": """\
tree: 1
title: The network is down
tier: 2
nodes:
  place:
    ask: Where are you working today?
    fact: place
    options: {At home: router, In the office: help}
  router: {do: Pull the plug of the router and plug it in again., fixed: done, else: help}
  help: {end: escalate, to: queue:network}
  done: {end: resolved}
""",
}
GOOD = {
    "wifi.yaml": BAD["wifi.yaml"].replace("today?\n", "today?\n    fact: place\n"),
    "network.yaml": BAD["network.yaml"],
}

ALIKE = 0.8
"""Share of the words of two questions that must be the same; with fewer than three words, all of them."""
_CHANGES = re.compile(
    r"\b(?:now|still|again|yet|already|after|since then|help(?:s|ed)?|fixed|solved|at the moment|this time)\b",
    re.I,
)
"""Words of questions whose answer may have changed meanwhile."""
MOST = 400
"""Questions of a tree that are compared; a tree of more is none that people walk."""
_LEAST = 3
"""Words of a question that says by itself what it asks."""
_NEGATIONS = frozenset({"not", "no", "never", "without"})
_NAMES_IT = re.compile(r"\{[^{}]*\}")


@record
class Question:
    """A question of a tree, and the fact that keeps its answer."""

    node: str
    """Where it is asked; empty: where its fact is needed."""
    text: str
    fact: str


@record
class Asked:
    """What a tree asks, and for each node that leaves it, which of that a walk may have met before."""

    questions: tuple[Question, ...]
    before: tuple[tuple[str, tuple[int, ...]], ...]
    """Node to the places of its questions."""


def gather(member: Member) -> Asked:
    """What this rule needs to know of each tree."""
    tree = member.tree
    questions = tuple(islice(_questions(tree), MOST))
    leaving = sorted({one.node for one in member.references})
    back = [(way.target, name) for name, one in tree.nodes.items() for way in exits(one)] if leaving else []
    found = []
    for node in leaving if questions else ():
        met = spread({node} if node else _leaving(tree), back)
        found.append((node, tuple(index for index, one in enumerate(questions) if one.node in met)))
    return Asked(questions, tuple(found))


def _leaving(tree: DecisionTree) -> set[str]:
    """The nodes from which a case leaves by the tree's own way out."""
    return {
        name
        for name, node in tree.nodes.items()
        if isinstance(node, End) and not node.to and node.end in ("escalate", "replace", "request")
    }


def check(library: Library) -> Iterator[Diagnostic]:
    """Findings about hand-overs to trees that ask the same once more."""
    said: set[tuple[str, str, str, str]] = set()
    for reference in library.references():
        here = library.files[reference.path]
        asked = here.gathered(ID, gather)
        before = [asked.questions[index] for index in dict(asked.before).get(reference.node, ())]
        words = frozenset[str]().union(*(_words(one.text)[1] for one in before))
        for there, between in _onward(library, here.id, reference) if before else ():
            for question in there.gathered(ID, gather).questions:
                meant = _words(question.text)[1]
                if len(meant & words) < ALIKE * len(meant):
                    continue  # quick: it is like none of them
                mine = next((one for one in before if _is_same(one, question)), None)
                key = (reference.path, mine.node if mine else "", there.id, question.node)
                if mine and key not in said:
                    said.add(key)
                    yield _finding(reference, there.id, between, mine, question)


def _onward(library: Library, home: str, reference: Reference) -> Iterator[tuple[Member, str]]:
    """The tree that a case comes to, and those that this one leads to, with the tree between."""
    first = library.members.get(reference.target)
    if first is None or first.id == home:
        return
    yield first, ""
    for target in dict.fromkeys(one.target for one in first.references):
        second = library.members.get(target)
        if second and second.id not in (home, first.id):
            yield second, first.id


def _finding(reference: Reference, there: str, between: str, mine: Question, theirs: Question) -> Diagnostic:
    name = theirs.fact or mine.fact or "NAME"
    owner = f"the node {quote(reference.node)}" if reference.node else "the tree"
    way = f"{quote(between)}, which leads to {quote(there)}" if between else quote(there)
    place = f"in its node {quote(theirs.node)}" if theirs.node else f"for its fact {quote(theirs.fact)}"
    message = (
        f"{owner} {reference.verb} {way}, which asks {quote(theirs.text)} {place}; "
        f"{quote(mine.node)} of this tree has asked that already"
    )
    hint = f"keep both answers as one fact, with 'fact: {name}'"
    return finding(ID, reference.path, reference.span, message, hint, SEVERITY)


def _questions(tree: DecisionTree) -> Iterator[Question]:
    found = [(name, *_asked(node)) for name, node in tree.nodes.items()]
    asked = {fact for _, _, fact in found}
    needed = (name for name in sorted(reads(tree)) if name in tree.facts and name not in asked)
    found += [("", tree.facts[name].prompt, name) for name in needed]
    for name, text, fact in found:
        if text and not _CHANGES.search(text.text) and not _NAMES_IT.search(text.text):
            yield Question(name, text.text, fact)


def _asked(node: Node) -> tuple[Wording | None, str]:
    """The question of a node that the person answers by what they know, and its fact."""
    if isinstance(node, Ask):
        return node.text, node.fact
    if isinstance(node, Input):
        return node.fact.prompt, node.fact.name
    return None, ""


def _is_same(one: Question, other: Question) -> bool:
    """Whether two questions ask the same and do not share their answer."""
    if one.fact and one.fact == other.fact:
        return False
    said, meant = _words(one.text)
    theirs, they_mean = _words(other.text)
    if len(said) < _LEAST:
        return False
    if said == theirs:
        return True
    if _turned(said) != _turned(theirs):
        return False
    common, every = meant & they_mean, meant | they_mean
    if len(every) == 2:
        return meant == they_mean and said[0] == theirs[0]
    return len(every) > 2 and len(common) / len(every) >= ALIKE


@lru_cache(maxsize=8 * MOST)
def _words(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """All words of a question, and those that count. Not gathered: few trees are compared, and words are many."""
    return tokens(text), frozenset(content(text))


def _turned(said: Sequence[str]) -> bool:
    return not _NEGATIONS.isdisjoint(said)
