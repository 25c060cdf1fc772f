"""The header, the list of records and the counts agree with the case; its dates agree with each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from drafter.draft import Draft, DraftItem, DraftRecord, Flag
from drafter.text import find_dates
from drafter.verification.codes import Code
from drafter.verification.context import Context, Read, numbered, shortened
from drafter.verification.prose import outside_quotes
from drafter.verification.quantities import numbers_of
from drafter.verification.support import COUNTED

_ORDER = (
    ("date_of_injury", "date of injury"),
    ("request_date", "request date"),
    ("ur_denial_date", "UR denial date"),
    ("application_received", "date of the application"),
    ("date_assigned", "date assigned"),
)
_UR = r"(?:utili[sz]ation\s+review(?:er)?|\bUR\b|review)"
_DECIDED = r"(?:denied|non-?\s?certified|modified|(?:partially\s)?(?:approved|certified)|determined)"
_UR_BEFORE = re.compile(
    rf"{_UR}(?:\W+(?!requests?\b)\w+){{0,4}}?\W*(?:\b(?:dated|on|of)\b|\()\W*$|\b{_DECIDED}\s+(?:\w+\s+){{0,2}}on\s*$",
    re.IGNORECASE,
)
"""What stands before the date of a UR decision: "utilization review dated", "UR (", "denied on"."""
_SENTENCE_START = re.compile(r"^\W*on\s*$", re.IGNORECASE)
_UR_AFTER = re.compile(
    rf"^,?\s*(?:the\s+)?{_UR}|^,?\s*(?:the|this|a)\s+requests?\b(?!\s+(?:was|were)\s+(?:received|made|submitted))"
    rf"[^.;]*\b{_DECIDED}\b",
    re.IGNORECASE,
)
"""What follows "On <date>" when a sentence begins with the UR decision."""
_INJURED_ON = re.compile(
    r"\b(?:sustained|suffered|incurred)\b[^.]{0,60}\binjur\w+\s+(?:on|of|dated)\s*$"
    r"|\binjur(?:y|ed)\s+(?:that occurred\s+)?(?:on|of|dated)\s*$|\bdate of injury\W{0,3}(?:is|was|of)?\s*$",
    re.IGNORECASE,
)


def check_header(draft: Draft, context: Context) -> Iterator[Flag]:
    """The draft's header is the case's, and its dates are in a possible order."""
    header = context.case.header
    for field in type(header).model_fields:
        if getattr(draft.case, field) != getattr(header, field):
            yield Code.HEADER_ALTERED.flag(
                "case", f"its {field} is {getattr(draft.case, field)}, the case's {getattr(header, field)}"
            )
    dated = [(name, day) for field, name in _ORDER if (day := getattr(header, field)) is not None]
    for (earlier, first), (later, second) in pairwise(dated):
        if second < first:
            yield Code.DATES_OUT_OF_ORDER.flag("case", f"the {later}, {second}, is before the {earlier}, {first}")


def check_records(draft: Draft, context: Context) -> Iterator[Flag]:
    """The list of documents reviewed is the list of the case's records."""
    expected = tuple(
        DraftRecord(**record.model_dump(exclude={"pages"}), pages=len(record.pages)) for record in context.case.records
    )
    listed = {record.id: record for record in draft.records}
    for record in expected:
        if record.id not in listed:
            yield Code.RECORD_LIST_DIFFERS.flag(f"record {record.id}", "is in the case and not listed")
        elif listed[record.id] != record:
            yield Code.RECORD_LIST_DIFFERS.flag(f"record {record.id}", "is listed otherwise than the case has it")
    for name in listed.keys() - {record.id for record in expected}:
        yield Code.RECORD_LIST_DIFFERS.flag(f"record {name}", "is listed and not in the case")


def check_recorded_dates(draft: Draft, context: Context) -> Iterator[Flag]:
    """The dates of injury and of the UR decision in the records are the header's."""
    header = context.case.header
    for read in context.sentences:
        for found in find_dates(read.text):
            before, after = read.text[: found.start], read.text[found.end :]
            if read.by_ur and _is_ur_date(before, after):
                yield from _differs(Code.UR_DATE_DIFFERS, "UR decision", read, found.value, header.ur_denial_date)
            elif _INJURED_ON.search(before):
                yield from _differs(
                    Code.INJURY_DATE_DIFFERS, "date of injury", read, found.value, header.date_of_injury
                )


def check_counts(item: DraftItem, context: Context) -> Iterator[Flag]:
    """Items, records and sentences are counted right."""
    case = context.case
    right = {
        "item": {len(case.items)},
        "record": {len(case.records), len({read.sentence.record for read in context.sentences})},
        "document": {len(case.records), len({read.sentence.record for read in context.sentences})},
        "sentence": set(context.whole_counts),
    }
    for where, sentence in numbered(item):
        for match in COUNTED.finditer(outside_quotes(sentence.text)):
            counted = {int(quantity.value) for quantity in numbers_of(match["count"]).quantities}
            if counted and not counted <= right[match["what"].lower().removesuffix("s")]:
                yield Code.COUNT_DIFFERS.flag(where, f"counts {match.group()!r}")


def _is_ur_date(before: str, after: str) -> bool:
    return bool(_UR_BEFORE.search(before) or (_SENTENCE_START.search(before) and _UR_AFTER.search(after)))


def _differs(code: Code, name: str, read: Read, recorded: date, given: date | None) -> Iterator[Flag]:
    if given and recorded != given:
        yield code.flag(read.place, f"gives {recorded} as the {name}, the header {given}: {shortened(read.text)!r}")
