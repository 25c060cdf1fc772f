"""Pages in many layouts and wordings, invented without a look at the cue lists: kinds, dates, authors, requests."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.casefile.reading import _case
from drafter.casefile.records import index_records
from tests.drafter.casefile.synthetic import pages

FOLDER = Path(__file__).parent / "samples"
DOCUMENTS = yaml.safe_load((FOLDER / "one.yaml").read_text("utf-8"))
CASES = yaml.safe_load((FOLDER / "cases.yaml").read_text("utf-8"))


@pytest.mark.parametrize("sample", DOCUMENTS, ids=[sample["id"] for sample in DOCUMENTS])
def test_a_document_is_listed_as_a_clerk_would(sample: dict[str, Any]) -> None:
    (record,) = index_records(pages(sample["text"])).records
    found = (record.kind, record.date, record.author_role, record.author and record.author.replace(".", ""))
    wanted = sample["author"] and sample["author"].replace(".", "")
    assert found == (sample["kind"], sample["date"], sample["role"], wanted)


@pytest.mark.parametrize("sample", CASES, ids=[sample["id"] for sample in CASES])
def test_the_request_is_found_where_the_file_states_it(sample: dict[str, Any]) -> None:
    case = _case(index_records(pages(*sample["documents"])), "unnumbered")
    assert len(case.items) == len(sample["items"])
    for item, wanted in zip(case.items, sample["items"], strict=True):
        given = {field: getattr(item.lock, field) for field in wanted}
        assert given == {field: tuple(value) if isinstance(value, list) else value for field, value in wanted.items()}
        assert item.stated is not None
        record = case.record(item.stated.record)
        assert record is not None and record.kind == sample["from"]
        page = record.pages[item.stated.page - 1]
        assert page.text[item.stated.start : item.stated.end] == item.stated.quote


def test_what_was_granted_in_a_table_is_not_in_dispute() -> None:
    decision = (
        "UTILIZATION REVIEW DETERMINATION\nMay 4, 2016\nTreatment requested | Decision\n"
        "Acupuncture 6 visits | Approved\nMRI of the lumbar spine | Denied\n"
    )
    case = _case(index_records(pages(decision)), "unnumbered")
    assert [item.lock.treatment for item in case.items] == ["mri"]
    assert case.header.ur_denial_date == dt.date(2016, 5, 4)


def test_the_column_of_what_was_authorized_gives_the_remainder() -> None:
    sample = next(sample for sample in CASES if sample["id"] == "ur-table-modified")
    (item,) = _case(index_records(pages(*sample["documents"])), "unnumbered").items
    remainder = item.lock.remainder
    assert remainder is not None
    assert (remainder.original_count, remainder.authorized_count, remainder.remaining_count) == (12, 6, 6)
