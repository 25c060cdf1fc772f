"""Copies are linked, whatever a scan did to their letters; two papers of one day stay two."""

from __future__ import annotations

import datetime as dt

from drafter.casefile.records.duplicates import Candidate, find_duplicates
from tests.drafter.casefile.synthetic import REPORT, RFA

DAY = dt.date(2015, 3, 10)


def links(*texts: str, day: dt.date | None = DAY) -> list[int | None]:
    return find_duplicates([Candidate(day, 1, text) for text in texts])


def test_a_copy_with_misread_letters_is_linked() -> None:
    text = REPORT.format(plan="Physical therapy, 12 visits", mention="The gait is slow.")
    misread = (
        text.replace("tender", "tcnder").replace("Orla", "0rla").replace("visits", "vislts").replace("slow", "s1ow")
    )
    assert links(text, misread) == [None, 0]


def test_two_forms_of_one_day_for_two_treatments_are_two() -> None:
    forms = [RFA.format(request=request) for request in ("Acupuncture, knee, 6 visits", "MRI of the right knee")]
    assert links(*forms) == [None, None]


def test_another_day_is_another_document() -> None:
    text = REPORT.format(plan="Physical therapy", mention="")
    candidates = [Candidate(DAY + dt.timedelta(days=off), 1, text) for off in (0, 28)]
    assert find_duplicates(candidates) == [None, None]


def test_undated_copies_are_found_by_their_words() -> None:
    text = REPORT.format(plan="Physical therapy, twelve visits", mention="The gait is slow and the knee is warm.")
    assert links(text, text, day=None) == [None, 0]
