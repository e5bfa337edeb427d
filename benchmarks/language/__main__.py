"""`python -m benchmarks.language [PART]`: how well and how fast typed words are read, beside other ways of reading."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

PARTS = {
    "answers": "the option that an answer means",
    "helps": "questions that people ask back",
    "routing": "the tree that a first message means",
    "speed": "time of reading, of the import, of what is pasted",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one part, or all; 0 whatever is found."""
    args = _parser().parse_args(argv)
    for name in PARTS if args.part == "all" else (args.part,):
        for line in report(name, args.data, args.large):
            print(line, flush=True)
    return 0


def report(name: str, data: Path | None, large: bool) -> Iterator[str]:
    """The lines of one part; a part that is not there says so."""
    module = f"benchmarks.language.{name}"
    if find_spec(module) is None:
        yield f"{name}: skipped, {module} is not there"
        return
    found = import_module(module)
    yield from found.report(data, large=large) if name == "routing" else found.report(data)


def _parser() -> argparse.ArgumentParser:
    listed = "\n".join(f"  {name:10}{text}" for name, text in PARTS.items())
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.language", description=__doc__, epilog=f"Parts:\n{listed}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument(
        "part", nargs="?", default="all", choices=(*PARTS, "all"), metavar="PART", help="see below; default: all"
    )
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="the public sets (also TSHOOT_DATA); default: ../shared/data"
    )
    parser.add_argument("--large", action="store_true", help="routing among 100,000 trees too")
    return parser


if __name__ == "__main__":
    sys.exit(main())
