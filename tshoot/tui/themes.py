"""The looks: dark, light, high contrast, and one without colours for `NO_COLOR`."""

from __future__ import annotations

from textual.theme import Theme

DEFAULT = "tshoot-dark"
COLOURLESS = "tshoot-plain"


def _theme(name: str, dark: bool, colours: dict[str, str]) -> Theme:
    own = ("muted", "line", "choice", "choice-text", "say", "code", "bar")
    accent = colours["primary"]
    return Theme(
        name=name, dark=dark, primary=accent, secondary=accent, accent=accent, success=accent,
        warning=colours["say"], error=colours["error"], foreground=colours["foreground"],
        background=colours["background"], surface=colours["bar"], panel=colours["bar"], boost=colours["choice"],
        text_alpha=1.0,
        variables={
            **{key: colours[key] for key in own},
            "border": accent, "border-blurred": colours["line"],
            "block-cursor-background": colours["choice"], "block-cursor-foreground": colours["choice-text"],
            "block-cursor-text-style": "bold",
            "input-selection-background": f"{accent} 35%",
            "scrollbar": colours["line"], "scrollbar-hover": colours["muted"], "scrollbar-active": accent,
            "scrollbar-background": colours["background"], "scrollbar-corner-color": colours["background"],
            "scrollbar-background-hover": colours["background"],
            "scrollbar-background-active": colours["background"],
        },
    )  # fmt: skip


THEMES: dict[str, Theme] = {
    theme.name: theme
    for theme in (
        _theme("tshoot-dark", True, {
            "background": "#14171d", "foreground": "#dfe3ea", "muted": "#8d96a5", "line": "#3a414e",
            "bar": "#1b1f27", "primary": "#4fd0ba", "choice": "#20413d", "choice-text": "#f2fffc",
            "say": "#f0b450", "code": "#b9d7ff", "error": "#f2938c",
        }),
        _theme("tshoot-light", False, {
            "background": "#fcfbf8", "foreground": "#23272e", "muted": "#626a75", "line": "#c5c7c4",
            "bar": "#f0efe9", "primary": "#0a6e5e", "choice": "#d2ebe3", "choice-text": "#06352d",
            "say": "#8a5000", "code": "#1d4f91", "error": "#b3261e",
        }),
        _theme("tshoot-contrast", True, {
            "background": "#000000", "foreground": "#ffffff", "muted": "#d6d6d6", "line": "#ffffff",
            "bar": "#000000", "primary": "#ffe100", "choice": "#ffe100", "choice-text": "#000000",
            "say": "#7df9ff", "code": "#7df9ff", "error": "#ff9d9d",
        }),
    )
}  # fmt: skip

NAMES = {"tshoot-dark": "Dark", "tshoot-light": "Light", "tshoot-contrast": "High contrast"}
"""The looks that a person can choose, and what they are called."""

DEFAULTS = dict(THEMES[DEFAULT].variables)
"""Our variables, for when a theme of Textual's own is in force."""


def following(name: str) -> str:
    """The look after this one."""
    names = list(NAMES)
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
