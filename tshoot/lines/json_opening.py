"""The opening by JSON lines: what is wrong, and which tree fits."""

from __future__ import annotations

from collections.abc import Callable

from tshoot.conversation import also, texts
from tshoot.conversation.asking_which import AGAIN, BROWSE, NONE, OTHER, PERSON, questions, taken
from tshoot.conversation.conversation import Conversation
from tshoot.conversation.first_words import first_words
from tshoot.conversation.opening import areas, find, unfinished
from tshoot.conversation.workplace import Workplace
from tshoot.engine.markup import escape
from tshoot.engine.state import YES_NO, Choice
from tshoot.language.clean import clean
from tshoot.language.commands import parse_slash
from tshoot.lines import shapes
from tshoot.lines.messages import SHAPES, Incoming
from tshoot.model.case import CaseHeader

Receive = Callable[[], Incoming | None]
Send = Callable[[shapes.Shape], None]


class Gone(Exception):
    """There is nobody to ask any more."""


class JsonOpening:
    """Asks until a tree, a case or a person is found."""

    def __init__(self, workplace: Workplace, receive: Receive, send: Send) -> None:
        self._workplace = workplace
        self._receive = receive
        self._send = send

    def begin(self, problem: str = "") -> Conversation | None:
        """The conversation that the person chose; nothing when they left."""
        try:
            while True:
                begun = self._told(problem, unfinished(self._workplace)) if problem else self._problem()
                if begun:
                    return begun
                problem = ""
        except Gone:
            return None

    def _problem(self) -> Conversation | None:
        waiting = unfinished(self._workplace)
        offer = {"case": waiting.case, "title": clean(waiting.title)} if waiting else None
        self._send(shapes.opening("problem", texts.WELCOME) | {"unfinished": offer})
        while True:
            said = self._said()
            if said.kind == "command" and said.command == "resume" and waiting:
                return Conversation.resume(self._workplace, waiting.case)
            if said.kind == "command" and said.command in ("person", "browse"):
                return self._leave(said.command, "")
            if isinstance(said.answer, str) and (problem := clean(said.answer, limit=2000)):
                return self._told(problem, waiting)
            self._complain()

    def _told(self, words: str, waiting: CaseHeader | None) -> Conversation | None:
        first = first_words(words)
        if first is None:
            return self._for_problem(words)
        if first.way == "quit":
            raise Gone
        if first.way == "resume" and waiting:
            return Conversation.resume(self._workplace, waiting.case)
        if not first.said:
            return self._leave(first.way, "")
        self._send(shapes.unclear("", escape(first.said), ()))
        return None

    def _for_problem(self, problem: str) -> Conversation | None:
        found = find(self._workplace, problem)
        chosen = NONE
        for which in questions(found):
            chosen = self._choose(which.text, which.choices)
            if chosen.key != NONE.key:
                break
        if chosen == AGAIN:
            return None
        if chosen.key == OTHER:
            return self._for_problem(chosen.label)
        if chosen in (BROWSE, PERSON):
            return self._leave(chosen.key, problem)
        return also.begin(self._workplace, chosen.key, problem, found.others(chosen.key))

    def _leave(self, way: str, problem: str) -> Conversation | None:
        if way == "person":
            return Conversation.begin_for_person(self._workplace, problem)
        offered = areas(self._workplace)
        area = self._choose(
            "Which area is it about?", tuple(Choice(name, name.capitalize()) for name in offered), kind="area"
        )
        if area == PERSON:
            return Conversation.begin_for_person(self._workplace, problem)
        if area == AGAIN:
            return None
        if area.key == OTHER:
            return self._for_problem(area.label)
        trees = tuple(Choice(entry.id, entry.title) for entry in offered[area.key])
        chosen = self._choose("Which of these is it?", (*trees, NONE))
        if chosen == PERSON:
            return Conversation.begin_for_person(self._workplace, problem)
        if chosen.key == OTHER:
            return self._for_problem(chosen.label)
        return None if chosen in (NONE, AGAIN) else Conversation.begin(self._workplace, chosen.key, problem)

    def _choose(self, text: str, choices: tuple[Choice, ...], kind: str = "tree") -> Choice:
        while True:
            self._send(shapes.opening(kind, text, choices))
            said = self._said()
            if said.command in ("back", "restart"):
                return AGAIN
            if said.command == "person":
                return PERSON
            words = " ".join(said.answer) if isinstance(said.answer, tuple) else said.answer
            keyed = next((choice for choice in choices if words == choice.key), None)
            chosen = keyed or taken(words, choices, lambda said: find(self._workplace, said))
            if chosen:
                return chosen
            self._send(shapes.unclear("", texts.unclear(choices), choices))

    def _said(self) -> Incoming:
        """The next answer or command that makes sense before there is a case."""
        while True:
            said = self._receive()
            if said is None:
                raise Gone
            if said.kind == "answer" and isinstance(said.answer, str) and (slash := parse_slash(said.answer)):
                said = Incoming(kind="command", command=slash[0])
            if said.command == "quit":
                raise Gone
            if said.kind == "answer" or said.command in ("resume", "person", "browse", "back", "restart"):
                return said
            self._send(shapes.error("", said.sentence or "There is no such command yet.", said.hint or SHAPES))

    def _complain(self) -> None:
        self._send(shapes.error("", "Say what is wrong in a few words.", SHAPES))


def other_problem(conversation: Conversation, receive: Receive, send: Send) -> Conversation | None:
    """A case for what else was said at the beginning, when the person wants to look at it now."""
    other = also.waiting(conversation)
    if other is None:
        return None
    workplace = conversation.workplace
    place = {"case": conversation.case, "tree": other.tree}
    while True:
        send(shapes.opening("also", other.question(workplace.persona), YES_NO) | place)
        said = receive()
        if said is None or said.kind == "command":
            return None
        wanted = texts.yes_or_no(said.answer) if isinstance(said.answer, str) else None
        if wanted is not None:
            return also.take(workplace, other) if wanted else None
        send(shapes.unclear(conversation.case, texts.unclear(YES_NO), YES_NO))
