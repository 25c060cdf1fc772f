"""Which cases must not inform each other: one worker's applications are often decided on nearly the same records."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.case import Case
from drafter.fingerprint import fingerprint, resemblance
from drafter.guard import NEAR_DUPLICATE


def groups(cases: Sequence[Case]) -> list[str]:
    """A group name for each case: cases with one number or nearly the same records, directly or by way of others."""
    prints = [_fingerprint(case) for case in cases]
    parent = list(range(len(cases)))
    for later, case in enumerate(cases):
        for earlier in range(later):
            same = case.header.case_number == cases[earlier].header.case_number
            if same or resemblance(prints[later], prints[earlier]) >= NEAR_DUPLICATE:
                parent[_root(parent, later)] = _root(parent, earlier)
    return [cases[_root(parent, place)].header.case_number for place in range(len(cases))]


def _root(parent: list[int], place: int) -> int:
    while parent[place] != place:
        place = parent[place]
    return place


def _fingerprint(case: Case) -> str:
    pages = (page.text for record in case.records if record.kind != "request" for page in record.pages)
    return fingerprint("\n".join(pages))
