"""Who and what a form, a letter or a note names, in whatever way it does."""

import pytest

from drafter.redaction import Redactor


def redacted(text, *others, scanned=False):
    return Redactor([text, *others]).redact(text, scanned=scanned).text


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Surgeon: Ilario Quent MD Assistant: DEV MARROW PA-C\nClosed in layers.", ("Quent", "DEV", "MARROW")),
        ("Seen by Ilario Quent, MD, Tove Rask, PT, and Mina Orlu, PsyD for pain.", ("Quent", "Tove", "Rask", "Mina")),
        ("LIVES ALONE. DAUGHTER RAMIRA LIVES IN ANOTHER STATE.", ("RAMIRA",)),
        ("WITHOUT TENSION. MR.\nMARROW HELD THE ARM.", ("MARROW",)),
        ("x | y\n\nTove Rask, OT /tr", ("Tove", "Rask")),
        ("The foregoing is true.\n\nTwyla Renner, Custodian of Records", ("Twyla", "Renner")),
        ("Thank you for sending Ngaio Farrow back to us.", ("Ngaio", "Farrow")),
        ("Her landlord (Tomas) and her aide, Nadira, help.", ("Tomas", "Nadira")),
        ("I spoke with Colum about the brace.", ("Colum",)),
        ("Patient: Ximena Tull (goes by Mena). Mena is well.", ("Ximena", "Tull", "Mena")),
        ("Spoke w/ adjuster Fenrick. Lyle Fenrick will call.", ("Fenrick", "Lyle")),
        ("EMG by Dr. P. K. Raoul, read by A. B. Tolliver, MD.", ("K.", "Raoul", "B.", "Tolliver")),
        ("Paciente: Rigo Salcedo\nMi esposa Lupe maneja.", ("Rigo", "Salcedo", "Lupe")),
    ],
)
def test_people_are_found_where_forms_and_sentences_name_them(text, gone):
    left = redacted(text)
    assert not any(name in left for name in gone), left


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Patient: Gray, Dawn\nThis is Dawn. Thanks Dawn, see you.", "Dawn"),
        ("Physician: Hollis Gray, MD\nRef MD: Gray  Ins: none", "Gray"),
        ("Physician: Hollis Gray, MD\n01/04/17 TRAMADOL #90 GRAY H\n", "GRAY"),
    ],
)
def test_names_that_are_words_go_where_a_label_or_an_initial_tells(text, gone):
    assert gone not in redacted(text)


def test_a_name_that_is_a_word_stays_as_a_word():
    text = "Physician: Hollis Gray, MD\nThe skin is gray. The gray area is numb."
    assert redacted(text).endswith("The skin is gray. The gray area is numb.")


@pytest.mark.parametrize("page", ["Ximena Barragán came.", "Ximena Barragan came.", "XIMENA BARRAGÁN came."])
def test_accents_that_one_page_has_and_another_has_not_make_no_difference(page):
    assert redacted(page, "Patient: Ximena Barragán\n", "Patient: Ximena Barragan\n").startswith("[PATIENT] came")


def test_a_first_name_misread_beyond_likeness_goes_with_its_last_name():
    text = "Visit of Rcderlck Thistlewode today."
    assert "Rcderlck" not in redacted(text, "Patient: Roderick Thistlewode\n", scanned=True)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("PATIENT LAY PRONE. PT TTD STATUS.", "PATIENT LAY PRONE. PT TTD STATUS."),
        ("Spoke to her doctor. An antidepressant helps.", "An antidepressant helps."),
        ("Ordered by: ED Exam time: 02:14", "ED Exam time"),
        ("Spontaneous Recruitment was seen. Transdiscal Biacuplasty failed.", "Spontaneous Recruitment was seen"),
        ("Prior surgery: Transdiscal Biacuplasty", "Transdiscal Biacuplasty"),
        (
            "Employer: Amity Unified Laundry\nDear Amity Unified Laundry, the laundry takes her back.",
            "the laundry takes",
        ),
    ],
)
def test_words_are_no_people(text, kept):
    assert kept in redacted(text)


@pytest.mark.parametrize(
    "number",
    [
        "MRN MH 3307 114)", "ID# 61204", "(id #61204, dob: 03/16/1985)", "#OK-0731 VAS", "JOB# 118832",
        "MEDICAL RECORD NUMBER: 00 44 19 73\n", "Número de reclamo: TPA.19.0088412", "Bates HM3340-000114",
        "0457-WC-11-000216", "Rx 6612043", "00-44-7718-2", "certification 301177.",
    ],
)  # fmt: skip
def test_numbers_of_a_file_go_with_any_label_and_without(number):
    left = redacted(f"Note {number} end")
    assert not any(piece in left for piece in ("3307", "114", "61204", "0731", "8832", "0044", "44 19", "0088", "0002"))
    assert not any(piece in left for piece in ("6612043", "7718", "301177"))


@pytest.mark.parametrize(
    "stays",
    [
        "Norco 10/325mg #60", "NORCO 10/325MG", "CPT 97110-59", "97110-97112", "29827, 29826", "M75.121", "S83.241A",
        "J3301", "L4-5/L5-S1", "section 9792.24.2", "2000-2010", "2014-08-18", "20140818", "08182014", "NOV-20-2020",
        "27-Nov-2014", "13.2-17.1 g/dL", "platelets 250000", "Cochrane 888-901", "CM14-0140682", "#60", "order of 12",
    ],
)  # fmt: skip
def test_doses_codes_ranges_and_dates_are_no_numbers_of_a_file(stays):
    assert redacted(f"See {stays} now") == f"See {stays} now"


@pytest.mark.parametrize(
    "address",
    [
        "Dirección: Calle Serena 114, Pinal Cove, CA 90000", "Copy: Calle Serena 114, Pinal Cove, CA 90000",
        "Vivo en Calle Los Olmos 418-B hoy", "cc: 7 Herons Nest 3B, Pinal Cove CA 90000", "Address: One Packing Way",
        "at 300 Serena St., 4th Floor, Pinal Cove, CA 90000", "to: 12 Plaza del Olmos, Pinal Cove, CA 90000",
        "PINAL·COVE: 2200 BREAKWATER BLVD STE 110, PINAL COVE CA 90000",
    ],
)  # fmt: skip
def test_addresses_go_in_other_shapes(address):
    left = redacted(address)
    assert not any(
        piece in left
        for piece in ("Serena", "Olmos", "Herons", "Packing", "BREAKWATER", "114", "418", "3B", "4th", "12")
    )


def test_a_street_known_with_its_unit_goes_without_it():
    assert "Herons" not in redacted("Rail at 7 Herons Nest.", "Address: 7 Herons Nest #3B\n")


def test_state_and_number_after_words_are_no_address():
    assert redacted("Open Repair IN OR 29827 today") == "Open Repair IN OR 29827 today"


@pytest.mark.parametrize(
    "phone",
    ["Tel (555) 555.0182", "FAX NO.'5555550107", "Teléfono: 555/555-0101", "cell is 555-0147", "home # is 555-0122"],
)
def test_phones_go_in_other_shapes(phone):
    assert not any(character.isdigit() for character in redacted(f"{phone} end"))


@pytest.mark.parametrize(
    "birth",
    [
        "DOB07/22/1962", "Born: 07 22 1962", "DOB 7/22/19.62", "Fecha de nacimiento: 22/07/1962",
        "nacido el 22 de julio de 1962",
    ],
)  # fmt: skip
def test_births_go_beside_other_labels_and_in_other_orders(birth):
    left = redacted(f"{birth} end", "")
    assert "62" not in left
    assert "22" not in left


def test_a_birth_told_with_the_day_first_is_found_in_the_usual_order():
    assert "27" not in redacted("Seen: 09/27/57.", "Fecha de nacimiento: 27/09/1957\n")


@pytest.mark.parametrize(
    "employer",
    [
        "Empleador: Pinal Cove Resort", "Group | Pinal Cove Resort", "Employer or group: Pinal Cove Resort",
        "trabajo para Pinal Cove Resort",
    ],
)  # fmt: skip
def test_employers_go_with_other_labels(employer):
    assert "Resort" not in redacted(employer)
