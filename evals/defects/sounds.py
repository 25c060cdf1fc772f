"""The sound drafts: what the offline engine makes of a suite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evals.defects.base import Sound


def sound_drafts(suite: str | Path, home: Path | None = None) -> Iterator[Sound]:
    """Draft every sample of the suite with the offline engine, one at a time."""
    from drafter.pipeline import draft_case, open_desk
    from drafter.settings import load_settings
    from evals.suite import load_suite

    desk = open_desk(load_settings(home=home, engine="offline"))
    for sample in load_suite(suite).samples:
        yield Sound(sample, draft_case(sample.case, desk), desk.library)
