"""Texts as Markdown that shows exactly them."""

from __future__ import annotations

import re


def literal(text: str) -> str:
    """The text as Markdown that shows exactly it, on one line and anywhere in it."""
    text = re.sub(r"[\\`*_\[\]~$@]|#(?=\w|\Z)", r"\\\g<0>", text)
    # Not every reader knows `\<`, and what follows it would be HTML there.
    text = re.sub(r"&(?=#?\w{1,40};)", "&amp;", text).replace("<", "&lt;")
    # Bare addresses become links in many readers, unless something stands in their middle.
    text = re.sub(r":(?=//)|/(?=/)|(?<=\w)\.(?=[^\W\d_]{2})", r"\\\g<0>", text)
    return re.sub(r"\A([0-9]*)([-+#=:>.)])(?=\s|\Z|[-#=>])", r"\1\\\2", text)
