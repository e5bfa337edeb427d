"""What follows the end of a conversation: the other problem of the first message, or what is typed next."""

from __future__ import annotations

from tshoot.conversation import also
from tshoot.conversation.texts import yes_or_no
from tshoot.errors import TshootError
from tshoot.tui import remarks
from tshoot.tui.navigation import Begun, Finished
from tshoot.tui.screens.conversation_view import ConversationView


class Following(ConversationView):
    """Goes on when a case has ended and was rated."""

    def say_next(self, text: str) -> None:
        """Words after the end: yes or no to what waits, else the next problem."""
        wanted = yes_or_no(text) if self.other else None
        if wanted is None:
            self.post_message(Finished("again", text))
        elif wanted:
            self.begin_other()
        else:
            self.post_message(Finished("again"))

    def begin_other(self) -> None:
        """A case for what else was said at the beginning."""
        other, workplace = self.other, self.conversation.workplace
        if other is None:
            return
        try:
            begun = also.take(workplace, other)
        except TshootError as error:
            self.remark([remarks.failed(error)])
            return
        self.let_go()
        self.post_message(Begun(begun, other.words, False))
