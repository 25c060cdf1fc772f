"""Documents that others refer to and the file does not hold, however they are named."""

from __future__ import annotations

import datetime as dt

import pytest

from drafter.casefile.records import index_records
from tests.drafter.casefile.synthetic import case_texts, pages

EMG = "ELECTRODIAGNOSTIC STUDY\nPatient: Una Brill\nTest date: 11/12/2014\nNeedle EMG normal.\nIda Pole, MD"


def found(mention: str, *more: str) -> list[tuple[str, dt.date | None]]:
    missing = index_records(pages(*case_texts(mention=mention), *more)).missing
    return [(entry.description, entry.date) for entry in missing]


@pytest.mark.parametrize(
    ("mention", "named", "day"),
    [
        ("She brought an ultrasound report of 3 August from Lorne Imaging.", "Ultrasound", dt.date(2014, 8, 3)),
        ("The plain MRI taken at Coast Open in November is not in our system.", "MRI at Coast Open", None),
        ("There was a normal CT in 2012 at Vesper Imaging; report not here.", "CT at Vesper Imaging, 2012", None),
        ("The PQME report (Dr. O. Sand, exam of 10/05/2014) isn't in our system.", "QME report", dt.date(2014, 10, 5)),
        ("The second injection, August 26, did nothing; I do not have that operative note.", "Operative report",
         dt.date(2014, 8, 26)),
        ("She wants a CT myelogram, done 1/10 at Lorne, report to follow.", "CT", dt.date(2015, 1, 10)),
        ("Have asked twice for Dr. Park's notes, nothing came.", "Record by Dr. Park", None),
        ("Her Dr. Ulla Brask wrote on October 1, 2014 to us.", "Letter by Dr. Ulla Brask", dt.date(2014, 10, 1)),
        ("She was seen at Amity General on February 20.", "Visit elsewhere", dt.date(2015, 2, 20)),
        ("Had a treadmill test with Dr. Ilse Norgaard in 2013.", "Stress test by Dr. Ilse Norgaard, 2013", None),
        ("She paid for the EKG on 02/05 herself.", "Electrocardiogram", dt.date(2015, 2, 5)),
    ],
)  # fmt: skip
def test_what_is_named_by_day_year_author_or_house_is_listed(mention: str, named: str, day: dt.date | None) -> None:
    assert found(mention) == [(named, day)]


@pytest.mark.parametrize(
    "mention",
    [
        "No MRI report was enclosed.",
        "An EMG by Dr. Pole in 2016 should be obtained.",
        "Please send Dr. Vance's notes.",
        "The MRI of 11 February shows a tear.",
        "She was seen in this office on February 20.",
        "Follow up MRI on 4/20/2015.",
        "Strength on exam of 4/5, pain 6/10, labs fine.",
    ],
)
def test_what_is_planned_held_or_never_was_is_not(mention: str) -> None:
    assert found(mention) == []


def test_a_study_of_the_month_is_the_one_that_is_held() -> None:
    said = "The EMG done at Tide Neurology in November is not in our system."
    assert found(said) and not found(said, EMG)


def test_a_lost_card_of_one_year_is_not_another_houses_log_of_it() -> None:
    card = "Care here since 2011; the 2012 card has gone to storage. Orla Vance"
    log = "PHYSICAL THERAPY DISCHARGE\nPatient: Una Brill\nDischarge date: 11/30/2012\nVisits 18 of 18\nPiet Marsh, PT"
    assert found(card, log) == [("Record by Dr. Vance, 2012", None)]


@pytest.mark.parametrize(
    ("mention", "named"),
    [
        ("UDT 6/2013 was ok.", "Drug screen, 2013"),
        ("MRI L knee was 10/3/14, no surgery until then.", "MRI"),
        ("OT home safety evaluation, done by Larch Therapy on February 18, 2015, has not been received.",
         "Therapy evaluation at Larch Therapy"),
    ],
)  # fmt: skip
def test_a_test_named_by_its_month_or_told_by_its_day_is_listed(mention: str, named: str) -> None:
    assert [description for description, _ in found(mention)] == [named]


def test_a_house_of_the_same_town_is_another_house() -> None:
    mention = "She went to the ER at Larch Flats Community Hosp. the night of the injury."
    clinic = "LARCH FLATS OCCUPATIONAL CARE\nPROGRESS REPORT\nPatient: Una Brill\nDate of visit: 2/2/2015\nPain 4/10."
    assert [description for description, _ in found(mention, clinic)] == [
        "Urgent care or emergency record at Larch Flats Community Hosp"
    ]
