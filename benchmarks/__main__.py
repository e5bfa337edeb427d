"""`python -m benchmarks [NAME ...]`: measure what tshoot promises, beside what it is compared with, in one run."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from benchmarks.measure import Settings, Table
from benchmarks.report import as_json, as_text
from benchmarks.workshop import Workshop

Benchmark = Callable[[Workshop, Settings], list[Table]]

BENCHMARKS = {
    "screen": ("start_screen", "from exec to the first question drawn"),
    "plain": ("start_plain", "the start of --plain, of --version and of completion"),
    "keys": ("key_to_screen", "from key press to changed screen"),
    "durable": ("durable_answer", "an answer durable and the next node chosen"),
    "lint": ("lint_library", "a library linted for the first time, and after an edit"),
    "preview": ("preview_reload", "from a save to the changed question in the preview"),
    "peers": ("peers", "the start of other programs that are installed here"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmarks that were named, or all of them; 0 whatever they find."""
    parser = _parser()
    args = parser.parse_args(argv)
    if unknown := [name for name in args.names if name not in BENCHMARKS]:
        parser.error(f"there is no benchmark called {unknown[0]}")
    names = args.names or [name for name in BENCHMARKS if name != "peers"]
    if args.peers and "peers" not in names:
        names.append("peers")
    tables: list[Table] = []
    with Workshop() as workshop:
        for name in names:
            found = benchmark(name)(workshop, Settings(runs=args.runs))
            tables += found
            if not args.json:
                print("\n".join(map(as_text, found)), flush=True)
    if args.json:
        print(as_json(tables))
    return 0


def benchmark(name: str) -> Benchmark:
    """The function behind a name."""
    module = import_module(f"benchmarks.{BENCHMARKS[name][0]}")
    found: Benchmark = module.run
    return found


def _parser() -> argparse.ArgumentParser:
    listed = "\n".join(f"  {name:10}{text}" for name, (_, text) in BENCHMARKS.items())
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, epilog=f"Benchmarks:\n{listed}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("names", nargs="*", metavar="NAME", help="see below; default: all but peers")
    parser.add_argument(
        "--runs", type=int, default=Settings().runs, help="starts of each program (default: %(default)s)"
    )
    parser.add_argument("--peers", action="store_true", help="other programs too")
    parser.add_argument("--json", action="store_true", help="the tables as JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
