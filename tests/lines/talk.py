"""One conversation by JSON lines, from given lines to what came out."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any

from tshoot.conversation.workplace import Workplace
from tshoot.lines.jsonl import run_json

Json = dict[str, Any]


class Talk:
    """What came out, and the exit code."""

    def __init__(self, workplace: Workplace, lines: Sequence[Any], **how: str) -> None:
        text = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
        out = io.StringIO()
        self.code = run_json(workplace, io.StringIO(text), out, **how)
        assert out.getvalue().isascii()
        self.out: list[Json] = [json.loads(line) for line in out.getvalue().splitlines()]
        assert all("type" in one for one in self.out)

    def of(self, kind: str) -> list[Json]:
        return [one for one in self.out if one["type"] == kind]

    @property
    def nodes(self) -> list[str]:
        return [one["node"] for one in self.of("prompt")]

    @property
    def end(self) -> Json:
        return self.out[-1]

    @property
    def types(self) -> list[str]:
        return [one["type"] for one in self.out]
