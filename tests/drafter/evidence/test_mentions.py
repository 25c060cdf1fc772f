"""Which sentences document a concept for an item, and which do not."""

from __future__ import annotations

import pytest

from drafter.case import Case, DisputedItem
from drafter.evidence.mentions import find_mentions
from drafter.evidence.reading import CaseReading
from drafter.lexicon import concepts
from drafter.lock import parse_lock
from tests.drafter.builders import HEADER, record
from vectorstore.embedder import get_embedder


def mentions(concept: str, request: str, *sentences: str, kind: str = "clinical_summary"):
    item = DisputedItem(number=1, request=request, lock=parse_lock(request))
    case = Case(header=HEADER, records=(record("summary", " ".join(sentences), kind=kind),), items=(item,))
    return find_mentions(concepts()[concept], CaseReading(case, get_embedder("wordllama")), item)


def test_the_other_side_of_the_body_is_no_evidence():
    sentence = "The right knee had a positive McMurray test and joint line tenderness."
    assert not mentions("knee-derangement", "MRI of the left knee", sentence).evidence
    assert mentions("knee-derangement", "MRI of the right knee", sentence).evidence
    assert mentions("knee-derangement", "MRI of bilateral knees", sentence).evidence


def test_no_improvement_with_therapy_is_a_failure_and_not_its_opposite():
    found = mentions(
        "failed-conservative-care", "MRI of the lumbar spine", "He had no improvement with physical therapy."
    )
    assert found.evidence and not found.contrary


def test_improvement_with_therapy_is_the_opposite_of_a_failure():
    found = mentions(
        "failed-conservative-care", "MRI of the lumbar spine", "She noted improvement with physical therapy."
    )
    assert found.contrary and not found.evidence


@pytest.mark.parametrize("drug", ["Norco", "hydrocodone"])
def test_pain_without_and_with_the_drug_is_a_gain(drug):
    sentence = f"Pain is 8/10 without medication and 4/10 with {drug}, and he is able to walk longer."
    found = mentions("opioid-benefit", "Norco 10/325mg #90", sentence)
    assert found.evidence and not found.contrary


def test_a_record_of_utilization_review_documents_nothing():
    sentence = "There was joint line tenderness of the left knee."
    assert not mentions("knee-derangement", "MRI of the left knee", sentence, kind="ur_decision").evidence


def test_a_note_that_nothing_is_documented_is_no_denial():
    found = mentions("failed-conservative-care", "MRI of the lumbar spine", "There is no documentation of failed care.")
    assert not found.contrary


def test_relief_from_another_drug_is_not_relief_from_this_one():
    assert mentions("medication-benefit", "Naproxen 550 mg #60", "Pain is reduced with naproxen.").evidence
    assert not mentions("medication-benefit", "Naproxen 550 mg #60", "Pain is reduced with Norco.").evidence


def test_planned_evidence_says_that_it_is_planned():
    found = mentions("active-exercise", "6 massage sessions", "He was advised to keep up a gym exercise program.")
    assert [mention.modality for mention in found.evidence] == ["planned"]


@pytest.mark.parametrize(
    "before",
    [
        "before that he was off work",
        "previously he was off work",
        "prior to that he was off work",
        "he was off work until March",
    ],
)
def test_what_was_so_before_does_not_contradict_what_is_so_now(before):
    now = f"He works four hours a day on modified duty; {before}."
    assert not mentions("returned-to-work", "Norco 10/325 mg #90", now).contrary


@pytest.mark.parametrize("now", ["He remains off work.", "He is off work until further notice."])
def test_what_is_so_now_contradicts(now):
    assert mentions("returned-to-work", "Norco 10/325 mg #90", now).contrary


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("Pain with chiropractic went from 3/10 to 8/10.", "contrary"),
        ("Chiropractic took the pain from 8/10 to 3/10.", "evidence"),
        ("Pain ranges from 3/10 to 8/10 and improved with chiropractic.", "evidence"),
    ],
)
def test_a_pain_score_that_rises_is_no_relief(sentence: str, side: str) -> None:
    found = mentions("pain-relief", "Chiropractic treatment, 6 visits", sentence)
    assert {name for name in ("evidence", "contrary") if getattr(found, name)} == {side}


def test_what_is_said_of_another_level_is_neither_for_nor_against() -> None:
    request = "Left S1 transforaminal epidural steroid injection"
    assert not mentions("nerve-root-corroboration", request, "L3-L4: disc protrusion abutting the L4 root.").evidence
    assert mentions("nerve-root-corroboration", request, "L5-S1: disc protrusion abutting the S1 root.").evidence


def test_a_programme_is_a_program() -> None:
    for spelling in ("program", "programme"):
        assert mentions("home-exercise", "Physical therapy", f"She keeps to her home {spelling}.").evidence


def test_a_numb_foot_is_a_finding_of_the_back_and_a_torn_knee_is_not() -> None:
    item = "MRI of the lumbar spine"
    assert mentions("significant-change", item, "New foot drop since the last MRI.").evidence
    assert not mentions("flare-up", item, "The right knee flared up in May.").evidence
