"""The work behind `drafter index list`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from drafter.cli.tables import period, show, table
from drafter.corpus import index_folder
from drafter.corpus.register import Entry, Register
from drafter.criteria.library import library
from drafter.embedding import open_embedder
from drafter.settings import load_settings
from vectorstore.index import Index, open_index


def list_contents(home: Path | None) -> None:
    """Print a line for each guideline edition with its dates, one for each added document, and what there is in all."""
    settings = load_settings(home=home)
    index = open_index(index_folder(settings.home), open_embedder(settings))
    _editions(index)
    documents = Register(settings.home).load()
    if documents:
        show("")
        _documents(documents.values())
    manifest = index.manifest
    decisions = manifest.kinds.get("decision", 0)
    show(
        f"{manifest.passages} passages, {decisions} of them decisions; "
        f"embedder {manifest.embedder} ({manifest.dimension}), built {manifest.built_at:%Y-%m-%d %H:%M} UTC"
    )


def _editions(index: Index) -> None:
    cards = library().cards.values()
    sections = Counter(card.guideline for card in cards if index.passage(card.id) is not None)
    editions = table("guideline", "edition", "in force", "sections", "id", whole=("in force", "sections", "id"))
    for guideline in library().guidelines.values():
        if sections[guideline.id]:
            name = f"{guideline.organisation} {guideline.title}"
            dates = period(guideline.effective, guideline.superseded)
            editions.add_row(name, guideline.edition, dates, str(sections[guideline.id]), guideline.id)
    show(editions)


def _documents(entries: Iterable[Entry]) -> None:
    rows = table("document", "kind", "source", "edition", "passages", "path", whole=("document", "kind", "passages"))
    for entry in entries:
        about = entry.about
        source = about.source or entry.case_number or entry.title or ""
        rows.add_row(entry.id, entry.kind, source, about.edition or "", str(entry.passages), _where(entry))
    show(rows)


def _where(entry: Entry) -> str:
    """The path, and whether what lies there is still what was read."""
    try:
        found = Path(entry.path).stat()
    except OSError:
        return f"{entry.path} (gone; still searched until it is removed)"
    changed = (found.st_size, found.st_mtime_ns) != (entry.size, entry.modified)
    return f"{entry.path} (changed since; add it again)" if changed else entry.path
