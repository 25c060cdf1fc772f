"""Cases of `seeds/cases` with the records that their truth names: evidence is measured apart from the record index."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any, NamedTuple

from drafter.case import Case, CaseHeader, DisputedItem, Page, Record
from drafter.casefile.pages import Limits, SourcePage, read_pages
from drafter.lexicon import read_yaml
from drafter.lock import parse_lock
from drafter.resources import data_folder

_HELD_OUT = "unseen-"
_PATIENT = Limits(ocr_seconds=900)
"""A scan is read to the end, however busy the machine is."""


class TruthCase(NamedTuple):
    """A case and what is known to be true of it."""

    name: str
    case: Case
    truth: dict[str, Any]

    @property
    def held_out(self) -> bool:
        return bool(self.truth["held_out"])


def truth_cases(home: Path, held_out: bool | None = None) -> list[TruthCase]:
    """The synthetic cases, those that are held out or the others, by name; pages are read once into `home`."""
    folders = sorted(path.parent for path in (data_folder("seeds") / "cases").glob("*/truth.yaml"))
    only = os.environ.get("DRAFTER_CASES", "").split()
    wanted = [folder for folder in folders if held_out in (None, folder.name.startswith(_HELD_OUT))]
    return [truth_case(folder, home) for folder in wanted if not only or folder.name in only]


def truth_case(folder: Path, home: Path) -> TruthCase:
    """The case of one folder."""
    truth = read_yaml(folder / "truth.yaml")
    reading = read_pages([folder / "file"], folder / "file", home, limits=_PATIENT)
    pages = {(page.source.file, page.source.page): page for page in reading.pages}
    requests = "\n".join(item["request"] for item in truth["items"])
    listed = {"id": "request", "title": "Disputed items", "kind": "request"}
    records = [_record(listed, [Page(number=1, text=requests)])]
    for entry in truth["records"]:
        places = [(file, number) for file, first, last in entry["source"] for number in range(first, last + 1)]
        found = [_page(pages[place], number) for number, place in enumerate(places, start=1) if place in pages]
        records.append(_record(entry, found))
    header = CaseHeader.model_validate(truth["case"] | {"case_number": truth["case"]["case_number"] or folder.name})
    items = tuple(_item(entry) for entry in truth["items"])
    return TruthCase(folder.name, Case(header=header, records=tuple(records), items=items), truth)


def _page(source: SourcePage, number: int) -> Page:
    return Page(
        number=number,
        text=source.text,
        source=source.source,
        ocr_confidence=source.ocr_confidence,
        unread=source.unread,
    )


def _record(entry: dict[str, Any], pages: list[Page]) -> Record:
    fields = {name: value for name, value in entry.items() if name != "source"}
    sha256 = hashlib.sha256("\f".join(page.text for page in pages).encode()).hexdigest()
    return Record.model_validate(fields | {"pages": tuple(pages), "sha256": sha256})


def _item(entry: dict[str, Any]) -> DisputedItem:
    lock = parse_lock(entry["request"])
    return DisputedItem(number=entry["number"], request=entry["request"], lock=lock)
