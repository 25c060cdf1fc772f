"""Documents that disagree block the draft with both places; agreement raises nothing."""

from __future__ import annotations

import pytest

from drafter.case import Case
from drafter.casefile.reading import _case, _illegible
from drafter.casefile.records import index_records
from drafter.draft import Flag
from drafter.verification.context import build_context
from drafter.verification.disagreement import check_completeness, check_disagreements
from drafter.verification.unread import check_unread_pages
from tests.drafter.casefile.synthetic import STRANGER, THERAPY, case_texts, pages
from tests.drafter.verification.sample import LIBRARY, sound_draft


def case_of(*texts: str) -> Case:
    return _case(index_records(pages(*texts)), "unnumbered")


def flags(case: Case) -> list[Flag]:
    context = build_context(case, LIBRARY)
    checks = (check_disagreements, check_completeness, check_unread_pages)
    return [flag for check in checks for flag in check(sound_draft(), context)]


def test_documents_that_agree_raise_nothing() -> None:
    assert flags(case_of(*case_texts())) == []


@pytest.mark.parametrize(
    ("rfa", "field"),
    [
        ("Physical therapy, left knee, 12 visits", "side"),
        ("Physical therapy, right knee, 8 visits", "number of visits"),
    ],
)
def test_a_disagreement_blocks_and_shows_both_pages(rfa: str, field: str) -> None:
    found = [flag for flag in flags(case_of(*case_texts(rfa=rfa))) if flag.code == "documents-disagree"]
    flag = next(flag for flag in found if f"the {field} is" in flag.message and "page 1 " in flag.message)
    assert (flag.severity, flag.where) == ("block", "item 1")
    assert "merged.pdf page 2" in flag.message and "merged.pdf page 1" in flag.message
    assert rfa in flag.message and THERAPY in flag.message


def test_a_page_set_apart_and_an_absent_document_are_shown_with_their_pages() -> None:
    texts = [*case_texts(mention="The MRI of 1/5/2013 showed a tear."), STRANGER]
    found = {flag.code: flag for flag in flags(case_of(*texts))}
    assert "merged.pdf page 6" in found["page-set-apart"].message
    assert "2013-01-05" in found["record-missing"].message and "merged.pdf page 4" in found["record-missing"].message


def test_a_page_that_nobody_could_recognise_is_told_and_flagged() -> None:
    *legible, last = pages(*case_texts(), "wvvwwmwMwWww")
    case = _case(index_records([*legible, last.model_copy(update={"ocr_confidence": 0.5})]), "unnumbered")
    (problem,) = _illegible(case)
    assert problem.file == "merged.pdf" and problem.lost
    assert problem.message.startswith(f"page {last.source.page}: the writing could not be recognised")
    unread = [flag for flag in flags(case) if flag.code == "pages-unread"]
    assert [(flag.severity, flag.where) for flag in unread] == [("warn", "case")]
    assert f"merged.pdf page {last.source.page}" in unread[0].message
