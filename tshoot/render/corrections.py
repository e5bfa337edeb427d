"""Corrected readings of a case, in a line each: for those who want to know how it was understood."""

from __future__ import annotations

from tshoot.engine.corrections import Correction, corrections
from tshoot.engine.session import Session
from tshoot.render.summary_rows import Row, Section, line


def corrected(session: Session) -> tuple[Section, ...]:
    """The readings that the person put right; nothing where there are none."""
    rows = tuple(Row(_sentence(one, session)) for one in corrections(session.events))
    return (Section("Read wrongly at first", rows),) if rows else ()


def _sentence(one: Correction, session: Session) -> str:
    names = _names(one, session)
    read, meant = (line(names.get(key, key)) for key in (one.read, one.meant))
    return f"Read “{line(one.text)}” as {read}; meant {meant}"


def _names(one: Correction, session: Session) -> dict[str, str]:
    """How keys, or trees, are shown."""
    if not one.node:
        return {name: tree.title for name in (one.read, one.meant) if (tree := session.tree(name))}
    prompt = session.asked_at(one.step)
    return {choice.key: choice.label for choice in prompt.choices} if prompt else {}
