"""What a big library costs a draft: `python -m benchmarks.library_draft HOME [LETTER…]`.

HOME is a data folder that documents were added to (`drafter index add FOLDER --home HOME`). It is compared with a new
one, which has only what is shipped. Measured in each:

- a cold `drafter draft` of the seed, a process of its own: seconds and user time, medians of five;
- the first search in a process, which opens vectors and words;
- warm, for up to forty items of the LETTERs (default: the seed), all of which were drafted once before: milliseconds
  that an item's search takes (guideline sections, prior decisions, search sequence), and the whole of its draft.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from drafter.case import Case
from drafter.intake import read_letter
from drafter.pipeline import Desk, draft_case, open_desk
from drafter.resources import data_folder
from drafter.retrieval import choose_guidelines, find_precedents, search_in_sequence
from drafter.settings import Settings

_RUNS = 5
_ITEMS = 40
_SEED = data_folder("seeds") / "determinations" / "CM14-0140682.md"


class Took(NamedTuple):
    """Seconds on the clock and of the processor."""

    wall: float
    processor: float


def main() -> None:
    if len(sys.argv) < 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("usage: python -m benchmarks.library_draft HOME [LETTER…]")
    cases = _cases([Path(name) for name in sys.argv[2:]] or [_SEED])
    with tempfile.TemporaryDirectory() as shipped:
        for name, home in (("shipped", Path(shipped)), ("library", Path(sys.argv[1]))):
            desk = open_desk(Settings(home=home, engine="offline"))
            print(f"{name}: {', '.join(f'{count} {kind}' for kind, count in desk.index.manifest.kinds.items())}")
            _print("  cold draft of the seed, s", [_cold(home) for _ in range(_RUNS)], 1)
            _print("  first search, ms", [_timed(_search, cases[0], 0, desk)], 1000)
            for case in cases:
                draft_case(case, desk)
            searches = [took for case in cases for took in _searches(case, desk)]
            _print(f"  search of an item, ms ({len(searches)})", searches, 1000)
            drafts = [_timed(draft_case, case, desk) for case in cases]
            items = sum(len(case.items) for case in cases)
            wall, processor = (sum(each) / items * 1000 for each in zip(*drafts, strict=True))
            print(f"  whole draft, mean ms an item ({items})   wall {wall:.1f}   processor {processor:.1f}")
            desk.index.close()


def _cases(letters: Sequence[Path]) -> list[Case]:
    """Cases of the letters up to some forty items."""
    cases: list[Case] = []
    for letter in letters:
        if sum(len(case.items) for case in cases) < _ITEMS:
            cases.append(read_letter(letter).case)
    return cases


def _cold(home: Path) -> Took:
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "drafter", "draft", str(_SEED), "--out", out]
        before = os.times()
        subprocess.run(command, check=True, capture_output=True, env={"DRAFTER_HOME": str(home), "PATH": os.defpath})
        after = os.times()
    return Took(after.elapsed - before.elapsed, after.children_user - before.children_user)


def _searches(case: Case, desk: Desk) -> list[Took]:
    return [_timed(_search, case, number, desk) for number in range(len(case.items))]


def _search(case: Case, number: int, desk: Desk) -> None:
    item = case.items[number]
    chosen = choose_guidelines(case, item, desk.index, desk.library)
    find_precedents(case, item, desk.index)
    search_in_sequence(case, item, desk.index, desk.library, chosen, desk.families)


def _timed(call: Callable[..., object], *arguments: object) -> Took:
    wall, processor = time.perf_counter(), time.process_time()
    call(*arguments)
    return Took(time.perf_counter() - wall, time.process_time() - processor)


def _print(what: str, times: Sequence[Took], unit: float) -> None:
    shown = []
    for name, values in zip(Took._fields, zip(*times, strict=True), strict=True):
        p95 = f" (p95 {statistics.quantiles(values, n=20)[-1] * unit:.1f})" if len(values) >= 20 else ""
        shown.append(f"{name} {statistics.median(values) * unit:.1f}{p95}")
    print(f"{what:<42} {'   '.join(shown)}")


if __name__ == "__main__":
    main()
