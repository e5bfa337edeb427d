"""Walks by chance through a tree and all that it leads to, looking for what no walk should meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from random import Random

from tshoot.authoring.testcase import AT, WALK, Simulated, Step, TreeTest
from tshoot.authoring.testchance import Move, any_move, apply
from tshoot.authoring.testtrouble import Ends, Trouble, in_circles, named_facts, trouble_in, without_question
from tshoot.authoring.testwalk import Trees
from tshoot.engine.session import Session
from tshoot.model.event import Event, Persona
from tshoot.model.fact import Value
from tshoot.model.record import record
from tshoot.model.tree import Call, DecisionTree

MOST = 400
"""Answers after which a walk counts as endless: every question leads out after a few rounds."""
ESCAPES = 40
"""Tries to find a way out of a circle."""
MOST_SHRINKS = 500
"""Walks that are tried to find a shorter one."""
PROBLEM = "it does not work"
TODAY = date.fromisoformat(AT[:10])

Choose = Callable[[Session], Move | None]
"""What is done next; nothing: the walk stops there."""


@record(kw_only=True)
class Failing:
    """A walk that meets trouble."""

    trouble: Trouble
    persona: Persona
    facts: tuple[tuple[str, Value], ...]
    moves: tuple[Move, ...]
    count: int = 1
    """How many of the walks met it."""
    end: str = ""
    """The outcome that it came to, if any."""
    entered: tuple[str, ...] = ()
    """The trees that it was in."""


class RandomWalks:
    """Walks one tree at random."""

    def __init__(self, tree: DecisionTree, trees: Trees, ends: Ends) -> None:
        self._tree = tree
        self._trees = trees
        self._ends = ends
        self._session = Session(self._version)
        self._circles: dict[tuple[str, str], bool] = {}
        """Places where walks went in circles, and whether there is no way out."""
        self.unknown: Counter[tuple[str, str, str]] = Counter()
        """Tree, node and fact: how often a text named what nobody knew."""

    def run(self, count: int, seed: str) -> list[Failing]:
        """The troubles that so many walks meet, each with its shortest walk; the shortest of all first."""
        found: dict[tuple[str, str, str], Failing] = {}
        for number in range(count):
            if failing := self._walk(Random(f"{seed} {self._tree.id} {number}")):
                key = failing.trouble.key
                before = found.get(key)
                best = min(before or failing, failing, key=lambda one: len(one.moves))
                found[key] = replace(best, count=before.count + 1 if before else 1)
        return sorted(map(self._shrunk, found.values()), key=lambda one: len(one.moves))

    def _walk(self, dice: Random) -> Failing | None:
        persona: Persona = "agent" if self._tree.audience == "agent" or dice.random() < 0.3 else "user"
        facts: tuple[tuple[str, Value], ...] = ()
        if persona == "user" and dice.random() < 0.7:
            facts = (("os", dice.choice(["Windows", "macOS", "Linux"])),)
        moves: list[Move] = []

        def choose(session: Session) -> Move | None:
            return _chance(session, dice)

        trouble = self._go(persona, facts, moves, choose, self.unknown)
        if trouble is None:
            return None
        return Failing(trouble=trouble, persona=persona, facts=facts, moves=tuple(moves))

    def _go(
        self, persona: Persona, facts: Sequence[tuple[str, Value]], moves: list[Move], choose: Choose,
        unknown: Counter[tuple[str, str, str]] | None = None,
    ) -> Trouble | None:  # fmt: skip
        """The first trouble of a walk; `moves` receives what was done until then."""
        session = self._session = Session(self._version)
        place = self._tree.id, self._tree.start
        asked: dict[tuple[str, str], int] = {}
        """Each place where something was asked, and how many events there were then."""
        heard, circled = 0, False
        try:
            session.start(self._tree.id, at=AT, persona=persona, problem=PROBLEM, facts=dict(facts))
            while True:
                state = session.state
                if trouble := trouble_in(session, state.entries[heard:], place, self._ends):
                    return trouble
                if unknown is not None:
                    unknown.update(seen[:3] for seen in named_facts(session, state.entries[heard:]))
                heard = len(state.entries)
                if in_circles(session) and not circled:
                    circled = True
                    if without_question(session):
                        return Trouble("endless", *place, "what follows goes round in circles without a question")
                    if self._no_way_out(session.events[: asked[place]], place):
                        return Trouble("endless", *place, "the steps go round in circles, and no answer leads out")
                if state.prompt is None or len(moves) >= MOST:
                    break
                place = state.prompt.tree, state.prompt.node
                asked.setdefault(place, len(session.events))
                if (move := choose(session)) is None:
                    return None
                moves.append(move)
                apply(session, move, AT)
        except Exception as error:  # whatever it is: that is what these walks look for
            return Trouble("exception", *place, f"{type(error).__name__}: {error}"[:300])
        endless = Trouble("endless", *place, f"the walk has no end after {MOST} answers")
        return endless if session.state.prompt else None

    def _version(self, name: str, digest: str) -> DecisionTree | None:
        return self._tree if name == self._tree.id else self._trees(name)

    def _no_way_out(self, events: Sequence[Event], place: tuple[str, str]) -> bool:
        """Whether none of some further walks comes out of a circle, from where it began, by an answer."""
        if place not in self._circles:
            dice = Random(f"{place}")
            self._circles[place] = not any(self._comes_out(events, dice) for _ in range(ESCAPES))
        return self._circles[place]

    def _comes_out(self, events: Sequence[Event], dice: Random) -> bool:
        session = Session(self._version, events)
        for _ in range(MOST):
            if in_circles(session) or session.state.prompt is None:
                break
            apply(session, _chance(session, dice, forward=True), AT)
        return not in_circles(session)

    def _shrunk(self, failing: Failing) -> Failing:
        """The shortest walk to the same trouble that dropping answers finds."""
        tries, moves = 0, failing.moves
        size = max(len(moves) // 2, 1)
        while size:
            start, before = 0, len(moves)
            while start < len(moves) and tries < MOST_SHRINKS:
                tries += 1
                shorter = self._replayed(failing, (*moves[:start], *moves[start + size :]))
                start, moves = (start + size, moves) if shorter is None else (start, shorter)
            # A single answer may be dropped now that another is gone.
            size = 1 if size == 1 and len(moves) < before and tries < MOST_SHRINKS else size // 2
        self._replayed(failing, moves)
        state = self._session.state
        end = state.ending.outcome if state.ending else ""
        return replace(failing, moves=moves, end=end, entered=tuple(state.entered))

    def _replayed(self, failing: Failing, moves: Sequence[Move]) -> tuple[Move, ...] | None:
        """The moves as far as they lead to the very trouble; nothing where they do not, or do not fit."""
        rest, done = list(moves), list[Move]()

        def choose(session: Session) -> Move | None:
            prompt = session.state.prompt
            fits = rest and prompt and (rest[0].tree, rest[0].node) == (prompt.tree, prompt.node)
            return rest.pop(0) if fits else None

        trouble = self._go(failing.persona, failing.facts, done, choose)
        return tuple(done) if trouble and trouble.key == failing.trouble.key else None


def _chance(session: Session, dice: Random, forward: bool = False) -> Move:
    prompt = session.state.prompt
    assert prompt is not None
    return any_move(prompt, session.tree(prompt.tree), dice, TODAY, forward)


def as_test(failing: Failing, tree: DecisionTree, trees: Trees) -> TreeTest:
    """A failing walk as a test: with real calls, and with hand-offs followed where it went through one."""
    walked = [other for name in failing.entered if (other := tree if name == tree.id else trees(name))]
    calls = {node.tree for one in walked for node in one.nodes.values() if isinstance(node, Call)}
    called = [name for name in failing.entered if name in calls]
    others = [name for name in failing.entered if name not in (*called, tree.id)]
    said = [move for move in failing.moves if move.kind != "check"]
    return TreeTest(
        name=f"{failing.trouble.kind} at {failing.trouble.node}",
        persona=failing.persona,
        facts=dict(failing.facts),
        checks=_checks(failing.moves),
        calls=dict.fromkeys(called, WALK),
        follow=bool(others),
        walk=tuple(Step(move.node, move.words) for move in said),
        end=failing.end,
        passed=() if failing.end else (failing.trouble.node,),
    )


def _checks(moves: Sequence[Move]) -> dict[str, Simulated]:
    """What each check found, in the order of its runs."""
    runs: dict[str, list[Simulated]] = {}
    for move in moves:
        if move.kind == "check":
            word = move.result if move.status == "done" else move.status
            runs.setdefault(move.check, []).append(Simulated(word, dict(move.values)))
    return {name: replace(found[0], later=tuple(found[1:])) for name, found in runs.items()}
