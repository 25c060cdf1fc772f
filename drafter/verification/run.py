"""The promises a draft is held to, and the checks that hold it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from drafter.case import Case
from drafter.criteria.library import Library
from drafter.draft import Draft, DraftItem, Flag, Severity
from drafter.verification.absence import check_absence, check_undocumented
from drafter.verification.applicability import check_applicability
from drafter.verification.authorities import check_authorities
from drafter.verification.citations import check_citations, check_condition, check_findings
from drafter.verification.codes import OWN_CODES
from drafter.verification.consistency import check_counts, check_header, check_recorded_dates, check_records
from drafter.verification.context import Context, build_context
from drafter.verification.contrary import check_contrary, check_contrary_listed
from drafter.verification.copying import check_copying
from drafter.verification.credentials import check_credentials
from drafter.verification.disagreement import check_completeness, check_disagreements
from drafter.verification.edition import check_edition
from drafter.verification.grounding import check_grounding
from drafter.verification.grounds import check_grounds, check_number_alone
from drafter.verification.injection import check_cited_instructions, check_instructions
from drafter.verification.jargon import check_jargon
from drafter.verification.lock import check_items, check_lock
from drafter.verification.outcome import (
    check_against_findings,
    check_ancillary,
    check_conclusion,
    check_undetermined,
)
from drafter.verification.patient import check_identity, check_one_patient
from drafter.verification.post_ur import check_post_ur_citations, check_post_ur_records
from drafter.verification.precedents import check_precedents
from drafter.verification.scope import check_scope
from drafter.verification.stale import check_stale
from drafter.verification.support import check_support
from drafter.verification.suspicion import check_suspicion
from drafter.verification.telling import check_telling
from drafter.verification.thin import check_thin
from drafter.verification.unread import check_unread_absences, check_unread_pages
from drafter.verification.whole import check_whole

ItemCheck = Callable[[DraftItem, Context], Iterator[Flag]]
CaseCheck = Callable[[Draft, Context], Iterator[Flag]]


class Promise(NamedTuple):
    """What a draft promises, with the checks of one item and of the whole case that hold it."""

    text: str
    item: tuple[ItemCheck, ...] = ()
    case: tuple[CaseCheck, ...] = ()


PROMISES: tuple[Promise, ...] = (
    Promise(
        "1 every sentence cites, every citation resolves, every quote is verbatim",
        item=(check_citations, check_findings),
        case=(check_condition,),
    ),
    Promise(
        "2 what is said to be absent is absent from the whole record",
        item=(check_absence, check_undocumented),
    ),
    Promise(
        "3 every number, date, side, level, body part and drug occurs in what the sentence cites",
        item=(check_support,),
    ),
    Promise(
        "what a sentence states in words is in what it cites, studies and regulations included",
        item=(check_grounding, check_authorities),
    ),
    Promise(
        "4 the item's lock survives unchanged, and every item is answered once",
        item=(check_lock,),
        case=(check_items,),
    ),
    Promise(
        "5 the edition in force is used, MTUS first, nothing invalidated",
        item=(check_edition, check_applicability),
    ),
    Promise(
        "6 prior decisions are neither the case's own nor later nor an authority",
        item=(check_precedents,),
    ),
    Promise(
        "7 an instruction in a record is pointed out and obeyed by nobody",
        item=(check_cited_instructions,),
        case=(check_instructions,),
    ),
    Promise(
        "9 a record too thin for a decision is said to be so, with what is missing",
        item=(check_thin, check_undetermined),
    ),
    Promise(
        "10 no credential of the reviewer is made up",
        item=(check_credentials,),
    ),
    Promise(
        "the conclusion says the outcome, and what speaks against it is named",
        item=(check_conclusion, check_against_findings, check_contrary, check_contrary_listed, check_ancillary),
        case=(check_whole,),
    ),
    Promise(
        "sentences tell what their quotes say: done or planned, affirmed or denied, old or present",
        item=(check_telling, check_stale),
    ),
    Promise(
        "the review stays inside its question, and its reasons are reasons",
        item=(check_scope, check_grounds, check_number_alone, check_suspicion),
    ),
    Promise(
        "the rationale reasons in plain language and does not copy",
        item=(check_copying, check_jargon),
    ),
    Promise(
        "the records are of one patient, whom the rationale does not name",
        item=(check_identity,),
        case=(check_one_patient,),
    ),
    Promise(
        "what is dated after the UR decision is visible",
        item=(check_post_ur_citations,),
        case=(check_post_ur_records,),
    ),
    Promise(
        "the documents agree on what is in dispute, and what is missing or another patient's is named",
        case=(check_disagreements, check_completeness),
    ),
    Promise(
        "what could not be read is named",
        item=(check_unread_absences,),
        case=(check_unread_pages,),
    ),
    Promise(
        "header, list of records, dates and counts agree",
        item=(check_counts,),
        case=(check_header, check_records, check_recorded_dates),
    ),
)

_SEVERITIES: tuple[Severity, ...] = ("block", "warn", "info")
_DIGITS = re.compile(r"(\d+)")


def verify(draft: Draft, case: Case, library: Library) -> Draft:
    """The draft with its flags set anew; flags of other origin stay. The same input gives the same flags in order."""
    context = build_context(case, library, draft.items)
    items = tuple(
        item.model_copy(update={"flags": _ordered((*_foreign(item.flags), *item_flags(item, context)))})
        for item in draft.items
    )
    found = (flag for promise in PROMISES for check in promise.case for flag in check(draft, context))
    return draft.model_copy(update={"items": items, "flags": _ordered((*_foreign(draft.flags), *found))})


def item_flags(item: DraftItem, context: Context) -> tuple[Flag, ...]:
    """What the checks say about one item: for a repair before the draft is complete."""
    return _ordered(flag for promise in PROMISES for check in promise.item for flag in check(item, context))


def _foreign(flags: tuple[Flag, ...]) -> Iterator[Flag]:
    return (flag for flag in flags if flag.code not in OWN_CODES)


def _ordered(flags: Iterator[Flag] | tuple[Flag, ...]) -> tuple[Flag, ...]:
    """By place in reading order, then severity, code and message; each flag once."""
    return tuple(sorted(dict.fromkeys(flags), key=_key))


def _key(flag: Flag) -> tuple[list[str | int], int, str, str]:
    place: list[str | int] = [int(part) if part.isdigit() else part for part in _DIGITS.split(flag.where)]
    return place, _SEVERITIES.index(flag.severity), flag.code, flag.message
