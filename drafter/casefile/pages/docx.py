"""DOCX read as a stream: nothing is unpacked beyond a limit, no entity is expanded, no part is opened without need."""

from __future__ import annotations

import posixpath
import re
import zipfile
from pathlib import Path
from typing import IO, NamedTuple
from xml.parsers import expat

from drafter.casefile.pages.docx_text import DocxText, WordPage
from drafter.casefile.pages.errors import Unreadable
from drafter.casefile.pages.textual import letters, tidy

_DOCUMENT = "word/document.xml"
_RELATIONSHIPS = "word/_rels/document.xml.rels"
_MOST_BYTES = 100 << 20
"""Of unpacked XML: a document of 10,000 pages stays below."""
_MOST_IMAGE_BYTES = 50 << 20
_CHUNK = 1 << 16
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "urn:schemas-microsoft-com:vml": "v",
}
"""The usual prefixes: a file may choose its own."""
_SPARSE = 40
"""A page with fewer letters and a picture is taken for a scan that was pasted in."""


class DocxPage(NamedTuple):
    """A page with the names of the parts that hold its pictures."""

    text: str
    pictures: tuple[str, ...]
    is_scan: bool
    """True when the page is a picture with at most a caption."""


def docx_pages(path: Path) -> list[DocxPage]:
    """The pages as the breaks in the file give them, each with the headers and footers of the document."""
    with _opened(path) as archive:
        pages = _parsed(archive, _DOCUMENT).pages
        targets = _targets(archive)
        above, below = _repeated(archive, targets, "header"), _repeated(archive, targets, "footer")
    if not pages:
        raise Unreadable("holds no text; ask for the file again")
    return [_finished(page, above, below, targets) for page in pages]


def docx_picture(path: Path, part: str) -> bytes:
    """The bytes of a picture of the document."""
    with _opened(path) as archive, archive.open(part) as stream:
        content = stream.read(_MOST_IMAGE_BYTES + 1)
    if len(content) > _MOST_IMAGE_BYTES:
        raise Unreadable(f"holds a picture that unpacks to more than {_MOST_IMAGE_BYTES >> 20} MB; leave it out")
    return content


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        raise Unreadable("is damaged or cut off; ask for the file again") from error


def _finished(page: WordPage, above: str, below: str, targets: dict[str, str]) -> DocxPage:
    text = tidy("\n\n".join(part for part in (above, page.text, below) if part))
    pictures = tuple(targets[name] for name in page.pictures if targets.get(name, "").startswith("word/media/"))
    return DocxPage(text, pictures, is_scan=bool(pictures) and letters(page.text) < _SPARSE)


def _parsed(archive: zipfile.ZipFile, part: str) -> DocxText:
    handler = DocxText()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, attributes: handler.start(_usual(name), _all_usual(attributes))
    parser.EndElementHandler = lambda name: handler.end(_usual(name))
    parser.CharacterDataHandler = handler.characters
    parser.StartDoctypeDeclHandler = _refuse_entities
    try:
        with archive.open(part) as stream:
            _feed(parser, stream)
    except RuntimeError as error:  # how zipfile says that a part is encrypted
        raise Unreadable("is protected by a password; save it without one") from error
    except (expat.ExpatError, zipfile.BadZipFile, EOFError) as error:
        raise Unreadable("is damaged or cut off; ask for the file again") from error
    return handler


def _feed(parser: expat.XMLParserType, stream: IO[bytes]) -> None:
    unpacked = 0
    while chunk := stream.read(_CHUNK):
        unpacked += len(chunk)
        if unpacked > _MOST_BYTES:
            raise Unreadable(f"unpacks to more than {_MOST_BYTES >> 20} MB of text; it is no document, leave it out")
        parser.Parse(chunk, False)
    parser.Parse(b"", True)


def _usual(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return f"{_PREFIXES[space]}:{local}" if space in _PREFIXES else local


def _all_usual(attributes: dict[str, str]) -> dict[str, str]:
    return {_usual(name): value for name, value in attributes.items()}


def _refuse_entities(*_: object) -> None:
    raise Unreadable("defines XML entities, which no Word document does; leave it out, or save it again from Word")


def _targets(archive: zipfile.ZipFile) -> dict[str, str]:
    """Part names by relationship id."""
    if _RELATIONSHIPS not in archive.namelist():
        return {}
    found: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.endswith("Relationship") and attributes.get("TargetMode") != "External":
            found[attributes.get("Id", "")] = posixpath.normpath(posixpath.join("word", attributes.get("Target", "")))

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _refuse_entities
    with archive.open(_RELATIONSHIPS) as stream:
        _feed(parser, stream)
    return found


def _repeated(archive: zipfile.ZipFile, targets: dict[str, str], what: str) -> str:
    """The texts of all headers or footers, each once: they name the patient, and every page shows them."""
    names = archive.namelist()
    parts = sorted(part for part in targets.values() if re.fullmatch(rf"word/{what}\d*\.xml", part) and part in names)
    texts = dict.fromkeys(page.text for part in parts for page in _parsed(archive, part).pages)
    return "\n\n".join(texts)
