"""The entry point: `tshoot`, and `python -m tshoot`."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code. No failure reaches a person as a traceback."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words in (["--version"], ["-V"]):
        from tshoot import __version__
        from tshoot.lines.streams import say

        return say(f"tshoot {__version__}\n")
    if words[:1] == ["complete"]:
        from tshoot.cli.complete import complete

        return complete(words[1:])
    import gc

    try:
        from tshoot.cli.main import run
    except KeyboardInterrupt:  # so early that nothing has begun
        return 130
    gc.set_threshold(20_000)  # starting makes many objects and no garbage
    return run(words)


if __name__ == "__main__":
    sys.exit(main())
