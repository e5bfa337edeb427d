"""What came of the tests of trees, for programs: JSON, and JUnit's XML for systems that build and deliver."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from tshoot.authoring.testcoverage import Coverage, Share, total
from tshoot.authoring.testrun import TestResult
from tshoot.model.diagnostic import Diagnostic
from tshoot.model.record import record
from tshoot.render.diagnostics import visible
from tshoot.render.treetests import conversation, differences

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


@record(kw_only=True)
class FileReport:
    """What came of the tests of one file."""

    path: str
    text: str = ""
    tree: str = ""
    tree_path: str = ""
    findings: tuple[Diagnostic, ...] = ()
    """What is wrong with the file."""
    refused: bool = False
    """Nothing was run: the tests or their tree are broken."""
    results: tuple[TestResult, ...] = ()
    coverage: Coverage | None = None

    @property
    def failed(self) -> int:
        """How many tests failed; a file that could not be run counts as one."""
        return 1 if self.refused else sum(not result.passed for result in self.results)

    @property
    def count(self) -> int:
        """How many tests there were."""
        return 1 if self.refused else len(self.results)


def to_json(reports: Sequence[FileReport], covered: bool) -> str:
    """One object: the tests, what is wrong with files, and with `covered` what the tests take."""
    found = [report.coverage for report in reports if report.coverage]
    data: dict[str, Any] = {
        "passed": not any(report.failed for report in reports),
        "count": sum(report.count for report in reports),
        "failed": sum(report.failed for report in reports),
        "tests": [_test(result, report) for report in reports for result in report.results],
        "refused": [_refused(report) for report in reports if report.refused],
    }
    if covered:
        data["coverage"] = {"trees": [_coverage(one) for one in found], "total": _coverage(total(found))}
    return json.dumps(data, indent=1)


def _test(result: TestResult, report: FileReport) -> dict[str, Any]:
    return {
        "tree": report.tree,
        "name": result.test.name,
        "path": report.path,
        "line": result.test.line,
        "passed": result.passed,
        "differences": [asdict(one) for one in result.differences],
        "conversation": [asdict(line) for line in result.lines],
    }


def _refused(report: FileReport) -> dict[str, Any]:
    findings = [
        {"line": item.span.line, "column": item.span.column, "rule": item.rule, "message": item.message}
        for item in report.findings
    ]
    return {"path": report.path, "findings": findings}


def _coverage(one: Coverage) -> dict[str, Any]:
    shares: dict[str, Share] = {"nodes": one.nodes, "ways": one.ways, "outcomes": one.outcomes}
    counts = {name: {"taken": share.taken, "all": share.all} for name, share in shares.items()}
    named: dict[str, Any] = {"tree": one.tree} if one.tree else {}
    missing: dict[str, Any] = {"not_taken": list(one.missing)} if one.tree else {}
    return {**named, **counts, "percent": round(one.percent, 1), "not_counted": one.failed, **missing}


def to_junit(reports: Iterable[FileReport]) -> str:
    """A suite for each file, a case for each test."""
    from xml.etree.ElementTree import Element, SubElement, indent, tostring

    root = Element("testsuites", name="tshoot")
    for report in reports:
        counts = {"tests": str(report.count), "failures": str(report.failed)}
        suite = SubElement(root, "testsuite", {"name": visible(report.tree or report.path), **counts})
        if report.refused:
            rows = [f"{one.path}:{one.span.line}:{one.span.column}: {one.message}" for one in report.findings]
            _failure(_case(suite, report, "the file"), "the file is broken", rows)
        for result in report.results:
            case = _case(suite, report, result.test.name)
            if not result.passed:
                rows = [*conversation(result.lines, True), *differences(result.differences, True)]
                _failure(case, result.failures[0], [f"{report.path}:{result.test.line}", *rows])
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _case(suite: Element, report: FileReport, name: str) -> Element:
    from xml.etree.ElementTree import SubElement

    return SubElement(suite, "testcase", classname=visible(report.tree or report.path), name=visible(name))


def _failure(case: Element, message: str, rows: Sequence[str]) -> None:
    from xml.etree.ElementTree import SubElement

    SubElement(case, "failure", message=visible(message)).text = "\n".join(visible(row) for row in rows)
