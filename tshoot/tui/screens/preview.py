"""The live walk of an author: the chat over the tree that is being written, and the bench beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tshoot.conversation.preview_walk import PreviewWalk
from tshoot.conversation.previewing import Preview
from tshoot.conversation.turn import Turn
from tshoot.engine.state import Choice
from tshoot.errors import TshootError
from tshoot.tui import remarks
from tshoot.tui.asking import Asking
from tshoot.tui.content import joined, markup
from tshoot.tui.previewed import RESULT, RUN, check_asking, pages, stale_notice, status, waiting_asking
from tshoot.tui.rows import Row
from tshoot.tui.screens.conversation import ConversationScreen
from tshoot.tui.screens.conversation_view import PANEL_FROM, Mode
from tshoot.tui.widgets.answer_input import AnswerInput
from tshoot.tui.widgets.bench import Bench
from tshoot.tui.widgets.log import Log
from tshoot.tui.widgets.title_bar import TitleBar

POLL = 0.02
"""Seconds between looks at the file: a save is seen after half of it, on average."""

ROOMY = 30
"""Lines of a window from which on a check also says what a person would be asked."""


class PreviewScreen(ConversationScreen):
    """Follows the file; the walk is the author's to steer."""

    HELP = "A walk over the file that you are editing. Every save is followed; nothing here becomes a case."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4", "bench", "tree", key_display="F4", tooltip="To the outline of the tree, and back to the chat."),
        Binding("f5", "copy_test", "as a test", key_display="F5", tooltip="The walk so far as a test, to copy."),
        Binding("f7", "fact", "set a fact", key_display="F7", tooltip="Set a fact, such as os = Linux."),
        Binding("f9", "switch", "user/agent", key_display="F9", tooltip="Walk as an agent, or as a user again."),
        Binding("ctrl+r", "restart", "restart", tooltip="Walk from the beginning, with nothing known."),
        Binding("ctrl+b", "panel", "show/hide the tree", tooltip="Show or hide the tree.", show=False),
        Binding("f3", "explain", "why/how", key_display="F3", tooltip="What a person reads.", show=False),
        Binding("f2", "person", "a person", key_display="F2", tooltip="Leave the tree for a person.", show=False),
        Binding("ctrl+n", "note", "note", tooltip="Add a note, as a person may.", show=False),
    ]  # fmt: skip

    def __init__(self, preview: Preview) -> None:
        super().__init__(preview.walk)
        self.preview = preview

    @property
    def walk(self) -> PreviewWalk:
        """The conversation of now."""
        return self.preview.walk

    # Handlers of messages do not call those that they inherit: Textual calls each by itself.

    def on_mount(self) -> None:
        """The notice has a place above the conversation; the file is looked at from now on."""
        self.query_one("#column").mount(Static(id="stale"), before=0)
        self.set_interval(POLL, self.follow)

    def _follow_up(self) -> None:
        # The timer of an agent's call has no place here.
        self._drawn = True
        self.fit_panel()

    # Following the file

    def follow(self) -> None:
        """Look at the file; what changed is shown at once."""
        try:
            followed = self.preview.follow()
        except TshootError as error:
            self.remark([remarks.failed(error)])
            return
        if followed is None:
            return
        self._forget_remarks()
        if followed.moved:
            self.adopt("" if followed.broken else followed.text)
        else:
            self._show_bench()
            if not followed.broken:
                self.remark([remarks.Said(markup(followed.text), "told")])
        if self.preview.waiting:
            self.ask()

    def adopt(self, text: str = "") -> None:
        """Show the walk of now, which may be another one; what is being typed stays."""
        other = self.conversation is not self.walk
        self.conversation = self.walk
        prompt = self.walk.prompt
        self.ticked &= {choice.key for choice in prompt.choices} if prompt else frozenset()
        if other:
            self.rated, self.other, self.reworded = False, None, False
            self.set_mode(None)
        self._forget_remarks()
        self.update()
        if text:
            self.remark([remarks.Said(markup(text), "told")])

    def steer(self, do: Callable[[], str]) -> None:
        """Take the walk elsewhere, and say how that came about."""
        try:
            text = do()
        except TshootError as error:
            self.adopt()
            self.remark([remarks.failed(error)])
            return
        self.adopt(text)

    # Showing

    def update(self) -> None:
        """The conversation, and the bench beside it."""
        super().update()
        self._show_bench()

    def _update_title(self) -> None:
        super()._update_title()
        bar = self.query_one(TitleBar)
        bar.aside = status(self.preview, short=self.size.width < PANEL_FROM)
        if self.preview.waiting:
            bar.left = None

    def _show_bench(self) -> None:
        notice = stale_notice(self.preview, short=self.has_class("-narrow"))
        line = self.query_one("#stale", Static)
        line.display = notice is not None
        if notice:
            line.update(notice)
        bar = self.query_one(TitleBar)
        bar.aside = status(self.preview, short=self.size.width < PANEL_FROM)
        for bench in self.query(Bench):
            bench.show(pages(self.preview), notice)

    def presented(self, first: Sequence[Choice]) -> Asking:
        """A check offers its results; a file that cannot be walked says so."""
        prompt = self.conversation.prompt
        if self.preview.waiting:
            return waiting_asking()
        if self.mode is None and prompt and prompt.kind == "check" and not self.beside.looking:
            return check_asking(self.walk, first, roomy=self.size.height >= ROOMY)
        return super().presented(first)

    def fit_panel(self) -> None:
        """The bench stands beside the chat where there is room, else in its place when it is asked for."""
        if not self.query(Bench):
            self.query_one("#body").mount(Bench(pages(self.preview)))
            self.call_after_refresh(self._show_bench)
        wide = self.size.width >= PANEL_FROM
        self.set_class(wide and self.panel_wanted, "-beside")
        self._put_bench_over(not wide and self.has_class("-covered"))

    def on_resize(self, event: events.Resize) -> None:
        """The status is longer where there is room."""
        if self._drawn:
            self._update_title()

    # What the author does

    def act(self, do: Callable[[], Turn], *, by_itself: bool = False) -> None:
        """As in every chat, where there is a tree to walk."""
        if not self.preview.waiting:
            super().act(do, by_itself=by_itself)

    def _say(self, text: str) -> None:
        prompt = self.conversation.prompt
        if prompt and prompt.kind == "check" and not text.startswith("/") and not self.beside.looking:
            self.act(lambda: self.walk.simulate(text))
        else:
            super()._say(text)

    def _take(self, row: Row) -> None:
        if row.key == RUN:
            self.beside.look()
            self.ask()
        elif row.key.startswith(RESULT):
            self.act(lambda: self.walk.simulate(row.key.removeprefix(RESULT)))
        else:
            super()._take(row)

    def on_bench_taken(self, event: Bench.Taken) -> None:
        """A node: walk there. A fact: set it."""
        if event.page == "facts":
            self._to_chat()
            kind = self.walk.session.fact_type(event.key)
            if kind and not kind.secret:
                self._correct((event.key, kind.title))
            return
        self._to_chat()
        self.steer(lambda: self.preview.jump(event.key))

    def on_key(self, event: events.Key) -> None:
        """Letters go to the input, also from the bench that covers it."""
        if event.is_printable:
            self._put_bench_over(False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a tree there is nothing to steer."""
        steering = ("copy_test", "fact", "switch", "undo", "person", "note", "summary", "explain", "restart")
        if self.preview.waiting and action in steering:
            return False
        if self.mode and action in ("copy_test", "fact", "switch"):
            return False
        if action == "cancel" and any(bench.focused for bench in self.query(Bench)):
            return True
        return super().check_action(action, parameters)

    def action_bench(self) -> None:
        """To the bench, and back."""
        bench = self.query_one(Bench)
        if bench.focused or self.has_class("-covered"):
            self._to_chat()
            return
        self.panel_wanted = True
        self.fit_panel()
        self._put_bench_over(self.size.width < PANEL_FROM)
        bench.take_focus()

    def _put_bench_over(self, covered: bool) -> None:
        """The bench in the place of the chat. What is hidden takes no keys, so the chat is shown at once."""
        self.set_class(covered, "-covered")
        self.query_one("#column").display = not covered

    def _to_chat(self) -> None:
        self._put_bench_over(False)
        self.query_one(AnswerInput).focus()

    def action_panel(self) -> None:
        """Show or hide the bench."""
        if self.size.width < PANEL_FROM:
            self.action_bench()
            return
        self.panel_wanted = not self.panel_wanted
        self.fit_panel()
        self.query_one(AnswerInput).focus()

    def action_cancel(self) -> None:
        """Back to the question, also from the bench."""
        self._put_bench_over(False)
        super().action_cancel()

    def action_history(self) -> None:
        """From the input to the earlier steps, to the bench, and back."""
        field, log = self.query_one(AnswerInput), self.query_one(Log)
        if field.has_focus:
            log.focus()
        elif log.has_focus:
            self.action_bench()
        else:
            self._to_chat()

    def action_fact(self) -> None:
        """The input takes a fact."""
        self._to_chat()
        self.set_mode(Mode("Set a fact, such as os = Linux", self.walk.set_fact))

    def action_switch(self) -> None:
        """The other persona, with the same answers."""
        self.steer(self.preview.switch)

    def action_restart(self) -> None:
        """From the beginning."""

        def restarted() -> str:
            self.preview.restart()
            return "From the beginning."

        self.steer(restarted)

    def action_copy_test(self) -> None:
        """The walk as a test."""
        from tshoot.tui.screens.copying import CopyScreen

        text, failures = self.preview.as_test()
        if failures:
            note = joined(("It does not pass as it stands: ", "bold $say"), Content(" "), markup(failures[0]))
        else:
            note = Content.styled("Tried: it passes.", "$primary")
        self.app.push_screen(CopyScreen(text, note))
