"""Rows of forms: only what somebody chose of the options is said; the others are printed on every sheet.

A question that nobody answered ends in a question mark.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_TICK = r"\[ ?[xX✓✔] ?\]|\( ?[xX✓✔] ?\)|[☒☑✓✔]|(?<![A-Za-z])_+[xX✓✔]_+(?![A-Za-z])"
_BOX = r"\[ ?\]|\( ?\)|[☐□❏]"
_BLANK = r"_{2,}"
_YES_NO = r"(?:yes|no|y|n|n/a|none|present|absent|positive|negative|pos|neg|normal|abnormal|unknown)"
_DEGREE = rf"(?:{_YES_NO}|mild|moderate|severe|slight|marked|poor|fair|good|excellent|some|complete|partial|full)"
_TICKED = re.compile(_TICK)
_MARK = re.compile(rf"(?P<tick>{_TICK})|{_BOX}")
_MARK_OR_BLANK = re.compile(rf"(?P<tick>{_TICK})|{_BOX}|{_BLANK}")
_ANSWERED_ON_LINES = re.compile(rf"_+[xX✓✔]_+|\b(?:yes|no)\b[ :]*{_BLANK}|{_BLANK} ?(?:yes|no)\b", re.IGNORECASE)
"""Lines to write on are options only where they stand beside "yes" and "no", or one of them is crossed."""
_FORM = re.compile(
    rf"{_TICK}|{_BOX}|{_BLANK}|\b[YN]\s*[/|]\s*[YN]\b|\b(?:yes|none|normal|circle|check|select|tick|choose)\b",
    re.IGNORECASE,
)
"""Without one of these a text is no row of a form."""
_ANSWER = re.compile(rf"\s*(?i:{_YES_NO})(?=\W*$|\s{{2}}|[,;.)]|\s+[A-Z])")
_LAST_ANSWER = re.compile(rf"\b{_YES_NO}\W*$", re.IGNORECASE)
_ANY_DEGREE = re.compile(rf"\W*{_DEGREE}\b", re.IGNORECASE)
_NONE = re.compile(r"\W*(?:none|no|n|nil|negative|neg|absent|denie[sd])\W*$", re.IGNORECASE)
_OPTION_ENDS = re.compile(r"[;|\n]|\.(?=\s|$)|\s{3,}(?=\S)")
_GROUP_BEGINS = re.compile(r"[:?;|\n]\s*|\.\s+|\s{2,}(?=\S)")
_CHOICES = re.compile(
    r"\b(?:circle|check|select|tick|choose)(?: (?:one|all that apply|one only))?\s*:(?P<options>[^\n]*)", re.IGNORECASE
)
_EMPTY = re.compile(r":\s*(?P<options>_{3,})\s*$")
"""A line that nobody filled in."""
_GAP = re.compile(r"[ \t]{3,}")
_MENU = re.compile(
    rf"\(?(?<!\w)(?:y\s*[/|]\s*n|yes(?:\s*[/|]\s*|\s{{2,}})no|normal(?:\s*[/|]\s*|\s{{2,}})abnormal|present(?:\s*[/|]\s*|\s{{2,}})absent"
    rf"|{_DEGREE}(?:(?:\s*[/|]\s*|\s{{2,}}){_DEGREE}){{2,}})(?!\w)\)?",
    re.IGNORECASE,
)


class _Option(NamedTuple):
    start: int
    end: int
    ticked: bool
    words: str


def chosen(text: str) -> str:
    """`text` without the options that nobody chose."""
    if not _FORM.search(text):
        return text
    rows = [(line, _row(line)) for line in text.split("\n")]
    return "\n".join(line if line == row else _GAP.sub("  ", row).rstrip() for line, row in rows)


def _row(line: str) -> str:
    marks = list((_MARK_OR_BLANK if _ANSWERED_ON_LINES.search(line) else _MARK).finditer(line))
    if not marks:
        return _menus(line)
    options = _options_before(line, marks) if _named_first(line, marks) else _options_behind(line, marks)
    for group in _groups(line, options):
        line = _answered(line, group)
    return line


def _named_first(line: str, marks: list[re.Match[str]]) -> bool:
    """Whether each box stands behind its words: "Yes [ ]  No [x]"."""
    return not re.search(r"\w", line[marks[-1].end() :]) and bool(re.search(r"\w", line[: marks[0].start()]))


def _options_before(line: str, marks: list[re.Match[str]]) -> list[_Option]:
    options, left = [], 0
    for mark in marks:
        words = line[left : mark.start()]
        answer = _LAST_ANSWER.search(words)
        begins = max((found.end() for found in _GROUP_BEGINS.finditer(words.rstrip(" :?\t"))), default=0)
        start = left + (answer.start() if answer else begins)
        options.append(_Option(start, mark.end(), bool(mark["tick"]), line[start : mark.start()]))
        left = mark.end()
    return options


def _options_behind(line: str, marks: list[re.Match[str]]) -> list[_Option]:
    options = []
    rights = [mark.start() for mark in marks[1:]] + [len(line)]
    for mark, right in zip(marks, rights, strict=True):
        words = line[mark.end() : right]
        answer, stop = _ANSWER.match(words), _OPTION_ENDS.search(words, len(words) - len(words.lstrip()))
        end = answer.end() if answer else stop.start() if stop else len(words)
        options.append(_Option(mark.start(), mark.end() + end, bool(mark["tick"]), words[:end]))
    return options


def _groups(line: str, options: list[_Option]) -> list[list[_Option]]:
    """Options that stand side by side answer one question; words between two begin the next one."""
    groups: list[list[_Option]] = []
    for option in options:
        if groups and not re.search(r"\w", line[groups[-1][-1].end : option.start]):
            groups[-1].append(option)
        else:
            groups.append([option])
    return groups


def _answered(line: str, group: list[_Option]) -> str:
    ticked = [option for option in group if option.ticked]
    nothing_of_it = any(_NONE.match(option.words) for option in ticked)
    for option in group:
        if option.ticked:
            continue
        if nothing_of_it and not _ANY_DEGREE.match(option.words):
            line = _cleared(line, option.start, option.end, keep=option.words)
        else:
            line = _cleared(line, option.start, option.end)
    unanswered = not ticked and (len(group) > 1 or _ANY_DEGREE.match(group[0].words))
    return _cleared(line, group[0].start, group[0].end, keep="?") if unanswered else line


def _menus(line: str) -> str:
    """A row on which the answers are printed and none is marked."""
    told = _CHOICES.search(line) or _EMPTY.search(line)
    if told:
        return _cleared(line, *told.span("options"), keep="?")
    for menu in _MENU.finditer(line):
        line = _cleared(line, *menu.span(), keep="" if re.match(r"\s*[:=-]\s*\w", line[menu.end() :]) else "?")
    return line


def _cleared(line: str, start: int, end: int, keep: str = "") -> str:
    """The same line with white space in a place; `keep` stays at the end of it."""
    return line[:start] + keep.rjust(end - start)[: end - start] + line[end:]
