"""Links lead somewhere, and pages keep to the voice of the project."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.fences import PAGES, ROOT, prose

EVERY = (*PAGES, ROOT / "CHANGELOG.md")
UNWANTED = re.compile(
    r"\b(?:oops|simply|obviously|please note|blazing|powerful|seamless\w*|easily)\b|\bjust\b|\w!\s", re.I
)


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", EVERY, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", prose(page))):
        if re.match(r"https?:|mailto:", target):
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), f"{page}: {target}"
        assert not anchor or anchor in anchors(there), f"{page}: {target}"


@pytest.mark.parametrize("page", EVERY, ids=name_of)
def test_the_voice_is_calm(page: Path) -> None:
    assert UNWANTED.findall(re.sub(r"`[^`\n]*`", "", prose(page))) == []


@pytest.mark.parametrize("page", EVERY, ids=name_of)
def test_lines_are_not_too_long(page: Path) -> None:
    rows = [line for line in prose(page).split("\n") if not line.startswith(("|", "- [", "["))]
    assert [line for line in rows if len(line) > 140] == []
