"""Mermaid's flowcharts: boxes of all shapes, arrows with words in both syntaxes, chains, `&`, subgraphs."""

from __future__ import annotations

import re
from itertools import islice

from tshoot.authoring.importing.chart import LONGEST_LABEL, MAX_LINKS, Chart, Shape, plain_text, shown

MOST_STATEMENTS = 50_000

_HEADER = re.compile(r"(?:graph|flowchart(?:-elk)?)\b[^\n;]*", re.IGNORECASE)
_OTHER_KIND = re.compile(
    r"(?:sequenceDiagram|(?:class|state|er|requirement)Diagram(?:-v2)?|gantt|pie|journey|gitGraph|mindmap|timeline|"
    r"quadrantChart|C4[A-Z]\w+|zenuml|(?:kanban|sankey|xychart|block|packet|architecture|radar|treemap)(?:-beta)?)"
    r"(?=[ \t]*(?:[\n:]|\Z)|[ \t]+[A-Za-z])"
)
_NAME = re.compile(r"(?:\w|[./:](?=\w)|-(?=\w))+")
_LINK = re.compile(r"<?(?:-\.+->|-\.+-|--+[>xo](?![\w])|--+>|--+|==+>|==+|~~~+)")
_CLOSE = re.compile(r"--+[->xo]|==+[=>xo]|\.+-+>?")
_BARE = re.compile(r"<?(?:--|==)\Z")
_EDGE_NAME = re.compile(r"(\w+)@(?=[-=~<])")
_LOOKS_OF_EDGE = re.compile(r"(\w+)@\{[^}]{0,2000}\}")
_QUOTED = re.compile(r'\|\s*"[^"|\n]*\|[^"\n]*"\s*\|')
_CLASS = re.compile(r":::[\w-]+")
# A box may have the name of a keyword: it is one where an arrow or a shape follows.
_NO_BOX = r"(?=[ \t]+[^\s\-=.<~&\[({>;])"
_LOOKS = re.compile(rf"(?:classDef|class|style|linkStyle|direction){_NO_BOX}|accTitle\s*:|accDescr\s*:")
_CLICK = re.compile(rf"(?:click|href){_NO_BOX}")
_DESCRIPTION = re.compile(r"accDescr\s*\{[^}]*\}?")
_SUBGRAPH = re.compile(r"subgraph\b[ \t]*([^\n;]*)")
_END = re.compile(r"end\b(?![ \t]*[-=\[({>])")
_BLANK = re.compile(r"[ \t\r]*")
_SPACE = re.compile(r"[\s;]*")
_REST = re.compile(r"[^\n;]*")
_TITLE = re.compile(r"^title:[ \t]*(.+)$", re.MULTILINE)
_SHAPE_KEY = re.compile(r"\bshape:\s*[\"']?([\w-]+)")
_LABEL_KEY = re.compile(r"\blabel:\s*(?:\"([^\"]*)\"|'([^']*)'|([^,}]*))")

_SHAPES: tuple[tuple[str, tuple[str, ...], Shape], ...] = (
    ("(((", (")))",), "terminal"), ("((", ("))",), "terminal"), ("([", ("])",), "terminal"), ("(", (")",), "step"),
    ("[[", ("]]",), "step"), ("[(", (")]",), "step"), ("[/", ("/]", "\\]"), "step"), ("[\\", ("\\]", "/]"), "step"),
    ("[", ("]",), "step"), ("{{", ("}}",), "question"), ("{", ("}",), "question"), (">", ("]",), "step"),
)  # fmt: skip
"""How a shape begins, how it ends, and what it stands for; the longer beginnings first."""
_QUESTIONS = frozenset({"diam", "diamond", "decision", "question", "hex", "hexagon", "prepare", "rhombus"})
_TERMINALS = frozenset({"circle", "circ", "stadium", "terminal", "pill", "start", "stop", "dbl-circ", "double-circle",
                        "sm-circ", "fr-circ"})  # fmt: skip


def read_mermaid(text: str) -> Chart:
    """The chart in a Mermaid source; never raises."""
    reader = _Reader(_without_comments(text))
    reader.read()
    return reader.chart


def _without_comments(text: str) -> str:
    """The source with its comments blanked, so that lines keep their numbers."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join("" if line.lstrip().startswith("%%") else line for line in lines)


class _Stop(Exception):
    """This statement cannot be read on."""


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line, self._counted = 1, 0
        self._groups: list[tuple[str, str]] = []
        """The subgraphs that are open: name and title."""
        self._inside: dict[str, list[str]] = {}
        """The boxes of each subgraph."""
        self._arrows: list[tuple[str, str, str, int]] = []
        self._edges: set[str] = set()
        """Names of arrows."""
        self.chart = Chart()

    def read(self) -> None:
        """All of the source."""
        self._front_matter()
        self._take(_SPACE)
        if other := _OTHER_KIND.match(self._text, self._at):
            self.chart.lose(self._where(), f"{shown(other[0])} is another kind of chart: only flowcharts are read")
            return
        if not self._take(_HEADER):
            self.chart.lose(self._where(), "it does not begin with 'flowchart' or 'graph'")
        count = 0
        while self._at < len(self._text):
            self._take(_SPACE)
            begun, count = self._at, count + 1
            if count > MOST_STATEMENTS:
                self.chart.lose(self._where(), f"more than {MOST_STATEMENTS:,} lines; the others are left out")
                break
            if begun < len(self._text):
                self._statement()
                if self._at == begun:
                    self._at += 1
        for start, end, label, line in self._arrows:
            self.chart.link(self._real(start, line), self._real(end, line), label, line)

    def _front_matter(self) -> None:
        self._take(_SPACE)
        if not self._text.startswith("---\n", self._at):
            return
        end = self._text.find("\n---", self._at + 3)
        if end > 0:
            if title := _TITLE.search(self._text, self._at, end):
                self.chart.title = plain_text(title[1].strip().strip("\"'"))
            self._at = end + 4

    def _statement(self) -> None:
        line, begun = self._where(), self._at
        if found := self._take(_SUBGRAPH):
            self._open(found[1].strip(), line)
        elif _END.match(self._text, self._at):
            self._at += 3
            if self._groups:
                self._groups.pop()
        elif _LOOKS.match(self._text, self._at):
            self._skip()
        elif self._take(_DESCRIPTION):
            return
        elif (looks := _LOOKS_OF_EDGE.match(self._text, self._at)) and looks[1] in self._edges:
            self._at = looks.end()
        elif _CLICK.match(self._text, self._at):
            self.chart.lose(line, f"an action on a click: {shown(self._skip())}")
        else:
            try:
                self._chain(line)
            except _Stop:
                self._skip()
                self.chart.lose(line, f"this is not understood: {shown(self._text[begun : self._at])}")

    def _open(self, rest: str, line: int) -> None:
        name = _NAME.match(rest)
        title = rest[name.end() :].strip() if name else rest
        title = (
            title[1:-1] if title[:1] == "[" and title[-1:] == "]" else (rest if not title or not name else title)
        )
        self._groups.append((name[0] if name else title, plain_text(title.strip("\"'` "), LONGEST_LABEL)))

    def _chain(self, line: int) -> None:
        """Boxes, and the arrows between them."""
        before = self._several()
        while True:
            self._take(_BLANK)
            if self._at >= len(self._text) or self._text[self._at] in "\n;":
                return
            if named := self._take(_EDGE_NAME):
                self._edges.add(named[1])
            label, both, hidden = self._arrow(line)
            self._take(_SPACE)
            after = self._several()
            if both:
                self.chart.lose(line, "an arrow in both directions counts forwards alone")
            if not hidden:
                room = MAX_LINKS + 1 - len(self._arrows)
                self._arrows += islice(
                    ((start, end, label, line) for start in before for end in after), max(room, 0)
                )
            before = after

    def _several(self) -> list[str]:
        """`A & B & C`."""
        found = {self._box(): None}
        while True:
            self._take(_BLANK)
            if not self._text.startswith("&", self._at):
                return list(found)
            self._at += 1
            self._take(_SPACE)
            found[self._box()] = None

    def _box(self) -> str:
        line = self._where()
        name = self._take(_NAME)
        if not name:
            raise _Stop
        box = self.chart.box(name[0], line) if name[0] not in self._inside else None
        if box and self._groups and not box.group:
            box.group = self._groups[-1][1]
        for group, _ in self._groups[-20:]:
            self._inside.setdefault(group, []).append(name[0])
        found = self._long_shape() if self._text.startswith("@{", self._at) else self._shape()
        if box and found:
            box.shape, text = found[0], plain_text(found[1])
            box.text = text or box.text
        self._take(_CLASS)
        return name[0]

    def _shape(self) -> tuple[Shape, str] | None:
        for begin, ends, shape in _SHAPES:
            if self._text.startswith(begin, self._at) and not (begin == ">" and self._text[self._at - 1] in "-="):
                self._at += len(begin)
                return shape, self._inner(ends)
        return None

    def _inner(self, ends: tuple[str, ...]) -> str:
        """The words within a shape, in quotes or bare."""
        self._take(_SPACE)
        if self._text.startswith('"', self._at):
            end = self._text.find('"', self._at + 1)
            if end < 0:
                raise _Stop
            text, self._at = self._text[self._at + 1 : end], end + 1
            self._take(_SPACE)
            if not any(self._close(close) for close in ends):
                raise _Stop
            # A text in Markdown: its emphasis is left out.
            return text[1:-1].replace("*", "") if text[:1] == text[-1:] == "`" and len(text) > 1 else text
        stop = self._text.find("\n", self._at)
        stop = len(self._text) if stop < 0 else stop
        places = [(place, close) for close in ends if (place := self._text.find(close, self._at, stop)) >= 0]
        if not places:
            raise _Stop
        place, close = min(places)
        text, self._at = self._text[self._at : place], place + len(close)
        return text

    def _close(self, close: str) -> bool:
        if self._text.startswith(close, self._at):
            self._at += len(close)
            return True
        return False

    def _long_shape(self) -> tuple[Shape, str]:
        """`A@{ shape: diamond, label: "Words" }`."""
        end = self._text.find("}", self._at, self._at + 4000)
        if end < 0:
            raise _Stop
        inner, self._at = self._text[self._at + 2 : end], end + 1
        word = _SHAPE_KEY.search(inner)
        label = _LABEL_KEY.search(inner)
        name = word[1] if word else ""
        shape: Shape = "question" if name in _QUESTIONS else "terminal" if name in _TERMINALS else "step"
        return shape, next((part for part in label.groups() if part is not None), "").strip() if label else ""

    def _arrow(self, line: int) -> tuple[str, bool, bool]:
        """An arrow: its words, whether it goes both ways, whether it is not drawn."""
        found = self._take(_LINK)
        label = ""
        if found is None and self._text.startswith("-. ", self._at):
            self._at += 2
            label = self._words()
        elif found is None:
            raise _Stop
        elif _BARE.match(found[0]):
            label = self._words()
        arrow = found[0] if found else ""
        self._take(_BLANK)
        if self._text.startswith("|", self._at):
            label = self._piped()
        return plain_text(label.strip().strip('"`'), LONGEST_LABEL), arrow.startswith("<"), arrow.startswith("~")

    def _piped(self) -> str:
        """The words behind an arrow, `|words|`; in quotes they may hold a `|`."""
        quoted = _QUOTED.match(self._text, self._at)
        stop = quoted.end() - 1 if quoted else self._text.find("|", self._at + 1)
        if stop < 0:
            raise _Stop
        label, self._at = self._text[self._at + 1 : stop], stop + 1
        return label

    def _words(self) -> str:
        """The words within an arrow, `-- words -->`."""
        stop = self._text.find("\n", self._at)
        close = _CLOSE.search(self._text, self._at, len(self._text) if stop < 0 else stop)
        if close is None:
            raise _Stop
        text, self._at = self._text[self._at : close.start()], close.end()
        return text

    def _real(self, name: str, line: int) -> str:
        """A box; for a subgraph, the first box in it."""
        if name in self.chart.boxes or not self._inside.get(name):
            return name
        self.chart.lose(line, f"an arrow to or from the part {shown(name)} counts for its first box", once=True)
        return self._inside[name][0]

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self._text, self._at)
        if found:
            self._at = found.end()
        return found

    def _skip(self) -> str:
        """The rest of the statement."""
        begun = self._at
        self._take(_REST)
        return self._text[begun : self._at]

    def _where(self) -> int:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line
