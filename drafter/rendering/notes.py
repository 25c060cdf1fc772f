"""Numbered notes: each thing that a rationale cites, once, in the order in which it is first cited."""

from __future__ import annotations

from typing import NamedTuple

from drafter.case import Case, PageSource, Span
from drafter.draft import Citation, Draft, DraftItem, Flag, RationaleSentence
from drafter.rendering.words import plain, record_labels, severity_word

_AFTER_UR = "dated after the utilization review decision"
_OWN_WORDS = "our summary of the section, not its text"


class Note(NamedTuple):
    """What stands behind one citation mark."""

    number: int
    source: str
    """Record title and page, or the guideline's citation."""
    quote: str
    remark: str = ""
    """What a reader has to know about the source: dated after the UR decision, a summary in our own words."""
    span: Span | None = None
    """The place in the record; None for a guideline."""


class MarkedSentence(NamedTuple):
    """A sentence of the rationale with the numbers of its notes."""

    text: str
    marks: tuple[int, ...]
    warnings: tuple[str, ...] = ()
    """Words for verification flags on this sentence and for citations that lead nowhere."""


class Sources:
    """Names the records and guidelines of one draft; with the case, also the files that its pages were read from."""

    def __init__(self, draft: Draft, case: Case | None = None) -> None:
        self._labels = record_labels(draft)
        self._pages = _page_sources(case) if case else {}
        self._after_ur = {record.id for record in draft.records if record.after_ur}

    def place(self, span: Span) -> str:
        """Record and page, and where a file of the case holds that page."""
        source = self._pages.get((span.record, span.page))
        held = f" ({plain(source.file)}, p. {source.page})" if source else ""
        return f"{self._labels.get(span.record, span.record)}, p. {span.page}{held}"

    def notes(self, numbers: dict[Citation, int]) -> tuple[Note, ...]:
        """A note for each citation; a guideline section is cited in full once and then referred to."""
        first: dict[str, int] = {}
        notes = []
        for citation, number in numbers.items():
            quote = plain(citation.quote)
            if isinstance(citation, Span):
                remark = _AFTER_UR if citation.record in self._after_ur else ""
                notes.append(Note(number, self.place(citation), quote, remark, citation))
            elif first.setdefault(citation.citation, number) == number:
                notes.append(Note(number, plain(citation.citation), quote, _OWN_WORDS))
            else:
                notes.append(Note(number, f"Same section as [{first[citation.citation]}]", quote))
        return tuple(notes)


def _page_sources(case: Case) -> dict[tuple[str, int], PageSource]:
    return {(record.id, page.number): page.source for record in case.records for page in record.pages if page.source}


def number_citations(item: DraftItem, sources: Sources) -> tuple[tuple[MarkedSentence, ...], tuple[Note, ...]]:
    """The rationale with marks, and the notes; citations of the same place share one number."""
    numbers: dict[Citation, int] = {}
    sentences = []
    for position, sentence in enumerate(item.rationale, start=1):
        found = [item.citations[name] for name in sentence.citations if name in item.citations]
        marks = tuple(dict.fromkeys(numbers.setdefault(citation, len(numbers) + 1) for citation in found))
        warnings = (*_unresolved(sentence, item), *_flag_words(item, position))
        sentences.append(MarkedSentence(plain(sentence.text), marks, warnings))
    return tuple(sentences), sources.notes(numbers)


def _unresolved(sentence: RationaleSentence, item: DraftItem) -> list[str]:
    if not sentence.citations:
        return ["no source"]
    return [f"source {name} not found" for name in sentence.citations if name not in item.citations]


def _flag_words(item: DraftItem, position: int) -> list[str]:
    place = f"item {item.number} sentence {position}"
    return [_short(flag) for flag in item.flags if flag.where == place and flag.severity != "info"]


def _short(flag: Flag) -> str:
    return f"{severity_word(flag).lower()}: {plain(flag.code)}"
