"""Work for administrators in trees that people walk by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "agent-action"
SEVERITY: Severity = "warning"
DESCRIPTION = "A tree for users asks for nothing that only an agent or an administrator may do."
EXPLANATION = """\
Somebody who walks this tree alone has no rights for this step, or does damage with it. They are stuck in the middle of
a list of instructions.

Move the step to a tree with `audience: agent` and hand over to it, or write it as an `agent` note. English texts are
looked at.
"""
BAD = """\
tree: 1
title: The printer prints nothing
audience: user
nodes:
  spooler: {do: "Open the command prompt as administrator and restart the spooler.", fixed: done, else: help}
  help: {end: escalate, to: queue:printers}
  done: {end: resolved}
"""
GOOD = """\
tree: 1
title: The printer prints nothing
audience: agent
nodes:
  spooler: {do: "Open the command prompt as administrator and restart the spooler.", fixed: done, else: help}
  help: {end: escalate, to: queue:printers}
  done: {end: resolved}
"""

_OTHERS = r"(?:user|caller|customer|employee|colleague|person)(?:'s|’s)"
_ACTIONS: tuple[tuple[str, str], ...] = (
    ("run something as administrator",
     r"\bas (?:an? |the )?(?:local )?admin(?:istrator)?\b|\bsudo [a-z]"
     r"|\belevated (?:command|prompt|power|shell|terminal)"
     r"|\badministrative (?:command prompt|terminal|shell)\b"),
    ("work as root", r"\bas root\b"),
    ("sign in with an administrator's account",
     r"\bwith (?:an?|the|your) (?:local |domain )?admin(?:istrator)?(?:'s|’s)? (?:account|rights)\b"),
    ("manage services or accounts of the computer", r"\b(?:services|lusrmgr|compmgmt|secpol)\.msc\b"),
    ("edit the registry",
     r"\bregedit\b|\bregistry editor\b|\bHK(?:EY_[A-Z_]+|LM|CU)\b|\b(?:edit|change|in) the (?:windows )?registry\b"),
    ("change group policies",
     r"\bgpedit\b|\bgroup policy (?:editor|management|object)|\blocal security policy\b"),
    ("work in the directory of accounts", r"\bactive directory\b|\bin (?:microsoft )?entra(?: id)?\b|\bazure ad\b"
     r"|\bADUC\b|\bdsa\.msc\b"),
    ("use an administration console",
     r"\b(?:exchange|microsoft 365|office 365|teams|intune|entra|azure|google|sharepoint|okta)"
     r"(?: \w+)? (?:admin|administration)\b|\bazure portal\b"
     r"|\badmin(?:istration)? (?:cent(?:er|re)|console|portal|panel)\b"),
    ("reset somebody else's password",
     rf"\b(?:reset|set|change)\b[^.]{{0,20}}\b{_OTHERS} (?:[\w-]+ )?(?:password|pin|passcode)\b"),
    ("change somebody else's account",
     rf"\b(?:unlock|disable|enable|delete)\b[^.]{{0,20}}\b{_OTHERS} (?:[\w-]+ )?account\b"),
    ("work on a server",
     r"\b(?:restart|reboot|log in to|sign in to|connect to) the"
     r" (?:\w+ )?(?:domain controller|(?:dns|dhcp|file|print|mail|exchange) server)\b"),
    ("run a command for administrators",
     r"\b(?:net user|sfc /scannow|dism /online|Set-ExecutionPolicy|bcdedit|diskpart)\b"),
)  # fmt: skip
"""What only agents and administrators do, and how it is written."""

_SIGNS = (
    "administrat", "elevated ", "as root", "regedit", "registry", "hkey_", "hklm", "hkcu", "gpedit", "group policy",
    "security policy", "active directory", "sudo ", "services.msc", "lusrmgr", "compmgmt", "secpol", " entra",
    "azure ad", "aduc", "dsa.msc", "admin", "azure portal", "'s ", "’s ", " server",
    "controller", "net user", "sfc ", "dism ", "executionpolicy", "bcdedit", "diskpart",
)  # fmt: skip
"""One of these stands in every text in which one of the actions does; looking for them is much faster."""
_NOT = re.compile(r"\b(?:not|never|n't|without|cannot|only)\b[^.]*\Z", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about steps that a user cannot take."""
    if subject.tree.audience == "agent":
        return
    for text in subject.with_signs(_SIGNS):
        if not text.where.startswith("nodes.") or _is_for_others(text.where):
            continue
        for what, pattern in _each():
            found = pattern.search(text.text)
            if found and not _NOT.search(text.text[: found.start()]):
                span = subject.inside(text.where, text.text, found.start(), len(found[0]))
                message = f"{subject.noun(text.where)} has the user {what} ({quote(found[0])})"
                hint = "move it to a tree with 'audience: agent', or write it as an 'agent' note"
                yield subject.finding(ID, span, message, hint, SEVERITY)
                break


@cache
def _each() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Made when they are needed: most trees have none of the signs."""
    return tuple((what, re.compile(pattern, re.IGNORECASE)) for what, pattern in _ACTIONS)


def _is_for_others(where: str) -> bool:
    """Whether a text is written for the next person, not for the user."""
    return where.endswith((".reason", ".first"))
