"""What tshoot itself says to a person, in every face the same. Texts are Markdown of the small kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tshoot.engine.header import priority
from tshoot.engine.markup import escape, to_plain
from tshoot.engine.session import Session
from tshoot.engine.state import YES_NO, Choice, Ending, Entry, Prompt
from tshoot.engine.texts import filled
from tshoot.model.event import Persona
from tshoot.model.tree import Faq, Status

if TYPE_CHECKING:
    from tshoot.model.library import Term

WELCOME = "What is wrong? Tell me in your own words."
NOTHING_FOUND = "I know no steps that fit this. You can put it in other words, browse, or talk to a person."
NOTHING_FITS_WELL = "I know no steps that fit this well. Is it one of these?"
RESTARTED = "We begin anew. To return to where you were, go back from here."
AT_THE_START = "This is the first question; there is nothing to take back."
PERSON_COMES = "This is already on its way to a person."
PASSING_ON = "Before I pass this on:"
NOTED = "Noted. It goes along with the case."
NOT_CHANGEABLE = "That step cannot be changed. A note can say what is different."
NOT_CORRECTABLE = "That cannot be corrected here. A note can say what is different."
NO_WHY = "It helps to find out which way to go from here."
NO_HOW = "There is no further explanation for this step. You can say “I don't know”, skip it, or talk to a person."
DID_IT_HELP = "Did that help?"
THANKS = "Thank you. That helps to make these steps better."
NOTHING_TO_DO = "You need not do anything; they have all that you told me."
UNSURE = "I am not sure that I understood."
CALLED = "You need not do anything now. They get in touch; keep the number at hand."
NOT_REACHED = "They do not know how to reach you. Please turn to them yourself, and name this number."
MAX_LISTED = 6
MAX_QUOTED = 120


def open_elsewhere(case: str) -> str:
    """The same case is open in another window."""
    return f"Case {case} is open in another window. Close one of the two: their answers cannot be joined."


def not_live(status: Status) -> str:
    """A tree that was started by its name and is offered to nobody."""
    if status == "draft":
        return "This tree is a **draft**: it is not finished, and nobody is led to it yet."
    return "This tree is **retired**: it may be out of date. `tshoot search` finds the ones in use."


def with_an_agent(case: str) -> str:
    """A case that its user cannot go on with for now."""
    return f"An agent is working on case {case} now."


def no_tree(case: str, queue: str) -> str:
    """A case in a queue that names no tree to go on with."""
    return (
        f"This case waits in **{escape(queue)}**, and no tree is named to go on with. "
        f"`tshoot resume {case} --with TREE` goes on with one of your choice."
    )


def unclear(candidates: Sequence[Choice]) -> str:
    """What was typed may mean more than one thing, or nothing here."""
    labels = [f"“{escape(choice.label)}”" for choice in candidates[:3]]
    if not labels:
        return f"{UNSURE} Could you put it in other words?"
    listed = labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} or {labels[-1]}"
    return f"{UNSURE} Did you mean {listed}?"


def understood(label: str, middling: bool) -> str:
    """How typed words were read, in half a line."""
    return f"I take that as: {escape(label)}" if middling else f"Understood as: {escape(label)}"


def consent(what: str) -> str:
    """May tshoot look at this computer?"""
    return f"May I {what}? I only look and change nothing."


def consent_prompt(prompt: Prompt) -> Prompt:
    """The consent question as one that typed words can answer."""
    return replace(prompt, kind="ask", text="May I look?", choices=YES_NO)


def unknown_command(name: str) -> str:
    """A slash command that does not exist."""
    from tshoot.language.commands import nearest_command

    near = nearest_command(name)
    hint = f"Did you mean **/{near}**?" if near else "Type **/help** to see them all."
    return f"There is no command **/{escape(name)}**. {hint}"


def faq_answer(faq: Faq, session: Session) -> str:
    """The answer to a question back."""
    state, tree = session.state, session.tree()
    system = state.value("os")
    return filled(faq.answer.for_os(str(system) if system else None), state, tree)


def term_meaning(term: Term) -> str:
    """What a word means, that somebody asked about."""
    return f"**{escape(term.name)}**: {term.means}"


def dropped(entries: Sequence[Entry]) -> str:
    """Which steps no longer apply after a change; empty where all do."""
    if not entries:
        return ""
    return "\n".join(["These earlier answers do not apply for now:", "", *_listed(entries)])


def _listed(entries: Sequence[Entry]) -> list[str]:
    """Steps with their answers, one a line."""
    lines = []
    for entry in entries[:MAX_LISTED]:
        asked = " ".join(to_plain(entry.text).split())
        asked = asked if len(asked) <= MAX_QUOTED else asked[: MAX_QUOTED - 1] + "…"
        lines.append(f"- {escape(asked)} {escape(entry.answer)}".rstrip())
    more = len(entries) - len(lines)
    return [*lines, *([f"- and {more} more"] if more > 0 else [])]


def closing(session: Session, case: str, persona: Persona) -> tuple[str, ...]:
    """What to say at the end: how it ended, and what happens next; no number where no case is kept."""
    ending = session.state.ending
    if ending is None and not case:
        return ("You stop here.",)
    if ending is None:
        return (f"This case is saved as **{case}**. You can go on with it at any time.",)
    if not ending.queue:
        return _closed(ending, case)
    who = _who(ending, session, persona)
    lines = [_left_for(ending, who, persona)]
    if case:
        lines.append(f"Your case number is **{case}**." if persona == "user" else f"Case **{case}**.")
    lines.append(
        f"They have all that was said and tried; nothing is asked twice. Priority: {priority(session.state)}."
    )
    if persona == "user":
        lines.append(CALLED if session.state.value("contact") else NOT_REACHED)
    return tuple(lines)


def _closed(ending: Ending, case: str) -> tuple[str, ...]:
    said = {
        "resolved": "This is solved.",
        "workaround": "You can work for now. The cause may still be there; come back if it gets worse.",
        "unsupported": "This is something that we cannot help with here.",
        "abandoned": "We stop here.",
    }
    kept = (f"It is kept as case **{case}**.",) if case else ()
    return (said.get(ending.outcome, "This is closed."), *kept)


def _who(ending: Ending, session: Session, persona: Persona) -> str:
    tree = session.tree(ending.to) if ending.to and not ending.to.startswith("queue:") else None
    own = ending.queue.startswith("tier-") and persona == "user"  # tiers are words of those who work in them
    name = "Support" if own else ending.queue.replace("-", " ").capitalize()
    return f"**{escape(name)}** ({escape(tree.title)})" if tree else f"**{escape(name)}**"


def _left_for(ending: Ending, who: str, persona: Persona) -> str:
    match ending.kind:
        case "person" if persona == "agent":
            return f"The case is with {who} now."
        case "person":
            return f"Your case is with {who} now."
        case "replace":
            return f"This needs a replacement. The request is with {who} now."
        case "request":
            return f"The request is with {who} now."
        case "handoff":
            return f"This goes to {who}, who can look deeper."
    return f"I could not find the fix. {who} takes over from here."


def newer_offer(title: str, lost: Sequence[Entry]) -> str:
    """A newer version of a tree is there: what going on over it means."""
    lines = [f"There is a newer version of **{escape(title)}**. Shall we go on with the newer one?"]
    if lost:
        lines += ["", "These answers would no longer apply:", ""]
        lines += _listed(lost)
    else:
        lines.append("All your answers stay.")
    return "\n".join(lines)


def yes_or_no(text: str) -> bool | None:
    """Typed words as a yes or a no, at a question that the engine does not ask; nothing where they are neither."""
    from tshoot.language.answers import Offer, Question, read_answer

    reading = read_answer(text, Question("", (Offer("Yes", "Yes"), Offer("No", "No"))))
    return reading.keys == ("Yes",) if reading.kind == "option" else None


def is_yes(text: str) -> bool:
    """Whether typed words are a yes, at a question that the engine does not ask."""
    return yes_or_no(text) is True


def duration(seconds: int) -> str:
    """A time to wait, as a person says it."""
    if seconds < 60:
        return f"{seconds} second{'s' if seconds != 1 else ''}"
    minutes = round(seconds / 60)
    return f"{minutes} minute{'s' if minutes != 1 else ''}"
