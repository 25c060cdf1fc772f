"""A sound draft with its sample, of an invented case that has a place for most defects."""

from __future__ import annotations

import pytest

from drafter.case import Case
from evals.defects.base import Sound
from tests.drafter.builders import disputed, make_case
from tests.evals.builders import sample

SUMMARY = (
    "The worker is a 44-year-old male warehouse clerk who sustained an injury on 3/2/2014. "
    "Diagnoses include lumbar strain and an L4-L5 disc protrusion. "
    "Treatment to date has included chiropractic treatment, massage therapy and naproxen. "
    "The report of 4/10/2014 noted low back pain rated 6/10 radiating to the left leg. "
    "Examination on 4/10/2014 showed tenderness at L4-L5 and decreased sensation of the left foot. "
    "There was no motor weakness of the legs. "
    "The gait was normal. "
    "He attended six sessions of massage therapy in May 2014. "
    "The massage sessions did not help. "
    "The treatment plan includes acupuncture for the low back. "
    "The QME report of 7/1/2014 found a positive straight leg raise at 45 degrees on the left. "
    "Naproxen 550 mg gave 50% pain relief for eight hours. "
    "He has knee osteoarthritis on the right, confirmed by x-ray. "
    "A later note found no osteoarthritis of the knee. "
    "On 7/15/2014, utilization review non-certified the requests."
)
REQUESTS = ("8 additional massage therapy sessions, left shoulder and lumbar spine", "Naproxen 550 mg #60")


@pytest.fixture(scope="session")
def case() -> Case:
    return make_case(*(disputed(number, text) for number, text in enumerate(REQUESTS, start=1)), summary=SUMMARY)


@pytest.fixture(scope="session")
def sound(case, desk) -> Sound:
    from drafter.pipeline import draft_case

    return Sound(sample(case, name="CM99-0000001-invented"), draft_case(case, desk), desk.library)


@pytest.fixture(scope="session")
def seed_sound(seed_letter, desk) -> Sound:
    from drafter.pipeline import draft_case
    from evals.samples import Sample

    letter = Sample(id="CM14-0140682-seed", source="seed.md", case=seed_letter.case, target=seed_letter.determination)
    return Sound(letter, draft_case(letter.case, desk), desk.library)
