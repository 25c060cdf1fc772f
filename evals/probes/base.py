"""What a probe is, and edits of a case's clinical text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from random import Random
from typing import Literal, NamedTuple

from drafter.case import Case, Record
from drafter.draft import Draft
from drafter.text import split_sentences

Expectation = Literal["no flip", "reported", "flip"]
"""`no flip` is held by the exit code; the others are numbers to look at."""
_UNTOUCHED = frozenset({"request"})


class Pair(NamedTuple):
    """Two cases that differ in one thing."""

    base: Case
    changed: Case
    items: frozenset[int] | None = None
    """The items that the change is about; None for all of them."""


class Probe(NamedTuple):
    """One thing to change."""

    id: str
    title: str
    expects: Expectation
    make: Callable[[Case, Draft, Random], Pair | None]
    """From a case and its draft; None where the case has nothing to change."""


def rewritten(case: Case, change: Callable[[str], str]) -> Case:
    """The case with the text of every clinical page changed."""
    return case.model_copy(update={"records": tuple(_rewritten(record, change) for record in case.records)})


def with_sentence(case: Case, sentence: str, rng: Random) -> Case:
    """The case with one more sentence somewhere in its last clinical record; the same state, the same place."""
    clinical = [record for record in case.records if record.kind not in _UNTOUCHED]
    if not clinical:
        return case
    target = clinical[-1]
    page = rng.randrange(len(target.pages))
    share = rng.random()

    def put(text: str) -> str:
        bounds = split_sentences(text)
        at = bounds[int(share * len(bounds))][0] if bounds else len(text)
        return f"{text[:at]}{sentence} {text[at:]}"

    pages = tuple(
        each.model_copy(update={"text": put(each.text)}) if row == page else each
        for row, each in enumerate(target.pages)
    )
    record = _sealed(target.model_copy(update={"pages": pages}))
    return case.model_copy(update={"records": tuple(record if each.id == target.id else each for each in case.records)})


def sentences_of(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


def _rewritten(record: Record, change: Callable[[str], str]) -> Record:
    if record.kind in _UNTOUCHED:
        return record
    pages = tuple(page.model_copy(update={"text": change(page.text)}) for page in record.pages)
    return _sealed(record.model_copy(update={"pages": pages}))


def _sealed(record: Record) -> Record:
    """The record with the hash of its changed text."""
    text = "\f".join(page.text for page in record.pages)
    return record.model_copy(update={"sha256": hashlib.sha256(text.encode()).hexdigest()})
