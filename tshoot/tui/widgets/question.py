"""The one living question: its text, what an agent says, and the rows to take."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tshoot.tui.asking import Asking
from tshoot.tui.content import joined
from tshoot.tui.glyphs import GLYPHS
from tshoot.tui.rows import Row
from tshoot.tui.widgets.choice_list import ChoiceList
from tshoot.tui.widgets.labelled import Labelled

BAR = 24


class Question(Vertical, can_focus=False):
    """Shows an `Asking`; its rows post `ChoiceList.Taken`."""

    HELP = "The question of now. Every way of answering counts: your own words, a number, the arrows, the mouse."

    DEFAULT_CSS = """
    Question { height: auto; width: 1fr; }
    Question > Static { height: auto; width: 1fr; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._say = Labelled(Content.styled(" SAY ", "reverse bold"), classes="say")
        self._note = Labelled(Content.styled("Note", "bold"), classes="note")
        self._text = Static(classes="text")
        self._meter = Static(classes="meter")
        self.list = ChoiceList()
        self._hint = Static(classes="hint")

    def compose(self) -> ComposeResult:
        """From what is said to what can be taken."""
        for part in (self._say, self._note, self._text, self._meter):
            part.display = False
            yield part
        yield self.list
        self._hint.display = False
        yield self._hint

    def show(self, asking: Asking, *, keep: bool = False) -> None:
        """This is asked now; `keep` keeps the highlight."""
        self._say.show(asking.say)
        self._note.show(asking.note)
        _put(self._text, asking.text)
        self._note.set_class(asking.say is not None, "-after")
        self._text.set_class(bool(asking.say or asking.note), "-after")
        _put(self._hint, asking.hint)
        self._meter.display = False
        active = (
            self.list.active if keep else (0 if len(asking.rows) == 1 and asking.rows[0].key == "Done" else None)
        )
        self.list.show(asking.rows, active)
        self.list.display = bool(asking.rows)

    def show_wait(self, left: int, whole: int) -> None:
        """How much of a wait is left."""
        done = min(round((whole - left) / max(whole, 1) * BAR), BAR)
        bar = joined(
            (GLYPHS.full * done, "$primary"), (GLYPHS.empty * (BAR - done), "$muted"),
            (f"  {left // 60}:{left % 60:02} left", "bold"),
        )  # fmt: skip
        _put(self._meter, bar)

    def show_check(self, seconds: float, spin: str) -> None:
        """A check runs."""
        sign = f"{spin} " if spin else ""
        _put(self._meter, joined((sign, "$primary bold"), (f"{seconds:.0f} s", "$muted")))

    def rows(self) -> tuple[Row, ...]:
        """What can be taken."""
        return self.list.rows


def _put(part: Static, content: Content | None) -> None:
    part.display = bool(content)
    shown = part.content
    if content and not (isinstance(shown, Content) and content.is_same(shown)):
        part.update(content)
