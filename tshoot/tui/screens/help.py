"""F1: the keys of a screen and its widgets, collected from their own bindings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen

from tshoot.tui.content import hanging, joined, plain
from tshoot.tui.widgets.flow import Flow


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a screen: what it is for, and its keys."""

    text: str
    keys: tuple[tuple[str, str], ...]


def collect(screen: Screen[Any]) -> tuple[Section, ...]:
    """Sections of everything on the screen that has help or keys of its own, the screen first."""
    seen: dict[type, Section] = {}
    for node in (screen, *screen.walk_children(), screen.app):
        kind = type(node)
        if kind not in seen and kind.__module__.startswith("tshoot.") and (node is screen.app or node.display):
            seen[kind] = _section(node)
    return tuple(section for section in seen.values() if section.text or section.keys)


def _section(node: DOMNode) -> Section:
    found: dict[str, Binding] = {}
    for kind in reversed(type(node).__mro__):
        if not kind.__module__.startswith("tshoot."):
            continue
        # What a screen binds anew stands in for what it inherits.
        found |= {one.key: one for one in kind.__dict__.get("BINDINGS", ()) if isinstance(one, Binding)}
    keys: dict[str, list[str]] = {}
    for binding in found.values():
        if _is_there(node, binding):
            name = binding.key_display or binding.key.replace(",", ", ")
            keys.setdefault(binding.tooltip or binding.description, []).append(name)
    return Section(
        getattr(type(node), "HELP", ""), tuple((", ".join(names), text) for text, names in keys.items())
    )


def _is_there(node: DOMNode, binding: Binding) -> bool:
    """Whether this person has the key at all; those of an agent are not told to others."""
    for_agents = binding.action == "reword" and not getattr(node, "agent", False)
    return bool(binding.tooltip or binding.description) and not for_agents


class HelpText(Flow):
    """The sections, laid out for the width."""

    def __init__(self, sections: tuple[Section, ...]) -> None:
        super().__init__()
        self._sections = sections

    def lines(self, width: int) -> list[Content]:
        """Each section's sentence, then its keys in a column of their own."""
        column = max((len(key) for section in self._sections for key, _ in section.keys), default=0)
        lines = [joined(("Keys and help", "bold $primary"), ("   esc", "$primary bold"), (" closes", "$muted"))]
        for section in self._sections:
            lines.append(Content(""))
            lines += hanging(plain(section.text), width, Content("")) if section.text else []
            for key, text in section.keys:
                first = Content.styled(f"  {key:<{column}}  ", "$primary bold")
                lines += hanging(plain(text, "$muted"), width, first)
        return lines


class HelpScreen(ModalScreen[None]):
    """The collected sections; any of the usual keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,q,enter", "close", "close", tooltip="Close the help."),
    ]

    def __init__(self, sections: tuple[Section, ...]) -> None:
        super().__init__()
        self._sections = sections

    def compose(self) -> ComposeResult:
        """All in one text."""
        with VerticalScroll(classes="sheet"):
            yield HelpText(self._sections)

    def action_close(self) -> None:
        """Back to where you were."""
        self.dismiss(None)
