"""Side by side gives the same records as one after the other; a worker that dies costs its own task only."""

from __future__ import annotations

import os
import signal

import pytest

from drafter.errors import BackendUnavailable, LeakageFound
from evals.run.bench import Task
from evals.run.workers import sensible_jobs, work_off
from tests.drafter.builders import disputed, make_case
from tests.evals.builders import sample
from tests.evals.runs import record

TASKS = [Task(sample(make_case(disputed(1, "MRI of the lumbar spine")), name=f"s{number}")) for number in range(7)]


class Bench:
    """Stands in for drafting: dies over one task, leaks over another, on demand."""

    def __init__(self, dies: str = "", leaks: str = "", starts: bool = True) -> None:
        self.dies, self.leaks, self.starts = dies, leaks, starts

    def __setstate__(self, state):
        if not state["starts"]:
            raise RuntimeError
        self.__dict__.update(state)

    def work(self, task):
        if task.sample.id == self.dies:
            os.kill(os.getpid(), signal.SIGKILL)
        if task.sample.id == self.leaks:
            raise LeakageFound(f"{task.sample.id}: leak")
        return record(task.sample.id)

    def failed(self, task, reason):
        return record(task.sample.id, error=reason)


@pytest.mark.parametrize(("jobs", "in_threads"), [(1, False), (2, False), (3, True)])
def test_every_task_is_done_once(jobs, in_threads):
    done = [entry.sample for entry in work_off(Bench(), TASKS, jobs, in_threads)]
    assert sorted(done) == [task.sample.id for task in TASKS]


def test_a_killed_worker_costs_its_own_task_only():
    done = {entry.sample: entry for entry in work_off(Bench(dies="s2"), TASKS, 2, in_threads=False)}
    assert sorted(done) == [task.sample.id for task in TASKS]
    assert [name for name, entry in done.items() if entry.status == "error"] == ["s2"]
    assert done["s2"].error == "the worker process ended with code -9"


@pytest.mark.parametrize(("jobs", "in_threads"), [(1, False), (2, False), (3, True)])
def test_a_leak_stops_the_others(jobs, in_threads):
    with pytest.raises(LeakageFound, match="s3: leak"):
        list(work_off(Bench(leaks="s3"), TASKS, jobs, in_threads))


def test_workers_that_cannot_start_end_the_run(capfd):
    with pytest.raises(BackendUnavailable, match="before it began; try --jobs 1"):
        list(work_off(Bench(starts=False), TASKS, 2, in_threads=False))
    assert "RuntimeError" in capfd.readouterr().err


def test_a_few_tasks_stay_in_one_process():
    assert sensible_jobs(TASKS) == 1
    assert sensible_jobs(TASKS * 60) == os.cpu_count()
    assert sensible_jobs(TASKS * 60, in_threads=True) == 8
    assert sensible_jobs(TASKS[:3], in_threads=True) == 3
