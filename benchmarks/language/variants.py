"""Ways of reading an answer: a rule of thumb, ours without one of its parts, and ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from types import ModuleType
from unittest.mock import patch

from tshoot.language import mending, polarity, reader, vectors
from tshoot.language.answers import read_answer
from tshoot.language.asked import Asked
from tshoot.language.clauses import Clause
from tshoot.language.evidence import Stance
from tshoot.language.lexicon import NO, YES
from tshoot.language.question import Question, Reading
from tshoot.language.weighing import DECIDED
from tshoot.language.words import tokens, word_set

Read = Callable[[str, Question], Reading]
Change = tuple[ModuleType, str, object]
"""A module, a name in it, and what stands there instead."""

NEGATIONS = word_set("no not never none nothing nope neither nor without cannot hardly nah negative")
LEAST = 0.02
"""Evidence that still counts where the threshold is what is looked at."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way of reading."""

    name: str
    changes: tuple[Change, ...] = ()
    read: Read = read_answer

    @contextmanager
    def in_force(self) -> Iterator[Read]:
        """Its reader, as long as the changes hold; a name that is gone raises."""
        with ExitStack() as changed:
            for module, name, instead in self.changes:
                changed.enter_context(patch.object(module, name, instead))
            yield self.read


def rule_of_thumb(text: str, question: Question) -> Reading:
    """Yes or no by the first word, else by whether either of the two has a negation; all else is asked again."""
    keys = {offer.label: offer.key for offer in question.offers}
    if keys.keys() != {"Yes", "No"}:
        return Reading("unclear", score=0.0)
    words = tokens(text)
    if words[:1] and words[0] in YES | NO:
        yes = words[0] in YES
    else:
        yes = NEGATIONS.isdisjoint(words) == NEGATIONS.isdisjoint(tokens(question.text))
    return Reading("option", (keys["Yes" if yes else "No"],))


def _unweighed(said: tuple[Clause, ...], asked: Asked, body: Stance, heard: str) -> Stance:
    """What the rules make of it, where they are sure enough by themselves."""
    return body if abs(body.value) >= DECIDED else Stance(0.0, body.why)


OURS = Variant("ours")
THUMB = Variant("rule of thumb", read=rule_of_thumb)
BARE_RULES = Variant("ours, rules without weights", ((polarity, "weighed", _unweighed),))
NO_VECTORS = Variant(
    "ours, without word vectors",
    # Without the table no word is known to be right, so none is put right either.
    ((vectors, "_known", lambda word: None), (mending, "is_known", lambda word: True)),
)
NO_MENDING = Variant("ours, nothing put right", ((reader, "mended", lambda text, *context: text),))
UNDECIDED = Variant("ours at any threshold", ((reader, "DECIDES", LEAST),))
