"""The pictures of the chat fit the pages and fetch nothing."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.docs.fences import PAGES, ROOT

FOLDER = ROOT / "docs/pictures"
FILES = sorted(FOLDER.glob("*.svg"))


def test_every_picture_is_made_and_shown() -> None:
    made = set(runpy.run_path(str(FOLDER / "make.py"))["PICTURES"])
    pages = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert {path.stem for path in FILES} == made == set(re.findall(r"pictures/(\w+)\.svg", pages))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_picture_is_whole_and_fetches_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ElementTree.fromstring(text).tag.endswith("svg")
    assert not re.search(r"url\(\"?https?:|href=", text)
