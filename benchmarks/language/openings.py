"""First messages and the trees that they mean: public intents, openings, the shipped trees, and what is far off."""

from __future__ import annotations

import json
import math
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.language.sets import CHECKOUT, data_folder, mistyped, sources
from tests.library.first_messages import USER
from tests.library.later_messages import LATER
from tests.library.opening_words import ONE
from tests.library.opening_words_more import FAR
from tshoot.language.symptoms import Document
from tshoot.store.catalogue import Catalogue

BANKING = "banking77-dev"

GREETINGS = (
    "Hi,", "Hello there,", "Good morning team, hope you are all well.", "hey", "Dear colleagues,",
    "Hello, this is Martin from accounting.", "hi, sorry to bother you again.", "",
)  # fmt: skip
AROUND = (
    "I am at home today with two kids around me.", "I tried to look it up but I did not find anything useful.",
    "I have an important meeting at three.", "It all started yesterday after lunch.",
    "My colleague next to me does not know either.", "I am not very good with these things, I have to say.",
    "I was on holiday for two weeks and came back on Monday.", "",
)  # fmt: skip
CLOSINGS = (
    "Thanks a lot, Anna", "Please help.", "Your help is appreciated.", "What can I do?",
    "Thank you in advance and have a nice day.", "",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opening:
    """A first message, and the tree that is meant; empty: none."""

    text: str
    tree: str


@dataclass(frozen=True, slots=True)
class Openings:
    """Trees, and what people say at first."""

    name: str
    documents: tuple[Document, ...]
    said: tuple[Opening, ...]


def openings(data: Path | None) -> Iterator[Openings]:
    """All sets that are there."""
    banking = data_folder(data) / BANKING
    if (banking / "trees").is_dir():
        yield read_openings(BANKING, banking, "queries.jsonl")
    far = tuple(Opening(text, "") for text in FAR)
    for source in sources(data):
        if not source.missing and (source.folder / "openings.jsonl").is_file():
            found = read_openings(source.name, source.folder, "openings.jsonl")
            yield replace(found, said=found.said + far)
    shipped = documents_in(CHECKOUT / "decision_trees")
    for name, tables in (("shipped trees", (USER, LATER)), ("shipped trees, stories", (ONE,))):
        own = tuple(Opening(text, tree) for table in tables for tree, texts in table.items() for text in texts)
        yield Openings(name, shipped, own + far)


def read_openings(name: str, folder: Path, file: str) -> Openings:
    """A folder of trees beside a file of JSON lines."""
    rows = map(json.loads, (folder / file).read_text(encoding="utf-8").splitlines())
    return Openings(
        name, documents_in(folder / "trees"), tuple(Opening(row["text"], row["tree"] or "") for row in rows)
    )


def documents_in(folder: Path) -> tuple[Document, ...]:
    """What the live trees of a folder say of themselves."""
    with TemporaryDirectory() as state, closing(Catalogue([folder], Path(state))) as catalogue:
        names = [one.id for one in catalogue.entries() if one.status == "live" and not one.broken]
        trees = [tree for name in names if (tree := catalogue.tree(name))]
    return tuple(
        Document(one.id, one.title, one.summary, one.symptoms, one.not_symptoms, one.area, one.language)
        for one in trees
    )


# Made harder


def with_errors(given: Openings) -> Openings:
    """One or two typing errors in each message."""
    chosen = random.Random(11)
    return replace(
        given,
        name=f"{given.name}, mistyped",
        said=tuple(replace(one, text=mistyped(one.text, chosen)) for one in given.said),
    )


def in_stories(given: Openings, most: int = 1000) -> Openings:
    """Some of the messages, with greetings, thanks and what else happened around them."""
    chosen = random.Random(3)
    some = chosen.sample(given.said, min(most, len(given.said)))
    return replace(
        given,
        name=f"{given.name}, in stories",
        said=tuple(replace(one, text=_story(one.text, chosen)) for one in some),
    )


def _story(text: str, chosen: random.Random) -> str:
    before, after = chosen.sample(AROUND, 2)
    own = text if text[-1:] in ".?!" else f"{text}."
    parts = (chosen.choice(GREETINGS), before, own, after, chosen.choice(CLOSINGS))
    return " ".join(part for part in parts if part)


def unbalanced(given: Openings) -> Openings:
    """Three to thirty phrases a tree: some of the messages become phrases, the others are asked."""
    chosen = random.Random(5)
    pool: dict[str, list[str]] = defaultdict(list)
    asked = []
    for one in given.said:
        if one.tree and chosen.random() < 0.6:
            pool[one.tree].append(one.text)
        else:
            asked.append(one)
    documents = tuple(_resized(one, pool[one.tree], chosen) for one in given.documents)
    return Openings(f"{given.name}, 3 to 30 phrases", documents, tuple(asked))


def _resized(document: Document, more: Sequence[str], chosen: random.Random) -> Document:
    count = round(math.exp(chosen.uniform(math.log(3), math.log(30))))
    return replace(document, symptoms=(*document.symptoms, *more)[:count])
