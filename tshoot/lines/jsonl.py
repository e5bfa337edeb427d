"""JSON lines: one object a line both ways, for bots and scripts. Every object has `type`; fields may be added.

Out:

    prompt    case, tree, node, kind (ask, input, do, check, wait; before there is a case: problem, tree, area;
              when it has ended: also, to go on with what else was said at the beginning),
              text (plain), markdown, question (after an instruction), options [{label, key}], many, none, again,
              input {fact, type, label, unit, minimum, maximum, values, secret} or null, why, how, seconds,
              progress {done, likely, longest, fraction}; for agents also say, agent; with problem: unfinished
    entry     case, from (assistant, user, system), kind, text, at, by, step (what `change` names, or -1);
              of kind `step` also question, words, tree, node; of kind `newer` also tree
    unclear   case, text, candidates [labels]; the prompt comes again
    check     case, name, text, status: `asked` when consent is wanted; else the report, with result, values, seconds
    known     case, facts [{name, title, value, source}]
    summary   case, summary
    error     case, text, hint; the prompt comes again
    handoff   case, to, queue, tier, reason, first, priority, summary
    end       outcome, case, code, closing [texts], summary, exit (the exit code); the last object
    ended     the same of a case after which another one follows

In:

    {"answer": "…"}                a text as a person types it, a number, true or false
    {"answer": ["…", "…"]}         several labels or keys, where `many` is true; [] is "none of these"
    {"command": "…"}               back (steps), why, how, skip, unknown, done, note (text), known, person (text),
                                   summary, restart, help, quit, change (step, answer), learn (fact, answer),
                                   newer (tree); before there is a case: resume, browse, person, quit
    any line that is not JSON      an answer
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from tshoot.conversation import commands, texts
from tshoot.conversation.conversation import Conversation
from tshoot.conversation.hearing import answer_of
from tshoot.conversation.turn import Turn
from tshoot.conversation.workplace import Workplace
from tshoot.engine.answering import fits, offered
from tshoot.engine.state import Entry, Prompt
from tshoot.errors import TshootError
from tshoot.language.clean import clean
from tshoot.language.commands import ALIASES, SLASH
from tshoot.lines import shapes
from tshoot.lines.messages import SHAPES, Answer, Incoming, read_message
from tshoot.lines.outcome import UNRESOLVED, exit_code
from tshoot.lines.stopping import left_when_stopped, stoppable
from tshoot.lines.streams import forget_output
from tshoot.lines.wire import lines_of, prepare, send

MORE_COMMANDS = ("unknown", "done", "change", "learn", "newer")
"""Beside those that a person can type with a slash."""


def run_json(
    workplace: Workplace, stdin: TextIO, stdout: TextIO, *, tree: str = "", case: str = "", problem: str = ""
) -> int:
    """One conversation by JSON lines; returns the exit code."""
    prepare(stdin)
    try:
        with stoppable():
            return JsonFace(workplace, stdin, stdout).run(tree, case, problem)
    except BrokenPipeError:  # nobody reads the rest; the case is saved, and not resolved
        forget_output()
        return UNRESOLVED


class Bad(Exception):
    """What was sent cannot be done now."""

    def __init__(self, sentence: str, hint: str = SHAPES) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint


class JsonFace:
    """Sends what there is to say, reads what comes in, until the end."""

    def __init__(self, workplace: Workplace, stdin: TextIO, stdout: TextIO) -> None:
        self._workplace = workplace
        self._lines: Iterator[str | None] = lines_of(stdin)
        self._stdout = stdout
        self._sent: tuple[Entry, ...] = ()

    def run(self, tree: str, case: str, problem: str) -> int:
        """From the opening to the end."""
        try:
            conversation = self._begin(tree, case, problem)
            if conversation is None:
                self._send(shapes.nothing_begun())
                return UNRESOLVED
            while True:
                with left_when_stopped(conversation):
                    following = self._converse(conversation)
                if following is None:
                    return exit_code(conversation)
                conversation, self._sent = following, ()
        except TshootError as error:  # said on both ways: a bot reads this one
            self._send(shapes.error(case, error.sentence, error.hint))
            raise

    def _begin(self, tree: str, case: str, problem: str) -> Conversation | None:
        if case:
            return Conversation.resume(self._workplace, case, tree)
        if tree:
            return Conversation.begin(self._workplace, tree, problem)
        from tshoot.lines.json_opening import JsonOpening

        return JsonOpening(self._workplace, self._receive, self._send).begin(clean(problem, limit=2000))

    def _converse(self, conversation: Conversation) -> Conversation | None:
        """To the end of one case; the next one, where the person goes on with what else they said."""
        for notice in conversation.notices:
            self._send(shapes.said(conversation.case, notice, by="system", kind="notice"))
        for newer in conversation.newer:
            text = texts.newer_offer(newer.title, newer.lost)
            self._send(shapes.said(conversation.case, text, by="system", kind="newer") | {"tree": newer.tree})
        here = True
        while conversation.prompt is not None and here:
            self._send_entries(conversation)
            here = self._step(conversation, conversation.prompt)
        self._send_entries(conversation)
        return self._end(conversation)

    def _step(self, conversation: Conversation, prompt: Prompt) -> bool:
        """One question and what came of it; false when nobody is there any more."""
        if conversation.wants_check:
            self._check(conversation, prompt.check)
            return True
        self._ask(conversation, prompt)
        said = self._receive()
        if said is None or (said.kind == "command" and said.command in ("quit", "exit")):
            return False
        try:
            turn = self._act(conversation, prompt, said)
        except Bad as bad:
            self._send(shapes.error(conversation.case, bad.sentence, bad.hint))
            return True
        self._told(conversation, turn)
        return turn.command != "quit"

    def _ask(self, conversation: Conversation, prompt: Prompt) -> None:
        if prompt.kind != "check":
            self._send(shapes.prompt(conversation, prompt))
            return
        asked: shapes.Shape = {"type": "check", "case": conversation.case, "name": prompt.check, "status": "asked"}
        self._send(asked | {"text": shapes.plain(conversation.check_text())})
        self._send(shapes.consent(conversation, prompt))

    def _check(self, conversation: Conversation, name: str) -> None:
        result = conversation.perform_check()
        conversation.report(result)
        values = {key: list(value) if isinstance(value, tuple) else value for key, value in result.values.items()}
        self._send(
            {
                "type": "check",
                "case": conversation.case,
                "name": name,
                "status": result.status,
                "text": clean(result.sentence),
                "result": result.result,
                "values": values,
                "seconds": result.seconds,
            }
        )

    # What comes in

    def _receive(self) -> Incoming | None:
        """The next line that is not empty."""
        for line in self._lines:
            if line is None or line.strip():
                return read_message(line)
        return None

    def _act(self, conversation: Conversation, prompt: Prompt, said: Incoming) -> Turn:
        match said.kind:
            case "answer":
                return self._answer(conversation, prompt, said.answer)
            case "command":
                return self._command(conversation, prompt, said)
        raise Bad(said.sentence, said.hint)

    def _answer(self, conversation: Conversation, prompt: Prompt, answer: Answer) -> Turn:
        if isinstance(answer, str):
            if not clean(answer):
                raise Bad("The answer is empty.")
            return conversation.say(answer)
        if prompt.kind == "input":
            return conversation.say(", ".join(answer))
        keys = tuple(_key_of(prompt, word) for word in answer)
        if prompt.kind == "check" and len(keys) == 1:
            return conversation.choose(keys)
        if not fits(prompt, *answer_of(prompt, keys)) or (prompt.kind != "many" and len(keys) != 1):
            raise Bad("These options cannot be taken together here.", "Send one label as a text.")
        return conversation.choose(keys)

    def _command(self, conversation: Conversation, prompt: Prompt, said: Incoming) -> Turn:
        name = ALIASES.get(said.command, said.command)
        words = str(said.fields.get("text", ""))
        match name:
            case "done":
                if not fits(prompt, "done", ""):
                    raise Bad("This question needs an answer.")
                return conversation.done()
            case "change":
                return self._change(conversation, said)
            case "learn":
                return self._learn(conversation, said)
            case "newer":
                return self._newer(conversation, str(said.fields.get("tree", "")))
            case "note" if not words:
                raise Bad("`note` needs a text.", '{"command": "note", "text": "called from the train"}')
            case "back":
                words = str(said.fields.get("steps", words))
        if name not in SLASH and name != "unknown":
            raise Bad(f"There is no command {name[:40]}.", f"There are: {', '.join((*SLASH, *MORE_COMMANDS))}.")
        return commands.run(conversation, name, words)

    def _change(self, conversation: Conversation, said: Incoming) -> Turn:
        step, answer = said.fields.get("step"), said.fields.get("answer")
        if not isinstance(step, int) or answer is None:
            hint = 'Such as {"command": "change", "step": 3, "answer": "No"}'
            raise Bad("`change` needs a step and an answer.", hint)
        return conversation.change(step, str(answer))

    def _learn(self, conversation: Conversation, said: Incoming) -> Turn:
        fact, answer = said.fields.get("fact"), said.fields.get("answer")
        if fact is None or answer is None:
            hint = 'Such as {"command": "learn", "fact": "os", "answer": "Linux"}'
            raise Bad("`learn` needs a fact and an answer.", hint)
        return conversation.learn(str(fact), str(answer))

    def _newer(self, conversation: Conversation, tree: str) -> Turn:
        newer = next((one for one in conversation.newer if tree in ("", one.tree)), None)
        if newer is None:
            raise Bad("There is no newer version to go on with.")
        return conversation.repin(newer)

    # What goes out

    def _send(self, shape: shapes.Shape) -> None:
        send(self._stdout, shape)

    def _send_entries(self, conversation: Conversation) -> None:
        """The lines that are new; after a step back or a change, those that were not sent before."""
        entries = conversation.entries
        new = entries[len(self._sent) :]
        if entries[: len(self._sent)] != self._sent:
            known = set(self._sent)
            new = tuple(entry for entry in entries if entry not in known)
        for entry in new:
            self._send(shapes.entry(conversation, entry))
        self._sent = entries

    def _told(self, conversation: Conversation, turn: Turn) -> None:
        case = conversation.case
        if turn.understood:
            text = texts.understood(turn.understood, turn.middling)
            self._send(shapes.said(case, text, by="system", kind="understood"))
        match turn:
            case Turn(kind="unclear"):
                self._send(shapes.unclear(case, turn.text, turn.candidates))
            case Turn(kind="command", command="known"):
                facts = [
                    {"name": one.name, "title": clean(one.title), "value": clean(one.value), "source": one.source}
                    for one in conversation.facts()
                ]
                self._send({"type": "known", "case": case, "facts": facts})
            case Turn(kind="command", command="summary"):
                from tshoot.render.summary import to_data

                self._send({"type": "summary", "case": case, "summary": to_data(conversation.summary())})
            case Turn(kind="command", command="help"):
                text = "\n".join(f"/{name}: {what}" for name, what in SLASH.items())
                self._send(shapes.said(case, "", kind="help") | {"text": text})
            case Turn(kind="command", command="note" | "change"):
                self._send(shapes.error(case, f"`{turn.command}` needs more words.", SHAPES))
            case Turn(text=text) if text and turn.kind != "command":
                self._send(shapes.said(case, text))

    def _end(self, conversation: Conversation) -> Conversation | None:
        ending = conversation.session.state.ending
        if ending is None:
            conversation.leave()
        elif ending.queue:
            self._send(shapes.handoff(conversation, ending))
        from tshoot.lines.json_opening import other_problem

        following = other_problem(conversation, self._receive, self._send)
        self._send(shapes.end(conversation) | ({"type": "ended"} if following else {}))
        conversation.close()
        return following


def _key_of(prompt: Prompt, word: str) -> str:
    """The key of an option by its key or its label."""
    choices = offered(prompt)
    same = [one for one in choices if word in (one.key, one.label)]
    folded = word.strip().casefold()
    same = same or [one for one in choices if folded in (one.key.casefold(), one.label.strip().casefold())]
    if not same:
        labels = ", ".join(clean(choice.label, limit=60) for choice in choices[:10])
        raise Bad(f"There is no option {clean(word, limit=60)!r} here.", f"There are: {labels}.")
    return same[0].key
