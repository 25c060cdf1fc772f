"""Where a record refers to another document: what kind it is, and by what day, author or house it is known."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from drafter.case import Page, Record, Span
from drafter.casefile.records.cues import Referred, fold, record_lexicon
from drafter.casefile.records.days import all_dates, months, yearless_dates
from drafter.casefile.records.mention_days import MONTH_NAMED, PERSON, day_of_mention
from drafter.text import split_sentences

_NEAR = 60
_FAR = 90
_DOCTOR = re.compile(rf"\b(?:by|of|from|with|under) dr\.? ({PERSON})")
_SPLIT_YEAR = re.compile(r"(?<=/)(20|19)[.,](\d\d)\b")
"""A year that text recognition broke in two."""
_DOCTORS = re.compile(r"\bdr\.? ((?:[^\W\d_][\w-]*\s)?[^\W\d_][\w-]*)'s? $")
_WROTE = re.compile(r"\bdr\.? ((?:[^\W\d_][\w'-]*\s){1,2}?)(?:also |has |had )?(?:wrote|opined|dictated)$")
_PLACE = re.compile(r"\b(?:at|from|by)\s+(?:the\s+)?((?:[A-Z][\w'&-]+\s?){1,4})")
_NO_PLACE = re.compile(
    r"^(?:Dr|The|This|That|My|His|Her|Our|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|MRI|EMG|PT|[CL]\d)\b"
)
_AHEAD = re.compile(r"\b(?:will|should|would|must|to|can|may|if)(?: \w+)? (?:be )?$")
_DOCTOR_SAW = re.compile(r"\bdr\.? ([^\W\d_][\w'-]*) (?:also |then |first |has )?$")
_SEEN_DOCTOR = re.compile(rf"\W*dr\.? ({PERSON})")
_CLINICIAN = re.compile(
    r"\b((?:[A-Z][\w'-]+\s){1,2}[A-Z][\w'-]+),\s*(?:M\.?D|D\.?O|D\.?C|Ph\.?D|Psy\.?D|L\.?\s?Ac|P\.?T|D\.?P\.?M|N\.?P)\b"
)
_HOUSE = re.compile(r"(?:[A-Z][\w'.-]+\s){1,4}(?:Urgent Care|Hospital|Medical Cent(?:er|re)|Emergency \w+)")
_THOSE = re.compile(r"\b(?:those|these|such|the|that|whose|his|her|their|its)\s(?:\w+\s)?$")
_ENCLOSED = re.compile(r"\bdr\.? ([^\W\d_][\w'-]*)\s[^()]{0,60}\($")
_YEAR = re.compile(r"\b((?:19|20)\d{2})\b")
_PLANNED = re.compile(
    r"\b(?:request\w*|recommend\w*|order(?:ed)?|schedul\w+|consider|await\w*|pending|will|if|should|would|plan(?:ned)?"
    r"|authoriz\w+|needs?|obtain|repeat)\b"
)
_TO_COME = re.compile(
    r"\b(?:should|will|must|is to|are to|needs? to) be\b|^\s?(?:is|are) (?:set|scheduled|planned|booked)\b"
)
_ABSENT = re.compile(
    r"\bnot (?:in|with|on|among) (?:this|these|those|the|our|my|his|her) (?:\w+ )?"
    r"(?:file|chart|jacket|system|records?|folder|packet|papers)\b"
    r"|\bnone (?:of (?:it|them) )?(?:reached|came|arrived)\b|\bhave (?:asked|written) (?:to )?"
    r"(?:[\w'. ]{2,40} )?for (?:the|their|his|her|its)\b"
    r"|\bhave only the\b"
    r"|\bnot (?:here|available|enclosed|attached|received|provided|included|sent|found|scanned)\b"
    r"|\b(?:has|have|had|was|were) (?:not|never) (?:been )?(?:received|scanned|provided|sent|forwarded|seen)\b"
    r"|\bnever (?:came|arrived|reached|received|sent)\b|\bnothing came\b|\b(?:gone|went) (?:in)?to storage\b"
    r"|\bcould not (?:be )?(?:obtain|locate|f[io]und|retriev)\w*|\bunavailable\b"
    r"|\b(?:do|does|did)(?: not|n't) have (?:it|them|the|that|this|those|a copy|either)\b"
    r"|\b(?:is|are|was|were)n't (?:\w+ )?(?:in|on|with|among) (?:this|these|the|our|my|his|her|their)\b"
    r"|\breports? to follow\b|\b(?:asked for|requested) (?:it|them|again|a copy)\b|\b(?:been asked for|on request)\b"
    r"|\breturned (?:it |them )?to (?:her|him|the patient)\b"
)
_NO = re.compile(r"\b(?:no|any|without|not|lack of|absence of)\s(?:\w+\s){0,3}$")
_MY = re.compile(r"\bmy (?:own )?(?:\w+ )?$")
_LONGEST = 1200


class Mention(NamedTuple):
    """A document that a sentence refers to; at least one of `date`, `month`, `year`, `doctor`, `place` is known."""

    referred: Referred
    date: dt.date | None
    month: tuple[int, int] | None
    year: int | None
    doctor: str | None
    place: str | None
    span: Span


class _Sentence(NamedTuple):
    record: Record
    page: Page
    start: int
    end: int
    quote: str
    text: str
    absent: bool

    def mention(
        self,
        referred: Referred,
        date: dt.date | None,
        doctor: str | None,
        month: tuple[int, int] | None = None,
        year: int | None = None,
        place: str | None = None,
    ) -> Mention:
        span = Span(
            record=self.record.id,
            page=self.page.number,
            start=self.start,
            end=self.end,
            quote=self.page.text[self.start : self.end],
        )
        return Mention(referred, date, month, year, doctor, place, span)


def mentions_in(record: Record) -> Iterator[Mention]:
    """What the record refers to, in reading order."""
    for page in record.pages:
        folded = fold(page.text)
        if not (_any().search(folded) or _ABSENT.search(folded)):
            continue
        bounds = split_sentences(page.text)
        texts = [" ".join(fold(page.text[start:end]).split()) for start, end in bounds]
        for row, (start, end) in enumerate(bounds):
            if page.ocr_confidence is not None:
                texts[row] = _SPLIT_YEAR.sub(r"\1\2", texts[row])
            if len(texts[row]) <= _LONGEST and _any().search(texts[row]):
                around = " ".join(texts[row : row + 2])
                quote = " ".join(page.text[start:end].split())
                absent = record.kind != "ur_decision" and bool(_ABSENT.search(around))
                yield from _in_sentence(_Sentence(record, page, start, end, quote, texts[row], absent))


def _in_sentence(sentence: _Sentence) -> Iterator[Mention]:
    for referred, pattern in _patterns():
        for found in pattern.finditer(sentence.text):
            mention = _mention(sentence, referred, found)
            if mention and not _is_ahead(mention, sentence.record):
                yield mention


def _mention(sentence: _Sentence, referred: Referred, found: re.Match[str]) -> Mention | None:
    text = sentence.text
    before, behind = text[max(0, found.start() - _NEAR) : found.start()], text[found.end() : found.end() + _FAR]
    doctor = _doctor(before, behind, found[0])
    date = day_of_mention(before, behind, sentence.record.date)
    if referred.seen:
        who = _SEEN_DOCTOR.match(behind) or _DOCTOR_SAW.search(before)
        return sentence.mention(referred, date, who[1].strip()) if who and date and not _AHEAD.search(before) else None
    if referred.loose and not doctor and _MY.search(before):
        doctor = (sentence.record.author or "").split(",")[0].split(" ")[-1].lower() or None
    if sentence.absent and date is None and (referred.loose or _THOSE.search(before)):
        date = _day_of_sentence(sentence)
    if referred.sent:
        ahead = _PLANNED.search(before)
        return None if ahead else sentence.mention(referred, date or sentence.record.date, doctor)
    if date and not (referred.loose and not doctor and not sentence.absent and not referred.visit):
        return sentence.mention(referred, date, doctor, place=_place(sentence, found) if referred.loose else None)
    if _PLANNED.search(before) or _TO_COME.search(behind) or (_NO.search(before) and not referred.visit):
        return None
    month = next(iter(months(behind[:_NEAR], sentence.record.date)), None)
    year = _YEAR.search(behind[:_NEAR]) or _YEAR.search(before[-8:])
    place = _place(sentence, found)
    if referred.visit and not date and " " in found[0].strip():
        place, date = place or _house(sentence, found), _day_of_sentence(sentence)
    if date and referred.visit and place:
        return sentence.mention(referred, date, doctor, place=place)
    known = (year or month) and (doctor or place or (MONTH_NAMED.match(behind) and not referred.loose))
    if referred.loose and sentence.absent:
        doctor = doctor or _antecedent(sentence, before)
    if referred.loose and sentence.absent and not (doctor or place) and (year or month):
        doctor = (sentence.record.author or "").split(",")[0].split(" ")[-1] or None
    lost = sentence.absent and (doctor or ((year or month or place) and not referred.visit))
    if not (known or lost or (referred.visit and not referred.loose)) or (referred.loose and not lost):
        return None
    return sentence.mention(referred, None, doctor, month, int(year[1]) if year else None, place)


def _is_ahead(mention: Mention, record: Record) -> bool:
    """Whether it lies after the record that names it: an appointment, and no document yet."""
    if record.date is None:
        return False
    year = mention.year or (mention.month[0] if mention.month else None)
    return bool((mention.date and mention.date > record.date) or (year and year > record.date.year))


def _doctor(before: str, behind: str, own: str) -> str | None:
    found = (
        _DOCTOR.search(behind[:_NEAR])
        or _DOCTORS.search(before)
        or _WROTE.search(f"{before}{own}")
        or _ENCLOSED.search(before)
    )
    return found[1].strip() if found else None


def _antecedent(sentence: _Sentence, before: str) -> str | None:
    """The clinician whom the sentence names with a licence before `those records`."""
    named = list(_CLINICIAN.finditer(sentence.quote)) if _THOSE.search(before) else []
    return fold(named[-1][1]) if named else None


def _place(sentence: _Sentence, found: re.Match[str]) -> str | None:
    """A house behind the mention, by its capitals: `MRI taken at Harbor Imaging`."""
    behind = sentence.quote[found.end() : found.end() + _NEAR]
    at = _PLACE.search(behind)
    return at[1].strip() if at and not _NO_PLACE.match(at[1]) and not sentence.quote.isupper() else None


def _house(sentence: _Sentence, found: re.Match[str]) -> str | None:
    """The house that the mention itself names: `Harbor Urgent Care splinted the wrist`."""
    named = _HOUSE.search(sentence.quote[found.start() : found.end()])
    return named[0] if named and not sentence.quote.isupper() else None


def _day_of_sentence(sentence: _Sentence) -> dt.date | None:
    """The one day that a sentence names."""
    latest = sentence.record.date
    days = all_dates(sentence.text) or (yearless_dates(sentence.text, latest) if latest else [])
    return days[0].value if len(days) == 1 else None


@cache
def _any() -> re.Pattern[str]:
    """Anything that can be referred to; most pages and sentences hold nothing of it."""
    words = "|".join(entry.pattern for entry in record_lexicon().referred)
    return re.compile(rf"\b(?:{words})\b".replace(" ", r"\s+"))


@cache
def _patterns() -> tuple[tuple[Referred, re.Pattern[str]], ...]:
    return tuple((entry, re.compile(rf"\b(?:{entry.pattern})\b")) for entry in record_lexicon().referred)
