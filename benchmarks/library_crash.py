"""Whether the index survives: `python -m benchmarks.library_crash FOLDER [ROUNDS]`.

FOLDER holds guideline documents. An index of half of them is the old one; in each round (default 20) a process that
adds the other half with `drafter index add` is killed with SIGKILL at a random moment of its run, counted in processor
time, which does not depend on what else the machine does. Then:

- the old index, or the new one if the switch was made, answers a search as it did before;
- the same command, run again, completes;
- `drafter index doctor` finds nothing, and nothing of the killed build is left.

After that, a second writer is started while a first one works: who holds the lock has to be named within a second. And
a reader opens and searches the index again and again while it is rebuilt: every answer is the old or the new one.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from drafter.corpus import index_folder
from vectorstore.build import build_index
from vectorstore.embedder import get_embedder
from vectorstore.errors import IndexLocked
from vectorstore.index import open_index
from vectorstore.passage import Passage

_ROUNDS = 20
_QUERY = "recommendation for diagnosis and treatment"
_STEPS = ("reading", "indexing", "switched", "ended")
_BUILDS = 2
"""The one that answers, and the one before for readers that have just looked it up."""
Answer = list[tuple[str, float]]


class _Round(NamedTuple):
    """What was found after a kill."""

    step: str
    answers: bool
    completes: bool
    healthy: bool


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit("usage: python -m benchmarks.library_crash FOLDER [ROUNDS]")
    documents = sorted(path for path in Path(sys.argv[1]).iterdir() if path.is_file())
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else _ROUNDS
    with tempfile.TemporaryDirectory() as place:
        old, new, seconds = _prepare(Path(place), documents)
        print(f"adding {len(documents) // 2} documents takes {seconds:.1f} s of processor time; killed within that")
        moments = random.Random(9)
        found = [
            _killed(Path(place), number, moments.uniform(0, seconds), {"old": old, "new": new})
            for number in range(rounds)
        ]
        _report(found)
        _two_writers(Path(place))
        _reader(Path(place))


def _prepare(place: Path, documents: list[Path]) -> tuple[Answer, Answer, float]:
    """The old index in `old`, what it answers, what the new one answers, and how long it takes to make."""
    half = len(documents) // 2
    for name, chosen in (("first", documents[:half]), ("all", documents)):
        (place / name).mkdir()
        for document in chosen:
            shutil.copy(document, place / name)
    _run(place / "old", "add", str(place / "first"))
    shutil.copytree(place / "old", place / "done")
    before = os.times()
    _run(place / "done", "add", str(place / "all"))
    after = os.times()
    seconds = after.children_user + after.children_system - before.children_user - before.children_system
    return _answer(place / "old"), _answer(place / "done"), seconds


def _killed(place: Path, number: int, after: float, answers: dict[str, Answer]) -> _Round:
    home = place / f"round-{number}"
    shutil.copytree(place / "old", home)
    process = subprocess.Popen(_command(home, "add", str(place / "all")), stdout=subprocess.DEVNULL)
    while process.poll() is None and _processor_time(process.pid) < after:
        time.sleep(0.002)
    process.kill()
    killed = process.wait() < 0
    builds = index_folder(home) / "builds"
    left = len(list(builds.iterdir())) - 1
    after_kill = _answer(home)
    step = "switched" if after_kill == answers["new"] else "indexing" if left else "reading"
    step = step if killed else "ended"
    completes = _run(home, "add", str(place / "all")).returncode == 0 and _answer(home) == answers["new"]
    faults = [line for line in _run(home, "doctor").stdout.splitlines() if not line.startswith("ok ")]
    swept = len(list(builds.iterdir())) <= _BUILDS
    told = "well" if completes and swept and not faults else "; ".join(["NOT WELL", *faults])
    print(f"  killed after {after:5.1f} s, {step}: {told}", flush=True)
    shutil.rmtree(home)
    return _Round(step, after_kill in answers.values(), completes, swept and not faults)


def _processor_time(pid: int) -> float:
    """Seconds that a process has used, all of its threads together."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _report(found: list[_Round]) -> None:
    steps = Counter(each.step for each in found)
    print("killed while " + ", ".join(f"{step} {steps[step]}" for step in _STEPS))
    for name in ("answers", "completes", "healthy"):
        print(f"{name:<12}{sum(getattr(each, name) for each in found)} of {len(found)}")


def _two_writers(place: Path) -> None:
    """How soon a second writer learns who is writing."""
    first = subprocess.Popen(_command(place / "old", "build"), stdout=subprocess.DEVNULL)
    holder = index_folder(place / "old") / "writer.json"
    while not holder.exists():
        time.sleep(0.01)
    started = time.perf_counter()
    try:
        build_index(_some("new"), index_folder(place / "old"), get_embedder())
        told = "nothing: both wrote"
    except IndexLocked as error:
        told = str(error).partition(": ")[2]
    seconds = time.perf_counter() - started
    named = f"process {first.pid} on " in told
    first.wait()
    print(f"second writer: told after {seconds:.2f} s, {'the right process' if named else 'NOT the right process'}")


def _reader(place: Path) -> None:
    """Opens and searches while other processes rebuild."""
    directory = place / "read"
    answers: Counter[str] = Counter()
    build_index(_some("old"), directory, get_embedder())
    for content in ("new", "old", "new"):
        script = (
            "import pathlib, sys; from benchmarks.library_crash import rebuild;"
            "rebuild(pathlib.Path(sys.argv[1]), sys.argv[2])"
        )
        writer = subprocess.Popen([sys.executable, "-c", script, str(directory), content])
        while writer.poll() is None:
            index = open_index(directory, get_embedder())
            found = {hit.passage.title for hit in index.search("massage", k=50)}
            answers["half" if len(found) != 1 else found.pop()] += 1
            index.close()
    print("reader during rebuilds: " + ", ".join(f"{count} times {name}" for name, count in sorted(answers.items())))


def rebuild(directory: Path, content: str) -> None:
    build_index(_some(content), directory, get_embedder())


def _some(content: str) -> Iterator[Passage]:
    for number in range(2_000):
        text = f"Massage of region {number} for {number % 7} weeks."
        yield Passage(id=f"p{number}", kind="guideline", title=content, text=text)


def _answer(home: Path) -> Answer:
    index = open_index(index_folder(home), get_embedder())
    found = [(hit.passage.id, hit.score) for hit in index.search(_QUERY, k=20)]
    index.close()
    return found


def _run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(_command(home, *arguments), capture_output=True, text=True, check=False)


def _command(home: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "drafter", "index", *arguments, "--home", str(home)]


if __name__ == "__main__":
    main()
