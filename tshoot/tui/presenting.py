"""The present question, what is known, and explanations, from a conversation to values that widgets show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual.content import Content

from tshoot.conversation import texts
from tshoot.conversation.conversation import Conversation
from tshoot.conversation.turn import Turn
from tshoot.conversation.versions import Newer
from tshoot.engine.markup import escape
from tshoot.engine.state import Choice, Prompt
from tshoot.model.fact import FactType
from tshoot.tui.asking import CANCEL, KEEP_OLD, SKIP, TAKE_NEWER, UNKNOWN, Asking, asking
from tshoot.tui.content import markup
from tshoot.tui.looking import CheckRun
from tshoot.tui.rows import Row
from tshoot.tui.widgets.side_panel import Known


def present(
    conversation: Conversation, *, ticked: frozenset[str], reworded: bool, first: Sequence[Choice],
    looking: CheckRun | None,
) -> Asking:  # fmt: skip
    """What is asked now; while a check runs, that it runs."""
    prompt = conversation.prompt
    assert prompt is not None
    if looking:
        from tshoot.checks.run import describe

        rows = (Row(CANCEL, Content("Cancel, I answer myself"), number="1"),)
        return Asking(markup(f"Let me {describe(prompt.check)}.", "bold"), rows, "I am looking")
    before = texts.PASSING_ON if conversation.session.state.leaving else ""
    return asking(
        prompt,
        agent=conversation.session.state.persona == "agent",
        ticked=ticked,
        reworded=reworded,
        first=first,
        consent=conversation.check_text() if prompt.kind == "check" else "",
        before=before,
    )


def anew(prompt: Prompt, *, ticked: frozenset[str], first: Sequence[Choice]) -> Asking:
    """An earlier question, or a fact's value, to be given anew."""
    shown = asking(prompt, ticked=ticked, first=first)
    # What is not known cannot be put in the place of what is.
    return replace(shown, rows=tuple(row for row in shown.rows if row.key not in (SKIP, UNKNOWN)), hint=None)


def fact_prompt(kind: FactType, title: str) -> Prompt:
    """A fact as something to ask for."""
    return Prompt(tree="", node="", kind="input", text=escape(title), fact=kind)


def offer(newer: Newer) -> Asking:
    """Shall we go on over a newer version of the tree?"""
    rows = (
        Row(TAKE_NEWER, Content("Yes, the newer one"), number="1"),
        Row(KEEP_OLD, Content("No, go on as before"), number="2"),
    )
    return Asking(markup(texts.newer_offer(newer.title, newer.lost)), rows, "1 or 2")


def explanation(conversation: Conversation) -> Turn:
    """Why this is asked and how to do it, as far as the author says."""
    prompt = conversation.prompt
    if prompt and prompt.why and prompt.how:
        return Turn(kind="told", text=f"{prompt.why}\n\n{prompt.how}")
    return conversation.how()


def known_of(conversation: Conversation) -> Known:
    """What is known and what was tried."""
    state = conversation.session.state
    trees = (conversation.session.tree(name) for name in state.entered)
    tried = tuple(entry for entry in state.entries if entry.kind == "check" or entry.what == "fix")
    return Known(conversation.case, tuple(tree.title for tree in trees if tree), conversation.facts(), tried)


def caller_of(conversation: Conversation) -> str:
    """The caller's name and number, as far as they are known."""
    facts = {fact.name: fact.value for fact in conversation.facts()}
    return "  ".join(facts[name] for name in ("requester", "contact") if name in facts)
