"""A drawing by Graphviz, rebuilt from the few kinds of shapes that a drawing needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from tshoot.errors import TshootError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SECONDS = 60.0
LARGEST = 50_000_000
"""Bytes of a drawing."""

_SPACE = "{http://www.w3.org/2000/svg}"
_SHAPES = frozenset({"g", "path", "polygon", "polyline", "ellipse", "text"})
_ATTRIBUTES = frozenset({
    "width", "height", "viewBox", "transform", "fill", "stroke", "stroke-width", "stroke-dasharray", "points", "d",
    "cx", "cy", "rx", "ry", "x", "y", "text-anchor", "font-family", "font-size", "font-weight",
})  # fmt: skip


def to_svg(dot: str, title: str) -> str:
    """The drawing of a graph in Graphviz's language, by the program `dot`."""
    from tshoot.checks.process import answer_of_path

    answer = answer_of_path(_program(), ("-Tsvg",), dot.encode(), seconds=SECONDS, limit=LARGEST)
    if answer is None:
        raise TshootError(
            "The program `dot` could not draw this graph.",
            "`--format mermaid` and `--format dot` work without it; a part of the tree may be small enough.",
        )
    return cleaned(answer.decode("utf-8", "replace"), title)


def _program() -> Path:
    """Where `dot` is on this computer; never in the folder in which somebody happens to be."""
    import os
    import shutil

    folders = [folder for folder in os.environ.get("PATH", "").split(os.pathsep) if Path(folder).is_absolute()]
    found = shutil.which("dot", path=os.pathsep.join(folders)) if folders else None
    if found is None or not Path(found).is_absolute() or Path(found).parent == Path.cwd():
        raise TshootError(
            "SVG is drawn by the program `dot` of Graphviz, which is not on this computer.",
            "Install the package `graphviz`, or take `--format mermaid`, which needs no other program.",
        )
    return Path(found)


def cleaned(svg: str, title: str) -> str:
    """The shapes and texts of a drawing, and nothing else of it: no scripts, links, styles or entities."""
    from xml.etree import ElementTree

    # Without a document type there are no entities to expand.
    body = re.sub(r"<!DOCTYPE[^>]*>|<\?[^>]*\?>", "", svg)
    try:
        root = ElementTree.fromstring(body)
    except ElementTree.ParseError as error:
        raise TshootError(
            "The program `dot` gave no drawing that can be read.", "Try another version of it."
        ) from error
    shown = escape(title)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{shown}"{_attributes(root)}>'
    return f"{head}\n<title>{shown}</title>\n{''.join(_shapes(root))}</svg>\n"


def _shapes(parent: Element) -> Iterator[str]:
    for child in parent:
        name = str(child.tag).removeprefix(_SPACE)
        if name not in _SHAPES:
            yield from _shapes(child) if name == "a" else ()
            continue
        inner = escape(child.text or "") if name == "text" else "".join(_shapes(child))
        yield f"<{name}{_attributes(child)}>{inner}</{name}>\n"


def _attributes(element: Element) -> str:
    kept = ((name, value) for name, value in element.attrib.items() if name in _ATTRIBUTES and "url(" not in value)
    return "".join(f' {name}="{escape(value)}"' for name, value in kept)
