"""The second and the third layout."""

from __future__ import annotations

from datetime import date

import pytest

from drafter.errors import InputError
from drafter.intake import read_letter
from drafter.intake.outcome import concluded, outcome_of
from tests.drafter.intake.letters import FIXTURES, write

THIRD = (FIXTURES / "third_layout.txt").read_text()


def test_the_second_layout():
    case, determination = read_letter(FIXTURES / "second_layout.md")
    first, second = determination.items
    assert (first.request, first.outcome) == ("12 sessions of aquatic therapy", "upheld")
    assert second.request == "electromyogram (EMG) of the left lower extremity"
    assert second.outcome == "overturned"
    assert first.reviewer_guideline.startswith("The Physician Reviewer based his/her decision on the Chronic Pain")
    assert first.claims_administrator_guideline.endswith("page 22, which is part of the MTUS.")
    assert first.rationale.endswith("on the same page. The request is therefore not supported.")
    assert [c.guideline for item in (first, second) for c in item.citations] == [
        "mtus-chronic-pain-2009",
        "mtus-low-back-2004",
    ]
    assert (first.citations[0].sections, first.citations[0].pages) == (("Aquatic therapy",), "22")
    assert (case.reviewer.licensure, case.reviewer.specialty) == (
        ("Texas", "Nevada"),
        "Anesthesiology, Pain Management",
    )
    assert case.header.request_date == date(2013, 10, 14)
    assert case.record("summary").pages[0].text.startswith("The patient is a 41 year old")


def test_the_list_of_documents_is_a_record():
    record = read_letter(FIXTURES / "second_layout.md").case.record("documents")
    assert record.kind == "other"
    assert record.pages[0].text.split("\n") == [
        "Application for Independent Medical Review",
        "Utilization review determination dated 10/21/2013",
        "Progress reports of Dr. [REDACTED], 05/06/2013 to 10/01/2013",
    ]


def test_the_third_layout():
    case, determination = read_letter(FIXTURES / "third_layout.txt")
    assert [(item.request, item.outcome) for item in determination.items] == [
        ("Right shoulder arthroscopy with subacromial decompression", "overturned"),
        ("Post-operative physical therapy, 12 visits", "overturned"),
        ("Naproxen 500 mg #60", "upheld"),
    ]
    assert [item.depends_on for item in case.items] == [None, 1, None]
    assert determination.items[2].citations[0].sections == ("NSAIDs (non-steroidal anti-inflammatory drugs)",)
    assert determination.items[0].rationale.endswith("The surgery is medically necessary.")
    assert (case.reviewer.licensure, case.reviewer.specialty) == (("California", "Oregon"), "Orthopedic Surgery")
    assert (determination.decision_date, case.header.priority) == (date(2018, 4, 3), "Expedited")
    assert len(case.record("documents").pages[0].text.split("\n")) == 3


def test_the_third_layout_with_one_issue_and_the_outcome_in_the_rationale():
    case, determination = read_letter(FIXTURES / "third_layout_single.md")
    (item,) = determination.items
    assert (item.request, item.outcome) == ("Functional capacity evaluation", "upheld")
    assert [(c.guideline, c.sections) for c in item.citations] == [("odg-fitness", ("Functional capacity evaluation",))]
    assert case.header.ur_denial_date == date(2019, 1, 15)
    assert (case.reviewer.licensure, case.reviewer.specialty) == (("Arizona", "Utah"), "Occupational Medicine")


@pytest.mark.parametrize(
    ("name", "items", "licensure", "specialty"),
    [
        (
            "third_layout_question.txt",
            [("six sessions of massage therapy for the lumbar spine", "upheld", "mtus-chronic-pain-2009", "60")],
            ("California",),
            "Physical Medicine and Rehabilitation",
        ),
        (
            "third_layout_blocks.md",
            [
                ("MRI of the lumbar spine", "overturned", "mtus-low-back-2004", "303"),
                ("Norco 10/325 mg #60", "upheld", "mtus-opioids-2016", None),
            ],
            ("California", "Texas"),
            "Pain Management",
        ),
        (
            "third_layout_one_line_each.txt",
            [("Lumbar ESI at L4-L5", "overturned", "mtus-low-back-2019", None)],
            ("Nevada",),
            "Anesthesiology",
        ),
        (
            "third_layout_of_2013.txt",
            [("MRI of the right shoulder", "upheld", "mtus-shoulder-2004", None)],
            ("California",),
            "Orthopedic Surgery",
        ),
        (
            "second_layout_mixed.txt",
            [
                ("Physical therapy 8 visits", "upheld", "mtus-chronic-pain-2009", "98-99"),
                ("Retrospective urine drug screen, DOS 5/1/13", "overturned", "mtus-chronic-pain-2009", "43"),
            ],
            ("California",),
            "Occupational Medicine",
        ),
    ],
)
def test_further_letters(name, items, licensure, specialty):
    case, determination = read_letter(FIXTURES / name)
    assert [
        (item.request, item.outcome, item.citations[0].guideline, item.citations[0].pages)
        for item in determination.items
    ] == items
    assert (case.reviewer.licensure, case.reviewer.specialty) == (licensure, specialty)
    assert case.record("documents") is not None
    assert all(item.rationale for item in determination.items)


@pytest.mark.parametrize("path", sorted(FIXTURES.iterdir()), ids=lambda path: path.name)
def test_no_outcome_of_any_layout_reaches_the_case(path):
    stored = read_letter(path).case.model_dump_json().lower()
    for word in ("uphold", "upheld", "overturn", "medically necessary", "determination:"):
        assert word not in stored


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Determination: Overturn", "Decision: UR denial is overturned"),
        ("Determination: Overturn", "Outcome - Medically necessary"),
        ("Issue at Dispute 1:", "Issue 1 of 3:"),
        ("Issue at Dispute 1:", "DISPUTED TREATMENT #1:"),
        ("Guideline(s) Relied Upon and Why:", "Guidelines relied on:"),
        ("Guideline(s) Relied Upon and Why:", "Criteria Used:"),
        ("Rationale:", "Rationale for Determination:"),
        ("Case Summary", "CLINICAL SUMMARY:"),
        ("Reviewer Qualifications", "Qualifications of the Reviewer:"),
        ("Documents Reviewed", "Medical Records Reviewed:"),
        ("Issues at Dispute\n1. Right", "Determination: Overturn\n\nIssues at Dispute\n1. Right"),
    ],
)
def test_wordings_of_the_third_layout(tmp_path, old, new):
    assert old in THIRD
    expected = read_letter(FIXTURES / "third_layout.txt")
    once = old.startswith("Issues")
    changed = THIRD.replace("Determination: Overturn\n", "", 1) if once else THIRD
    assert read_letter(write(tmp_path, changed.replace(old, new))) == expected


def test_a_guideline_that_breaks_before_its_last_word_is_no_label(tmp_path):
    wrapped = THIRD.replace(
        "MTUS Shoulder Complaints 2004, Surgical Considerations, because the chapter",
        "MTUS Shoulder Complaints 2004, Surgical Considerations, and the Official Disability\nGuidelines: Shoulder",
    )
    (first, *_) = read_letter(write(tmp_path, wrapped)).determination.items
    assert [citation.guideline for citation in first.citations] == ["mtus-shoulder-2004", "odg-shoulder"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("Determination: Uphold", "Determination: Pending", "item 3 has no outcome"),
        ("Determination: Uphold", "Determination: Overturned in part", "item 3 has no outcome"),
        ("Determination: Uphold\n", "", "item 3 has no outcome"),
        ("Rationale: Twelve", "Twelve", "item 2 has no rationale"),
        ("#60\n\nCase", "#60: Overturn\n\nCase", "item 3 has two different outcomes"),
        ("Reviewer Qualifications", "Rationale: a fourth one\n\nRationale: a fifth", "more 'rationale' parts"),
    ],
)
def test_a_damaged_letter_of_the_third_layout_is_one_clear_line(tmp_path, old, new, problem):
    assert old in THIRD
    with pytest.raises(InputError, match=problem):
        read_letter(write(tmp_path, THIRD.replace(old, new)))


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Uphold", "upheld"),
        ("UR decision upheld (not medically necessary)", "upheld"),
        ("Overturn", "overturned"),
        ("The request is medically necessary and appropriate.", "overturned"),
        ("Not medically necessary", "upheld"),
        ("Overturned in part", None),
        ("Upheld; overturned", None),
        ("deferred", None),
    ],
)
def test_outcome_words(text, outcome):
    assert outcome_of(text) == outcome


def test_a_rationale_concludes_only_with_a_clear_last_sentence():
    assert concluded("It is medically necessary at times. The MRI is not medically necessary.") == "upheld"
    assert concluded("Guidelines agree. The request was therefore medically necessary.") == "overturned"
    assert concluded("The first is medically necessary and the second is not medically necessary.") is None
    assert concluded("The request is not medically necessary. See above.") is None
