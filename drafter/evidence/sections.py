"""In which part of a report a sentence stands: under "Plan" a noun is planned, under "History" it is past."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal

from drafter.case import Record
from drafter.evidence.cues import Cue
from drafter.lexicon import Modality

Section = Literal["history", "complaints", "exam", "diagnosis", "plan", "requested", "goals", "summary"]

_HEADINGS: tuple[tuple[Section, str], ...] = (
    ("requested", r"request(?:ed)? (?:for )?(?:treatments?|authorization|services?)|treatments? requested|requests?"),
    ("goals", r"(?:treatment |therapy |short[- ]term |long[- ]term |functional )?goals?"),
    (
        "plan",
        r"(?:treatment |therapy |care |discharge )?plans?(?: of (?:care|treatment))?(?: and recommendations?)?"
        r"|recommendations?|disposition|orders?|(?:assessment|impression) (?:and|&|/) plan|p",
    ),
    (
        "history",
        r"(?:past |prior |previous |interval |social |surgical |family )*(?:medical |treatment |surgical )?history"
        r"(?: of (?:the )?(?:present |current )?(?:illness|injury|complaints?))?|HPI|treatments? to date"
        r"|prior treatments?|review of (?:medical )?records|records? review(?:ed)?",
    ),
    (
        "complaints",
        r"(?:subjective|present|current|chief)(?: complaints?)?|complaints?|interval report|patient'?s? report|s",
    ),
    (
        "exam",
        r"(?:objective|physical)(?: findings?| exam(?:ination)?)?|exam(?:ination)?|findings?|measures?|vitals?"
        r"|range of motion|work status|o",
    ),
    ("summary", r"summary|comments?|remarks?|discussion"),
    ("diagnosis", r"diagnos[ei]s|assessments?|impressions?|conclusions?|a"),
)
_HEADING = re.compile(
    r"^[ \t]*(?:\(?[0-9IVX]{1,4}[.)][ \t]+)?(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _HEADINGS)
    + r")(?:[ \t]*\([^)\n]*\)?)?[ \t]*(?::|\.?[ \t]*$)",
    re.IGNORECASE | re.MULTILINE,
)
_LETTER = re.compile(r"^[ \t]*[SOAP]:", re.MULTILINE)
_CARRIED_OUT = re.compile(
    r"\b(?:has|have|had|was|were|did|underwent|received|attended|completed|tried|failed|finished|reported|showed"
    r"|showing|improved|met|gained|returned|went|tolerated|consistent|positive|negative|reviewed|pulled|signed"
    r"|obtained|remain(?:s|ed)?|continues to|is|are|run|ran|checked|counted|re-?signed|renewed|discharged|last"
    r"|back|ok|okay|sent|fits|made|gave|helped|took|wore|changed|lasted|sees no|saw)\b|\bto date\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells, under whatever heading; without one of them it is an order or a list."""
_LONGEST = 60
"""Characters of a heading."""
_MOST_WORDS = 6
"""Words of a letterhead or a title in capitals."""
_BY_SECTION: dict[Section, Modality] = {"plan": "planned", "requested": "requested", "goals": "planned"}


class Outline:
    """The headings of one record; a section reaches over the end of its page."""

    def __init__(self, record: Record) -> None:
        self._places: list[tuple[int, int]] = []
        self._sections: list[Section] = []
        for page in record.pages:
            for match in _HEADING.finditer(page.text):
                if match.lastgroup and (len(match.group(match.lastgroup)) > 1 or _LETTER.match(match.group())):
                    self._places.append((page.number, match.start()))
                    self._sections.append(_named(match.lastgroup))

    def section(self, page: int, start: int) -> Section | None:
        """The section that a place stands in; None before the first heading."""
        index = bisect_right(self._places, (page, start + 1)) - 1
        return self._sections[index] if index >= 0 else None


def names_section(text: str) -> bool:
    """Whether a line is the heading of a section and nothing else."""
    return len(text) <= _LONGEST and _HEADING.fullmatch(text.strip()) is not None


def in_capitals(text: str) -> bool:
    """Whether a line reads like a letterhead or a title in capitals."""
    if not text.isupper() or len(text.split()) > _MOST_WORDS or text[-1:] in ".!?":
        return False
    return not any(letter.isdigit() for letter in text)


def in_section(cue: Cue, section: Section | None, text: str) -> Cue:
    """What a mention means under its heading, where its own words leave it open."""
    if section not in _BY_SECTION or cue.modality != "asserted" or _CARRIED_OUT.search(text):
        return cue
    return cue._replace(modality=_BY_SECTION[section])


def _named(group: str) -> Section:
    return next(name for name, _ in _HEADINGS if name == group)
