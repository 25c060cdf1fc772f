"""How large are page images in the HTML letter, and how legible?

    python -m benchmarks.page_images

For several resolutions and formats: kilobytes a page (before base64, which adds a third), and how many characters of
its text are recognised on the stored image; for a typed page and for a scan of seeds/cases/massage.
"""

from __future__ import annotations

import difflib
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml
from PIL import Image

from drafter.casefile.pages.deskew import upright
from drafter.casefile.pages.grey import Grey
from drafter.casefile.pages.ocr import recognise
from drafter.casefile.pages.pdf import open_pdf, pdf_image, pdf_page
from drafter.rendering.html.boxes import letters

CASE = Path("seeds/cases/massage")
TYPED, SCAN = "05 QME Tremaine.pdf", "03 Alder Point 8-18-14.pdf"
_READING_DPI = 200


class Way(NamedTuple):
    """How a page is drawn and stored."""

    dpi: int
    format: str
    options: dict[str, Any]


WAYS = (
    Way(75, "WEBP", {"quality": 50}),
    Way(90, "WEBP", {"quality": 50}),
    Way(110, "WEBP", {"quality": 30}),
    Way(110, "WEBP", {"quality": 50}),
    Way(110, "WEBP", {"quality": 70}),
    Way(110, "WEBP", {"lossless": True}),
    Way(110, "JPEG", {"quality": 50}),
    Way(110, "PNG", {"optimize": True}),
    Way(140, "WEBP", {"quality": 50}),
)


def main() -> None:
    pages = {"typed": (_document(TYPED), _typed()), "scan": (_document(SCAN), _scanned())}
    print(f"{'dpi':>4}  {'stored as':<22}" + "".join(f"{name + ', kB':>12}{'recognised':>12}" for name in pages))
    for way in WAYS:
        options = ", ".join(f"{name} {value}" for name, value in way.options.items())
        row = f"{way.dpi:>4}  {way.format + ' ' + options:<22}"
        for document, text in pages.values():
            data = _stored(Image.fromarray(_drawn(document, way.dpi)), way)
            row += f"{len(data) / 1000:>12.1f}{_recognised(data, way, text):>12.1%}"
        print(row, flush=True)


def _document(name: str) -> Any:  # noqa: ANN401 - pypdfium2 has no types
    return open_pdf(CASE / "file" / name)


def _typed() -> str:
    return letters(pdf_page(_document(TYPED), 1).text)


def _scanned() -> str:
    truth = yaml.safe_load((CASE / "scanned.yaml").read_text(encoding="utf-8"))
    return letters(truth[SCAN][1])


def _drawn(document: Any, dpi: int) -> Grey:  # noqa: ANN401
    return upright(pdf_image(document, 1, dpi), 0)


def _stored(image: Image.Image, way: Way) -> bytes:
    buffer = BytesIO()
    image.save(buffer, way.format, **way.options)
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
