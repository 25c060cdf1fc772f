"""A run from suite to results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from drafter.errors import BackendUnavailable, InputError
from drafter.settings import load_settings
from evals.run.bench import Bench, Task
from evals.run.configuration import configuration_of
from evals.run.folder import Run, RunFolder, load_run, only_writer
from evals.run.leaks import check_case
from evals.run.progress import counting
from evals.run.records import ResultsLog, read_records
from evals.run.reference import OFFLINE
from evals.run.workers import sensible_jobs, work_off
from evals.samples import Sample
from evals.suite import Suite, load_suite

if TYPE_CHECKING:
    from drafter.pipeline import Desk


class Order(NamedTuple):
    """What the user asked for."""

    suite: str | Path
    out: Path
    settings: Mapping[str, Any] = MappingProxyType({})
    """Settings of the drafter by name, e.g. `engine`; None counts as not given."""
    limit: int | None = None
    """Only the first samples of the suite."""
    only: tuple[str, ...] = ()
    """Only these samples: ids, case numbers or file names."""
    repeat: int = 1
    retry_errors: bool = False
    jobs: int | None = None


def run_suite(order: Order, desk: Desk | None = None) -> Run:
    """Draft and score what the run's folder does not have yet, and return the whole run.

    `desk` replaces the one that the settings describe; everything is then done in this process.
    """
    from drafter.pipeline import open_desk

    suite = _load(order)
    settings = load_settings(**order.settings)
    opened = desk or open_desk(settings)
    configuration = configuration_of(suite, opened)
    if opened.engine.stopped:
        raise BackendUnavailable(opened.engine.stopped)
    selected = select(suite.samples, order)
    with only_writer(order.out) as folder:
        folder.start(suite, configuration)
        tasks = _open_tasks(selected, folder, order)
        for sample in {task.sample.id: task.sample for task in tasks}.values():
            check_case(sample)
        in_threads = configuration.engine != OFFLINE
        jobs = order.jobs or sensible_jobs(tasks, in_threads)
        bench = Bench(order.out, configuration, settings, opened)
        _work(bench, tasks, folder, 1 if desk else jobs, in_threads)
    return load_run(order.out)


def select(samples: Sequence[Sample], order: Order) -> list[Sample]:
    """The samples that `--only` and `--limit` leave; a name that fits none is an InputError."""
    chosen = list(samples)
    if order.only:
        for name in order.only:
            if not any(_is(sample, name) for sample in samples):
                raise InputError(f"--only {name}: the suite has no such sample; give an id, case number or file name")
        chosen = [sample for sample in chosen if any(_is(sample, name) for name in order.only)]
    return chosen[: order.limit]


def _is(sample: Sample, name: str) -> bool:
    return name in (sample.id, sample.case_number, sample.source)


def _load(order: Order) -> Suite:
    path = Path(order.suite)
    if path.is_dir() and order.out.resolve().is_relative_to(path.resolve()):
        raise InputError(f"--out {order.out}: lies in the folder of letters; choose one outside of it")
    with counting("Reading letters", 1):
        return load_suite(order.suite)


def _open_tasks(samples: Iterable[Sample], folder: RunFolder, order: Order) -> list[Task]:
    """What has no result yet; errors count as results unless they are to be retried."""
    done = {
        key
        for key, record in read_records(folder.results).items()
        if record.status == "scored" or not order.retry_errors
    }
    samples = list(samples)
    tasks = [Task(sample, repeat) for repeat in range(1, order.repeat + 1) for sample in samples]
    return [task for task in tasks if (task.sample.id, task.repeat) not in done]


def _work(bench: Bench, tasks: Sequence[Task], folder: RunFolder, jobs: int, in_threads: bool) -> None:
    records = work_off(bench, tasks, jobs, in_threads)
    with ResultsLog(folder.results) as log, counting("Drafting", len(tasks)) as count:
        for record in records:
            log.append(record)
            count()
