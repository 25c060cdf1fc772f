"""Pages as a scanner or a fax machine leaves them: an image, askew, with specks and a dark edge."""

from __future__ import annotations

import io
import random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, TiffImagePlugin
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFImageXObject, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from scripts.cases.model import Look, Scrawl

_STRIP_OFFSETS, _STRIP_COUNTS, _ROWS = 273, 279, 278


def aged(page: Image.Image, look: Look, seed: int) -> Image.Image:
    """The page as it comes out of the machine; grey for a scanner, black and white for a fax."""
    grey = page.convert("L")
    if look.scan == "grey":
        grey = grey.filter(ImageFilter.GaussianBlur(0.5))
    turned = grey.rotate(look.skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    speckled = _specks(turned, look.noise, seed)
    if look.scan == "grey":
        _shadow(speckled)
    if look.turn:
        speckled = speckled.rotate(look.turn, expand=True)
    return speckled if look.scan == "grey" else speckled.point(lambda value: 255 * (value > 150)).convert("1")


def _specks(page: Image.Image, share: float, seed: int) -> Image.Image:
    rng = np.random.default_rng(seed)
    pixels = np.asarray(page).copy()
    count = int(pixels.size * share / 4)
    for y, x in zip(
        rng.integers(0, pixels.shape[0] - 2, count), rng.integers(0, pixels.shape[1] - 2, count), strict=True
    ):
        pixels[y : y + 2, x : x + 2] = 40
    return Image.fromarray(pixels)


def _shadow(page: Image.Image) -> None:
    draw = ImageDraw.Draw(page)
    for column in range(14):
        draw.line([(column, 0), (column, page.height)], fill=70 + column * 12)


def scrawled(scrawl: Scrawl, dpi: int = 150) -> Image.Image:
    """A page of lines that look like handwriting and say nothing."""
    rng = random.Random(scrawl.seed)
    page = Image.new("L", (int(8.5 * dpi), 11 * dpi), 255)
    draw = ImageDraw.Draw(page)
    for row in range(9):
        _scrawl_line(draw, rng, y=dpi * 2 + row * int(dpi * 0.55), dpi=dpi)
    return page.convert("1")


def _scrawl_line(draw: ImageDraw.ImageDraw, rng: random.Random, y: int, dpi: int) -> None:
    x = dpi + rng.randint(0, dpi // 3)
    while x < dpi * rng.uniform(5.5, 7.2):
        points = [(x + step * dpi // 22, y + rng.randint(-dpi // 9, dpi // 9)) for step in range(rng.randint(4, 11))]
        draw.line(points, fill=0, width=3, joint="curve")
        x = int(points[-1][0] + dpi // 7)


class FaxImage(PDFImageXObject):  # type: ignore[misc]
    """A black and white image in the coding of fax machines, which reportlab itself does not write."""

    def __init__(self, name: str, page: Image.Image) -> None:
        super().__init__(name)
        self.width, self.height = page.size
        self.streamContent = _group4(page)

    def format(self, document: PDFDocument) -> bytes:
        stream = PDFStream(content=self.streamContent)
        parameters = {"K": -1, "Columns": self.width, "Rows": self.height, "BlackIs1": "true"}
        entries = {
            "Type": PDFName("XObject"), "Subtype": PDFName("Image"), "Width": self.width, "Height": self.height,
            "BitsPerComponent": 1, "ColorSpace": PDFName("DeviceGray"), "Filter": PDFArray([PDFName("CCITTFaxDecode")]),
            "DecodeParms": PDFArray([PDFDictionary(parameters)]),
        }  # fmt: skip
        for key, value in entries.items():
            stream.dictionary[key] = value
        data: bytes = stream.format(document)
        return data


def _group4(page: Image.Image) -> bytes:
    held = io.BytesIO()
    options = TiffImagePlugin.ImageFileDirectory_v2()
    options[_ROWS] = page.height
    page.save(held, format="TIFF", compression="group4", tiffinfo=options)
    image = Image.open(held)
    assert isinstance(image, TiffImagePlugin.TiffImageFile)
    (start,), (length,) = image.tag_v2[_STRIP_OFFSETS], image.tag_v2[_STRIP_COUNTS]
    return held.getvalue()[start : start + length]


def jpeg(page: Image.Image, quality: int = 32) -> io.BytesIO:
    """A grey page, compressed as scanners do."""
    held = io.BytesIO()
    page.save(held, format="JPEG", quality=quality, optimize=True)
    held.seek(0)
    return held


def draw_page(canvas: Canvas, page: Image.Image, number: int) -> None:
    """Fills the page of `canvas`, the `number`th of the file, with the image."""
    width, height = canvas._pagesize
    if page.mode != "1":
        canvas.drawImage(ImageReader(jpeg(page)), 0, 0, width, height)
        return
    name = f"fax{number}"
    image = FaxImage(name, page)
    registered = canvas._doc.getXObjectName(name)
    canvas._setXObjects(image)
    canvas._doc.Reference(image, registered)
    canvas._doc.addForm(name, image)
    canvas.saveState()
    canvas.scale(width, height)
    canvas._code.append(f"/{registered} Do")
    canvas.restoreState()
    canvas._formsinuse.append(name)
