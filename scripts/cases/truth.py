"""The truth of a case file, computed from what its pages were written from and from the pages themselves."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from scripts.cases.build import Made
from scripts.cases.markup import Mark, marks
from scripts.cases.model import CaseFile, Doc, Part, Patient, PhiKind, Scrawl
from scripts.cases.pdf import Sheet, written

_DAYS = ("%m/%d/%Y", "%m/%d/%y", "%B %d, %Y", "%b %d, %Y", "%d %b %Y", "%m-%d-%Y", "%m-%d-%y", "%Y-%m-%d", "%m.%d.%Y")


class Seen(NamedTuple):
    """A mark with the first place where it stands."""

    mark: Mark
    doc: Doc
    file: str
    page: int


def squeezed(text: str) -> str:
    """Text with one space between words, as quotes are compared."""
    return " ".join(text.split())


def _sheets(made: list[Made]) -> Iterator[tuple[str, int, Sheet]]:
    for file in made:
        for number, sheet in enumerate(file.sheets, start=1):
            yield file.name, number, sheet


def _docs(made: list[Made]) -> list[Doc]:
    found: dict[str, Doc] = {}
    for _, _, sheet in _sheets(made):
        if isinstance(sheet.part, Part):
            found.setdefault(sheet.part.doc.id, sheet.part.doc)
    return list(found.values())


def seen(case: CaseFile, made: list[Made]) -> list[Seen]:
    """Every mark with its place. A mark that is on no page is a mistake in the case."""
    found = []
    for doc in _docs(made):
        for mark in marks(written(doc, case.patient)):
            places = [
                (file, number)
                for file, number, sheet in _sheets(made)
                if isinstance(sheet.part, Part) and sheet.part.doc == doc and mark.quote in squeezed(sheet.text)
            ]
            if not places:
                raise ValueError(f"{case.name}: {doc.id}: no page shows: {mark.quote}")
            found.append(Seen(mark, doc, *places[0]))
    return found


def _places(name: str, found: list[Seen], made: list[Made]) -> list[list[Any]]:
    """Pages of a mark, or all pages of a record."""
    named = [[one.file, one.page] for one in found if one.mark.name == name]
    pages = named or [
        [file, number]
        for file, number, sheet in _sheets(made)
        if isinstance(sheet.part, Part) and sheet.part.doc.id == name
    ]
    if not pages:
        raise ValueError(f"nothing is called {name}")
    return pages


def _runs(doc: Doc, made: list[Made]) -> list[list[Any]]:
    """Pages of a record as [file, first, last]."""
    pages = [
        (file, number)
        for file, number, sheet in _sheets(made)
        if isinstance(sheet.part, Part) and sheet.part.doc.id == doc.id
    ]
    runs = []
    for _, run in groupby(enumerate(pages), lambda pair: (pair[1][0], pair[1][1] - pair[0])):
        held = [page for _, page in run]
        runs.append([held[0][0], held[0][1], held[-1][1]])
    return runs


def _days(date: dt.date) -> Iterator[str]:
    for form in _DAYS:
        text = date.strftime(form)
        yield text
        yield re.sub(r"(?<!\d)0(\d)", r"\1", text)


def _identifiers(patient: Patient) -> Iterator[tuple[PhiKind, str]]:
    first, last = patient.first, patient.last
    for form in (f"{first} {last}", f"{last}, {first}", last, first):
        yield "name", form
    for day in _days(patient.dob):
        yield "dob", day
    yield "ssn", patient.ssn
    yield "claim", patient.claim
    yield "mrn", patient.mrn
    yield "phone", patient.phone
    yield "address", patient.address
    yield "email", patient.email
    yield "employer", patient.employer
    yield from patient.also


def _phi(case: CaseFile, made: list[Made]) -> Iterator[dict[str, Any]]:
    listed = [pair for patient in (case.patient, *case.others) for pair in _identifiers(patient)]
    listed += [("provider", name) for name in case.providers]
    forms = {form.lower(): kind for kind, form in listed if form}
    longest = sorted(forms, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(form) for form in longest) + r")(?!\w)", re.IGNORECASE)
    for file, number, sheet in _sheets(made):
        times: dict[str, int] = {}
        for match in pattern.finditer(squeezed(sheet.text)):
            times[match[0]] = times.get(match[0], 0) + 1
        for text, count in times.items():
            yield {"text": text, "kind": forms[text.lower()], "file": file, "page": number, "times": count}


def _record(doc: Doc, made: list[Made]) -> dict[str, Any]:
    return {
        "id": doc.id,
        "title": doc.title,
        "kind": doc.kind,
        "author": doc.author,
        "author_role": doc.role,
        "date": doc.date,
        "source": _runs(doc, made),
        "duplicate_of": doc.duplicate_of,
        "after_ur": doc.after_ur,
    }


def _facts(found: list[Seen]) -> Iterator[dict[str, Any]]:
    stated = [one for one in found if one.mark.says and not one.doc.patient and not one.doc.duplicate_of]
    for number, one in enumerate(stated, start=1):
        yield {
            "id": f"f{number:02d}",
            "record": one.doc.id,
            "file": one.file,
            "page": one.page,
            "quote": one.mark.quote,
            "concept": one.mark.concept,
            "treatment": one.mark.treatment,
            "says": one.mark.says,
        }


def _person(patient: Patient) -> dict[str, Any]:
    return {
        "name": f"{patient.first} {patient.last}",
        "dob": patient.dob,
        "ssn": patient.ssn,
        "claim": patient.claim,
        "mrn": patient.mrn,
        "address": f"{patient.address}, {patient.city}",
        "phone": patient.phone,
        "email": patient.email,
        "employer": patient.employer,
    }


def _first(name: str, found: list[Seen], made: list[Made]) -> dict[str, Any]:
    file, page = _places(name, found, made)[0]
    return {"file": file, "page": page}


def _about_file(case: CaseFile, made: list[Made], found: list[Seen]) -> dict[str, Any]:
    return {
        "visits": [
            {"treatment": one.treatment, "done": one.done, "unknown": one.done is None,
             "pages": [place for name in one.seen for place in _places(name, found, made)]}
            for one in case.visits
        ],
        "missing": [
            {"description": one.description, "date": one.date, "mentioned_in": _first(one.seen, found, made)}
            for one in case.missing
        ],
        "other_patient": [
            {"file": file, "page": number}
            for file, number, sheet in _sheets(made)
            if isinstance(sheet.part, Part) and sheet.part.doc.patient
        ],
        "unreadable": [
            {"file": file, "page": number} for file, number, sheet in _sheets(made) if isinstance(sheet.part, Scrawl)
        ],
        "discrepancies": [
            {"item": one.item, "field": one.field,
             "pages": [_places(name, found, made)[0] for name in one.seen]}
            for one in case.discrepancies
        ],
        "absences": [
            {"statement": one.statement, "concept": one.concept, "true": one.contradicted is None,
             "contradicted_by": _first(one.contradicted, found, made) if one.contradicted else None}
            for one in case.absences
        ],
    }  # fmt: skip


def truth(case: CaseFile, made: list[Made]) -> dict[str, Any]:
    """What a reader of the file should find, as `truth.yaml` states it."""
    found = seen(case, made)
    return {
        "synthetic": "Every person, clinic and finding is invented.",
        "name": case.name,
        "about": case.about,
        "held_out": case.held_out,
        "traps": list(case.traps),
        "case": case.header.model_dump(mode="python") | ({"case_number": None} if not case.header.case_number else {}),
        "patient": _person(case.patient),
        "files": [{"file": file.name, "pages": len(file.sheets), "kind": file.kind} for file in made],
        "records": [_record(doc, made) for doc in _docs(made) if not doc.patient],
        "items": [{"number": item.number, "request": item.request, "lock": item.lock} for item in case.items],
        "facts": list(_facts(found)),
        **_about_file(case, made, found),
        "phi": list(_phi(case, made)),
    }


def scanned_text(made: list[Made]) -> dict[str, dict[int, str]]:
    """The text from which each scanned page was made: what a perfect reader would read."""
    found: dict[str, dict[int, str]] = {}
    for file, number, sheet in _sheets(made):
        if sheet.image and isinstance(sheet.part, Part):
            found.setdefault(file, {})[number] = sheet.text
    return found
