"""Makes `tshoot/language/answer_weights.py`: how much each sign of yes and no counts.

A logistic regression over the signs of `tshoot.language.weighing`, trained on `tests/said`: `tuned`,
`plain`, `fresh`, `repair` and `vivid` (sentences written for this project; `held` and `blind` are for measuring alone).
Run it after the signs or the words behind them have changed: `python scripts/answer_weights.py`.
"""

from __future__ import annotations

import json
import math
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tshoot.cli.questions import prompt_at
from tshoot.conversation.hearing import question_of
from tshoot.language.polarity import signs
from tshoot.language.weighing import Signs
from tshoot.store.catalogue import Catalogue

ROOT = Path(__file__).parent.parent
SAID = ROOT / "tests" / "said"
TARGET = ROOT / "tshoot" / "language" / "answer_weights.py"
TAUGHT_BY = ("tuned", "plain", "fresh", "repair", "vivid")
DAMPING = 1.0
"""Strength of the pull of each weight towards 0."""
STEPS = 30

Example = tuple[Signs, bool]


def main() -> None:
    """Read the examples, fit the weights, write them."""
    examples = [example for name in TAUGHT_BY for example in _examples(SAID / name)]
    names = list(examples[0][0])
    rows = [[1.0, *(signs[name] for name in names)] for signs, _ in examples]
    weights = _fit(rows, [yes for _, yes in examples])
    lines = "".join(f'    "{name}": {weight:.3f},\n' for name, weight in zip(names, weights[1:], strict=True))
    TARGET.write_text(
        '"""Made by scripts/answer_weights.py: what each sign counts. Do not edit."""\n\n'
        f"BIAS = {weights[0]:.3f}\nWEIGHTS = {{\n{lines}}}\n"
    )
    right = sum((_sum(weights, row) > 0) == yes for row, (_, yes) in zip(rows, examples, strict=True))
    sys.stdout.write(f"{len(examples)} examples, {right / len(examples):.1%} right of those taught by\n")


def _examples(folder: Path) -> Iterator[Example]:
    with tempfile.TemporaryDirectory() as state:
        catalogue = Catalogue([folder / "trees"], Path(state))
        for line in (folder / "answers.jsonl").read_text().splitlines():
            said = json.loads(line)
            tree = catalogue.tree(said["tree"])
            prompt = prompt_at(tree, said["node"]) if tree else None
            if prompt and said["option"] in ("Yes", "No") and len(prompt.choices) == 2:
                example = signs(said["text"], question_of(prompt, tree).text)
                if example:
                    yield example, said["option"] == "Yes"
        catalogue.close()


def _fit(rows: Sequence[Sequence[float]], yes: Sequence[bool]) -> list[float]:
    """Newton's method for the damped logistic loss."""
    weights = [0.0] * len(rows[0])
    for _ in range(STEPS):
        shares = [1 / (1 + math.exp(-_sum(weights, row))) for row in rows]
        slope = [-DAMPING * weight if place else 0.0 for place, weight in enumerate(weights)]
        bend = [[DAMPING * (i == j and i > 0) + 1e-9 for j in range(len(weights))] for i in range(len(weights))]
        for row, share, is_yes in zip(rows, shares, yes, strict=True):
            for i, one in enumerate(row):
                slope[i] += (is_yes - share) * one
                for j, other in enumerate(row):
                    bend[i][j] += share * (1 - share) * one * other
        weights = [weight + step for weight, step in zip(weights, _solve(bend, slope), strict=True)]
    return weights


def _sum(weights: Sequence[float], row: Sequence[float]) -> float:
    return math.fsum(weight * value for weight, value in zip(weights, row, strict=True))


def _solve(table: list[list[float]], right: list[float]) -> list[float]:
    """Gauss's elimination with the largest pivot first."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(table, right, strict=True)]
    for place in range(size):
        pivot = max(range(place, size), key=lambda i: abs(rows[i][place]))
        rows[place], rows[pivot] = rows[pivot], rows[place]
        for i in range(size):
            if i != place:
                factor = rows[i][place] / rows[place][place]
                rows[i] = [a - factor * b for a, b in zip(rows[i], rows[place], strict=True)]
    return [rows[i][size] / rows[i][i] for i in range(size)]


if __name__ == "__main__":
    main()
