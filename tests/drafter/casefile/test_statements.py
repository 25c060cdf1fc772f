"""What is asked for, without what was decided; what was granted of it."""

from __future__ import annotations

import datetime as dt

import pytest

from drafter.casefile.reading import _case
from drafter.casefile.records import index_records
from drafter.casefile.statements import asked_part
from tests.drafter.casefile.synthetic import case_texts, pages


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("6 Physical therapy, 24 visits MODIFIED: 12 of 24 visits approved", "Physical therapy, 24 visits"),
        ("B LIDOCAINE CREAM 240 G NOT APPROVED", "LIDOCAINE CREAM 240 G"),
        ("5 Cold therapy unit, 30 day rental NOT APPROVED", "Cold therapy unit, 30 day rental"),
        ("Massage x 6 weeks - 2 weeks (4 visits) certified; 4 weeks (8 visits) not certified", "Massage x 6 weeks"),
        ("Acupuncture 12 visits, 6 approved", "Acupuncture 12 visits"),
        ("12 sessions of acupuncture is denied", "12 sessions of acupuncture"),
        ("Denied: MRI lumbar spine", "Denied: MRI lumbar spine"),
    ],
)  # fmt: skip
def test_a_decision_is_cut_off_a_request(line: str, asked: str) -> None:
    assert asked_part(line) == asked


def test_parts_in_hours_leave_a_remainder_in_hours() -> None:
    asked = "Home health aide 4 hours/day x 5 days/week x 6 weeks"
    decision = f"{asked} - 2 weeks (40 hours) certified; 4 weeks (80 hours) not certified"
    case = _case(index_records(pages(*case_texts(asked, decision=decision, outcome="see above"))), "unnumbered")
    (item,) = case.items
    assert item.lock.weeks == 6 and item.lock.ur_action == "modified" and item.lock.remainder
    remainder = item.lock.remainder
    assert (remainder.original_count, remainder.authorized_count, remainder.remaining_count) == (120, 40, 80)
    assert not case.discrepancies


def test_the_last_columns_of_a_print_without_columns_say_what_was_granted() -> None:
    texts = case_texts("Acupuncture, right knee, 12 visits")
    texts[2] = (
        "ACORN REVIEW\nUTILIZATION REVIEW DETERMINATION\nMarch 20, 2015\nRequested Service Requested Certified\n"
        "Acupuncture, right knee 12 6\nBasil Thorn, MD"
    )
    (item,) = _case(index_records(pages(*texts)), "unnumbered").items
    assert item.lock.remainder and item.lock.remainder.remaining_count == 6


def test_rows_with_letters_on_a_second_sheet_are_the_request() -> None:
    texts = case_texts("Physical therapy, right knee, 24 visits", rfa="Surgery and services: SEE ATTACHED SHEET")
    sheet = "SURGERY REQUEST SHEET\nPt: Una Brill\na Cold therapy unit, 7 days\nb Physical therapy R knee, 12 visits"
    request = [f"{texts[1]}\nPage 1 of 2", f"{sheet}\nPage 2 of 2"]
    case = _case(index_records(pages(texts[0], *request, *texts[2:])), "unnumbered")
    assert any("number of visits is 12" in found.message for found in case.discrepancies)


def test_an_order_to_a_supplier_is_held_against_the_form() -> None:
    order = (
        "TIDE MEDICAL SUPPLY\nDME ORDER / LETTER OF MEDICAL NECESSITY\nName: Una Brill DOB: 2/3/1975\n"
        "Cold therapy unit\nLength of need: 14 days\nDate: 3/9/2015\nOrla Vance, MD"
    )
    case = _case(index_records(pages(*case_texts("Cold therapy unit, rental 30 days"), order)), "unnumbered")
    assert [found.message for found in case.discrepancies] == ["the days is 30 in one document and 14 in another"]


@pytest.mark.parametrize(
    "notice",
    [
        "NOTICE OF ASSIGNMENT\nCase CM99-0000441\nAPP RECEIVED ........ 04/10/2015\nASSIGNED ........ 04/20/2015",
        "Managed Care Review\nYour application, received April 10, 2015, qualifies. It was assigned today, April 20,"
        " 2015, as case CM99-0000441 (standard).\nDear Ms. Brill:",
        "ASSIGNMENT SHEET\nCase No. | Received | Assigned\nCM99-0000441 | 04/10/2015 | 04/20/2015",
    ],
)
def test_the_notice_is_read_in_any_layout(notice: str) -> None:
    header = _case(index_records(pages(*case_texts(), notice)), "unnumbered").header
    assert header.case_number == "CM99-0000441"
    assert header.date_assigned == dt.date(2015, 4, 20)
    assert header.application_received == dt.date(2015, 4, 10)


def test_lines_of_a_decision_without_labels_are_its_items() -> None:
    decision = (
        "HARVEST UTILIZATION MANAGEMENT\nNOTICE OF PARTIAL CERTIFICATION\n01/30/2018\nEmployee: Una Brill\n"
        "Hydrocodone/APAP 10/325 mg #90 - modified to #45 for weaning\nLumbar brace - non-certified\n"
        "Physical therapy, 6 visits - certified\nPhysician advisor: Basil Thorn, MD"
    )
    items = _case(index_records(pages(decision)), "unnumbered").items
    assert [(item.lock.drug or item.lock.treatment, item.lock.ur_action) for item in items] == [
        ("hydrocodone/acetaminophen", "modified"), ("lumbar-support", "denied"),
    ]  # fmt: skip
    assert items[0].lock.remainder and items[0].lock.remainder.remaining_count == 45


def test_an_application_with_numbered_parts_lists_what_was_denied() -> None:
    application = (
        "DWC Form IMR\nApplication for Independent Medical Review\n1. Employee\nName  Una Brill\n2. UR letter\n"
        "Date  03/20/2015\n3. What was denied\na) Acupuncture, right knee, 6 visits\nb) Knee brace\n4. Signature\n"
        "Una Brill  04/02/2015"
    )
    case = _case(index_records(pages(application)), "unnumbered")
    assert [item.request for item in case.items] == ["Acupuncture, right knee, 6 visits", "Knee brace"]
    assert case.records[-1].date == dt.date(2015, 4, 2)


@pytest.mark.parametrize(
    "rows",
    [
        "Service | Qty requested | Qty certified | Decision\nGabapentin 300 mg | 90 | 45 | Modified",
        "Requested: Gabapentin 300 mg #90\nApproved: Gabapentin 300 mg #45\nDenied: Gabapentin 300 mg #45",
    ],
)
def test_the_remainder_is_in_columns_or_in_lines_of_its_own(rows: str) -> None:
    head = "APEX UR\nUTILIZATION REVIEW DETERMINATION\nMarch 20, 2015\nClaimant: Una Brill"
    decision = f"{head}\n{rows}\nReviewer: Lee Dow, MD"
    application = case_texts("Gabapentin 300 mg")[0]
    (item,) = _case(index_records(pages(application, decision)), "unnumbered").items
    assert item.lock.quantity == 90
    assert item.lock.remainder and item.lock.remainder.remaining_count == 45


def test_bullets_under_a_sentence_are_the_items() -> None:
    decision = (
        "BETA REVIEW\nUtilization Review Decision - Denial\nJune 1, 2018\nRE: Una Brill\n"
        "The following services are not certified:\n* Left shoulder arthroscopy\n* Cold therapy unit, 14 day rental\n"
        "Sincerely,\nLee Dow, MD"
    )
    items = _case(index_records(pages(decision)), "unnumbered").items
    assert [item.lock.treatment for item in items] == ["shoulder-surgery", "cold-therapy"]


def test_only_checked_boxes_are_asked_for_and_counts_beside_verdicts_are_parts() -> None:
    form = (
        "ORDER FORM - AUTHORIZATION NEEDED\nPt: Una Brill\nDate: 3/10/2015\n[x] MRI right knee   [ ] CT   [ ] X-ray\n"
        "[x] Physical therapy 8 visits right knee\nOrdering MD: Orla Vance, MD"
    )
    decision = (
        "KESTREL UTILIZATION REVIEW\nMarch 20, 2015\nDECISION SUMMARY\nItem: MRI right knee\nStatus: Not approved\n"
        "Item: Physical therapy right knee x 8\nStatus: Approved 4, not approved 4\nBasil Thorn, MD decided this."
    )
    items = _case(index_records(pages(form, decision)), "unnumbered").items
    assert [(item.lock.treatment, item.lock.also) for item in items] == [("mri", ()), ("physical-therapy", ())]
    assert items[1].lock.remainder and items[1].lock.remainder.remaining_count == 4
