"""The baselines beside a run's outcomes: predictions without a drafter, and the offline engine for other engines.

They depend on the letters alone and are kept with the run, so that scoring anew does not compute them again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from pydantic import ValidationError

from drafter.atomic import write_text
from drafter.case import Frozen
from drafter.settings import load_settings
from evals.baselines import BASELINES, score_baseline
from evals.run.configuration import hash_baselines, hash_drafter
from evals.run.folder import Run
from evals.samples import Sample
from evals.scorers import ItemScore, score_draft, score_failure
from evals.scorers.outcome import SCORER

OFFLINE = "offline"
_FILE = "baselines.json"


class Reference(Frozen):
    """One way of predicting outcomes, with its outcome columns for every item of the suite."""

    name: str
    text: str
    scores: tuple[ItemScore, ...]


class _Stored(Frozen):
    key: str
    references: tuple[Reference, ...]


def references(run: Run, progress: Callable[[str], None] = lambda name: None) -> tuple[Reference, ...]:
    """The baselines of a run, computed at the first call; `progress` hears which one is under way."""
    path = run.folder.path / _FILE
    key = _key(run)
    stored = _read(path)
    if stored and stored.key == key:
        return stored.references
    found = []
    for baseline in BASELINES:
        progress(baseline.name)
        scores = tuple(score_baseline(baseline, run.samples))
        found.append(Reference(name=baseline.name, text=baseline.text, scores=scores))
    if run.info.configuration.engine != OFFLINE:
        progress(OFFLINE)
        found.append(Reference(name=OFFLINE, text="the offline engine", scores=tuple(_offline(run.samples))))
    write_text(path, _Stored(key=key, references=tuple(found)).model_dump_json() + "\n")
    return tuple(found)


def _key(run: Run) -> str:
    configuration = run.info.configuration
    parts = [configuration.suite_sha256, hash_baselines()]
    if configuration.engine != OFFLINE:
        parts.append(hash_drafter())
    return ":".join(parts)


def _read(path: Path) -> _Stored | None:
    """A file of another version is computed anew."""
    try:
        return _Stored.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


def _offline(samples: Sequence[Sample]) -> list[ItemScore]:
    """Outcomes of the offline engine, with the leakage guard of any other draft."""
    from drafter.pipeline import draft_case, open_desk
    from evals.run.bench import describe
    from evals.run.leaks import check_draft

    desk = open_desk(load_settings(engine=OFFLINE))
    scores: list[ItemScore] = []
    for sample in samples:
        try:
            draft = draft_case(sample.case, desk)
        except Exception as error:
            scores += score_failure(sample, f"error: {describe(error)}", (SCORER,))
            continue
        check_draft(sample, draft, desk.index)
        scores += score_draft(sample, draft, desk.library, (SCORER,))
    return scores
