"""A file of a case as PDF: its text first, then the same pages with the scanned ones as images."""

from __future__ import annotations

import io
from functools import cache
from typing import NamedTuple

import pypdfium2
from PIL import Image
from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, PageBreak

from scripts.cases.filler import filled
from scripts.cases.flow import flowables
from scripts.cases.markup import blocks, dated
from scripts.cases.model import Doc, File, Part, Patient, Scrawl
from scripts.cases.paper import HEIGHT, WIDTH, Place, foot, head_height, letterhead, stamps
from scripts.cases.scan import aged, draw_page, scrawled

_BOTTOM = 40


class Sheet(NamedTuple):
    """A page of a file: which page of which part it is, its own text, and whether it is an image."""

    part: Part | Scrawl
    page: int
    text: str
    image: bool


def _canvas(held: io.BytesIO, title: str) -> Canvas:
    rl_config.useA85 = 0
    canvas = Canvas(held, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1)
    canvas.setTitle(title)
    canvas.setSubject("Synthetic test record; every person in it is invented")
    return canvas


def _words(doc: Doc, patient: Patient) -> dict[str, str]:
    return (doc.patient or patient).words(doc.clinic) | {"date": doc.clinic.day(doc.date) if doc.date else ""}


def written(doc: Doc, patient: Patient) -> str:
    """The body of a record with its names, numbers and dates filled in."""
    words = _words(doc, patient)
    text = filled(doc.body, doc.id)
    for key, value in words.items():
        text = text.replace("{" + key + "}", value)
    return dated(text, doc.clinic.day)


@cache
def _lay_out(doc: Doc, patient: Patient) -> tuple[tuple[Flowable, ...], ...]:
    """What stands on each page of the record."""
    story, laid = list(flowables(doc.clinic, blocks(written(doc, patient)))), list[tuple[Flowable, ...]]()
    while story:
        canvas, frame, page = _canvas(io.BytesIO(), ""), _frame(doc, len(laid) + 1), list[Flowable]()
        while story and not isinstance(story[0], PageBreak):
            if frame.add(story[0], canvas):
                page.append(story.pop(0))
                continue
            pieces = frame.split(story[0], canvas)
            if len(pieces) < 2:
                break
            story[0:1] = pieces
        if story and isinstance(story[0], PageBreak):
            story.pop(0)
        laid.append(tuple(page))
    return tuple(laid)


def _frame(doc: Doc, number: int) -> Frame:
    top, width = head_height(doc.clinic, first=number == 1 and doc.furniture), WIDTH - 2 * doc.clinic.margin
    return Frame(doc.clinic.margin, _BOTTOM, width, HEIGHT - _BOTTOM - top, 0, 0, 0, 0)


def page_count(doc: Doc, patient: Patient) -> int:
    """How many pages the record fills."""
    return len(_lay_out(doc, patient))


def _picked(part: Part, pages: int) -> tuple[int, ...]:
    return part.pages or tuple(range(1, pages + 1))


def _draw_part(
    canvas: Canvas, part: Part, patient: Patient, file: File, before: int, as_image: dict[int, Image.Image]
) -> None:
    """Draws the part's pages; those in `as_image` (by page of the part) as their image."""
    pages = page_count(part.doc, patient)
    chosen, words = _picked(part, pages), _words(part.doc, patient)
    for part_page, page in enumerate(chosen, start=1):
        if part_page in as_image:
            image = as_image[part_page]
            canvas.setPageSize((HEIGHT, WIDTH) if image.width > image.height else (WIDTH, HEIGHT))
            draw_page(canvas, image, before + part_page)
            canvas.showPage()
            canvas.setPageSize((WIDTH, HEIGHT))
            continue
        place = Place(page, pages, part_page, len(chosen), before + part_page)
        _draw_text_page(canvas, part, patient, words, file, place)


def _draw_text_page(
    canvas: Canvas, part: Part, patient: Patient, words: dict[str, str], file: File, place: Place
) -> None:
    clinic, furniture = part.doc.clinic, part.doc.furniture
    stamps(canvas, part.look.fax, file.bates, place)
    if furniture and place.page == 1 and clinic.letterhead != "none":
        letterhead(canvas, clinic)
    frame = _frame(part.doc, place.page)
    for flowable in _lay_out(part.doc, patient)[place.page - 1]:
        if not frame.add(flowable, canvas):
            raise ValueError(f"{part.doc.id}: page {place.page} does not take what was laid out for it")
    foot(canvas, clinic, words, place, furniture)
    canvas.showPage()


def text_pdf(file: File, patient: Patient) -> bytes:
    """The file with every page as text; a page of handwriting has only its caption."""
    held = io.BytesIO()
    canvas, before = _canvas(held, file.name), 0
    for part in file.parts:
        if isinstance(part, Scrawl):
            canvas.drawString(72, 700, part.caption)
            canvas.showPage()
            before += 1
            continue
        _draw_part(canvas, part, patient, file, before, {})
        before += len(_picked(part, page_count(part.doc, patient)))
    canvas.save()
    return held.getvalue()


def sheets(file: File, patient: Patient, text: bytes) -> list[Sheet]:
    """The pages of the file with their own text."""
    document = pypdfium2.PdfDocument(text)
    texts = iter([page.get_textpage().get_text_range() for page in document])
    found: list[Sheet] = []
    for part in file.parts:
        if isinstance(part, Scrawl):
            next(texts)
            found.append(Sheet(part, 1, "", image=True))
            continue
        for number, page in enumerate(_picked(part, page_count(part.doc, patient)), start=1):
            found.append(Sheet(part, page, next(texts).replace("\r\n", "\n"), _scanned(part, number)))
    return found


def _scanned(part: Part, number: int) -> bool:
    return bool(part.look.scan) and (not part.look.pages or number in part.look.pages)


def images(text: bytes, listed: list[Sheet]) -> dict[int, Image.Image]:
    """The scanned pages as images, by their page in the file (from 1)."""
    document, found = pypdfium2.PdfDocument(text), dict[int, Image.Image]()
    for number, sheet in enumerate(listed, start=1):
        if isinstance(sheet.part, Scrawl):
            found[number] = scrawled(sheet.part)
        elif sheet.image:
            look = sheet.part.look
            shown = document[number - 1].render(scale=look.dpi / 72, grayscale=True).to_pil()
            found[number] = aged(shown, look, seed=number)
    return found


def final_pdf(file: File, patient: Patient, listed: list[Sheet], scanned: dict[int, Image.Image]) -> bytes:
    """The file as it is sent: text where a page is text, an image where it was scanned."""
    held = io.BytesIO()
    canvas, before = _canvas(held, file.name), 0
    for part in file.parts:
        if isinstance(part, Scrawl):
            draw_page(canvas, scanned[before + 1], before + 1)
            canvas.showPage()
            before += 1
            continue
        count = sum(1 for sheet in listed if sheet.part is part)
        own = {number - before: image for number, image in scanned.items() if before < number <= before + count}
        _draw_part(canvas, part, patient, file, before, own)
        before += count
    canvas.save()
    return held.getvalue()
