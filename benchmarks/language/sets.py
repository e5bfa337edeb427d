"""The sets of sentences that are measured on: the project's own, and public ones where they are there."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from tshoot.cli.questions import prompt_at
from tshoot.conversation.hearing import question_of
from tshoot.engine.state import Prompt
from tshoot.language.question import Question
from tshoot.model.tree import DecisionTree
from tshoot.store.catalogue import Catalogue

CHECKOUT = Path(__file__).parents[2]
SAID = CHECKOUT / "tests" / "said"
VARIABLE = "TSHOOT_DATA"

Part = Literal["taught", "unseen", "public"]
"""Has taught the weights; is kept apart for measuring; others' conversations, which are there to develop with."""

ABOUT: Mapping[Part, str] = {
    "taught": "ours; HAS TAUGHT the weights",
    "unseen": "ours; has not taught the weights, for measuring alone",
    "public": "public; has not taught the weights, but is looked at in development",
}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a set is kept."""

    name: str
    folder: Path
    part: Part

    @property
    def missing(self) -> str:
        """Why it cannot be read; empty where it can."""
        if (self.folder / "trees").is_dir():
            return ""
        way = f"; give --data DIR or set {VARIABLE}" if self.part == "public" else ""
        return f"{self.name}: skipped, there are no trees in {self.folder}{way}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody answered, and the option that was meant."""

    walk: tuple[str, str]
    """The tree and the conversation."""
    text: str
    question: Question
    key: str
    """The option's."""

    @property
    def yes_no(self) -> bool:
        """Whether there was yes and no to choose from, and nothing else."""
        return {offer.label for offer in self.question.offers} == {"Yes", "No"}


@dataclass(frozen=True, slots=True)
class AskedBack:
    """A question that somebody asked back, and the place of the `faq` entry that answered it."""

    text: str
    question: Question
    faq: int


@dataclass(frozen=True, slots=True)
class SaidSet:
    """One set, read."""

    name: str
    part: Part
    answers: tuple[Answer, ...]
    asked_back: tuple[AskedBack, ...]


def data_folder(given: Path | None) -> Path:
    """Where the public sets are looked for."""
    named = os.environ.get(VARIABLE)
    return given or (Path(named) if named else CHECKOUT.parent / "shared" / "data")


def sources(data: Path | None) -> tuple[Source, ...]:
    """The sets of answers and of questions asked back, those that have taught the weights first."""
    return (
        Source("tuned", SAID / "tuned", "taught"),
        Source("plain", SAID / "plain", "taught"),
        Source("fresh", SAID / "fresh", "taught"),
        Source("repair", SAID / "repair", "taught"),
        Source("vivid", SAID / "vivid", "taught"),
        Source("held", SAID / "held", "unseen"),
        Source("blind", SAID / "blind", "unseen"),
        Source("flodial-dev", data_folder(data) / "flodial-dev", "public"),
    )


def available(data: Path | None) -> tuple[list[SaidSet], list[str]]:
    """The sets that are there, and a line for each that is not."""
    found = sources(data)
    return [read_set(one) for one in found if not one.missing], [one.missing for one in found if one.missing]


def read_set(source: Source) -> SaidSet:
    """Its sentences with the questions to which they were said."""
    with TemporaryDirectory() as state, closing(Catalogue([source.folder / "trees"], Path(state))) as catalogue:
        return SaidSet(
            source.name,
            source.part,
            tuple(_answer(catalogue, row) for row in _rows(source.folder / "answers.jsonl")),
            tuple(_asked_back(catalogue, row) for row in _rows(source.folder / "questions.jsonl")),
        )


def _rows(file: Path) -> Iterator[Mapping[str, object]]:
    """The objects of a file of JSON lines; none where it is missing."""
    if file.is_file():
        yield from map(json.loads, file.read_text(encoding="utf-8").splitlines())


def _answer(catalogue: Catalogue, row: Mapping[str, object]) -> Answer:
    tree, prompt = _asked(catalogue, row)
    keys = [choice.key for choice in prompt.choices if choice.label == row["option"]]
    if not keys:
        raise ValueError(f"{row['tree']}, {row['node']}: there is no option {row['option']!r}")
    walk = (str(row["tree"]), str(row["dialog"]))
    return Answer(walk, str(row["text"]), question_of(prompt, tree), keys[0])


def _asked_back(catalogue: Catalogue, row: Mapping[str, object]) -> AskedBack:
    tree, prompt = _asked(catalogue, row)
    return AskedBack(str(row["text"]), question_of(prompt, tree), int(str(row["faq"])))


def _asked(catalogue: Catalogue, row: Mapping[str, object]) -> tuple[DecisionTree, Prompt]:
    tree = catalogue.tree(str(row["tree"]))
    prompt = prompt_at(tree, str(row["node"])) if tree else None
    if tree is None or prompt is None:
        raise ValueError(f"nothing is asked at {row['tree']}, {row['node']}")
    return tree, prompt


# Typing errors

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {
    key: "".join(row[max(0, place - 1) : place] + row[place + 1 : place + 2])
    for row in _ROWS
    for place, key in enumerate(row)
}


def mistyped(text: str, chosen: random.Random) -> str:
    """The text with one or two typing errors: a letter left out, doubled, mistaken for its neighbour, or swapped."""
    for _ in range(chosen.choice((1, 2))):
        text = _slip(text, chosen)
    return text


def _slip(text: str, chosen: random.Random) -> str:
    places: Sequence[int] = [place for place, letter in enumerate(text) if letter.lower() in _BESIDE]
    if not places:
        return text
    place = chosen.choice(places)
    before, letter, after = text[:place], text[place], text[place + 1 :]
    match chosen.choice(("out", "double", "beside", "swap")):
        case "out":
            return before + after
        case "double":
            return before + letter * 2 + after
        case "beside":
            return before + chosen.choice(_BESIDE[letter.lower()]) + after
    return before + after[:1] + letter + after[1:]
