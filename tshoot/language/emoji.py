"""Pictures that people answer with: a thumb is a yes or a no, a shrug is not knowing."""

from __future__ import annotations

_PICTURES = {
    "yes": "👍👌✅✔☑🆗💯🙌🎉🥳",
    "no": "👎❌✖🚫⛔🙅",
    "i do not know": "🤷",
    "?": "❓❔⁉",
}
_WORDS = {ord(picture): f" {word} " for word, pictures in _PICTURES.items() for picture in pictures}
_SILENT = dict.fromkeys([0xFE0F, 0x2640, 0x2642, *range(0x1F3FB, 0x1F400)], " ")
"""Marks that only change how a picture looks."""


def spelled_out(text: str) -> str:
    """The text with such pictures as words; smileys and all others stay."""
    return text if text.isascii() else text.translate(_SILENT).translate(_WORDS).strip()
