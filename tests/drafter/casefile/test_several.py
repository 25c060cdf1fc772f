"""Several requests in one entry, in one row of a scan, or in two decisions."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.casefile.merged_rows import parted
from drafter.casefile.pages import SourcePage
from drafter.casefile.reading import _case, _shortcomings
from drafter.casefile.records import index_records
from drafter.casefile.several import several
from tests.drafter.casefile.synthetic import APPLICATION, DECISION, RFA, case_texts, pages


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Norco 10/325 #60; Soma 350 mg #30", ["Norco 10/325 #60", "Soma 350 mg #30"]),
        ("(1) CT lumbar spine (2) lumbar discogram", ["CT lumbar spine", "lumbar discogram"]),
        ("[x] MRI left knee [ ] CT [x] acupuncture x 6", ["MRI left knee", "acupuncture x 6"]),
        ("Knee arthroscopy, cold therapy unit and crutches", ["Knee arthroscopy", "cold therapy unit", "crutches"]),
        ("Lyrica 75 mg #60 and Mobic 15 mg #30", ["Lyrica 75 mg #60", "Mobic 15 mg #30"]),
        ("Epidural steroid injection, left L5-S1, under fluoroscopy", None),
        ("Physical therapy with massage and heat", None),
        ("Right knee arthroscopy and partial meniscectomy", None),
        ("EMG/NCV of both legs", None),
        ("Topical cream 60 gm (gabapentin, baclofen, capsaicin)", None),
        ("Cream (ketamine 5%, lidocaine 2%), Mobic 15 mg #30 and Lyrica 75 mg #60",
         ["Cream (ketamine 5%, lidocaine 2%)", "Mobic 15 mg #30", "Lyrica 75 mg #60"]),
    ],
)  # fmt: skip
def test_a_list_on_one_line_is_several_requests_and_a_phrase_is_one(text: str, parts: list[str] | None) -> None:
    assert several(text) == (parts or [text])


@pytest.mark.parametrize(
    ("row", "parts"),
    [
        ("M54.16 | Hydrocodone/APAP 10/325 Zolpidem 10 mg | 1 q6h prn #120, RF 0 1 qhs prn #30, RF 0",
         ["Hydrocodone/APAP 10/325 1 q6h prn #120, RF 0", "Zolpidem 10 mg 1 qhs prn #30, RF 0"]),
        ("M54.5 | LT L5-S1 TFESI w/ fluoro MRI L-spine | x1 x1", ["LT L5-S1 TFESI w/ fluoro x1", "MRI L-spine x1"]),
        ("F45.42 | Cognitive behavioral therapy, individual | 10 sessions", []),
        ("M54.5 | Physical therapy lumbar | 2 x 4", []),
    ],
)  # fmt: skip
def test_two_rows_that_were_read_as_one_are_parted(row: str, parts: list[str]) -> None:
    assert parted(row) == parts


def test_an_item_in_the_workers_own_words_is_the_row_that_is_left() -> None:
    application = APPLICATION.format(request="Physical therapy 12 visits\n2. take out plate and screws, left wrist")
    rfa = RFA.format(request="Physical therapy 12 visits | 97110 |\nWrist pain | T84.84 | Hardware removal, left wrist")
    first, second = _case(index_records(pages(application, rfa, DECISION.format(request="x", outcome="y"))), "").items
    assert (first.lock.treatment, second.lock.treatment) == ("physical-therapy", "hardware-removal")


def test_of_two_decisions_each_item_has_the_one_that_names_it() -> None:
    application = APPLICATION.format(request="Acupuncture 12 visits\n2. Norco 10/325 mg #120")
    one = DECISION.format(request="Acupuncture 12 visits", outcome="NON-CERTIFIED")
    other = DECISION.format(request="Norco 10/325 mg #120", outcome="MODIFIED, #90 certified").replace(
        "20, 2015", "18, 2015"
    )
    items = _case(index_records(pages(application, other, one)), "").items
    assert [item.lock.ur_action for item in items] == ["denied", "modified"]
    assert items[1].lock.remainder is not None and items[1].lock.remainder.remaining_count == 30


def test_an_unread_page_may_be_the_application() -> None:
    unread = SourcePage(source=pages("", file="scan.pdf")[0].source, text="", unread="no text layer")
    case = _case(index_records([*pages(*case_texts()[1:]), unread]), "CM15-0000001")
    (said,) = [problem.message for problem in _shortcomings(Path("file"), case) if "application" in problem.message]
    assert said.startswith(
        "no application for independent medical review was read; the unread page scan.pdf page 1 may be it"
    )
