"""What one page of a case tells goes from all others, however they write it."""

import pytest

from drafter.redaction import Redactor

TOLD = (
    "Patient: Dorothea Szymborski    Claim: 44-QR-1180    MRN: 5510277\n"
    "Employer: Saltgrass Cold Storage, Inc.    Provider: Euphemia Blackwood, MD\n"
    "Facility: Pelican Bluff Pain Institute"
)


def left(page, *, scanned=False, told=TOLD):
    return Redactor([told, page]).redact(page, scanned=scanned).text


@pytest.mark.parametrize(
    "spelling",
    [
        "Szymborski", "SZYMBORSKI", "Szymborski, Dorothea", "SZYMBORSKI DOROTHEA", "D. Szymborski", "Szymborski, D.",
        "Dorothea", "Szym-\nborski", "Szym- borski", "S z y m b o r s k i", "DorotheaSzymborski", "D.S.",
        "SzymborskiDorothea", "Dorothea\nSzymborski", "Szymborsky", "Symborski", "Szymborksi", "dszymborski",
        "dorothea.szymborski", "Szymborski-Hale", "Dorothea M. Szymborski", "Dorothea (Dot) Szymborski",
    ],
)  # fmt: skip
def test_a_name_goes_in_every_spelling(spelling):
    assert left(f"Seen today: {spelling} has knee pain.") == "Seen today: [PATIENT] has knee pain."


@pytest.mark.parametrize("spelling", ["Szymborski's", "SZYMBORSKI'S", "Dorothea’s"])
def test_a_possessive_keeps_its_ending(spelling):
    assert left(f"It is {spelling} knee.") == f"It is [PATIENT]{spelling[-2:]} knee."


@pytest.mark.parametrize("spelling", ["Szymborskl", "Szyrnborski", "5zymborski", "Szymborsk1", "Dorothca"])
def test_a_name_goes_as_text_recognition_reads_it(spelling):
    assert left(f"Seen today: {spelling} has knee pain.", scanned=True) == "Seen today: [PATIENT] has knee pain."


@pytest.mark.parametrize(
    "spelling", ["44 QR 1180", "44QR1180", "44/QR/1180", "44.QR.1180", "44-QR- 1180", "44-QR-\n1180", "44_QR_1180"]
)
def test_a_number_goes_with_other_marks(spelling):
    assert left(f"Sent with {spelling} today.") == "Sent with [CLAIM NUMBER] today."


@pytest.mark.parametrize("spelling", ["551-0277", "55 102 77", "5510277", "55-10-277"])
def test_a_number_goes_in_other_groups(spelling):
    assert "[RECORD NUMBER]" in left(f"Sent with {spelling} today.")


@pytest.mark.parametrize(
    "spelling",
    [
        "Saltgrass Cold Storage", "SALTGRASS COLD STORAGE", "Saltgrass", "Saltgrass Cold", "Salt grass Cold Storage",
        "SaltgrassColdStorage", "Saltgrass Cold Stor-\nage", "Salt-\ngrass",
    ],
)  # fmt: skip
def test_an_employer_goes_in_every_spelling(spelling):
    assert left(f"Sent back to {spelling} on 3/3/14.") == "Sent back to [EMPLOYER] on 3/3/14."


@pytest.mark.parametrize("spelling", ["Bright Harvest Foods DC", "Bright Harvest"])
def test_an_employer_goes_by_its_first_letters_too(spelling):
    told = "Employer: Bright Harvest Foods Distribution Center, Inc."
    assert left(f"{spelling} - human resources", told=told) == "[EMPLOYER] - human resources"


def test_first_letters_go_before_a_department():
    told = "Employer: Bright Harvest Foods Distribution Center, Inc."
    assert left("BHF Receiving Dock, BHF 12", told=told) == "[EMPLOYER] Receiving Dock, BHF 12"


def test_an_insurer_is_not_looked_for_in_the_head_of_a_table():
    page = "Muscle Ins Fib MUAP Recruit\nL tib ant incr 1+ large dec"
    assert left(page) == page


@pytest.mark.parametrize("short", ["SCS trial", "ROM Full"])
def test_first_letters_that_are_an_abbreviation_of_medicine_stay(short):
    told = "Employer: Saltgrass Cold Storage, Inc.\nEmployer: Rio Oso Motors"
    assert left(f"{short} today", told=told) == f"{short} today"


@pytest.mark.parametrize(
    "spelling",
    [
        "Pelican Bluff Pain Institute", "PELICAN BLUFF PAIN INSTITUTE", "Pellcan Bluff Pain Institute",
        "Pelican B1uff Pain lnstitute", "PelicanBluff Pain Institute", "Pelican Bluff Pain lnstltute",
        "Pelican Bluf Pain Institute", "Pelican BIuff Pain Institute", "Pelican Bluff", "Pel ican Bluff Pain Institute",
    ],
)  # fmt: skip
def test_a_practice_goes_as_text_recognition_reads_it(spelling):
    assert left(f"Seen at {spelling} on 3/3/14.", scanned=True) == "Seen at [ORGANIZATION] on 3/3/14."


@pytest.mark.parametrize(
    "sentence",
    [
        "The knee has swelling that rose overnight.",
        "He may park in the lot and grant access.",
        "A young man with a long history; the bill was wise.",
        "Pain is 4/10, cold storage of the joint fluid.",
    ],
)
def test_names_that_are_words_leave_the_words(sentence):
    told = "Patient: Rose Park   Employer: Grant Steel Works   Dr. Wise   Adjuster: Bill Young   Nurse: May Long"
    assert left(sentence, told=told) == sentence


@pytest.mark.parametrize("sentence", ["Martinique lotion was used.", "Blackwell test positive.", "Symbol span 44."])
def test_words_that_only_resemble_a_name_stay(sentence):
    assert left(sentence) == sentence


@pytest.mark.parametrize("number", ["44 mg, 1180 units", "55 reps, 102 lb, 77 %"])
def test_amounts_are_no_numbers_of_the_case(number):
    assert left(f"He took {number}.") == f"He took {number}."
