"""What a word that is not in the language was meant to be: its nearest spelling, or what other tools call it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tshoot.authoring.findings import did_you_mean, nearest, quote

_OTHERS: Mapping[str, tuple[str, ...]] = {
    # kinds of nodes and keys
    "question": ("ask", "q"), "prompt": ("ask",), "choice": ("ask",), "select": ("ask", "choice"), "query": ("ask",),
    "instruction": ("do",), "action": ("do",), "step": ("do",), "fix": ("do",), "task": ("do",),
    "message": ("tell",), "info": ("tell",), "say": ("tell",), "text": ("tell", "do", "label"), "show": ("tell",),
    "print": ("tell",), "note": ("agent", "tell"), "switch": ("branch",), "route": ("branch",), "decide": ("branch",),
    "goto": ("then",), "next": ("then", "goto"), "then": ("goto",), "go": ("goto", "then"), "target": ("goto",),
    "to": ("goto", "handoff"), "otherwise": ("else",), "default": ("else",), "elif": ("when",), "if": ("when",),
    "condition": ("when",), "cond": ("when",), "no": ("else",), "failed": ("else",), "yes": ("fixed",),
    "ok": ("fixed", "resolved"), "success": ("fixed", "resolved"), "worked": ("fixed",),
    "solved": ("fixed", "resolved"),
    "answers": ("options",), "choices": ("options",), "answer": ("a", "options"), "synonyms": ("means", "also"),
    "aliases": ("means", "also"), "alias": ("means", "also"), "multiple": ("many",), "variables": ("facts",),
    "vars": ("facts",), "inputs": ("facts",), "steps": ("nodes",), "questions": ("nodes", "faq"), "states": ("nodes",),
    "name": ("id", "title"), "description": ("summary",), "tags": ("symptoms",), "keywords": ("symptoms",),
    "phrases": ("symptoms", "also"), "author": ("owner",), "level": ("tier",), "category": ("area",),
    "lang": ("language",), "finish": ("end",), "outcome": ("end",), "result": ("end",), "stop": ("end",),
    "transfer": ("handoff",), "escalate": ("handoff",), "pause": ("wait",), "timer": ("wait",), "include": ("call",),
    "run": ("check", "call"), "test": ("check", "tests"), "required": ("needs",), "require": ("needs",),
    "regex": ("pattern",), "regexp": ("pattern",), "options": ("values",), "enum": ("values", "choice"),
    "hint": ("how",), "help": ("how",), "probability": ("chance",), "minutes": ("cost",), "time": ("cost", "wait"),
    "minimum": ("min",), "maximum": ("max",), "expect": ("end",), "expected": ("end",), "path": ("passed", "walk"),
    # types of facts
    "string": ("text",), "str": ("text",), "int": ("number",), "integer": ("number",), "float": ("number",),
    "decimal": ("number",), "bool": ("boolean",), "datetime": ("date",), "day": ("date",), "mail": ("email",),
    "tel": ("phone",), "telephone": ("phone",), "array": ("list",), "multiselect": ("list",),
    # values
    "done": ("resolved",), "fixed": ("resolved", "written"), "closed": ("resolved",), "escalated": ("escalate",),
    "cancel": ("cancelled",), "aborted": ("cancelled",), "urgent": ("critical", "high"), "normal": ("medium",),
    "minor": ("low",), "major": ("high",), "active": ("live",), "published": ("live",), "archived": ("retired",),
    "deprecated": ("retired",), "wip": ("draft",), "all": ("both",), "everyone": ("both",), "customer": ("user",),
    "support": ("agent",), "admin": ("agent",),
}  # fmt: skip
"""Words of other tools and of everyday speech, to the words of the language that may be meant."""


def meant(word: str, known: Iterable[str]) -> str:
    """The known word that is meant; nothing when none is near."""
    names = list(known)
    others = _OTHERS.get(word.strip().casefold(), ())
    return next((name for name in others if name in names), "") or nearest(word, names)


def meaning_hint(word: str, known: Iterable[str]) -> str:
    """A hint with the word that is meant, else with what there is to choose from."""
    names = list(known)
    found = meant(word, names)
    return f"did you mean {quote(found)}?" if found else did_you_mean(word, names)
