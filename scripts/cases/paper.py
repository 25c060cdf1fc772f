"""The furniture of a page: letterhead, foot, transmission line, stamp, and the label that all of it is invented."""

from __future__ import annotations

from typing import NamedTuple

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from scripts.cases.clinic import Clinic

WIDTH, HEIGHT = letter
LABEL = "Synthetic test record. No real person."
_TOP = 30


class Place(NamedTuple):
    """Which page of its record, of its part of the file, and of the file a page is."""

    page: int
    pages: int
    part_page: int
    part_pages: int
    file_page: int


def head_height(clinic: Clinic, first: bool) -> float:
    """Points to keep free above the text."""
    if not first or clinic.letterhead == "none":
        return _TOP + 22
    return _TOP + 30 + 11 * len(clinic.lines)


def letterhead(canvas: Canvas, clinic: Clinic) -> None:
    """Draws the sender's name and address on the first page of a record."""
    top, colour = HEIGHT - _TOP - 18, HexColor(clinic.colour)
    canvas.setFillColor(colour)
    size = clinic.size + (0 if clinic.letterhead == "typed" else 4)
    if clinic.letterhead == "band":
        canvas.rect(0, top - 8, WIDTH, 24, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#ffffff"))
    _aligned(canvas, clinic, clinic.name, top, clinic.bold, size)
    canvas.setFillColor(HexColor("#000000"))
    for number, line in enumerate(clinic.lines, start=1):
        _aligned(canvas, clinic, line, top - 4 - 11 * number, clinic.regular, 8.5)
    if clinic.letterhead in ("left", "centre"):
        bottom = top - 10 - 11 * len(clinic.lines)
        canvas.line(clinic.margin, bottom, WIDTH - clinic.margin, bottom)


def _aligned(canvas: Canvas, clinic: Clinic, text: str, y: float, font: str, size: float) -> None:
    canvas.setFont(font, size)
    if clinic.letterhead == "centre":
        canvas.drawCentredString(WIDTH / 2, y, text)
    elif clinic.letterhead == "right":
        canvas.drawRightString(WIDTH - clinic.margin, y, text)
    else:
        canvas.drawString(clinic.margin, y, text)


def foot(canvas: Canvas, clinic: Clinic, words: dict[str, str], place: Place, furniture: bool) -> None:
    """Draws the sender's page foot (or running head) and the label."""
    canvas.setFont(clinic.regular, 8)
    if furniture:
        _foot(canvas, clinic, words, place)
        numbers = {"p": place.page, "n": place.pages, "f": place.file_page + clinic.counted}
        _chart_lines(canvas, clinic, words | {key: str(number) for key, number in numbers.items()})
    canvas.setFont("Helvetica", 6)
    canvas.drawCentredString(WIDTH / 2, 14, LABEL)


def _foot(canvas: Canvas, clinic: Clinic, words: dict[str, str], place: Place) -> None:
    match clinic.foot:
        case "page-of":
            canvas.drawCentredString(WIDTH / 2, 28, f"Page {place.page} of {place.pages}")
        case "re-page" if place.page > 1:
            canvas.drawString(clinic.margin, HEIGHT - _TOP - 6, f"RE: {words['LASTFIRST']}    Page {place.page}")
        case "dash":
            canvas.drawCentredString(WIDTH / 2, 28, f"- {place.page} -")
        case "confidential":
            canvas.drawString(clinic.margin, 28, f"CONFIDENTIAL   {words['lastfirst']}  DOB {words['dob']}")
            canvas.drawRightString(WIDTH - clinic.margin, 28, f"{place.page}/{place.pages}")


def _chart_lines(canvas: Canvas, clinic: Clinic, words: dict[str, str]) -> None:
    """Draws what a chart program prints above and below each page."""
    for lines, y in ((clinic.running, HEIGHT - _TOP - 6), (clinic.printed, 24)):
        for row, line in enumerate(lines.splitlines()):
            canvas.setFont(clinic.regular, 7.5)
            canvas.drawString(clinic.margin, y - 9 * row, line.format(**words))


def stamps(canvas: Canvas, fax: str, bates: str, place: Place) -> None:
    """Draws what was added on the way: the line of the fax, the number of the file's page."""
    canvas.setFont("Courier", 8)
    if fax:
        canvas.drawString(24, HEIGHT - 16, fax.format(p=place.part_page, n=place.part_pages, f=place.file_page))
    if bates:
        canvas.drawRightString(WIDTH - 24, 14, bates.format(n=place.file_page))
