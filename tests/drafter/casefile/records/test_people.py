"""Pages of other patients are set apart, and none of the patient's own."""

from __future__ import annotations

import pytest

from drafter.casefile.records import index_records
from tests.drafter.casefile.synthetic import case_texts, pages

VISIT = "Silver Home Health\nvisit notes\n{who}\nVISIT 7\nDressing changed. Pain 3.\nBettany Sorrell, RN"


def set_apart(*texts: str) -> list[int]:
    return [entry.source.page for entry in index_records(pages(*case_texts(), *texts)).set_apart]


@pytest.mark.parametrize(
    "who",
    ["Oswin Keble | DOB 02/03/88 | 10/16/20", "KEBLE, OSWIN (MRN 5520) DOB: 2/3/1988",
     "Last Keble First Oswin\nD.O.B. 2.3.88",
     "Name: Keble, Oswin   Birthdate: 02-03-1988",
     "Silver Home Health Keble, Oswin 03Feb1988 Chart E110", "Oswin Brill DOB: 12/31/1988"],
)  # fmt: skip
def test_another_name_with_another_birth_is_another_patient(who: str) -> None:
    assert set_apart(VISIT.format(who=who)) == [6]


@pytest.mark.parametrize(
    "who",
    ["Una Brill | 10/16/20", "BRILL, UNA (MRN 5520) DOB: 2/3/1975", "Una Bril1 DOB: 2/8/1975", "U. Brill",
     "Room 7, 10/16/20",
     "Una Brill-Keble DOB: 2/3/1975"],
)  # fmt: skip
def test_the_patient_with_a_slip_stays(who: str) -> None:
    assert not set_apart(VISIT.format(who=who))


def test_the_patient_is_who_stands_on_most_pages_even_without_a_label() -> None:
    notes = [VISIT.format(who=f"Una Brill | 10/{day}/20") for day in (12, 14, 16)]
    stranger = VISIT.format(who="Oswin Keble | DOB 02/03/88 | 10/15/20")
    own = VISIT.format(who="Client Una Brill | DOB 02/03/75 | 10/18/20")
    assert [entry.source.page for entry in index_records(pages(stranger, *notes, own)).set_apart] == [1]


def test_what_goes_on_from_another_patients_page_goes_with_it() -> None:
    first = (
        "PROGRESS REPORT\nPatient: Oswin Keble DOB: 2/3/1988\nDate of visit: 3/8/2015\n"
        "He fell from a ladder and has had pain in the right shoulder ever since, above all when he"
    )
    assert set_apart(first, "reaches up or sleeps on that side.") == [6, 7]
