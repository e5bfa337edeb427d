"""Which tree fits what a person says: one document a tree, TF-IDF cosine and BM25 over the same postings.

`build` gives plain data, so that a store can keep it and fetch the postings of one query alone. A posting
holds how much a tree's phrases use a feature; the length of its list says how rare the feature is.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tshoot.language.features import EVERYDAY, WEIGHTS, features, query_features
from tshoot.language.spelling import Vocabulary, respell
from tshoot.language.words import STOP_WORDS, stem, tokens

__all__ = [
    "FITS",
    "Built",
    "CorpusStats",
    "Document",
    "DocumentStats",
    "Ranked",
    "build",
    "query_features",
    "rank",
]

FITS = 0.5
"""A score below this means that no tree fits; the scores are scaled to it by the trees' own phrases."""

PHRASE = 12.0
"""Weight of one phrase, shared by its features, so that a long summary does not drown a short symptom."""

WORDLESS = 0.45
"""The most that a tree can score that shares no whole word with the text, stop words apart."""

ENOUGH_TREES = 50
"""With fewer trees than this, rarity cannot tell stop words from others yet: they count in proportion."""

MIDDLING = 0.15
"""The raw score at which a tree is taken to fit, where the library has too few phrases to tell."""

SAMPLE = 200
"""Phrases that are looked at to find this library's own threshold."""

CROWDED = 0.25
"""A feature that more of a large library's trees have than this tells them apart too little to look at."""

LARGE = 200

_SATURATION, _LENGTH = 1.2, 0.4

Posting = tuple[int, float]
_Trees = Sequence[tuple[int, Sequence[Counter[str]]]]
"""The number of each tree's document, and the features of its phrases."""
Fetch = Callable[[Sequence[str]], Mapping[str, Sequence[Posting]]]
"""From features to their postings; features that no tree has may be missing."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a tree says about when it fits."""

    tree: str
    title: str
    summary: str = ""
    symptoms: tuple[str, ...] = ()
    not_symptoms: tuple[str, ...] = ()
    area: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class DocumentStats:
    """What ranking needs of one document besides its postings; a posting names it by its place in the list."""

    tree: str
    norm: float
    length: float
    against: bool = False
    """It holds the tree's `not_symptoms` and pushes the tree away."""


@dataclass(frozen=True, slots=True)
class CorpusStats:
    """What ranking needs of the whole library."""

    documents: tuple[DocumentStats, ...] = ()
    average_length: float = 1.0
    middling: float = MIDDLING
    """The raw score that becomes FITS."""


@dataclass(frozen=True, slots=True)
class Built:
    """The whole index as plain data."""

    postings: Mapping[str, Sequence[Posting]]
    stats: CorpusStats
    vocabulary: tuple[str, ...]
    """Every word of the trees, sorted: what misspelt words are held against."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One tree, how well it fits (0 to 1), and the person's words that say so."""

    tree: str
    score: float
    words: tuple[str, ...] = ()


def build(documents: Iterable[Document]) -> Built:
    """The index of a library."""
    phrases = [part for document in documents for part in _parts(document)]
    counted = [(tree, against, [features(text) for text in texts]) for tree, against, texts in phrases]
    sums = [_weighted(each) for _, _, each in counted]
    postings: dict[str, list[Posting]] = {}
    for number, weights in enumerate(sums):
        for feature, weight in weights.items():
            postings.setdefault(feature, []).append((number, weight))
    rarity = _Rarity(len(sums))
    stats = []
    for (tree, against, _), weights in zip(counted, sums, strict=True):
        norm = rarity.norm({feature: (weight, len(postings[feature])) for feature, weight in weights.items()})
        stats.append(DocumentStats(tree, norm, math.fsum(weights.values()), against))
    average = math.fsum(one.length for one in stats) / len(stats) if stats else 1.0
    corpus = CorpusStats(tuple(stats), average or 1.0)
    trees = [(number, each) for number, (_, against, each) in enumerate(counted) if not against]
    middling = _middling(corpus, postings, trees)
    words = {word for _, _, texts in phrases for text in texts for word in tokens(text)}
    return Built(postings, CorpusStats(corpus.documents, corpus.average_length, middling), tuple(sorted(words)))


def _parts(document: Document) -> Iterable[tuple[str, bool, list[str]]]:
    texts = [document.title, document.summary, document.area.replace("-", " "), *document.symptoms]
    yield document.tree, False, [text for text in texts if text.strip()]
    if document.not_symptoms:
        yield document.tree, True, list(document.not_symptoms)


def _weighted(phrases: Sequence[Counter[str]]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for phrase in phrases:
        share = PHRASE / math.sqrt(sum(count * count for count in phrase.values()) or 1)
        for feature, count in phrase.items():
            weights[feature] = weights.get(feature, 0.0) + count * share
    return weights


class _Rarity:
    """How much a feature says, by how many of the documents have it."""

    __slots__ = ("_common", "count")

    def __init__(self, count: int) -> None:
        self.count = count
        self._common = min(1.0, count / ENOUGH_TREES)

    def kind(self, feature: str) -> float:
        weight = WEIGHTS[feature[0]]
        return weight * self._common if feature[0] == "s" or feature in EVERYDAY else weight

    def cosine(self, feature: str, having: int) -> float:
        return (math.log((1 + self.count) / (1 + having)) + 1) * self.kind(feature)

    def bm25(self, feature: str, having: int) -> float:
        return math.log(1 + (self.count - having + 0.5) / (having + 0.5)) * self.kind(feature)

    def norm(self, weights: Mapping[str, tuple[float, int]]) -> float:
        parts = (weight * self.cosine(feature, having) for feature, (weight, having) in weights.items())
        return math.sqrt(math.fsum(part * part for part in parts)) or 1.0


def rank(text: str, corpus: CorpusStats, postings: Fetch, vocabulary: Vocabulary | None = None) -> list[Ranked]:
    """All trees that share anything with the text, best first.

    Given a `vocabulary`, words that no tree has are also read as the nearest word that one has.
    """
    query = features(text)
    found = postings(tuple(query))
    if vocabulary is not None:
        unknown = [word for word in dict.fromkeys(tokens(text)) if _is_unknown(word, found)]
        if corrected := respell(text, unknown, vocabulary):
            query |= features(corrected)  # what was typed still counts as unknown, so that guesses fit less well
            found = postings(tuple(query))
            text = f"{text} {corrected}"
    scores = _scores(query, corpus, found)
    order = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return _with_words(order, text, corpus, found)


def _is_unknown(word: str, found: Mapping[str, Sequence[Posting]]) -> bool:
    return len(word) > 3 and word not in STOP_WORDS and not found.get(f"w:{stem(word)}")


def _scores(
    query: Mapping[str, int], corpus: CorpusStats, found: Mapping[str, Sequence[Posting]]
) -> dict[str, float]:
    """Scaled scores by tree, `not_symptoms` taken off."""
    raw = _raw_scores(query, corpus, found)
    own: dict[str, float] = {}
    against: dict[str, float] = {}
    for number, score in raw.items():
        document = corpus.documents[number]
        (against if document.against else own)[document.tree] = score
    pushed = {tree: score - max(0.0, against.get(tree, 0.0) - score / 2) for tree, score in own.items()}
    middling = corpus.middling
    return {tree: round(score / (score + middling), 4) for tree, score in pushed.items() if score > 0}


def _raw_scores(
    query: Mapping[str, int], corpus: CorpusStats, found: Mapping[str, Sequence[Posting]]
) -> dict[int, float]:
    """The mean of cosine and BM25, each 0 to 1, by document. What no tree has counts in the query's norm."""
    rarity = _Rarity(len(corpus.documents))
    crowd = rarity.count * CROWDED if rarity.count >= LARGE else rarity.count
    cosines: dict[int, float] = {}
    bm25s: dict[int, float] = {}
    square = best = 0.0
    lengths = [_length_factor(one, corpus) for one in corpus.documents]
    for feature, count in query.items():
        listed = found.get(feature, ())
        weight = count * rarity.cosine(feature, len(listed))
        gain = rarity.bm25(feature, len(listed)) * (_SATURATION + 1)
        square += weight * weight
        best += gain
        if len(listed) > crowd:
            continue
        weight *= rarity.cosine(feature, len(listed))
        for number, use in listed:
            cosines[number] = cosines.get(number, 0.0) + weight * use
            bm25s[number] = bm25s.get(number, 0.0) + gain * use / (use + lengths[number])
    norm = math.sqrt(square) or 1.0
    documents = corpus.documents
    return {
        number: 0.5 * cosine / (norm * documents[number].norm) + 0.5 * bm25s[number] / (best or 1.0)
        for number, cosine in cosines.items()
    }


def _length_factor(document: DocumentStats, corpus: CorpusStats) -> float:
    return _SATURATION * (1 - _LENGTH + _LENGTH * document.length / corpus.average_length)


def _with_words(
    order: Sequence[tuple[str, float]], text: str, corpus: CorpusStats, found: Mapping[str, Sequence[Posting]]
) -> list[Ranked]:
    having: dict[str, dict[str, None]] = {}
    for word in dict.fromkeys(word for word in tokens(text) if word not in STOP_WORDS):
        for number, _ in found.get(f"w:{stem(word)}", ()):
            if not corpus.documents[number].against:
                having.setdefault(corpus.documents[number].tree, {})[word] = None
    ranked = [
        Ranked(tree, score, tuple(having[tree])) if tree in having else Ranked(tree, min(score, WORDLESS))
        for tree, score in order
    ]
    return sorted(ranked, key=lambda one: -one.score)


def _middling(corpus: CorpusStats, postings: Mapping[str, Sequence[Posting]], trees: _Trees) -> float:
    """The raw score that nearly all phrases reach against the library without themselves."""
    cases = [(tree, place) for tree, (_, phrases) in enumerate(trees) for place in range(len(phrases))]
    cases = [case for case in cases if len(trees[case[0]][1]) > 2]
    cases = cases[:: max(1, len(cases) // SAMPLE)]
    if len(cases) < 20:
        return MIDDLING
    scores = sorted(_left_out(corpus, postings, *trees[tree], place) for tree, place in cases)
    return max(MIDDLING * 2 / 3, min(MIDDLING * 1.5, scores[len(scores) // 25]))


def _left_out(
    corpus: CorpusStats,
    postings: Mapping[str, Sequence[Posting]],
    number: int,
    phrases: Sequence[Counter[str]],
    place: int,
) -> float:
    """The best score of one phrase, its own tree counted without it."""
    weights = _weighted([*phrases[:place], *phrases[place + 1 :]])
    rarity = _Rarity(len(corpus.documents))
    norm = rarity.norm({feature: (weight, len(postings[feature])) for feature, weight in weights.items()})
    changed = list(corpus.documents)
    changed[number] = DocumentStats(changed[number].tree, norm, math.fsum(weights.values()))
    found = {feature: _without(postings[feature], number, weights.get(feature)) for feature in phrases[place]}
    raw = _raw_scores(phrases[place], CorpusStats(tuple(changed), corpus.average_length), found)
    own = (score for other, score in raw.items() if not corpus.documents[other].against)
    return max(own, default=0.0)


def _without(listed: Sequence[Posting], number: int, weight: float | None) -> list[Posting]:
    others = [posting for posting in listed if posting[0] != number]
    return [*others, (number, weight)] if weight else others
