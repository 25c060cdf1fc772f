"""A guideline library from 1,000 to 100,000 passages: `python -m benchmarks.library_scale FOLDER [SIZE…]`.

FOLDER holds guideline documents as Markdown. They are read as `drafter index add` reads them, put into a random order
and indexed up to each size, every size by a process of its own, so that its memory is its own. Searched are the titles
of 200 shipped cards. What is measured:

- building: passages a second, embeddings included, and the most memory; the disk that the finished build takes;
- opening and the first search, in a new process; then the fused search, p50 and p95;
- the same collection asked by a bare Chroma query for as many neighbours, and all vectors compared in one pass;
- recall of the nearest 10 and 40 against all vectors compared, where one as near as the last true neighbour counts;
- filters that leave one passage in a hundred: by values of metadata, and by a function that is asked.
"""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.corpus.about import About
from drafter.corpus.guidelines import read_guideline
from drafter.criteria.library import library
from vectorstore.build import build_index
from vectorstore.columns import Value
from vectorstore.embedder import get_embedder
from vectorstore.files import current_build
from vectorstore.index import Index, open_index
from vectorstore.passage import Passage
from vectorstore.similarity import by_similarity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SIZES = (1_000, 10_000, 100_000)
_QUERIES = 200
_RUNS = 5
"""Searches with a filter that is asked about every passage take long."""
_NEIGHBOURS = 40
_TIE = 2e-6
_GROUPS = 100
_ROWS = {
    "passages": "passages indexed",
    "rate": "passages indexed per second",
    "processor": "processor time of that, s",
    "memory": "memory while building, MB",
    "disk": "disk, MB",
    "open": "opening, ms",
    "first": "first search, ms",
    "resident": "memory while searching, MB",
    "p50": "fused search p50, ms",
    "p95": "fused search p95, ms",
    "chroma": "bare Chroma query p50, ms",
    "to_chroma": "fused / bare Chroma",
    "brute": "all vectors compared p50, ms",
    "to_brute": "fused / all compared",
    "recall10": "recall of the nearest 10",
    "recall40": "recall of the nearest 40",
    "where": "1 in 100 by metadata p50, ms",
    "accept": "1 in 100 by a function p50, ms",
}


def main() -> None:
    if len(sys.argv) > 1 and sys.argv[1] in _STEPS:
        figures = _STEPS[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
        print(json.dumps(figures))
        return
    if len(sys.argv) < 2:
        sys.exit("usage: python -m benchmarks.library_scale FOLDER [SIZE…]")
    with tempfile.TemporaryDirectory() as place:
        passages = Path(place) / "passages.jsonl"
        total = _write_passages(Path(sys.argv[1]), passages)
        sizes = [int(size) for size in sys.argv[2:]] or [size for size in _SIZES if size < total] + [total]
        columns = []
        for size in sizes:
            built = _step("--build", place, str(size))
            columns.append(built | _step("--search", f"{place}/{size}"))
    _print(columns)


def _write_passages(folder: Path, file: Path) -> int:
    """The passages of all documents in a random order that is always the same; how many there are."""
    started = time.perf_counter()
    passages = [passage for path in sorted(folder.glob("*.md")) for passage in _read(path)]
    seconds = time.perf_counter() - started
    print(f"read {len(passages)} passages in {seconds:.0f} s ({len(passages) / seconds:.0f}/s)", file=sys.stderr)
    random.Random(6).shuffle(passages)
    with file.open("w", encoding="utf-8") as out:
        for number, passage in enumerate(passages):
            grouped = passage.model_copy(update={"metadata": {**passage.metadata, "group": number % _GROUPS}})
            out.write(grouped.model_dump_json() + "\n")
    return len(passages)


def _read(path: Path) -> list[Passage]:
    return read_guideline(path, path.read_bytes(), path.stem, About(), About()).passages


def _build(place: Path, size: str) -> dict[str, float]:
    with (place / "passages.jsonl").open(encoding="utf-8") as file:
        passages = [Passage.model_validate_json(next(file)) for _ in range(int(size))]
    embedder = get_embedder()
    embedder.embed(["the model is loaded before the clock starts"])
    started, used = time.perf_counter(), time.process_time()
    build_index(passages, place / size, embedder)
    seconds, used = time.perf_counter() - started, time.process_time() - used
    disk = sum(path.stat().st_size for path in current_build(place / size).rglob("*") if path.is_file())
    return {
        "passages": len(passages),
        "rate": len(passages) / seconds,
        "processor": used,
        "memory": _memory(),
        "disk": disk / 1e6,
    }


def _search(directory: Path) -> dict[str, float]:
    import chromadb  # noqa: F401 - imported before the clock starts: every process pays for it, whatever the size

    embedder = get_embedder()
    texts = list(dict.fromkeys(library().passage(card).title for card in library().cards.values()))[:_QUERIES]
    vectors = embedder.embed(texts)
    index, opened = _timed(open_index, directory, embedder)
    _, first = _timed(index.search, texts[0])
    fused = [_timed(index.search, text)[1] for text in texts]
    resident = _memory()
    return {
        "open": opened,
        "first": first,
        "resident": resident,
        "p50": statistics.median(fused),
        "p95": statistics.quantiles(fused, n=20)[-1],
        **_compared(index, vectors, statistics.median(fused)),
        "where": statistics.median(_timed(index.search, text, where={"group": _first})[1] for text in texts),
        "accept": statistics.median(_timed(index.search, text, accept=_accepted)[1] for text in texts[:_RUNS]),
    }


def _compared(index: Index, vectors: NDArray[np.float32], fused: float) -> dict[str, float]:
    """The same collection without words, and without a graph."""
    dense = index.shards["guideline"].dense
    every = dense.all_vectors
    bare, brute = [], []
    recalls: dict[int, list[float]] = {10: [], 40: []}
    for vector in vectors:
        found, seconds = _timed(
            dense.collection.query, query_embeddings=[vector], n_results=_NEIGHBOURS, include=["distances"]
        )
        bare.append(seconds)
        exact, seconds = _timed(by_similarity, every, vector, _NEIGHBOURS)
        brute.append(seconds)
        for count, values in recalls.items():
            values.append(sum(1 - far >= exact[count - 1][1] - _TIE for far in found["distances"][0][:count]) / count)
    return {
        "chroma": statistics.median(bare),
        "to_chroma": fused / statistics.median(bare),
        "brute": statistics.median(brute),
        "to_brute": fused / statistics.median(brute),
        **{f"recall{count}": statistics.mean(values) for count, values in recalls.items()},
    }


def _step(name: str, *arguments: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.library_scale", name, *arguments]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _first(group: Value) -> bool:
    return group == 0


def _accepted(passage: Passage) -> bool:
    return _first(passage.metadata["group"])


def _timed(call: Callable[..., Any], *arguments: object, **named: object) -> tuple[Any, float]:
    """What a call gives, and the milliseconds that it took."""
    started = time.perf_counter()
    result = call(*arguments, **named)
    return result, (time.perf_counter() - started) * 1000


def _memory() -> float:
    """The most memory that this process had; not from getrusage, whose figure a child inherits from its parent."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _print(columns: list[dict[str, float]]) -> None:
    for key, name in _ROWS.items():
        shown = (f"{column[key]:.4f}" if key.startswith("recall") else _shown(column[key]) for column in columns)
        values = "".join(f"{value:>12}" for value in shown)
        print(f"{name:<32}{values}")


def _shown(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


_STEPS: dict[str, Callable[..., dict[str, float]]] = {"--build": _build, "--search": _search}

if __name__ == "__main__":
    main()
