"""The page workers, seen from the side that asks: started when needed, ended when they take too long."""

from __future__ import annotations

import json
import math
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import drafter
from drafter.casefile.pages.errors import Lost, Unreadable

_WORKER = "drafter.casefile.pages.worker"
_MOST = 8
_TICK = 0.01
_PATIENCE = 5
"""So many times its limit a worker may take by the clock while it waits for a processor."""
_Job = TypeVar("_Job")


class Child:
    """One worker process. After Lost it is dead; the next question starts a new one."""

    def __init__(self, memory: int) -> None:
        self._memory = memory
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def ask(self, request: dict[str, Any], seconds: float) -> Iterator[dict[str, Any]]:
        """The answers one by one, each within `seconds`; Unreadable or Lost when there is none."""
        self._send(request)
        while True:
            reply = self._next(seconds)
            if "error" in reply:
                raise Unreadable(reply["error"])
            if "end" in reply:
                return
            yield reply

    def close(self) -> None:
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                with suppress(OSError):
                    stream.close()
        self._process = None

    def _send(self, request: dict[str, Any]) -> None:
        process = self._process or self._start()
        assert process.stdin is not None
        with suppress(BrokenPipeError):  # that it is gone shows when it does not answer
            process.stdin.write(json.dumps(request) + "\n")
            process.stdin.flush()

    def _next(self, seconds: float) -> dict[str, Any]:
        try:
            line = self._wait(seconds)
        except queue.Empty:
            self.close()
            raise Lost(f"took longer than {seconds:g} s") from None
        if line is None:
            self.close()
            raise Lost(f"broke the reader, or needed more than {self._memory / (1 << 30):.1f} GB of memory")
        reply: dict[str, Any] = json.loads(line)
        return reply

    def _wait(self, seconds: float) -> str | None:
        """The next line. On a busy machine the worker's own CPU time counts, or a good page would be lost to others."""
        started, before, used = time.monotonic(), self._cpu_seconds(), 0.0
        while True:
            try:
                return self._answers.get(timeout=max(seconds - used, _TICK))
            except queue.Empty:
                used = self._cpu_seconds() - before
                waited = time.monotonic() - started
                if math.isnan(used) or used >= seconds or waited >= _PATIENCE * seconds:
                    raise

    def _cpu_seconds(self) -> float:
        """What the worker has used so far; NaN where the platform does not tell."""
        pid = self._process.pid if self._process else 0
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return math.nan
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _start(self) -> subprocess.Popen[str]:
        # -P: a case folder that is the working directory must not lend its files to the imports.
        command = [sys.executable, "-P", "-m", _WORKER, str(self._memory)]
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            encoding="utf-8", env=_environment(),
        )  # fmt: skip
        self._process, self._answers = process, queue.SimpleQueue()
        threading.Thread(target=_pump, args=(process, self._answers), daemon=True).start()
        return process


class Crew:
    """Some workers that share the jobs of a reading."""

    def __init__(self, memory: int, size: int | None = None) -> None:
        self._children = [Child(memory) for _ in range(size or min(_MOST, _cores()))]
        self._idle: queue.SimpleQueue[Child] = queue.SimpleQueue()
        for child in self._children:
            self._idle.put(child)

    @property
    def size(self) -> int:
        return len(self._children)

    def __enter__(self) -> Crew:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for child in self._children:
            child.close()

    def carry_out(self, work: Callable[[Child, _Job], None], jobs: Sequence[_Job]) -> None:
        """Do `work` for every job, as many at once as there are workers; an interruption ends them all."""
        pool = ThreadPoolExecutor(max_workers=self.size)
        try:
            for future in [pool.submit(self._with_child, work, job) for job in jobs]:
                future.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
        pool.shutdown()

    def _with_child(self, work: Callable[[Child, _Job], None], job: _Job) -> None:
        child = self._idle.get()
        try:
            work(child, job)
        finally:
            self._idle.put(child)


def _pump(process: subprocess.Popen[str], answers: queue.SimpleQueue[str | None]) -> None:
    assert process.stdout is not None
    with suppress(ValueError, OSError):  # the pipe was closed with the process
        for line in process.stdout:
            answers.put(line)
    answers.put(None)


def _environment() -> dict[str, str]:
    package = str(Path(drafter.__file__).parent.parent)
    paths = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": paths, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def _cores() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
