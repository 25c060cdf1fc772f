"""The words by which the documents of a case file are told apart (`seeds/lexicon/records.yaml`)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from pydantic import ValidationError

from drafter.case import AuthorRole, Frozen, RecordKind
from drafter.errors import DataError
from drafter.lexicon import read_yaml
from drafter.resources import data_folder

_FILE = "records.yaml"
_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "ı": "i", "’": "'", "‘": "'", "–": "-", "—": "-", "−": "-"})


class KindCues(Frozen):
    """How a kind of document shows: a line of its own near the top, or words anywhere on its first page."""

    kind: RecordKind
    name: str
    """Title of a document that carries none."""
    weight: float
    title: tuple[str, ...]
    body: tuple[str, ...]
    strong: tuple[str, ...] = ()
    """Titles that no other kind has; a title, too, without being listed again."""


class Referred(Frozen):
    """A document that others refer to, and the kinds of records that would be it."""

    name: str
    pattern: str
    kinds: tuple[RecordKind, ...]
    visit: bool = False
    """A visit elsewhere, of which a record must exist even where no date is given."""
    loose: bool = False
    """A word that says little: only with a doctor and a day, or where the sentence says that it is not there."""
    seen: bool = False
    """A visit to a doctor: only with the doctor's name and its day."""
    shows: str | None = None
    """What the first page of such a paper says, where its kind holds papers of all sorts."""
    sent: bool = False
    """A specimen that was sent away, of which a report came: of the day that is named, or of the record's own."""


class RequestCues(Frozen):
    """How a document says what is asked for, and what was decided of it."""

    labels: tuple[str, ...]
    """Labels of a request, at the beginning of a line; a value or a list follows."""
    ends: tuple[str, ...]
    """Labels that end a list of requests."""
    asks: tuple[str, ...]
    """Words in a sentence behind which the request stands."""
    refused: tuple[str, ...]
    """Words in a sentence of a UR decision that deny or modify what the sentence names."""
    granted: tuple[str, ...]
    """Words that leave nothing in dispute."""
    plans: tuple[str, ...]
    """Headings of the plan of a report."""


class RecordLexicon(Frozen):
    """All of `records.yaml`."""

    kinds: tuple[KindCues, ...]
    credentials: dict[AuthorRole, tuple[str, ...]]
    date_roles: dict[str, tuple[str, ...]]
    date_order: dict[RecordKind, tuple[str, ...]]
    other_dates: tuple[str, ...]
    furniture: tuple[str, ...]
    vocabulary: frozenset[str]
    """Words of forms and headings that text recognition may have misspelt."""
    requests: RequestCues
    referred: tuple[Referred, ...]


class KindPatterns(NamedTuple):
    kind: RecordKind
    weight: float
    title: tuple[re.Pattern[str], ...]
    body: tuple[re.Pattern[str], ...]
    strong: tuple[re.Pattern[str], ...]


def fold(text: str) -> str:
    """Lower case without accents, which text recognition strews over a scan; the length may change."""
    plain = text.translate(_LETTERS)
    if plain.isascii():
        return plain.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c)).lower()


@cache
def lexicon_text() -> str:
    """The file as it is, for the key of what was read with it."""
    return (data_folder("seeds") / "lexicon" / _FILE).read_text(encoding="utf-8")


@cache
def record_lexicon() -> RecordLexicon:
    content = read_yaml(data_folder("seeds") / "lexicon" / _FILE)
    try:
        return RecordLexicon.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise DataError(f"{_FILE}: {place}: {first['msg']}") from error


def kind_name(kind: RecordKind) -> str:
    return next((entry.name for entry in record_lexicon().kinds if entry.kind == kind), kind)


@cache
def kind_patterns() -> tuple[KindPatterns, ...]:
    return tuple(
        KindPatterns(
            entry.kind,
            entry.weight,
            _compiled((*entry.strong, *entry.title)),
            _compiled(entry.body),
            _compiled(entry.strong),
        )
        for entry in record_lexicon().kinds
    )


def date_labels() -> tuple[str, ...]:
    """Patterns of every label of a date, also of those that never date a document."""
    lexicon = record_lexicon()
    return (*lexicon.other_dates, *(label for labels in lexicon.date_roles.values() for label in labels))


class RequestPatterns(NamedTuple):
    label: re.Pattern[str]
    end: re.Pattern[str]
    ask: re.Pattern[str]
    refused: re.Pattern[str]
    granted: re.Pattern[str]
    plan: re.Pattern[str]


@cache
def request_patterns() -> RequestPatterns:
    cues = record_lexicon().requests
    start = r"^\W*(?:\d{1,2}[.)]\s*)?"
    return RequestPatterns(
        label=_one_of(cues.labels, start + r"(?:the |your )?", r"(?:\s*\([^)]*\))?(?=\W|$)\W*"),
        end=_one_of(cues.ends, start, r"\b"),
        ask=_one_of(cues.asks, r"\b", r"\b\W*"),
        refused=_one_of(cues.refused, r"\b", r"\b"),
        granted=_one_of(cues.granted, r"\b", r"\b"),
        plan=_one_of(cues.plans, r"^\W*", r"\s*(?:[:(-]|$)"),
    )


def _one_of(expressions: tuple[str, ...], before: str, behind: str) -> re.Pattern[str]:
    return _compiled((f"{before}(?:{'|'.join(expressions)}){behind}",))[0]


@cache
def furniture_patterns() -> tuple[re.Pattern[str], ...]:
    return _compiled(record_lexicon().furniture)


def _compiled(expressions: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    try:
        return tuple(re.compile(expression, re.MULTILINE) for expression in expressions)
    except re.error as error:
        raise DataError(f"{_FILE}: {error.pattern!r} is no pattern ({error})") from error
