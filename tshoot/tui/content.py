"""Texts to what Textual draws. Nothing from a tree, a person or a file reaches the screen by another way.

Textual would parse markup in any plain string; `Content` is drawn as it is. Control bytes are taken out here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.style import Style

from tshoot.engine.markup import Block, Run, parse
from tshoot.language.clean import clean
from tshoot.tui.glyphs import GLYPHS, drawable

LONGEST = 4000
WORD = 12
"""Characters of a word that may be left out whole."""

Part = Content | str | tuple[str, str]
"""Content, a text of our own, or such a text and its style."""


def plain(text: str, style: str = "", *, limit: int = LONGEST) -> Content:
    """Untrusted text on one line, literally."""
    shown = drawable(clean(text, limit=limit))
    return Content.styled(shown, style) if style else Content(shown)


def markup(text: str, style: str = "") -> Content:
    """Untrusted text in the trees' small Markdown, as paragraphs and lists."""
    return Content("\n").join(_spaced(parse(clean(text, lines=True)), style))


def inline(text: str, style: str = "") -> Content:
    """Untrusted text in the trees' small Markdown, all on one line."""
    return Content(" ").join(_runs(block.runs, style) for block in parse(clean(text, lines=True)))


def lead_and_rest(text: str) -> tuple[str, str]:
    """The first paragraph of a text, and what follows it."""
    lead, _, rest = clean(text, lines=True).partition("\n\n")
    return lead, rest


def joined(*parts: Part) -> Content:
    """Parts one after the other."""
    return Content.assemble(*parts)


def marked(text: str, words: Iterable[str], style: str = "bold") -> Content:
    """Untrusted text on one line with the given words picked out."""
    content = plain(text)
    shown = content.plain.casefold()
    for word in words:
        place = shown.find(word.casefold()) if word else -1
        # Casefolding may change the length; then the place would be wrong.
        if place >= 0 and len(shown) == len(content.plain):
            content = content.stylize(style, place, place + len(word))
    return content


def fitted(content: Content, width: int) -> Content:
    """Content cut to one line of so many cells."""
    if content.cell_length <= width:
        return content
    room = max(width - len(GLYPHS.ellipsis), 0)
    cut = content.truncate(room)
    # Rather between two words than within one, where that costs little.
    end = cut.plain.rfind(" ")
    within = content.plain[len(cut.plain) :][:1] not in ("", " ")
    if within and end >= max(len(cut.plain) - WORD, len(cut.plain) // 2):
        cut = cut[:end]
    return (cut.rstrip(" ,:;") + Content(GLYPHS.ellipsis)).truncate(max(width, 0))


def wrapped(content: Content, width: int) -> list[Content]:
    """Content as lines; a last word is not left alone where slightly shorter lines take it in."""
    lines = content.wrap(width) or [Content("")]
    if len(lines) == 1 or " " in lines[-1].plain.strip():
        return lines
    longest = max(map(len, content.plain.split()))
    for narrower in range(width - 1, max(width - WORD, longest, 8), -1):
        shorter = content.wrap(narrower)
        if len(shorter) == len(lines) and " " in shorter[-1].plain.strip():
            return shorter
    return lines


def hanging(content: Content, width: int, first: Content, rest: Content | None = None) -> list[Content]:
    """Content wrapped to lines with something before the first line and before the others."""
    gutter = first.cell_length
    rest = rest if rest is not None else Content(" " * gutter)
    lines = wrapped(content, max(width - gutter, 4))
    return [(first if number == 0 else rest) + line.rstrip() for number, line in enumerate(lines)]


def _spaced(blocks: Sequence[Block], style: str) -> Iterable[Content]:
    """An empty line before each paragraph but the first, and before a list."""
    for number, block in enumerate(blocks):
        if number and (block.kind == "paragraph" or blocks[number - 1].kind == "paragraph"):
            yield Content("")
        yield _block(block, style)


def _block(block: Block, style: str) -> Content:
    if block.kind == "paragraph":
        return _runs(block.runs, style)
    marker = GLYPHS.bullet if block.marker == "-" else block.marker
    return Content("  " * block.depth + f"{marker} ") + _runs(block.runs, style)


def _runs(runs: Iterable[Run], style: str) -> Content:
    content = Content("").join(_run(run) for run in runs)
    return content.stylize_before(style) if style else content


def _run(run: Run) -> Content:
    content = Content(drawable(run.text))
    if run.code:
        content = content.stylize("$code")
    if run.bold:
        content = content.stylize("bold")
    if run.italic:
        content = content.stylize("italic")
    if run.link:
        content = content.stylize(Style(underline=True, link=run.link))
        address = run.link.removeprefix("mailto:")
        if address != run.text:
            content = content + Content.styled(f" ({address})", "$muted")
    return content
