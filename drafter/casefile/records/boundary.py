"""Whether a page begins a document, weighed from what its top, its running lines and the page before it show."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from drafter.casefile.records.days import all_dates
from drafter.casefile.records.kinds import headings
from drafter.casefile.records.names import NAME
from drafter.casefile.records.signers import NOT_NAMES
from drafter.casefile.records.view import PageView, squeezed

_TOP = 8
_TITLE_ROWS = 10
_BEGINS = 3.0
_SALUTATION = re.compile(
    r"^\W*(?:dear\b|to:|re:|re\b|regarding\b|to whom it may|ladies and gent|attention\b|attn\b|from:)"
)
_PATIENT = re.compile(
    r"\b(?:dob|d\.o\.b|date of birth|born|mrn|acct|pt name|chart|patient|claim|worker|employee|claimant|client)\b"
    r"|^\W*(?:name|nombre)\b"
)
_PLACE = re.compile(
    r"\b(?:tel|telephone|phone|ph|fax|suite|street|st|avenue|ave|road|rd|blvd|p\.?o\.? box|inc|llc|p\.?c)\b"
    r"|\b\d{3}[-. )]{1,2}\d{3}[-. ]\d{4}\b|\bca\s+9\d{4}\b"
)
_HOUSE = re.compile(
    r"\b(?:cent(?:er|re)|institute|clinic|hospital|group|associates|partners|radiology|imaging|rehab\w*|therapy|medical"
    r"|health|orthop\w+|chiropractic|acupuncture|insurance|mutual|casualty|laborator\w+|pharmacy|drugs?(?: ?store)?"
    r"|apothecary|offices?|surgery|spine|pain|mri"
    r"|(?:urgent|immediate|managed|primary|worker|workers) care)\b"
)
_SIGNED = re.compile(r"\b(?:electronically )?signed by\b|\bpenalty of perjury\b|^\W*(?:sincerely|respectfully)\b")
_CREDENTIAL = re.compile(
    r"^[^\d]{4,40}[,;.]\s*(?:m\.?d|d\.?o|d\.?c|ph\.?d|psy\.?d|d?pta?|otr?|pa-c|np|l\.?ac|cmt|rn)\b"
)
_NAME_ALONE = re.compile(rf"^\W*{NAME}\W*$")
_GOES_ON = re.compile(r"^[a-z(,;]")
_CONTINUED = re.compile(r"\bcont(?:inued|inuation|'?d|\.)(?:\W|$)")
_APPENDED = re.compile(r"^\W*(?:attachments?|enclosures?|encls?|copies|cc)\b\.?\s*(?:[:(]|$)")
"""What is enclosed and who gets copies ends the letter before."""
_NUMBERED = re.compile(r"^\W{0,2}(\d{1,2})[.)]\s")
_CLOSED = re.compile(r"[.!?:;|)\d]\W*$")
_FULL = 60
_COPY = 0.7
_RUNNING = 4
"""Lines that a chart program repeats stand within so many lines of the edge."""
_MEETING = re.compile(
    r"\b(?:encounter|visit|service|dos|seen|exam(?:ination)?|session|appointment|treatment|arriv\w+|admit\w*)\b"
)


def begins(view: PageView, current: Sequence[PageView]) -> bool:
    """Whether `view` begins a document behind the pages of `current`, none of them numbered to tell."""
    return not view.lines or _is_copy(view, current[0]) or sum(_signs(view, current)) >= _BEGINS


def has_title(view: PageView) -> bool:
    return any(heading.row < _TITLE_ROWS and not _goes_on(view, heading.row) for heading in headings(view))


def _goes_on(view: PageView, row: int) -> bool:
    return bool(_CONTINUED.search(view.folded[row]))


def _signs(view: PageView, current: Sequence[PageView]) -> Iterator[float]:
    """What speaks for a new document, and with a minus what speaks against one."""
    yield from _signs_at_top(view, current)
    yield from _signs_of_running_lines(view, current)
    yield from _signs_before(view, current)


def _signs_at_top(view: PageView, current: Sequence[PageView]) -> Iterator[float]:
    lines = view.folded[:_TOP]
    printed_again = squeezed(lines[0]) == squeezed(current[0].folded[0]) if current[0].folded else None
    whose = [any(sign.search(line) for line in lines) for sign in (_PATIENT, _SALUTATION)]
    whose.append(any(all_dates(line) for line in lines))
    letterhead = _has_letterhead(view)
    if has_title(view):
        yield 2.5 if letterhead or any(whose) else 1.5  # alone it may be the heading of a section
    yield 1.5 if printed_again else 0.0
    if letterhead:
        yield 1.0 if printed_again else 2.0
    elif _is_in_capitals(view.lines[0]):
        yield 1.0
    yield from (1.0 for sign in whose if sign)
    yield -5.0 if _APPENDED.search(view.folded[0]) else 0.0
    yield -2.0 if _GOES_ON.search(view.lines[0]) or any(_CONTINUED.search(line) for line in lines[:3]) else 0.0


def _signs_of_running_lines(view: PageView, current: Sequence[PageView]) -> Iterator[float]:
    """A line that both pages repeat with another day of a visit parts them; with the same day it joins them."""
    one, other = _meetings(current[-1]), _meetings(view)
    shared = one.keys() & other.keys()
    if not shared and _has_head_at_foot(view) and not _has_head_at_foot(current[-1]):
        yield 3.0
    if shared:
        renamed = has_title(view) and not _is_titled_alike(view, current[0])
        yield 4.0 if any(one[shape] != other[shape] for shape in shared) else -3.0 if renamed else -6.0


def _has_head_at_foot(view: PageView) -> bool:
    """Whether the page names its patient, whose day of a visit it is, at the foot: a program prints its heads there."""
    foot = view.folded[-_RUNNING:]
    return any(map(_PATIENT.search, foot)) and any(
        _MEETING.search(line[: day.start][-16:]) for line in foot for day in all_dates(line)
    )


def _is_titled_alike(view: PageView, first: PageView) -> bool:
    titles = {view.folded[heading.row] for heading in headings(view) if heading.row < _TITLE_ROWS}
    return bool(titles & set(first.folded[:_TITLE_ROWS]))


def _is_copy(view: PageView, first: PageView) -> bool:
    """Whether the page is the first one again, which its running lines do not join to it."""
    own = set(view.folded)
    return len(own & set(first.folded)) > _COPY * max(len(own), len(set(first.folded)))


def _meetings(view: PageView) -> dict[str, dt.date]:
    """Days of visits in lines at the edges, by what else the line says."""
    edges = {*view.folded[:_RUNNING], *view.folded[-_RUNNING:]}
    found: dict[str, dt.date] = {}
    for line in edges:
        for day in all_dates(line):
            if _MEETING.search(line[: day.start][-16:]):
                found[squeezed(line[: day.start] + line[day.end :])] = day.value
    return found


def _signs_before(view: PageView, current: Sequence[PageView]) -> Iterator[float]:
    last = current[-1]
    signed = _is_signed(last)
    yield 1.5 if signed else 0.0
    yield 1.5 if (view.page.ocr_confidence is None) != (last.page.ocr_confidence is None) else 0.0
    yield -2.0 if not (signed or has_title(view)) and is_broken_off(last, view) else 0.0


def is_broken_off(last: PageView, view: PageView) -> bool:
    """Whether the page before ends within a sentence, or with an entry of a list that this page counts on."""
    if not last.lines:
        return False
    entries = [int(found[1]) for line in last.lines if (found := _NUMBERED.match(line))]
    first = _NUMBERED.match(view.lines[0])
    if first and entries and int(first[1]) == entries[-1] + 1:
        return True
    end = last.lines[-1]
    return len(end) >= _FULL and not _CLOSED.search(end)


def _has_letterhead(view: PageView) -> bool:
    """An address or telephone under the first line, or a first line with the name of a house or a clinician."""
    first = view.folded[0]
    house = bool(_HOUSE.search(first) or _CREDENTIAL.search(first)) and len(first) < 60
    return house or any(_PLACE.search(line) for line in view.folded[:5])


def _is_in_capitals(line: str) -> bool:
    letters = [c for c in line if c.isalpha()]
    return len(line) > 8 and ":" not in line and sum(c.isupper() for c in letters) > 0.7 * max(1, len(letters))


def _is_signed(view: PageView) -> bool:
    if any(_SIGNED.search(line) or _CREDENTIAL.search(line) for line in view.folded[-6:]):
        return True
    return bool(view.lines) and _NAME_ALONE.match(view.lines[-1]) is not None and not NOT_NAMES.search(view.lines[-1])
