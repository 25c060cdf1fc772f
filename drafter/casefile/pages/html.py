"""HTML files as a reader of the page sees them: blocks as paragraphs, table rows as lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from drafter.casefile.pages.errors import Unreadable
from drafter.casefile.pages.plain import decoded
from drafter.casefile.pages.textual import cut

_UNSEEN = frozenset({"script", "style", "template", "noscript", "head", "svg", "title", "iframe"})
_PARAGRAPHS = frozenset(
    {
        "address", "article", "aside", "blockquote", "caption", "dd", "div", "dl", "dt", "fieldset", "figcaption",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "main", "ol", "p", "pre", "section",
        "table", "ul",
    }
)  # fmt: skip
_CELLS = frozenset({"td", "th"})


def html_pages(path: Path) -> list[str]:
    """The pages of an HTML file; what a browser hides is left out."""
    # The text is decoded already: an encoding that the file declares for itself must not be applied again.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    content = decoded(path).encode("utf-8", "replace").strip()
    root = etree.fromstring(content, parser) if content else None
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise Unreadable("is nested deeper than its reader goes, so that text would be lost; print it to PDF")
    return cut("".join(_text(root)) if root is not None else "")


def _text(root: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    """Text in document order, by events: deep nesting must not exhaust the stack."""
    unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        unseen += (event == "start") - (event == "end") if name in _UNSEEN else 0
        if unseen:
            continue
        yield _around(event, name, element)
        yield _running((element.text if event == "start" else element.tail) or "")


def _running(text: str) -> str:
    """Line ends in the source of a page mean no more than a space."""
    return " " * text[:1].isspace() + " ".join(text.split()) + " " * text[-1:].isspace()


def _around(event: str, name: str, element: Any) -> str:  # noqa: ANN401
    if name in _PARAGRAPHS:
        return "\n\n"
    if name == "br":
        return "\n" * (event == "start")
    if name == "tr":
        return "\n" * (event == "end")
    parts_cells = event == "start" and name in _CELLS and element.getprevious() is not None
    return " | " if parts_cells else ""
