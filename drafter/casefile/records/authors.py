"""Who wrote a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.case import RecordKind
from drafter.casefile.records.full_names import in_full
from drafter.casefile.records.names import NAME, Author, cased, signature
from drafter.casefile.records.roles import is_physician
from drafter.casefile.records.senders import senders, users
from drafter.casefile.records.signers import (
    NOT_NAMES,
    by_mark,
    bylines,
    cut,
    deciding,
    from_the_end,
    letterhead,
    named_anywhere,
    named_by_office,
    on_behalf,
    providers,
    reviewers,
    signed,
    unlabelled,
    with_credential,
    with_unknown_licence,
)
from drafter.casefile.records.view import PageView

_IN_PLACE_OF = re.compile(r"^\W*(?:signing )?(?:for|on behalf of)\s+(?=[A-ZÀ-Þ])")
_LAST_LINES = 8
_WHEN = r"[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}"
_NAME_ONLY = re.compile(rf"^\W*(?:(?i:by|per)\W+)?({NAME})\W*(?:/\s?\w{{2,4}}|signed)?\W*(?:{_WHEN})?$")
_OFFICE = r"(?:(?:[A-Z][\w-]+|of|the|for|and)\s+){0,4}[A-Z][\w-]+|[a-z]+(?: [a-z]+){0,2}"
_NAME_AND_OFFICE = re.compile(rf"^\W*({NAME}),\s+(?:{_OFFICE})\W*$")
_EMPLOYEE = re.compile(
    r"(?i:(?<!for the )(?:employee|worker|applicant|claimant|member|patient)(?:\W?s)?"
    r"(?: (?:na(?:m|rn)e|information)|(?=\W{0,2}:))|nombre|^\W*injured (?:employee|worker)(?=\s))"
    rf"\W{{0,4}}(?:\([^)]*\))?\W{{0,3}}\s*({NAME})"
)
_ONESELF = re.compile(rf"^\W*(?i:(?:my )?name|patient|employee|written by)\W{{1,4}}({NAME})")
_I = re.compile(r"\b(?:i|my|me)\b")
_OFTEN = 2
_WRITTEN_BY_CLINICIANS = (
    "rfa", "progress_note", "consultation", "medical_legal", "imaging", "electrodiagnostics", "operative_report",
    "therapy_log",
)  # fmt: skip
_ADDRESS = 5
"""Lines at the top of a letter without a greeting in which names are those of a house or of the addressee."""
_TOP = 16
_GREETING = re.compile(r"^\W*(?:dear\b|to whom it may|ladies and gentlem)")


def find_author(kind: RecordKind, views: Sequence[PageView]) -> Author | None:
    """The one who signs the document; the employee for an application; nobody for a decision of a review."""
    if kind == "prior_imr":
        return None
    found = _answering(_find_author(kind, views))
    return (in_full(found, views) if found else None) or found


def _answering(found: Author | None) -> Author | None:
    """The one in whose place another one signed."""
    place = _IN_PLACE_OF.match(found.office) if found else None
    return (signature(found.office[place.end() :]) if found and place else None) or found


def _find_author(kind: RecordKind, views: Sequence[PageView]) -> Author | None:
    if kind == "application":
        return next(_matches(_EMPLOYEE, views), None) or next(_bare_names(views), None)
    if kind == "ur_decision":
        return next(_reviewing(views), None)
    return next(_writing(kind, views), None)


def _reviewing(views: Sequence[PageView]) -> Iterator[Author]:
    """The physician who decided, by what says so most clearly."""
    least = _addressed(views[0])
    found = [*signed(views), *reviewers(views), *with_credential(views, least), *named_by_office(views)]
    yield from (author for author in found if is_physician(author))
    yield from found
    yield from deciding(views, least)


def _writing(kind: RecordKind, views: Sequence[PageView]) -> Iterator[Author]:
    """Who wrote a paper of the kind, by what says so most clearly."""
    if kind == "correspondence":
        yield from senders(views)
    yield from signed(views)
    if kind in ("correspondence", "other"):
        yield from users(views)
        yield from _last_name(views)
    yield from with_credential(views, _greeted(views[0]))
    yield from named_by_office(views)
    yield from by_mark(views)
    yield from with_unknown_licence(views, _greeted(views[0]))
    yield from bylines(views)
    yield from letterhead(views)
    yield from providers(views)
    if kind == "rfa":
        yield from on_behalf(views)
    if kind in _WRITTEN_BY_CLINICIANS:
        yield from named_anywhere(views, _greeted(views[0]))
    if kind == "other" and _is_told_of_oneself(views):
        yield from _matches(_ONESELF, views)


def _is_told_of_oneself(views: Sequence[PageView]) -> bool:
    """Whether the paper is in the first person throughout: a diary, a statement that nobody signed."""
    return sum(bool(_I.search(line)) for view in views for line in view.folded) >= _OFTEN


def _last_name(views: Sequence[PageView]) -> Iterator[Author]:
    """The last line that is a name with a credential, a name with an office, or a name; not that of an addressee."""
    for distance, line in enumerate(from_the_end(views, least=_addressed(views[0]))):
        signed = signature(line)
        if signed:
            yield signed
        found = (_NAME_ONLY.match(line) if distance < _LAST_LINES else None) or _NAME_AND_OFFICE.match(line)
        if found and not NOT_NAMES.search(found[1]):
            yield Author(cased(found[1]), None, line[found.end(1) :])


def _addressed(view: PageView) -> int:
    """How many lines at the top of a letter may name the sender's house and the addressee."""
    return _greeted(view) or min(_ADDRESS, len(view.lines) // 2)


def _greeted(view: PageView) -> int:
    """How many lines at the top end with a greeting."""
    return next((row + 1 for row, line in enumerate(view.folded[:_TOP]) if _GREETING.match(line)), 0)


def _bare_names(views: Sequence[PageView]) -> Iterator[Author]:
    for line in from_the_end(views):
        found = _NAME_ONLY.match(line)
        if found and not NOT_NAMES.search(found[1]):
            yield Author(cased(found[1]), None, "")


def _matches(pattern: re.Pattern[str], views: Sequence[PageView]) -> Iterator[Author]:
    for view in views:
        for line in view.lines:
            found = pattern.search(line)
            if found:
                name = cut(unlabelled(found[1], line[found.end(1) :]))
                if " " in name and not NOT_NAMES.search(name):
                    yield Author(cased(name), None, line[found.end(1) :])
