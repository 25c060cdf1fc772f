"""The employee's condition, which a determination has to state (LC 4610.6(d)): quotes of the file in its own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from drafter.case import RecordKind, Sentence, Span
from drafter.draft import ConditionQuote, Topic
from drafter.evidence.cues import judge_sentence
from drafter.evidence.reading import CaseReading
from drafter.text import content_words, find_dates

_REPORTS: frozenset[RecordKind] = frozenset({"progress_note", "consultation", "medical_legal"})
_STUDIES: frozenset[RecordKind] = frozenset({"imaging", "electrodiagnostics"})
_AGED = re.compile(
    r"\b\d{1,3}(?:[\s-]*(?:years?|yrs?)[\s-]*old|\s?y\.?\s?/?o\.?)\b(?=.*\b(?:who|whom|whose|with|has|had|was|is|presents?"
    r"|presented|returns?|complain\w*|reports?|seen|sustained|slipped|tripped|fell)\b)",
    re.IGNORECASE | re.DOTALL,
)
_IS_A = re.compile(r"\b(?:is|was)\s+(?=an?\s+[a-z])")
_AT_WORK = re.compile(
    r"\b(?:industrial|work(?:ing|place|-related)?|on the job|employ(?:er|ed|ment)|dut(?:y|ies))\b", re.IGNORECASE
)
_INJURED = re.compile(
    r"\b(?:sustained|slipped|tripped|fell|twisted|was (?:\w+ )?(?:struck|hit|injured|hurt|pinned|assaulted|thrown)"
    r"|injured (?:his|her|the)|(?:hurt|felt|developed|began|onset)\b.*\bwhile|cumulative trauma|motor vehicle)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.? [A-Z]")
_OPENING = re.compile(
    r"^\W*(?:(?:final |clinical |current )?(?:impressions?|diagnos[ei]s|assessments?|conclusions?)\b[\s:.-]+)?"
    r"(?:#?\d{1,2}[.):]\s+)?",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"^\W*(?:#?\d{1,2}[.):]\s+)?(?!(?:continue|refill|request|start|stop|order|refer|return|follow|discuss|consider|await"
    r"|increase|decrease|taper|trial|schedule|see|he|she|patient)\b)(?:[\w/-]+,? ){0,6}(?:syndrome|strain|sprain"
    r"|tear|stenosis|disease|fracture|hernia\w*|\w+(?:itis|opathy|algia|osis|listhesis|arthropathy)|contusion|neuroma"
    r"|impingement|(?:low back|neck|shoulder|knee|chronic) pain)\b[^.;:]{0,60}[.;]?\s*(?:\d{1,2}[.)])?\s*$",
    re.IGNORECASE,
)
_NEXT_NUMBER = re.compile(r"[\s;,]+\d{1,2}[.)]?\s*$")
_SIGNED = re.compile(
    r"\b(?:signed|read|dictated|reviewed|transcribed|interpreted)(?: electronically)? (?:by|on)\b", re.IGNORECASE
)
_LABEL = re.compile(r"^\W*[A-Z][A-Za-z /&]{2,30}:")
_MOST_DIAGNOSES = 3
_MOST_FINDINGS = 2
"""Sentences of a study's impression."""
_LONGEST = 320
"""Characters; what is longer is no sentence but a page without punctuation."""


def describe_condition(reading: CaseReading) -> tuple[ConditionQuote, ...]:
    """Who was hurt and how, the latest diagnoses, and the latest study; nothing for a letter, which has a summary."""
    if not reading.is_case_file:
        return ()
    who = _latest(reading, lambda text: bool(_AGED.search(text)))
    told = bool(who) and bool(_INJURED.search(reading.sentences[who[0]].text))
    how = [] if told else _latest(reading, lambda text: _tells_injury(text, reading.case.header.date_of_injury))
    return (
        *(ConditionQuote(topic="employee", span=_from_age(reading.sentences[row])) for row in who[:1]),
        *(ConditionQuote(topic="injury", span=_from_description(reading.sentences[row])) for row in how[:1]),
        *_concluding(reading, "diagnoses", _REPORTS, _MOST_DIAGNOSES),
        *_concluding(reading, "study", _STUDIES, _MOST_FINDINGS),
    )


def _tells_injury(text: str, injured: date | None) -> bool:
    """Whether a sentence tells of an injury at work, or of one on the date of injury."""
    told = _INJURED.search(text)
    if not told or _NAMED.search(text) or judge_sentence(text, told.start(), told.end()).negated:
        return False
    return bool(_AT_WORK.search(text)) or any(found.value == injured for found in find_dates(text))


def _latest(reading: CaseReading, accepts: Callable[[str], bool]) -> list[int]:
    """Rows of reports that `accepts` takes, those of the latest report first and each report in its own order."""
    rows = [row for row in _usable(reading, _REPORTS) if accepts(reading.sentences[row].text)]
    return sorted(rows, key=lambda row: reading.when(reading.sentences[row])[0], reverse=True)


def _concluding(
    reading: CaseReading, topic: Topic, kinds: frozenset[RecordKind], most: int
) -> Iterator[ConditionQuote]:
    """The first sentences under "Diagnoses" or "Impression" of the latest document of `kinds` that has any."""
    rows = [row for row in _usable(reading, kinds) if reading.section(row) == "diagnosis"]
    rows = rows or [row for row in _usable(reading, kinds) if _is_diagnosis(reading, row)]
    rows.sort(key=lambda row: reading.when(reading.sentences[row])[0], reverse=True)
    found = 0
    for row in rows:
        sentence = reading.sentences[row]
        span = _entry(sentence)
        if found == most or sentence.record != reading.sentences[rows[0]].record:
            return
        if (found and _LABEL.match(span.quote)) or _SIGNED.search(span.quote):
            return
        if len(content_words(_LABEL.sub("", span.quote))) > 1:
            found += 1
            yield ConditionQuote(topic=topic, span=span)


def _is_diagnosis(reading: CaseReading, row: int) -> bool:
    """An entry under "Assessment and plan" that names a condition and orders nothing."""
    text = reading.sentences[row].text
    return reading.section(row) == "plan" and bool(_CONDITION.match(text))


def _usable(reading: CaseReading, kinds: frozenset[RecordKind]) -> Iterator[int]:
    later = {record.id for record in reading.records if record.after_ur}
    for row, sentence in enumerate(reading.sentences):
        known = reading.clinical[row] and reading.kind(row) in kinds and sentence.record not in later
        if known and len(sentence.text) <= _LONGEST:
            yield row


def _from_age(sentence: Sentence) -> Span:
    """The sentence from the age on: before it stands the name, which the letter leaves out."""
    aged = _AGED.search(sentence.text)
    return _cut(sentence, aged.start() if aged else 0, len(sentence.text))


def _from_description(sentence: Sentence) -> Span:
    """The sentence from "a custodian who …" on, without the name before it."""
    described = _IS_A.search(sentence.text)
    return _cut(sentence, described.end() if described else 0, len(sentence.text))


def _entry(sentence: Sentence) -> Span:
    """An entry of a list without heading, its own number and the next one's."""
    opening = _OPENING.match(sentence.text)
    start = opening.end() if opening else 0
    following = _NEXT_NUMBER.search(sentence.text, start)
    return _cut(sentence, start, following.start() if following else len(sentence.text))


def _cut(sentence: Sentence, start: int, end: int) -> Span:
    return Span(
        record=sentence.record,
        page=sentence.page,
        start=sentence.start + start,
        end=sentence.start + end,
        quote=sentence.text[start:end],
    )
