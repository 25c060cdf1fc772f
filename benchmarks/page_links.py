"""Are page links right? What is under the marks of an HTML letter, read back from the page and compared with the quote.

    python -m benchmarks.page_links [CASE …]

Cases are folders of seeds/cases; all of them by default. On pages with text of their own every sentence is marked, and
PDFium says which text the boxes cover. On scans the planted facts are marked, and the part of the image under the boxes
is recognised anew. Pages are read with DRAFTER_HOME, so that a second run is fast.
"""

from __future__ import annotations

import argparse
import difflib
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from PIL import Image

from drafter.case import Page, Record
from drafter.casefile.pages import SourcePage, read_pages
from drafter.casefile.pages.ocr import recognise
from drafter.casefile.pages.pdf import open_pdf
from drafter.rendering.html.boxes import Box, letters, locate
from drafter.rendering.html.sheets import CaseFiles, Sheet
from drafter.settings import home_folder
from drafter.text import record_sentences
from tests.drafter.rendering.html.reading import under

CASES = Path("seeds/cases")
_LIKE = 0.8
"""Share of letters that a second recognition of a few words has to agree with the first on."""
_MARGIN = 40


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="*", default=sorted(path.parent.name for path in CASES.glob("*/truth.yaml")))
    names: list[str] = parser.parse_args().cases
    whole: Counter[str] = Counter()
    print(f"{'case':<20} {'text: quotes':>12} {'right':>6} {'scans: quotes':>14} {'right':>6} {'no image':>9} {'s':>6}")
    for name in names:
        started = time.monotonic()
        counts = measured(name)
        whole += counts
        print(_row(name, counts, time.monotonic() - started))
    print(_row("all", whole, 0.0))


def _row(name: str, counts: Counter[str], seconds: float) -> str:
    numbers = [counts[key] for key in ("text", "text right", "scan", "scan right", "no image")]
    return "{:<20} {:>12} {:>6} {:>14} {:>6} {:>9} {:>6.1f}".format(name, *numbers, seconds)


def measured(name: str) -> Counter[str]:
    folder = CASES / name / "file"
    pages = read_pages([folder], folder, home_folder()).pages
    truth = yaml.safe_load((CASES / name / "truth.yaml").read_text(encoding="utf-8"))
    counts: Counter[str] = Counter()
    with CaseFiles(folder, home_folder()) as files:
        for page in pages:
            scanned = page.ocr_confidence is not None
            ranges = list(_facts(page, truth["facts"]) if scanned else _sentences(page))
            sheet = files.sheet(page.source, scanned) if ranges else None
            if sheet is None:
                counts["no image"] += len(ranges)
                continue
            kind = "scan" if scanned else "text"
            counts[kind] += len(ranges)
            counts[f"{kind} right"] += _right(page, ranges, sheet, folder)
    return counts


def _facts(page: SourcePage, facts: Sequence[dict[str, Any]]) -> Iterator[tuple[int, int]]:
    for fact in facts:
        if (fact["file"], fact["page"]) == (page.source.file, page.source.page):
            found = re.search(r"\s+".join(map(re.escape, fact["quote"].split())), page.text)
            if found:
                yield found.span()


def _sentences(page: SourcePage) -> Iterator[tuple[int, int]]:
    record = Record(id="r", title="", kind="other", pages=(Page(number=1, text=page.text),), sha256="")
    for sentence in record_sentences(record):
        if letters(sentence.text):
            yield sentence.start, sentence.end


def _right(page: SourcePage, ranges: Sequence[tuple[int, int]], sheet: Sheet, folder: Path) -> int:
    boxes = [locate(page.text, start, end, sheet.glyphs, sheet.shape) for start, end in ranges]
    words = [letters(page.text[start:end]) for start, end in ranges]
    if page.ocr_confidence is not None:
        return sum(_like(_recognised(sheet.image, each), word) for each, word in zip(boxes, words, strict=True))
    document = open_pdf(folder / page.source.file)
    try:
        on_page = document[page.source.page - 1]
        return sum(letters(under(on_page, each)) == word for each, word in zip(boxes, words, strict=True))
    finally:
        document.close()


def _recognised(image: Image.Image, boxes: Sequence[Box]) -> str:
    """What stands in the boxes, one below the other on white paper and nothing else."""
    pieces = [image.crop(_pixels(image, box)) for box in boxes]
    width = max((piece.width for piece in pieces), default=1) + 2 * _MARGIN
    paper = Image.new("L", (max(width, 600), sum(piece.height + _MARGIN for piece in pieces) + _MARGIN), 255)
    top = _MARGIN
    for piece in pieces:
        paper.paste(piece, (_MARGIN, top))
        top += piece.height + _MARGIN
    return letters(recognise(np.asarray(paper.resize((paper.width * 2, paper.height * 2)))).text)


def _pixels(image: Image.Image, box: Box) -> tuple[int, int, int, int]:
    width, height = image.size
    return round(box.left * width), round(box.top * height), round(box.right * width), round(box.bottom * height)


def _like(read: str, words: str) -> bool:
    return difflib.SequenceMatcher(None, read, words, autojunk=False).ratio() >= _LIKE


if __name__ == "__main__":
    main()
