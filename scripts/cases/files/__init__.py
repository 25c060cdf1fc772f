"""The cases, one module each."""

from __future__ import annotations

from scripts.cases.files import massage
from scripts.cases.model import CaseFile

CASES: tuple[CaseFile, ...] = (massage.CASE,)
