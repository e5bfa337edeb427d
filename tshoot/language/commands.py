"""Commands: with a slash, or said in words that are nothing else."""

from __future__ import annotations

import re
from functools import cache

SLASH = {
    "back": "Go back one step",
    "why": "Why this is asked",
    "how": "How to find out, or how to do it",
    "skip": "Pass over this question",
    "note": "Add a note: /note the red light blinks",
    "known": "What is known so far",
    "person": "Talk to a person",
    "summary": "The summary so far",
    "restart": "Start over",
    "help": "What you can type here",
    "quit": "Leave; the case is kept",
}
"""Each command and what it does, in the order of `/help`."""

ALIASES = {
    "undo": "back", "human": "person", "agent": "person", "operator": "person", "facts": "known", "exit": "quit",
    "q": "quit", "bye": "quit", "?": "help", "h": "help", "commands": "help", "next": "skip", "pass": "skip",
    "notes": "note", "again": "restart",
}  # fmt: skip

LONGEST = 16
"""Words of the longest sentence that is taken for a command."""


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    from tshoot.language.command_phrases import AFTER, BEFORE, PHRASES

    return tuple(
        (name, re.compile(f"{BEFORE}(?:{'|'.join(phrases)}){AFTER}")) for name, phrases in PHRASES.items()
    )


@cache
def _vocabulary() -> frozenset[str]:
    """The words of which commands are made: to compile the expressions takes 10 ms, and most answers have others."""
    from tshoot.language.command_phrases import AFTER, BEFORE, JOINED, PHRASES

    source = " ".join((BEFORE, AFTER, *(phrase for phrases in PHRASES.values() for phrase in phrases)))
    found = set(re.findall(r"[a-z]+", source.replace("(?:", " ")))
    shorter = {word[:-1] for word in re.findall(r"[a-z]+(?=\?)", source)}
    return frozenset(found | shorter | JOINED)


def read_command(text: str) -> str | None:
    """The command that a whole utterance is, such as `back`; None for anything else."""
    slash = parse_slash(text)
    if slash is not None:
        return slash[0] if slash[0] in SLASH else None
    if _is_note(text):
        return "note"
    from tshoot.language.words import tokens  # its tables shall not be waited for before the first question

    words = tokens(text[:4000])
    if not words or (len(words) > LONGEST and words[:1] != ("note",) and "note" not in words[:4]):
        return None
    if "note" not in words and not _vocabulary().issuperset(words):
        return None
    spoken = " ".join(words)
    return next((name for name, pattern in _compiled() if pattern.fullmatch(spoken)), None)


def _is_note(text: str) -> bool:
    return bool(re.match(r"\s*note\s*[:,-]", text[:100], re.IGNORECASE))


def parse_slash(text: str) -> tuple[str, str] | None:
    """The name and the rest of a slash command; None for other text, such as a path.

    Aliases and unambiguous beginnings give the full name; an unknown name comes back as typed.
    """
    match = re.match(r"\s*/([A-Za-z?]+)(?:\s+|$)", text[:4000])
    if match is None:
        return None
    typed, rest = match[1].casefold(), text[match.end() : 4000].strip()
    name = ALIASES.get(typed, typed)
    starting = [known for known in SLASH if known.startswith(name)]
    return (starting[0] if name not in SLASH and len(starting) == 1 else name), rest


def nearest_command(name: str) -> str:
    """The slash command that a misspelt name probably means; empty when none is near."""
    from tshoot.language.spelling import nearest

    near = nearest(name.casefold()[:20], (*SLASH, *ALIASES))
    return ALIASES.get(near, near) if near else ""


def note_text(text: str) -> str:
    """The note itself, of a text that `read_command` takes for `note`."""
    if slash := parse_slash(text):
        return slash[1]
    made = r"(?:(?:add|make|take|write|leave)(?:\s+down)?\s+(?:an?\s+)?)?"
    opening = rf"\s*(?:please\s+)?{made}note(?:\s+down)?(?:\s+that)?\s*[:,-]?\s*"
    return re.sub(opening, "", text[:4000], count=1, flags=re.IGNORECASE).strip()
