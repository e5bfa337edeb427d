"""A new tree and its tests, as texts of files."""

from __future__ import annotations

from collections.abc import Iterator

from tshoot.authoring.quoting import scalar
from tshoot.authoring.scaffold.parts import Shape, parts
from tshoot.model.record import record
from tshoot.model.tree import Audience


@record
class Wanted:
    """What an author says of a new tree."""

    name: str
    title: str
    symptoms: tuple[str, ...]
    summary: str
    tier: int
    audience: Audience
    area: str
    owner: str
    review_by: str
    shape: Shape
    check: str = "internet"


def tree_text(wanted: Wanted, schema: str = "") -> str:
    """The tree file; `schema` is where editors find its schema."""
    head = "".join(f"{line}\n" for line in (*_modeline(schema), *_head(wanted)))
    return head + parts(wanted.shape, wanted.check).nodes


def tests_text(wanted: Wanted, schema: str = "") -> str:
    """The tests beside it."""
    return "".join(f"{line}\n" for line in _modeline(schema)) + parts(wanted.shape, wanted.check).tests


def _modeline(schema: str) -> Iterator[str]:
    if schema:
        yield f"# yaml-language-server: $schema={schema}"


def _head(wanted: Wanted) -> Iterator[str]:
    yield "tree: 1"
    yield f"id: {scalar(wanted.name)}"
    yield f"title: {scalar(wanted.title)}"
    yield f"summary: {scalar(wanted.summary)}"
    yield f"tier: {wanted.tier}"
    yield f"audience: {wanted.audience}"
    if wanted.area:
        yield f"area: {scalar(wanted.area)}"
    yield f"owner: {scalar(wanted.owner)}"
    yield f"review_by: {wanted.review_by}"
    yield "status: draft  # people are offered it once this says live"
    yield "symptoms:"
    yield from (f"  - {scalar(text)}" for text in wanted.symptoms)
