"""The weakest model over real letters: `python -m benchmarks.local_model FOLDER [--count 20] [--out DIR] [--port N]`.

llama.cpp serves SmolLM2-135M (`drafter model pull` fetches it) as `drafter model serve` does, the llm engine drafts a
seeded choice of the letters in FOLDER over HTTP, then all of them again from the cache. Printed: whether the drafts are
complete, sentences that break promises 1-3 by code that knows nothing of the verifier, what survived of the model's
sentences, fallbacks, repairs, calls, tokens and seconds. Each draft is kept in DIR as it is done, so that a run that
was stopped goes on where it was; take an empty DIR and an empty DRAFTER_HOME for an honest time.
"""

from __future__ import annotations

import argparse
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.local_model_report import Made, print_report
from drafter.engines.llm import LlmEngine
from drafter.intake import read_letter
from drafter.llm.client import open_client
from drafter.llm.weights import default_weights
from drafter.pipeline import Desk, draft_case, open_desk
from drafter.prompting import open_shelf
from drafter.settings import Settings, load_settings

_SEED = 20
_START_SECONDS = 300
_SILENT_SECONDS = 1800
"""A prompt of 4,000 tokens takes a minute or two on one busy core; the server says nothing meanwhile."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--out", type=Path, default=Path("local-model"))
    parser.add_argument("--port", type=int, default=8085, help="the same again, or the cache knows nothing of it")
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped; the same command goes on from here"))
    letters = _choose(given.folder, given.count)
    with _served(default_weights(load_settings().home), given.port) as address:
        settings = load_settings(engine="llm", base_url=address, concurrency=1, timeout=_SILENT_SECONDS)
        first = _run(letters, given.out / "first", settings)
        second = _run(letters, given.out / "second", settings)
        print_report(first, second, open_desk(settings))


def _choose(folder: Path, count: int) -> list[Path]:
    letters = sorted(path for path in folder.iterdir() if path.suffix.lower() in {".pdf", ".md", ".txt"})
    if not letters:
        sys.exit(f"error: {folder}: holds no letter (.pdf, .md, .txt); name the folder that does")
    return sorted(random.Random(_SEED).sample(letters, min(count, len(letters))))


@contextmanager
def _served(weights: Path, port: int) -> Iterator[str]:
    """The address of `drafter model serve`."""
    command = [sys.executable, "-m", "drafter", "model", "serve", str(weights), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        ready, _, _ = select.select([process.stdout], [], [], _START_SECONDS)
        line = process.stdout.readline() if ready else ""
        if "DRAFTER_BASE_URL=" not in line:
            sys.exit("error: the local model does not start; run drafter model serve to see why")
        yield line.partition("DRAFTER_BASE_URL=")[2].split()[0]
    finally:
        process.terminate()
        process.wait()


def _run(letters: list[Path], out: Path, settings: Settings) -> list[Made]:
    """Draft what `out` does not hold yet. Each run has a client of its own, as a second command would."""
    out.mkdir(parents=True, exist_ok=True)
    desk = open_desk(settings)
    return [_made(path, out / f"{path.stem}.json", desk) for path in letters]


def _made(letter: Path, kept: Path, desk: Desk) -> Made:
    case = read_letter(letter).case
    if kept.exists():
        return Made.load(kept, case)
    client = open_client(desk.settings)
    with client:
        engine = LlmEngine(client, open_shelf(desk.settings.prompts), desk.settings.concurrency)
        started = time.perf_counter()
        draft = draft_case(case, Desk(desk.settings, desk.library, desk.index, desk.embedder, engine))
        made = Made(case, draft, client.ledger.entries, time.perf_counter() - started)
    made.save(kept)
    print(f"{letter.stem}: {len(draft.items)} items, {made.seconds:.1f} s", file=sys.stderr, flush=True)
    return made


if __name__ == "__main__":
    main()
