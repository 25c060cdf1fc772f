"""Several requests in one entry: a list on one line, checked boxes, drugs joined by a comma."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.case import Lock
from drafter.casefile.statements import Statement, is_known, same_treatment, tidy
from drafter.lock import parse_lock
from drafter.lock.treatments import category_of

_BOX = re.compile(r"\[\s?\]|\[[xX]\]|☐|☒|☑")
_CHECKED = re.compile(r"\[[xX]\]|☒|☑")
_INLINE = re.compile(r"(?:^|(?<=[\s:;.]))\(?(\d{1,2})[.)]\s*(?=[A-Za-z])")
_HARD = re.compile(r"\s*[;•]\s*")
_SOFT = re.compile(r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s+&\s+)(?![^()]*\))")
"""Not inside brackets, which hold what one request is made of."""
_OWN = re.compile(r"\b(?:left|right|bilateral|lt|rt)\b|\d", re.IGNORECASE)
_WITH = re.compile(r"^(?:with|under|including|without|to|for|of|at|on|in)\b", re.IGNORECASE)
_NOTE = re.compile(
    r"\s*\((?:[^()]*\b(?:denied|modified|cut|approved|certified|authorized|allowed|only)\b[^()]*)\)"
    r"|[,;]\s+\d{1,3} (?:visits? |sessions? )?(?:was |were |have been )?"
    r"(?:approved|certified|authorized|allowed)\b[^;]*$"
    r"|[,;]?\s+(?:was |were |is )?(?:denied|modified|non-?certified)(?: (?:on|to)\b.*)?$",
    re.IGNORECASE,
)
"""What the one who fills in a form adds of the decision: it is not asked for."""
_PART_OF = re.compile(
    r"[,;]\s*(?:the )?(?:remaining |other |last )?\d{1,3} of (?:the )?(\d{1,3} \w+)"
    r" (?:were |was |are )?(?:not (?:allowed|approved|certified|authorized)|denied).*$",
    re.IGNORECASE,
)
"""How much of the whole was refused: `6 of 10 sessions not allowed`."""
_FEW = 3


def spread(found: Sequence[Statement]) -> list[Statement]:
    """Each request by itself; an entry that names one only stays as it is."""
    return [part for entry in found for part in _parts_of(entry)]


def without_notes(entry: Statement) -> Statement:
    """The request without what was decided of it, which the one who disputes it noted beside."""
    text = tidy(_NOTE.sub("", _PART_OF.sub(r", \1", entry.text)))
    return entry._replace(text=text, lock=parse_lock(text)) if text and text != entry.text else entry


def several(text: str) -> list[str]:
    """The requests of a text; the text itself where it names no more than one."""
    for parts, strict in (
        (_checked(text), False), (_numbered(text), False), (_HARD.split(text), False), (_SOFT.split(text), True),
    ):  # fmt: skip
        named = [part for part in parts if part.strip(" .,")]
        if len(named) > 1 and _are_requests(named, strict, "," in text):
            return [tidy(part) for part in named]
    return [text]


def _parts_of(entry: Statement) -> list[Statement]:
    parts = several(entry.text)
    if len(parts) == 1:
        return [entry]
    return [entry._replace(text=part, lock=parse_lock(part)) for part in parts]


def _checked(text: str) -> list[str]:
    """What stands behind checked boxes."""
    boxes = list(_BOX.finditer(text))
    if not boxes:
        return []
    ends = [box.start() for box in boxes[1:]] + [len(text)]
    before = [text[: boxes[0].start()]] if is_known(parse_lock(text[: boxes[0].start()])) else []
    return before + [text[box.end() : end] for box, end in zip(boxes, ends, strict=True) if _CHECKED.match(box[0])]


def _numbered(text: str) -> list[str]:
    """The parts of a list that counts up on one line: `(1) … (2) …`."""
    marks: list[re.Match[str]] = []
    for found in _INLINE.finditer(text):
        if int(found[1]) == (int(marks[-1][1]) + 1 if marks else int(found[1])):
            marks.append(found)
    if not marks:
        return []
    before = text[: marks[0].start()] if is_known(parse_lock(text[: marks[0].start()])) else ""
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [*filter(None, [before]), *(text[mark.end() : end] for mark, end in zip(marks, ends, strict=True))]


def _are_requests(parts: Sequence[str], strict: bool, commas: bool) -> bool:
    """Whether each part names a treatment of its own; of a phrase with commas, drugs or sides must tell them apart."""
    locks = [parse_lock(part) for part in parts]
    known = [lock for lock in locks if is_known(lock)]
    if not strict:
        return len(known) > 1 and len(known) >= len(parts) - 1 and _all_differ(known)
    if len(known) < len(parts) or not _all_differ(known) or any(_WITH.match(part.strip()) for part in parts):
        return False
    if any(lock.treatment and category_of(lock.treatment) == "service" for lock in locks):
        return False
    sided = not commas and all(_OWN.search(part) for part in parts)
    return len(parts) >= _FEW or all(lock.drug for lock in locks) or sided


def _all_differ(locks: Sequence[Lock]) -> bool:
    return not any(same_treatment(one, other) for row, one in enumerate(locks) for other in locks[:row])
