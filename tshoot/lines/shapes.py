"""The objects that go out by JSON lines; see `jsonl` for their fields."""

from __future__ import annotations

from collections.abc import Sequence

from tshoot.conversation.conversation import Conversation
from tshoot.engine.answering import offered
from tshoot.engine.markup import to_plain
from tshoot.engine.state import Choice, Ending, Entry, Progress, Prompt
from tshoot.language.clean import clean
from tshoot.lines.outcome import exit_code
from tshoot.model.fact import FactType

Shape = dict[str, object]

_LONGEST = 20_000
FROM = {
    "step": "user", "note": "user", "tell": "assistant", "check": "assistant", "handoff": "assistant",
    "end": "assistant", "known": "system", "system": "system",
}  # fmt: skip
"""Who says an entry, by its kind."""


def plain(markdown: str) -> str:
    """A text without its markup, safe to show."""
    return clean(to_plain(markdown), limit=_LONGEST, lines=True)


def marked(markdown: str) -> str:
    """A text with its markup, safe to show."""
    return clean(markdown, limit=_LONGEST, lines=True)


def options(choices: Sequence[Choice]) -> list[Shape]:
    """What is offered."""
    return [{"label": clean(choice.label), "key": choice.key} for choice in choices]


def prompt(conversation: Conversation, asked: Prompt) -> Shape:
    """The one thing that is asked now."""
    shape: Shape = {
        "type": "prompt",
        "case": conversation.case,
        "tree": asked.tree,
        "node": asked.node,
        "kind": "ask" if asked.kind == "many" else asked.kind,
        "text": plain(asked.text),
        "markdown": marked(asked.text),
        "question": plain(asked.question),
        "options": options(offered(asked)),
        "many": asked.kind == "many",
        "none": clean(asked.none),
        "input": _input(asked.fact) if asked.kind == "input" and asked.fact else None,
        "why": plain(asked.why),
        "how": plain(asked.how),
        "seconds": asked.seconds,
        "again": asked.again,
        "progress": progress(conversation.progress()),
    }
    if conversation.workplace.persona == "agent":
        shape |= {"say": plain(asked.say), "agent": plain(asked.agent)}
    return shape


def consent(conversation: Conversation, asked: Prompt) -> Shape:
    """The question whether a check may run, as a prompt."""
    text = conversation.check_text()
    return prompt(conversation, asked) | {"text": plain(text), "markdown": marked(text)}


def opening(kind: str, text: str, choices: Sequence[Choice] = ()) -> Shape:
    """A question from before there is a case."""
    return {
        "type": "prompt", "case": "", "tree": "", "node": "", "kind": kind, "text": plain(text),
        "markdown": marked(text), "question": "", "options": options(choices), "many": False, "none": "",
        "input": None, "why": "", "how": "", "seconds": 0, "again": False, "progress": progress(Progress()),
    }  # fmt: skip


def progress(value: Progress) -> Shape:
    """How far the walk has come."""
    fraction = round(value.fraction, 3) if value.done or value.likely else 0.0
    return {"done": value.done, "likely": value.likely, "longest": value.longest, "fraction": fraction}


def _input(fact: FactType) -> Shape:
    return {
        "fact": fact.name, "type": fact.kind, "label": clean(fact.title), "unit": clean(fact.unit),
        "minimum": fact.minimum, "maximum": fact.maximum, "values": [clean(value) for value in fact.values],
        "secret": fact.secret,
    }  # fmt: skip


def entry(conversation: Conversation, line: Entry) -> Shape:
    """One line of the conversation."""
    shape: Shape = {
        "type": "entry",
        "case": conversation.case,
        "from": FROM.get(line.kind, "system"),
        "kind": line.kind,
        "text": clean(line.answer) if line.kind == "step" else _entry_text(line),
        "step": line.step,
        "at": line.at,
        "by": line.by,
    }
    if line.kind == "step":
        shape |= {"question": plain(line.text), "words": clean(line.words), "tree": line.tree, "node": line.node}
    return shape


def _entry_text(line: Entry) -> str:
    # A note is what a person typed, not Markdown.
    return clean(line.text, limit=_LONGEST) if line.kind == "note" else plain(line.text)


def said(case: str, text: str, *, by: str = "assistant", kind: str = "told") -> Shape:
    """Something said beside the recorded conversation."""
    return {
        "type": "entry",
        "case": case,
        "from": by,
        "kind": kind,
        "text": plain(text),
        "step": -1,
        "at": "",
        "by": "",
    }


def unclear(case: str, text: str, candidates: Sequence[Choice]) -> Shape:
    """What was typed may mean more than one thing, or nothing here."""
    labels = [clean(choice.label) for choice in candidates]
    return {"type": "unclear", "case": case, "text": plain(text), "candidates": labels}


def error(case: str, sentence: str, hint: str = "") -> Shape:
    """Something that could not be done."""
    return {"type": "error", "case": case, "text": clean(sentence), "hint": clean(hint)}


def handoff(conversation: Conversation, ending: Ending) -> Shape:
    """The packet for whoever takes over."""
    from tshoot.engine.header import priority
    from tshoot.render.summary import to_data

    return {
        "type": "handoff",
        "case": conversation.case,
        "to": ending.to,
        "queue": ending.queue,
        "tier": ending.tier,
        "reason": plain(ending.reason),
        "first": plain(ending.first),
        "priority": priority(conversation.session.state),
        "summary": to_data(conversation.summary()),
    }


def end(conversation: Conversation) -> Shape:
    """How it ended, or that it was left."""
    from tshoot.render.summary import to_data

    ending = conversation.session.state.ending
    return {
        "type": "end",
        "outcome": ending.outcome if ending else "abandoned",
        "case": conversation.case,
        "code": ending.code if ending else "",
        "closing": [plain(text) for text in conversation.closing()],
        "summary": to_data(conversation.summary()),
        "exit": exit_code(conversation),
    }


def nothing_begun() -> Shape:
    """The end of a conversation that never became a case."""
    return {
        "type": "end", "outcome": "abandoned", "case": "", "code": "", "closing": [], "summary": None, "exit": 1
    }  # fmt: skip
