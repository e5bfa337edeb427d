"""Leaves out the findings that an author ignores by a remark, and finds the remarks that are of no use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from tshoot.authoring.findings import MAX_FINDINGS, did_you_mean, quote
from tshoot.authoring.remarks import Ignore, ignores
from tshoot.model.diagnostic import Diagnostic, Severity, Span

UNUSED = "unused-ignore"
BAD = "bad-ignore"

_LIKE = "write it like '# tshoot: ignore[review-overdue]'"


def heed(path: str, text: str, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings about one file without those that its remarks ignore, and with those about the remarks."""
    found = list(findings)
    remarks = ignores(text)
    if not remarks:
        return found
    from tshoot.authoring.library_rule_list import LIBRARY_RULES
    from tshoot.authoring.rule_list import rule_texts

    of_libraries = frozenset(rule.ID for rule in LIBRARY_RULES)
    heeding = _Heeding(path, remarks, of_libraries)
    kept = [item for item in found if not heeding.ignored(item)]
    # What an error hides may be what a remark ignores; nobody shall be told to delete that.
    broken = any(item.severity == "error" and item.rule not in of_libraries for item in kept)
    about = (item for item in heeding.about(rule_texts()) if not (broken and item.rule == UNUSED))
    return [*kept, *islice(about, MAX_FINDINGS)]


class _Heeding:
    """The remarks of one file, and what each of them has ignored."""

    def __init__(self, path: str, remarks: tuple[Ignore, ...], of_libraries: frozenset[str]) -> None:
        self._path = path
        self._remarks = remarks
        self._of_libraries = of_libraries
        self._by_place: dict[tuple[int, str], list[int]] = {}
        self._used: set[tuple[int, str]] = set()
        self._refused: set[tuple[int, str]] = set()
        for index, remark in enumerate(remarks):
            if not remark.late:
                for name, _ in remark.names:
                    self._by_place.setdefault((remark.line, name), []).append(index)

    def ignored(self, item: Diagnostic) -> bool:
        """Whether a remark ignores this finding."""
        for place in (item.span.line, 0):
            for index in self._by_place.get((place, item.rule), ()):
                if item.severity == "error" and item.rule not in self._of_libraries:
                    self._refused.add((index, item.rule))
                    continue
                self._used.add((index, item.rule))
                return True
        return False

    def about(self, known: Iterable[str]) -> Iterator[Diagnostic]:
        """The findings about the remarks themselves."""
        rules = list(known)
        for index, remark in enumerate(self._remarks):
            if remark.late:
                message = "'ignore-file' is about the whole file, and does not stand at its top"
                yield self._finding(remark.span, "warning", BAD, message, "move it above the first key")
            elif not remark.names:
                yield self._finding(remark.span, "warning", BAD, "this remark names no rule to ignore", _LIKE)
            for name, span in remark.names if not remark.late else ():
                yield from self._about_name(index, name, span, rules)

    def _about_name(self, index: int, name: str, span: Span, rules: list[str]) -> Iterator[Diagnostic]:
        if name not in rules:
            hint = did_you_mean(name, rules)
            yield self._finding(span, "warning", BAD, f"there is no rule {quote(name)} to ignore", hint)
        elif (index, name) in self._refused:
            message = f"{quote(name)} is an error here: it keeps the tree from people, and cannot be ignored"
            yield self._finding(span, "warning", BAD, message, "repair it, then delete this remark")
        elif (index, name) not in self._used:
            message = f"there is no finding of {quote(name)} to ignore"
            yield self._finding(span, "info", UNUSED, message, "delete it")

    def _finding(self, span: Span, severity: Severity, rule: str, message: str, hint: str) -> Diagnostic:
        return Diagnostic(self._path, span, severity, rule, message, hint)
