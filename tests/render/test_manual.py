"""The manual in HTML and in Markdown: links lead somewhere, and no text of a tree becomes anything else."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from random import Random
from urllib.parse import unquote

import pytest

from tests.engine.wild import library
from tests.support import Library
from tshoot.authoring.manual import Manual, manual_of
from tshoot.authoring.parse import parse_tree
from tshoot.model.library import Term
from tshoot.model.tree import DecisionTree
from tshoot.render.manual_html import style, to_html
from tshoot.render.manual_markdown import to_markdown

SHIPPED = Path(__file__).parents[2] / "decision_trees"
EVIL = (
    "</style></title><script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:y) "
    "\"' & &lt; # * _ ` | --> a {{x}}"
)
HOSTILE = json.dumps({
    "tree": 1, "title": EVIL, "summary": EVIL, "area": EVIL, "owner": EVIL, "symptoms": [EVIL],
    "facts": {"x": {"type": "choice", "values": [EVIL], "label": EVIL, "prompt": EVIL}},
    "faq": [{"q": EVIL, "a": EVIL}],
    "nodes": {
        "a": {"ask": EVIL, "agent": EVIL, "how": {"Windows": EVIL, "else": EVIL},
              "options": {"Yes": {"label": EVIL, "goto": "b"}}},
        "b": {"do": EVIL, "fixed": "c", "else": "f"},
        "c": {"end": "resolved", "tell": EVIL},
        "d": {"try": [{"id": "e", "do": EVIL}], "else": "c"},
        "f": {"input": {"fact": "x"}, "then": "d"},
    },
})  # fmt: skip


class Page(HTMLParser):
    """What a browser would find."""

    VOID = frozenset({"meta", "br", "img", "input", "link"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.shown = ""
        self.styles = ""
        self.policy = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.add(tag)
        self.attributes |= values.keys()
        self.ids += [values["id"] or ""] if "id" in values else []
        self.links += [values["href"] or ""] if "href" in values else []
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"] or ""
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["style"]:
            self.styles += data
        else:
            self.shown += data


def shipped(persona: str = "agent") -> Manual:
    trees = [
        parse_tree(path.read_bytes(), str(path)).tree
        for path in sorted(SHIPPED.glob("*.yaml")) if ".test" not in path.name and path.stem != "glossary"
    ]  # fmt: skip
    return manual_of([tree for tree in trees if tree], [Term("VPN", "A *tunnel*.")], persona=persona)  # type: ignore[arg-type]


def hostile() -> Manual:
    trees: list[DecisionTree] = list(Library(evil=HOSTILE).newest.values())
    return manual_of(trees, [Term(EVIL, EVIL, (EVIL,))], persona="agent", title=EVIL)


def wild(seed: int) -> Manual:
    trees = Library(**library(Random(seed))).newest.values()
    return manual_of(trees, persona="agent")


MANUALS = [("shipped", shipped()), ("user", shipped("user")), ("hostile", hostile()),
           *((f"wild {seed}", wild(seed)) for seed in range(25))]  # fmt: skip
EACH = pytest.mark.parametrize("manual", [one for _, one in MANUALS], ids=[name for name, _ in MANUALS])


@EACH
def test_html_is_sound_and_its_links_lead_somewhere(manual: Manual) -> None:
    page = Page(to_html(manual))
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    inner = [link.removeprefix("#") for link in page.links if link.startswith("#")]
    assert set(inner) <= set(page.ids)
    assert all(re.match(r"https?://|mailto:", link) for link in page.links if not link.startswith("#"))


@EACH
def test_html_has_nothing_that_runs_or_loads(manual: Manual) -> None:
    page = Page(to_html(manual))
    assert page.tags.isdisjoint(
        {"script", "img", "iframe", "object", "embed", "link", "form", "input", "base", "svg"}
    )
    assert not [name for name in page.attributes if name.startswith("on") or name in ("src", "style", "srcset")]
    assert "default-src 'none'" in page.policy
    assert b64encode(sha256(page.styles.encode()).digest()).decode() in page.policy
    assert page.styles.strip() == style().strip() and "url(" not in page.styles and "@import" not in page.styles


def test_hostile_texts_are_shown_as_they_are() -> None:
    page = Page(to_html(hostile()))
    assert page.shown.count("<script>alert(1)</script>") > 10
    assert page.shown.count("onerror=alert(1)") > 10


def test_every_step_and_term_is_there() -> None:
    manual = shipped()
    page = Page(to_html(manual))
    steps = sum(len(chapter.steps) for chapter in manual.chapters)
    assert sum(one.startswith("step:") for one in page.ids) == steps > 400
    assert sum(one.startswith("tree:") for one in page.ids) == len(manual.chapters) == 16
    assert "VPN" in page.shown


def test_notes_for_agents_are_for_agents() -> None:
    assert "For agents:" in to_html(shipped()) and "For agents:" not in to_html(shipped("user"))
    pages = "".join(to_markdown(shipped("user")).values())
    assert "**For agents:**" not in pages and "**For agents:**" in "".join(to_markdown(shipped()).values())


def test_the_output_is_the_same_each_time() -> None:
    assert to_html(shipped()) == to_html(shipped()) and to_markdown(shipped()) == to_markdown(shipped())


@EACH
def test_markdown_links_lead_somewhere(manual: Manual) -> None:
    files = to_markdown(manual)
    for path, text in files.items():
        headings = {f"step-{number}" for number in re.findall(r"^### Step (\d+)$", text, re.MULTILINE)}
        for target in re.findall(r"(?<!\\)\]\(([^)\s]*)\)", text):
            if target.startswith("#"):
                assert target.removeprefix("#") in headings
            elif not target.startswith("<"):
                there = PurePosixPath(path).parent / unquote(target)
                assert re.sub(r"[^/]+/\.\./", "", str(there)) in files


def test_markdown_shows_hostile_texts_as_they_are() -> None:
    text = "".join(to_markdown(hostile()).values())
    assert "<script" not in text and "<img" not in text
    assert re.findall(r"(?<!\\)\]\(javascript:", text) == []


def test_file_names_suit_every_system() -> None:
    library = Library()
    for name in ("con", "Wifi", "wifi", "readme"):
        library.newest[name] = parse_tree("tree: 1\ntitle: T\nnodes: {a: {end: resolved}}", f"{name}.yaml").tree  # type: ignore[assignment]
    paths = [path for path in to_markdown(manual_of(library.newest.values())) if path.startswith("trees/")]
    assert sorted(paths) == ["trees/Wifi.md", "trees/readme.md", "trees/tree-con.md", "trees/wifi-2.md"]


def test_a_markdown_page_is_as_it_was_approved() -> None:
    path = Path(__file__).parent / "golden" / "manual_evil.md"
    assert to_markdown(hostile())["trees/evil.md"] == path.read_text(encoding="utf-8")
