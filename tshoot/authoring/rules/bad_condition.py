"""Conditions and computed facts that cannot be read."""

import re
from collections.abc import Iterator

from tshoot.authoring.edits import Edit
from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.authoring.writing import Expression, expressions
from tshoot.engine.expressions import ExpressionError, fact_names, parse
from tshoot.model.diagnostic import Diagnostic, Severity, Span

ID = "bad-condition"
SEVERITY: Severity = "error"
DESCRIPTION = "Conditions and computed facts can be read."

_EXAMPLE = "compare facts, as in os == 'Windows' and not known(ssid)"
_TYPOGRAPHIC = re.compile("[‘’‚“”„«»]")
_TEXT = re.compile(r"'[^']*'|\"[^\"]*\"")

_SLIPS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (_TYPOGRAPHIC, "the quotes are typographic", "write straight quotes: 'Windows'"),
    (re.compile(r"&&?"), "'and' is written as {}", "write 'and'"),
    (re.compile(r"\|\|?"), "'or' is written as {}", "write 'or'"),
    (re.compile(r"!(?!=)"), "'not' is written as {}", "write 'not', as in not known(ssid)"),
    (re.compile(r"<>|=!|=<|=>|==="), "there is no sign {}", "write ==, !=, <, <=, > or >="),
    (re.compile(r"(?<![=!<>])=(?!=)"), "one '=' compares nothing", "write '==' to compare"),
    (re.compile(r"\b(?:AND|OR|NOT|IN)\b"), "{} stands in capitals", "write it in small letters"),
    (re.compile(r"\bis(?: not)?\b"), "{} does not compare", "write '==' or '!='"),
    (
        re.compile(r"\b[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}\b|\b[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{2,4}\b"),
        "the date {} stands without quotes",
        "write it like '2027-05-31', in quotes",
    ),
    (
        re.compile(r"\bNone\b"),
        "there is no {} here",
        "write 'known(FACT)' or 'not known(FACT)'",
    ),
    (re.compile(r"[{}]"), "a fact stands without braces here", "write the name of the fact alone"),
    (
        re.compile(r"\.\w+\s*\(|\b(?!known\b|len\b|and\b|or\b|not\b|in\b)[A-Za-z_]\w*\s*\("),
        "{} cannot be called",
        "there are known(FACT) and len(FACT), and nothing else can be called",
    ),
)
"""What people write who know other languages: a sign, a sentence, a hint; the first that stands there counts."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about expressions that are none."""
    for item in expressions(subject.tree):
        try:
            body = parse(item.source)
        except ExpressionError as error:
            yield _unreadable(subject, item, error)
            continue
        misplaced = [name for name in fact_names(body) if name.id == "null"]
        for name in misplaced:
            yield _finding(subject, item, name.col_offset, 4, "there is no 'null' here", _SLIPS[9][2])
        if not item.in_check and (found := re.search(r"\bresult\.", _blanked(item.source))):
            message = "'result' is known only in the 'set' of a check"
            yield _finding(subject, item, found.start(), 6, message, "set a fact there, and use that fact here")


def _unreadable(subject: Subject, item: Expression, error: ExpressionError) -> Diagnostic:
    source = _blanked(item.source)
    if quotes := [source.find(mark) for mark in "'\"" if source.count(mark) % 2]:
        return _finding(subject, item, quotes[0], 1, "a quote is opened and never closed", "close it")
    for sign, sentence, hint in _SLIPS:
        if found := sign.search(source):
            word = quote(item.source[found.start() : found.end()].strip("( ."))
            return _finding(subject, item, *_place(found), sentence.format(word), hint)
    message = error.message
    if source.count("(") != source.count(")"):
        opened = source.count("(") > source.count(")")
        bracket = "(" if opened else ")"
        return _finding(
            subject, item, source.rfind(bracket), 1, f"a '{bracket}' has no other half", "count the brackets"
        )
    if message.startswith("this is not an expression"):
        message = "this cannot be read as a condition"
    return _finding(subject, item, error.column, 1, message, _EXAMPLE)


def _place(found: re.Match[str]) -> tuple[int, int]:
    return found.start(), found.end() - found.start()


def _blanked(source: str) -> str:
    """The expression with its texts blanked out, of the same length."""
    return _TEXT.sub(lambda text: f"'{' ' * (len(text[0]) - 2)}'", source)


def _finding(subject: Subject, item: Expression, offset: int, length: int, sentence: str, hint: str) -> Diagnostic:
    span = subject.inside(item.where, item.source, offset, length)
    return subject.finding(ID, span, f"{subject.noun(item.where)}: {sentence}", hint)


_REPAIRED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"&&"), "and"),
    (re.compile(r"\|\|"), "or"),
    (re.compile(r"<>"), "!="),
    (re.compile(r"=<"), "<="),
    (re.compile(r"=>"), ">="),
    (re.compile(r"==="), "=="),
    (re.compile(r"(?<![=!<>])=(?![=<>])"), "=="),
    (re.compile(r"\b(?:AND|OR|NOT|IN)\b"), ""),
)
"""Slips that can mean one thing alone, with what is meant; nothing: the same word in small letters."""


def fix(subject: Subject, finding: Diagnostic) -> Iterator[Edit]:
    """The signs of the condition put right, all at once; none where another mistake would be left."""
    for item in expressions(subject.tree):
        if not _stands_in(subject, item, finding.span):
            continue
        slips = list(_slips(item.source))
        if slips and _readable(item.source, slips):
            for start, end, new in slips:
                yield Edit(subject.inside(item.where, item.source, start, end - start), new)
        return


def _stands_in(subject: Subject, item: Expression, span: Span) -> bool:
    """Whether the finding is about this expression, and the file shows it as it is."""
    first = subject.inside(item.where, item.source, 0, 1)
    last = subject.inside(item.where, item.source, len(item.source), 1)
    exact = first.end_column == first.column + 1 and last.column == first.column + len(item.source)
    return exact and first.line == span.line and first.column <= span.column <= last.column


def _slips(source: str) -> Iterator[tuple[int, int, str]]:
    """Where a slip begins and ends, and what is meant."""
    for found in _TYPOGRAPHIC.finditer(source):
        yield found.start(), found.end(), "'"
    blanked = _blanked(_TYPOGRAPHIC.sub("'", source))
    for sign, meant in _REPAIRED:
        for found in sign.finditer(blanked):
            new = meant or source[found.start() : found.end()].lower()
            # 'a&&b' is two names and a sign.
            before = new.isalpha() and source[: found.start()][-1:].strip()
            behind = new.isalpha() and source[found.end() :][:1].strip()
            yield found.start(), found.end(), f"{' ' if before else ''}{new}{' ' if behind else ''}"


def _readable(source: str, slips: list[tuple[int, int, str]]) -> bool:
    parts, last = [], 0
    for start, end, new in sorted(slips):
        parts += [source[last:start], new]
        last = end
    try:
        parse("".join([*parts, source[last:]]))
    except ExpressionError:
        return False
    return True


EXPLANATION = """\
A condition that cannot be read decides nothing. Conditions are a small part of Python: names of facts, texts in
quotes, `==`, `!=`, `<`, `in`, `and`, `or`, `not`, `known(fact)` and `len(fact)`. One `=`, `&&` and capitals are
repaired by `tshoot lint --fix`.
"""

BAD = """\
tree: 1
title: Printer does not print
nodes:
  hint: {tell: Open the control panel., when: os = 'Windows'}
  fixed: {end: resolved, tell: Good. Your printer works again.}
"""

GOOD = """\
tree: 1
title: Printer does not print
nodes:
  hint: {tell: Open the control panel., when: os == 'Windows'}
  fixed: {end: resolved, tell: Good. Your printer works again.}
"""
