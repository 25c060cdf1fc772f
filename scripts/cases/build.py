"""A case file to bytes: its files as they are sent, and the text of each of their pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import NamedTuple

from scripts.cases.model import CaseFile, Doc, File, Part, Patient
from scripts.cases.other_files import docx_pages, plain_text, png, tiff, web_page
from scripts.cases.pdf import Sheet, final_pdf, images, sheets, text_pdf, written


class Made(NamedTuple):
    """A file of the case with its pages."""

    name: str
    kind: str
    """text, scan or mixed for a PDF; otherwise the kind of file."""
    data: bytes
    sheets: list[Sheet]


def _one_record(file: File, patient: Patient) -> tuple[Part, Doc, str]:
    (part,) = file.parts
    assert isinstance(part, Part)
    return part, part.doc, written(part.doc, patient)


def _docx(file: File, patient: Patient) -> Made:
    part, doc, text = _one_record(file, patient)
    data, pages = docx_pages(doc.clinic, text)
    listed = [Sheet(part, number, page, image=False) for number, page in enumerate(pages, start=1)]
    return Made(file.name, "docx", data, listed)


def _written(file: File, patient: Patient) -> Made:
    part, doc, text = _one_record(file, patient)
    shown = (web_page if file.name.endswith(".html") else plain_text)(doc.clinic, text)
    page = plain_text(doc.clinic, text).replace("\t", " ")
    return Made(file.name, PurePath(file.name).suffix[1:], shown.encode(), [Sheet(part, 1, page, image=False)])


def _paged(file: File, patient: Patient) -> Made:
    text = text_pdf(file, patient)
    listed = sheets(file, patient, text)
    scanned = images(text, listed)
    if file.name.endswith(".tif"):
        return Made(file.name, "scan", tiff(list(scanned.values())), listed)
    if file.name.endswith(".png"):
        return Made(file.name, "scan", png(scanned[1]), listed)
    kinds = {sheet.image for sheet in listed}
    kind = "mixed" if len(kinds) > 1 else "scan" if True in kinds else "text"
    data = final_pdf(file, patient, listed, scanned)
    return Made(file.name, kind, data, listed)


def _natural(file: File) -> list[tuple[int, str]]:
    """Part 10 comes after part 2."""
    return [(int(piece), "") if piece.isdigit() else (0, piece.lower()) for piece in re.split(r"(\d+)", file.name)]


def build(case: CaseFile) -> Iterator[Made]:
    """The files of `case`, in order of their names."""
    makers = {".docx": _docx, ".txt": _written, ".html": _written}
    for file in sorted(case.files, key=_natural):
        yield makers.get(PurePath(file.name).suffix, _paged)(file, case.patient)
