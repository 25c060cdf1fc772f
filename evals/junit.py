"""JUnit XML: one test case a sample and one a gate, so that a CI shows which case failed.

A sample fails when it could not be drafted or scored, or when a failed gate is due to one of its items. A gate that
fails without an item to name fails alone. No text of a record is in the file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from xml.etree import ElementTree

from evals.run.folder import Run
from evals.summary import Summary

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def junit_xml(run: Run, summary: Summary) -> str:
    """The run as JUnit XML."""
    suite = ElementTree.Element("testsuite", name=_clean(summary.configuration.suite))
    name = summary.configuration.suite
    blamed = _blamed(summary)
    for record in run.records:
        label = record.sample if record.repeat == 1 else f"{record.sample} repeat {record.repeat}"
        case = _case(suite, name, label, record.seconds or 0.0)
        if record.status == "error":
            _problem(case, "error", record.error or "")
        elif record.repeat == 1 and record.sample in blamed:
            _problem(case, "failure", "\n".join(blamed[record.sample]))
    for verdict in summary.gates:
        case = _case(suite, f"{name}.gates", verdict.metric, 0.0)
        if not verdict.passed:
            _problem(case, "failure", verdict.message)
    _count(suite)
    root = ElementTree.Element("testsuites")
    root.append(suite)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _blamed(summary: Summary) -> dict[str, list[str]]:
    """For each sample, which failed gates name it and why."""
    blamed = defaultdict(list)
    for verdict in summary.failed_gates:
        for culprit in verdict.cases:
            blamed[culprit.sample].append(f"{verdict.metric}: item {culprit.item}: {culprit.detail}")
    return dict(blamed)


def _case(suite: ElementTree.Element, classname: str, name: str, seconds: float) -> ElementTree.Element:
    return ElementTree.SubElement(
        suite, "testcase", classname=_clean(classname), name=_clean(name), time=f"{seconds:.3f}"
    )


def _problem(case: ElementTree.Element, kind: str, message: str) -> None:
    first = message.splitlines()[0] if message else kind
    ElementTree.SubElement(case, kind, message=_clean(first)).text = _clean(message)


def _count(suite: ElementTree.Element) -> None:
    suite.set("tests", str(len(suite.findall("testcase"))))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", str(len(suite.findall("testcase/error"))))


def _clean(text: str) -> str:
    """XML 1.0 cannot hold control characters, not even escaped."""
    return _FORBIDDEN.sub("", text)
