"""The process that opens the files of a case: `python -m drafter.casefile.pages.worker MEMORY`.

It reads requests from standard input and answers on standard output, one JSON object a line. A file that exhausts its
memory or never ends takes this process with it and nothing else.
"""

from __future__ import annotations

import json
import os
import queue
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from drafter.casefile.pages.errors import Unreadable
from drafter.casefile.pages.grey import Grey
from drafter.casefile.pages.raw import RawPage
from drafter.casefile.pages.sniff import sniff
from drafter.casefile.pages.textual import letters

Reply = dict[str, Any]
_CUT_OFF = "ends before its end mark, so that pages may be missing; ask for the file again"
_MORE = 1.5
"""Recognised text replaces a text layer when it has so many times its letters."""


def main() -> None:
    """Answer until standard input ends; then leave at once, even out of a page that takes long."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no answer
    _limit_memory(int(sys.argv[1]))
    requests: queue.SimpleQueue[Reply] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin, requests), daemon=True).start()
    while True:
        for reply in _answer(requests.get()):
            answers.write(json.dumps(reply) + "\n")
            answers.flush()


def _listen(stream: IO[str], requests: queue.SimpleQueue[Reply]) -> None:
    for line in stream:
        requests.put(json.loads(line))
    os._exit(0)


def _limit_memory(most: int) -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _answer(request: Reply) -> Iterator[Reply]:
    """The replies to a request, the last one of them `end` or `error`."""
    try:
        yield from _ACTIONS[request["do"]](request)
        yield {"end": True}
    except Unreadable as error:
        yield {"error": str(error)}
    except FileNotFoundError:
        yield {"error": "vanished while the case was read; put it back and run again"}
    except MemoryError:
        yield {"error": "needs more memory than a file of a case may; leave it out, or save it again as PDF"}
    except OSError as error:
        yield {"error": f"cannot be read ({error.strerror or 'damaged'}); check the file and its permissions"}
    except Exception as error:
        yield {"error": f"is damaged ({type(error).__name__}); ask for the file again"}


def _open(request: Reply) -> Iterator[Reply]:
    """The kind of a file, and the number of its pages where it has pages of its own."""
    path = Path(request["path"])
    kind = sniff(path)
    pages, note = None, None
    if kind == "pdf":
        from drafter.casefile.pages.pdf import is_cut_off

        pages, note = len(_pdf(path)), _CUT_OFF if is_cut_off(path) else None
    elif kind == "image":
        from drafter.casefile.pages.images import image_count

        pages = image_count(path)
    yield {"kind": kind, "pages": pages, "note": note}


def _text(request: Reply) -> Iterator[Reply]:
    """The text layers of a range of pages, or all pages of a file without pages of its own."""
    path, kind = Path(request["path"]), request["kind"]
    if kind == "pdf":
        from drafter.casefile.pages.pdf import pdf_page

        document = _pdf(path)
        for number in range(request["first"], request["last"] + 1):
            yield _page(number, pdf_page(document, number))
    elif kind == "image":
        for number in range(request["first"], request["last"] + 1):
            yield _page(number, RawPage("", wants_ocr=True))
    else:
        for number, page in enumerate(_flowing(path, kind), start=1):
            yield _page(number, page)


def _ocr(request: Reply) -> Iterator[Reply]:
    """One page, read from its image."""
    from drafter.casefile.pages.ocr import recognise

    path, number, layer = Path(request["path"]), request["first"], request["layer"]
    images = _images(path, request["kind"], number)
    yield {"drawn": number}  # drawing a page and reading it have their time limit each
    read = _joined([recognise(image) for image in images])
    # A picture in a DOCX stands beside the page's text; the image of a PDF page shows that text too.
    whole = _beside(layer, read) if request["kind"] == "docx" else _better(layer, read)
    yield _page(number, whole)


def _beside(layer: str, read: RawPage) -> RawPage:
    return read._replace(text="\n\n".join(filter(None, (layer, read.text))))


def _better(layer: str, read: RawPage) -> RawPage:
    """A text layer that says as much as the image is kept: it has no misread letters."""
    if read.unread or letters(read.text) < _MORE * letters(layer):
        return RawPage(layer, unread=read.unread)
    return read


def _joined(read: list[RawPage]) -> RawPage:
    """The pictures of one page as one; a page with a single picture is that picture."""
    if len(read) == 1:
        return read[0]
    found = [page for page in read if page.confidence is not None]
    unread = next((page.unread for page in read if page.unread), None)
    if not found:
        return RawPage("", unread=unread)
    confidence = min(page.confidence for page in found if page.confidence is not None)
    return RawPage("\n\n".join(page.text for page in found), confidence=confidence, unread=unread)


def _images(path: Path, kind: str, number: int) -> list[Grey]:
    from drafter.casefile.pages.images import image_page

    if kind == "pdf":
        from drafter.casefile.pages.pdf import pdf_image

        return [pdf_image(_pdf(path), number)]
    if kind == "docx":
        from drafter.casefile.pages.docx import docx_picture

        return [image_page(BytesIO(docx_picture(path, part))) for part in _docx(path)[number - 1].pictures]
    return [image_page(path, number)]


def _flowing(path: Path, kind: str) -> list[RawPage]:
    if kind == "docx":
        return [RawPage(page.text, wants_ocr=page.is_scan) for page in _docx(path)]
    if kind == "html":
        from drafter.casefile.pages.html import html_pages

        return [RawPage(text) for text in html_pages(path)]
    from drafter.casefile.pages.plain import text_pages

    return [RawPage(text) for text in text_pages(path)]


def _page(number: int, page: RawPage) -> Reply:
    return {"page": number, "raw": page._asdict()}


@lru_cache(maxsize=1)
def _pdf(path: Path) -> Any:  # noqa: ANN401 - pypdfium2 has no types
    from drafter.casefile.pages.pdf import open_pdf

    return open_pdf(path)


@lru_cache(maxsize=1)
def _docx(path: Path) -> Any:  # noqa: ANN401
    from drafter.casefile.pages.docx import docx_pages

    return docx_pages(path)


_ACTIONS = {"open": _open, "text": _text, "ocr": _ocr}

if __name__ == "__main__":
    main()
