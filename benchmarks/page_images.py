"""How large are page images in the HTML letter, and how legible?

    python -m benchmarks.page_images [--pages 3]

For several resolutions and qualities: kilobytes a page (before base64, which adds a third), and how many characters of
the page's own text are recognised on the compressed image. Pages with text are the first of seeds/cases/massage.
"""

from __future__ import annotations

import argparse
import difflib
from io import BytesIO
from pathlib import Path
from statistics import mean
from typing import NamedTuple

import numpy as np
from PIL import Image

from drafter.casefile.pages.ocr import recognise
from drafter.casefile.pages.pdf import open_pdf, pdf_image, pdf_page
from drafter.rendering.html.boxes import letters

FILE = Path("seeds/cases/massage/file/05 QME Tremaine.pdf")
_READING_DPI = 200


class Way(NamedTuple):
    """How a page is drawn and stored."""

    dpi: int
    format: str
    quality: int


WAYS = (
    Way(75, "WEBP", 50),
    Way(90, "WEBP", 50),
    Way(110, "WEBP", 30),
    Way(110, "WEBP", 50),
    Way(110, "WEBP", 70),
    Way(110, "JPEG", 50),
    Way(110, "PNG", 0),
    Way(140, "WEBP", 50),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=3)
    document = open_pdf(FILE)
    numbers = range(1, min(parser.parse_args().pages, len(document)) + 1)
    print(f"{'dpi':>4} {'format':>7} {'quality':>8} {'kB a page':>10} {'characters recognised':>22}")
    for way in WAYS:
        stored = [_stored(Image.fromarray(pdf_image(document, number, way.dpi)), way) for number in numbers]
        right = mean(
            _recognised(data, way, letters(pdf_page(document, number).text))
            for data, number in zip(stored, numbers, strict=True)
        )
        size = mean(len(data) for data in stored) / 1000
        print(f"{way.dpi:>4} {way.format:>7} {way.quality:>8} {size:>10.1f} {right:>22.1%}")


def _stored(image: Image.Image, way: Way) -> bytes:
    buffer = BytesIO()
    image.save(buffer, way.format, **({"quality": way.quality} if way.quality else {"optimize": True}))
    return buffer.getvalue()


def _recognised(data: bytes, way: Way, text: str) -> float:
    image = Image.open(BytesIO(data)).convert("L")
    scale = _READING_DPI / way.dpi
    larger = image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.BICUBIC)
    read = letters(recognise(np.asarray(larger)).text)
    matched = difflib.SequenceMatcher(None, text, read, autojunk=False).get_matching_blocks()
    return sum(block.size for block in matched) / len(text)


if __name__ == "__main__":
    main()
