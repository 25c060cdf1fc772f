"""A record as it is shown to a model that only points at sentences: for that it needs nobody's name or number."""

from __future__ import annotations

from drafter.case import Sentence
from drafter.evidence.reading import CaseReading
from drafter.redaction.case import CaseCopy, case_texts
from drafter.redaction.redactor import Redactor


def unnamed(sentence: Sentence, reading: CaseReading) -> str:
    """The sentence with placeholders for names, dates of birth, numbers, addresses and employers."""
    return _copy(reading).span(sentence.span()).quote


def _copy(reading: CaseReading) -> CaseCopy:
    known: CaseCopy | None = reading.memory.get(CaseCopy)
    if known is None:
        known = reading.memory[CaseCopy] = CaseCopy(reading.case, Redactor(list(case_texts(reading.case))))
    return known
