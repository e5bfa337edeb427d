"""The small Markdown of tree texts, for the faces."""

from tshoot.engine.markup import Block, Run, escape, parse, plain_blocks, plain_runs, to_plain

__all__ = ["Block", "Run", "escape", "parse", "plain_blocks", "plain_runs", "to_plain"]
