"""What a person does, made durable before anything else is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tshoot.conversation import texts
from tshoot.conversation.records import Recorder
from tshoot.conversation.turn import Turn
from tshoot.conversation.workplace import Workplace
from tshoot.engine.session import Session
from tshoot.engine.state import Prompt
from tshoot.model.event import By, Event

if TYPE_CHECKING:
    from tshoot.conversation.versions import Newer


class Recording:
    """A session whose events are stored."""

    def __init__(self, workplace: Workplace, case: str, stored: Sequence[Event] = ()) -> None:
        self.workplace = workplace
        self.case = case
        self.notices: tuple[str, ...] = ()
        self.newer: tuple[Newer, ...] = ()
        self._recorder = Recorder(workplace, case)
        self.session = self._recorder.session(stored)

    @property
    def prompt(self) -> Prompt | None:
        """What is asked now."""
        return self.session.state.prompt

    # Coming and going

    def _occupy(self) -> None:
        other = self.workplace.store.occupy(self.case)
        self.workplace.opened.add(self.case)
        if other:
            self.notices = (*self.notices, texts.open_elsewhere(self.case))

    def leave(self) -> None:
        """Record that the person left an unfinished case."""
        if not self.session.state.ending and self.session.events:
            self._record(lambda session: session.leave(at=self._now(), by=self._by))
        self.close()

    def close(self) -> None:
        """Let go of the case."""
        self.workplace.store.release(self.case)
        self.workplace.opened.discard(self.case)

    # Recording

    @property
    def _by(self) -> By:
        return "agent" if self.workplace.persona == "agent" else "user"

    def _now(self) -> str:
        return self.workplace.now()

    def _move(self, act: Callable[[Session], list[Event]]) -> Turn:
        self._record(act)
        return Turn(kind="moved")

    def _record(self, act: Callable[[Session], list[Event]]) -> None:
        """Apply, then store; what could not be stored did not happen."""
        count = len(self.session.events)
        try:
            self._recorder.store(self.session, act(self.session))
        except BaseException:
            self.session = self._recorder.session(self.session.events[:count])
            raise
        if self.session.state.ending:
            from tshoot.conversation.wordings import learn

            learn(self.workplace, self.case, self.session)

    def _with_wordings(self, prompt: Prompt) -> Prompt:
        """The question with what other people have meant by its options."""
        from tshoot.conversation.wordings import taught

        return taught(self.workplace.catalogue, self.workplace.store, prompt)
