"""All defects, in the order of the failure modes."""

from __future__ import annotations

from evals.defects import absences, accounts, behaviour, facts, form, guidelines, items, records, sections, whole
from evals.defects.base import Defect

_MODULES = (facts, absences, accounts, records, items, sections, guidelines, form, behaviour, whole)
DEFECTS: tuple[Defect, ...] = tuple(
    sorted((defect for module in _MODULES for defect in module.DEFECTS), key=lambda defect: defect.mode)
)
