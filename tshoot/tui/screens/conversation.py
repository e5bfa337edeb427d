"""The conversation: what a person does on its screen; the only place that drives a `Conversation`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from tshoot.conversation.turn import Turn
from tshoot.engine.state import Entry
from tshoot.model.fact import FactType
from tshoot.tui.asking import CANCEL, KEEP_OLD, SKIP, SUBMIT, TAKE_NEWER, TYPED, UNKNOWN
from tshoot.tui.looking import CheckRun
from tshoot.tui.navigation import Finished
from tshoot.tui.presenting import explanation, fact_prompt, known_of
from tshoot.tui.rows import Row
from tshoot.tui.screens.conversation_view import PANEL_FROM, Mode
from tshoot.tui.screens.following import Following
from tshoot.tui.widgets.answer_input import AnswerInput
from tshoot.tui.widgets.choice_list import ChoiceList
from tshoot.tui.widgets.log import Log
from tshoot.tui.widgets.side_panel import SidePanel

ASIDE = ("explain", "reword", "note", "panel", "summary", "history")
"""What makes no sense while a note, an earlier answer or a fact is typed."""


class ConversationScreen(Following):
    """Takes what the person does and gives it to the conversation."""

    HELP = "Answer in your own words, by number, with the arrows or with the mouse. Every answer is kept at once."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "cancel", key_display="esc", tooltip="Back to the question."),
        Binding("ctrl+z", "undo", "back", tooltip="Take the latest answer back."),
        Binding("f3", "explain", "why/how", key_display="F3",
                tooltip="Why this is asked, and how to do it; ? does the same in the empty input."),
        Binding("f6", "reword", "user's wording", key_display="F6", tooltip="The question as a user reads it."),
        Binding("f2", "person", "a person", key_display="F2", tooltip="To a person; all that was said goes along."),
        Binding("ctrl+s", "summary", "summary", tooltip="The summary, to copy or to save.", show=False),
        Binding("ctrl+n", "note", "note", tooltip="Add a note to the case."),
        Binding("ctrl+b", "panel", "known", tooltip="What is known and what was tried."),
        Binding("tab", "history", "earlier steps", tooltip="Choose an earlier step to change its answer.", show=False),
        Binding("pageup", "scroll_log(-1)", "scroll up", tooltip="Earlier in the conversation.", show=False),
        Binding("pagedown", "scroll_log(1)", "scroll down", tooltip="Later in the conversation.", show=False),
    ]  # fmt: skip

    # Input

    def on_answer_input_sent(self, event: AnswerInput.Sent) -> None:
        """Enter: words, else the ticked rows or the highlighted one."""
        text, mode = event.text, self.mode
        if mode and text:
            self.act(lambda: mode.act(text))
        elif mode and not mode.prompt:
            self.set_mode(None)
        elif text:
            self.query_one(AnswerInput).value = ""
            self._say(text)
        elif self.ticked:
            self._choose_ticked()
        elif row := self.choices.active_row:
            self._take(row)

    def _say(self, text: str) -> None:
        from tshoot.conversation.texts import is_yes

        conversation = self.conversation
        if conversation.newer and not text.startswith("/"):
            self._choose_version(is_yes(text))
        elif conversation.prompt or text.startswith("/"):
            self.act(lambda: conversation.say(text))
        elif self.settled:
            self.say_next(text)
        else:
            self._rate(is_yes(text))

    def on_answer_input_walked(self, event: AnswerInput.Walked) -> None:
        """The arrows walk the rows."""
        self.choices.move(event.by)

    def on_answer_input_numbered(self, event: AnswerInput.Numbered) -> None:
        """A digit takes a row."""
        if row := self.choices.row_numbered(event.number):
            self._take(row)

    def on_answer_input_ticked(self) -> None:
        """Space ticks the highlighted row."""
        if row := self.choices.active_row:
            self._take(row)

    def on_answer_input_help_asked(self) -> None:
        """A question mark in the empty input."""
        self.action_explain()

    def on_choice_list_moved(self, event: ChoiceList.Moved) -> None:
        """Keep the highlighted row in sight."""
        self.query_one(Log).show_region(event.list, event.region)

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        """A row was clicked."""
        self.query_one(AnswerInput).focus()
        self._take(event.row)

    def _take(self, row: Row) -> None:
        conversation, key, mode = self.conversation, row.key, self.mode
        ways: dict[str, Callable[[], object]] = {
            SKIP: lambda: self.act(conversation.skip),
            UNKNOWN: lambda: self.act(conversation.unknown),
            CANCEL: lambda: self.act(lambda: conversation.report(None)),
            SUBMIT: self._choose_ticked,
            TAKE_NEWER: lambda: self._choose_version(True),
            KEEP_OLD: lambda: self._choose_version(False),
            "\0helped": lambda: self._rate(True),
            "\0not helped": lambda: self._rate(False),
            "\0also": self.begin_other,
            "\0again": lambda: self.post_message(Finished("again")),
            "\0close": lambda: self.post_message(Finished("close")),
        }
        if key in ways:
            ways[key]()
        elif row.checked is not None and key:
            self.ticked ^= {key}
            self.ask(keep=True)
        elif mode and mode.prompt:
            self.act(lambda: mode.act(row.label.plain))
        elif key.startswith(TYPED):
            self.act(lambda: conversation.say(key.removeprefix(TYPED)))
        else:
            self.act(lambda: conversation.choose([key] if key else ()))

    def _choose_ticked(self) -> None:
        mode, prompt = self.mode, self.mode and self.mode.prompt
        if mode and prompt:
            labels = ", ".join(choice.label for choice in prompt.choices if choice.key in self.ticked)
            self.act(lambda: mode.act(labels))
        else:
            self.act(lambda: self.conversation.choose(sorted(self.ticked)))

    def _choose_version(self, newer: bool) -> None:
        """Go on over the newer version of a tree, or as before."""
        conversation = self.conversation
        if newer:
            self.act(lambda: conversation.repin(conversation.newer[0]))
            return
        conversation.newer = conversation.newer[1:]
        self.update()

    def _rate(self, helped: bool) -> None:
        self.rated = True
        self.act(lambda: self.conversation.rate(helped))

    def on_remark_take_back(self) -> None:
        """A click on how an answer is taken back."""
        self.action_undo()

    def on_check_run_ended(self, event: CheckRun.Ended) -> None:
        """A check is over; one that was cancelled no longer counts."""
        if event.run is self.beside.looking:
            self.beside.end()
            if event.error:
                from tshoot.tui.trouble import logged

                logged(event.error, self.conversation.workplace.state)
            self.act(lambda: self.conversation.report(event.result), by_itself=True)

    # Changing what was said

    def on_log_change_asked(self, event: Log.ChangeAsked) -> None:
        """An earlier step is to be answered anew."""
        entry = event.entry
        prompt = self.conversation.session.asked_at(entry.step)
        if prompt and prompt.kind != "check":
            self.set_mode(Mode("Your new answer", lambda text: self._change(entry, text), prompt))
        else:
            self.act(lambda: self._change(entry, ""))

    def _change(self, entry: Entry, text: str) -> Turn:
        return self.conversation.change(entry.step, text)

    def on_side_panel_correct(self, event: SidePanel.Correct) -> None:
        """A fact is to get another value."""
        self._correct((event.name, event.title))

    def _correct(self, fact: tuple[str, str] | None) -> None:
        if fact:
            name, title = fact
            kind = self.conversation.session.fact_type(name) or FactType(name=name, label=title)
            act = partial(self.conversation.learn, name)
            self.set_mode(Mode("What is right", act, fact_prompt(kind, title)))

    # Actions

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only keys that work now are shown."""
        prompt, session = self.conversation.prompt, self.conversation.session
        if self.mode and action in ASIDE:
            return False
        match action:
            case "cancel":
                field = next(iter(self.query(AnswerInput)), None)
                return bool(self.mode or self.beside.looking or (field and not field.has_focus))
            case "undo":
                return session.can_go_back or (self.words is not None and prompt is not None)
            case "explain":
                return bool(prompt and (prompt.why or prompt.how))
            case "reword":
                return self.agent and bool(prompt and prompt.say)
            case "person":
                return not (session.state.ending and session.state.ending.queue)
        return True

    def carry_out(self, turn: Turn) -> None:
        """A command in words."""
        actions: dict[str, Callable[[], object]] = {
            "quit": lambda: self.post_message(Finished("close")),
            "known": self.action_panel,
            "summary": self.action_summary,
            "help": self.action_help,
            "note": self.action_note,
            "change": self.action_history,
        }
        if turn.command:
            actions[turn.command]()

    def action_undo(self) -> None:
        """Take back the latest answer; at the first question, the first words."""
        if self.mode:
            self.set_mode(None)
        elif self.conversation.session.can_go_back:
            self.act(self.conversation.back)
        elif self.words is not None:
            self.forget()
            self.post_message(Finished("undo", self.words))

    def action_explain(self) -> None:
        """Why and how."""
        self.act(lambda: explanation(self.conversation))

    def action_reword(self) -> None:
        """The user's wording, or the agent's again."""
        self.reworded = not self.reworded
        self.ask(keep=True)

    def action_person(self) -> None:
        """Talk to a person."""
        self.act(self.conversation.person)

    def action_note(self) -> None:
        """The input takes a note."""
        self.set_mode(Mode("A note", self.conversation.note))

    def action_summary(self) -> None:
        """The summary, to copy or to save."""
        from tshoot.tui.screens.summary import SummaryScreen

        self.app.push_screen(SummaryScreen(self.conversation.summary()))

    def action_panel(self) -> None:
        """What is known: beside the conversation, or on a screen of its own where there is no room."""
        if self.size.width >= PANEL_FROM:
            self.panel_wanted = not self.panel_wanted
            self.fit_panel()
            self.query_one(AnswerInput).focus()
            return
        from tshoot.tui.screens.known import KnownScreen

        self.app.push_screen(KnownScreen(known_of(self.conversation)), self._correct)

    def action_history(self) -> None:
        """From the input to the earlier steps, to the panel, and back."""
        stops = [self.query_one(AnswerInput), self.query_one(Log)]
        stops += [panel for panel in self.query(SidePanel) if panel.display]
        place = next((index for index, stop in enumerate(stops) if stop.has_focus), 0)
        stops[(place + 1) % len(stops)].focus()

    def action_cancel(self) -> None:
        """Back to the question; a running check is cancelled."""
        field = self.query_one(AnswerInput)
        if self.mode:
            self.set_mode(None)
        elif self.beside.looking and field.has_focus:
            self.act(lambda: self.conversation.report(None))
        field.focus()

    def action_scroll_log(self, by: int) -> None:
        """Look back, and forth again."""
        log = self.query_one(Log)
        log.scroll_relative(y=by * max(log.size.height - 2, 1), animate=False)
