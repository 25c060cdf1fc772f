"""Intake of the real determinations equals what was read from them by hand."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from drafter.intake import read_letter


@pytest.fixture(scope="module")
def root() -> Path:
    folder = os.environ.get("DRAFTER_DETERMINATIONS")
    if not folder:
        pytest.skip("DRAFTER_DETERMINATIONS does not name a folder of real determinations")
    return Path(folder)


@pytest.fixture(scope="module")
def pairs(root):
    rows = [json.loads(line) for line in (root / "gold.jsonl").read_text().splitlines()]
    return [(read_letter(root / "pdf" / f"{row['id']}.pdf"), row) for row in rows]


def squeezed(value: str | None) -> str:
    return re.sub(r"\s+", "", value or "")


def differing(pairs, ours, theirs) -> list[str]:
    return [row["id"] for letter, row in pairs if squeezed(ours(letter)) != squeezed(theirs(row))]


def day(value) -> str:
    return value.strftime("%m/%d/%Y") if value else ""


HEADER = {
    "id": lambda letter: letter.case.header.case_number,
    "decision_date": lambda letter: day(letter.determination.decision_date),
    "date_of_injury": lambda letter: day(letter.case.header.date_of_injury),
    "ur_denial_date": lambda letter: day(letter.case.header.ur_denial_date),
    "priority": lambda letter: letter.case.header.priority,
    "reviewer_license": lambda letter: ",".join(letter.case.reviewer.licensure),
    "reviewer_specialty": lambda letter: letter.case.reviewer.specialty,
    "clinical_case_summary": lambda letter: letter.determination.clinical_summary,
}
ITEM = {
    "item": lambda item: item.request,
    "outcome": lambda item: item.outcome.capitalize(),
    "claims_admin_guideline": lambda item: item.claims_administrator_guideline,
    "maximus_guideline": lambda item: item.reviewer_guideline,
    "rationale": lambda item: item.rationale,
    "derived_item": lambda item: str(item.derived),
    "modified_ur": lambda item: str(item.modified_ur),
}


@pytest.mark.parametrize("field", HEADER)
def test_headers_and_summaries(pairs, field):
    assert differing(pairs, HEADER[field], lambda row: row[field]) == []


@pytest.mark.parametrize("field", ITEM)
def test_items(pairs, field):
    for letter, row in pairs:
        ours = [squeezed(ITEM[field](item)) for item in letter.determination.items]
        assert ours == [squeezed(str(item[field])) for item in row["items"]], row["id"]


def test_nothing_decided_reaches_a_case(pairs):
    for letter, row in pairs:
        stored = letter.case.model_dump_json()
        assert not re.search(r":\s*(?:upheld|overturned)", stored, re.IGNORECASE), row["id"]
        asked = " ".join([row["clinical_case_summary"], *(item["item"] for item in row["items"])])
        for item in letter.determination.items:
            reasons = [
                part for part in re.split(r"(?<=[.?!])\s+", item.rationale) if squeezed(part) not in squeezed(asked)
            ]
            assert [reason for reason in reasons if len(reason) > 25 and reason in stored] == [], row["id"]


def test_the_lock_and_the_letter_agree_on_ur_modifications(pairs):
    for letter, row in pairs:
        modified = [item.lock.ur_action == "modified" for item in letter.determination.items]
        assert modified == [item["modified_ur"] for item in row["items"]], row["id"]


def test_every_mtus_citation_is_recognised(pairs):
    unknown = [
        citation.text
        for letter, _ in pairs
        for item in letter.determination.items
        for citation in item.citations
        if citation.mtus and citation.guideline is None
    ]
    assert unknown == []


def test_every_item_cites_unless_its_line_says_it_does_not(pairs):
    for letter, row in pairs:
        for item in letter.determination.items:
            assert bool(item.citations) == ("did not cite" not in item.reviewer_guideline), row["id"]
