"""One person's conversation: typed words and taken options in, durable events and the next question out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tshoot.conversation import commands, texts
from tshoot.conversation.checking import Checking
from tshoot.conversation.correcting import Correcting
from tshoot.conversation.hearing import Heard, answer_of, faqs_at, hear
from tshoot.conversation.records import require_walkable
from tshoot.conversation.turn import Turn
from tshoot.conversation.workplace import REMEMBERED, Workplace
from tshoot.engine.answering import fits
from tshoot.engine.state import Entry, Progress
from tshoot.language.clean import clean
from tshoot.model.event import AnswerKind, PickedUp
from tshoot.model.fact import Value

if TYPE_CHECKING:
    from tshoot.model.summary import FactLine, Summary


class Conversation(Checking, Correcting):
    """What every face drives; see the methods for all that a person can do."""

    # Beginning

    @classmethod
    def begin(cls, workplace: Workplace, tree: str, problem: str = "") -> Conversation:
        """A new case on a tree; an empty tree leaves for a person with what was said."""
        require_walkable(workplace, tree)
        conversation = cls(workplace, workplace.store.new_number())
        conversation._record(
            lambda session: session.start(
                tree, at=workplace.now(), by=conversation._by, persona=workplace.persona,
                problem=clean(problem, limit=2000), zone=workplace.zone, facts=workplace.first_facts(),
            )
        )  # fmt: skip
        conversation._occupy()
        first = conversation.session.tree()
        if first and first.status != "live":
            conversation.notices = (*conversation.notices, texts.not_live(first.status))
        return conversation

    @classmethod
    def begin_for_person(cls, workplace: Workplace, problem: str) -> Conversation:
        """Nothing fits: a case for a person, with what was said."""
        return cls.begin(workplace, "", problem)

    @classmethod
    def resume(cls, workplace: Workplace, case: str, tree: str = "") -> Conversation:
        """Go on with a case; one that waits for the next tier is picked up, with `tree` on that tree."""
        from tshoot.conversation.resuming import take_up
        from tshoot.conversation.versions import newer_versions

        require_walkable(workplace, tree)
        case = workplace.store.resolve_number(case)
        record = workplace.store.load(case)
        conversation = cls(workplace, case, record.events)
        take_up(conversation, tree)
        conversation._occupy()
        conversation.newer = newer_versions(workplace, conversation.session)
        return conversation

    def pick_up(self, tree: str = "") -> bool:
        """Go on as the person who is here; whether there is anything that they can go on with."""
        before = len(self.session.events)
        self._record(lambda session: session.pick_up(self.workplace.persona, tree, at=self._now()))
        return any(isinstance(event, PickedUp) for event in self.session.events[before:])

    # Looking

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The conversation so far, with the notes, in the order of time."""
        notes = [
            Entry(kind="note", at=note.at, text=note.text, by=note.by, step=seq)
            for seq, note in self.session.notes
        ]
        if not notes:
            return self.session.state.entries
        lines: list[Entry] = []
        # From the end, and not sorted: after a change, older answers stand behind newer ones.
        for entry in reversed(self.session.state.entries):
            while notes and notes[-1].step > entry.step:
                lines.append(notes.pop())
            lines.append(entry)
        return (*notes, *reversed(lines))

    def progress(self) -> Progress:
        """How far the walk has come."""
        return self.session.progress()

    def facts(self) -> tuple[FactLine, ...]:
        """What is known, and from where."""
        from tshoot.engine.summary import fact_lines

        return fact_lines(self.session, everything=True)

    def summary(self) -> Summary:
        """All that the next person needs."""
        from tshoot.engine.summary import summarize

        return summarize(self.session, self.case)

    def closing(self) -> tuple[str, ...]:
        """What to say at the end: what it was, and what happens next."""
        case = self.case if self.workplace.keeps_cases else ""
        return texts.closing(self.session, case, self.workplace.persona)

    # Answering

    def say(self, text: str) -> Turn:
        """Typed words: an answer, a command, a question back."""
        from tshoot.language.commands import parse_slash

        words = clean(text, limit=4000)
        if slash := parse_slash(words):
            return commands.run(self, *slash)
        prompt = self.prompt
        if not words or prompt is None:
            return Turn(kind="nothing")
        prompt = texts.consent_prompt(prompt) if prompt.kind == "check" else self._with_wordings(prompt)
        book = self.workplace.catalogue.words()
        heard = hear(words, prompt, self.session.tree(), self.workplace.today(), book)
        match heard.kind:
            case "answer":
                return self._answer(heard, "" if prompt.fact and prompt.fact.secret else words)
            case "faq":
                return self._told_faq(heard.faq)
            case "term":
                return Turn(kind="told", text=texts.term_meaning(book.terms[heard.term]))
            case "command":
                return commands.run(self, heard.command, commands.rest_of(heard.command, words))
        return self._unclear(heard, prompt)

    def choose(self, keys: Sequence[str]) -> Turn:
        """Options taken by arrow, number or mouse; none with `many` is "none of these"."""
        prompt = self.prompt
        if prompt is None:
            return Turn(kind="nothing")
        if prompt.kind == "check":
            return self.consent("Yes" in keys)
        return self._give(*answer_of(prompt, keys))

    def done(self) -> Turn:
        """The instruction is carried out, or the wait is over."""
        return self._give("done", "")

    def skip(self) -> Turn:
        """Pass this question over."""
        return self._skip("skip")

    def unknown(self) -> Turn:
        """I don't know."""
        return self._skip("unknown")

    def _skip(self, answer: AnswerKind) -> Turn:
        if self.prompt and self.prompt.kind == "check":
            return self.consent(False)
        if self.prompt and self.prompt.kind == "wait":
            return self.done()
        return self._give(answer, "")

    def _give(self, answer: AnswerKind, value: Value) -> Turn:
        """Answer what is asked; what is no answer to it, such as a wait that is over already, does nothing."""
        if self.prompt is None or not fits(self.prompt, answer, value):
            return Turn(kind="nothing")
        return self._move(lambda session: session.answer(answer, value, at=self._now(), by=self._by))

    def _answer(self, heard: Heard, words: str) -> Turn:
        if self.prompt and self.prompt.kind == "check":
            return self._consent_said(heard)
        self._remember(heard)
        typed = heard.own_words(words)
        self._record(
            lambda session: session.answer(heard.answer, heard.value, text=typed, at=self._now(), by=self._by)
        )
        return Turn(kind="moved", understood=heard.label, middling=heard.middling)

    def _remember(self, heard: Heard) -> None:
        """Keep a user's name and contact for later cases, so that they are asked once."""
        fact = self.prompt.fact if self.prompt else None
        if fact and fact.name in REMEMBERED and heard.answer == "value" and self.workplace.persona == "user":
            self.workplace.store.set_setting(REMEMBERED[fact.name], str(heard.value))

    # Moving about

    def back(self, steps: int = 1) -> Turn:
        """Take back the latest answers."""
        if not self.session.can_go_back:
            return Turn(kind="nothing", text=texts.AT_THE_START)
        return self._move(lambda session: session.back(steps, at=self._now(), by=self._by))

    def restart(self) -> Turn:
        """Begin anew; what is known about the person stays."""
        if self.session.picked_up and not self.session.can_go_back:
            return Turn(kind="nothing", text=texts.AT_THE_START)
        self._record(lambda session: session.restart(at=self._now(), by=self._by))
        return Turn(kind="moved", text=texts.RESTARTED)

    def person(self, reason: str = "") -> Turn:
        """Talk to a person."""
        if self._comes():
            return Turn(kind="nothing", text=texts.PERSON_COMES)
        reason = clean(reason, limit=500)
        return self._move(lambda session: session.ask_for_person(reason, at=self._now(), by=self._by))

    def _comes(self) -> bool:
        """Whether the case is on its way to a person already, and not to a tree that this person walks on."""
        state = self.session.state
        if state.ending or not state.leaving:
            return bool(state.ending and state.ending.queue)
        if state.leaving.kind == "person" or state.leaving.to.startswith("queue:"):
            return True
        here, there = self.session.tree(), self.session.tree(state.leaving.to)
        return there is None or here is None or not here.may_lead(there, state.persona)

    def note(self, text: str) -> Turn:
        """Add a note."""
        words = clean(text, limit=2000)
        if not words:
            return Turn(kind="command", command="note")
        self._record(lambda session: session.note(words, at=self._now(), by=self._by))
        return Turn(kind="told", text=texts.NOTED)

    def rate(self, helped: bool) -> Turn:
        """Say at the end whether it helped."""
        return self._move(lambda session: session.rate(helped, at=self._now(), by=self._by))

    # Helping

    def why(self) -> Turn:
        """Why this is asked."""
        return commands.help_with(self.prompt, "why")

    def how(self) -> Turn:
        """How to do it, or how to find out."""
        return commands.help_with(self.prompt, "how")

    def _told_faq(self, index: int) -> Turn:
        tree, prompt = self.session.tree(), self.prompt
        known = dict(faqs_at(tree, prompt.node if prompt else ""))
        return (
            Turn(kind="told", text=texts.faq_answer(known[index], self.session)) if index in known else self.how()
        )
