"""A small client of the Language Server Protocol over stdio: what an editor says, and what it is told."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

SECONDS = 30
"""The longest that one answer may take; a server that is silent for so long has failed."""

Message = dict[str, Any]


class Client:
    """One editor with one server."""

    def __init__(self, command: Sequence[str], folder: Path, settings: Mapping[str, Any] | None = None) -> None:
        self._settings = dict(settings or {})
        self._folder = folder
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
        self._arrived: queue.Queue[Message] = queue.Queue()
        self._number = 0
        self._versions: dict[str, int] = {}
        self.code: int | None = None
        """The exit code, once the server has ended."""
        self.diagnostics: dict[str, list[Message]] = {}
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> Client:
        root = self._folder.as_uri()
        snippets = {"textDocument": {"completion": {"completionItem": {"snippetSupport": True}}}}
        self.capabilities = self.ask("initialize", {
            "processId": None, "rootUri": root, "workspaceFolders": [{"uri": root, "name": "trees"}],
            "capabilities": snippets,
        })["capabilities"]  # fmt: skip
        self.tell("initialized", {})
        if self._settings:
            self.tell("workspace/didChangeConfiguration", {"settings": self._settings})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.ask("shutdown", None)
            self.tell("exit", None)
            self.code = self._process.wait(SECONDS)
        finally:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                if stream:
                    stream.close()

    def open(self, name: str, text: str) -> str:
        """Open a file with this text, or change one that is open; the URI."""
        uri = (self._folder / name).as_uri()
        version = self._versions[uri] = self._versions.get(uri, 0) + 1
        if version == 1:
            document = {"uri": uri, "languageId": "yaml", "version": version, "text": text}
            self.tell("textDocument/didOpen", {"textDocument": document})
        else:
            changed = {"textDocument": {"uri": uri, "version": version}, "contentChanges": [{"text": text}]}
            self.tell("textDocument/didChange", changed)
        return uri

    def found(self, uri: str) -> list[Message]:
        """The next diagnostics of a file."""
        self.diagnostics.pop(uri, None)
        while uri not in self.diagnostics:
            self._take(self._arrived.get(timeout=SECONDS))
        return self.diagnostics[uri]

    def settled(self, uri: str, codes: Sequence[str]) -> list[Message]:
        """The diagnostics of a file, infos apart, once they are those of these rules."""
        while sorted(one["code"] for one in self.diagnostics.get(uri, ()) if one["severity"] < 3) != sorted(codes):
            self._take(self._arrived.get(timeout=SECONDS))
        return [one for one in self.diagnostics[uri] if one["severity"] < 3]

    def at(self, method: str, uri: str, line: int, column: int, **more: Any) -> Any:
        """Ask something about a place, counted from 0."""
        place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}
        return self.ask(f"textDocument/{method}", {**place, **more})

    def refused(self, method: str, uri: str, line: int, column: int, **more: Any) -> str:
        """Ask something that cannot be done; what is said about it."""
        place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}
        return str(self._asked(f"textDocument/{method}", {**place, **more})["error"]["message"])

    def ask(self, method: str, parameters: Any) -> Any:
        """One request; its result."""
        message = self._asked(method, parameters)
        assert "error" not in message, message["error"]
        return message["result"]

    def _asked(self, method: str, parameters: Any) -> Message:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": parameters})
        while True:
            message = self._arrived.get(timeout=SECONDS)
            if message.get("id") == number and "method" not in message:
                return message
            self._take(message)

    def tell(self, method: str, parameters: Any) -> None:
        """One notification."""
        self._send({"method": method, "params": parameters})

    def _take(self, message: Message) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": self._answer(message)})

    def _answer(self, message: Message) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        return [self._settings.get(item.get("section", "")) for item in message["params"]["items"]]

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream
        while header := stream.readline():
            length = 0
            while header.strip():
                if header.lower().startswith(b"content-length:"):
                    length = int(header.partition(b":")[2])
                header = stream.readline()
            self._arrived.put(json.loads(stream.read(length)))
