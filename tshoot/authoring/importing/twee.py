"""Twine's Twee 3: passages and their links. Macros and variables are named, not carried over."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from tshoot.authoring.importing.chart import LONGEST_LABEL, LONGEST_TEXT, Chart, Link, plain_text, shown

_HEADER = re.compile(r"::(?!:)[ \t]*(.*)")
_TAGS = re.compile(r"(?<!\\)\[([^\[\]]{0,500})\]\s*\Z")
_NOT_TEXT = frozenset({"script", "stylesheet", "annotation", "widget", "twine.private", "Twine.image"})
_SPECIAL = frozenset({
    "StoryTitle", "StoryData", "StoryInit", "StoryCaption", "StoryMenu", "StoryAuthor", "StorySubtitle", "StoryBanner",
    "StoryInterface", "StorySettings", "StoryIncludes", "PassageHeader", "PassageFooter", "PassageReady", "PassageDone",
})  # fmt: skip
_LINK = re.compile(r"\[\[([^\[\]]{1,2000})\](?:\[([^\[\]]{0,500})\])?\]")
_MACRO = re.compile(r"<<[^<>]{0,2000}>>|\([a-z][\w-]{0,40}:[^()\n]{0,1000}\)(?:\[(?!\[))?")
_LINK_MACRO = re.compile(
    r"<<(?:link|button)\s+([\"'])([^\"'\[\]<>]{1,500})\1\s+([\"'])([^\"'\[\]<>]{1,500})\3\s*>>|"
    r"\(link-goto:\s*([\"'])([^\"'\[\]()]{1,500})\5\s*(?:,\s*([\"'])([^\"'\[\]()]{1,500})\7\s*)?\)"
)
"""Macros that are links by another name: words, then the passage."""
_PICTURE = re.compile(r"\[[<>]?img\[[^\[\]]{0,500}\](?:\[[^\[\]]{0,500}\]){0,2}\]")
_MARKS = re.compile(r"''|\*\*|(?<!:)//")
_BULLET = re.compile(r"^[ \t]*(?:[*>#-][ \t]*)+$", re.MULTILINE)
_VARIABLE = re.compile(r"(?<![\w$])[$_][A-Za-z]\w{0,60}")
_COMMENTS = (("<!--", "-->"), ("/*", "*/"), ("/%", "%/"))
_CODE = (("<%", "%>"),)


def read_twee(text: str) -> Chart:
    """The chart in a Twee source; never raises."""
    chart, start = Chart(), ""
    links: dict[str, list[Link]] = {}
    for line, name, tags, body in _passages(text.replace("\r\n", "\n")):
        if name == "StoryTitle":
            chart.title = plain_text(body, LONGEST_LABEL)
        elif name == "StoryData":
            start = _start(body, line, chart)
        elif name in _SPECIAL or _NOT_TEXT.intersection(tags):
            if body.strip() and name not in ("StoryAuthor", "StorySubtitle"):
                chart.lose(line, f"the special passage {shown(name)}")
        elif box := chart.box(name, line):
            if box.text:
                chart.lose(line, f"a second passage of the name {shown(name)} takes the place of the first")
            box.group = plain_text(" ".join(tags), LONGEST_LABEL)
            body = _LINK_MACRO.sub(_as_link, _without(body, _COMMENTS))
            links[name] = list(_links(chart, name, body, line))
            box.text = _words(chart, name, _LINK.sub(" ", body), line)
    for link in (link for found in links.values() for link in found):
        if link.end in chart.boxes:
            chart.link(link.start, link.end, link.label, link.line)
        else:
            chart.lose(link.line, f"a link of {shown(link.start)} to {shown(link.end)}, which is no passage")
    chart.start = start if start in chart.boxes else "Start" if "Start" in chart.boxes else ""
    return chart


def _passages(text: str) -> Iterator[tuple[int, str, tuple[str, ...], str]]:
    """Line, name, tags and text of each passage."""
    head: tuple[int, str, tuple[str, ...]] | None = None
    body: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if found := _HEADER.match(line):
            if head:
                yield (*head, "\n".join(body))
            head, body = (number, *_head(found[1][:2000])), []
        else:
            body.append(line)
    if head:
        yield (*head, "\n".join(body))


def _head(text: str) -> tuple[str, tuple[str, ...]]:
    """The name and the tags of a header."""
    text = text.strip()
    if text.endswith("}") and (begun := text.rfind("{")) > 0:
        text = text[:begun].rstrip()
    tags = _TAGS.search(text)
    name = text[: tags.start()].rstrip() if tags else text
    return re.sub(r"\\(.)", r"\1", name), tuple(tags[1].split()) if tags else ()


def _start(body: str, line: int, chart: Chart) -> str:
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        chart.lose(line, "StoryData cannot be read")
        return ""
    start = data.get("start") if isinstance(data, dict) else None
    return start if isinstance(start, str) else ""


def _links(chart: Chart, name: str, body: str, line: int) -> Iterator[Link]:
    for link in _LINK.finditer(body):
        label, target = _ends(link[1])
        if link[2]:
            chart.lose(line, f"what a link of {shown(name)} sets: {shown(link[2])}")
        yield Link(name, target, label, line)


def _as_link(macro: re.Match[str]) -> str:
    words, target = macro[2] or macro[6], macro[4] or macro[8] or macro[6]
    return f"[[{words}->{target}]]"


def _without(text: str, marks: Iterable[tuple[str, str]]) -> str:
    """The text without what stands between two marks; each is looked for once."""
    for begin, end in marks:
        parts, at = [], 0
        while (start := text.find(begin, at)) >= 0 and (stop := text.find(end, start + len(begin))) >= 0:
            parts.append(text[at:start])
            at = stop + len(end)
        text = " ".join([*parts, text[at:]])
    return text


def _ends(inner: str) -> tuple[str, str]:
    """Words and target of a link, in its three spellings."""
    for mark, label_first, last in (("->", True, True), ("<-", False, False), ("|", True, False)):
        left, found, right = inner.rpartition(mark) if last else inner.partition(mark)
        if found:
            label, target = (left, right) if label_first else (right, left)
            return plain_text(label, LONGEST_LABEL), target.strip()
    return plain_text(inner, LONGEST_LABEL), inner.strip()


def _words(chart: Chart, name: str, text: str, line: int) -> str:
    for macro in list(_MACRO.finditer(text))[:20]:
        chart.lose(line, f"a macro in {shown(name)}: {shown(macro[0])}")
    if "<%" in text:
        chart.lose(line, f"code in {shown(name)}")
    for picture in _PICTURE.findall(text):
        chart.lose(line, f"a picture in {shown(name)}: {shown(picture)}")
    text = _closed(_MACRO.sub(" ", _PICTURE.sub(" ", _without(text, _CODE))))
    for variable in dict.fromkeys(found[0] for found in _VARIABLE.finditer(text)):
        chart.lose(line, f"the variable {shown(variable)} in {shown(name)}")
    return plain_text(_BULLET.sub("", _MARKS.sub("", text)).replace("\n", " "), LONGEST_TEXT)


def _closed(text: str) -> str:
    """The text without the brackets that close what a macro began."""
    kept, depth = list[str](), 0
    for sign in text:
        if sign == "]" and not depth:
            continue
        depth += {"[": 1, "]": -1}.get(sign, 0)
        kept.append(sign)
    return "".join(kept)
