"""Items of the third layout: issues at dispute, each with an outcome, the guideline relied upon and a rationale."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.determination import HumanOutcome
from drafter.errors import InputError
from drafter.intake.labels import Part, Section
from drafter.intake.lines import Line, has_gaps, join_lines, paragraphs
from drafter.intake.outcome import any_title, concluded, outcome_of
from drafter.intake.parts import DecidedItem

_ENTRY = re.compile(r"^(?:(?:item|issue)\s*#?\s*)?(?P<number>\d{1,2})[.):]\s+(?=\S)|^[-•*–]\s+(?=\S)", re.IGNORECASE)
_FIELDS: frozenset[Part] = frozenset({"outcome", "claims", "guideline", "rationale"})
_NECESSARY = r"medically\s+necessary(?:\s+and\s+appropriate)?"
_ASKED = r"(?:the\s+)?(?:requests?\s+for\s+(?:an?\s+|the\s+)?|requested\s+)?(?P<request>.+?)"
_QUESTIONS = (
    re.compile(rf"^(?:is|are|was|were)\s+{_ASKED}\s+{_NECESSARY}\W*$", re.IGNORECASE),
    re.compile(rf"^whether\s+(?:or\s+not\s+)?{_ASKED}\s+(?:is|are|was|were)\s+{_NECESSARY}\W*$", re.IGNORECASE),
)
_SPACE = re.compile(r"\W+")


class _Issue:
    """An issue while its fields are being collected."""

    def __init__(self, request: str, outcome: HumanOutcome | None) -> None:
        self.request = request
        self.outcome = outcome
        self.fields: dict[Part, str] = {}


def reviewed_items(name: str, sections: Sequence[Section]) -> list[DecidedItem]:
    """The issues with what was decided on them; one without outcome or rationale is an InputError."""
    issues: list[_Issue] = []
    current: _Issue | None = None
    for section in _issues_first(sections):
        current = _declare(issues, section) if section.part == "issue" else _fill(name, issues, current, section)
    return [_closed(name, number, issue) for number, issue in enumerate(issues, start=1)]


def _issues_first(sections: Sequence[Section]) -> list[Section]:
    """The sections about issues; an outcome that stands above the first issue comes behind it."""
    ours = [section for section in sections if section.part in _FIELDS or section.part == "issue"]
    first = next((index for index, section in enumerate(ours) if section.part == "issue"), 0)
    return [*ours[first : first + 1], *ours[:first], *ours[first + 1 :]]


def _declare(issues: list[_Issue], section: Section) -> _Issue | None:
    """Add the issues that a section names, or find the one it goes back to; None when it names several."""
    if section.number is not None and section.number <= len(issues):
        return issues[section.number - 1]
    named = [_issue(entry) for entry in entries(section.lines) if entry]
    if len(named) == 1 and (known := _known(issues, named[0])):
        return known
    issues += named
    return named[0] if len(named) == 1 else None


def _issue(text: str) -> _Issue:
    for question in _QUESTIONS:
        if asked := question.match(text):
            return _Issue(asked["request"], None)
    title = any_title(text)
    return _Issue(title.request, title.outcome) if title else _Issue(text.rstrip("."), None)


def _known(issues: Sequence[_Issue], named: _Issue) -> _Issue | None:
    same = _SPACE.sub(" ", named.request).strip().lower()
    return next((issue for issue in issues if _SPACE.sub(" ", issue.request).strip().lower() == same), None)


def _fill(name: str, issues: list[_Issue], current: _Issue | None, section: Section) -> _Issue | None:
    """Give a field to its issue: the one last named, else the first that has none of its kind."""
    part = section.part
    if current is None and not section.number and len(issues) > 1:
        texts = entries(section.lines)
        if len(texts) == len(issues):
            for issue, text in zip(issues, texts, strict=True):
                issue.fields.setdefault(part, text)
            return None
    target = _target(issues, current, section)
    if target is None:
        raise InputError(f"{name}: more '{part}' parts than issues at dispute; name the issue above each of them")
    target.fields[part] = join_lines(section.lines)
    return target if target is current else None


def _target(issues: list[_Issue], current: _Issue | None, section: Section) -> _Issue | None:
    if section.number is not None and section.number <= len(issues):
        return issues[section.number - 1]
    if current is not None and section.part not in current.fields:
        return current
    return next((issue for issue in issues if section.part not in issue.fields), None)


def entries(lines: Sequence[Line]) -> list[str]:
    """The entries of a list: numbered, bulleted, or a paragraph each."""
    if not any(_ENTRY.match(line.text) for line in lines):
        return [join_lines(paragraph) for paragraph in paragraphs(lines, has_gaps(lines))]
    groups: list[list[Line]] = []
    for line in lines:
        if (mark := _ENTRY.match(line.text)) or not groups:
            groups.append([line._replace(text=line.text[mark.end() :] if mark else line.text)])
        else:
            groups[-1].append(line)
    return [join_lines(group) for group in groups]


def _closed(name: str, number: int, issue: _Issue) -> DecidedItem:
    rationale = issue.fields.get("rationale", "")
    if not rationale:
        raise InputError(f"{name}: item {number} has no rationale; the letter seems cut off")
    stated = outcome_of(issue.fields["outcome"]) if "outcome" in issue.fields else issue.outcome or concluded(rationale)
    if stated is None:
        raise InputError(f"{name}: item {number} has no outcome; state Uphold or Overturn for it")
    if issue.outcome is not None and issue.outcome != stated:
        raise InputError(f"{name}: item {number} has two different outcomes; check the letter")
    fields = issue.fields
    return DecidedItem(issue.request, stated, fields.get("claims", ""), fields.get("guideline", ""), rationale)
