"""Time and memory of finding a tree in a large library; each size in a process of its own, which prints its figures."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import psutil

from benchmarks.language.sets import CHECKOUT
from benchmarks.language.tables import Target, table
from benchmarks.measure import high, timed
from tshoot.language.symptoms import Ranked
from tshoot.language.vectors import drawn_word
from tshoot.store import catalogue_db
from tshoot.store.compiled import Compiled
from tshoot.store.database import Database
from tshoot.store.symptom_index import SymptomIndex

SMALL, LARGE = 1_000, 100_000
ASKED = 200
CHANGED = 9
BATCH = 2_000
FOLDER = "trees"
FORMS = (
    "my {0} does not {1} any more", "the {0} of the {2} is {1}", "why does the {2} {1} when i {3} it",
    "{0} {1} error on {3}", "cannot {3} the {0} since the {2}", "how do i {3} my {0} with the {2}",
    "i get a {1} message when the {0} starts", "{2} keeps asking for the {3}",
)  # fmt: skip
HEADS = (
    "trees",
    "built, s",
    "opened, ms",
    "found, ms",
    "95 %, ms",
    "one changed, ms",
    "memory, MB",
    "right first, %",
)


def speed(large: bool) -> tuple[Iterator[str], list[Target]]:
    """A table of sizes, and the targets; the large one takes two minutes."""
    found = {size: measured(size) for size in ((SMALL, LARGE) if large else (SMALL,))}
    columns = ("built", "opened", "found", "high", "changed", "memory", "right")
    rows = [(f"{size:,}", *(f"{one[name]:.1f}" for name in columns)) for size, one in found.items()]
    return table("Time among invented trees of five phrases", HEADS, rows), _targets(found)


def _targets(found: dict[int, dict[str, float]]) -> list[Target]:
    def at_most(what: str, name: str, size: int, wanted: float, unit: str) -> Target:
        value = found[size][name] if size in found else None
        return Target(f"{what} {size:,} trees", wanted, value, at_least=False, unit=unit)

    return [
        at_most("found among", "found", SMALL, 5, "ms"),
        at_most("found among", "found", LARGE, 30, "ms"),
        at_most("index built of", "built", LARGE, 90, "s"),
        at_most("index opened of", "opened", LARGE, 20, "ms"),
        at_most("one changed of", "changed", LARGE, 50, "ms"),
        at_most("memory with", "memory", LARGE, 150, "MB"),
    ]


def measured(size: int) -> dict[str, float]:
    """The figures of one size."""
    with TemporaryDirectory(prefix="tshoot-bench-") as folder:
        figures: dict[str, float] = {}
        for part in ("made", "built", "asked"):
            figures |= _in_a_process(part, size, folder)
        return figures


def _in_a_process(part: str, size: int, folder: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.language.routing_speed", part, str(size), folder]
    run = subprocess.run(command, check=True, capture_output=True, text=True, cwd=CHECKOUT, env=dict(os.environ))
    found: dict[str, float] = json.loads(run.stdout)
    return found


# In the process


def documents(size: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Ids and phrases of trees; the same ones every time."""
    chosen = random.Random(4)
    for number in range(size):
        words = [_word(chosen) for _ in range(4)]
        yield f"tree-{number:06}", tuple(form.format(*words) for form in chosen.sample(FORMS, 5))


def _word(chosen: random.Random) -> str:
    while len(drawn := drawn_word(chosen.random())) < 4:
        pass
    return drawn


def make(folder: Path, size: int) -> dict[str, float]:
    """A catalogue of so many trees, as if they had been compiled."""
    with closing(catalogue_db.open_catalogue(folder / catalogue_db.FILE_NAME)) as database:
        named = documents(size)
        while rows := [_compiled(name, phrases) for name, phrases in islice(named, BATCH)]:
            catalogue_db.put_files(database, FOLDER, rows)
    return {}


def _compiled(name: str, phrases: Sequence[str]) -> Compiled:
    document = json.dumps([phrases[0], "", phrases, [], "", "en"])
    entry = json.dumps([name, name, "", 1, "both", "", "live", name, name, False, 5])
    return Compiled(name, "", name, name, False, True, entry, "{}", document)


def build(folder: Path) -> dict[str, float]:
    """How long making the index takes, and what memory it takes at most."""
    with closing(catalogue_db.open_catalogue(folder / catalogue_db.FILE_NAME)) as database:
        index = SymptomIndex(database, [FOLDER])
        took = timed(lambda: index.search("hello", "user", 5)) / 1000
        index.close()
    return {"built": took, "memory": most_memory()}


def ask(folder: Path, size: int) -> dict[str, float]:
    """How long opening takes, finding, and the first question after one tree has changed."""
    with closing(catalogue_db.open_catalogue(folder / catalogue_db.FILE_NAME)) as database:
        index = SymptomIndex(database, [FOLDER])
        opened = timed(lambda: index.search("", "user", 5))
        index.search("something warms up", "user", 5)
        asked = list(_asked(size))
        times, right = [], 0
        for text, tree in asked:
            found: list[Ranked] = []
            times.append(timed(lambda: found.extend(index.search(text, "user", 5))))  # noqa: B023
            right += bool(found) and found[0].tree == tree
        changed = [_change(database, index, number) for number in range(CHANGED)]
        index.close()
    return {
        "opened": opened, "found": median(times), "high": high(times), "changed": median(changed),
        "right": 100 * right / len(asked),
    }  # fmt: skip


def _asked(size: int) -> Iterator[tuple[str, str]]:
    """Phrases of trees from all over the library, a word left out and courtesy added."""
    chosen = random.Random(9)
    for name, phrases in islice(documents(size), 0, None, max(1, size // ASKED)):
        words = chosen.choice(phrases).split()
        words.pop(chosen.randrange(len(words)))
        yield f"hi, {' '.join(words)} please help", name


def _change(database: Database, index: SymptomIndex, number: int) -> float:
    """Milliseconds of a search after one tree was compiled anew."""
    phrases = (f"the zebra has lost {number} stripes", "zebra stripes")
    catalogue_db.put_files(database, FOLDER, [_compiled("tree-000000", phrases)])
    return timed(lambda: index.search("zebra stripes", "user", 5))


def most_memory() -> float:
    """The most that this process has held, in megabytes; what it holds now where the system does not say."""
    memory = psutil.Process().memory_info()
    if sys.platform == "win32":
        return float(memory.peak_wset) / 1e6
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(max(memory.rss, peak * (1 if sys.platform == "darwin" else 1024)) / 1e6)


def main(part: str, size: int, folder: Path) -> dict[str, float]:
    """One part, in this process."""
    match part:
        case "made":
            return make(folder, size)
        case "built":
            return build(folder)
    return ask(folder, size)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))))
