"""Local checks in a conversation: consent, the run itself, and what was found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tshoot.conversation import texts
from tshoot.conversation.recording import Recording
from tshoot.conversation.turn import Turn
from tshoot.engine.state import YES_NO
from tshoot.language.clean import clean

if TYPE_CHECKING:
    from tshoot.checks.run import CheckResult
    from tshoot.conversation.hearing import Heard


class Checking(Recording):
    """A conversation that may look at this computer."""

    @property
    def wants_check(self) -> bool:
        """Whether the check that is asked for may run now: with consent, and for this computer."""
        prompt = self.prompt
        return bool(prompt and prompt.kind == "check" and prompt.consented and self._same_computer())

    def _same_computer(self) -> bool:
        return self.session.state.consented in ("", self.workplace.computer().get("computer", ""))

    def check_text(self) -> str:
        """The question that asks for consent."""
        from tshoot.checks.run import describe

        return texts.consent(describe(self.prompt.check)) if self.prompt else ""

    def consent(self, yes: bool) -> Turn:
        """Allow the check, or have the question asked instead."""
        if not yes:
            return self.report(None)
        name = self.workplace.computer().get("computer", "")
        return self._move(lambda session: session.consent(name, at=self._now()))

    def _consent_said(self, heard: Heard) -> Turn:
        """Consent in words; it is never taken from a likely yes."""
        yes = heard.answer == "option" and heard.value == "Yes"
        if yes and heard.middling:
            return Turn(kind="unclear", text=texts.unclear(YES_NO), candidates=YES_NO)
        turn = self.consent(yes)
        return replace(turn, understood=heard.label) if turn.kind == "moved" else turn

    def perform_check(self) -> CheckResult:
        """Run the check that is asked for; blocking, and safe in a thread."""
        prompt = self.prompt
        assert prompt is not None
        return self.workplace.run_check(prompt.check, dict(prompt.arguments))

    def report(self, result: CheckResult | None) -> Turn:
        """What the check found; nothing: it was cancelled."""
        if self.prompt is None or self.prompt.kind != "check":  # the person went back while it ran
            return Turn(kind="nothing")
        if result is None:
            return self._move(lambda session: session.checked("refused", at=self._now()))
        sentence = clean(result.sentence, limit=300)
        return self._move(
            lambda session: session.checked(
                result.status,
                result.result,
                result.values,
                sentence=sentence,
                seconds=result.seconds,
                at=self._now(),
            )
        )
