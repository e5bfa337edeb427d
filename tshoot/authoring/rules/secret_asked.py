"""Secrets that would be kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.language.late import Late
from tshoot.model.diagnostic import Diagnostic, Severity
from tshoot.model.fact import FactType
from tshoot.model.tree import Input

ID = "secret-asked"
SEVERITY: Severity = "warning"
DESCRIPTION = (
    "A fact that asks for a password, a PIN, a code or a card number is `secret: true`, or is not asked for."
)
EXPLANATION = """\
What a person types is written to the case and shown to the next person. A password, a PIN, a sign-in code, a security
answer or a card number must not stand there.

Leave the question out: nobody needs the secret to help. If you must ask, add `secret: true`; then it is never stored
and never shown.
"""
BAD = """\
tree: 1
title: The account is locked
nodes:
  which: {input: {fact: old_password, prompt: What is your password?}, then: wait}
  wait: {wait: 5 minutes, tell: The account opens by itself after five minutes., then: works}
  works: {ask: Can you sign in?, options: {Yes: done, No: help}}
  help: {end: escalate, to: queue:accounts}
  done: {end: resolved}
"""
GOOD = """\
tree: 1
title: The account is locked
nodes:
  which: {input: {fact: changed, type: date, prompt: When did you change your password?}, then: wait}
  wait: {wait: 5 minutes, tell: The account opens by itself after five minutes., then: works}
  works: {ask: Can you sign in?, options: {Yes: done, No: help}}
  help: {end: escalate, to: queue:accounts}
  done: {end: resolved}
"""

_SECRET = (
    r"(?:pass ?words?|pass ?phrases?|pass ?codes?|pin(?: (?:code|number))?|(?:security|sign-in|login|verification"
    r"|one-time|recovery|backup|access|unlock|authenticator|activation) (?:codes?|keys?)|otp|cvv|cvc"
    r"|(?:credit|debit|bank|payment)[ -]card numbers?|(?:security|secret) answers?"
    r"|(?:private|secret|api) keys?|credentials|mother(?:'s|’s) maiden name|social security (?:number|digits)"
    r"|(?:numbers?|digits) of (?:the|your|their) (?:credit|debit|bank|payment|social security)(?:[ -]?card| number)"
    r"|[0-9]-digit (?:\w+ )?codes?|codes? (?:from|in|of) the (?:text|sms|authenticator)(?: message| app)?)"
)
_WORDS = r"(?:[\w'’-]+ ){0,3}"
_ASKED = Late(
    rf"\bwhat(?:'s|’s| is| was| are| were) (?:the|your|their|his|her|my) {_WORDS}{_SECRET}"
    rf"\s*(?:[?.:,]|$|for\b|of\b|that\b|now\b)"
    rf"|\bwhich {_WORDS}{_SECRET}(?! manager)\b[^.?!]*\b(?:use|type|enter)"
    rf"|\b(?:enter|type|give|tell|send|write|provide|read|say|share|state|confirm)\b (?:me |us |in |down |out ){{0,2}}"
    rf"(?:the|your|their|his|her) {_WORDS}{_SECRET}(?! (?:manager|hint|reset|policy|field|box|page|reader|slot))\b"
    rf"|^\W*(?:(?:the|your|their|current|old|new|present|last) ){{0,2}}{_SECRET}\W*$",
    re.IGNORECASE,
)
_NOT = Late(r"\b(?:not|never|without|don't|no)\b[^.?!]*$|\b(?:you|they|to|it)\W*$", re.IGNORECASE)
_NAME = Late(
    r"(?:\A|_)(?:password|passwd|pwd|passphrase|passcode|pin|pin_code|cvv|cvc|otp|(?:credit|debit|bank|payment)_card(?:_number)?"
    r"|(?:security|verification|recovery|one_time|sign_in|login)_(?:code|key)|(?:security|secret)_answer|private_key|api_key)\Z"
)
_TYPED = ("text", "number", "phone", "email", "list")
"""Kinds of facts that can hold a secret as a person types it."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about facts that ask for secrets and keep them."""
    for name, fact in subject.tree.facts.items():
        if f"@facts.{name}" in subject.parsed.places:
            yield from _in_fact(subject, f"facts.{name}", f"the fact {quote(name)}", fact)
    for name, node in subject.tree.nodes.items():
        declared = isinstance(node, Input) and subject.tree.facts.get(node.fact.name)
        if isinstance(node, Input) and (node.fact is declared or node.fact != declared):
            where = f"nodes.{name}.input"
            yield from _in_fact(subject, where, f"the node {quote(name)}", node.fact)


def _in_fact(subject: Subject, where: str, noun: str, fact: FactType) -> Iterator[Diagnostic]:
    if fact.secret or fact.kind not in _TYPED or not (fact.prompt or where.startswith("nodes.")):
        return
    if _NAME.search(fact.name) or any(_asks(text) for text in _texts(fact)):
        message = f"{noun} asks for what should stay secret, and what is typed is kept in the case"
        hint = "leave the question out, or add 'secret: true'"
        yield subject.finding(ID, where, message, hint, SEVERITY)


def _texts(fact: FactType) -> Iterator[str]:
    yield fact.label
    yield from fact.prompt.texts if fact.prompt else ()


def _asks(text: str) -> bool:
    """Whether a question asks for a secret itself, not for something about it."""
    found = _ASKED.search(text)
    return found is not None and not _NOT.search(text[: found.start()])
