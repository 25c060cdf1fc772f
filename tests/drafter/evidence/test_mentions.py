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


def test_what_was_so_before_does_not_contradict_what_is_so_now():
    now = "He works four hours a day on modified duty; before that he was off work."
    assert not mentions("returned-to-work", "Norco 10/325 mg #90", now).contrary
    assert mentions("returned-to-work", "Norco 10/325 mg #90", "He remains off work.").contrary
