"""Synthetic letters for tests, written from a specification in the ways that real ones are printed."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import NamedTuple

FIXTURES = Path(__file__).parent / "fixtures"


class Item(NamedTuple):
    request: str
    outcome: str = "Upheld"
    claims: str = "The Claims Administrator did not cite any medical evidence for its decision."
    guideline: str = "Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies."
    rationale: str = "The record holds no new findings. The request is not medically necessary."


class Spec(NamedTuple):
    items: tuple[Item, ...] = (Item("MRI of the lumbar spine"),)
    summary: tuple[str, ...] = ("The worker strained the lower back.", "Exercise was prescribed.")
    number: str = "CM15-9000001"


HEADER = """Case Number: {number}
Date Assigned: 02/02/2015 Date of Injury: 03/04/2013
Decision Date: 03/09/2015 UR Denial Date: 01/20/2015
Priority: Standard Application Received: 01/30/2015"""
CREDENTIALS = """The Expert Reviewer has the following credentials:
State(s) of Licensure: California,Oregon
Certification(s)/Specialty: Physical Medicine & Rehabilitation, Pain Management"""
DEVELOPED = (
    "The expert reviewer developed the following clinical case summary based on a review of the case file, "
    "including all medical records:"
)
DECIDED = "The Final Determination was based on decisions for the disputed items/services set forth below:"


def paragraphs(spec: Spec) -> list[str]:
    """The letter of the first layout, a paragraph an entry."""
    parts = [HEADER.format(number=spec.number), "HOW THE IMR FINAL DETERMINATION WAS MADE", CREDENTIALS]
    parts += ["CLINICAL CASE SUMMARY", DEVELOPED, *spec.summary, "IMR ISSUES, DECISIONS AND RATIONALES", DECIDED]
    for item in spec.items:
        parts += [
            f"{item.request}: {item.outcome}",
            f"Claims Administrator guideline: {item.claims}",
            f"MAXIMUS guideline: {item.guideline}",
            f"Decision rationale: {item.rationale}",
        ]
    return parts


def text(spec: Spec, width: int | None = None, blank_lines: bool = True) -> str:
    """The letter as plain text, wrapped to a width or not at all."""
    rows = [wrap(paragraph, width) for paragraph in paragraphs(spec)]
    return ("\n\n" if blank_lines else "\n").join(rows) + "\n"


def wrap(paragraph: str, width: int | None) -> str:
    if width is None:
        return paragraph
    lines = paragraph.split("\n")
    return "\n".join(textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in lines)


def paged(letter: str, length: int) -> str:
    """The same text with a form feed after each `length` lines."""
    lines = letter.rstrip("\n").split("\n")
    pages = [lines[start : start + length] for start in range(0, len(lines), length)]
    return "\f".join("\n".join(page) for page in pages)


def write(folder: Path, content: str | bytes, name: str = "letter.txt") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def pdf(pages: list[str]) -> bytes:
    """A PDF of these pages in Courier; an empty line leaves a gap, as a blank line of a word processor does."""
    contents = [_page_stream(page) for page in pages]
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    ]
    for index, stream in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * index} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return assemble(objects)


def assemble(objects: list[bytes], trailer: bytes = b"") -> bytes:
    out = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return out + b"trailer\n<< /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)


def _page_stream(page: str) -> bytes:
    shown = []
    for index, row in enumerate(page.split("\n")):
        escaped = row.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("latin-1")
        if row:
            shown.append(b"BT /F1 9 Tf 72 %d Td (%s) Tj ET" % (740 - 11 * index, escaped))
    return b"\n".join(shown)
