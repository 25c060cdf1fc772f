"""Prior decisions are context: never authority, never the case's own, never later than the case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.draft import DraftItem, Flag
from drafter.verification.codes import Code
from drafter.verification.context import Context, cited_quotes, numbered, place_of
from drafter.verification.prose import squeezed

_CASE_NUMBER = re.compile(r"\bCM\d{2}-\d{4,8}\b", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"\b(?:prior|previous|earlier|similar|comparable|analogous|like|past|another|other|such"
    r"|published)\s+(?:\w+\s+)?(?:IMRs?"
    r"|independent medical reviews?|determinations?|decisions?|rulings?|reviewers?)\b"
    r"|\b(?:comparable|analogous|similar|another|parallel)\s+(?:\w+\s+)?(?:review|case)\b"
    r"|\b(?:determined|decided|ruled|found|held)\s+in\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}?(?:review|case|IMR)s?\b"
    r"|\bprecedents?\b",
    re.IGNORECASE,
)


def check_precedents(item: DraftItem, context: Context) -> Iterator[Flag]:
    """No retrieved decision is the case's own or later than it, and no sentence argues from one."""
    header = context.case.header
    known_by = header.date_assigned or header.application_received or header.ur_denial_date
    for precedent in item.precedents:
        where = f"{place_of(item)} precedent {precedent.case_number}"
        if precedent.case_number == header.case_number:
            yield Code.PRECEDENT_FORBIDDEN.flag(where, "is the determination of this very case")
        elif precedent.decided and known_by and precedent.decided >= known_by:
            yield Code.PRECEDENT_FORBIDDEN.flag(where, f"was decided on {precedent.decided}, the case is of {known_by}")
    yield from _as_authority(item, context)


def _as_authority(item: DraftItem, context: Context) -> Iterator[Flag]:
    own = context.case.header.case_number.lower()
    for where, sentence in numbered(item):
        sources = [squeezed(quote) for quote in cited_quotes(sentence, item, context)]
        for found in (*_CASE_NUMBER.finditer(sentence.text), *_AUTHORITY.finditer(sentence.text)):
            words = squeezed(found.group())
            if words != own and not any(words in source for source in sources):
                yield Code.PRECEDENT_AS_AUTHORITY.flag(where, f"argues from {found.group()!r}")
