"""A session: one person walking trees, from start to outcome.

    session = Session(library)
    events = session.start("wifi", at=now)          # each call gives the events to store, before anything is shown
    events = session.answer("option", "Yes", at=now)
    session.state.prompt, session.state.entries, session.state.ending

`library(id, digest)` gives a version of a tree; an empty digest asks for the newest. All calls apply their event
at once; a caller that could not store the events makes a new Session from the stored ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from tshoot.engine.answering import fits
from tshoot.engine.asking import choice_for
from tshoot.engine.replay import Replay
from tshoot.engine.state import Entry, Progress, Prompt, State
from tshoot.engine.trees import ABSENT, Chances, Version
from tshoot.model import event as record
from tshoot.model.event import AnswerKind, By, CheckStatus, Event, Persona
from tshoot.model.fact import FactType, Value
from tshoot.model.standard import LEAVING_FACTS, STANDARD_FACTS
from tshoot.model.tree import DecisionTree


class Session:
    """Turns what a person does into events, and keeps the state that they lead to."""

    def __init__(self, library: Version, stored: Iterable[Event] = (), chances: Chances | None = None) -> None:
        self._library = library
        self._chances = chances
        self._replay = Replay(library, stored, chances)

    @property
    def state(self) -> State:
        """What the session has come to."""
        return self._replay.state

    @property
    def events(self) -> list[Event]:
        """All events so far."""
        return self._replay.events

    @property
    def notes(self) -> list[tuple[int, record.Noted]]:
        """All notes with their sequence numbers; going back does not take them away."""
        return self._replay.notes

    @property
    def helped(self) -> bool | None:
        """What the person said at the end."""
        return self._replay.helped

    @property
    def dropped(self) -> tuple[Entry, ...]:
        """Steps that no longer applied after the latest change."""
        return self._replay.dropped

    @property
    def pins(self) -> Mapping[str, str]:
        """Tree id to the digest of the version that is walked; empty: the tree was not in the library."""
        return self._replay.trees.pins

    @property
    def picked_up(self) -> bool:
        """Whether somebody went on with it after somebody else."""
        return self._replay.steps_since_pick_up is not None

    @property
    def can_go_back(self) -> bool:
        """Whether there is an answer to take back."""
        return self._replay.can_go_back

    @property
    def kept(self) -> Sequence[tuple[int, Event]]:
        """The events that still count, with their sequence numbers, in the order of the walk."""
        return self._replay.kept

    def retrace(self, seen: Callable[[int, State], None]) -> None:
        """Walk all that counts once more, telling of every state on the way and the event behind it."""
        self._replay.retrace(seen)

    def would_apply(self, event: Event) -> bool:
        """Whether an event would count if it came now."""
        return self._replay.would_apply(event)

    def asked_at(self, step: int) -> Prompt | None:
        """What was asked where an answer that still counts was given, by its sequence number."""
        return self._replay.asked_at(step)

    def tree(self, name: str = "") -> DecisionTree | None:
        """A tree of this session; without a name, the one it stands in."""
        return self._replay.trees.get(name or self.state.tree)

    def fact_type(self, name: str) -> FactType | None:
        """The declaration of a fact: of the tree it stands in, of another of this session, or a standard one."""
        for tree in (self.tree(), *(self.tree(other) for other in self.state.entered)):
            if tree and name in tree.facts:
                return tree.facts[name]
        return STANDARD_FACTS.get(name)

    def start(
        self, tree: str, *, at: str, by: By = "user", persona: Persona = "user", problem: str = "",
        zone: str = "UTC", facts: Mapping[str, Value] | None = None,
    ) -> list[Event]:  # fmt: skip
        """Begin to walk a tree; an empty name begins without one, to leave for a person."""
        return self._add(
            record.Started(
                at=at, by=by, tree=tree, persona=persona, problem=problem, zone=zone, facts=dict(facts or {})
            )
        )

    def restart(self, *, at: str, by: By = "user") -> list[Event]:
        """Begin anew; notes and what is known about the person stay. A case that was picked up begins anew there."""
        steps = self._replay.steps_since_pick_up
        if steps is not None:
            return self.back(steps, at=at, by=by)
        first = self.events[0]
        assert isinstance(first, record.Started)
        person = {name: known.value for name in LEAVING_FACTS if (known := self.state.facts.get(name))}
        return self.start(
            first.tree, at=at, by=by, persona=self.state.persona, problem=first.problem, zone=first.zone,
            facts={**first.facts, **person},
        )  # fmt: skip

    def answer(
        self, answer: AnswerKind, value: Value = "", *, text: str = "", at: str, by: By = "user"
    ) -> list[Event]:
        """Answer what is asked; raises ValueError where it does not fit the question."""
        prompt = self.state.prompt
        if prompt is None or not fits(prompt, answer, value):
            raise ValueError(f"{answer} {value!r} is no answer to what is asked now")
        if prompt.fact and prompt.fact.secret:
            value, text = "", ""
        return self._add(
            record.Answered(
                at=at, by=by, tree=prompt.tree, node=prompt.node, answer=answer, value=value, text=text
            )
        )

    def checked(
        self, status: CheckStatus, result: str = "", values: Mapping[str, Value] | None = None, *,
        sentence: str = "", seconds: float = 0.0, at: str,
    ) -> list[Event]:  # fmt: skip
        """Report the check that is asked for; raises ValueError when none is."""
        prompt = self.state.prompt
        if prompt is None or prompt.kind != "check":
            raise ValueError("no check is asked for now")
        return self._add(
            record.Checked(
                at=at, by="system", tree=prompt.tree, node=prompt.node, check=prompt.check, status=status,
                result=result, values=dict(values or {}), sentence=sentence, seconds=seconds,
            )
        )  # fmt: skip

    def consent(self, computer: str, *, at: str) -> list[Event]:
        """Let tshoot look at this computer from now on."""
        return self._add(record.Consented(at=at, computer=computer))

    def back(self, steps: int = 1, *, at: str, by: By = "user") -> list[Event]:
        """Take back the latest answers; nothing happens at the first question."""
        return self._add(record.WentBack(at=at, by=by, steps=steps)) if self.can_go_back and steps > 0 else []

    def change(
        self, step: int, answer: AnswerKind, value: Value = "", *, text: str = "", at: str, by: By = "user"
    ) -> list[Event]:
        """Replace an earlier answer and keep the later ones that still apply; see `dropped` for the others.

        Raises ValueError where it does not fit the question of then.
        """
        prompt = self.asked_at(step)
        if prompt is None or not fits(prompt, answer, value):
            raise ValueError(f"{answer} {value!r} is no answer to what was asked at {step}")
        if prompt.fact and prompt.fact.secret:
            value, text = "", ""
        return self._add(record.Changed(at=at, by=by, step=step, answer=answer, value=value, text=text))

    def learn(self, fact: str, value: Value, *, at: str, by: By = "user") -> list[Event]:
        """A fact given or corrected from the side; an answered one is changed where it was answered."""
        kind = self.fact_type(fact)
        if kind and kind.secret:
            return []
        known = self.state.facts.get(fact)
        if known and known.source == "person" and isinstance(self.events[known.step], record.Answered):
            prompt = self.asked_at(known.step)
            if prompt and prompt.kind == "ask" and (taken := choice_for(prompt.choices, value)):
                return self.change(known.step, "option", taken.key, at=at, by=by)
            answer: AnswerKind = "options" if prompt and prompt.kind == "many" else "value"
            if prompt and fits(prompt, answer, value):
                return self.change(known.step, answer, value, at=at, by=by)
        return self._add(record.Learned(at=at, by=by, fact=fact, value=value))

    def note(self, text: str, *, at: str, by: By = "user") -> list[Event]:
        """Add a note, at any moment."""
        return self._add(record.Noted(at=at, by=by, text=text))

    def ask_for_person(self, reason: str = "", *, at: str, by: By = "user") -> list[Event]:
        """Leave the tree for a person; the facts that they need are asked first."""
        return self._add(record.AskedForPerson(at=at, by=by, reason=reason))

    def pick_up(self, persona: Persona, tree: str = "", *, at: str) -> list[Event]:
        """Go on with a case that waits, as this persona; with `tree`, on that tree.

        Nothing happens where there is nothing that this persona can go on with.
        """
        by: By = "agent" if persona == "agent" else "user"
        event = record.PickedUp(at=at, by=by, persona=persona, tree=tree)
        there = tree or (self.state.ending.to if self.state.ending else "")
        found = self._library(there, "") if self.pins.get(there) == ABSENT else None
        # Who picks it up may have the tree that was not there before.
        pinned = self._add(record.Pinned(at=at, by="system", tree=there, digest=found.digest)) if found else []
        return [*pinned, *self._add(event)] if self._replay.would_apply(event) else pinned

    def leave(self, *, at: str, by: By = "user") -> list[Event]:
        """Stop here; the case can be gone on with."""
        return self._add(record.Left(at=at, by=by))

    def rate(self, helped: bool, *, at: str, by: By = "user") -> list[Event]:
        """Say at the end whether it helped."""
        return self._add(record.Rated(at=at, by=by, helped=helped))

    def repin(self, tree: str, digest: str, *, at: str) -> list[Event]:
        """Go on over another version of a tree."""
        return self._add(record.Repinned(at=at, by="system", tree=tree, digest=digest))

    def lost_by(self, change: Callable[[Session], object]) -> tuple[Entry, ...]:
        """The steps that would no longer apply after a change, tried on a copy of this session."""
        copy = Session(self._library, self.events, self._chances)
        change(copy)
        return copy.dropped

    def progress(self) -> Progress:
        """How far the walk has come, and what is left of it."""
        return self.state.progress

    def _add(self, event: Event) -> list[Event]:
        before = len(self.events)
        self._replay.add(event)
        trees = self._replay.trees
        for name, digest in trees.unpinned():
            tried = dict(trees.tried(name)) if digest else {}
            self._replay.add(record.Pinned(at=event.at, by="system", tree=name, digest=digest, tried=tried))
        return self.events[before:]
