"""A page as the index sees it: its lines without what a fax or a printer added, and where it says it belongs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from drafter.casefile.pages import SourcePage
from drafter.casefile.records.cues import fold, furniture_patterns
from drafter.casefile.records.days import month_first
from drafter.casefile.records.forms import stacked
from drafter.casefile.records.spelling import respelled

_EDGE = 3
"""Fax headers and page numbers stand within so many lines of the edge."""
_OF = re.compile(
    r"\b(?:pa?ge?|pg|sheet|hoja|pagina)\W{0,2}(\d{1,4})\s*(?:of|0f|/|ot|af|de)\s*(\d{1,4})(?:\W*$| print\w*\b.*$)"
    r"|(?:^|\s)(\d{1,3})\s?/\s?(\d{1,3})[^\w.]*$"
)
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ALONE = re.compile(rf"^\W{{0,3}}-\s?(\d{{1,3}})\s?-\W*$|\bpage\s+(\d{{1,3}}|{'|'.join(_WORDS)})\W*$")
_SPECK = re.compile(r"(?<=[a-z]{3})[.·,](?=[a-z]{3})|(?<=[:\s])[.·,'](?=\d{1,2}[/-]\d{1,2}[/-]\d{2})")
_LETTER = re.compile(r"[^\W\d_]")
_CLOCK = re.compile(r"\b[\dqo]{1,2}[:.]\d{2}(?!\d)")
_CLOCK_ROWS = 2
_MET = re.compile(r"\b(?:encounter|visit|service|dos|seen|exam\w*|session|appointment|treatment|arriv\w+|admit\w*)\b")
_NUMBERS = re.compile(r"\w*\d\w*")


class Numbering(NamedTuple):
    """`page` of `total`; the total is None where only the number is printed."""

    page: int
    total: int | None


class PageView(NamedTuple):
    """One page; `folded` holds its lines in lower case and without accents, furniture left out of both.

    `forms` are the same pages' labels with the values that stand below them, as far as they do; folded, too.
    """

    row: int
    page: SourcePage
    lines: tuple[str, ...]
    folded: tuple[str, ...]
    numbering: Numbering | None
    forms: tuple[str, ...] = ()
    heads: frozenset[int] = frozenset()
    """Rows of `lines` that are nothing but labels of the values below."""

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def folded_text(self) -> str:
        return "\n".join(self.folded)


def view_pages(pages: Sequence[SourcePage]) -> list[PageView]:
    """All pages with content lines only; lines that nearly every page repeats at its edge are furniture too."""
    stamps = _stamps(pages)
    clocked = _clocked(pages)
    return [_view(index, page, stamps | clocked[page.source.file]) for index, page in enumerate(pages)]


def uncelled(line: str) -> str:
    """A row of a table as a line of text."""
    return " ".join(line.replace(" | ", " ").strip("| ").split())


def plain(line: str) -> str:
    """A line as patterns see it: without the bars of a table, capitals, accents and slips of text recognition."""
    return respelled(fold(uncelled(line)))


def content(text: str) -> str:
    """The text of a page without the lines that a fax or a printer added at its edges."""
    rows = [(line, fold(uncelled(line))) for line in text.splitlines() if line.strip()]
    inner = range(_EDGE, len(rows) - _EDGE)
    return "\n".join(line for row, (line, folded) in enumerate(rows) if row in inner or not _is_added(folded))


def squeezed(text: str) -> str:
    """Letters and digits only, for comparing lines that were printed alike."""
    return re.sub(r"[\W_]+", "", text)


def _view(index: int, page: SourcePage, stamps: frozenset[str]) -> PageView:
    scanned = page.ocr_confidence is not None
    rows = [(raw, line, _folded(line, scanned)) for raw in page.text.splitlines() if (line := uncelled(raw))]
    kept: list[tuple[str, str, str]] = []
    numbering: Numbering | None = None
    for row, (raw, line, folded) in enumerate(rows):
        at_edge = row < _EDGE or row >= len(rows) - _EDGE
        if at_edge and (_is_added(folded) or not stamps.isdisjoint((squeezed(folded), _masked(folded)))):
            continue
        found = _numbering(folded) if row >= len(rows) - _EDGE or row < 1 or _at_top(folded, row) else None
        if found and row >= len(rows) - _EDGE:
            numbering = found
        elif found:
            numbering = numbering or found
        kept.append((raw, line, folded))
    forms = stacked([raw for raw, _, _ in kept])
    texts = [*(folded for _, _, folded in kept), *(plain(text) for _, text in forms)]
    whole = tuple(month_first("\n".join(texts)).split("\n")) if texts else ()
    return PageView(
        row=index,
        page=page,
        lines=tuple(line for _, line, _ in kept),
        folded=whole[: len(kept)],
        numbering=numbering,
        forms=whole[len(kept) :],
        heads=frozenset(row for row, _ in forms),
    )


def _folded(line: str, scanned: bool) -> str:
    """The line as patterns see it; text recognition puts specks between words."""
    folded = fold(line)
    return respelled(_SPECK.sub(" ", folded) if scanned else folded)


def _is_added(folded: str) -> bool:
    return any(pattern.search(folded) for pattern in furniture_patterns())


def _stamps(pages: Sequence[SourcePage]) -> frozenset[str]:
    """Edge lines that most pages carry: a notice that the sender stamped on all of them."""
    counted: dict[str, int] = {}
    read = [page for page in pages if page.text.strip()]
    for page in read:
        rows = [line for line in page.text.splitlines() if line.strip()]
        for key in {squeezed(fold(line)) for line in (*rows[:_EDGE], *rows[-_EDGE:])}:
            counted[key] = counted.get(key, 0) + 1
    needed = max(4, 0.6 * len(read))
    return frozenset(key for key, count in counted.items() if count >= needed and _LETTER.search(key))


def _clocked(pages: Sequence[SourcePage]) -> dict[str, frozenset[str]]:
    """By file the lines that most of its pages have at an edge, alike up to numbers, one of which is a time of day.

    A fax machine adds them; a line that names a visit with its hour is the document's own.
    """
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    read: Counter[str] = Counter()
    for page in pages:
        rows = [fold(line) for line in page.text.splitlines() if line.strip()]
        read[page.source.file] += bool(rows)
        edges = {*rows[:_CLOCK_ROWS], *rows[-_CLOCK_ROWS:]}
        counted[page.source.file].update({_masked(row) for row in edges if _CLOCK.search(row) and not _MET.search(row)})
    return {
        file: frozenset(key for key, count in counts.items() if count >= max(3, 0.6 * read[file]))
        for file, counts in counted.items()
    }


def _masked(folded: str) -> str:
    """A line by its words: numbers and what text recognition makes of them are all alike."""
    return squeezed(_NUMBERS.sub("#", folded)).replace("#", "") + "#"


def _numbering(folded: str) -> Numbering | None:
    of = _OF.search(folded)
    if of:
        page, total = (int(of[1]), int(of[2])) if of[1] else (int(of[3]), int(of[4]))
        return Numbering(page, total) if 0 < page <= total else None
    alone = _ALONE.search(folded)
    if alone is None:
        return None
    number = alone[1] or alone[2]
    return Numbering(1 + _WORDS.index(number) if number in _WORDS else int(number), None)


def _at_top(folded: str, row: int) -> bool:
    """Below its first line a page tells its number in words: `Page 2`; anything else there is a date or a measure."""
    return row < _EDGE and folded.startswith("page ")
