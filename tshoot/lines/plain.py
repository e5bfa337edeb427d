"""The line mode: complete, and made to be heard."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from tshoot.conversation import texts
from tshoot.conversation.conversation import Conversation
from tshoot.conversation.turn import Turn
from tshoot.conversation.workplace import Workplace
from tshoot.engine.answering import offered
from tshoot.engine.markup import escape
from tshoot.engine.state import YES_NO, Choice, Prompt
from tshoot.errors import StorageError
from tshoot.lines.changing import change, say_known
from tshoot.lines.listening import Listener, listener
from tshoot.lines.outcome import UNRESOLVED, exit_code
from tshoot.lines.speech import Speaker, help_lines
from tshoot.lines.stopping import Stopped, left_when_stopped, stoppable
from tshoot.lines.streams import forget_output

if TYPE_CHECKING:
    from tshoot.conversation.versions import Newer


def run_plain(
    workplace: Workplace, *, answers: str | None = None, tree: str = "", case: str = "", problem: str = ""
) -> int:
    """One conversation on standard input and output; returns the exit code."""
    ears = listener(answers)
    try:
        with stoppable():
            return PlainFace(workplace, ears, sys.stdout).run(tree, case, problem)
    except BrokenPipeError:  # nobody hears the rest; the case is saved, and not resolved
        forget_output()
        return UNRESOLVED


class PlainFace:
    """Asks, listens and says what came of it, until the end."""

    def __init__(self, workplace: Workplace, ears: Listener, output: TextIO) -> None:
        self._workplace = workplace
        self._ears = ears
        self._speaker = Speaker(output)
        self._heard = 0
        self._passing_on = False

    def run(self, tree: str, case: str, problem: str) -> int:
        """From the opening to the end."""
        conversation: Conversation | None
        resumed = bool(case)
        if case:
            conversation = Conversation.resume(self._workplace, case, tree)
        elif tree:
            conversation = Conversation.begin(self._workplace, tree, problem)
        else:
            from tshoot.lines.start import Opening

            opening = Opening(self._workplace, self._ears, self._speaker)
            conversation = opening.begin(problem)
            resumed = opening.resumed
        if conversation is None:  # only a person can mean to leave without a case
            return 0 if self._ears.interactive else UNRESOLVED
        code = self._walk(conversation, resumed)
        while conversation := self._other_problem(conversation):
            self._heard = 0
            code = self._walk(conversation, False)
        return code

    def _walk(self, conversation: Conversation, resumed: bool) -> int:
        try:
            with left_when_stopped(conversation):
                self._introduce(conversation, resumed)
                return self._converse(conversation)
        except (KeyboardInterrupt, Stopped):
            with suppress(OSError):
                self._speaker.say(conversation.closing()[0], blank=True)
                self._speaker.flush()
            raise
        except StorageError:
            self._speaker.say(f"Your case number is **{conversation.case}**.", blank=True)
            raise

    def _converse(self, conversation: Conversation) -> int:
        while conversation.prompt is not None:
            self._say_new(conversation)
            if not self._step(conversation):
                conversation.leave()
                self._say_closing(conversation)
                return 1
        self._say_new(conversation)
        self._end(conversation)
        conversation.close()
        return exit_code(conversation)

    def _introduce(self, conversation: Conversation, resumed: bool) -> None:
        for notice in conversation.notices:
            self._speaker.say(notice)
        tree = conversation.session.tree()
        if tree:
            self._speaker.say(f"{escape(tree.title)}.".replace("..", "."))
        if resumed:
            from tshoot.lines.recap import recap

            self._heard = recap(conversation, self._speaker)
        for newer in conversation.newer:
            self._offer(conversation, newer)

    def _offer(self, conversation: Conversation, newer: Newer) -> None:
        self._speaker.say(texts.newer_offer(newer.title, newer.lost), blank=True)
        self._speaker.options(YES_NO)
        self._speaker.flush()
        line = self._ears.listen()
        if line is not None and texts.is_yes(line):
            self._told(conversation.repin(newer))

    def _say_new(self, conversation: Conversation) -> None:
        entries = conversation.entries
        for entry in entries[self._heard :]:
            self._speaker.entry(entry, self._workplace.persona)
        self._heard = len(entries)

    def _step(self, conversation: Conversation) -> bool:
        """One question and what came of it; false when there is nobody to ask any more."""
        prompt = conversation.prompt
        assert prompt is not None
        if conversation.wants_check:
            self._told(conversation.report(conversation.perform_check()))
            return True
        self._ask(conversation, prompt)
        secret = bool(prompt.fact and prompt.fact.secret)
        while True:
            self._speaker.flush()
            line = self._ears.listen(secret=secret)
            if line is None:
                return False
            if self._takes(conversation, line):
                return True
            if not line.strip() and not any(choice.key == "Done" for choice in prompt.choices):
                continue
            turn = conversation.say(line) if line.strip() else conversation.done()
            if turn.command == "quit":
                return False
            self._told(turn)
            if turn.kind == "unclear" and not self._ears.forgiving:
                self._speaker.say("The answers do not fit this question, so I stop here.")
                return False
            if turn.kind == "command":
                self._show(conversation, turn)
            return True

    def _takes(self, conversation: Conversation, line: str) -> bool:
        """Whether a line is not for the conversation, and was dealt with; the question is then asked again."""
        return False

    def _ask(self, conversation: Conversation, prompt: Prompt) -> None:
        offers: tuple[Choice, ...] = offered(prompt)
        self._say_passing_on(conversation)
        if prompt.kind == "check":
            self._speaker.say(conversation.check_text(), blank=True)
            self._speaker.options(YES_NO)
            return
        if prompt.choices and prompt.choices[0].key == "Done":
            offers = ()
        if prompt.fact and prompt.kind == "input":
            offers = tuple(Choice(value, value) for value in prompt.fact.values)
        self._speaker.question(prompt, offers, conversation.progress(), self._workplace.persona)
        if not offers and prompt.kind != "input":
            wait = f"after {texts.duration(prompt.seconds)}, or sooner " if prompt.kind == "wait" else ""
            self._speaker.say(f"Press Enter {wait}when it is done.")

    def _say_passing_on(self, conversation: Conversation) -> None:
        """Once, when the questions begin that whoever takes over would ask."""
        leaving = conversation.session.state.leaving is not None
        if leaving and not self._passing_on:
            self._speaker.say(texts.PASSING_ON, blank=True)
        self._passing_on = leaving

    def _told(self, turn: Turn) -> None:
        if turn.understood:
            self._speaker.say(texts.understood(turn.understood, turn.middling))
        if turn.text and turn.kind != "command":
            self._speaker.say(turn.text)

    def _show(self, conversation: Conversation, turn: Turn) -> None:
        from tshoot.language.commands import SLASH

        match turn.command:
            case "help":
                for line in help_lines(SLASH.items()):
                    self._speaker.line(line)
            case "known":
                say_known(conversation, self._speaker)
            case "summary":
                self._speaker.summary(conversation.summary())
            case "note":
                self._speaker.line("Type /note and your words, such as: /note called from the train")
            case "change":
                self._told(change(conversation, turn.text, self._speaker))
                self._heard = len(conversation.entries)

    def _end(self, conversation: Conversation) -> None:
        self._say_closing(conversation)
        ending = conversation.session.state.ending
        if ending and ending.queue:
            self._speaker.summary(conversation.summary())
            return
        if not self._ears.interactive or conversation.session.helped is not None:
            return
        self._speaker.say(texts.DID_IT_HELP, blank=True)
        self._speaker.options(YES_NO)
        try:
            line = self._ears.listen()
        except KeyboardInterrupt:  # to leave this open is fine: the case has ended
            line = None
        helped = texts.yes_or_no(line or "")
        if helped is not None:
            conversation.rate(helped)
            self._speaker.say(texts.THANKS)

    def _other_problem(self, conversation: Conversation) -> Conversation | None:
        """A case for what else the person said at the beginning, when they want to look at it now."""
        from tshoot.conversation import also

        other = also.waiting(conversation)
        if other is None:
            return None
        self._speaker.say(other.question(self._workplace.persona), blank=True)
        self._speaker.options(YES_NO)
        self._speaker.flush()
        try:
            line = self._ears.listen()
        except KeyboardInterrupt:  # to leave it for later is fine: the case keeps it
            line = None
        if line is None or not texts.is_yes(line):
            return None
        return also.take(self._workplace, other)

    def _say_closing(self, conversation: Conversation) -> None:
        self._speaker.line("")
        for text in conversation.closing():
            self._speaker.say(text)
