"""Drafting and scoring one sample: what a worker does."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from drafter.cli.problems import place_of
from drafter.criteria.library import library
from drafter.draft import Draft
from drafter.errors import BackendUnavailable, DrafterError, LeakageFound
from drafter.settings import Settings
from evals.run.configuration import Configuration
from evals.run.folder import RunFolder
from evals.run.leaks import check_case, check_draft
from evals.run.records import Record
from evals.samples import Sample
from evals.scorers import score_draft, score_failure
from evals.scorers.base import ItemScore
from evals.scorers.engine import drafted_by_stand_in

if TYPE_CHECKING:
    from drafter.pipeline import Desk


class Task(NamedTuple):
    """One drafting of one sample."""

    sample: Sample
    repeat: int = 1
    saved: Record | None = None
    """The record of a saved draft that is only to be scored again."""


class Bench:
    """Works off tasks. It travels to worker processes closed; each opens its own desk with its first draft."""

    def __init__(
        self, folder: Path, configuration: Configuration, settings: Settings | None, desk: Desk | None = None
    ) -> None:
        self._folder = RunFolder(folder)
        self._configuration = configuration
        self._settings = settings
        self._desk = desk

    def __getstate__(self) -> dict[str, object]:
        return {**self.__dict__, "_desk": None}

    def work(self, task: Task) -> Record:
        """Draft, or read the saved draft, and score it.

        A leak and a backend that is gone are raised, since no other sample would fare better; any other error is
        recorded.
        """
        started = time.perf_counter()
        try:
            draft = self._saved(task.sample, task.saved) if task.saved else self._draft(task)
            seconds = task.saved.seconds if task.saved else time.perf_counter() - started
            scores = score_draft(task.sample, timed(draft, seconds), library())
        except (LeakageFound, BackendUnavailable):
            raise
        except Exception as error:
            return self.failed(task, describe(error))
        return self._record(task, None, seconds, scores)

    def failed(self, task: Task, reason: str) -> Record:
        """The record of a task that ended in an error."""
        return self._record(task, reason, None, score_failure(task.sample, f"error: {reason}"))

    def _draft(self, task: Task) -> Draft:
        from drafter.pipeline import draft_case

        desk = self._open()
        desk = replace(desk, engine=desk.engine.again(task.repeat - 1))
        draft = draft_case(task.sample.case, desk)
        _refuse_stand_in(draft, desk)
        check_draft(task.sample, draft, desk.index)
        self._folder.save_draft(task.sample.id, task.repeat, draft)
        return draft

    def _saved(self, sample: Sample, record: Record) -> Draft:
        draft = self._folder.draft(*record.key)
        check_case(sample)
        check_draft(sample, draft)
        return draft

    def _open(self) -> Desk:
        if self._desk is None:
            from drafter.pipeline import open_desk

            if self._settings is None:
                raise RuntimeError("this bench only scores saved drafts")
            self._desk = open_desk(self._settings)
        return self._desk

    def _record(self, task: Task, error: str | None, seconds: float | None, scores: list[ItemScore]) -> Record:
        return Record(
            sample=task.sample.id,
            repeat=task.repeat,
            status="error" if error else "scored",
            error=error,
            seconds=None if seconds is None else round(seconds, 4),
            scores=tuple(score.model_copy(update={"repeat": task.repeat}) for score in scores),
            configuration=self._configuration,
        )


def _refuse_stand_in(draft: Draft, desk: Desk) -> None:
    """A model that is not asked any more leaves its items to the offline engine: no draft of this engine to score."""
    if desk.engine.stopped and any(drafted_by_stand_in(item) for item in draft.items):
        raise BackendUnavailable(f"{desk.engine.stopped}; the run is stopped, start it again to go on with it")


def timed(draft: Draft, seconds: float | None) -> Draft:
    """The draft with the time that drafting took, where it does not state one; saved drafts stay reproducible."""
    if draft.usage.seconds or seconds is None:
        return draft
    return draft.model_copy(update={"usage": draft.usage.model_copy(update={"seconds": {"draft": seconds}})})


def describe(error: Exception) -> str:
    """A known error's line; of an unexpected one type and place, since its message may hold text of a record."""
    if isinstance(error, DrafterError):
        return str(error)
    return f"{type(error).__name__} at {place_of(error)}"
