"""The author's bench beside the chat: pages of lines, and below them more about the chosen line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tshoot.tui.widgets.line_list import LineList
from tshoot.tui.widgets.tabs_line import TabsLine


@dataclass(frozen=True, slots=True)
class BenchLine:
    """One line of a page."""

    key: str
    label: Content
    detail: Content = field(default_factory=Content.empty)
    """Said below the list while the line is chosen."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page."""

    name: str
    title: str
    lines: tuple[BenchLine, ...]
    empty: str = ""
    """What is said where it has no lines."""
    active: int = 0
    """The line that is chosen when nobody is choosing."""


class Bench(Vertical, can_focus=False):
    """Pages; the arrows to the left and right turn them."""

    HELP = "The tree as it stands in the file. Left and right turn the pages, enter takes the chosen line."

    DEFAULT_CSS = """
    Bench { width: 1fr; height: 1fr; }
    Bench > #bench-notice { height: auto; width: 1fr; display: none; }
    Bench > #bench-detail { height: auto; max-height: 8; width: 1fr; }
    """

    class Taken(Message):
        """A line of a page was taken."""

        def __init__(self, page: str, key: str) -> None:
            super().__init__()
            self.page = page
            self.key = key

    def __init__(self, pages: Sequence[Page] = ()) -> None:
        super().__init__()
        self._pages = tuple(pages)
        self._page = 0
        self._notice = Static(id="bench-notice")
        self._tabs = TabsLine()
        self._list = LineList()
        self._detail = Static(id="bench-detail")

    def compose(self) -> ComposeResult:
        """Notice, titles, lines, more about the chosen one."""
        yield self._notice
        yield self._tabs
        yield self._list
        yield self._detail

    def on_mount(self) -> None:
        """Fill in."""
        self._draw()

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self._pages[self._page].name if self._pages else ""

    @property
    def chosen(self) -> str:
        """The key of the chosen line; empty where there is none."""
        lines = self._pages[self._page].lines if self._pages else ()
        return lines[self._list.active].key if self._list.active < len(lines) else ""

    def show(self, pages: Sequence[Page], notice: Content | None = None) -> None:
        """These pages in place of the present ones; who is choosing keeps their line."""
        choosing, chosen = self._list.has_focus, self.chosen
        self._pages = tuple(pages)
        self._notice.set_class(bool(notice), "-filled")
        if notice:
            self._notice.update(notice)
        keys = [line.key for line in self._pages[self._page].lines]
        at = self._list.active
        if keys[at : at + 1] != [chosen]:  # several lines may lead to the same node
            at = keys.index(chosen) if chosen in keys else -1
        self._draw(at if choosing and at >= 0 else None)

    def turn_to(self, name: str) -> None:
        """Another page."""
        self._page = next((n for n, page in enumerate(self._pages) if page.name == name), self._page)
        self._draw()

    def on_line_list_turned(self, event: LineList.Turned) -> None:
        """The next page, or the one before."""
        event.stop()
        self._page = (self._page + event.by) % max(len(self._pages), 1)
        self._draw()

    def take_focus(self) -> None:
        """Keys go to the lines."""
        self._list.focus()

    @property
    def focused(self) -> bool:
        """Whether keys go to the lines."""
        return self._list.has_focus

    def on_tabs_line_chosen(self, event: TabsLine.Chosen) -> None:
        """A title was clicked."""
        event.stop()
        self._page = event.index
        self._draw()

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Say more about the line."""
        event.stop()
        self._say_more()

    def on_line_list_taken(self, event: LineList.Taken) -> None:
        """Tell whose line was taken."""
        event.stop()
        if key := self.chosen:
            self.post_message(self.Taken(self.page, key))

    def _draw(self, active: int | None = None) -> None:
        if not (self._pages and self.is_attached):
            return
        page = self._pages[self._page]
        self._tabs.show([page.title for page in self._pages], self._page)
        self._list.show([line.label for line in page.lines], page.active if active is None else active)
        self._say_more()

    def _say_more(self) -> None:
        page = self._pages[self._page]
        lines = page.lines
        detail = lines[self._list.active].detail if lines else Content.styled(page.empty, "$muted")
        self._detail.update(detail)
