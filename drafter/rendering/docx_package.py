"""The bytes of a Word file, made the same for the same content."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document

_EPOCH = (1980, 1, 1, 0, 0, 0)
_CONTENT_TYPES = "[Content_Types].xml"


def stamp(document: Document, title: str, created: dt.datetime) -> None:
    """Core properties: the draft's own time, and no name of a person or of this machine's user."""
    properties = document.core_properties
    naive = created.astimezone(dt.UTC).replace(tzinfo=None, microsecond=0) if created.tzinfo else created
    properties.created = properties.modified = naive
    properties.title = title
    properties.author = properties.last_modified_by = "drafter"
    properties.comments = ""
    properties.revision = 1


def package(document: Document) -> bytes:
    """Save with fixed time stamps and a fixed order of parts; Word wants the content types first."""
    saved = io.BytesIO()
    document.save(saved)
    packed = io.BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != _CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            target.writestr(entry, source.read(name))
    return packed.getvalue()
