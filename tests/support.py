"""Small trees and sessions for tests."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from tshoot.authoring.parse import parse_tree
from tshoot.engine.session import Session
from tshoot.model.tree import DecisionTree

AT = "2026-03-01T09:00:00.000+00:00"


def tree(source: str, name: str = "t") -> DecisionTree:
    """The tree that this source describes; it must be sound enough to parse."""
    text = textwrap.dedent(source)
    if not text.lstrip().startswith(("tree:", "{")):
        text = f"tree: 1\ntitle: {name.title()}\n{text}"
    parsed = parse_tree(text, f"{name}.yaml")
    errors = [found for found in parsed.diagnostics if found.severity == "error"]
    assert parsed.tree is not None and not errors, errors
    return parsed.tree


class Library:
    """Trees by id, with every version that was ever put in."""

    def __init__(self, **sources: str) -> None:
        self.newest: dict[str, DecisionTree] = {}
        self.versions: dict[str, DecisionTree] = {}
        for name, source in sources.items():
            self.put(name, source)

    def put(self, name: str, source: str) -> DecisionTree:
        found = tree(source, name.replace("_", "-"))
        self.newest[found.id] = self.versions[found.digest] = found
        return found

    def __call__(self, name: str, digest: str) -> DecisionTree | None:
        return self.versions.get(digest) if digest else self.newest.get(name)


def begun(start: str = "t", persona: str = "user", facts: dict[str, str] | None = None, **sources: str) -> Session:
    """A session at the first question of a tree."""
    session = Session(Library(**sources))
    session.start(start, at=AT, persona=persona, problem="it is broken", facts=facts)  # type: ignore[arg-type]
    return session


def give(session: Session, *answers: str | Sequence[str]) -> Session:
    """Answer by what suits the prompt: an option's key, several, a value, `?` for unknown, `-` for skip."""
    for answer in answers:
        prompt = session.state.prompt
        assert prompt is not None, f"nothing is asked, so {answer!r} has no place: {session.state.ending}"
        if answer in ("?", "-"):
            session.answer("unknown" if answer == "?" else "skip", at=AT)
        elif prompt.kind == "many":
            session.answer("options", tuple(answer), at=AT)
        elif prompt.kind == "input":
            session.answer("value", answer if isinstance(answer, str) else tuple(answer), at=AT)
        elif answer == "Done":
            session.answer("done", at=AT)
        else:
            assert isinstance(answer, str)
            session.answer("option", answer, at=AT)
    return session


def asked(session: Session) -> str:
    """The node that is asked, or the outcome."""
    state = session.state
    if state.prompt:
        return state.prompt.node
    assert state.ending is not None
    return state.ending.outcome
