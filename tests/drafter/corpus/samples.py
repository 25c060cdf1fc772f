"""Small guideline documents in each format, in our own words."""

from __future__ import annotations

import io
from pathlib import Path

MARKDOWN = """---
source: Sample Society Hand Guideline
edition: 2019
effective: 2019-03-01
---

# Therapy

Splinting comes first.

## Exercise

Supervised exercise is recommended:

- six visits at first
- six more after a gain in function

| Measure | Rating |
|---|---|
| Splint | strong |
| Heat | weak |

# Injections

A single injection is an option.
"""


def docx() -> bytes:
    import docx as word

    document = word.Document()
    document.core_properties.title = "Sample Society Hand Guideline"
    document.add_heading("Therapy", 1)
    document.add_paragraph("Splinting comes first.")
    document.add_heading("Exercise", 2)
    document.add_paragraph("six visits at first", style="List Bullet")
    bold = document.add_paragraph()
    bold.add_run("Dose limits").bold = True
    document.add_paragraph("No more than one injection.")
    table = document.add_table(3, 2)
    for row, cells in enumerate([("Measure", "Rating"), ("Splint", "strong"), ("Heat", "weak")]):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    return saved(document)


def saved(document: object) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def pdf(path: Path, pages: int = 4) -> Path:
    """A chapter of two sections and a table on each page, below a running header and above a running footer."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

    styles = getSampleStyleSheet()
    flow: list[object] = []
    for number in range(1, pages + 1):
        flow += [
            Paragraph(f"{number} Chapter {'ABCDEFGH'[number - 1]}", styles["Heading1"]),
            Paragraph(f"{number}.1 Splints and rest", styles["Heading2"]),
            Paragraph(
                "Splinting of the wrist is tried for six weeks before anything else is. " * 6, styles["BodyText"]
            ),
            Table([["Procedure", "Rating", "Comment"], ["Splint", "9", "At night"], ["Heat", "2", "Comfort only"]]),
            Paragraph(f"{number}.2 Injections", styles["Heading2"]),
            Paragraph(f"An injection numbered {number} may follow. It is not repeated.", styles["BodyText"]),
            PageBreak(),
        ]

    def furniture(canvas, document):
        canvas.drawString(72, 760, "Sample Society Hand Guideline")
        canvas.drawString(72, 40, f"Second edition - page {document.page} of {pages}")

    template = SimpleDocTemplate(str(path), title="Hand Guideline")
    template.build(flow, onFirstPage=furniture, onLaterPages=furniture)
    return path
