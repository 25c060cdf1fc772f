"""What thousands of pages cost: indexing a case, a whole-record proof of absence, and the same case a second time.

`python -m benchmarks.evidence_scale [PAGES]` makes a synthetic chart (default 2,000 pages, 30 sentences each) and
prints seconds, and the peak of memory. The goals are those for 2,000 pages: indexed within 60 s under 1.5 GB, a proof
within 200 ms. Page reading is measured by `benchmarks.page_reading`.
"""

from __future__ import annotations

import datetime as dt
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.memory import peak_memory
from drafter.case import Case, CaseHeader, DisputedItem, Page, Record
from drafter.collector import collect_rarely
from drafter.embedding import kept, open_embedder
from drafter.engines.base import Matter
from drafter.engines.offline.assess import assess_item
from drafter.evidence.mentions import find_mentions
from drafter.evidence.reading import CaseReading
from drafter.lexicon import concepts
from drafter.lock import parse_lock
from drafter.pipeline import draft_case, open_desk, open_matter
from drafter.settings import Settings
from vectorstore.embedder import Embedder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_PAGES = 2000
_SENTENCES = 30
_PAGES_EACH = 8
_REQUEST = "Additional physical therapy, 12 visits, left shoulder"
_PARTS = ("left shoulder", "right knee", "low back", "neck", "left wrist", "right hip", "right elbow")
_TEMPLATES = (
    "The {part} hurts {n}/10 at rest and {m}/10 when lifting {n}{m} pounds.",
    "On examination the {part} is tender, flexion is {n}{m} degrees and strength {s}/5.",
    "Naproxen {n}{m}0 mg was refilled, #{m}{n}, and tolerated without gastric upset.",
    "{name} was seen for follow-up of the {part} and works with a limit of {n}{m} pounds.",
    "Sensation to light touch is intact in the {part} dermatomes, reflexes {s}+ and symmetric.",
    "Radiographs of the {part} of {d} show no fracture and mild degenerative change.",
    "Continue home stretching of the {part}, {n} repetitions {s} times a day.",
    "Physical therapy visit {n} of {m}{s}: ultrasound, stretching and {m} minutes on the bicycle.",
    "The report of {d} by Dr. {name} was reviewed and its findings were discussed.",
    "Blood pressure {n}{m}/{m}{s}, pulse {m}{n}, no distress, gait normal.",
    "Sleep is disturbed {n} nights a week because of the {part}.",
    "Authorization was received on {d} for {n} visits and forwarded to {name}.",
    "MRI of the {part} dated {d} was compared; the signal change measures {n}.{m} mm.",
    "Recheck in {n} weeks; sooner if the {part} gets worse.",
    "Electronically signed {d} at {n}:{s}{m} by {name}, reference {n}{m}{s}-{m}{n}.",
)
_NAMES = ("Aster", "Bowden", "Calloway", "Dunmore", "Ellery", "Farrow", "Gideon", "Hadley", "Ingram", "Jessup")
_GOAL = 0.2
"""Seconds for one proof."""


def main(pages: int) -> None:
    """Print the table."""
    collect_rarely()
    case = _chart(pages)
    with tempfile.TemporaryDirectory() as home, peak_memory() as peak:
        desk = open_desk(Settings(home=Path(home)))
        with _timed("index, first time"):
            reading = _indexed(case, kept(desk.embedder, Path(home)))
        print(f"{'sentences':34}{len(reading.sentences):10,}")
        _print_proofs(reading)
        with _timed("index, second time"):
            _indexed(case, kept(_Refusing(open_embedder(desk.settings)), Path(home)))
        with _timed("assess one item"):
            matter: Matter = open_matter(case.items[0], reading, desk, {})[0]
            assess_item(matter)
        with _timed("whole draft, second time"):
            draft_case(case, desk)
    print(f"{'peak memory':34}{peak.megabytes:10,} MB")


class _Refusing:
    """An embedder of which nothing more may be asked than single queries."""

    def __init__(self, inner: Embedder) -> None:
        self._inner = inner
        self.name = inner.name
        self.dimension = inner.dimension

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if len(texts) > 1:
            raise SystemExit(f"{len(texts)} texts were embedded again")
        return self._inner.embed(texts)


def _print_proofs(reading: CaseReading) -> None:
    """Of every concept of the lexicon; each is searched for once, since what was found is remembered."""
    absent: dict[str, float] = {}
    documented: dict[str, float] = {}
    for name, concept in concepts().items():
        started = time.process_time()
        found = find_mentions(concept, reading, reading.case.items[0])
        reading.nearest(concept.query)
        (documented if found.evidence else absent)[name] = time.process_time() - started
    _print_times("proof of absence", absent)
    _print_times("search of what is documented", documented)


def _print_times(what: str, seconds: dict[str, float]) -> None:
    slowest = sorted(seconds, key=seconds.__getitem__, reverse=True)
    over = [f"{name} {seconds[name] * 1000:.0f}" for name in slowest if seconds[name] > _GOAL]
    tenths = statistics.quantiles(seconds.values(), n=20)
    print(f"{what}: {len(seconds)} concepts, median {statistics.median(seconds.values()) * 1000:.0f} ms on the")
    print(f"  processor, 95 of 100 within {tenths[-1] * 1000:.0f} ms, {len(over)} over 200 ms: {', '.join(over)}")


def _indexed(case: Case, embedder: Embedder) -> CaseReading:
    reading = CaseReading(case, embedder)
    reading.nearest("pain")
    return reading


@contextmanager
def _timed(what: str) -> Iterator[None]:
    started, worked = time.perf_counter(), time.process_time()
    yield
    busy = time.process_time() - worked
    print(f"{what:34}{time.perf_counter() - started:10.1f} s ({busy:.1f} s on the processor)", flush=True)


def _chart(pages: int) -> Case:
    """Visits of eight pages each, one a week; every sentence is drawn anew, so that few repeat."""
    draw = random.Random(7)
    first = dt.date(2009, 1, 5)
    item = DisputedItem(number=1, request=_REQUEST, lock=parse_lock(_REQUEST))
    records = [_record("request", "request", [_REQUEST], None)]
    for number, start in enumerate(range(0, pages, _PAGES_EACH)):
        texts = [_page(draw) for _ in range(min(_PAGES_EACH, pages - start))]
        records.append(_record(f"visit-{number}", "progress_note", texts, first + dt.timedelta(weeks=number)))
    header = CaseHeader(
        case_number="CM99-0000002", request_date=dt.date(2015, 3, 2), ur_denial_date=dt.date(2015, 3, 9)
    )
    return Case(header=header, records=tuple(records), items=(item,))


def _record(name: str, kind: str, texts: list[str], date: dt.date | None) -> Record:
    pages = tuple(Page(number=number, text=text) for number, text in enumerate(texts, start=1))
    return Record.model_validate(
        {"id": name, "title": name, "kind": kind, "date": date, "pages": pages, "sha256": name}
    )


def _page(draw: random.Random) -> str:
    return "\n".join(_sentence(draw) for _ in range(_SENTENCES))


def _sentence(draw: random.Random) -> str:
    day = f"{draw.randint(1, 12)}/{draw.randint(1, 28)}/{draw.randint(2009, 2015)}"
    return draw.choice(_TEMPLATES).format(
        part=draw.choice(_PARTS),
        name=draw.choice(_NAMES),
        d=day,
        n=draw.randint(1, 9),
        m=draw.randint(1, 9),
        s=draw.randint(1, 5),
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else _PAGES)
