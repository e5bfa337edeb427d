"""Values of tshoot as values of the Language Server Protocol."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lsprotocol import types
from pygls.workspace import PositionCodec

from tshoot.authoring.editing.asking import Part
from tshoot.authoring.editing.completing import Offer, OfferKind
from tshoot.authoring.edits import Edit
from tshoot.language.clean import clean
from tshoot.model.diagnostic import Diagnostic, Severity, Span

_SEVERITIES: Mapping[Severity, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
_OFFERS: Mapping[OfferKind, types.CompletionItemKind] = {
    "node": types.CompletionItemKind.Reference,
    "fact": types.CompletionItemKind.Variable,
    "tree": types.CompletionItemKind.File,
    "queue": types.CompletionItemKind.Folder,
    "check": types.CompletionItemKind.Function,
    "word": types.CompletionItemKind.Keyword,
    "value": types.CompletionItemKind.EnumMember,
}
_PARTS: Mapping[str, types.SymbolKind] = {
    "group": types.SymbolKind.Namespace, "fact": types.SymbolKind.Variable, "ask": types.SymbolKind.Function,
    "input": types.SymbolKind.Field, "check": types.SymbolKind.Interface, "end": types.SymbolKind.Event,
    "handoff": types.SymbolKind.Event,
}  # fmt: skip
_LONGEST = 1000


class Codec:
    """Lines and columns of a file, as tshoot counts them and as the editor does."""

    def __init__(self, lines: list[str], codec: PositionCodec) -> None:
        self.lines = lines
        self._codec = codec

    def place(self, position: types.Position) -> tuple[int, int]:
        """Line and column in characters, from 0; within the file."""
        line = min(position.line, len(self.lines) - 1)
        found = self._codec.position_from_client_units(self.lines, types.Position(line, position.character))
        return line, min(found.character, len(self.lines[line]))

    def range(self, span: Span) -> types.Range:
        """A span, whose lines and columns count from 1."""
        return types.Range(
            self._position(span.line, span.column), self._position(span.end_line, max(span.end_column, 1))
        )

    def _position(self, line: int, column: int) -> types.Position:
        if line > len(self.lines):
            return types.Position(len(self.lines), 0)
        text = self.lines[line - 1]
        found = types.Position(line - 1, min(column - 1, len(text)))
        return self._codec.position_to_client_units(self.lines, found)

    def before(self, line: int, column: int, length: int) -> types.Range:
        """The characters right before a place, from 0."""
        return self.range(Span(line + 1, column - length + 1, line + 1, column + 1))

    def covers(self, span: Span, position: types.Position) -> bool:
        """Whether a span holds a place."""
        return self.touches(self.range(span), types.Range(position, position))

    def touches(self, one: types.Range, other: types.Range) -> bool:
        """Whether two ranges have a place in common; ends count."""
        return one.start <= other.end and other.start <= one.end


def diagnostic(one: Diagnostic, codec: Codec) -> types.Diagnostic:
    """A finding; its hint stands below the sentence."""
    message = clean(one.message, limit=_LONGEST)
    hint = f"\n{clean(one.hint, limit=_LONGEST)}" if one.hint else ""
    return types.Diagnostic(
        range=codec.range(one.span), message=message + hint, severity=_SEVERITIES[one.severity], code=one.rule,
        source="tshoot",
    )  # fmt: skip


def offer(one: Offer, typed: types.Range, order: str, lead: str = "") -> types.CompletionItem:
    """One thing that may stand there, in place of what is typed, with what must stand before it."""
    return types.CompletionItem(
        label=one.text, kind=_OFFERS[one.kind], detail=one.detail or None, sort_text=order, filter_text=one.text,
        text_edit=types.TextEdit(typed, lead + one.text),
    )  # fmt: skip


def symbol(part: Part, codec: Codec) -> types.DocumentSymbol:
    """A row of the outline."""
    return types.DocumentSymbol(
        name=clean(part.name, limit=_LONGEST) or "?", detail=part.detail,
        kind=_PARTS.get(part.kind, types.SymbolKind.Method),
        range=codec.range(part.whole), selection_range=codec.range(part.own),
        children=[symbol(inner, codec) for inner in part.parts],
    )  # fmt: skip


def plain(lines: Sequence[str]) -> types.MarkupContent:
    """An author's words, which are no markup."""
    return types.MarkupContent(
        types.MarkupKind.PlainText, "\n".join(clean(line, limit=_LONGEST) for line in lines)
    )


def markdown(paragraphs: Sequence[str]) -> types.MarkupContent:
    """Texts of tshoot's own."""
    return types.MarkupContent(types.MarkupKind.Markdown, "\n\n".join(paragraphs))


def text_edits(edits: Iterable[Edit], codec: Codec) -> list[types.TextEdit]:
    """Changes to a file."""
    return [types.TextEdit(codec.range(one.span), one.text) for one in edits]


def quick_fix(title: str, finding: Diagnostic, codec: Codec, uri: str, edits: Sequence[Edit]) -> types.CodeAction:
    """Edits that mend a finding."""
    made = text_edits(edits, codec)
    return types.CodeAction(
        clean(title, limit=_LONGEST), types.CodeActionKind.QuickFix, [diagnostic(finding, codec)],
        edit=types.WorkspaceEdit(changes={uri: made}),
    )  # fmt: skip
