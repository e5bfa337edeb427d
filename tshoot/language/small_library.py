"""A library held in memory: for few trees, and for trying things out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from tshoot.language.features import words_of
from tshoot.language.profile import Document, packed, unpacked
from tshoot.language.symptoms import Candidate, Section
from tshoot.language.threshold import MIDDLING, middling, sample_of


class SmallLibrary:
    """What `rank` asks of a library, answered from memory; every tree is a candidate."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._candidates: dict[str, list[Candidate]] = {}
        self._words: dict[str, Counter[str]] = {}
        self._counts: Counter[int] = Counter()
        trees: dict[str, dict[str, Document]] = {}
        for document in documents:
            self._add(document)
            trees.setdefault(document.code, {})[document.tree] = document
        self._sections = [Section(code, len(found), MIDDLING) for code, found in self._candidates.items()]
        self._sections = [self._measured(one, trees[one.language]) for one in self._sections]

    def _measured(self, section: Section, trees: Mapping[str, Document]) -> Section:
        sample = sample_of(list(trees), trees.__getitem__)
        return replace(section, middling=middling(sample, section, self))

    def _add(self, document: Document) -> None:
        for against, phrases in ((False, document.phrases()), (True, list(document.not_symptoms))):
            if phrases or not against:
                profile = unpacked(packed(phrases, document.code))
                self._counts.update(profile.uses.keys())
                self._candidates.setdefault(document.code, []).append(Candidate(document.tree, profile, against))
                words = self._words.setdefault(document.code, Counter())
                words.update({word for phrase in phrases for word in words_of(phrase, document.code)})

    def sections(self) -> Sequence[Section]:
        """One for each language."""
        return self._sections

    def counts(self, features: Collection[int]) -> Mapping[int, int]:
        """How many documents have each feature."""
        return {feature: self._counts[feature] for feature in features if feature in self._counts}

    def candidates(self, language: str, stems: Mapping[str, int]) -> Sequence[Candidate]:
        """All trees."""
        return self._candidates[language]

    def alike(self, language: str, word: str) -> Iterable[str]:
        """All words, those of most trees first."""
        words = self._words[language]
        return sorted(words, key=lambda word: (-words[word], word))
