"""Who signs a document, and in which role."""

from __future__ import annotations

import pytest

from drafter.casefile.records import index_records
from tests.drafter.casefile.synthetic import pages

NOTE = "PROGRESS NOTE\nPatient: Una Brill DOB: 2/3/1975\nDate of visit: 3/9/2015\nKnee pain after work.\n{end}"


@pytest.mark.parametrize(
    ("end", "author"),
    [
        ("Encounter signed-off by Orla Vance, MD, 3/9/2015", "Orla Vance, MD"),
        ("Electronically authenticated by ORLA VANCE MD on 3/9/2015", "Orla Vance, MD"),
        ("SIGNED BY: ORLA VANCE, .MD.(signature on file)", "Orla Vance, MD"),
        ("VANCE, ORLA, MD", "Orla Vance, MD"),
        ("Orla Vance PT, DPT", "Orla Vance, PT, DPT"),
        ("Orla Vance, RN, CCM", "Orla Vance, RN"),
        ("Orla Vance, MD\ncc: Piet Marsh, MD\n    Ida Pole, DO", "Orla Vance, MD"),
        ("Reading Physician: Orla Vance, MD Result History: 3/9/2015", "Orla Vance, MD"),
        ("Springfield, PA 19064", None),
        ("COTININE MET ND 50 N", None),
    ],
)
def test_the_one_who_signs_is_the_author(end: str, author: str | None) -> None:
    (record,) = index_records(pages(NOTE.format(end=end))).records
    assert record.author == author


def test_a_surname_that_signs_is_the_name_in_full_above() -> None:
    days = "\n".join(f"2015-03-0{day} Called." for day in range(2, 7))
    log = f"CASE MANAGEMENT LOG - Gretel Vance RN CCM\n{days}\nG. Vance"
    (record,) = index_records(pages(log)).records
    assert record.author == "Gretel Vance, RN"


def test_a_request_sent_for_a_physician_is_the_physicians() -> None:
    sent = "Prior Authorization Request\nSubmitted: 3/9/2015 by desk for VANCE, ORLA MD (Neurology)\nService: MRI knee"
    (record,) = index_records(pages(sent)).records
    assert (record.kind, record.author) == ("rfa", "Orla Vance, MD")


def test_a_message_of_the_patient_is_a_letter_of_the_patient() -> None:
    message = "Patient Message\nFrom: Una Brill To: Orla Vance, MD Sent: 1/8/2015 9:41 PM Subject: knee\nIt hurts."
    records = index_records(pages(NOTE.format(end="Orla Vance, MD"), message)).records
    assert [(record.kind, record.author_role) for record in records][1] == ("correspondence", "patient")


def test_one_who_operates_and_never_asks_is_a_consultant() -> None:
    form = "REQUEST FOR AUTHORIZATION\nDWC Form RFA\nPatient: Una Brill\nDate: 3/9/2015\nOrla Vance, MD"
    operation = "OPERATIVE REPORT\nPatient: Una Brill\nDate of surgery: 2/2/2015\nProcedure: arthroscopy\n{}, MD"
    records = index_records(pages(form, operation.format("Piet Marsh"), operation.format("Orla Vance"))).records
    assert [record.author_role for record in records] == ["treating_physician", "consultant", "treating_physician"]


@pytest.mark.parametrize(("licence", "role"), [("RN", "other"), ("NP", "treating_physician"), ("RD", "other")])
def test_a_nurses_note_is_not_the_treating_physicians(licence: str, role: str) -> None:
    (record,) = index_records(pages(NOTE.format(end=f"Orla Vance, {licence}"))).records
    assert record.author_role == role
