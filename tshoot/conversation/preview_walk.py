"""The conversation of a preview: a real one, whose checks are simulated and whose answers can be given anew."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from tshoot.checks.result import CheckResult
from tshoot.conversation.conversation import Conversation
from tshoot.conversation.turn import Turn
from tshoot.engine.markup import escape
from tshoot.engine.state import Choice, Prompt
from tshoot.engine.texts import show
from tshoot.language.clean import clean
from tshoot.model.checks import CHECK_RESULTS, CHECK_VALUES
from tshoot.model.event import Answered, Checked, CheckStatus, Event, Learned
from tshoot.model.fact import Value
from tshoot.model.tree import Check

NOT_DONE: tuple[CheckStatus, ...] = ("refused", "failed", "unsupported")
"""How a check can come to nothing."""


class PreviewWalk(Conversation):
    """A conversation that an author steers."""

    @property
    def wants_check(self) -> bool:
        """A check is simulated, or run when the author says so; never by itself."""
        return False

    # Giving answers anew

    def replay(self, events: Sequence[Event]) -> tuple[Event, ...]:
        """Give answers as they were given once, wherever their questions come up; those that no longer apply."""
        waiting = [event for event in events if isinstance(event, Answered | Checked | Learned)]
        while True:
            index = next((i for i, event in enumerate(waiting) if self.session.would_apply(event)), None)
            if index is None:
                return tuple(waiting)
            self.take(waiting.pop(index))

    def take(self, event: Event) -> None:
        """One answer, result or fact as it was given once."""
        at = self._now()
        match event:
            case Answered():
                self._record(lambda s: s.answer(event.answer, event.value, text=event.text, at=at, by=self._by))
            case Checked(status=status, result=result, values=values):
                made_up = simulated(event.check, result, values) if status == "done" else ""
                sentence = event.sentence or made_up
                self._record(lambda s: s.checked(status, result, values, sentence=sentence, at=at))
            case Learned():
                self._record(lambda s: s.learn(event.fact, event.value, at=at, by=self._by))

    def back_to(self, node: str) -> int:
        """Take back the answers to where a node asked last; how many, 0: it did not ask."""
        taken = 0
        for seq, event in reversed(self.session.kept):
            if isinstance(event, Checked) and event.status != "refused":
                continue
            prompt = self.session.asked_at(seq) if isinstance(event, Answered | Checked) else None
            taken += prompt is not None
            if prompt and prompt.node == node:
                self.back(taken)
                return taken
        return 0

    # Checks

    def choose(self, keys: Sequence[str]) -> Turn:
        """As ever; a key that came too late for its question does not refuse a check."""
        if self.prompt and self.prompt.kind == "check":
            return Turn(kind="nothing")
        return super().choose(keys)

    def results(self) -> tuple[Choice, ...]:
        """What the check that is asked for may come to."""
        prompt = self.prompt
        if prompt is None or prompt.kind != "check":
            return ()
        words = dict.fromkeys((*self._named(prompt), *CHECK_RESULTS.get(prompt.check, ()), *NOT_DONE))
        return tuple(Choice(word, word) for word in words)

    def values(self) -> tuple[str, ...]:
        """The names of the values that the check may find."""
        return CHECK_VALUES.get(self.prompt.check, ()) if self.prompt else ()

    def _named(self, prompt: Prompt) -> tuple[str, ...]:
        tree = self.session.tree(prompt.tree)
        node = tree.nodes.get(prompt.node) if tree else None
        return tuple(node.on) if isinstance(node, Check) else ()

    def simulate(self, text: str) -> Turn:
        """Let the check come to what is typed: a result, and values behind it (`weak signal=30`)."""
        prompt, words = self.prompt, _words(clean(text, limit=1000))
        if prompt is None or prompt.kind != "check" or not words:
            return Turn(kind="nothing")
        known = {choice.key.casefold(): choice.key for choice in self.results()}
        word = known.get(words[0].casefold(), "")
        if not word or not all("=" in one for one in words[1:]):
            return self._no_result(words if not word else words[1:], tuple(known.values()))
        if word in NOT_DONE and word not in self._named(prompt):
            return self.report(CheckResult(status=word))
        values = {name.strip(): _value(value) for name, _, value in (one.partition("=") for one in words[1:])}
        sentence = simulated(prompt.check, word, values)
        return self.report(CheckResult(result=word, values=values, sentence=sentence))

    def _no_result(self, words: Sequence[str], known: Sequence[str]) -> Turn:
        near = get_close_matches(words[0], known, 3) or known[:3]
        text = f"“{escape(words[0])}” is neither a result of this check nor a value such as `signal=30`."
        return Turn(kind="unclear", text=text, candidates=tuple(Choice(word, word) for word in near))

    # Facts

    def set_fact(self, text: str) -> Turn:
        """Set a fact as it is typed: `os = Linux`."""
        name, sign, value = (part.strip() for part in clean(text, limit=1000).partition("="))
        tree = self.session.tree()
        declared = tuple(tree.facts) if tree else ()
        if not sign or not name:
            return Turn(kind="unclear", text="Type a fact and its value, such as `os = Linux`.")
        if self.session.fact_type(name) is None:
            near = get_close_matches(name, [*declared, *self.session.state.facts], 1)
            hint = f"Did you mean **{escape(near[0])}**?" if near else "The tree declares its facts under `facts`."
            return Turn(kind="unclear", text=f"There is no fact **{escape(name)}**. {hint}")
        if not value:
            self._record(lambda session: session.learn(name, "", at=self._now(), by=self._by))
            return Turn(kind="moved", text=f"**{escape(name)}** is not known any more.")
        return self.learn(name, value)


def simulated(check: str, result: str, values: Mapping[str, Value]) -> str:
    """What is said of a check that did not run."""
    found = "".join(f", {name} {show(value)}" for name, value in values.items())
    return f"Simulated: {check} is {result}{found}."


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:
        return text.split()


def _value(text: str) -> Value:
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return {"true": True, "false": False}.get(text.casefold(), text)
