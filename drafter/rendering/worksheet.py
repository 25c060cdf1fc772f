"""The reviewer's worksheet of one item: the criterion table and everything else to check before signing."""

from __future__ import annotations

from typing import NamedTuple

from drafter.case import Span
from drafter.draft import DraftItem, Finding, Flag, Precedent, TimelineEvent
from drafter.rendering.item import guideline_words, relied_on
from drafter.rendering.notes import Sources
from drafter.rendering.searching import LibraryLine, library_lines, search_lines
from drafter.rendering.words import by_severity, day, in_dispute, lock_facts, missing, plain, status_word

TIMELINE_TITLE = "Timeline"
CASE_TIMELINE_TITLE = "Timeline of the case"
CRITERION_COLUMNS = ("Criterion", "Kind", "Status", "Evidence for", "Evidence against", "Searched")


class Quote(NamedTuple):
    """A verbatim quote with the place it stands at."""

    text: str
    place: str
    span: Span


class CriterionRow(NamedTuple):
    """A criterion with its status and the evidence both ways."""

    criterion: str
    kind: str
    status: str
    note: str
    evidence: tuple[Quote, ...]
    contrary: tuple[Quote, ...]
    searched: str
    """How much of the record was searched, for what; empty when no search was needed."""
    nearest: tuple[Quote, ...]
    superseded: tuple[Quote, ...] = ()
    """What copied notes still say although a later record says otherwise."""

    @property
    def remarks(self) -> str:
        """The note and what is out of date, as one text."""
        outdated = (f"out of date: “{quote.text}” ({quote.place})" for quote in self.superseded)
        return "; ".join((*filter(None, [self.note]), *outdated))


class Worksheet(NamedTuple):
    """What a reviewer checks for one item."""

    number: int
    request: str
    lock: tuple[tuple[str, str], ...]
    rows: tuple[CriterionRow, ...]
    flags: tuple[Flag, ...]
    missing: tuple[str, ...]
    searched: tuple[str, ...]
    """What was searched, source by source; empty in drafts that did not record it."""
    library: tuple[LibraryLine, ...]
    other_guidelines: tuple[str, ...]
    precedents: tuple[str, ...]
    timeline: tuple[str, ...] = ()
    """A line an event, by date; empty for a letter."""


def worksheet(item: DraftItem, sources: Sources, whole: tuple[TimelineEvent, ...] = ()) -> Worksheet:
    """Put one item's findings into words."""
    relied = {chosen.id for chosen in relied_on(item)}
    return Worksheet(
        number=item.number,
        request=in_dispute(item),
        lock=tuple(lock_facts(item.lock)),
        rows=tuple(_row(finding, sources) for finding in item.criteria),
        flags=tuple(by_severity(item.flags)),
        missing=tuple(missing(item)),
        searched=search_lines(item),
        library=library_lines(item),
        other_guidelines=tuple(guideline_words(g) for g in item.guidelines if g.id not in relied),
        precedents=tuple(_precedent(precedent) for precedent in item.precedents),
        timeline=event_lines(own_timeline(item, whole)),
    )


def _row(finding: Finding, sources: Sources) -> CriterionRow:
    return CriterionRow(
        criterion=plain(finding.text),
        kind=finding.kind if finding.necessary else f"{finding.kind} (informs only)",
        status=status_word(finding),
        note=plain(finding.note or ""),
        evidence=_quotes(finding.evidence, sources),
        contrary=_quotes(finding.contrary, sources),
        searched=_search_words(finding),
        nearest=_quotes(finding.searched, sources),
        superseded=_quotes(finding.superseded, sources),
    )


def _search_words(finding: Finding) -> str:
    if not finding.searched_for and not finding.searched:
        return ""
    wanted = "; ".join(plain(words) for words in finding.searched_for)
    pages = "1 page" if finding.pages_unread == 1 else f"{finding.pages_unread} pages"
    unread = f", {pages} could not be read" if finding.pages_unread else ""
    return f"{finding.sentences_searched} sentences{unread}" + (f" for: {wanted}" if wanted else "")


def _quotes(spans: tuple[Span, ...], sources: Sources) -> tuple[Quote, ...]:
    return tuple(Quote(plain(span.quote), sources.place(span), span) for span in spans)


def _precedent(precedent: Precedent) -> str:
    decided = f", decided {day(precedent.decided)}" if precedent.decided else ""
    return f"{plain(precedent.case_number)}{decided}: {plain(precedent.request)}"


def own_timeline(item: DraftItem, whole: tuple[TimelineEvent, ...]) -> tuple[TimelineEvent, ...]:
    """The item's timeline, where it is not that of the whole case, which is told once."""
    return () if item.timeline == whole else item.timeline


def event_lines(events: tuple[TimelineEvent, ...]) -> tuple[str, ...]:
    """A line an event: its date, what it was, and the page of the document."""
    return tuple(
        f"{day(event.date)}: {plain(event.what)}" + (f", p. {event.page}" if event.page else "") for event in events
    )
