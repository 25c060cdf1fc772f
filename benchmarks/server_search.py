"""1,000 searches from 16 threads against a shared server: `python -m benchmarks.server_search FOLDER [PASSAGES]`.

FOLDER holds guideline documents in Markdown; their paragraphs become PASSAGES passages (default 25,000: more than are
compared one by one, so that the server is asked). A real `chroma run` on loopback is filled and searched: once from one
thread, once from 16, which must find the same. The index of this machine is searched for comparison.
"""

from __future__ import annotations

import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from drafter.criteria.library import library
from vectorstore.embedder import Embedder, get_embedder
from vectorstore.errors import ServerUnavailable, StoreError
from vectorstore.index import Index, build_index, open_index
from vectorstore.passage import Passage
from vectorstore.shared import Server, attach, publish
from vectorstore.shared.connection import session

_SEARCHES = 1000
_THREADS = 16
_PASSAGES = 25_000
_SHORTEST = 120
"""Characters from which a paragraph becomes a passage."""
_STARTUP = 60


class Run(NamedTuple):
    """Searches, one after another or side by side."""

    found: list[tuple[str, ...]]
    seconds: list[float]
    errors: int
    wall: float


def main() -> None:
    if len(sys.argv) < 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("usage: python -m benchmarks.server_search FOLDER [PASSAGES]")
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else _PASSAGES
    embedder = get_embedder()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        passages = _passages(Path(sys.argv[1]), wanted)
        _timed(f"index of {len(passages)} passages built", lambda: build_index(passages, folder / "index", embedder))
        with _chroma(folder / "server") as server:
            _timed("published", lambda: publish(folder / "index", server))
            _search_all(folder, embedder, server)


def _search_all(folder: Path, embedder: Embedder, server: Server) -> None:
    opened = time.perf_counter()
    shared = attach(open_index(folder / "index", embedder), server, folder / "replica")
    print(f"replica derived               {time.perf_counter() - opened:8.1f} s")
    opened = time.perf_counter()
    attach(open_index(folder / "index", embedder), server, folder / "replica").close()
    print(f"replica found up to date      {time.perf_counter() - opened:8.2f} s")
    texts = _texts()
    local = open_index(folder / "index", embedder)
    here, alone, together = _run(local, texts, 1), _run(shared, texts, 1), _run(shared, texts, _THREADS)
    for name, run in (("this machine", here), ("server", alone), (f"server, {_THREADS} threads", together)):
        p50, p95 = statistics.median(run.seconds), statistics.quantiles(run.seconds, n=20)[18]
        rate = len(texts) / run.wall
        print(f"{name:<22} p50 {p50 * 1000:6.1f} ms, p95 {p95 * 1000:6.1f} ms, {rate:6.1f}/s, {run.errors} errors")
    print(f"{_THREADS} threads find what one finds: {_share(together, alone):.1%}")
    print(f"the server finds what this machine finds: {_share(alone, here):.1%}")
    shared.close()
    local.close()


def _run(index: Index, texts: Sequence[str], threads: int) -> Run:
    index.search(texts[0], 10)

    def one(text: str) -> tuple[tuple[str, ...], float]:
        started = time.perf_counter()
        try:
            found = tuple(hit.passage.id for hit in index.search(text, 10))
        except StoreError as error:
            found = (str(error),)
        return found, time.perf_counter() - started

    started = time.perf_counter()
    with ThreadPoolExecutor(max_workers=threads) as pool:
        results = list(pool.map(one, texts))
    wall = time.perf_counter() - started
    errors = sum(len(found) == 1 for found, _ in results)
    return Run([found for found, _ in results], [seconds for _, seconds in results], errors, wall)


def _share(one: Run, other: Run) -> float:
    return statistics.mean(a == b for a, b in zip(one.found, other.found, strict=True))


def _texts() -> list[str]:
    """Sentences of the cards as questions, each once."""
    cards = library()
    sentences = [s for card in cards.cards.values() for s in cards.passage(card).text.split(". ") if len(s) > 20]
    distinct = list(dict.fromkeys(sentences))
    return (distinct * (_SEARCHES // len(distinct) + 1))[:_SEARCHES]


def _passages(folder: Path, wanted: int) -> list[Passage]:
    found: dict[str, Passage] = {}
    for path in sorted(folder.rglob("*.md")):
        paragraphs = path.read_text(encoding="utf-8").split("\n\n")
        for number, text in enumerate(text.strip() for text in paragraphs if len(text.strip()) >= _SHORTEST):
            name = f"{path.stem}#{number}"
            found[name] = Passage(id=name, kind="guideline", text=text, metadata={"document": path.stem})
            if len(found) == wanted:
                return list(found.values())
    return list(found.values())


def _timed(what: str, work: Callable[[], object]) -> None:
    started = time.perf_counter()
    work()
    print(f"{what}: {time.perf_counter() - started:.1f} s")


@contextmanager
def _chroma(folder: Path) -> Iterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(Path(sys.executable).with_name("chroma")), "run", "--path", str(folder), "--port", str(port)]
    process = subprocess.Popen([*command, "--host", "127.0.0.1"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    server = Server(f"http://127.0.0.1:{port}")
    try:
        _wait_for(server)
        yield server
    finally:
        process.terminate()
        process.wait()


def _wait_for(server: Server) -> None:
    give_up = time.monotonic() + _STARTUP
    while True:
        try:
            with session(server):
                return
        except ServerUnavailable:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.2)


if __name__ == "__main__":
    main()
