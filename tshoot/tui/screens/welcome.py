"""The welcome: what is wrong? Suggestions appear while typing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Static

from tshoot.conversation import opening
from tshoot.conversation.first_words import FirstWords, first_words
from tshoot.conversation.guessing import Found
from tshoot.conversation.workplace import Workplace
from tshoot.errors import TshootError
from tshoot.tui import opening_rows
from tshoot.tui.content import joined, plain
from tshoot.tui.navigation import Begun
from tshoot.tui.picture import CHANGING
from tshoot.tui.rows import Row
from tshoot.tui.screens.base import ChatScreen
from tshoot.tui.widgets.answer_input import AnswerInput
from tshoot.tui.widgets.choice_list import ChoiceList
from tshoot.tui.widgets.key_bar import KeyBar
from tshoot.tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from tshoot.conversation.conversation import Conversation

PAUSE = 0.06
"""Seconds of silence in typing after which suggestions are looked up."""
FEWEST = 3
"""Characters from which on looking up makes sense."""

HELLO = {
    "user": ("What is wrong?", "Tell me in your own words. I ask one thing at a time."),
    "agent": ("What is wrong?", "In the caller's words. Every tree of every tier is here."),
}
EXAMPLE = "such as: the Wi-Fi is gone"
NOTHING = "I know no steps that fit this. Say it in other words, or take one of these."
REPHRASE = "Type it in other words above, or take one of these."
CHOOSE = "Choose with the arrow keys, then press enter."


class WelcomeScreen(ChatScreen[None]):
    """Asks what is wrong, and begins a conversation."""

    HELP = "Say what is wrong in your own words. Enter takes the highlighted row."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "person", "a person", key_display="F2", tooltip="Talk to a person."),
        Binding("ctrl+o", "browse", "browse", tooltip="All that I know, by area."),
        Binding("escape", "top", "back", key_display="esc", tooltip="Back to the beginning.", show=False),
    ]

    def __init__(self, workplace: Workplace, words: str = "") -> None:
        super().__init__()
        self._workplace = workplace
        self._words = words
        self._timer: Timer | None = None
        self._found: tuple[str, Found] = ("", Found())
        self._answered = ""
        """What was said to words that told no problem, until something is typed again."""

    def compose(self) -> ComposeResult:
        """Title, question, input, rows."""
        yield TitleBar()
        with VerticalScroll(id="welcome", can_focus=False):
            title, more = HELLO[self._workplace.persona]
            yield Static(joined((title, "bold"), "\n", (more, "$muted")), id="hello")
            yield AnswerInput(self._words, placeholder=EXAMPLE, id="problem")
            yield Static(id="said", classes=CHANGING)
            yield ChoiceList(id="rows", classes=CHANGING)
        yield KeyBar()

    def on_mount(self) -> None:
        """The first rows, then, after the first picture, what takes longer."""
        self.query_one("#said").display = False
        self.action_top()
        self.call_after_refresh(self._follow_up)

    def _follow_up(self) -> None:
        """After the first picture: what the next screen needs, so that it is there at once."""
        import tshoot.tui.screens.conversation  # noqa: F401

        broken = opening.broken(self._workplace) if self._workplace.persona == "agent" else 0
        if broken:
            trees = "tree is" if broken == 1 else "trees are"
            self._say(Content.styled(f"{broken} {trees} broken and left out; `tshoot lint` says why.", "$muted"))

    # Rows

    @property
    def _list(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    @property
    def _field(self) -> AnswerInput:
        return self.query_one(AnswerInput)

    def _show(self, rows: tuple[Row, ...], active: int | None = None) -> None:
        # With words in the input a digit is one more character.
        numbered = not self._field.value
        self._list.show(rows if numbered else opening_rows.unnumbered(rows), active)
        self._field.digits = numbered and any(row.number for row in rows)
        self.query_one("#welcome").scroll_home(animate=False)

    def _say(self, content: Content | None) -> None:
        said = self.query_one("#said", Static)
        said.display = bool(content)
        if content:
            said.update(content)

    def action_top(self) -> None:
        """The rows before anything is typed, or the suggestions."""
        if self._field.value.strip():
            self._answered = ""
            self._say(None)
            self._search()
        else:
            self._say(plain(self._answered, "$muted") if self._answered else None)
            self._show(self._start_rows())

    def _start_rows(self) -> tuple[Row, ...]:
        place = self._workplace
        return opening_rows.start_rows(opening.common(place), opening.unfinished(place))

    def action_browse(self) -> None:
        """The areas."""
        if self._timer:
            self._timer.stop()
        self._say(None)
        self._show(opening_rows.area_rows(opening.areas(self._workplace)))

    @on(Input.Changed)
    def _typed(self) -> None:
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, self.action_top)

    def _search(self) -> None:
        """Suggestions for what is typed; the first is highlighted when it fits."""
        text = self._field.value.strip()
        if len(text) >= FEWEST and (first := first_words(text)):
            self._found = (text, Found())
            rows = self._start_rows()
            self._show(rows, opening_rows.place_of(first.way, rows))
            return
        if self._found[0] != text:
            self._found = (text, opening.find(self._workplace, text) if len(text) >= FEWEST else Found())
        found = self._found[1]
        if found.hits:
            asks = bool(found.problems or found.close)
            self._show(opening_rows.found_rows(found), 0 if found.fits and not asks else None)
        else:
            self._show(opening_rows.nothing_rows())
        self._say(None if found.hits or len(text) < FEWEST else plain(NOTHING, "$muted"))

    # What a person does

    def on_answer_input_walked(self, event: AnswerInput.Walked) -> None:
        """The arrows walk the rows."""
        self._list.move(event.by)

    def on_answer_input_numbered(self, event: AnswerInput.Numbered) -> None:
        """A digit takes a row."""
        if row := self._list.row_numbered(event.number):
            self._list.take(row)

    def on_answer_input_sent(self, event: AnswerInput.Sent) -> None:
        """Enter takes the highlighted row, else the first tree when it fits."""
        if self._timer:
            self._timer.stop()
        text = event.text
        if text and text != self._found[0]:
            self._search()
        found = self._found[1]
        if row := self._list.active_row:
            self._list.take(row)
        elif first := first_words(text) if text else None:
            self._answer(first)
        elif text and (found.problems or found.close):
            self._say(plain(CHOOSE, "$muted"))
            self._list.move(1)
        elif text:
            self._say(plain(NOTHING, "$muted"))
            self._show(opening_rows.nearest_rows(found))

    def _answer(self, first: FirstWords) -> None:
        """Words that tell no problem: what to say to them, and the rows of the beginning."""
        if first.way == "quit":
            self.app.call_later(self.app.action_quit)
            return
        self._answered = first.said
        self._field.value = ""
        self.action_top()

    def on_choice_list_moved(self, event: ChoiceList.Moved) -> None:
        """Keep the highlighted row in sight."""
        self.query_one("#welcome").scroll_to_region(
            event.region.translate(self._list.virtual_region.offset), animate=False
        )

    def on_choice_list_taken(self, event: ChoiceList.Taken) -> None:
        """A row was taken."""
        self._field.focus()
        kind, _, name = event.row.key.partition(":")
        text = self._field.value
        match kind:
            case "tree":
                self._begin(lambda _: self._on_tree(name, text))
            case "case":
                self._begin(lambda made: made.resume(self._workplace, name))
            case "area":
                self._show(opening_rows.tree_rows(name, opening.areas(self._workplace).get(name, ())))
            case "browse":
                self.action_browse()
            case "none":
                self._say(plain(REPHRASE, "$muted"))
                self._show(opening_rows.left_rows(self._found[1].left_over))
            case "person":
                self.action_person()
            case "top":
                self.action_top()

    def _on_tree(self, tree: str, text: str) -> Conversation:
        from tshoot.conversation import also

        said, found = self._found
        return also.begin(self._workplace, tree, text, found.others(tree) if said == text.strip() else ())

    def action_person(self) -> None:
        """Leave for a person with what was typed, where that tells a problem."""
        text = self._field.value
        problem = "" if first_words(text) else text
        self._begin(lambda made: made.begin_for_person(self._workplace, problem))

    def _begin(self, make: Callable[[type[Conversation]], Conversation]) -> None:
        from tshoot.conversation.conversation import Conversation

        try:
            conversation = make(Conversation)
        except TshootError as error:
            from tshoot.tui.remarks import failed

            self._say(failed(error).content)
            return
        tree = conversation.session.tree()
        chosen = not any(tree and hit.tree == tree.id for hit in self._found[1].hits)
        self.post_message(Begun(conversation, self._field.value, chosen))
