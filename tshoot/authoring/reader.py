"""Reads YAML within bounds into items that know their places; mistakes are findings, and nothing is raised."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import yaml
from yaml import events

from tshoot.authoring import syntax
from tshoot.authoring.findings import Findings, listing, quote
from tshoot.authoring.items import Hole, Item, Items, Pair, Pairs, Scalar
from tshoot.authoring.source import CONTROL, TYPOGRAPHIC, Positions, check_characters, decode, split_lines
from tshoot.authoring.syntax_lines import Guess
from tshoot.model.diagnostic import Span

MAX_DEPTH = 40
MAX_NODES = 50_000
MAX_SECONDS = 2.0
MAX_MENDED = 20
"""Mistakes in the syntax that are read past; each is another reading."""
_MENDING_SECONDS = 0.3
_LOOK_AT_CLOCK = 50
"""Events between two looks."""

_REMARK = re.compile(r"\s+#(?=[^\s#!-])\S*")
_REMARKED = re.compile(r"\s#(?=[^\s#!-])")  # to search by: the other one takes long where there are many spaces
_ITEM = re.compile(r"\s*-(?= )")
_GLUED = re.compile(r"([\w .-]*\w):(\S.*)")

_OPENING = frozenset("“„‘«”")

MOST_REPEATED = 12
"""More keys that are there a second time are not told apart."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Read:
    """What was read; after a mistake in the syntax the items before it, and `broken`."""

    root: Item | None
    text: str
    broken: bool = False


def read(source: bytes | str, findings: Findings, clock: Callable[[], float] = time.monotonic) -> Read:
    """Reads a file; what is wrong with it as YAML goes to `findings`."""
    text = decode(source, findings)
    clean = None if text is None else check_characters(text, findings)
    if text is None or clean is None:
        return Read(None, text or "", broken=True)
    lines = split_lines(clean)
    positions = Positions(clean)
    mended: set[int] = set()
    enough = clock() + _MENDING_SECONDS
    while True:
        # All that is found is found again, and more, once a line is mended.
        own = Findings(findings.path)
        builder = _Builder(own, positions, lines)
        stumble = _build(clean, builder, clock)
        if not stumble or not _is_new(stumble, mended):
            break
        span = positions.clamp(stumble.span)
        findings.error(span, "yaml-syntax", stumble.message, stumble.hint)
        if stumble.mended is None or len(mended) == MAX_MENDED or clock() > enough:
            break
        mended.add(span.line)
        lines[span.line - 1] = stumble.mended
        clean = "\n".join(lines)
    findings.all += (item for item in own.all if item.span.line not in mended)
    return Read(builder.finish(), text, bool(stumble or mended) or builder.broken)


def _build(text: str, builder: _Builder, clock: Callable[[], float]) -> Guess | None:
    """Feeds the text to the builder; returns where the parser stumbled, and why."""
    end = clock() + MAX_SECONDS
    try:
        for count, event in enumerate(yaml.parse(text, Loader=_LOADER)):
            if count % _LOOK_AT_CLOCK == 0 and clock() > end:
                builder.stop(f"the file takes more than {MAX_SECONDS:g} s to read")
            if builder.broken or not builder.feed(event):
                break
    except Exception as error:
        # The pure parser lets foreign exceptions through, for some escapes.
        return syntax.explain(error, builder.span, builder.lines, builder.quoted)
    return None


def _is_new(stumble: Guess, mended: Collection[int]) -> bool:
    """Whether it is a mistake of its own: behind a mended line, what is not plain may be a consequence."""
    return not mended or (stumble.mended is not None and stumble.span.line not in mended)


class _Frame:
    """A mapping or sequence that is still open."""

    def __init__(self, span: Span, is_mapping: bool) -> None:
        self.span = span
        self.is_mapping = is_mapping
        self.items: list[Item] = []
        self.pairs: list[Pair] = []
        self.seen: dict[str, Span] = {}
        self.key: Item | None = None
        self.repeated: list[Scalar] = []
        """The keys just read, one after the other, that were there before."""

    def close(self) -> Item:
        return Pairs(tuple(self.pairs), self.span) if self.is_mapping else Items(tuple(self.items), self.span)


class _Builder:
    """Builds items from the parser's events, and stops at the bounds."""

    def __init__(self, findings: Findings, positions: Positions, lines: Sequence[str]) -> None:
        self.findings = findings
        self.positions = positions
        self.lines = lines
        self._remarks = {number: line for number, line in enumerate(lines, 1) if _REMARKED.search(line)}
        self.span = Span()
        self.broken = False
        self.quoted: Span | None = None
        """The last value, where it is a quoted text of several lines."""
        self._frames: list[_Frame] = []
        self._root: Item | None = None
        self._nodes = 0
        self._documents = 0
        self._cut = False

    def feed(self, event: events.Event) -> bool:
        """Takes one event; False when reading must stop."""
        if isinstance(event, events.CollectionEndEvent):
            self._attach(self._frames.pop().close())
            return True
        self.span = self.positions.clamp(_span(event))
        if isinstance(event, events.NodeEvent):
            return self._node(event)
        if isinstance(event, events.DocumentStartEvent):
            return self._document(event)
        return True

    def finish(self) -> Item | None:
        """The root, with everything still open closed."""
        self._cut = True
        while self._frames:
            self._attach(self._frames.pop().close())
        return self._root

    def _document(self, event: events.DocumentStartEvent) -> bool:
        self._documents += 1
        if self._documents == 1:
            return True
        self._refuse("the file has a second document; a file holds one tree", "delete '---' or split the file")
        self.broken = True
        return False

    def _node(self, event: events.NodeEvent) -> bool:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            return self.stop(f"the file has more than {MAX_NODES:,} values")
        if isinstance(event, events.AliasEvent):
            self._refuse(f"the alias *{event.anchor} is not allowed in a tree", "write the value out here")
            self._attach(Hole(self.span))
            return True
        if event.anchor:
            self._refuse(f"the anchor &{event.anchor} is not allowed in a tree", "delete it")
        if tag := getattr(event, "tag", None):
            self._refuse(f"the tag {quote(tag)} is not allowed in a tree", "delete it; put text in quotes")
        if isinstance(event, events.ScalarEvent):
            self._attach(self._scalar(event))
            return True
        if len(self._frames) >= MAX_DEPTH:
            return self.stop(f"values are nested more than {MAX_DEPTH} deep")
        self._frames.append(_Frame(self.span, isinstance(event, events.MappingStartEvent)))
        return True

    def _scalar(self, event: events.ScalarEvent) -> Item:
        several = self.span.end_line > self.span.line
        self.quoted = self.span if several and event.style in ("'", '"') else None
        # Elsewhere than in escapes, such characters have been blanked out already.
        if event.style == '"' and (bad := CONTROL.search(event.value)):
            message = f"the text holds the invisible character U+{ord(bad[0]):04X}"
            self.findings.error(self.span, "yaml-characters", message, "delete its escape")
            return Hole(self.span)
        if event.style:
            return Scalar(event.value, False, self.span)
        if self.span.end_line in self._remarks:
            self._check_end(self.span)
        if several:
            self._check_lines(self.span)
        if event.value[:1] in _OPENING and TYPOGRAPHIC.fullmatch(event.value):
            message = f"the quotes of {quote(event.value)} are typographic, and become part of the text"
            self.findings.error(self.span, "yaml-quotes", message, 'write straight quotes: "…"')
            return Scalar(event.value[1:-1], False, self.span)
        return Scalar(event.value, True, self.span)

    def _check_lines(self, span: Span) -> None:
        """An item of a list that is indented further than its list, and so became part of the text above."""
        for number in range(span.line + 1, span.end_line + 1):
            if found := _ITEM.match(self.lines[number - 1]):
                place = Span(number, found.end(), number, found.end() + 1)
                message = "this line begins with '-', and is read as part of the text above"
                hint = "indent it as the line above; or put the text in quotes"
                self.findings.error(place, "yaml-lines", message, hint)

    def _check_end(self, span: Span) -> None:
        """A text that a '#' has cut off."""
        rest = self._remarks[span.end_line][span.end_column - 1 :]
        if cut := _REMARK.match(rest):
            place = Span(
                span.end_line, span.end_column + cut.end() - 2, span.end_line, span.end_column + len(rest)
            )
            message = f"the text ends here: {quote(cut[0].strip())} begins a remark"
            hint = "put the whole text in quotes, or write '# ' before a remark"
            self.findings.warning(place, "yaml-remark", message, hint)

    def stop(self, message: str) -> bool:
        """A bound is reached."""
        self.findings.error(self.span, "yaml-limit", message)
        self.broken = True
        return False

    def _refuse(self, message: str, hint: str) -> None:
        self.findings.error(self.span, "yaml-feature", message, hint)

    def _attach(self, item: Item) -> None:
        if not self._frames:
            self._root = item
            return
        frame = self._frames[-1]
        if not frame.is_mapping:
            frame.items.append(item)
        elif frame.key is None:
            frame.key = self._check_key(item, frame)
        else:
            if isinstance(frame.key, Scalar):
                frame.pairs.append(self._pair(frame.key, item))
            frame.key = None

    def _pair(self, key: Scalar, item: Item) -> Pair:
        """The pair; `{Yes:there}` has lost the space behind its colon."""
        if ":" not in key.text:
            return Pair(key, item)
        glued = _GLUED.fullmatch(key.text) if key.plain and isinstance(item, Scalar) and not item.text else None
        if not glued or not isinstance(item, Scalar) or not item.plain:
            return Pair(key, item)
        name, value = glued.groups()
        message = f"there is no space after the ':' in {quote(key.text)}"
        self.findings.error(key.span, "yaml-key", message, f"write '{name}: {value[:40]}'")
        return Pair(Scalar(name, True, key.span), Scalar(value, True, key.span))

    def _check_key(self, item: Item, frame: _Frame) -> Item:
        """The key, or a hole when its pair is to be dropped."""
        if not isinstance(item, Scalar):
            if not isinstance(item, Hole) and not self._cut:
                self.findings.error(item.span, "yaml-key", "a key must be a word, not a list or a mapping")
            return Hole(item.span)
        if item.plain and item.text == "<<":
            self.findings.error(
                item.span, "yaml-feature", "the merge '<<' is not allowed in a tree", "write it out"
            )
        elif not item.text.strip():
            self.findings.error(item.span, "yaml-key", "a key is empty", "write a name before the ':'")
        elif first := frame.seen.get(item.text):
            self._repeated(item, frame, first)
        else:
            frame.seen[item.text] = item.span
            frame.repeated = []
            return item
        return Hole(item.span)

    def _repeated(self, item: Scalar, frame: _Frame, first: Span) -> None:
        """A finding about a key, or about several in a row: of those, a line before them was lost."""
        if len(frame.repeated) > MOST_REPEATED:
            return
        frame.repeated.append(item)
        names = [key.text for key in frame.repeated]
        if len(names) == 1:
            message = f"the key {quote(names[0])} is here a second time; the first is in line {first.line}"
            self.findings.error(item.span, "duplicate-key", message, "delete or rename one of them")
            return
        begin = frame.seen[names[0]].line
        message = f"the keys {listing(names, 'and')} are here a second time; the first is in line {begin}"
        hint = "delete or rename them; or write the line that begins a new item before them"
        self.findings.change(frame.repeated[0].span, "duplicate-key", message, hint)


def _span(event: events.Event) -> Span:
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return Span()
    if isinstance(event, (events.ScalarEvent, events.AliasEvent)):
        return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
    return Span(start.line + 1, start.column + 1, start.line + 1, start.column + 2)
