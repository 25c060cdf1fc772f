"""The headings and labels of determination letters, in the wordings of three layouts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from drafter.intake.lines import Line

Part = Literal[
    "method", "documents", "summary", "decisions", "qualifications",
    "issue", "outcome", "claims", "guideline", "rationale",
]  # fmt: skip

_REVIEWER = r"(?:the\s+)?(?:expert|physician|medical|independent|medical\s+professional|IMR)?\s*reviewer"

SECTIONS: dict[Part, str] = {
    "method": r"how\s+the\s+IMR\s+(?:final\s+)?(?:determination|decision)\s+was\s+made",
    "documents": r"(?:list\s+of\s+)?(?:medical\s+)?(?:documents?|documentation|records?)(?:\(s\))?"
    r"\s+(?:reviewed|considered|received|submitted|provided)"
    r"(?:\s+(?:for|in|by)\s+[\w ]{1,40})?",
    "summary": r"(?:expert\s+reviewer\s+)?(?:clinical\s+)?case\s+summary|clinical\s+summary"
    r"|summary\s+of\s+(?:the\s+)?case",
    "decisions": r"(?:IMR|independent\s+medical\s+review)\s+(?:issue(?:s|\(s\))?,?\s+)?decision(?:s|\(s\))?,?\s+and"
    r"\s+rationale(?:s|\(s\))?",
}
"""Headings of the first two layouts. They stand alone on their line."""

_ITEM_LABELS: dict[Part, str] = {
    "claims": r"claims\s+administrator(?:['’]s)?\s+guidelines?(?=\s*:)",
    "guideline": rf"(?:MAXIMUS|IMRO|{_REVIEWER}(?:['’]s)?)\s+guidelines?(?=\s*:)",
    "rationale": rf"(?:{_REVIEWER}['’]s\s+)?decision\s+rationale(?=\s*:)",
}
_ITEM_SENTENCES: dict[Part, str] = {
    "claims": r"the\s+claims\s+administrator\s+based\s+(?:its|their)\s+decision\s+on\b",
    "guideline": rf"{_REVIEWER}\s+(?:based|found|relied)\s+[^.:]{{0,60}}\bdecision\s+on\b",
}
"""Labels that are part of the sentence they begin, and stay in its text."""

_REVIEW_LABELS: dict[Part, str] = {
    **SECTIONS,
    "issue": r"(?:issue(?:s|\(s\))?|item(?:s|\(s\))?|treatment(?:s|\(s\))?|service(?:s|\(s\))?|question(?:s|\(s\))?)"
    r"\s+(?:at|in|under)\s+(?:dispute|issue)"
    r"|disputed\s+(?:issue|item|treatment|service)(?:s|\(s\))?|issue|item(?=\s*#?\s*\d)",
    "outcome": r"(?:final\s+|IMR\s+|reviewer(?:['’]s)?\s+)?"
    r"(?:determination|decision|outcome|conclusion|recommendation)",
    "claims": r"claims\s+administrator(?:['’]s)?\s+guidelines?",
    "guideline": r"(?:(?:medical|clinical|treatment)\s+){0,2}"
    r"(?:guidelines?|guideline\(s\)|criteria|evidence|references?|section\s+of\s+[\w ]{1,60}?)"
    r"\s+(?:and\s+\w+\s+)?(?:relied\s+(?:up)?on|used|cited|applied)(?:\s+by\s+[\w /]{1,60})?(?:,?\s+and\s+why)?"
    r"|(?:(?:MAXIMUS|IMRO|reviewer(?:['’]s)?)\s+)?guideline(?:s|\(s\))?",
    "rationale": r"(?:clinical\s+|decision\s+|reviewer(?:['’]s)?\s+)?rationale"
    r"(?:\s+for\s+(?:the\s+)?(?:decision|determination))?"
    r"|reasons?\s+for\s+(?:the\s+)?(?:decision|determination)",
    "qualifications": r"(?:medical\s+)?(?:reviewer(?:['’]s)?\s+)?(?:qualifications|credentials)"
    r"(?:\s+of\s+(?:the\s+)?(?:\w+\s+){0,2}reviewer)?",
}
"""Labels of the third layout: alone on their line, or followed by a colon and their text; items may be numbered."""


class Found(NamedTuple):
    """A label at the start of a line; `rest` is what follows it on the line."""

    part: Part
    rest: str
    number: int | None = None


class Section(NamedTuple):
    """A label and the lines below it."""

    part: Part
    lines: tuple[Line, ...]
    number: int | None = None


def _compile(table: dict[Part, str], template: str) -> list[tuple[Part, re.Pattern[str]]]:
    return [(part, re.compile(template.format(label=label), re.IGNORECASE)) for part, label in table.items()]


_HEADINGS = _compile(SECTIONS, r"^(?:\d{{1,2}}[.)]\s*)?(?:{label})\s*:?$")
_LABELS = _compile(_ITEM_LABELS, r"^(?:{label})\s*:\s*(?P<rest>.*)$")
_SENTENCES = _compile(_ITEM_SENTENCES, r"^(?P<rest>(?:{label}).*)$")
_REGARDING = re.compile(r"^(?:(?P<number>\d{1,2})[.)]\s*)?regarding\s+the\s+request\s+for\s+(?P<rest>.+?)\s*:$", re.I)
_INLINE = re.compile(
    r"(?:(?<=[.:!?\"”)])|(?<=held)|(?<=rned))\s+(?=(?:"
    + "|".join(f"(?:{label})" for label in _ITEM_LABELS.values())
    + r")\s*:)",
    re.IGNORECASE,
)
_REVIEW: list[tuple[Part, re.Pattern[str]]] = [
    *_compile(
        _REVIEW_LABELS,
        r"^(?:\d{{1,2}}[.)]\s*)?(?:{label})(?:\s*#?\s*(?P<number>\d{{1,2}})(?:\s+of\s+\d{{1,2}})?[.)]?)?"
        r"(?:\s*:\s*(?P<rest>.*)|\s+[-–—]\s+(?P<after_dash>\S.*)|(?P<numbered>(?<=\d\.)\s+\S.*))?$",
    ),
    ("issue", _REGARDING),
]


def heading(text: str) -> Found | None:
    """A section heading of the first two layouts."""
    return _match(text, _HEADINGS)


def item_label(text: str, sentences: bool) -> Found | None:
    """A label inside an item's block. `sentences`: in this letter sentences serve as labels."""
    return _match(text, _LABELS) or (_match(text, _SENTENCES) if sentences else None)


def labels_are_sentences(lines: Iterable[Line]) -> bool:
    """Whether a letter writes "The Claims Administrator based its decision on..." in place of a label."""
    parts = {label.part for line in lines if (label := _match(line.text, _LABELS))}
    return not parts & {"claims", "guideline"}


def review_label(text: str) -> Found | None:
    """A label of the third layout."""
    return _match(text, _REVIEW)


def opens_part(text: str) -> bool:
    return bool(heading(text) or item_label(text, sentences=True) or review_label(text))


def split_inline(lines: Iterable[Line]) -> list[Line]:
    """Start a line at each item label that follows other text on its line."""
    split: list[Line] = []
    for line in lines:
        pieces = _INLINE.split(line.text)
        split += [
            Line(piece, line.page, line.gap if index == 0 else False, line.full if piece is pieces[-1] else False)
            for index, piece in enumerate(pieces)
        ]
    return split


def sections(lines: Sequence[Line], review: bool) -> tuple[list[Line], list[Section]]:
    """The lines before the first heading, and each heading's lines. `review`: by the labels of the third layout."""
    find = review_label if review else heading
    preface: list[Line] = []
    found: list[tuple[Found, list[Line]]] = []
    for previous, line in zip([None, *lines], lines, strict=False):
        wrapped = line.text[:1].islower() or (review and _goes_on(previous, line))
        label = None if wrapped else find(line.text)
        if label is None:
            (found[-1][1] if found else preface).append(line)
        else:
            found.append((label, [line._replace(text=label.rest)] if label.rest else []))
    return preface, [Section(label.part, tuple(below), label.number) for label, below in found]


def _goes_on(previous: Line | None, line: Line) -> bool:
    """Whether a line goes on with a sentence, so that "Guidelines:" in it is no label."""
    return previous is not None and previous.full and not line.gap and not previous.ends_sentence


def _match(text: str, patterns: list[tuple[Part, re.Pattern[str]]]) -> Found | None:
    for part, pattern in patterns:
        if found := pattern.match(text):
            groups = found.groupdict()
            number = groups.get("number")
            rest = groups.get("rest") or groups.get("after_dash") or groups.get("numbered") or ""
            return Found(part, rest.strip(), int(number) if number else None)
    return None
