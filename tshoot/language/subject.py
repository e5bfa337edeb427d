"""What a question is about, apart from the words of asking."""

from __future__ import annotations

import re
from functools import cache

from tshoot.language.words import stem, tokens, word_set

_EMPTY = word_set(
    """a an the and or but so if then than that this these those it its they them their there here one ones i you u
    we he she me my your our his her us mine yours is are was were am be been being do does did done doing have has had
    having will would can could should shall may might must to of in at as by for from with about into not no yes ok
    okay please sorry thanks hello hi hey well hm oh um wait what which who whom whose how why where when too also just
    really very even ever exactly actually anyway again now still yet any some such s t all both because while want
    wants say says ask asks something anything thing things kind let maybe quite rather only other same hang btw like"""
)
"""Words that carry no subject."""

_FAINT = word_set(
    """check checking tell know see seeing find show look looks looking mean means meaning explain describe understand
    go get got getting make sure need needed way ways step steps procedure best right correct properly normally normal
    good bad idea clue work works working use uses using used happen happens come take give put possible help much many
    long far often time supposed reason matter important relevant question think sort able try before after up out off
    on over down necessary instructions cause causes caused details detail information info trick point purpose fine
    around problem issue"""
)
"""Words of asking itself: two questions that share them need not be about the same thing."""


def subjects(text: str) -> dict[str, str]:
    """From stems to words, of those that may carry a subject, in order."""
    return {stem(word): word for word in tokens(text) if word not in _EMPTY}


@cache
def _frame() -> re.Pattern[str]:
    """Words around a question that are not about its subject: "could you tell me …", "never heard of …"."""
    me = "(?:(?:also|please|kindly|again) )*(?:tell|show|explain to|remind|help|walk|guide) me"
    return re.compile(
        rf"\b(?:(?:can|could|would|will|may) (?:you|u|someone|i|one) (?:ask )?(?:{me})?|{me}|do you know"
        r"|i (?:would like|want|need|have|must) (?:to )?(?:know|ask)|what do you think|i was wondering"
        r"|(?:i have )?never heard of|(?:i am )?(?:not |un)familiar with|sorry to bother)\b"
    )


def without_frame(text: str) -> str:
    """The words of a question without those that only ask."""
    return _frame().sub(" ", " ".join(tokens(text)))


def is_faint(word: str) -> bool:
    """Whether a word belongs to asking itself, not to what is asked about."""
    return word in _FAINT
