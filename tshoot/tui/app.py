"""The chat as an app: which screen is there, looks, leaving; and running it to an exit code."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.screen import Screen

from tshoot.conversation.workplace import Workplace
from tshoot.errors import INTERRUPTED, TshootError
from tshoot.tui import picture, themes
from tshoot.tui.glyphs import ENCODING
from tshoot.tui.navigation import Begun, Finished, HasConversation
from tshoot.tui.picture import Glance

DONE, UNRESOLVED, OPERATIONAL = 0, 1, 3
SOLVED = ("resolved", "workaround")
SIGNALS = ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT")
SETTING = "theme"
SETTLED = 0.25
"""Seconds after which the first picture is complete."""
UNLISTED = ("cancel", "scroll_log", "top", "app.look")
"""Actions that make no sense from the palette, or have entries of their own there."""


class ChatApp(App[int]):
    """Shows one screen at a time: the welcome, or a conversation."""

    TITLE = "tshoot"
    CSS_PATH = "chat.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-middle"), (30, "-high")]  # noqa: RUF012
    COMMAND_PALETTE_DISPLAY = "ctrl+p"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "quit", tooltip="Leave. Everything is kept.", priority=True, show=False),
        Binding("ctrl+p", "command_palette", "more", tooltip="Everything that can be done here.", priority=True),
        Binding("ctrl+c", "interrupt", "leave", tooltip="Copy what is selected, else leave.", show=False),
    ]

    def __init__(
        self, workplace: Workplace, first: Callable[[], Screen[None]], glance: Glance | None = None
    ) -> None:
        # With `NO_COLOR`, the terminal's own two colours and no others.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self._workplace = workplace
        self._first = first
        self._glance = glance
        self._solved = True
        """Whether the latest conversation left nothing open."""
        for theme in themes.THEMES.values():
            self.register_theme(theme)
        if ENCODING != "utf-8":
            self.add_class("-ascii")
        if self.no_color:
            self.add_class("-no-colour")
        # Set before anything is parsed: the ordinary way would parse all styles twice at the start.
        self.set_reactive(ChatApp.theme, self._kept_look())
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, in every theme."""
        return themes.DEFAULTS

    def get_driver_class(self) -> type[Driver]:
        """On Unix, the driver that no stray byte can end."""
        chosen = super().get_driver_class()
        if chosen.__name__ != "LinuxDriver":
            return chosen
        from tshoot.tui.driver import LenientDriver

        return LenientDriver

    def on_mount(self) -> None:
        """The first screen; signals end the app in order: terminal restored, case kept."""
        first = self._first()
        self.push_screen(first)
        if self._glance:
            self.set_timer(SETTLED, lambda: self._keep_picture(first))
        loop = asyncio.get_running_loop()
        for name in SIGNALS:
            if hasattr(signal, name):
                with suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(getattr(signal, name), self._interrupted)

    def take_picture(self) -> bool:
        """The driver takes the terminal; whether the last time's first picture is on it."""
        if self._glance is None:
            return False
        self._glance.hand_over()
        return self._glance.painted

    def _keep_picture(self, first: Screen[None]) -> None:
        """Keep what is shown first, to be painted at once the next time."""
        if self._glance and picture.is_fresh(self, first):
            self._glance.keep(picture.of(self))

    def _interrupted(self) -> None:
        self._leave(INTERRUPTED)

    # From screen to screen

    async def on_begun(self, event: Begun) -> None:
        """A conversation began."""
        from tshoot.tui.screens.conversation import ConversationScreen

        await self.switch_screen(ConversationScreen(event.conversation, event.words, event.chosen))

    async def on_finished(self, event: Finished) -> None:
        """A conversation is over, or its beginning was taken back."""
        if event.what == "close":
            await self.action_quit()
            return
        from tshoot.tui.screens.welcome import WelcomeScreen

        self._let_go()
        await self.switch_screen(WelcomeScreen(self._workplace, event.words))

    def _let_go(self) -> None:
        """Leave the conversation that is shown, if any; what could not be recorded then was not lost before."""
        for screen in self.screen_stack:
            if isinstance(screen, HasConversation):
                ending = screen.conversation.session.state.ending
                self._solved = bool(ending and ending.outcome in SOLVED)
                with suppress(TshootError):
                    screen.let_go()

    def _leave(self, code: int | None = None) -> None:
        self._let_go()
        code = (DONE if self._solved else UNRESOLVED) if code is None else code
        self.exit(code)

    async def action_quit(self) -> None:
        """Leave; nothing is lost, so nothing is asked."""
        self._leave()

    def action_interrupt(self) -> None:
        """Copy what is selected; with nothing selected, leave."""
        text = self.screen.get_selected_text()
        if text:
            self.copy_to_clipboard(text)
        else:
            self._leave(INTERRUPTED)

    # Looks

    def _kept_look(self) -> str:
        try:
            kept = self._workplace.store.setting(SETTING) or themes.DEFAULT
        except TshootError:
            return themes.DEFAULT
        return kept if kept in themes.THEMES else themes.DEFAULT

    def action_look(self, name: str = "") -> None:
        """Another look, kept for the next time."""
        self.theme = name or themes.following(self.theme)
        with suppress(TshootError):
            self._workplace.store.set_setting(SETTING, self.theme)
            picture.forget(self._workplace.state)

    # Palette

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What works on this screen, the looks, and leaving."""
        for active in screen.active_bindings.values():
            binding, node = active.binding, active.node
            ours = isinstance(node, Screen) and type(node).__module__.startswith("tshoot.") and binding.tooltip
            if ours and active.enabled and binding.action.partition("(")[0] not in UNLISTED:
                key = binding.key_display or binding.key
                yield SystemCommand(
                    binding.tooltip.rstrip("."), key, lambda a=binding.action, n=node: self._run(a, n)
                )
        for name, title in themes.NAMES.items():
            yield SystemCommand(f"Look: {title}", "Kept for the next time.", lambda n=name: self.action_look(n))
        yield SystemCommand("Quit", "Everything is kept.", self.action_quit)

    def _run(self, action: str, node: Screen[object]) -> None:
        self.call_later(self.run_action, action, node)

    def _fatal_error(self) -> None:
        """A bug: `run_chat` tells of it, so that no traceback reaches a person."""
        self._close_messages_no_wait()


def run_chat(
    workplace: Workplace, *, tree: str = "", case: str = "", problem: str = "", glance: Glance | None = None
) -> int:
    """The chat, from the welcome, on a tree or on a case; returns the exit code."""
    app = ChatApp(workplace, first_screen(workplace, tree, case, problem), glance)
    code = app.run()
    if glance:
        glance.painted = False
    if app.return_code == 1 and code is None:
        return _bug(workplace, app._exception)
    return DONE if code is None else code


def first_screen(workplace: Workplace, tree: str, case: str, problem: str) -> Callable[[], Screen[None]]:
    """Made before the screen is taken over, so that what fails is said in the plain terminal."""
    if not (case or tree):
        from tshoot.tui.screens.welcome import WelcomeScreen

        return lambda: WelcomeScreen(workplace, problem)
    from tshoot.conversation.conversation import Conversation
    from tshoot.tui.screens.conversation import ConversationScreen

    if case:
        resumed = Conversation.resume(workplace, case, tree)
        return lambda: ConversationScreen(resumed)
    begun = Conversation.begin(workplace, tree, problem)
    return lambda: ConversationScreen(begun)


def _bug(workplace: Workplace, error: Exception | None) -> int:
    from tshoot.tui.trouble import logged

    path = logged(error or RuntimeError("the chat ended without a reason"), workplace.state)
    where = f"Details for support are in {path}" if path else "The details could not be written down."
    sys.stderr.write(
        f"tshoot: Something went wrong inside tshoot. Your case is saved up to the last answer.\n{where}\n"
    )
    return OPERATIONAL
