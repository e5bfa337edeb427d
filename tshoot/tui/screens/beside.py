"""What goes on beside the typing: a countdown, a running check, the agent's timer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.timer import Timer

from tshoot.tui.glyphs import GLYPHS
from tshoot.tui.looking import CheckRun
from tshoot.tui.presenting import caller_of
from tshoot.tui.widgets.question import Question
from tshoot.tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from tshoot.tui.screens.conversation_view import ConversationView

TICK = 0.1


class Beside:
    """Starts and ends what the present question needs."""

    def __init__(self, screen: ConversationView) -> None:
        self._screen = screen
        self._timer: Timer | None = None
        self._left = 0
        self._elapsed: int | None = None
        self.looking: CheckRun | None = None

    def begin(self) -> None:
        """Another question stands there now: end what ran for the one before."""
        if self._timer:
            self._timer.stop()
        self._timer = self.looking = None
        conversation = self._screen.conversation
        prompt = conversation.prompt
        if conversation.wants_check and not conversation.newer:
            self.look()
        elif prompt and prompt.kind == "wait" and not conversation.newer:
            self._left = prompt.seconds
            self._timer = self._screen.set_interval(1.0, self._count_down)

    def look(self) -> None:
        """Run the check that is asked for."""
        self.looking = CheckRun(self._screen, self._screen.conversation.perform_check)
        self._timer = self._screen.set_interval(TICK, self._look_on)

    def end(self) -> None:
        """Stop everything."""
        if self._timer:
            self._timer.stop()
        self._timer = self.looking = None

    def draw(self) -> None:
        """How far it is."""
        question, prompt = self._screen.query_one(Question), self._screen.conversation.prompt
        if self._screen.mode and self._screen.mode.prompt:
            return
        if self.looking:
            lively = self._screen.app.animation_level != "none"
            spin = GLYPHS.spinner[self.looking.ticks % len(GLYPHS.spinner)] if lively else ""
            question.show_check(self.looking.ticks * TICK, spin)
        elif prompt and prompt.kind == "wait" and self._timer:
            question.show_wait(self._left, prompt.seconds)

    def _look_on(self) -> None:
        if self.looking:
            self.looking.ticks += 1
            if self._screen.is_current:
                self.draw()

    def _count_down(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.end()
            self._screen.act(self._screen.conversation.done, by_itself=True)
        else:
            self.draw()

    # The agent's timer

    def start_timer(self) -> None:
        """Count from now on."""
        self._elapsed = 0
        self._screen.set_interval(1.0, self._second)
        self.draw_timer()

    def _second(self) -> None:
        self._elapsed = (self._elapsed or 0) + 1
        self.draw_timer()

    def draw_timer(self) -> None:
        """Caller and time, at the top."""
        if self._elapsed is None:
            return
        time = f"{self._elapsed // 60}:{self._elapsed % 60:02}"
        bar = self._screen.query_one(TitleBar)
        bar.aside = f"{caller_of(self._screen.conversation)}  {time}".strip() if bar.size.width >= 80 else time
