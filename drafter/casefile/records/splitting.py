"""Where one document ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.casefile.records.dates import all_dates
from drafter.casefile.records.kinds import headings
from drafter.casefile.records.view import Numbering, PageView, squeezed

_TOP = 8
_BEGINS = 3.0
_SALUTATION = re.compile(
    r"^\W*(?:dear\b|to:|re:|re\b|regarding\b|to whom it may|ladies and gent|attention\b|attn\b|from:)"
)
_PATIENT = re.compile(r"\b(?:dob|d\.o\.b|date of birth|mrn|chart|patient|claim|worker|employee|claimant|client)\b")
_PLACE = re.compile(
    r"\b(?:tel|telephone|phone|ph|fax|suite|street|st|avenue|ave|road|rd|blvd|p\.?o\.? box|inc|llc|p\.?c)\b"
    r"|\b\d{3}[-. )]{1,2}\d{3}[-. ]\d{4}\b|\bca\s+9\d{4}\b"
)
_HOUSE = re.compile(
    r"\b(?:cent(?:er|re)|institute|clinic|hospital|group|associates|partners|radiology|imaging|rehab\w*|therapy|medical"
    r"|health|orthop\w+|chiropractic|acupuncture|insurance|mutual|casualty|laborator\w+|pharmacy|offices?|surgery|spine|pain)\b"
)
_SIGNED = re.compile(r"\b(?:electronically )?signed by\b|\bpenalty of perjury\b|^\W*(?:sincerely|respectfully)\b")
_CREDENTIAL = re.compile(r"^[^\d]{4,40}[,;.]\s*(?:m\.?d|d\.?o|d\.?c|ph\.?d|psy\.?d|d?pta?|otr|pa-c|np|l\.?ac|cmt|rn)\b")
_GOES_ON = re.compile(r"^[a-z(,;]")


def split(views: Sequence[PageView]) -> list[list[PageView]]:
    """The pages of one file, document by document, in the order of their first pages."""
    documents: list[list[PageView]] = []
    for view in views:
        home = _continued(view, documents)
        if home is None:
            documents.append([view])
        else:
            home.append(view)
    return documents


def _continued(view: PageView, documents: list[list[PageView]]) -> list[PageView] | None:
    """The document that the page goes on; None when it begins one."""
    if not documents:
        return None
    current = documents[-1]
    own, last = view.numbering, current[-1].numbering
    if own is not None and own.page > 1:
        expected = _expecting(own, documents)
        if expected is not None:
            return expected
        if not _has_title(view):
            return current
    if own is not None and own.page == 1:
        return None
    if last is not None and last.total is not None and last.page < last.total and not _has_title(view):
        return current
    if last is not None and last.page == last.total:
        return None
    return None if _begins(view, current) else current


def _expecting(own: Numbering, documents: list[list[PageView]]) -> list[PageView] | None:
    """The nearest document whose last page is numbered one before; pages of another patient may lie between."""
    for document in reversed(documents[-4:]):
        last = document[-1].numbering
        if last is not None and last.page == own.page - 1 and last.total == own.total:
            return document
        if last is None and document is documents[-1] and len(document) == own.page - 1:
            return document
    return None


def _begins(view: PageView, current: list[PageView]) -> bool:
    lines = view.folded[:_TOP]
    if not lines:
        return True
    score = 2.5 if _has_title(view) else 0.0
    printed_again = _same_letterhead(view, current)
    score += 1.5 if printed_again else 0.0
    score += 1.0 if printed_again is False and _has_letterhead(view) else 0.0
    score += 1.0 if any(_PATIENT.search(line) for line in lines) else 0.0
    score += 1.0 if any(all_dates(line) for line in lines) else 0.0
    score += 1.0 if any(_SALUTATION.search(line) for line in lines) else 0.0
    score += 1.5 if _is_signed(current[-1]) else 0.0
    score += 1.0 if _has_letterhead(view) else 0.0
    score -= 2.0 if _GOES_ON.search(view.lines[0]) else 0.0
    return score >= _BEGINS


def _has_title(view: PageView) -> bool:
    return any(heading.row < 10 for heading in headings(view))


def _has_letterhead(view: PageView) -> bool:
    """An address or telephone under the first line, or a first line in capitals or with the name of a house."""
    first = view.lines[0] if view.lines else ""
    capitals = sum(c.isupper() for c in first) > 0.7 * max(1, sum(c.isalpha() for c in first))
    house = bool(_HOUSE.search(first.lower()) or _CREDENTIAL.search(first.lower())) and len(first) < 60
    return (
        any(_PLACE.search(line) for line in view.folded[:5])
        or house
        or (capitals and len(first) > 8 and ":" not in first)
    )


def _same_letterhead(view: PageView, current: list[PageView]) -> bool | None:
    first, before = view.folded[:1], current[0].folded[:1]
    return squeezed(first[0]) == squeezed(before[0]) if first and before else None


def _is_signed(view: PageView) -> bool:
    return any(_SIGNED.search(line) or _CREDENTIAL.search(line) for line in view.folded[-5:])
