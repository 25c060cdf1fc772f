"""Applications and requests whose headings are not the usual ones, or could not be recognised."""

from __future__ import annotations

from drafter.case import Case
from drafter.casefile.reading import _case
from drafter.casefile.records import index_records
from tests.drafter.casefile.synthetic import APPLICATION, RFA, case_texts, pages

_HEADING = next(line for line in APPLICATION.splitlines() if line.startswith("List each"))
_DECIDED = """ACORN REVIEW
UTILIZATION REVIEW DETERMINATION
March 20, 2015
Orla Vance, MD
RE: Una Brill Claim: QX-55120 Date of Injury: 5/6/2014
REQUEST: MRI right knee
DETERMINATION: DENIED
REQUEST: Balance therapy, 8 visits
DETERMINATION: DENIED
Basil Thorn, MD, Occupational Medicine"""
_FORM = """REQUEST FOR AUTHORIZATION
DWC Form RFA
RFA desk fax 555-555-0148
Name (Last, First, Middle): Brill, Una
WANTED
S83.91 MRI R knee 73721 once
H81.90 Vestibular rehab 97112 2 x week x 4 weeks
Date 3/10/2015
Orla Vance, MD"""


def read(application: str, form: str) -> Case:
    rest = case_texts()[3:]
    return _case(index_records(pages(application, form, _DECIDED, *rest)), "unnumbered")


def application(*rows: str) -> str:
    return APPLICATION.replace(f"{_HEADING}\n1. {{request}}", "\n".join(rows))


def test_a_row_counts_whose_period_was_not_recognised_and_whose_words_are_the_workers_own() -> None:
    case = read(application("1. | MRI right knee", "2 | something for dizziness, 8 visits"), _FORM)
    assert [item.lock.treatment for item in case.items] == ["mri", "vestibular-therapy"]
    assert case.items[1].lock.visits == 8


def test_a_number_that_does_not_go_on_counting_is_no_request() -> None:
    case = read(application("1. | MRI right knee", "7 | Tern Court, Alder Point"), _FORM)
    assert len(case.items) == 1


def test_rows_of_a_request_begin_with_a_diagnosis_and_its_name_is_no_ablation() -> None:
    case = read("MISCELLANEOUS\nPage 1", _FORM)
    assert {item.lock.treatment for item in case.items} == {"mri", "vestibular-therapy"}


def test_a_desk_for_requests_is_no_radiofrequency_ablation() -> None:
    form = RFA.split("Diagnosis (Required)", maxsplit=1)[0] + "RFA desk fax 555-555-0148\nSigned Orla Vance, MD"
    case = read("MISCELLANEOUS\nPage 1", form)
    assert [item.lock.treatment for item in case.items] == ["mri", "vestibular-therapy"]


def test_of_wordings_that_agree_the_one_without_the_marks_of_a_table_stands_in_the_letter() -> None:
    ragged = _FORM.replace("MRI R knee 73721 once", "MRI right knee, . ×1 73721")
    case = read(application("1. | MRI knee", "2 | Vestibular therapy, 8 visits"), ragged)
    assert case.items[0].request == "MRI right knee"
