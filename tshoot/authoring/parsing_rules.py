"""What reading and parsing find, beside the rules that have a file of their own."""

from __future__ import annotations

from collections.abc import Mapping

PARSING_RULES: Mapping[str, str] = {
    "yaml-characters": "A file is UTF-8 text without tabs and invisible characters.",
    "yaml-limit": "A file stays within the bounds of size, depth and number of values.",
    "yaml-feature": "A file holds one document without anchors, aliases, merges and tags.",
    "yaml-syntax": "A file is valid YAML.",
    "yaml-quotes": "Texts stand in straight quotes, or in none.",
    "yaml-remark": "A remark does not cut off a text.",
    "yaml-lines": "A text of several lines swallows no item of a list and no key.",
    "yaml-key": "Keys are words.",
    "duplicate-key": "No key and no option stands twice in its mapping.",
    "unknown-key": "Every key is one of the language.",
    "missing-key": "What must be said is said.",
    "missing-text": "No text, list or mapping is empty.",
    "bad-value": "Every value has its key's type and stays within its bounds.",
    "missing-kind": "A node begins with its kind.",
    "unknown-kind": "The kind of a node is one of the language.",
    "unknown-type": "The type of a fact is one of the language.",
    "bad-id": "Ids and names of facts are made of the letters they may hold.",
    "bad-pattern": "Patterns can be read, and take time in proportion to what they are given.",
    "duplicate-id": "No two nodes or fixes have the same id.",
    "conflict": "Keys that exclude each other do not stand together.",
    "unread-file": "A file can be read.",
    "too-many": "A file with very many findings shows the first of them.",
}
"""Rule to its description."""
