"""How fast the pages of a case are read, in how much memory, and how well a scan: `python -m benchmarks.page_reading`.

A PDF of 2,000 pages of text is written, read, and read again from the cache. A scan of 50 pages is rendered from known
text at 150 dpi with noise, blur, specks and up to 3 degrees of skew, every tenth page on its side or upside down; the
character accuracy is one minus the edit distance by length, white space counted once. CPU seconds are printed
beside the clock because other work on the machine makes the clock say little.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import mean
from typing import NamedTuple

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter
from rapidfuzz.distance import Levenshtein
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from benchmarks.memory import peak_memory
from drafter.casefile.pages import FileReading, read_pages

_SENTENCES = (
    "The patient was seen on {d} for follow up of low back pain radiating to the left lower extremity.",
    "She completed {n} of 24 sessions of physical therapy with improvement in range of motion.",
    "Current medications: Norco 10/325 mg #{n}, Cyclobenzaprine 7.5 mg #{n}, Gabapentin 300 mg t.i.d.",
    "Straight leg raise is positive at {n} degrees on the left; sensation is decreased in the L5 dermatome.",
    "MRI of the lumbar spine dated {d} demonstrates a 4 mm disc protrusion at L4-L5 with annular fissure.",
    "Work status: temporarily totally disabled until {d}. Claim No. WC-{n}8{n}-2014.",
    "PLAN: Request authorization for massage therapy 2 x week x {n} weeks, right shoulder (ICD-9 726.1).",
    "The DASH score was {n}/100, VAS {n}/10 without and 3/10 with medication; CURES report reviewed {d}.",
)
_FONTS = (("Times-Roman", 11), ("Helvetica", 10), ("Courier", 9), ("Times-Roman", 9))
_DPI = 150


class Cost(NamedTuple):
    seconds: float
    cpu_seconds: float
    megabytes: int


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--pages", type=int, default=2000, help="pages of the text PDF")
    arguments.add_argument("--scans", type=int, default=50, help="pages of the scan")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if chosen.pages:
            print_text_pages(Path(folder), chosen.pages)
        if chosen.scans:
            print_scanned_pages(Path(folder), chosen.scans)


def print_text_pages(folder: Path, pages: int) -> None:
    path = folder / "text.pdf"
    write_pages(path, pages)
    for what in ("read", "read again, from the cache"):
        with _cost() as costs:
            reading = read_pages([path], folder, folder / "home")
        print(f"{pages:,} pages of text {what:28} {_shown(costs[0])}")
        assert len(reading.pages) == pages


def print_scanned_pages(folder: Path, pages: int) -> None:
    drawn, scan = folder / "drawn.pdf", folder / "scan.pdf"
    truth = write_pages(drawn, pages)
    _apart(write_scan, drawn, scan)
    with _cost() as costs:
        reading = read_pages([scan], folder, None)
    cost = costs[0]
    print(f"{pages} scanned pages read{'':22} {_shown(cost)}")
    print(f"  {60 * pages / cost.seconds:.1f} pages/min by the clock, {cost.cpu_seconds / pages:.1f} CPU s a page")
    print_accuracy(reading, truth)


def print_accuracy(reading: FileReading, truth: list[str]) -> None:
    scores = [accuracy(page.text, wanted) for page, wanted in zip(reading.pages, truth, strict=True)]
    sure = [page.ocr_confidence or 0.0 for page in reading.pages]
    print(
        f"  character accuracy: mean {mean(scores):.4f}, worst page {min(scores):.4f}; mean confidence {mean(sure):.4f}"
    )


def accuracy(read: str, wanted: str) -> float:
    read, wanted = " ".join(read.split()), " ".join(wanted.split())
    return 1 - Levenshtein.distance(read, wanted) / max(len(read), len(wanted))


def write_pages(path: Path, pages: int) -> list[str]:
    """A PDF of pages of invented clinical text; the text of each."""
    canvas = Canvas(str(path), pagesize=letter, invariant=1)
    texts = []
    for number in range(pages):
        lines = _lines(random.Random(number), *_FONTS[number % len(_FONTS)])
        for row, line in enumerate(lines):
            canvas.setFont(*_FONTS[number % len(_FONTS)])
            canvas.drawString(60, 740 - 15 * row, line)
        canvas.showPage()
        texts.append("\n".join(lines))
    canvas.save()
    return texts


def write_scan(drawn: Path, path: Path) -> None:
    """The pages of a PDF as a fax machine would send them."""
    document = pypdfium2.PdfDocument(drawn)
    pages = [_faxed(document[index], index) for index in range(len(document))]
    pages[0].save(path, save_all=True, append_images=pages[1:], resolution=_DPI)


def _faxed(page: pypdfium2.PdfPage, index: int) -> Image.Image:
    noise = np.random.default_rng(index)
    drawn = page.render(scale=_DPI / 72).to_pil().convert("L").filter(ImageFilter.GaussianBlur(0.5))
    skewed = drawn.rotate(float(noise.uniform(-3, 3)), resample=Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    grey = np.asarray(skewed, dtype=float) + noise.normal(0, 14, skewed.size[::-1])
    grey[noise.random(grey.shape) < 0.001] = 0
    faxed = Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
    return faxed.rotate((90, 180, 270)[index // 10 % 3], expand=True) if index % 10 == 9 else faxed


def _lines(dice: random.Random, font: str, size: int) -> list[str]:
    """Lines wrapped in the middle of sentences, as they come."""
    width = {"Courier": 88, "Helvetica": 98}.get(font, 95 if size > 10 else 115)
    told = " ".join(_told(dice) for _ in range(60))
    return textwrap.wrap(told, width, break_on_hyphens=False)[:44]


def _told(dice: random.Random) -> str:
    date = f"{dice.randint(1, 12):02}/{dice.randint(1, 28):02}/{dice.randint(2012, 2019)}"
    return dice.choice(_SENTENCES).format(d=date, n=dice.randint(1, 99))


def _shown(cost: Cost) -> str:
    return f"{cost.seconds:7.1f} s, {cost.cpu_seconds:7.1f} CPU s, peak {cost.megabytes} MB"


def _apart(work: Callable[[Path, Path], None], *paths: Path) -> None:
    """In a process of its own, whose memory does not count for the reading."""
    process = multiprocessing.get_context("spawn").Process(target=work, args=paths)
    process.start()
    process.join()


@contextmanager
def _cost() -> Iterator[list[Cost]]:
    """Filled when the block is left: CPU time includes the page workers, which have ended by then."""
    costs: list[Cost] = []
    started, before = time.perf_counter(), os.times()
    with peak_memory() as peak:
        yield costs
    after = os.times()
    cpu = sum(after[:4]) - sum(before[:4])
    costs.append(Cost(time.perf_counter() - started, cpu, peak.megabytes))


if __name__ == "__main__":
    main()
