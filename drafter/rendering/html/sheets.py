"""Page images of the case's files, with the places of the characters on them."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from PIL import Image

from drafter.case import PageSource
from drafter.casefile.pages import ocr
from drafter.casefile.pages.cache import Content, PageCache, sha256_of
from drafter.casefile.pages.deskew import upright
from drafter.casefile.pages.errors import Unreadable
from drafter.casefile.pages.grey import Grey
from drafter.casefile.pages.images import image_page
from drafter.casefile.pages.pdf import open_pdf, pdf_image
from drafter.casefile.pages.raw import RawPage
from drafter.casefile.pages.sniff import sniff
from drafter.rendering.html.boxes import Glyph
from drafter.rendering.html.glyphs import pdf_glyphs, recognised_glyphs

DPI = 110
QUALITY = 50
"""Of WebP with loss; `python -m benchmarks.page_images` measures sizes and legibility."""
_LETTER_WIDTH = 8.5


class Sheet(NamedTuple):
    """A page as a picture, and its characters; none where nobody knows their places."""

    image: Image.Image
    glyphs: list[Glyph]

    @property
    def shape(self) -> float:
        return self.image.height / self.image.width


class CaseFiles:
    """The files of one case below `folder`, opened when a page of them is shown. `home` keeps what was read of them."""

    def __init__(self, folder: Path | None, home: Path | None) -> None:
        self._folder = folder.resolve() if folder else None
        self._cache = PageCache(home, ocr.available())
        self._files: dict[str, _File | None] = {}

    def __enter__(self) -> CaseFiles:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._files.values():
            if file is not None:
                file.close()

    def sheet(self, source: PageSource, recognised: bool) -> Sheet | None:
        """The page as it was read, or None where it has no image: text, DOCX, a file that is not there any more."""
        if source.file not in self._files:
            self._files[source.file] = self._opened(source.file)
        file = self._files[source.file]
        if file is None:
            return None
        with suppress(Unreadable, OSError, ValueError, RuntimeError, IndexError):
            return file.sheet(source.page, recognised)
        return None

    def _opened(self, name: str) -> _File | None:
        """A name that leads out of the folder, by itself or by a link, is not followed."""
        if self._folder is None:
            return None
        path = (self._folder / name).resolve()
        if not path.is_relative_to(self._folder) or not path.is_file():
            return None
        with suppress(Unreadable, OSError):
            kind = sniff(path)
            return _File(path, kind, self._cache) if kind in ("pdf", "image") else None
        return None


class _File:
    def __init__(self, path: Path, kind: str, cache: PageCache) -> None:
        self._path, self._kind, self._cache = path, kind, cache

    @cached_property
    def _document(self) -> Any:  # noqa: ANN401 - pypdfium2 has no types
        return open_pdf(self._path)

    @cached_property
    def _content(self) -> Content | None:
        return self._cache.get(sha256_of(self._path))

    def close(self) -> None:
        if "_document" in self.__dict__:
            self._document.close()

    def sheet(self, number: int, recognised: bool) -> Sheet:
        if self._kind == "image" or recognised:
            read = self._read(number)
            image = upright(self._scan(number), read.rotated)
            return Sheet(_at_most(image), recognised_glyphs(read.boxes))
        page = self._document[number - 1]
        try:
            glyphs = pdf_glyphs(page)
        finally:
            page.close()
        return Sheet(Image.fromarray(pdf_image(self._document, number, DPI)), glyphs)

    def _read(self, number: int) -> RawPage:
        """What the recognition kept of the page; a page that was read elsewhere has no boxes here."""
        pages = self._content.pages if self._content else {}
        return pages.get(number, RawPage(""))

    def _scan(self, number: int) -> Grey:
        return pdf_image(self._document, number) if self._kind == "pdf" else image_page(self._path, number)


def _at_most(scan: Grey) -> Image.Image:
    """A scan as large as a page with text is drawn."""
    image = Image.fromarray(scan)
    side = _LETTER_WIDTH * DPI
    scale = min(1.0, side / min(image.size))
    return image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.LANCZOS)


def encoded(image: Image.Image) -> bytes:
    """The picture as WebP: typed pages are smaller without loss, scans with it."""
    return min((_webp(image, lossless=True), _webp(image, lossless=False)), key=len)


def _webp(image: Image.Image, *, lossless: bool) -> bytes:
    buffer = BytesIO()
    image.save(buffer, "WEBP", lossless=lossless, quality=QUALITY, method=4)
    return buffer.getvalue()
