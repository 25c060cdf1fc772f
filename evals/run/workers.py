"""Working off tasks side by side.

The offline engine keeps a processor busy, so that it takes processes; an engine that waits for an endpoint takes
threads, which share one desk. A worker process holds nothing but its end of a pipe: when the run is killed, its
workers meet the end of the pipe and stop; when a worker is killed, its task is recorded as an error. A worker that
cannot even start ends the run: every other would fail the same way.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Literal, NamedTuple

from drafter.errors import BackendUnavailable
from evals.run.bench import Bench, Task
from evals.run.records import Record

_DRAFTS_EACH = 40
_SCORES_EACH = 30
"""Tasks for which another process pays: one that drafts has to import and open everything anew."""
_THREADS = 8

Method = Literal["fork", "spawn"]


class _Worker(NamedTuple):
    process: BaseProcess
    pipe: Connection


def work_off(bench: Bench, tasks: Sequence[Task], jobs: int, in_threads: bool) -> Iterator[Record]:
    """The record of every task, as they are done. Call it before anything starts a thread: it may fork."""
    jobs = min(jobs, len(tasks))
    if jobs <= 1:
        return map(bench.work, tasks)
    if in_threads:
        return _in_threads(bench, tasks, jobs)
    method: Method = "fork" if sys.platform == "linux" and all(task.saved for task in tasks) else "spawn"
    return _in_processes(bench, tasks, [_start(bench, method) for _ in range(jobs)])


def sensible_jobs(tasks: Sequence[Task], in_threads: bool = False) -> int:
    """How many to run side by side when the user does not say."""
    if in_threads:
        return min(_THREADS, len(tasks))
    each = _SCORES_EACH if any(task.saved for task in tasks) else _DRAFTS_EACH
    return min(os.cpu_count() or 1, max(1, len(tasks) // each))


def _in_threads(bench: Bench, tasks: Iterable[Task], jobs: int) -> Iterator[Record]:
    with ThreadPoolExecutor(jobs) as pool:
        futures = [pool.submit(bench.work, task) for task in tasks]
        try:
            for future in as_completed(futures):
                yield future.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _in_processes(bench: Bench, tasks: Iterable[Task], workers: Sequence[_Worker]) -> Iterator[Record]:
    """There are at least as many tasks as workers."""
    waiting = deque(tasks)
    busy: dict[Connection, tuple[_Worker, Task]] = {}
    try:
        for worker in workers:
            _hand_out(worker, waiting, busy)
        while busy:
            for ready in [pipe for pipe in wait(list(busy)) if isinstance(pipe, Connection)]:
                worker, task = busy.pop(ready)
                answer = _answer(worker, task, bench)
                if waiting:
                    _hand_out(worker if worker.process.is_alive() else _start(bench), waiting, busy)
                else:
                    worker.pipe.close()
                if isinstance(answer, Exception):
                    raise answer
                yield answer
    finally:
        for worker, _ in busy.values():
            worker.process.terminate()


def _start(bench: Bench, method: Method = "spawn") -> _Worker:
    """Scoring holds nothing that a fork could break and forks, for speed; an open index has threads of its own."""
    ours, theirs = multiprocessing.Pipe()
    process = _process_class(method)(target=_serve, args=(bench, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        ours.recv()
    except (EOFError, ConnectionResetError) as error:
        process.join()
        raise BackendUnavailable(
            f"a worker process ended with code {process.exitcode} before it began; try --jobs 1"
        ) from error
    return _Worker(process, ours)


def _process_class(method: Method) -> Callable[..., BaseProcess]:
    """A platform that cannot fork is not asked for it."""
    if method == "fork":
        return multiprocessing.get_context("fork").Process
    return multiprocessing.get_context("spawn").Process


def _hand_out(worker: _Worker, waiting: deque[Task], busy: dict[Connection, tuple[_Worker, Task]]) -> None:
    task = waiting.popleft()
    with suppress(BrokenPipeError):
        worker.pipe.send(task)
    busy[worker.pipe] = worker, task


def _answer(worker: _Worker, task: Task, bench: Bench) -> Record | Exception:
    """What the worker sent; a record of the error where it died over the task."""
    try:
        answer: Record | Exception = worker.pipe.recv()
    except (EOFError, ConnectionResetError):
        worker.process.join()
        worker.pipe.close()
        return bench.failed(task, f"the worker process ended with code {worker.process.exitcode}")
    return answer


def _serve(bench: Bench, pipe: Connection) -> None:
    """A worker's life: until the other end of the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pipe.send(None)
    while True:
        try:
            task = pipe.recv()
        except (EOFError, ConnectionResetError):
            return
        try:
            answer: Record | Exception = bench.work(task)
        except Exception as error:
            answer = error
        with suppress(BrokenPipeError):
            pipe.send(answer)
