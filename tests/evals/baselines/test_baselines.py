"""Baselines see the case half only, and never learn from the case they answer."""

from __future__ import annotations

import pytest

from evals.baselines import BASELINES, Question, logistic, precedent, score_baseline, upheld
from evals.baselines.grouping import groups
from evals.scorers.base import Unscored
from tests.drafter.builders import HEADER, disputed, make_case
from tests.evals.builders import sample, target

pytest.importorskip("sklearn")

WORDS = ("knee", "shoulder", "elbow", "wrist", "ankle", "hip", "neck", "thumb", "heel", "jaw")
NEEDS = "unstable fracture with progressive weakness"


def case_of(number: int, summary: str, *requests: str):
    header = HEADER.model_copy(update={"case_number": f"CM99-00000{number:02}"})
    items = [disputed(place, text) for place, text in enumerate(requests or ("MRI",), start=1)]
    return make_case(*items, summary=summary, header=header)


def study(count=40):
    """Samples whose outcome can be read off the record: every fourth shows a need and is Overturned."""
    samples = []
    for number in range(count):
        needed = number % 4 == 0
        part = WORDS[number % len(WORDS)]
        summary = f"Worker {number} has {part} pain since {number} May. {NEEDS if needed else 'normal strength'} noted."
        case = case_of(number, summary, f"MRI of the {part}")
        samples.append(sample(case, target(1, case, "overturned" if needed else "upheld"), name=f"s{number}"))
    return samples


def predicted(scores):
    return [score.values["outcome.predicted"] for score in scores]


@pytest.mark.parametrize("baseline", BASELINES, ids=lambda baseline: baseline.name)
def test_every_item_is_answered_once_and_the_same_each_time(baseline):
    samples = study()
    scores = score_baseline(baseline, samples)
    assert [score.sample for score in scores] == [each.id for each in samples]
    assert score_baseline(baseline, samples) == scores


@pytest.mark.parametrize("baseline", [precedent.BASELINE, logistic.BASELINE], ids=lambda baseline: baseline.name)
def test_what_the_record_shows_is_learnt_from_other_cases(baseline):
    scores = score_baseline(baseline, study())
    right = sum(score.values["outcome.right"] for score in scores)
    assert right >= 36


@pytest.mark.parametrize("baseline", BASELINES, ids=lambda baseline: baseline.name)
def test_the_items_own_outcome_has_no_influence_on_its_answer(baseline):
    """Turning one case's outcome around changes its truth, never its prediction."""
    samples = study(24)
    before = score_baseline(baseline, samples)
    for row in (0, 5):
        turned = "upheld" if samples[row].target.items[0].outcome == "overturned" else "overturned"
        changed = [*samples]
        changed[row] = sample(samples[row].case, target(1, samples[row].case, turned), name=samples[row].id)
        after = score_baseline(baseline, changed)
        assert after[row].values["outcome.probability"] == before[row].values["outcome.probability"]
        assert predicted(after)[row] == predicted(before)[row]


def test_items_of_one_case_do_not_inform_each_other():
    """The only similar items are of the same case; with them excluded the nearest is another case's."""
    twin = case_of(1, "Twin record about a rare spleen matter.", "Spleen study A", "Spleen study B")
    other = case_of(2, "Another record about a common toe matter.", "Toe study")
    samples = [
        sample(twin, target(1, twin, "overturned"), target(2, twin, "overturned"), name="twin"),
        sample(other, target(1, other, "upheld"), name="other"),
    ]
    assert predicted(score_baseline(precedent.BASELINE, samples))[:2] == ["upheld", "upheld"]


def test_near_duplicates_of_a_case_are_of_its_group():
    text = " ".join(f"sentence {word} about the worker and the injured part" for word in WORDS)
    cases = [case_of(1, text), case_of(2, text + " One more remark."), case_of(3, "Something else entirely here.")]
    assert groups(cases) == [groups(cases)[0], groups(cases)[0], "CM99-0000003"]


def test_a_suite_of_one_case_is_unscored_for_baselines_that_learn():
    case = case_of(1, "A record.")
    for baseline in (precedent.BASELINE, logistic.BASELINE):
        values = score_baseline(baseline, [sample(case, target(1, case))])[0].values
        assert all(isinstance(value, Unscored) for value in values.values())
    constant = score_baseline(upheld.BASELINE, [sample(case, target(1, case))])[0].values
    assert constant["outcome.predicted"] == "upheld"


def test_cases_of_one_outcome_cannot_train_a_classifier():
    questions = [Question(str(row), f"request {row}", f"record {row}") for row in range(10)]
    assert logistic.predict(questions, ["upheld"] * 10) == "the other cases have one outcome only"


def test_a_baseline_is_handed_no_decision():
    assert set(Question._fields) == {"group", "request", "record"}
    seen = []
    spy = upheld.BASELINE._replace(
        predict=lambda questions, outcomes: seen.extend(questions) or upheld.predict(questions, outcomes)
    )
    samples = study(4)
    score_baseline(spy, samples)
    everything = " ".join(" ".join(asked) for asked in seen)
    assert samples[0].target.items[0].rationale not in everything
    assert "upheld" not in everything.lower()
