"""The opening of the line mode: what is wrong, and which tree fits."""

from __future__ import annotations

from tshoot.conversation import also, texts
from tshoot.conversation.asking_which import AGAIN, BROWSE, NONE, OTHER, PERSON, questions, taken
from tshoot.conversation.conversation import Conversation
from tshoot.conversation.first_words import FirstWords, first_words
from tshoot.conversation.opening import areas, find, unfinished
from tshoot.conversation.workplace import Workplace
from tshoot.engine.markup import escape
from tshoot.engine.state import Choice
from tshoot.language.clean import clean
from tshoot.lines.listening import Listener
from tshoot.lines.speech import Speaker


class Opening:
    """Asks what is wrong until a tree, a case or a person is found."""

    def __init__(self, workplace: Workplace, ears: Listener, speaker: Speaker) -> None:
        self._workplace = workplace
        self._ears = ears
        self._speaker = speaker
        self.resumed = False

    def begin(self, problem: str = "") -> Conversation | None:
        """The conversation that the person chose; nothing when they left."""
        waiting = unfinished(self._workplace)
        if waiting and not problem and self._ears.interactive:
            title = f"{escape(waiting.title)} ({waiting.case})"
            self._speaker.say(f"Your case **{title}** is not finished. Type /resume to go on with it.")
        while True:
            if not problem:
                self._speaker.say(texts.WELCOME, blank=True)
                problem = self._listen() or ""
            problem = clean(problem, limit=2000)
            first = first_words(problem.removeprefix("/"))
            if not problem or (first and first.way == "quit"):
                return None
            if waiting and first and first.way == "resume":
                self.resumed = True
                return Conversation.resume(self._workplace, waiting.case)
            begun = self._without_problem(first) if first else self._for_problem(problem)
            if begun or not self._ears.forgiving:  # a file of answers would be out of step from here on
                return begun
            problem = ""

    def _listen(self) -> str | None:
        self._speaker.flush()
        while (line := self._ears.listen()) is not None:
            if line.strip():
                return line.strip()
        return None

    def _without_problem(self, first: FirstWords) -> Conversation | None:
        if first.said:
            self._speaker.say(escape(first.said))
            return None
        return self._leave(first.way, "")

    def _for_problem(self, problem: str) -> Conversation | None:
        found = find(self._workplace, problem)
        chosen: Choice | None = NONE
        for which in questions(found):
            self._speaker.say(which.text, blank=True)
            chosen = self._choose(which.choices)
            if chosen is None or chosen.key != NONE.key:
                break
        if chosen is None or chosen == AGAIN:
            return None
        if chosen.key == OTHER:
            return self._for_problem(chosen.label)
        if chosen in (BROWSE, PERSON):
            return self._leave(chosen.key, problem)
        return also.begin(self._workplace, chosen.key, problem, found.others(chosen.key))

    def _leave(self, way: str, problem: str) -> Conversation | None:
        if way == "person":
            return Conversation.begin_for_person(self._workplace, problem)
        return self._browse(problem)

    def _browse(self, problem: str) -> Conversation | None:
        offered = areas(self._workplace)
        self._speaker.say("Which area is it about?", blank=True)
        area = self._choose(tuple(Choice(name, name.capitalize()) for name in offered))
        if area is None or area.key == OTHER:
            return self._for_problem(area.label) if area else None
        if area == PERSON:
            return self._leave("person", problem)
        self._speaker.say("Which of these is it?", blank=True)
        tree = self._choose((*(Choice(entry.id, entry.title) for entry in offered[area.key]), NONE))
        if tree is None or tree == NONE:
            return None
        if tree == PERSON:
            return self._leave("person", problem)
        if tree.key == OTHER:
            return self._for_problem(tree.label)
        return Conversation.begin(self._workplace, tree.key, problem)

    def _choose(self, choices: tuple[Choice, ...]) -> Choice | None:
        self._speaker.options(choices)
        while (line := self._listen()) is not None:
            if chosen := taken(clean(line, limit=2000), choices, lambda words: find(self._workplace, words)):
                return chosen
            if not self._ears.forgiving:
                return None
            self._speaker.say("I am not sure which one you mean. Please type its number.")
        return None
