"""The cases, one module each."""

from __future__ import annotations

from scripts.cases.files import (
    back_injections,
    buried_care,
    chart_print,
    copied_forward,
    elbow,
    home_care,
    massage,
    merged,
    modified_visits,
    opioid_monitoring,
    plan_denial,
    prior_imr,
    shoulder_package,
    side_and_dose,
    subpoenaed,
    taper,
    unseen_knee,
    unseen_lumbar,
    unseen_mobility,
    unseen_neck,
    unseen_pain,
    wrong_level,
)
from scripts.cases.model import CaseFile

CASES: tuple[CaseFile, ...] = (
    massage.CASE,
    buried_care.CASE,
    opioid_monitoring.CASE,
    wrong_level.CASE,
    prior_imr.CASE,
    modified_visits.CASE,
    copied_forward.CASE,
    side_and_dose.CASE,
    merged.CASE,
    elbow.CASE,
    home_care.CASE,
    chart_print.CASE,
    taper.CASE,
    shoulder_package.CASE,
    plan_denial.CASE,
    subpoenaed.CASE,
    back_injections.CASE,
    unseen_knee.CASE,
    unseen_pain.CASE,
    unseen_lumbar.CASE,
    unseen_mobility.CASE,
    unseen_neck.CASE,
)
