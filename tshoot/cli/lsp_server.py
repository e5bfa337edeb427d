"""The language server: messages of the protocol to questions of `authoring.editing`, and back."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from urllib.parse import quote, unquote

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from tshoot import __version__
from tshoot.authoring.editing import asking, mending, renaming
from tshoot.authoring.editing.completing import Offers, complete, complete_rule
from tshoot.authoring.editing.names import Name
from tshoot.authoring.editing.where import where
from tshoot.authoring.editing.workspace import Workspace
from tshoot.authoring.rule_list import rule_texts
from tshoot.authoring.source import split_lines
from tshoot.cli.lsp_values import Codec, diagnostic, markdown, offer, plain, quick_fix, symbol, text_edits
from tshoot.model.diagnostic import Diagnostic

DELAY = 0.2
"""Seconds without typing after which a file is looked at."""
_RETRIGGER = (" ", "{", "[", ",", "'", '"')


class Refused(JsonRpcException):
    """What a person asked for cannot be done; the answer says why, and nothing is wrong with the server."""


class TreeServer(LanguageServer):
    """One editor's server."""

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__("tshoot", __version__, types.TextDocumentSyncKind.Incremental)
        self.trees = Workspace(folders, lambda: date.today().isoformat())
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._uris: dict[Path, str] = {}
        """What the editor calls the files that it has open."""
        self._reading: asyncio.Future[None] | None = None

    def path(self, uri: str) -> Path:
        """The file of a URI; what is not stored anywhere yet gets a path that no file has."""
        found = to_fs_path(uri) if uri.startswith("file:") else None
        if found:
            return Path(found)
        name = unquote(uri).partition("?")[0].rpartition(":")[2].rpartition("/")[2]
        return Path("/untitled", quote(uri, safe=""), name or "x")

    def uri(self, path: Path) -> str:
        """The URI of a file, as the editor knows it."""
        return self._uris.get(path) or path.as_uri()

    def codec(self, path: Path) -> Codec:
        """Places in a file, as this editor counts them."""
        return Codec(split_lines(self.trees.text(path)), self.workspace.position_codec)

    def take(self, uri: str) -> None:
        """Take in the present text of a file."""
        self._uris[self.path(uri)] = uri
        self.trees.open(self.path(uri), self.workspace.get_text_document(uri).source.removeprefix("\ufeff"))

    def leave(self, uri: str) -> None:
        """A file is closed: what is stored counts again."""
        self._uris.pop(self.path(uri), None)
        self.trees.close(self.path(uri))

    def later(self, uri: str, seconds: float = DELAY) -> None:
        """Look at a file once nobody has typed for a while."""
        if waiting := self._timers.pop(uri, None):
            waiting.cancel()
        self._timers[uri] = asyncio.get_running_loop().call_later(seconds, self.publish, uri)

    def publish(self, uri: str) -> None:
        """Tell the editor what is wrong with a file."""
        self._timers.pop(uri, None)
        path = self.path(uri)
        if not self.trees.is_open(path):
            return
        ours = self.trees.is_ours(path)
        if ours and not self.trees.is_read(path):
            # A large library takes seconds to read the first time: the file's own findings come first.
            self._show(uri, path, self.trees.own_findings(path))
            self._reading = asyncio.ensure_future(self._read_all(uri, path))
            return
        self._show(uri, path, self.trees.findings(path) if ours else ())

    async def _read_all(self, uri: str, path: Path) -> None:
        await asyncio.to_thread(self.trees.trees, path)
        self.publish(uri)

    def _show(self, uri: str, path: Path, found: Iterable[Diagnostic]) -> None:
        shown = [diagnostic(one, self.codec(path)) for one in found]
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=shown))

    def publish_others(self, uri: str) -> None:
        """A change of one file may put others right, or wrong."""
        for other in self.workspace.text_documents:
            if other != uri:
                self.later(other)

    def name_at(self, uri: str, position: types.Position) -> tuple[Path, Name | None]:
        """The name at a place."""
        path = self.path(uri)
        line, column = self.codec(path).place(position)
        return path, asking.name_at(self.trees, path, line + 1, column + 1)

    def location(self, found: asking.Found) -> types.Location:
        """A place in any file."""
        return types.Location(uri=self.uri(found.path), range=self.codec(found.path).range(found.span))


def serve(folders: Sequence[Path]) -> None:
    """Serve one editor until it leaves."""
    logging.getLogger("pygls.protocol.json_rpc").addFilter(_is_fault)
    # The server closes what it writes to; the command line still has to flush its own.
    with (
        os.fdopen(os.dup(sys.stdin.fileno()), "rb") as read,
        os.fdopen(os.dup(sys.stdout.fileno()), "wb") as write,
    ):
        make_server(folders).start_io(read, write)


def _is_fault(record: logging.LogRecord) -> bool:
    """Whether what is logged is no refusal."""
    return not (record.exc_info and isinstance(record.exc_info[1], Refused))


def make_server(folders: Sequence[Path]) -> TreeServer:
    """A server with everything that it can do."""
    server = TreeServer(folders)
    for register in (_documents, _places, _lists, _changes):
        register(server)
    return server


def _documents(server: TreeServer) -> None:
    @server.feature(types.INITIALIZED)
    def started(params: types.InitializedParams) -> None:
        roots = [to_fs_path(folder.uri) for folder in server.workspace.folders.values()]
        server.trees.roots = tuple(Path(root) for root in roots if root)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.take(params.text_document.uri)
        server.later(params.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.take(params.text_document.uri)
        server.later(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.later(params.text_document.uri, 0)
        server.publish_others(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.leave(params.text_document.uri)
        empty = types.PublishDiagnosticsParams(uri=params.text_document.uri, diagnostics=[])
        server.text_document_publish_diagnostics(empty)


def _places(server: TreeServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        path, name = server.name_at(params.text_document.uri, params.position)
        if name and (lines := asking.describe(server.trees, path, name)):
            return types.Hover(plain(lines), server.codec(path).range(name.span))
        return _rule_hover(server, path, params.position)

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def definition(params: types.DefinitionParams) -> list[types.Location]:
        path, name = server.name_at(params.text_document.uri, params.position)
        found = asking.definitions(server.trees, path, name) if name else []
        return [server.location(one) for one in found]

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def references(params: types.ReferenceParams) -> list[types.Location]:
        path, name = server.name_at(params.text_document.uri, params.position)
        wanted = params.context.include_declaration
        found = asking.references(server.trees, path, name, wanted) if name else []
        return [server.location(one) for one in found]


def _rule_hover(server: TreeServer, path: Path, position: types.Position) -> types.Hover | None:
    """What the rules ask for whose findings stand at a place."""
    if not server.trees.is_ours(path):
        return None
    codec = server.codec(path)
    at = [one for one in server.trees.findings(path) if codec.covers(one.span, position)]
    known = rule_texts()
    rules = [known[one.rule] for one in at if one.rule in known]
    texts = [f"`{rule.id}`: {rule.description}\n\n{rule.explanation}" for rule in rules]
    return types.Hover(markdown(list(dict.fromkeys(texts)))) if texts else None


def _lists(server: TreeServer) -> None:
    options = types.CompletionOptions(trigger_characters=list(_RETRIGGER))

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, options)
    def completion(params: types.CompletionParams) -> types.CompletionList:
        path = server.path(params.text_document.uri)
        codec = server.codec(path)
        line, column = codec.place(params.position)
        found = _offers(server, path, codec.lines, line, column)
        typed = codec.before(line, column, len(found.typed))
        # Behind a bare `then:`, a name without a space before it would be no name.
        lead = " " if codec.lines[line][: column - len(found.typed)].endswith(":") else ""
        items = [offer(one, typed, f"{number:05}", lead) for number, one in enumerate(found.found)]
        return types.CompletionList(is_incomplete=False, items=items)

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        path = server.path(params.text_document.uri)
        codec = server.codec(path)
        return [symbol(part, codec) for part in asking.outline(server.trees, path)]


def _offers(server: TreeServer, path: Path, lines: Sequence[str], line: int, column: int) -> Offers:
    """What may stand at a place, counted from 0."""
    trees = server.trees
    if not trees.is_ours(path):
        return Offers("", ())
    rules = {name: rule.description for name, rule in rule_texts().items()} if "#" in lines[line] else {}
    if rules and (
        remark := complete_rule(lines[line][:column], rules, (one.rule for one in trees.findings(path)))
    ):
        return remark
    beside = trees.tree_path(path)
    others = {one.tree.id: one.tree for one in trees.trees(path).values() if one.tree}
    tree = trees.last_tree(beside) if beside else None
    return complete(where(lines, line, column), tree, others, trees.kind(path) == "test")


def _changes(server: TreeServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(params: types.PrepareRenameParams) -> types.Range | None:
        path, name = server.name_at(params.text_document.uri, params.position)
        return server.codec(path).range(name.span) if name and renaming.can_rename(name) else None

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def rename(params: types.RenameParams) -> types.WorkspaceEdit:
        path, name = server.name_at(params.text_document.uri, params.position)
        found = renaming.rename(server.trees, path, name, params.new_name) if name else "there is no name here"
        if isinstance(found, str):
            # Editors show the sentence of an error; one that is sent beside it many of them hide.
            raise Refused(f"Not renamed: {found}.", code=types.LSPErrorCodes.RequestFailed)
        return types.WorkspaceEdit(
            changes={server.uri(file): text_edits(edits, server.codec(file)) for file, edits in found.items()}
        )

    kinds = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)
    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        path = server.path(uri)
        if not server.trees.is_ours(path):
            return []
        codec = server.codec(path)
        at = [one for one in server.trees.findings(path) if codec.touches(codec.range(one.span), params.range)]
        return [
            quick_fix(title, one, codec, uri, edits)
            for one, title, edits in mending.offers(server.trees, path, at)
        ]
