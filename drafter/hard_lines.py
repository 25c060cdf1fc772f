"""Where a line of a page ends because it is done, not because the paper is: rows of tables, fields of forms."""

from __future__ import annotations

import re
from itertools import pairwise

_ROOM = 0.85
"""A line that could have taken the next word within this share of the widest line was not wrapped."""
_NEW_ROW = re.compile(
    r"[ \t]*(?:[-–•*■□☐☒✓]|\[[ xX]?\]|_[xX_]_|\(?\d{1,3}[.)]"
    r"|(?:#?\d{1,3}|[-–]|[A-Z]{1,3}(?:/[A-Z])?)[ \t]+\d{1,2}[/-]\d{1,2}\b"
    r"|\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?[ \t]"
    r"|[A-Z][\w /()'-]{0,30}:)"
)
_TABLE_ROW = re.compile(r"[ \t]*(?:#?\d{1,3}|[-–]|[A-Z]{1,3}(?:/[A-Z])?)[ \t]+\d{1,2}[/-]\d{1,2}\b")
_LABEL_DONE = re.compile(r"(?:\.|:|\?|!)[ \t]*$")
_CONTINUES = re.compile(r"[ \t]*(?:[a-z(]|\d+(?:\.\d+)?[ \t]+(?:mg|ml|mcg|mm|cm|degrees|percent|%)\b)")


def hard_breaks(text: str) -> list[int]:
    """Offsets of line feeds at which a statement ends, whatever stands behind them."""
    lines = text.split("\n")
    width = max(map(len, lines), default=0)
    breaks = []
    place = -1
    for line, following in pairwise(lines):
        place += len(line) + 1
        if line.strip() and following.strip() and _ends(line, following, width):
            breaks.append(place)
    return breaks


def _ends(line: str, following: str, width: int) -> bool:
    if _NEW_ROW.match(following):
        return True
    if _CONTINUES.match(following):
        return False
    if _TABLE_ROW.match(line):
        return True
    if _LABEL_DONE.search(line):
        return not line.rstrip().endswith(":")
    return len(line) + 1 + len(following.split()[0]) <= _ROOM * width
