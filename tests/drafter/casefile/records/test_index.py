"""Which documents a merged file holds, of what kind, by whom and when."""

from __future__ import annotations

import datetime as dt

import pytest

from drafter.casefile.records import index_records
from tests.drafter.casefile.synthetic import MRI, STRANGER, case_texts, pages


def test_a_merged_file_is_split_into_its_documents() -> None:
    records = index_records(pages(*case_texts())).records
    assert [record.kind for record in records] == ["application", "rfa", "ur_decision", "progress_note", "imaging"]
    assert [record.author for record in records] == [
        "Una Brill", "Orla Vance, MD", "Basil Thorn, MD", "Orla Vance, MD", "Piet Marsh, MD",
    ]  # fmt: skip
    assert [record.date for record in records] == [
        dt.date(2015, 4, 2), dt.date(2015, 3, 10), dt.date(2015, 3, 20), dt.date(2015, 3, 9), dt.date(2015, 2, 11),
    ]  # fmt: skip
    assert [record.author_role for record in records] == [
        "patient", "treating_physician", "reviewer", "treating_physician", "radiologist",
    ]  # fmt: skip


def test_numbered_pages_stay_together() -> None:
    first, second = case_texts()[3] + "\nPage 1 of 2", "She walks half a mile.\nPage 2 of 2"
    records = index_records(pages(*case_texts()[:3], first, second, MRI)).records
    assert [len(record.pages) for record in records] == [1, 1, 1, 2, 1]


def test_a_page_of_another_patient_is_set_apart_and_the_document_goes_on_behind_it() -> None:
    first, second = case_texts()[3] + "\nPage 1 of 2", "She walks half a mile.\nPage 2 of 2"
    index = index_records(pages(*case_texts()[:3], first, STRANGER, second))
    assert [entry.source.page for entry in index.set_apart] == [5]
    assert [page.source.page for page in index.records[-1].pages if page.source] == [4, 6]


def test_a_page_without_any_name_is_not_set_apart() -> None:
    assert not index_records(pages(*case_texts(), "Home program\nbridging, 3 x 12")).set_apart


def test_a_copy_with_another_fax_header_is_linked() -> None:
    faxed = f"03/30/2015 14:22 FAX 555 555 0111 P. 001/001\n{MRI}"
    records = index_records(pages(*case_texts(), faxed)).records
    assert records[-1].duplicate_of == records[-2].id


def test_a_note_copied_forward_to_another_date_is_no_duplicate() -> None:
    later = case_texts()[3].replace("3/9/2015", "5/9/2015")
    assert all(record.duplicate_of is None for record in index_records(pages(*case_texts(), later)).records)


@pytest.mark.parametrize(
    ("mention", "missing"),
    [
        ("The MRI of 02/11/2015 shows a tear.", []),
        ("The MRI of 06/30/2014 showed nothing.", [dt.date(2014, 6, 30)]),
        ("Electrodiagnostic studies were done by Dr. Ida Pole on June 4, 2014.", [dt.date(2014, 6, 4)]),
        ("We will obtain an MRI of the knee.", []),
    ],
)
def test_what_is_referred_to_and_absent_is_listed(mention: str, missing: list[dt.date]) -> None:
    found = index_records(pages(*case_texts(mention=mention))).missing
    assert [entry.date for entry in found] == missing


def test_a_mention_stands_where_its_span_says() -> None:
    index = index_records(pages(*case_texts(mention="The MRI of 06/30/2014 showed nothing.")))
    span = index.missing[0].mentioned
    record = next(record for record in index.records if record.id == span.record)
    assert record.pages[span.page - 1].text[span.start : span.end] == span.quote


def test_noise_of_text_recognition_is_listed_as_unread() -> None:
    noise = pages("wvvwwmwMwWww")[0].model_copy(update={"ocr_confidence": 0.5})
    (record,) = index_records([noise]).records
    assert record.pages[0].unread and not record.pages[0].text
