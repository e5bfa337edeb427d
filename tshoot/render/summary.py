"""A summary as Markdown, plain text or JSON: what the next person needs, the next action first.

Everything in a summary may have been typed by anybody. Markdown shows it literally: no link, image or HTML comes
out of it; some readers still let a mail address be clicked. Plain text holds no control bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from tshoot.language.clean import clean
from tshoot.model.summary import Summary
from tshoot.render.markdown import literal
from tshoot.render.summary_parts import heading, sections
from tshoot.render.summary_rows import Row, Section
from tshoot.render.wrap import cell_width, wrap

SCHEMA = "urn:tshoot:schema:summary:1"
"""The `$id` of summary.schema.json, which describes what `to_json` writes."""

_COLUMN = 20
_NARROWEST = 40


def to_markdown(summary: Summary, more: Sequence[Section] = ()) -> str:
    """The summary as Markdown (CommonMark; safe with GitHub's extensions), with `more` behind it."""
    parts = [f"# {literal(heading(summary))}"]
    for section in (*sections(summary), *more):
        if section.title:
            parts.append(f"## {section.title}")
        parts.append("\n".join(_markdown_row(section, row, number) for number, row in enumerate(section.rows, 1)))
    return "\n\n".join(parts) + "\n"


def to_text(summary: Summary, width: int = 78, more: Sequence[Section] = ()) -> str:
    """The summary as plain lines of at most `width` cells, but never less than 40, with `more` behind it."""
    width = max(width, _NARROWEST)
    title = heading(summary)
    blocks = ["\n".join([*wrap(title, width), "=" * min(cell_width(title), width)])]
    for section in (*sections(summary), *more):
        lines = [section.title.upper()] if section.title else []
        for number, row in enumerate(section.rows, 1):
            lines += _text_rows(section, row, number, width)
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def to_json(summary: Summary) -> str:
    """The summary as JSON, as summary.schema.json describes it."""
    import json

    return json.dumps(to_data(summary), ensure_ascii=False, indent=2) + "\n"


def to_data(summary: Summary) -> dict[str, Any]:
    """The summary as plain data with every key; texts are clean, times in UTC."""
    return {"schema": SCHEMA, **_plain(summary)}


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, str):
        return clean(value, lines=True)
    return value


def _markdown_row(section: Section, row: Row, number: int) -> str:
    text, detail = literal(row.text), f" ({literal(row.detail)})" if row.detail else ""
    if section.numbered:
        when = f"{literal(row.label)} " if row.label else ""
        return f"{number}. {when}{text} → **{literal(row.result)}**{detail}"
    return f"- **{literal(row.label)}:** {text}{detail}" if row.label else f"- {text}{detail}"


def _text_rows(section: Section, row: Row, number: int, width: int) -> list[str]:
    detail = f" ({row.detail})" if row.detail else ""
    if section.numbered:
        indent, head = " " * 5, f"{number:3}  {row.label}  " if row.label else f"{number:3}  "
        # A time with its date and zone leaves too little room beside it.
        above = [head.rstrip()] if cell_width(head) > _COLUMN else []
        text = [*above, *wrap(row.text, width, first=indent if above else head, rest=indent)]
        return [*text, *wrap(row.result + detail, width, first=f"{indent}→ ", rest=indent + "  ")]
    if not row.label:
        return wrap(row.text + detail, width, first="  - ")
    label = f"  {row.label}:"
    room = width - _COLUMN
    if cell_width(label) >= _COLUMN or any(cell_width(word) > room for word in row.text.split()):
        return [*wrap(label, width), *wrap(row.text + detail, width, first=" " * 4)]
    return wrap(row.text + detail, width, first=label + " " * (_COLUMN - cell_width(label)), rest=" " * _COLUMN)
