"""Where one document ends and the next begins, when no page number of the document says it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.casefile.records import index_records
from tests.drafter.casefile.synthetic import pages

FILES = yaml.safe_load((Path(__file__).parent.parent / "samples" / "merged.yaml").read_text("utf-8"))
FOOT = "Brill, Una (MRN 7) DOB: 2/3/1975 Encounter Date: {day}"
CHART = "{title}\nPain is {pain}/10, walking helps.\nPlan: go on.\n" + FOOT


def sizes(*texts: str) -> list[int]:
    return [len(record.pages) for record in index_records(pages(*texts)).records]


def flat(file: dict[str, Any]) -> list[str]:
    return [page for document in file["documents"] for page in document["pages"]]


@pytest.mark.parametrize("file", FILES, ids=[file["id"] for file in FILES])
def test_a_merged_file_is_listed_as_a_clerk_would(file: dict[str, Any]) -> None:
    records = index_records(pages(*flat(file))).records
    assert [len(record.pages) for record in records] == [len(document["pages"]) for document in file["documents"]]
    found = [(record.kind, record.date, record.author) for record in records]
    assert found == [(entry["kind"], entry["date"], entry.get("author")) for entry in file["documents"]]


@pytest.mark.parametrize("file", FILES, ids=[file["id"] for file in FILES])
def test_numbers_of_a_print_part_nothing_and_join_nothing(file: dict[str, Any]) -> None:
    numbered = [f"{page}\nPage {number} of 640" for number, page in enumerate(flat(file), start=212)]
    assert sizes(*numbered) == [len(document["pages"]) for document in file["documents"]]


def test_a_running_line_with_another_visit_parts_two_notes() -> None:
    first, second = (CHART.format(title="Knee", pain=pain, day=f"1/{pain}/2015") for pain in (4, 6))
    assert sizes(first, second) == [1, 1]


def test_a_running_line_with_the_same_visit_joins_two_pages() -> None:
    one = CHART.format(title="Progress Notes", pain=4, day="1/4/2015")
    two = "Progress Notes\nHome program and sleep were gone through.\n" + FOOT.format(day="1/4/2015")
    assert sizes(one, two) == [2]


def test_a_page_printed_twice_is_two_records() -> None:
    one = CHART.format(title="Progress Notes", pain=4, day="1/4/2015")
    assert sizes(one, one) == [1, 1]


def test_a_sentence_that_is_broken_off_goes_on_overleaf() -> None:
    first = "TIDE CLINIC\nDate of visit: 3/9/2015\nShe has had two courses of therapy since then, the first of which"
    assert sizes(first, "Tide Clinic notes that it helped her for some weeks and then\nno longer did.") == [2]


def test_a_scan_behind_a_signed_page_is_another_document() -> None:
    first = pages("Progress note\nDate of visit: 3/9/2015\nKnee pain.\nElectronically signed by Orla Vance, MD")
    scan = pages("", "BRILL U knee\nwk of M T W\n3/2 x x")[1].model_copy(update={"ocr_confidence": 0.97})
    assert [len(record.pages) for record in index_records([*first, scan]).records] == [1, 1]
