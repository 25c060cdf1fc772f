"""The file formats of a draft by name, and writing them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from drafter.atomic import write_bytes
from drafter.case import Case
from drafter.draft import Draft
from drafter.errors import InputError
from drafter.rendering.markdown import render_markdown

_UNSAFE = re.compile(r"[^\w.-]+", re.ASCII)


class Origin(NamedTuple):
    """Where a case was read from; page images come from there."""

    folder: Path | None = None
    """What the files of the case are named relative to; None shows no page images."""
    home: Path | None = None
    """DRAFTER_HOME, which keeps what was read of the pages."""


class Format(NamedTuple):
    """A file format: its file name ending and what makes its bytes."""

    suffix: str
    render: Callable[[Draft, Case, Origin], bytes]


def render_json(draft: Draft) -> str:
    """The draft JSON: fields in the order of the schema, UTF-8 as it is, a newline at the end."""
    return draft.model_dump_json(indent=2) + "\n"


def write_docx(draft: Draft, case: Case, path: Path) -> None:
    """Write the letter as a Word document; the same draft gives the same bytes."""
    write_bytes(path, _docx(draft, case))


def _docx(draft: Draft, case: Case) -> bytes:
    from drafter.rendering.docx_letter import docx_bytes

    return docx_bytes(draft, case)


def _html(draft: Draft, case: Case, origin: Origin) -> bytes:
    from drafter.rendering.html import html_bytes

    return html_bytes(draft, case, origin.folder, origin.home)


FORMATS: dict[str, Format] = {
    "json": Format(".draft.json", lambda draft, case, origin: render_json(draft).encode()),
    "md": Format(".md", lambda draft, case, origin: render_markdown(draft, case).encode()),
    "docx": Format(".docx", lambda draft, case, origin: _docx(draft, case)),
    "html": Format(".html", _html),
}


def parse_formats(given: str) -> tuple[str, ...]:
    """Names from `md,docx,json,html`, each once; an unknown one is an InputError."""
    names = dict.fromkeys(name.strip().lower() for name in given.split(",") if name.strip())
    unknown = [name for name in names if name not in FORMATS]
    if unknown or not names:
        raise InputError(f"--format: {unknown[0] if unknown else given!r} is not a format; use {', '.join(FORMATS)}")
    return tuple(names)


def write_draft(
    draft: Draft,
    case: Case,
    out: Path,
    formats: Iterable[str],
    source: Path | None = None,
    home: Path | None = None,
) -> list[Path]:
    """Write `<case number>` with each format's ending below `out`, which is made if it is not there.

    Everything is rendered before anything is written, so that a failure leaves no half of a draft behind. `source`
    is the file or folder that was drafted; it is never overwritten, and HTML shows its pages. `home` is DRAFTER_HOME.
    """
    stem = safe_name(draft.case.case_number)
    origin = Origin(_folder(source), home)
    rendered = [(out / f"{stem}{FORMATS[name].suffix}", FORMATS[name].render(draft, case, origin)) for name in formats]
    if source and any(path.resolve() == source.resolve() for path, _ in rendered):
        raise InputError(f"{source}: the draft would overwrite it; choose another --out")
    try:
        out.mkdir(parents=True, exist_ok=True)
        for path, data in rendered:
            write_bytes(path, data)
    except OSError as error:
        raise InputError(f"{out}: cannot be written ({error.strerror or error}); choose another --out") from error
    return [path for path, _ in rendered]


def _folder(source: Path | None) -> Path | None:
    """What the files of a case are named relative to: the folder that was drafted, or that of the file."""
    return source if source is None or source.is_dir() else source.parent


def safe_name(case_number: str) -> str:
    """A case number as a file name: a case file must not choose where its draft is written."""
    return _UNSAFE.sub("_", case_number).strip("._") or "case"
