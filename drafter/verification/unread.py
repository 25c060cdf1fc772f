"""What could not be read is named, and what is not documented may stand there."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.case import Page
from drafter.draft import Draft, DraftItem, Flag
from drafter.verification.codes import Code
from drafter.verification.context import Context, place_of


def check_unread_absences(item: DraftItem, context: Context) -> Iterator[Flag]:
    """A warning where something is not documented and pages of the record could not be read."""
    unread = max(
        (
            finding.pages_unread
            for finding in item.criteria
            if finding.status == "not_documented" and finding.kind != "limit"
        ),
        default=0,
    )
    if unread:
        pages = "1 page" if unread == 1 else f"{unread} pages"
        yield Code.PAGES_UNREAD.flag(
            place_of(item),
            f"{pages} could not be read: what is not documented may stand there; look at the pages listed as unread",
        )


def check_unread_pages(draft: Draft, context: Context) -> Iterator[Flag]:
    """Each page that only the reviewer can read, with the reason."""
    for record in context.case.records:
        for page in record.pages:
            if page.unread:
                yield Code.PAGES_UNREAD.flag("case", f"{_place(page, record.id)}: {page.unread}")


def _place(page: Page, record: str) -> str:
    return f"{page.source.file} page {page.source.page}" if page.source else f"{record} page {page.number}"
