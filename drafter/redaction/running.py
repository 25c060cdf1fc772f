"""Numbers in the running heads and feet of a record: what is printed on page after page is the number of somebody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.redaction.codes import is_known_otherwise
from drafter.redaction.cues import either

_HEAD, _FOOT = 4, 3
_PAGES = 3
_DIGITS = 4
_CODE = re.compile(r"(?<![\w.,$/-])[A-Za-z0-9]+(?:[-‐–/.][A-Za-z0-9]+)*(?![\w%])")
_CHANGING = re.compile(
    r"(?i:\bpages?|\bpg?\.?)[ ]*\d+|\d+[ ]*(?i:of|/)[ ]*\d+|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}:\d\d(?::\d\d)?"
)
"""What differs from page to page: its number, a date, a time."""
_OF_A_FORM = re.compile(
    rf"(?i:\b(?:form|rev\.?|revised|version|ver\.?|dwc|cms|omb|ca|§|section|title|{either('public')}))[ #.:-]*$"
)
_SENTENCE = re.compile(r"\b[a-z]{3,}\b")
"""Beside small words five digits may be a procedure that every page bills."""
_YEAR = re.compile(r"(?:19|20)\d\d")


def running_codes(pages: Sequence[str]) -> Iterator[str]:
    """Codes of four digits or more in lines that stand at the edge of at least three pages, whatever page it is."""
    edges = [list(_edge(page)) for page in pages]
    seen = Counter(line for edge in edges for line in {_lasting(line) for line in edge})
    lasting = {line for edge in edges for line in edge if seen[_lasting(line)] >= _PAGES}
    yield from sorted({code for line in lasting for code in _codes(line)})


def _edge(page: str) -> Iterator[str]:
    lines = [line for line in page.split("\n") if line.strip()]
    yield from lines[:_HEAD]
    yield from lines[max(_HEAD, len(lines) - _FOOT) :]


def _lasting(line: str) -> str:
    return " ".join(_CHANGING.sub("#", line).split())


def _codes(line: str) -> Iterator[str]:
    for match in _CODE.finditer(_CHANGING.sub(lambda found: " " * len(found[0]), line)):
        code = match[0]
        if sum(map(str.isdigit, code)) < _DIGITS or _YEAR.fullmatch(code) or _OF_A_FORM.search(line[: match.start()]):
            continue
        if not is_known_otherwise(code) or (code.isdigit() and not _SENTENCE.search(line)):
            yield code
