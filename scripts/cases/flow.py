"""Markup to the flowables of reportlab, as the paper of a clinic shows them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    Flowable,
    HRFlowable,
    KeepTogether,
    PageBreak,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from scripts.cases.clinic import Clinic
from scripts.cases.markup import Block

_GREY = HexColor("#d9d9d9")
_LINE = HexColor("#444444")
_BOXES = {
    "box": ('<font name="ZapfDingbats">\u274f</font>', '<font name="ZapfDingbats">\u2718</font>'),
    "brackets": ("[ ]", "[X]"),
    "x": ("__", "_X_"),
}


class Scribble(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A signature drawn by hand."""

    def __init__(self, seed: str, width: float = 130, height: float = 30) -> None:
        super().__init__()
        self.width, self.height, self.seed = width, height, seed

    def draw(self) -> None:
        rng = random.Random(self.seed)
        path = self.canv.beginPath()
        x, y = 4.0, self.height / 2
        path.moveTo(x, y)
        for _ in range(9):
            step = self.width / 10
            heights = [rng.uniform(2, self.height) for _ in range(3)]
            path.curveTo(x + step * 0.9, heights[0], x - step * 0.2, heights[1], x + step, heights[2])
            x += step
        self.canv.setLineWidth(1.1)
        self.canv.drawPath(path, stroke=1, fill=0)


class _Writer:
    def __init__(self, clinic: Clinic) -> None:
        self.clinic = clinic
        self.body = self.style("body", spaceAfter=clinic.size * 0.45)
        self.headings = 0

    def style(self, name: str, **changes: object) -> ParagraphStyle:
        size = float(str(changes.pop("fontSize", self.clinic.size)))
        changes.setdefault("fontName", self.clinic.regular)
        return ParagraphStyle(name, fontSize=size, leading=size * self.clinic.lead, **changes)

    def words(self, text: str) -> str:
        empty, ticked = _BOXES[self.clinic.check]
        return escape(text).replace("\n", "<br/>").replace("[ ]", empty).replace("[x]", ticked)

    def paragraph(self, text: str, **changes: object) -> Paragraph:
        return Paragraph(self.words(text), self.style("p", **changes) if changes else self.body)

    def heading(self, text: str) -> list[Flowable]:
        clinic, kind = self.clinic, self.clinic.heading
        self.headings += 1
        shown = {
            "caps": text.upper(),
            "underline": f"<u>{escape(text)}</u>",
            "title": text.title(),
            "numbered": f"{self.headings}. {text}",
            "runin": text.upper() + ":",
            "boxed": text.upper(),
        }.get(kind, text)
        bold = self.style("h", fontName=clinic.bold, spaceBefore=clinic.size * 0.6, spaceAfter=2, keepWithNext=1)
        if kind == "underline":
            return [Paragraph(shown, bold)]
        if kind not in ("band", "boxed"):
            return [Paragraph(self.words(shown), bold)]
        table = Table([[Paragraph(self.words(shown), self.style("hb", fontName=clinic.bold))]], colWidths="*")
        fill = ("BACKGROUND", (0, 0), (-1, -1), _GREY) if kind == "band" else ("BOX", (0, 0), (-1, -1), 0.8, _LINE)
        table.setStyle(TableStyle([fill, ("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]))
        return [Spacer(1, 4), table, Spacer(1, 3)]

    def table(self, rows: list[tuple[str, ...]], widths: list[float]) -> Table:
        small = self.style("cell", fontSize=self.clinic.size - 1)
        width = max(len(row) for row in rows)
        cells = [[Paragraph(self.words(cell), small) for cell in row] + [""] * (width - len(row)) for row in rows]
        share = widths if len(widths) == width else [1.0] * width
        table = Table(cells, colWidths=[f"{100 * part / sum(share):.2f}%" for part in share], hAlign="LEFT")
        style: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 2)]
        if self.clinic.grid:
            style.append(("GRID", (0, 0), (-1, -1), self.clinic.grid, _LINE))
        table.setStyle(TableStyle(style))
        return table

    def fields(self, rows: list[tuple[str, ...]]) -> Table:
        pairs = [
            [self.paragraph(row[0], fontName=self.clinic.bold), self.paragraph(row[1] if row[1:] else "")]
            for row in rows
        ]
        table = Table(pairs, colWidths=["32%", "68%"], hAlign="LEFT")
        whole = ((0, 0), (-1, -1))
        style = [
            ("VALIGN", *whole, "TOP"),
            ("TOPPADDING", *whole, 0),
            ("BOTTOMPADDING", *whole, 1),
            ("LEFTPADDING", *whole, 0),
        ]
        table.setStyle(TableStyle(style))
        return table

    def signature(self, signer: str, rest: str) -> list[Flowable]:
        clinic, name = self.clinic, f"{signer}, {rest}" if rest else signer
        line = {
            "electronic": f"Electronically signed by {name}",
            "stamp": f"SIGNED BY: {name.upper()} (signature on file)",
            "dictated": f"{name} - dictated but not read; transcribed by dictation service",
            "initials": f"{name} /{''.join(word[0] for word in signer.split())[:3].lower()}",
            "none": "",
        }.get(clinic.signature, name)
        parts: list[Flowable] = [Spacer(1, clinic.size)]
        if clinic.signature == "perjury":
            parts.append(
                self.paragraph(
                    "I declare under penalty of perjury that this report is true and correct to the best of my "
                    "knowledge and that I have not violated Labor Code section 139.3."
                )
            )
        if clinic.signature in ("scribble", "perjury"):
            parts.append(Scribble(signer))
        return [KeepTogether([*parts, self.paragraph(line)])] if line else []

    def one(self, block: Block) -> list[Flowable]:
        text = block.cells[0]
        match block.kind:
            case "T:":
                return [self.paragraph(text, fontName=self.clinic.bold, fontSize=self.clinic.size + 2,
                                       alignment=TA_CENTER, spaceAfter=6)]  # fmt: skip
            case "#":
                return self.heading(text)
            case "##":
                return [self.paragraph(text, fontName=self.clinic.bold, keepWithNext=1)]
            case "-":
                return [self.paragraph(f"- {text}", leftIndent=12, firstLineIndent=-8)]
            case "~":
                return self.signature(text, block.cells[1] if block.cells[1:] else "")
            case "^":
                return [self.paragraph(text, alignment=TA_RIGHT)]
            case ">":
                return [self.paragraph(text, fontSize=self.clinic.size - 2.5, fontName=self.clinic.italic)]
            case "----":
                return [HRFlowable(width="100%", color=_LINE, thickness=0.7, spaceBefore=3, spaceAfter=3)]
            case "===":
                return [PageBreak()]
            case "...":
                return [Spacer(1, self.clinic.size * 2)]
        return [self.paragraph(text)]


def flowables(clinic: Clinic, pieces: Iterable[Block]) -> Iterator[Flowable]:
    """What to draw, in order; rows that follow each other become one table."""
    writer, widths = _Writer(clinic), list[float]()
    for kind, group in groupby(pieces, lambda block: block.kind):
        rows = list(group)
        if kind == "|=":
            widths = [float(share) for share in rows[-1].cells[0].split()]
        elif kind == "|":
            yield from (Spacer(1, 2), writer.table([row.cells for row in rows], widths), Spacer(1, 5))
            widths = []
        elif kind == ":":
            yield from (writer.fields([row.cells for row in rows]), Spacer(1, 4))
        else:
            for row in rows:
                yield from writer.one(row)
