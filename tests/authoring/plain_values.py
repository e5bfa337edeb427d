"""YAML as plain values, read by tshoot's own reader: what a schema is asked about."""

from __future__ import annotations

import time
from typing import Any

from tshoot.authoring.findings import Findings
from tshoot.authoring.items import Hole, Item, Items, Pairs
from tshoot.authoring.reader import read


def plain_values(source: bytes | str) -> Any:
    """The values of a file; None where it cannot be read."""
    file = read(source, Findings(""), time.monotonic)
    return _plain(file.root) if file.root else None


def _plain(item: Item) -> Any:
    if isinstance(item, Pairs):
        return {pair.key.text: _plain(pair.value) for pair in item.pairs}
    if isinstance(item, Items):
        return [_plain(entry) for entry in item.items]
    return None if isinstance(item, Hole) else item.value
