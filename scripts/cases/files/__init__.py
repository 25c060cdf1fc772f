"""The cases, one module each."""

from __future__ import annotations

from scripts.cases.files import buried_care, massage, opioid_monitoring, prior_imr, wrong_level
from scripts.cases.model import CaseFile

CASES: tuple[CaseFile, ...] = (massage.CASE, buried_care.CASE, opioid_monitoring.CASE, wrong_level.CASE, prior_imr.CASE)
