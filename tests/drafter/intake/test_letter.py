"""The first layout: header, summary, items; and letters that are damaged or none."""

from __future__ import annotations

import hashlib
import re
from datetime import date

import pytest

from drafter.errors import InputError, NotADetermination
from drafter.intake import read_letter
from tests.drafter.intake.letters import Item, Spec, paged, pdf, text, write

MODIFIED = Item(
    "Acupuncture 18 sessions was the original request. Acupuncture 6 sessions was authorized by the Claims "
    "Administrator. The remaining IMR eligible portion of the original request, Acupuncture 12 sessions is"
)
LEFT_ELIGIBLE = Item(
    "Purchase of a commode was the original request. The Claims Administrator authorized a commode for 1 month, "
    "leaving the original request IMR eligible. The original request, purchase of a commode is",
    "Overturned",
)
ITEMS = (
    Item("Pre-op labs: CBC"),
    Item("Oxycodone HCL ER 20mg #60 day supply: 30", "Overturned"),
    MODIFIED,
    LEFT_ELIGIBLE,
    Item("TENS unit", rationale="First part.\n\nSecond part without a full stop"),
    Item("[REDACTED] wrap"),
)


def items_of(path):
    return read_letter(path).determination.items


def test_the_seed_letter(seed_letter):
    case, determination = seed_letter
    assert case.header.case_number == "CM14-0140682"
    assert (case.header.date_of_injury, case.header.ur_denial_date) == (date(2010, 1, 27), date(2014, 8, 25))
    assert (case.header.date_assigned, case.header.application_received) == (date(2014, 9, 5), date(2014, 8, 25))
    assert (case.header.priority, case.header.request_date) == ("Standard", None)
    assert determination.decision_date == date(2014, 9, 25)
    assert case.reviewer.licensure == ("California",)
    assert case.reviewer.specialty == "Physical Medicine and Rehabilitation"
    (item,) = determination.items
    assert (item.request, item.outcome) == ("6 Massage Therapy Sessions, Lumbar Spine, Thoracic Spine", "upheld")
    assert item.claims_administrator_guideline == (
        "The Claims Administrator did not cite any medical evidence for its decision."
    )
    assert item.rationale.startswith("This patient sustained an injury on 1/27/10 while employed by [REDACTED].")
    assert item.rationale.endswith("Thoracic Spine is not medically necessary.")
    (citation,) = item.citations
    assert (citation.guideline, citation.sections, citation.pages) == (
        "mtus-chronic-pain-2009",
        ("Massage therapy",),
        "60",
    )


@pytest.mark.parametrize("blank_lines", [True, False])
@pytest.mark.parametrize("width", [None, 100, 72])
@pytest.mark.parametrize("page_length", [None, 23, 7])
def test_items_are_the_same_however_the_letter_is_printed(tmp_path, blank_lines, width, page_length):
    letter = text(Spec(items=ITEMS), width, blank_lines)
    found = items_of(write(tmp_path, paged(letter, page_length) if page_length else letter))
    assert [(item.request, item.outcome) for item in found] == [(i.request, i.outcome.lower()) for i in ITEMS]
    assert [item.rationale for item in found] == [" ".join(i.rationale.split()) for i in ITEMS]
    assert {item.reviewer_guideline for item in found} == {ITEMS[0].guideline}
    assert {item.claims_administrator_guideline for item in found} == {ITEMS[0].claims}
    assert [item.modified_ur for item in found] == [False, False, True, True, False, False]


def test_items_of_a_pdf_with_pages(tmp_path):
    pages = paged(text(Spec(items=ITEMS), 88), 50).split("\f")
    assert len(pages) > 1
    found = items_of(write(tmp_path, pdf(pages), "letter.pdf"))
    assert [(item.request, item.outcome) for item in found] == [(i.request, i.outcome.lower()) for i in ITEMS]
    assert [item.rationale for item in found] == [" ".join(i.rationale.split()) for i in ITEMS]


def test_a_title_printed_onto_the_rationale_before_it(tmp_path):
    letter = text(Spec(items=(Item("MRI of the knee"), Item("Cane", "Overturned")))).replace("\n\nCane:", " Cane:")
    first, second = items_of(write(tmp_path, letter))
    assert (first.rationale, second.request, second.outcome) == (Item("").rationale, "Cane", "overturned")


def test_a_page_break_inside_a_title_of_unwrapped_text(tmp_path):
    long = Item("MRI of the knee", rationale="The record is thin. " * 20)
    letter = text(Spec(items=(long, MODIFIED))).replace("Acupuncture 6 sessions was", "\fAcupuncture 6 sessions was")
    letter = letter.replace("MRI of the knee", "MRI of\fthe knee")
    assert [item.request for item in items_of(write(tmp_path, letter))] == [long.request, MODIFIED.request]


def test_the_summary_keeps_the_page_breaks_of_the_letter(tmp_path):
    summary = ("First of the summary.", "Second of it.")
    letter = text(Spec(summary=summary)).replace("Second", "\fSecond")
    case, determination = read_letter(write(tmp_path, letter))
    record = case.record("summary")
    assert [(page.number, page.text) for page in record.pages] == [(1, summary[0]), (2, summary[1])]
    assert record.sha256 == hashlib.sha256("\f".join(summary).encode()).hexdigest()
    assert determination.clinical_summary == " ".join(summary)


def test_the_standing_sentence_above_the_summary_is_left_out_even_over_a_page_break(tmp_path):
    letter = text(Spec(), 70).replace("based on a review", "based on a review\f", 1)
    assert read_letter(write(tmp_path, letter)).determination.clinical_summary.startswith("The worker strained")


def test_the_case_holds_requests_and_nothing_that_was_decided(tmp_path):
    case, _ = read_letter(write(tmp_path, text(Spec(items=ITEMS))))
    request = case.record("request")
    assert request.kind == "request"
    assert request.pages[0].text.split("\n") == [item.request for item in ITEMS]
    stored = case.model_dump_json()
    assert not re.search(r"upheld|overturned|03/09/2015|2015-03-09|Special Studies|medically necessary", stored, re.I)


def test_a_wrapped_header_and_hidden_values(tmp_path):
    letter = text(Spec())
    letter = letter.replace("Application Received: 01/30/2015", "Application \nReceived: \n01/30/2015")
    letter = letter.replace("03/04/2013", "[REDACTED]").replace("02/02/2015", "February 2, 2015")
    header = read_letter(write(tmp_path, letter)).case.header
    assert (header.priority, header.application_received) == ("Standard", date(2015, 1, 30))
    assert (header.date_of_injury, header.date_assigned) == (None, date(2015, 2, 2))


def test_several_licences_and_specialties(tmp_path):
    reviewer = read_letter(write(tmp_path, text(Spec()))).case.reviewer
    assert reviewer.licensure == ("California", "Oregon")
    assert reviewer.specialty == "Physical Medicine & Rehabilitation, Pain Management"


def test_a_heading_repeated_on_the_next_page_goes_on_with_its_section(tmp_path):
    letter = text(Spec()).replace("Exercise was", "\fCLINICAL CASE SUMMARY\n\nExercise was")
    assert read_letter(write(tmp_path, letter)).determination.clinical_summary == " ".join(Spec().summary)


def test_labels_run_on_in_one_line(tmp_path):
    item = Spec().items[0]
    letter = text(Spec()).replace("\n\nClaims", " Claims").replace("\n\nMAXIMUS", " MAXIMUS")
    (found,) = items_of(write(tmp_path, letter.replace("\n\nDecision rat", " Decision rat")))
    assert (found.request, found.claims_administrator_guideline) == (item.request, item.claims)
    assert (found.reviewer_guideline, found.rationale) == (item.guideline, item.rationale)


def test_an_item_decided_with_its_surgery_only_is_derived(tmp_path):
    uncited = "The Expert Reviewer did not cite any medical evidence for its decision."
    follows = "As the requested surgical intervention is not medically necessary, the ancillary service is not either."
    surgery = Item("Right knee arthroscopy with partial meniscectomy")
    items = (surgery, Item("Assistant surgeon", guideline=uncited, rationale=follows), Item("Cane", guideline=uncited))
    found = items_of(write(tmp_path, text(Spec(items=items))))
    assert [item.derived for item in found] == [False, True, False]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("notes.md", "Buy milk.", "no case number, no 'Clinical case summary' section, no 'IMR issues, decisions and"),
        ("a.txt", text(Spec()).replace("Case Number", "Number"), "not a determination letter: no case number$"),
        ("a.txt", text(Spec()).replace("CM15-9000001", "[REDACTED]"), "no case number$"),
        ("a.txt", text(Spec()).split("IMR ISSUES")[0], "no 'IMR issues, decisions and rationales' section$"),
        ("a.txt", text(Spec()).replace("CLINICAL CASE SUMMARY", ""), "no 'Clinical case summary' section$"),
        ("a.txt", text(Spec(summary=())), "its clinical case summary is empty"),
        ("a.txt", text(Spec(items=())), "no item with an outcome"),
    ],
)
def test_a_file_that_is_no_determination(tmp_path, name, content, problem):
    with pytest.raises(NotADetermination, match=problem) as caught:
        read_letter(write(tmp_path, content, name))
    assert str(caught.value).startswith(f"{tmp_path / name}: not a determination letter")
    assert "\n" not in str(caught.value)


TWO = Spec(items=(Item("MRI of the knee"), Item("Cane")))
WITHOUT_TITLE_AND_LINE = re.sub(r"Cane: Upheld(.*)MAXIMUS guideline[^\n]*", r"Cane\1", text(TWO), flags=re.DOTALL)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (text(TWO).replace("Cane: Upheld", "Cane"), "item 2 has no outcome"),
        (WITHOUT_TITLE_AND_LINE, "item 2 has no outcome"),
        (text(TWO).replace("Cane: Upheld", "Cane: Deferred"), "item 2 has no outcome"),
        (text(TWO).replace("MRI of the knee: Upheld", "MRI of the knee"), "item 1 has no outcome"),
        (text(TWO).rpartition("Decision rationale")[0], "item 2 has no decision rationale"),
        (text(TWO).rpartition("Claims Administrator")[0], "item 2 has no decision rationale"),
        (text(TWO).replace("MAXIMUS guideline:", "Claims Administrator guideline:", 1), "item 1 has two claims"),
        (text(TWO).replace("01/20/2015", "20/99/2015"), "UR denial date '20/99/2015' is not a date"),
    ],
)
def test_a_damaged_letter_is_one_clear_line(tmp_path, content, problem):
    with pytest.raises(InputError, match=problem) as caught:
        read_letter(write(tmp_path, content))
    assert "\n" not in str(caught.value)
