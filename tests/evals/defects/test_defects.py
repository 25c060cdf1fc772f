"""Every mutator plants what it says, the draft stays a draft, and the checks catch it."""

from __future__ import annotations

import pytest

from drafter.draft import Draft
from drafter.verification import Code
from evals.defects.detect import caught, control_alarms, look
from evals.defects.registry import DEFECTS
from evals.defects.run import plant

SEEDS = range(6)
NO_PLACE_HERE = {"remainder-misread", "cap-alone", "stage-test", "contrary-taken-off", "recommendation-inverted"}
"""Need a modified request, a number-only section or a divided record: planted below, or in the suites."""


def planted_somewhere(defect, *sounds):
    return [(sound, made) for sound in sounds for seed in SEEDS if (made := plant(defect, sound, seed))]


@pytest.fixture(scope="session")
def before(sound, seed_sound):
    return {each.sample.id: look(each.draft, each.case, each.library) for each in (sound, seed_sound)}


def test_the_sound_drafts_raise_no_alarm(before):
    for seen in before.values():
        assert [flag for flags in seen.flags.values() for flag in flags if flag.severity == "block"] == []


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.id)
def test_a_defect_is_planted_and_caught(defect, sound, seed_sound, before):
    made = planted_somewhere(defect, sound, seed_sound)
    if not made:
        assert defect.id in NO_PLACE_HERE
        return
    hits = [caught(defect, planted, base, before[base.sample.id]) for base, planted in made]
    assert any(hits)
    assert sum(map(bool, hits)) >= 0.6 * len(hits), [planted.variant for _, planted in made]


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.id)
def test_the_planted_draft_differs_and_is_valid(defect, sound, seed_sound):
    for base, planted in planted_somewhere(defect, sound, seed_sound):
        assert (planted.draft, planted.case, planted.rerun) != (base.draft, base.case, None)
        assert Draft.model_validate_json(planted.draft.model_dump_json()) == planted.draft
        assert planted.control != planted.draft


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.id)
def test_the_same_seed_plants_the_same(defect, sound):
    assert plant(defect, sound, 3) == plant(defect, sound, 3)


def test_controls_are_not_objected_to(sound, seed_sound, before):
    made = [(base, each) for defect in DEFECTS for base, each in planted_somewhere(defect, sound, seed_sound)]
    with_control = [(base, each) for base, each in made if each.control]
    alarmed = [each for base, each in with_control if control_alarms(each, base, before[base.sample.id])]
    assert len(with_control) > 50
    assert len(alarmed) <= 0.05 * len(with_control)


def test_a_flag_of_another_kind_does_not_count(sound, before):
    defect = next(defect for defect in DEFECTS if defect.id == "base-rate")
    planted = plant(defect, sound, 0)
    other = defect._replace(expected=frozenset({Code.ITEM_MISSING}), also=frozenset())
    assert caught(defect, planted, sound, before[sound.sample.id])
    assert not caught(other, planted, sound, before[sound.sample.id])


def test_a_flag_that_the_control_has_too_does_not_count(sound, before):
    defect = next(defect for defect in DEFECTS if defect.id == "wrong-side")
    planted = next(made for seed in range(40) if (made := plant(defect, sound, seed)) and made.control)
    assert caught(defect, planted, sound, before[sound.sample.id])
    assert not caught(defect, planted._replace(control=planted.draft), sound, before[sound.sample.id])


def test_at_least_forty_failure_modes_are_planted_and_the_rest_is_accounted_for():
    modes = {defect.mode for defect in DEFECTS}
    assert len(modes) >= 40
    assert modes == set(range(1, 46))
    assert len({defect.id for defect in DEFECTS}) == len(DEFECTS)
