"""What a first message may mean: one tree, one of two that are close, two problems at once, or nothing here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tshoot.model.record import record

if TYPE_CHECKING:
    from tshoot.language.problems import Part

GUESSES = 3
NEAR = 0.3
"""From this score on a tree is worth showing, even where none fits."""

PART_FITS = 0.55
"""The score from which on one part of a message says by itself which tree is meant."""

CLEAR = 0.8
"""The score from which on two parts that nothing announces as two are two problems."""

APART = 0.8
"""Of two problems, each part speaks for the other's tree at most this much of what the other part does."""

CLOSE = 0.05
"""Two trees whose scores differ by less are too close to take one."""

MOST_PROBLEMS = 3


@record
class Hit:
    """A tree that may be meant."""

    tree: str
    title: str
    summary: str
    score: float
    words: tuple[str, ...] = ()
    """The person's words that speak for it."""


@record
class Problem:
    """One of several problems of a message, and the tree that it means."""

    text: str
    """In the person's words."""
    hit: Hit


@record
class Near:
    """One of two trees that are close, and what it says of itself and the other does not."""

    words: str
    hit: Hit


@record
class Found:
    """The trees that may be meant, best first."""

    hits: tuple[Hit, ...] = ()
    fits: bool = False
    """Whether the best one is likely meant; else say honestly that none fits."""
    problems: tuple[Problem, ...] = ()
    """Two or three, in the order told, where the message clearly tells several; else empty."""
    close: tuple[Near, ...] = ()
    """The best two, where they fit about equally well; else empty."""

    @property
    def nearest(self) -> tuple[Hit, ...]:
        """The best guess and the next two, without those that hardly anything speaks for."""
        return tuple(hit for hit in self.hits[:GUESSES] if hit.score >= NEAR)

    @property
    def left_over(self) -> tuple[Hit, ...]:
        """The next guesses, when neither of two that are close is meant, nor one of several problems."""
        asked = {one.hit.tree for one in self.problems} | {one.hit.tree for one in self.close}
        return tuple(hit for hit in self.nearest if hit.tree not in asked) if asked else ()

    def others(self, tree: str) -> tuple[str, ...]:
        """What else was said, in the person's words, once one of several problems is chosen."""
        if all(problem.hit.tree != tree for problem in self.problems):
            return ()
        return tuple(problem.text for problem in self.problems if problem.hit.tree != tree)


Search = Callable[[str], tuple[Hit, ...]]
"""The trees for some words, best first."""

Phrases = Callable[[str], Sequence[str]]
"""What a tree says of itself: its symptoms."""

_Piece = tuple["Part", tuple[Hit, ...]]


def guess(text: str, search: Search, phrases: Phrases, limit: int) -> Found:
    """The trees for a message and, where it has several parts, for each of them."""
    from tshoot.language.problems import cause, told

    reason = cause(text)
    hits = _best(search(text), search(reason) if reason else ())
    pieces = [(part, search(part.text)) for part in told(text)]
    problems = _problems(pieces)
    fits = bool(problems) or _fits(hits, pieces)
    close = _close(text, hits, phrases) if fits and not problems else ()
    return Found(hits[:limit], fits, problems, close)


def _best(whole: tuple[Hit, ...], cause: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The trees for a message, or for what is wrong in it: what somebody cannot do because of it is another matter."""
    if not cause:
        return whole
    best = {hit.tree: hit for hit in sorted((*whole, *cause), key=lambda hit: hit.score)}
    return tuple(sorted(best.values(), key=lambda hit: -hit.score))


def _fits(hits: Sequence[Hit], pieces: Sequence[_Piece]) -> bool:
    """Whether the best tree fits the whole, or clearly one part: a long story thins out what it is about."""
    from tshoot.language.symptoms import FITS

    if not hits or hits[0].score >= FITS:
        return bool(hits)
    return any(found[0].tree == hits[0].tree and _speaks(part, found[0]) for part, found in pieces if found)


def _speaks(part: Part, hit: Hit) -> bool:
    """Whether a part says by itself that this tree is meant; one word only in a short one, announced or clear."""
    from tshoot.language.words import content

    few = (part.added or hit.score >= CLEAR) and 2 * len(hit.words) >= len(content(part.text))
    return hit.score >= PART_FITS and (len(hit.words) > 1 or (few and bool(hit.words)))


# Several problems


def _problems(pieces: Sequence[_Piece]) -> tuple[Problem, ...]:
    """The problems that stand clearly apart; nothing where there are no two."""
    apart: list[_Piece] = []
    for piece in _one_a_tree(pieces):
        if all(_stand_apart(piece, other) for other in apart):
            apart.append(piece)
    told = [piece for piece in pieces if piece in apart[:MOST_PROBLEMS]]
    return tuple(Problem(part.text, found[0]) for part, found in told) if len(told) > 1 else ()


def _one_a_tree(pieces: Sequence[_Piece]) -> list[_Piece]:
    """The parts that fit by themselves, the clearest first; of those with the same tree, the clearest."""
    clearest = sorted((piece for piece in pieces if piece[1]), key=lambda piece: -piece[1][0].score)
    best: dict[str, _Piece] = {}
    for part, found in clearest:
        if _speaks(part, found[0]):
            best.setdefault(found[0].tree, (part, found))
    return list(best.values())


def _stand_apart(one: _Piece, other: _Piece) -> bool:
    announced = one[0].added or other[0].added
    clear = announced or min(one[1][0].score, other[1][0].score) >= CLEAR
    return clear and _speaks_less(one, other) and _speaks_less(other, one)


def _speaks_less(piece: _Piece, other: _Piece) -> bool:
    """Whether a part speaks much less for the other part's tree than that part does."""
    meant = other[1][0]
    own = next((hit.score for hit in piece[1] if hit.tree == meant.tree), 0.0)
    return own <= APART * meant.score


# Two trees that are close


def _close(text: str, hits: Sequence[Hit], phrases: Phrases) -> tuple[Near, ...]:
    from tshoot.language.symptoms import FITS
    from tshoot.language.telling import telling

    if len(hits) < 2 or hits[1].score < FITS or hits[0].score - hits[1].score >= CLOSE:
        return ()
    one, other = hits[:2]
    said = (phrases(one.tree), phrases(other.tree))
    return (
        Near(telling(text, said[0], (other.title, *said[1])) or one.title, one),
        Near(telling(text, said[1], (one.title, *said[0])) or other.title, other),
    )
