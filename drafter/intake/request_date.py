"""The date of the request for authorization, where the summary states one beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from drafter.case import CaseHeader
from drafter.text import find_dates

_REQUEST = r"(?:request\s+for\s+authori[sz]ation|RFA)(?:\s*\((?:RFA|request\s+for\s+authori[sz]ation)\))?"
_LINK = r"(?:form|the|this|these|an?|for|of|on|was|were|is|has|been|dated?|signed|submitted|received|completed|request(?:ed|s)?|services?|treatments?|[,;])"  # noqa: E501
_AFTER = re.compile(rf"\b{_REQUEST}(?:\s*{_LINK}(?=[\s,;]))*\s*$", re.IGNORECASE)
_BEFORE = re.compile(rf"^\s*,?\s*(?:(?:the|an?)\s+)?{_REQUEST}\b", re.IGNORECASE)
_REACH = 120
_LONGEST_REVIEW = timedelta(days=30)
"""A UR decision is due within 14 days, 30 for a retrospective review: an older request is another one."""


def find_request_date(summary: str, header: CaseHeader) -> date | None:
    """The one date that the summary gives the request for authorization.

    None when it gives none, several, or one that cannot be this request's: after the UR decision, long before it, or
    before the injury.
    """
    stated = set(_stated(summary))
    if len(stated) != 1:
        return None
    (only,) = stated
    latest, earliest = header.ur_denial_date, header.date_of_injury
    in_time = latest is None or only <= latest <= only + _LONGEST_REVIEW
    return only if in_time and (earliest is None or earliest <= only) else None


def _stated(summary: str) -> Iterator[date]:
    """Dates that stand right behind or right before the words "request for authorization"."""
    for found in find_dates(summary):
        before = summary[max(0, found.start - _REACH) : found.start]
        after = summary[found.end : found.end + _REACH]
        if _AFTER.search(before) or _BEFORE.match(after):
            yield found.value
