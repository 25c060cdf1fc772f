"""What a document is called in the list of documents."""

from __future__ import annotations

import re

from drafter.casefile.records.cues import kind_name
from drafter.casefile.records.days import all_dates
from drafter.casefile.records.kinds import Classified
from drafter.casefile.records.view import PageView

_OWN_NAME = frozenset({"application", "rfa", "prior_imr"})
"""Forms are called by their name, whatever text recognition made of their headline."""
_LEAD = re.compile(
    r"^\W*(?:re|subject|exam(?:ination)?|study|procedure|procedures performed|title|exam type)\s*:\s*", re.I
)
_TIME = re.compile(r"^\W*\d{1,2}:\d\d\s*(?:[ap]\.?m\.?)?\s+", re.I)
_TAIL = re.compile(r"\s*(?:[-–—:|,]|\bof|\bdated|\bon)\s*$", re.I)
_BEHIND = re.compile(r"\s+(?:client|patient|name|dob|claim|date|member|department|provider|encounter)\b\s*:.*$", re.I)
_LONGEST = 90
_KEPT = frozenset(re.findall(r"\S+", "MRI MR CT EMG NCS NCV PR-2 QME AME IMR UR DWC RFA CURES PT OT ER PM&R TENS"))


def title_of(classified: Classified, view: PageView) -> str:
    """The document's headline in plain case, without its date; the name of its kind where it has none."""
    if classified.row is None or classified.kind in _OWN_NAME:
        return kind_name(classified.kind)
    line = _without_date(_LEAD.sub("", view.lines[classified.row]), view.folded[classified.row])
    line = _TAIL.sub("", _BEHIND.sub("", line)).strip(" .:;,-–—_*·|")
    if not 3 <= len(line) <= _LONGEST:
        return kind_name(classified.kind)
    return _plain_case(line)


def _without_date(line: str, folded: str) -> str:
    for found in reversed(all_dates(folded)):
        written = folded[found.start : found.end]
        at = line.lower().find(written)
        if at >= 0:
            line = line[:at] + line[at + len(written) :]
    return " ".join(_TIME.sub("", line).split())


def _plain_case(line: str) -> str:
    """`UTILIZATION REVIEW DECISION - DENIAL` as `Utilization review decision - denial`; mixed case stays."""
    letters = [c for c in line if c.isalpha()]
    if not letters or sum(c.isupper() for c in letters) < 0.8 * len(letters):
        return line
    words = [word if _is_kept(word) else word.lower() for word in line.split()]
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def _is_kept(word: str) -> bool:
    return word.strip("().,:;") in _KEPT or any(c.isdigit() for c in word)
