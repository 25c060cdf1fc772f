"""The HTML file: the letter and the worksheet on one side, the pages that they quote on the other.

It stands alone: images and looks are inside, nothing is loaded, and no script runs.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from drafter.case import Case, Span
from drafter.draft import Draft
from drafter.rendering.html.quotes import (
    CASE_TIMELINE,
    Quote,
    criterion_anchor,
    quotes_of,
    sentence_anchor,
    timeline_anchor,
    timeline_places,
)
from drafter.rendering.html.sheets import CaseFiles
from drafter.rendering.html.views import MOST_IMAGES, PageView, page_views
from drafter.rendering.letter import ATTESTATIONS, HOW_MADE, ISSUES_INTRO, compose
from drafter.rendering.notes import Sources
from drafter.rendering.searching import LIBRARY_TITLE, SEARCH_TITLE
from drafter.rendering.words import BLANK, LABEL, day, plain, record_labels, severity_word
from drafter.rendering.worksheet import CASE_TIMELINE_TITLE, CRITERION_COLUMNS, TIMELINE_TITLE

_FOLDER = Path(__file__).parent
_CONSTANTS = {
    "ATTESTATIONS": ATTESTATIONS,
    "BLANK": BLANK,
    "CRITERION_COLUMNS": CRITERION_COLUMNS,
    "HOW_MADE": HOW_MADE,
    "ISSUES_INTRO": ISSUES_INTRO,
    "LABEL": LABEL,
    "LIBRARY_TITLE": LIBRARY_TITLE,
    "SEARCH_TITLE": SEARCH_TITLE,
    "CASE_TIMELINE": CASE_TIMELINE,
    "CASE_TIMELINE_TITLE": CASE_TIMELINE_TITLE,
    "TIMELINE_TITLE": TIMELINE_TITLE,
}
_AS_TEXT = (
    f"those that have no image, whose file is not there or was changed since, and what goes beyond {MOST_IMAGES} images"
)


def html_bytes(draft: Draft, case: Case, folder: Path | None = None, home: Path | None = None) -> bytes:
    """The HTML file; the same draft of the same files gives the same bytes.

    `folder` holds the case's files; without it, and for what has no page image, pages are shown as text.
    """
    quotes = quotes_of(draft, case)
    with CaseFiles(folder, home) as files:
        views = page_views(case, quotes.values(), timeline_places(draft, case), files)
    text = (
        _environment()
        .get_template("letter.html")
        .render(
            letter=compose(draft, case),
            case=case,
            views=views,
            embedded=embedded_words(views),
            unread=[(record, page) for record in case.records for page in record.pages if page.unread],
            labels=record_labels(draft),
            sources=Sources(draft, case),
            quotes=quotes,
            pages={(view.record.id, view.page.number): view.anchor for view in views},
            timelines=[item.timeline for item in draft.items],
            case_timeline=draft.timeline,
            style=Markup((_FOLDER / "letter.css").read_text(encoding="utf-8")),
        )
    )
    return text.encode("utf-8")


def embedded_words(views: tuple[PageView, ...]) -> str:
    """How much of the record is in the file, in words: the reader must know what is not."""
    if not views:
        return "The draft points to no page of the record."
    files = {view.page.source.file for view in views if view.picture and view.page.source}
    kinds = Counter("image" if view.picture else "text" for view in views)
    images = f"{_count(kinds['image'], 'page image')} from {_count(len(files), 'file')}" if files else "no page image"
    texts = f"; {_count(kinds['text'], 'page')} as text: {_AS_TEXT}" if kinds["text"] else ""
    return f"Only pages that the draft points to are included: {images}{texts}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _quote_of(quotes: dict[Span, Quote], span: Span | None) -> Quote | None:
    return quotes.get(span) if span else None


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"plain": plain, "day": day, "severity": severity_word}
    environment.globals |= {
        **_CONSTANTS,
        "criterion_anchor": criterion_anchor,
        "quote_of": _quote_of,
        "sentence_anchor": sentence_anchor,
        "timeline_anchor": timeline_anchor,
    }
    return environment
