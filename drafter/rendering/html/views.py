"""The pages that a draft points to, as the reader sees them: an image with marked quotes, or the text with marks."""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from itertools import pairwise
from typing import NamedTuple

from drafter.case import Case, Page, Record, Span
from drafter.rendering.html.boxes import Box, locate, shows
from drafter.rendering.html.quotes import Quote, Use, Weight
from drafter.rendering.html.sheets import CaseFiles, Sheet, encoded
from drafter.rendering.words import printable

Place = tuple[str, int]
"""A record and a page of it."""
MOST_IMAGES = 60
"""Page images embedded in one document: some 5 MB; further pages are shown as text."""
_SAME_LINE = 1.2
"""In hundredths of the height of the page."""


class Mark(NamedTuple):
    """A quote and the boxes that cover its lines on the page image."""

    quote: Quote
    frame: Box
    """Around all boxes, in hundredths of the image."""
    boxes: tuple[Box, ...]
    """In hundredths of the frame."""
    column: int = 0
    """Of its number in the left margin, where it covers no words: 0 unless other quotes begin on the same line."""


class Segment(NamedTuple):
    """A piece of the page's text and the quotes that it belongs to."""

    text: str
    quotes: tuple[Quote, ...]
    begins: tuple[Quote, ...]
    """Quotes whose first segment this is."""


class Picture(NamedTuple):
    data: str
    """Base64 of a WebP image."""
    width: int
    height: int


class PageView(NamedTuple):
    """One page of the record."""

    number: int
    record: Record
    page: Page
    quotes: tuple[Quote, ...]
    """As they follow each other on the page."""
    picture: Picture | None
    """None where the page is shown as text."""
    marks: tuple[Mark, ...]
    segments: tuple[Segment, ...]
    events: tuple[Use, ...]
    """Timelines that name the page."""

    @property
    def anchor(self) -> str:
        return f"page-{self.number}"


def page_views(
    case: Case, quotes: Iterable[Quote], events: Mapping[Place, tuple[Use, ...]], files: CaseFiles
) -> tuple[PageView, ...]:
    """A view for each page with a quote or an event of a timeline, in the order of the records."""
    by_page: dict[Place, list[Quote]] = defaultdict(list, {place: [] for place in events})
    for quote in quotes:
        by_page[quote.span.record, quote.span.page].append(quote)
    pages = [
        (record, page, by_page[record.id, page.number])
        for record in case.records
        for page in record.pages
        if (record.id, page.number) in by_page
    ]
    pictured = _weightiest(by_page, {(record.id, page.number) for record, page, _ in pages if page.source})
    views = (
        _view(number, record, page, found, files if (record.id, page.number) in pictured else None)
        for number, (record, page, found) in enumerate(pages, start=1)
    )
    return tuple(view._replace(events=events.get((view.record.id, view.page.number), ())) for view in views)


def _weightiest(by_page: Mapping[Place, Sequence[Quote]], with_source: set[Place]) -> set[Place]:
    """The pages to embed: those of the weightiest quotes, first used first; then those of timelines."""

    def rank(place: Place) -> tuple[int, int, Place]:
        quotes = [(int(quote.weight), quote.number) for quote in by_page[place]]
        return (*min(quotes, default=(len(Weight), 0)), place)

    return set(sorted(with_source, key=rank)[:MOST_IMAGES])


def _view(number: int, record: Record, page: Page, quotes: list[Quote], files: CaseFiles | None) -> PageView:
    in_order = sorted(quotes, key=lambda quote: (quote.span.start, quote.span.end))
    sheet = _sheet(page, files) if files else None
    return PageView(
        number=number,
        record=record,
        page=page,
        quotes=tuple(in_order),
        picture=_picture(sheet) if sheet else None,
        marks=_marks(page, in_order, sheet) if sheet else (),
        segments=tuple(segments(page.text, in_order)),
        events=(),
    )


def _sheet(page: Page, files: CaseFiles) -> Sheet | None:
    """The page image, if it shows the text that was drafted from.

    It does not where the file was changed since, and must not be shown where names were taken out of the text.
    """
    sheet = files.sheet(page.source, page.ocr_confidence is not None) if page.source else None
    return sheet if sheet and shows(page.text, sheet.glyphs) else None


def _picture(sheet: Sheet) -> Picture:
    return Picture(base64.b64encode(encoded(sheet.image)).decode("ascii"), sheet.image.width, sheet.image.height)


def _marks(page: Page, quotes: Sequence[Quote], sheet: Sheet) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    for quote in quotes:
        mark = _mark(page, quote, sheet)
        beside = sum(abs(other.frame.top - mark.frame.top) < _SAME_LINE for other in marks)
        marks.append(mark._replace(column=beside))
    return tuple(marks)


def _mark(page: Page, quote: Quote, sheet: Sheet) -> Mark:
    found = locate(page.text, quote.span.start, quote.span.end, sheet.glyphs, sheet.shape)
    frame = reduce(Box.around, found)
    return Mark(quote, _hundredths(frame, Box(0, 0, 1, 1)), tuple(_hundredths(box, frame) for box in found))


def _hundredths(box: Box, whole: Box) -> Box:
    width, height = (whole.right - whole.left) or 1, (whole.bottom - whole.top) or 1
    left, right = ((x - whole.left) / width * 100 for x in (box.left, box.right))
    top, bottom = ((y - whole.top) / height * 100 for y in (box.top, box.bottom))
    return Box(round(left, 3), round(top, 3), round(right, 3), round(bottom, 3))


def segments(text: str, quotes: Sequence[Quote]) -> list[Segment]:
    """The text cut wherever a quote begins or ends; together the segments are the text."""
    spans: list[Span] = [quote.span for quote in quotes]
    cuts = sorted({0, len(text), *(span.start for span in spans), *(span.end for span in spans)})
    return [
        Segment(
            printable(text[start:end]),
            tuple(quote for quote in quotes if quote.span.start <= start and end <= quote.span.end),
            tuple(quote for quote in quotes if quote.span.start == start),
        )
        for start, end in pairwise(cuts)
    ]
