"""The text of one part of a DOCX, from its XML events: paragraphs and table rows in order, split into pages."""

from __future__ import annotations

from typing import NamedTuple

_BREAKS = {"w:tab": " ", "w:cr": "\n", "w:noBreakHyphen": "-"}
_SKIPPED = frozenset({"mc:Fallback", "w:moveFrom", "w:del", "w:instrText"})
"""The second copy of a text box, and text that the author took out."""
_NEXT_PAGE = frozenset({"nextPage", "oddPage", "evenPage", ""})


class WordPage(NamedTuple):
    """Text of a page with a blank line between paragraphs, and relationship ids of the pictures on it."""

    text: str
    pictures: tuple[str, ...]


class DocxText:
    """Takes the events of an XML parser. `pages` is whole after the last one."""

    def __init__(self) -> None:
        self.pages: list[WordPage] = []
        self._lines: list[str] = []
        self._pictures: list[str] = []
        self._paragraphs: list[list[str]] = []
        self._rows: list[list[str]] = []
        self._cells: list[list[str]] = []
        self._skipping = 0
        self._in_text = False
        self._break_after = False
        self._section: str | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._skipping or name in _SKIPPED:
            self._skipping += 1
        elif name == "w:p":
            self._paragraphs.append([])
        elif name == "w:t":
            self._in_text = True
        elif name == "w:tr":
            self._rows.append([])
        elif name == "w:tc":
            self._cells.append([])
        elif name in _BREAKS:
            self.characters(_BREAKS[name], written=True)
        else:
            self._start_other(name, attributes)

    def _start_other(self, name: str, attributes: dict[str, str]) -> None:
        if name == "w:br":
            if attributes.get("w:type") == "page":
                self._break_page()
            else:
                self.characters("\n", written=True)
        elif name == "w:lastRenderedPageBreak" or _is_set(name, attributes):
            self._break_page()
        elif name == "w:sectPr" and self._paragraphs:
            self._section = ""
        elif name == "w:type" and self._section is not None:
            self._section = attributes.get("w:val", "")
        elif name in ("a:blip", "v:imagedata"):
            self._pictures.extend(attributes[key] for key in ("r:embed", "r:id") if key in attributes)

    def end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
        elif name == "w:t":
            self._in_text = False
        elif name == "w:p":
            self._end_paragraph()
        elif name == "w:tc" and self._cells:
            cell = " ".join(self._cells.pop())
            if self._rows:
                self._rows[-1].append(cell)
        elif name == "w:tr" and self._rows:
            self._put(" | ".join(self._rows.pop()), end="\n")
        elif name == "w:tbl" and not self._cells:
            self._lines.append("\n")
        elif name == "w:sectPr" and self._section is not None:
            self._break_after, self._section = self._section in _NEXT_PAGE, None
        elif name in ("w:document", "w:hdr", "w:ftr"):
            self._close_page()

    def characters(self, text: str, written: bool = False) -> None:
        """Text of a run; `written` for the characters that elements stand for."""
        if (self._in_text or written) and self._paragraphs and not self._skipping:
            self._paragraphs[-1].append(text)

    def _end_paragraph(self) -> None:
        text = "".join(self._paragraphs.pop()) if self._paragraphs else ""
        if text.strip():
            self._put(text, end="\n\n")
        if self._break_after:
            self._break_after = False
            self._close_page()

    def _put(self, text: str, end: str) -> None:
        """A text box stands before the paragraph that holds it, a nested table inside the cell that holds it."""
        if self._cells:
            self._cells[-1].append(" ".join(text.split()))
        else:
            self._lines.append(text + end)

    def _break_page(self) -> None:
        """A break inside a paragraph parts it; one inside a table comes after the row, which is kept whole."""
        if self._cells:
            return
        if self._paragraphs:
            self._lines.append("".join(self._paragraphs[-1]) + "\n")
            self._paragraphs[-1].clear()
        self._close_page()

    def _close_page(self) -> None:
        text = "".join(self._lines).strip()
        if text or self._pictures:
            self.pages.append(WordPage(text, tuple(self._pictures)))
        self._lines.clear()
        self._pictures.clear()


def _is_set(name: str, attributes: dict[str, str]) -> bool:
    return name == "w:pageBreakBefore" and attributes.get("w:val", "1") not in ("0", "false")
