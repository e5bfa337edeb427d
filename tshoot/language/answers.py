"""What an answer in one's own words means: which option, which help, which command, or that it is unclear."""

from __future__ import annotations

from tshoot.language.question import Help, Offer, Question, Reading, ReadingKind

__all__ = ["Help", "Offer", "Question", "Reading", "ReadingKind", "read_answer"]


def read_answer(text: str, question: Question) -> Reading:
    """What the text means as an answer to the question."""
    from tshoot.language.reader import (
        read,
    )  # its tables take 20 ms, and the first question shall not wait for them

    return read(text, question)
