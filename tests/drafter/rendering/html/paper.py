"""Small pages made for a test, as PDF with text and as a picture of text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

SIZE = (1100, 760)


def write_pdf(path: Path, lines: Sequence[str]) -> Path:
    """One page with a line of text every 20 points."""
    canvas = Canvas(str(path), pagesize=letter, invariant=True)
    for row, line in enumerate(lines):
        canvas.drawString(72, 700 - 20 * row, line)
    canvas.save()
    return path


def draw_page(lines: Sequence[str]) -> Image.Image:
    """A picture with a line of text every 70 pixels, beginning at 60, 60."""
    image = Image.new("L", SIZE, 255)
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(30)
    for row, line in enumerate(lines):
        pen.text((60, 60 + 70 * row), line, fill=0, font=font)
    return image


def drawn_at(lines: Sequence[str], words: str) -> tuple[float, float, float, float]:
    """Where `words` were drawn, in pixels."""
    row = next(index for index, line in enumerate(lines) if words in line)
    font = ImageFont.load_default(30)
    start = 60 + font.getlength(lines[row][: lines[row].index(words)])
    left, top, right, bottom = font.getbbox(words)
    return start + left, 60 + 70 * row + top, start + right, 60 + 70 * row + bottom
