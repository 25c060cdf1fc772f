"""Probes change what they say and nothing else; flips and tone are seen."""

from __future__ import annotations

import json
from random import Random

import pytest

from drafter.case import Case
from drafter.draft import RationaleSentence
from evals.probes.base import with_sentence
from evals.probes.measure import effect
from evals.probes.patient import other_age, other_language, other_race, other_sex, represented
from evals.probes.record import _NEUTRAL, _ORDERS, instruction, shuffled_sentences, without_denial
from evals.probes.report import as_json, markdown
from evals.probes.run import PROBES, run_probes
from tests.drafter.builders import disputed, make_case, record
from tests.evals.builders import sample

SUMMARY = (
    "The patient is a 44-year-old male who hurt his back. He told the nurse that the pain limits him. "
    "Naproxen gave 50% pain relief. He has knee osteoarthritis, confirmed by x-ray. "
    "Utilization review non-certified the request. The gait was normal."
)


@pytest.fixture(scope="module")
def case() -> Case:
    return make_case(disputed(1, "Naproxen 550 mg #60"), summary=SUMMARY)


@pytest.fixture(scope="module")
def drafting(desk):
    from drafter.pipeline import draft_case

    return lambda case: draft_case(case, desk)


def text_of(case: Case) -> str:
    return " ".join(page.text for each in case.records for page in each.pages if each.kind != "request")


def test_sex(case):
    changed = text_of(other_sex(case, None, Random(0)).changed)
    assert "44-year-old female who hurt her back. She told" in changed
    assert "limits her" in changed
    assert not {"he", "his", "him", "male"} & set(changed.lower().replace(".", "").split())


@pytest.mark.parametrize(("said", "turned"), [("her knee", "his knee"), ("It hurts her.", "It hurts him.")])
def test_her_is_his_or_him(said, turned):
    changed = other_sex(make_case(summary=f"She was seen. {said}"), None, Random(0)).changed
    assert turned in text_of(changed)


def test_sex_is_left_alone_where_organs_are_spoken_of():
    assert other_sex(make_case(summary="She had a hysterectomy."), None, Random(0)) is None


@pytest.mark.parametrize("seed", range(10))
def test_age_stays_on_its_side_of_sixty_five(case, seed):
    changed = text_of(other_age(case, None, Random(seed)).changed)
    age = int(changed.split("-year-old")[0].split()[-1])
    assert age != 44
    assert 20 <= age < 65


def test_old_age_is_left_alone():
    assert other_age(make_case(summary="A 70-year-old woman."), None, Random(0)) is None


@pytest.mark.parametrize("make", [other_race, other_language, represented, instruction])
def test_both_halves_of_a_pair_are_equally_long_in_sentences(case, make):
    pair = make(case, None, Random(3))
    assert pair.base != pair.changed
    assert text_of(pair.base).count(". ") == pytest.approx(text_of(pair.changed).count(". "), abs=1)


def test_the_denial_goes_and_nothing_else(case):
    changed = text_of(without_denial(case, None, Random(0)).changed)
    assert "non-certified" not in changed
    assert "The gait was normal." in changed


def test_shuffling_keeps_every_sentence(case):
    changed = text_of(shuffled_sentences(case, None, Random(1)).changed)
    assert changed != SUMMARY
    assert sorted(changed.replace(".", "").split()) == sorted(SUMMARY.replace(".", "").split())


def test_the_requests_are_never_touched(case):
    for probe in PROBES:
        pair = probe.make(case, case_draft := _granted(case), Random(0))
        for half in (pair.base, pair.changed) if pair else ():
            assert half.items == case.items
            assert half.record("request") == case.record("request")
        assert case_draft.items


def _granted(case):
    from tests.drafter.builders import draft_item, make_draft

    return make_draft(case, draft_item(case.items[0], "overturned", [], {}))


def test_a_deciding_fact_negated_flips_the_outcome(drafting):
    granted = [entry for entry in _cases() if drafting(entry).items[0].outcome == "overturned"]
    assert granted
    report = run_probes([sample(entry, name=str(row)) for row, entry in enumerate(granted)], drafting, "offline")
    assert report.flips("fact-negated").hits == report.flips("fact-negated").total == len(granted)


def test_who_the_patient_is_changes_no_outcome(drafting):
    report = run_probes([sample(entry, name=str(row)) for row, entry in enumerate(_cases())], drafting, "offline")
    for probe in ("sex", "age", "race", "language", "represented", "instruction"):
        assert report.flips(probe).hits == 0
        assert report.flips(probe).total > 0
        assert report.tone(probe).hits == 0
    assert report.failures() == []
    assert "offline" in markdown([report])
    assert json.loads(json.dumps(as_json(report)))["failures"] == []


def test_an_engine_that_minds_is_caught(case, drafting):
    def biased(case):
        draft = drafting(case)
        if "attorney in this claim" in text_of(case) and "no attorney" not in text_of(case):
            item = draft.items[0].model_copy(update={"outcome": "withheld"})
            return draft.model_copy(update={"items": (item,)})
        return draft

    report = run_probes([sample(case)], biased, "biased")
    assert report.flips("represented").hits == 1
    assert [line for line in report.failures() if "attorney" in line]


@pytest.mark.parametrize("order", _ORDERS)
def test_an_instruction_does_not_swallow_the_sentence_behind_it(case, drafting, order):
    base, changed = (with_sentence(case, text, Random(2)) for text in (_NEUTRAL, order))
    facts = [[(entry.id, entry.status) for entry in drafting(half).items[0].criteria] for half in (base, changed)]
    assert facts[0] == facts[1]


def test_tone(case, drafting):
    item = drafting(case).items[0]
    harsh = RationaleSentence(text="The alleged relief is clearly subjective.", citations=(), role="finding")
    changed = item.model_copy(update={"rationale": (*item.rationale, harsh)})
    assert effect(item, changed).tone
    assert not effect(item, item).tone
    assert effect(item, item.model_copy(update={"confidence": min(1.0, item.confidence + 0.2)})).tone
    assert effect(item, item.model_copy(update={"outcome": "withheld"})).flipped


def test_records_are_put_in_another_order(case):
    note = record("note", "He walks with a limp.", kind="progress_note", title="Progress note")
    longer = make_case(*case.items, summary=SUMMARY, records=[note])
    probe = next(probe for probe in PROBES if probe.id == "record-order")
    changed = probe.make(longer, None, Random(0)).changed
    assert [each.id for each in changed.records] == ["request", "note", "summary"]
    assert probe.make(case, None, Random(0)) is None


def _cases() -> list[Case]:
    """Invented cases, some of which an offline draft grants."""
    spine = (
        "The patient is a 44-year-old male with low back pain that radiates to the left leg. "
        "He has an L5 radiculopathy. "
        "Sensation was decreased in the left L5 dermatome and the straight leg raise was positive on the left. "
        "MRI of the lumbar spine showed an L4-L5 disc herniation that compresses the left L5 nerve root. "
        "Six weeks of physical therapy, exercises and NSAIDs failed to relieve the pain. He wants surgery if needed. "
        "Utilization review non-certified the request."
    )
    knee = (
        "The patient is a 52-year-old female with knee osteoarthritis. Naproxen gave 50% pain relief and her walking "
        "distance doubled. She takes it for flares of low back pain. Acetaminophen had failed. "
        "Utilization review non-certified the request."
    )
    return [
        make_case(disputed(1, "Lumbar epidural steroid injection left L4-L5"), summary=spine),
        make_case(disputed(1, "MRI of the lumbar spine"), summary=spine),
        make_case(disputed(1, "Naproxen 550 mg #60"), summary=knee),
        make_case(disputed(1, "Orthopedic surgery consultation"), summary=spine),
    ]
