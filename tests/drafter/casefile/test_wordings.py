"""Decisions, requests, applications, headings, signatures and references in many invented wordings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.case import Case, DisputedItem, Record
from drafter.casefile.reading import _case
from drafter.casefile.records import index_records
from tests.drafter.casefile.synthetic import case_texts, pages

FOLDER = Path(__file__).parent / "samples"

RFA = """REQUEST FOR AUTHORIZATION
DWC Form RFA
Name (Last, First, Middle): Brill, Una
Date of Injury (MM/DD/YYYY): 5/6/2014 Date of Birth (MM/DD/YYYY): 2/3/1975
Requesting Physician Name: Orla Vance, MD
{rows}
Requesting Physician Signature: Date: 3/10/2015
Orla Vance, MD"""
APPLICATION = """APPLICATION FOR INDEPENDENT MEDICAL REVIEW
DWC Form IMR
Employee Name (First, MI, Last): Una Brill Date of Birth: 2/3/1975
Claim Number: QX-55120 Date of Injury (MM/DD/YYYY): 5/6/2014
Date of Utilization Review Determination Letter: 3/20/2015
{field}
Consent to Obtain Medical Records
Employee Signature: Date: 4/2/2015
Una Brill"""
SIGNED = """CEDAR SPINE INSTITUTE
PROGRESS NOTE
Patient: Odile Farrow   DOB: 02/14/1970   DOI: 07/30/2013
Date of service: 04/11/2016
Subjective: low back pain 6/10 that reaches the left knee.
Objective: flexion 40 degrees, straight leg raise negative.
Plan: continue home exercise and naproxen.
{block}"""


def _samples(name: str) -> list[Any]:
    samples = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
    return [pytest.param(sample, id=sample["id"]) for sample in samples]


def _read(*texts: str) -> Case:
    return _case(index_records(pages(*texts)), "unnumbered")


def _pages_of(sample: dict[str, Any]) -> list[str]:
    return [page.strip("\n") for page in sample["text"].split("====\n")]


def _only(text: str) -> Record:
    (record,) = index_records(pages(text)).records
    return record


def _assert_items(case: Case, wanted: list[dict[str, Any]]) -> None:
    assert [_as_asked(item, ask) for item, ask in zip(case.items, wanted, strict=False)] == wanted
    assert len(case.items) == len(wanted), [item.request for item in case.items]


def _as_asked(item: DisputedItem, wanted: dict[str, Any]) -> dict[str, Any]:
    given: dict[str, Any] = item.lock.model_dump(mode="json")
    given["sides"] = sorted({site["side"] for site in given["sites"] if site["side"]})
    return {field: given[field] for field in wanted}


@pytest.mark.parametrize("sample", [*_samples("decisions"), *_samples("decision_tables")])
def test_what_a_decision_leaves_in_dispute(sample: dict[str, Any]) -> None:
    _assert_items(_read(sample["text"]), sample["items"])


@pytest.mark.parametrize("sample", _samples("rfa_rows"))
def test_what_a_request_asks_for(sample: dict[str, Any]) -> None:
    _assert_items(_read(RFA.format(rows=sample["rows"].strip())), sample["items"])


@pytest.mark.parametrize("sample", _samples("imr_items"))
def test_what_an_application_disputes(sample: dict[str, Any]) -> None:
    _assert_items(_read(APPLICATION.format(field=sample["field"].strip())), sample["items"])


@pytest.mark.parametrize("sample", _samples("headings"))
def test_the_papers_own_day_among_others(sample: dict[str, Any]) -> None:
    record = _only(sample["text"])
    assert (record.kind, record.date) == (sample["kind"], sample["date"])


@pytest.mark.parametrize("sample", _samples("signatures"))
def test_who_answers_for_a_paper(sample: dict[str, Any]) -> None:
    record = _only(SIGNED.format(block=sample["block"]))
    assert ((record.author or "").replace(".", ""), record.author_role) == (
        sample["author"].replace(".", ""),
        sample["role"],
    )


@pytest.mark.parametrize("sample", _samples("hands"))
def test_a_paper_of_another_house_is_listed_as_a_clerk_would(sample: dict[str, Any]) -> None:
    record = _only(sample["text"])
    found = (record.kind, record.date, (record.author or "").replace(".", ""))
    assert found == (sample["kind"], sample["date"], sample["author"].replace(".", ""))


@pytest.mark.parametrize("sample", _samples("offices"))
def test_papers_of_an_office_are_told_apart_and_listed(sample: dict[str, Any]) -> None:
    (record,) = index_records(pages(*_pages_of(sample))).records
    found = (record.kind, record.date, (record.author or "").replace(".", ""))
    assert found == (sample["kind"], sample["date"], sample["author"].replace(".", ""))


def test_papers_of_many_offices_in_one_file_have_their_own_pages() -> None:
    samples = [param.values[0] for param in _samples("offices")]
    lengths = [len(_pages_of(sample)) for sample in samples]
    records = index_records(pages(*(text for sample in samples for text in _pages_of(sample)))).records
    assert [len(record.pages) for record in records] == lengths


@pytest.mark.parametrize("sample", [*_samples("references"), *_samples("references_lists"), *_samples("remarks")])
def test_what_is_referred_to_and_not_there(sample: dict[str, Any]) -> None:
    missing = index_records(pages(*case_texts(mention=sample["mention"]))).missing
    assert sorted(str(entry.date) for entry in missing) == sorted(str(day) for day in sample["days"])
