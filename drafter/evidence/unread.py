"""What the reviewer is told where a statement of absence cannot be proven in full."""

from __future__ import annotations

from drafter.case import DisputedItem
from drafter.draft import Finding, Flag
from drafter.evidence.reading import CaseReading

_CODE = "pages-unread"


def unread_flags(item: DisputedItem, findings: tuple[Finding, ...], reading: CaseReading) -> tuple[Flag, ...]:
    """A warning where something is not documented and pages of the record could not be read."""
    absent = [finding for finding in findings if finding.status == "not_documented" and finding.kind != "limit"]
    if not absent or not reading.pages_unread:
        return ()
    pages = "1 page" if reading.pages_unread == 1 else f"{reading.pages_unread} pages"
    message = f"{pages} could not be read: what is not documented may stand there; look at the pages listed as unread"
    return (Flag(code=_CODE, severity="warn", message=message, where=f"item {item.number}"),)
