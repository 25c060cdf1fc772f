"""Identifiers go, whatever way they are written; what is clinical stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.redaction import Redactor
from drafter.redaction.model import Removal, replaced

FORM = """Employee Name (First, MI, Last): Marisol T. Quandry Date of Birth: 04/07/1968
Address: 19 Fennel Rise, Lower Teasel, CA 90000 Phone Number: (555) 555-0100
Claim Number: ZX-20-11873 Employer: Teasel Valley Cannery
Employee Attorney (if known): None
Name: Alder Wroth, MD Practice Name: Teasel Orthopaedic Group
"""
NOTE = """QUANDRY, MARISOL   D.O.B. 4-7-68   MRN: TV-55310
Ms. Quandry was seen by Dr. Wroth with her husband Tancred. SSN 900-12-3456. Mail m.quandry@example.com
Spurling and Phalen tests negative, Waddell 0/5. Norco 10/325 mg #60 on 8/18/14. MTUS, Low Back, page 298.
Born April 7, 1968. See Wroth's letter; M. Quandry works for Teasel Valley Cannery, claim ZX2011873.
"""
PRIVATE = (
    "Quandry", "QUANDRY", "Marisol", "MARISOL", "Wroth", "Tancred", "1968", "4-7-68", "ZX-20", "ZX2011873",
    "Teasel Valley",
    "Fennel", "555-0100", "TV-55310", "900-12-3456", "example.com",
)  # fmt: skip
CLINICAL = (
    "Spurling and Phalen tests negative, Waddell 0/5",
    "Norco 10/325 mg #60 on 8/18/14",
    "MTUS, Low Back, page 298",
)


@pytest.fixture(scope="module")
def redactor():
    return Redactor([FORM, NOTE])


@pytest.mark.parametrize("text", [FORM, NOTE], ids=["form", "note"])
@pytest.mark.parametrize("private", PRIVATE)
def test_no_identifier_is_left(redactor, text, private):
    assert private not in redactor.redact(text).text


def test_what_is_clinical_stays(redactor):
    redacted = redactor.redact(NOTE).text
    assert all(piece in redacted for piece in CLINICAL)


def test_the_same_person_has_the_same_placeholder_however_named(redactor):
    for named in (
        "Marisol Quandry",
        "Quandry, Marisol",
        "M. Quandry",
        "MARISOL QUANDRY",
        "Marisol T. Quandry",
        "Quandry",
    ):
        assert redactor.redact(f"Seen today: {named}, in pain.").text.startswith("Seen today: [PATIENT]"), named
    assert redactor.redact("as Dr. Wroth wrote").text == "as Dr. [PHYSICIAN 1] wrote"
    assert redactor.redact("her husband Tancred").text == "her husband [FAMILY MEMBER 1]"


@pytest.mark.parametrize("misread", ["Quandny", "Quamdry", "QUANDBY", "Mar1sol"])
def test_a_misread_name_goes_in_a_scan(redactor, misread):
    assert misread not in redactor.redact(f"seen: {misread} today", scanned=True).text


def test_a_misread_employer_goes_in_a_scan(redactor):
    assert "[EMPLOYER]" in redactor.redact("hurt at Teasel Va1ley Cannerv", scanned=True).text.replace(
        "Va1ley", "Valley"
    )


@pytest.mark.parametrize(
    "written",
    ["04/07/1968", "4/7/68", "04-07-1968", "1968-04-07", "April 7, 1968", "7 April 1968", "Apr 7 1968", "O4/O7/l968"],
)
def test_a_birth_date_goes_in_every_way_of_writing(redactor, written):
    assert redactor.redact(f"patient of {written}, here").text == "patient of [DATE OF BIRTH], here"


@pytest.mark.parametrize(
    "stays", ["8/18/14", "on April 7, 2014", "L4-L5", "298-301", "97110", "724.4", "9792.24.2", "10-12 visits"]
)
def test_dates_codes_and_levels_stay(redactor, stays):
    assert redactor.redact(stays).text == stays


def test_the_number_of_the_review_stays(redactor):
    assert redactor.redact("Case Number: CM14-0140682").text == "Case Number: CM14-0140682"


def test_an_eponym_is_a_name_only_of_somebody_in_the_file():
    text = "Seen by Dr. Ada Phalen. Phalen test positive. Lachman negative."
    redacted = Redactor([text]).redact(text).text
    assert "Ada" not in redacted
    assert "Phalen test positive" in redacted
    assert "Lachman negative" in redacted


def test_ages_over_89_go_and_others_stay(redactor):
    assert (
        redactor.redact("a 93-year-old man and a 54-year-old son").text
        == "a [AGE OVER 89]-year-old man and a 54-year-old son"
    )


def test_a_page_of_somebody_else_has_a_placeholder_of_its_own():
    other = "Patient: Corwen, Bastian DOB: 2/2/1980"
    redactor = Redactor([FORM, NOTE, NOTE, other])
    assert redactor.redact(other).text == "Patient: [PATIENT 2] DOB: [DATE OF BIRTH]"


def test_a_note_all_in_capitals_keeps_its_words():
    text = "PATIENT LAY PRONE. PT TOLERATED WELL. NO COMPLICATION."
    assert Redactor([text]).redact(text).text == text


def test_counts_say_how_many_by_kind():
    redactor = Redactor([FORM])
    redactor.redact(FORM)
    assert redactor.counts["date of birth"] == 1
    assert redactor.counts["person"] == 2


@given(st.text("ab \n", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12)), max_size=6))
def test_positions_lead_to_the_same_text(text, pieces):
    removals = [
        Removal(start, min(start + size, len(text)), "[X]", "person")
        for start, size in pieces
        if size and start < len(text)
    ]
    redacted = replaced(text, removals)
    for at in range(len(text)):
        if not any(one.start <= at < one.end for one in redacted.removals):
            assert redacted.text[redacted.position(at)] == text[at]
    assert redacted.position(len(text), end=True) == len(redacted.text)


@given(st.text(max_size=200))
def test_any_text_is_redacted_without_an_error_and_twice_is_once(text):
    redactor = Redactor([text])
    redacted = redactor.redact(text, scanned=True)
    assert isinstance(redacted.text, str)
    assert redacted.position(len(text), end=True) == len(redacted.text)
