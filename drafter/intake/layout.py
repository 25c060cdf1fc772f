"""Which layout a letter has, and taking it apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from drafter.errors import NotADetermination
from drafter.intake.decisions import decided_items
from drafter.intake.header import case_number
from drafter.intake.labels import Part, Section, sections
from drafter.intake.lines import Line
from drafter.intake.parts import DecidedItem, Parts
from drafter.intake.review import reviewed_items

_DEVELOPED = re.compile(r"reviewer\s+developed\s+the\s+following\s+clinical\s+case\s+summary|^disclaimer\s*:", re.I)
_WERE_REVIEWED = re.compile(r"\b(?:reviewed|considered|included?)\b.*:$", re.IGNORECASE)
_PREFACE_LINES = 4


def take_apart(name: str, lines: Sequence[Line]) -> Parts:
    """The parts of a letter in any of the three layouts; NotADetermination names what is missing."""
    header, found = sections(lines, review=False)
    if any(section.part == "decisions" for section in found):
        _require(name, header, {section.part for section in found}, {"summary"})
        items = decided_items(name, _lines_of(found, "decisions"))
        return _parts(header, found, _lines_of(found, "method"), items)
    header, found = sections(lines, review=True)
    _require(name, header, {section.part for section in found}, {"issue", "summary"})
    items = reviewed_items(name, found)
    return _parts(header, found, _lines_of(found, "qualifications") or _lines_of(found, "method"), items)


def _parts(
    header: Sequence[Line], found: Sequence[Section], qualifications: Sequence[Line], items: Sequence[DecidedItem]
) -> Parts:
    return Parts(
        tuple(header),
        tuple(qualifications),
        _without_preface(_lines_of(found, "summary"), _DEVELOPED),
        _without_preface(_lines_of(found, "documents"), _WERE_REVIEWED),
        tuple(items),
    )


def _lines_of(found: Iterable[Section], part: Part) -> tuple[Line, ...]:
    return tuple(line for section in found if section.part == part for line in section.lines)


def _require(name: str, header: Sequence[Line], present: set[Part], required: set[Part]) -> None:
    missing = [] if case_number(header) else ["no case number"]
    if "summary" in required - present:
        missing.append("no 'Clinical case summary' section")
    if "issue" in required - present:
        missing.append("no 'IMR issues, decisions and rationales' section")
    if missing:
        raise NotADetermination(f"{name}: not a determination letter: {', '.join(missing)}")


def _without_preface(lines: tuple[Line, ...], opening: re.Pattern[str]) -> tuple[Line, ...]:
    """Leave out the standing sentence above the summary or the list; it is the form's, not the case's."""
    for count in range(1, min(_PREFACE_LINES, len(lines)) + 1):
        text = " ".join(line.text for line in lines[:count])
        if opening.search(text) and ":" in lines[count - 1].text:
            rest = lines[count - 1].text.partition(":")[2].strip()
            kept = (lines[count - 1]._replace(text=rest),) if rest else ()
            return (*kept, *lines[count:])
    return lines
