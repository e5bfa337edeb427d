"""Earlier answers and facts that are put right, and newer trees under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tshoot.conversation import texts
from tshoot.conversation.hearing import Heard, hear
from tshoot.conversation.recording import Recording
from tshoot.conversation.turn import Turn
from tshoot.engine.markup import escape
from tshoot.engine.state import Choice, Prompt
from tshoot.language.clean import clean

if TYPE_CHECKING:
    from tshoot.conversation.versions import Newer

FEW = 3
"""So many options are all named when none is understood."""


class Correcting(Recording):
    """A conversation in which nothing is final."""

    def change(self, step: int, text: str) -> Turn:
        """Replace an earlier answer by typed words, and keep the later ones that still apply."""
        prompt = self.session.asked_at(step)
        if prompt is None or prompt.kind == "check":
            return Turn(kind="nothing", text=texts.NOT_CHANGEABLE)
        tree, words = self.session.tree(prompt.tree), self.workplace.catalogue.words()
        prompt = self._with_wordings(prompt)
        heard = hear(clean(text), prompt, tree, self.workplace.today(), words)
        if heard.kind != "answer":
            return self._unclear(heard, prompt)
        typed = heard.own_words(clean(text))
        self._record(
            lambda session: session.change(
                step, heard.answer, heard.value, text=typed, at=self._now(), by=self._by
            )
        )
        return self._changed(heard)

    def learn(self, fact: str, text: str) -> Turn:
        """Correct a known fact by typed words."""
        from tshoot.language.values import Unfit, read_value

        kind = self.session.fact_type(fact)
        if kind is None or kind.secret:
            return Turn(kind="nothing", text=texts.NOT_CORRECTABLE)
        value = read_value(clean(text), kind, self.workplace.today())
        if isinstance(value, Unfit):
            choices = tuple(Choice(c, c) for c in value.candidates)
            return Turn(kind="unclear", text=escape(value.sentence), candidates=choices)
        self._record(lambda session: session.learn(fact, value, at=self._now(), by=self._by))
        return self._changed(Heard("answer", label=""))

    def _changed(self, heard: Heard) -> Turn:
        dropped = self.session.dropped
        return Turn(
            kind="moved", understood=heard.label, middling=heard.middling, dropped=dropped,
            text=texts.dropped(dropped),
        )  # fmt: skip

    def repin(self, newer: Newer) -> Turn:
        """Go on over a newer version of a tree."""
        self._record(lambda session: session.repin(newer.tree, newer.digest, at=self._now()))
        self.newer = tuple(other for other in self.newer if other.tree != newer.tree)
        return self._changed(Heard("answer"))

    def _unclear(self, heard: Heard, prompt: Prompt) -> Turn:
        few = tuple(prompt.choices) if len(prompt.choices) <= FEW else ()
        candidates = heard.candidates or few
        text = escape(heard.sentence) if heard.sentence else texts.unclear(candidates)
        return Turn(kind="unclear", text=text, candidates=candidates)
