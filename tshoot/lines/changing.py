"""`/change`: another answer to an earlier step, or another value of a known fact."""

from __future__ import annotations

from tshoot.conversation.conversation import Conversation
from tshoot.conversation.opening_texts import quote
from tshoot.conversation.turn import Turn
from tshoot.engine.markup import escape
from tshoot.lines.speech import Speaker

SUCH_AS = "Type /change, a number or a name of these, and the new answer, such as: /change 2 no"

QUOTED = 200
"""Characters of the first message that are said back."""


def change(conversation: Conversation, words: str, speaker: Speaker) -> Turn:
    """`2 no` answers the second step anew, `Name Ana` corrects a fact; other words get the list of both."""
    number, _, answer = words.partition(" ")
    steps = [entry for entry in conversation.entries if entry.kind == "step"]
    if number.isascii() and number.isdigit() and answer.strip() and 0 < int(number[:6]) <= len(steps):
        return conversation.change(steps[int(number) - 1].step, answer)
    for fact in sorted(conversation.facts(), key=lambda fact: -len(fact.title)):
        name, value = words[: len(fact.title)], words[len(fact.title) :]
        if name.casefold() == fact.title.casefold() and value.startswith(" ") and value.strip():
            return conversation.learn(fact.name, value.strip())
    say_known(conversation, speaker)
    speaker.line(SUCH_AS)
    return Turn(kind="nothing")


def say_known(conversation: Conversation, speaker: Speaker) -> None:
    """What was said is wrong, the answers so far, and what is known, and from where."""
    if problem := conversation.session.state.problem:
        speaker.say(escape(f"You said: {quote(problem, QUOTED)}"), first="  ")
    steps = (entry for entry in conversation.entries if entry.kind == "step")
    for index, step in enumerate(steps, 1):
        speaker.say(f"{step.text} {escape(step.answer)}", first=f"  {index}. ")
    for fact in conversation.facts():
        speaker.say(escape(f"{fact.title}: {fact.value} ({fact.source})"), first="  ")
