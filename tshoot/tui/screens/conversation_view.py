"""What the conversation's screen shows, and how it follows the conversation; `conversation` takes what is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from tshoot.conversation import also
from tshoot.conversation.conversation import Conversation
from tshoot.conversation.turn import Turn
from tshoot.engine.state import Choice, Prompt
from tshoot.errors import TshootError
from tshoot.tui import ending, remarks
from tshoot.tui.asking import Asking
from tshoot.tui.content import joined, markup
from tshoot.tui.presenting import anew, known_of, offer, present
from tshoot.tui.screens.base import ChatScreen
from tshoot.tui.screens.beside import Beside
from tshoot.tui.widgets.answer_input import AnswerInput
from tshoot.tui.widgets.choice_list import ChoiceList
from tshoot.tui.widgets.end_card import EndCard
from tshoot.tui.widgets.key_bar import KeyBar
from tshoot.tui.widgets.log import Log
from tshoot.tui.widgets.question import Question
from tshoot.tui.widgets.remark import Remark
from tshoot.tui.widgets.side_panel import SidePanel
from tshoot.tui.widgets.title_bar import TitleBar

PANEL_FROM = 100
"""Columns from which on the panel stands beside the conversation."""


@dataclass(frozen=True, slots=True)
class Mode:
    """What the input is for, when it is not for the question."""

    title: str
    act: Callable[[str], Turn]
    prompt: Prompt | None = None
    """What is asked meanwhile: an earlier question, or a fact's value."""


class ConversationView(ChatScreen[None]):
    """Entries, one living question, the input, the panel."""

    def __init__(self, conversation: Conversation, words: str | None = None, chosen: bool = False) -> None:
        super().__init__()
        self._chosen = chosen
        self.conversation = conversation
        self.words = words
        """What was typed at the welcome; `None`: there was none."""
        self.mode: Mode | None = None
        self.ticked: frozenset[str] = frozenset()
        self.reworded = False
        self.rated = conversation.session.helped is not None
        self.other: also.Also | None = None
        """What else was said at the beginning, once it can be looked at."""
        self.panel_wanted = True
        self._forgotten = self._drawn = False
        self.beside = Beside(self)

    @property
    def agent(self) -> bool:
        """Whether an agent sits here."""
        return self.conversation.session.state.persona == "agent"

    @property
    def untouched(self) -> bool:
        """Whether the first question stands there as it came."""
        session = self.conversation.session
        said = self.query_one("#remarks").has_class("-filled")
        return not (session.can_go_back or session.notes or self.mode or self.ticked or said)

    def compose(self) -> ComposeResult:
        """Title, entries with the question, input, keys; the panel follows after the first picture."""
        yield TitleBar()
        with Horizontal(id="body"), Vertical(id="column"):
            yield Log(Vertical(id="remarks"), Question(), problem=self.conversation.session.state.problem)
            yield Static(id="mode")
            yield AnswerInput()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show where it stands."""
        self.query_one("#mode").display = False
        tree = self.conversation.session.tree()
        said = [remarks.Said(markup(text), "told") for text in self.conversation.notices]
        if self.words and tree:
            said.insert(0, remarks.began(tree.title, self._chosen))
        self.remark(said)
        self.update()
        self.call_after_refresh(self._follow_up)

    def _follow_up(self) -> None:
        if self.agent:
            self.beside.start_timer()
        self._drawn = True
        self.fit_panel()

    def on_resize(self, event: events.Resize) -> None:
        """The panel comes and goes with the room; the card at the end is shown from its beginning."""
        super().on_resize(event)
        if self._drawn:
            self.fit_panel()
        for card in self.query(EndCard):
            card.call_after_refresh(self.query_one(Log).show_top_of, card)

    def let_go(self) -> None:
        """Leave the conversation: nothing runs any more, and that the person left is recorded."""
        self.beside.end()
        if not self._forgotten:
            self.conversation.leave()

    def forget(self) -> None:
        """A beginning that was taken back leaves no case behind, unless something was written down in it."""
        conversation = self.conversation
        if conversation.session.can_go_back or also.noted_by_hand(conversation.session):
            return
        conversation.close()
        with suppress(TshootError):
            conversation.workplace.store.delete(conversation.case)
        self._forgotten = True

    def fit_panel(self) -> None:
        """The panel stands beside the conversation where it is wanted and has room."""
        wanted = self.panel_wanted and self.size.width >= PANEL_FROM
        panels = self.query(SidePanel)
        if wanted and not panels:
            self.query_one("#body").mount(SidePanel(known_of(self.conversation)))
        for panel in panels:
            panel.display = wanted

    # Showing

    def update(self) -> None:
        """Everything as the conversation stands now."""
        self._update_log()
        self._update_title()
        self.beside.begin()
        if self.conversation.prompt is None:
            self._show_end()
        else:
            for card in self.query(EndCard):
                card.remove()
            self.ask()
        for panel in self.query(SidePanel):
            panel.show(known_of(self.conversation))
        self.refresh_bindings()

    def _update_log(self) -> None:
        entries = self.conversation.entries
        if self.conversation.prompt is None:
            entries = tuple(entry for entry in entries if entry.kind != "end")
        self.query_one(Log).show(entries)

    def _update_title(self) -> None:
        bar, progress, session = self.query_one(TitleBar), self.conversation.progress(), self.conversation.session
        tree = session.tree()
        bar.subject = tree.title if tree else "A person will help"
        bar.fraction = progress.fraction
        bar.left = None if session.state.ending else progress.likely
        self.beside.draw_timer()

    def ask(self, first: Sequence[Choice] = (), *, keep: bool = False) -> None:
        """The present question; `first`: candidates that come before the others; `keep`: keep the highlight."""
        mode, asking = self.mode, self.presented(first)
        question = self.query_one(Question)
        question.display = True
        question.set_class(bool(mode and mode.prompt), "-anew")
        question.show(asking, keep=keep)
        self.beside.draw()
        if mode is None or mode.prompt:
            self._tune(asking)

    def presented(self, first: Sequence[Choice]) -> Asking:
        """How it is put."""
        newer, looking = self.conversation.newer, self.beside.looking
        if self.mode and self.mode.prompt:
            return anew(self.mode.prompt, ticked=self.ticked, first=first)
        if newer:
            return offer(newer[0])
        return present(self.conversation, ticked=self.ticked, reworded=self.reworded, first=first, looking=looking)

    def _tune(self, asking: Asking) -> None:
        """The input as the question needs it."""
        field = self.query_one(AnswerInput)
        field.placeholder = asking.placeholder
        field.digits, field.checks, field.helps = asking.digits, asking.checks, True
        field.password = asking.secret

    @property
    def settled(self) -> bool:
        """Whether it need not be asked if it helped: that was said, or somebody else has yet to help."""
        end = self.conversation.session.state.ending
        return self.rated or bool(end and end.queue)

    def _show_end(self) -> None:
        conversation, end = self.conversation, self.conversation.session.state.ending
        if end is None:
            return
        self.query_one(Question).display = False
        self.other = also.waiting(conversation) if self.settled else None
        persona = conversation.workplace.persona
        rows = ending.next_rows(self.other, persona) if self.settled else ending.rating_rows()
        if cards := self.query(EndCard):
            cards.first().list.show(rows)
        else:
            closing = ending.Closing(end, conversation.summary(), conversation.closing())
            card = EndCard(closing, rows)
            self.query_one(Log).mount(card)
            card.call_after_refresh(self.query_one(Log).show_top_of, card)
        more = "Anything else? Say what is wrong" if self.settled else "Yes or no"
        self._tune(Asking(joined(), placeholder=more))

    @property
    def choices(self) -> ChoiceList:
        """The list that can be walked now."""
        question, cards = self.query_one(Question), self.query(EndCard)
        return cards.first().list if cards and not question.display else question.list

    def remark(self, said: Sequence[remarks.Said]) -> None:
        """Say something above the question."""
        if said:
            place = self.query_one("#remarks")
            place.add_class("-filled")
            place.mount(*map(Remark, said))
            self.query_one(Log).anchor()

    def _forget_remarks(self) -> None:
        place = self.query_one("#remarks")
        if place.has_class("-filled"):
            place.remove_children()
            place.remove_class("-filled")

    # Turns

    def act(self, do: Callable[[], Turn], *, by_itself: bool = False) -> None:
        """Do something to the conversation, and show what came of it.

        What happens by itself, such as the end of a wait, leaves alone what the person types meanwhile.
        """
        try:
            turn = do()
        except TshootError as error:
            self.remark([remarks.failed(error)])
            return
        if turn.kind != "told":
            self._forget_remarks()
        self.remark(remarks.about(turn))
        if turn.kind == "moved":
            self.reworded = False
            if not (by_itself and self.mode):
                self.ticked = frozenset()
                self.set_mode(None)
            self.update()
        elif turn.kind == "told":
            self.set_mode(None)
            self._update_log()
        elif turn.kind == "unclear" and (self.mode is None or self.mode.prompt):
            self.ask(turn.candidates)
        elif turn.kind == "command":
            self.carry_out(turn)

    def carry_out(self, turn: Turn) -> None:
        """What the conversation leaves to the screen."""

    def set_mode(self, mode: Mode | None) -> None:
        """What the input is for from now on; empties it."""
        was, self.mode = self.mode, mode
        line, field = self.query_one("#mode", Static), self.query_one(AnswerInput)
        line.display = mode is not None
        field.set_class(mode is not None, "-mode")
        if mode:
            leaves = "leaves it as it is" if mode.prompt else "cancels"
            line.update(joined((mode.title, "$say bold"), ("   esc", "$primary bold"), (f" {leaves}", "$muted")))
            self._tune(Asking(joined(), digits=False))
            field.helps = False
        if mode or was:
            field.value = ""
            self._show_asked(was, mode)
            field.focus()
            self.refresh_bindings()

    def _show_asked(self, was: Mode | None, mode: Mode | None) -> None:
        """The question that goes with the mode, or the present one again."""
        anew = bool((was and was.prompt) or (mode and mode.prompt))
        if anew:
            self.ticked = frozenset()
        if mode and mode.prompt:
            self._forget_remarks()
        if (mode and mode.prompt) or (was and self.conversation.prompt):
            self.ask(keep=not anew)
        elif anew and not self.conversation.prompt:
            self._show_end()
        for card in self.query(EndCard):
            card.display = not (mode and mode.prompt)
