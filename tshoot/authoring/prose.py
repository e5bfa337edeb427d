"""Texts as people read them: sentences, words, and how hard they are to read."""

from __future__ import annotations

import re
from functools import lru_cache

from tshoot.authoring.subject import Subject

_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])\s+", re.MULTILINE)
_END = re.compile(r"[.!?…]([\"'”’)*_]*\s+)|(\n\s*\n)|(\n(?=\s*(?:[-*+x]|xx|xxx|xxxx)\s))")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|etc|vs|approx|incl|Dr|Mr|Mrs|Ms|No|St)\.\s+(?=\S)")
_SHORT = ("e.g.", "i.e.", "etc.", "vs.", "approx.", "incl.", "Dr.", "Mr.", "Mrs.", "Ms.", "No.", "St.")
"""Looking for these is much quicker than for the pattern."""
_WORD = re.compile(r"[^\W_]+(?:['’.@/:+-][^\W_]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SIGNS = ".,;:!?…()[]\"'*_`“”‘’-"
_CODE = re.compile(r"`[^`]*`|\{[^{}]*\}")


@lru_cache(maxsize=1024)
def sentences(text: str) -> tuple[tuple[str, int], ...]:
    """The sentences of a text, each with its offset; the items of a list are sentences of their own."""
    found, start = [], 0
    masked = _ITEM.sub(_masked, text)
    if any(short in text for short in _SHORT):
        masked = _ABBREVIATION.sub(_masked, masked)
    for end in _END.finditer(masked):
        found.append((text[start : end.start(end.lastindex or 0)], start))
        start = end.end()
    found.append((text[start:], start))
    return tuple((sentence, offset) for sentence, offset in found if sentence.strip())


def prose_sentences(text: str) -> int:
    """How many sentences a text has; a list counts as one."""
    prose = "\n".join(line for line in text.splitlines() if not _ITEM.match(line))
    return len(sentences(prose)) + (prose.count("\n") < text.count("\n") and bool(_ITEM.search(text)))


def _masked(match: re.Match[str]) -> str:
    """As many letters and line ends as what they stand for, with nothing that ends a sentence."""
    return "".join("\n" if char == "\n" else " " if char == " " else "x" for char in match[0])


@lru_cache(maxsize=1024)
def words(text: str) -> tuple[str, ...]:
    """The words of a text; a placeholder and a piece of code count as one."""
    return tuple(_WORD.findall(_CODE.sub("x", text)))


def grade(text: str) -> float:
    """The years of school that a text asks for, by the formula of Flesch and Kincaid; for English."""
    found = _CODE.sub("x", text).split()
    if not found:
        return 0.0
    spoken = sum(map(syllables, found))
    return 0.39 * len(found) / max(len(sentences(text)), 1) + 11.8 * spoken / len(found) - 15.59


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """About how many syllables an English word has."""
    low = word.lower().strip(_SIGNS)
    count = len(_VOWELS.findall(low))
    if low.endswith("e") and not low.endswith(("le", "ee", "ye")) and count > 1:
        count -= 1
    if low.endswith(("es", "ed")) and len(low) > 4 and low[-3] not in "aeioutdsxzcg" and count > 1:
        count -= 1
    return max(count, 1)


def is_english(subject: Subject) -> bool:
    """Whether the texts of the tree are English."""
    return subject.tree.language.partition("-")[0].lower() == "en"
