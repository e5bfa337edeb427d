"""Texts as YAML that tshoot reads back as the same text, in quotes only where they need them."""

from __future__ import annotations

import json
import re

from tshoot.authoring.scalars import resolve
from tshoot.authoring.source import CONTROL

_SPECIAL_START = re.compile(r"<<\Z|[\s{}\[\]&*!|>'\"%@`#,]|[?:]|-(?:\s|$)|---|\.\.\.|“|„|‘|«|”")
_INNER = re.compile(r":(?:\s|$)|\s#|\s$")
_FLOW = re.compile(r"[,?\[\]{}]|:(?!\w)")
_ESCAPED = re.compile("[\x7f-\xa0\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ud800-\udfff\ufffe\uffff]")


def scalar(text: str, *, flow: bool = False, key: bool = False) -> str:
    """A text on one line; `flow` for one within `[…]` or `{…}`, `key` for the name of a key."""
    refused = (
        not text.isprintable()
        or _SPECIAL_START.match(text)
        or _INNER.search(text)
        or _ESCAPED.search(text)
        or CONTROL.search(text)
        or ((flow or key) and _FLOW.search(text))
    )
    if text and not refused and isinstance(resolve(text), str):
        return text
    return _ESCAPED.sub(_code, json.dumps(text, ensure_ascii=False))


def _code(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
