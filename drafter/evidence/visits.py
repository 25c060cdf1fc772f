"""Visits done so far, added up over the record: rows of therapy logs, dated visit notes, and what notes state."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.case import DisputedItem, Record, Sentence, Span
from drafter.evidence.cues import judge_sentence
from drafter.evidence.reading import CaseReading
from drafter.lexicon import treatments
from drafter.lock import find_treatments
from drafter.lock.numbers import NUMBER, number
from drafter.text import find_dates

_VISITS = r"(?:visits?|sessions?|treatments?|appointments?)"
_COUNT = rf"(?:{NUMBER}|(?<![\w.])\d{{1,3}}(?=of))"
"""A number, also one that text recognition has joined to the next word: "14of 24"."""
_TOTALS = tuple(
    re.compile(expression, re.IGNORECASE)
    for expression in (
        rf"{_VISITS} ?(?:attended|completed|done|used)(?: to date| so far)? ?:? ?(?P<n>{_COUNT})",
        rf"(?P<n>{_COUNT}) ?(?:{_VISITS} )?(?:attended|completed|used) ?(?:of|out of) ?{_COUNT}",
        rf"(?:attended|completed|finished|used):? (?P<n>{NUMBER})(?: \(\d+\))? (?:of|out of) (?:the )?{NUMBER}",
        rf"(?:attended|completed|finished|received|underwent|undergone|had)(?: about| a total of| all)? (?P<n>{NUMBER})"
        rf"(?: \(\d+\))?(?: of (?:the )?{NUMBER})?(?: [\w-]+){{0,3}}? {_VISITS}\b",
        rf"(?:seen|treated) (?P<n>{NUMBER}) times\b",
        rf"(?P<n>{NUMBER})(?: \(\d+\))?(?: [\w-]+){{0,2}}? {_VISITS} (?:of|with) (?:[\w-]+ ){{0,2}}?"
        r"(?:therapy|massage|chiropract\w+|acupuncture|PT|OT)\b",
    )
)
_NOT_DONE = re.compile(
    r"\b(?:remain\w*|request\w*|additional|more|further|another|up to|recommend\w*|prescrib\w+|order\w*|need\w*"
    r"|would|will|authorize[sd]? (?!visits))\b",
    re.IGNORECASE,
)
_ROW = re.compile(
    r"^[ \t]*(?:(?P<no>#?\d{1,3})[.)]?|(?P<mark>[-–*]|[A-Z]{1,3}(?:/[A-Z])?))[ \t]+"
    r"(?P<date>\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?)\b(?P<rest>.*)$",
    re.MULTILINE,
)
_ORDINAL = re.compile(
    r"\b(?:visit|treatment|session)\s*(?:no\.?|number|#)?\s*\d{1,3}\b(?:\s+of\s+\d{1,3}\b)?", re.IGNORECASE
)
_MISSED = re.compile(
    r"\b(?:no[- ]?show(?:ed)?|n/?s|d\.?n\.?a|c/?x|cancel\w*|did not (?:attend|come|show)|missed|closed|expired"
    r"|resched\w*|holiday|absent|MD appt)\b",
    re.IGNORECASE,
)
_CREDENTIALS = (
    (re.compile(r"\b(?:D?PTA?|MPT)\b"), "physical-therapy"),
    (re.compile(r"\b(?:OTRL?|COTA|CHT|OT)\b"), "occupational-therapy"),
    (re.compile(r"\b(?:CMT|LMT)\b"), "massage"),
    (re.compile(r"\bL\.?Ac\b"), "acupuncture"),
    (re.compile(r"\bDC\b"), "chiropractic"),
)
_OF_THERAPISTS = frozenset({"vestibular-therapy", "work-hardening"})
"""What therapists of the body give that their letters do not tell: a log that names it first is one of it."""
_PSYCHOLOGIST = re.compile(r"\b(?:Ph\.?D|Psy\.?D|LMFT|MFT|LCSW|LPCC)\b")
"""Whose sessions are talk; of other reports such letters do not tell."""
_OF_PSYCHOLOGISTS = frozenset({"cbt", "psychotherapy", "biofeedback"})
_BARE_THERAPY = re.compile(r"\btherapy\b", re.IGNORECASE)
_FIRST_NUMBER = re.compile(r"\d{1,3}")
_LOST = 1.25
"""So many visits may be numbered for each row that was recognised."""
_TOP = 600
"""Characters at the top of a log in which its treatment is named."""


class VisitCount(NamedTuple):
    """How many visits of one treatment are done."""

    treatment: str
    done: int | None
    """None: the record speaks of the treatment and of no number."""
    places: tuple[Span, ...] = ()
    """Where the number comes from."""
    differing: tuple[Span, ...] = ()
    """Statements of another number: notes that were copied forward, or that count otherwise."""
    first: dt.date | None = None
    last: dt.date | None = None
    """Between which days they were, where a log lists them."""


class _Stated(NamedTuple):
    treatment: str
    visits: int
    sentence: Sentence
    record: Record


def count_visits(reading: CaseReading) -> dict[str, VisitCount]:
    """Visits done by treatment. Logs outweigh what notes say; the same date is counted once, whoever lists it."""
    known: dict[str, VisitCount] | None = reading.memory.get("visits")
    if known is None:
        stated = list(_stated(reading))
        dated = _dated(reading)
        names = dict.fromkeys([*dated, *(entry.treatment for entry in stated)])
        known = {name: _count(name, dated.get(name, {}), [s for s in stated if s.treatment == name]) for name in names}
        reading.memory["visits"] = known
    return known


def visits_done(item: DisputedItem, reading: CaseReading) -> VisitCount | None:
    """Visits of the item's own treatment; None where it has no visits or the record counts none."""
    return count_visits(reading).get(item.lock.treatment or "")


def _count(name: str, dated: dict[dt.date, Span], stated: list[_Stated]) -> VisitCount:
    logged = [entry for entry in stated if entry.record.kind == "therapy_log"]
    if dated:
        total = _own_total(dated, logged)
        done = total.visits if total else max(len(dated), _numbered(dated))
        sources = [entry for entry in logged if entry.visits == done]
        first_last = (dated[min(dated)], dated[max(dated)])
        places = tuple(entry.sentence.span() for entry in sources) or tuple(dict.fromkeys(first_last))
    elif logged:
        totals = {entry.record.id: entry for entry in sorted(logged, key=lambda entry: entry.visits)}
        done = sum(entry.visits for entry in totals.values())
        places = tuple(entry.sentence.span() for entry in totals.values())
    else:
        latest = max(stated, key=lambda entry: (entry.record.date or dt.date.min, entry.visits))
        done, places = latest.visits, (latest.sentence.span(),)
    others = dict.fromkeys(entry.sentence.span() for entry in stated if entry.visits != done)
    differing = tuple(span for span in others if span not in places)
    return VisitCount(name, done, places, differing, min(dated, default=None), max(dated, default=None))


def _numbered(dated: dict[dt.date, Span]) -> int:
    """The highest number that a row or a visit note bears, where it exceeds the rows by no more than lost ones."""
    numbers = [int(found[0]) for span in dated.values() if (found := _FIRST_NUMBER.search(span.quote))]
    return max((value for value in numbers if value <= len(dated) * _LOST + 1), default=0)


def _own_total(dated: dict[dt.date, Span], logged: list[_Stated]) -> _Stated | None:
    """The total that a log itself states, where it is the only one: text recognition loses rows, and adds none."""
    logs = {span.record for span in dated.values()}
    totals = [entry for entry in logged if logs == {entry.record.id} and entry.visits >= len(dated)]
    return max(totals, key=lambda entry: entry.visits, default=None)


def _stated(reading: CaseReading) -> Iterator[_Stated]:
    """Totals in words. A sentence that is repeated in a later note is as old as its first appearance."""
    records = {record.id: record for record in reading.records}
    seen: set[str] = set()
    rows = (row for row in reading.words.candidates(*_TOTALS) if reading.clinical[row])
    for row in sorted(rows, key=lambda row: records[reading.sentences[row].record].date or dt.date.max):
        sentence = reading.sentences[row]
        record = records[sentence.record]
        text = " ".join(reading.texts[row].split())
        total = _total(text)
        if total is None or text.lower() in seen:
            continue
        seen.add(text.lower())
        treatment = _treatment_in(text) or therapy_of(record)
        if treatment:
            yield _Stated(treatment, total, sentence, record)


def _total(text: str) -> int | None:
    for expression in _TOTALS:
        for match in expression.finditer(text):
            cue = judge_sentence(text, match.start(), match.end())
            wanted = _NOT_DONE.search(text[max(0, match.start() - 25) : match.end()])
            if not cue.negated and cue.modality in ("asserted", "historical") and not wanted and _is_therapy(match):
                return int(number(match["n"]))
    return None


def _is_therapy(match: re.Match[str]) -> bool:
    """False where what is counted is named and is no therapy: three epidural treatments are no visits."""
    named = [treatments()[found.id].category for found in find_treatments(match.group())]
    return not named or "therapy" in named


def _dated(reading: CaseReading) -> dict[str, dict[dt.date, Span]]:
    """Attended dates by treatment, each with the first row that lists it."""
    dates: dict[str, dict[dt.date, Span]] = {}
    for record in reading.records:
        treatment = therapy_of(record) if record.kind == "therapy_log" else None
        if treatment:
            for day, span in _attended(record):
                dates.setdefault(treatment, {}).setdefault(day, span)
    return dates


def _attended(record: Record) -> Iterator[tuple[dt.date, Span]]:
    for page in record.pages:
        rows = list(_ROW.finditer(page.text))
        for row in rows:
            day = _day(row["date"], record, page.text)
            if day and row["no"] and not _MISSED.search(row["rest"]):
                yield day, _span(record, page.number, page.text, row.start(), row.end())
        visit = None if rows else _ORDINAL.search(page.text)
        if visit and record.date and not _MISSED.search(page.text):
            yield record.date, _span(record, page.number, page.text, visit.start(), visit.end())


def _span(record: Record, page: int, text: str, start: int, end: int) -> Span:
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return Span(record=record.id, page=page, start=start, end=end, quote=text[start:end])


def _day(written: str, record: Record, page: str) -> dt.date | None:
    """A row's date; one without a year lies in the year that the page or the record names."""
    if len(re.split("[/-]", written)) == 2:
        year = re.search(r"\b(?:19|20)\d\d\b", page)
        named = year[0] if year else str(record.date.year) if record.date else ""
        written = f"{written}/{named}".replace("-", "/")
    found = find_dates(written)
    return found[0].value if found else None


def _treatment_in(text: str) -> str | None:
    named = [found.id for found in find_treatments(text) if treatments()[found.id].category == "therapy"]
    if named:
        return named[0]
    return "physical-therapy" if _BARE_THERAPY.search(text) else None


def therapy_of(record: Record) -> str | None:
    """The treatment of a therapist's record: by the therapist's letters, and for a log by its title or first lines."""
    by_author = next((name for letters, name in _CREDENTIALS if letters.search(record.author or "")), None)
    if record.kind != "therapy_log":
        return by_author
    page = record.pages[0].text if record.pages else ""
    named = [found.id for found in find_treatments(f"{record.title}\n{page[:_TOP]}")]
    therapies = [name for name in named if treatments()[name].category == "therapy"]
    if _PSYCHOLOGIST.search(record.author or ""):
        return next(filter(_OF_PSYCHOLOGISTS.__contains__, therapies), "cbt")
    if by_author and (not therapies or therapies[0] not in _OF_THERAPISTS):
        return by_author
    return therapies[0] if therapies else None
