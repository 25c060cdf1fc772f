"""What is said of the case as a whole is what its items say: upheld, overturned, or overturned in part."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Literal

from drafter.draft import Draft, Flag, Outcome
from drafter.verification.codes import Code
from drafter.verification.context import Context, cited_quotes, numbered, shortened
from drafter.verification.prose import outside_quotes, squeezed
from drafter.verification.verdicts import verdict

Label = Literal["upheld", "overturned", "overturned in part"]

_THINGS = r"(?:disputed\s+)?(?:items?|requests?|treatments?|services?|denials?|medications?|decisions?)"
_WHOLE = re.compile(
    rf"\b(?:all|both|each|every|none|neither)\s+(?:of\s+)?(?:the\s+|these\s+)?(?:\w+\s+){{0,3}}?{_THINGS}\b"
    r"|\b(?:this|the)\s+(?:entire\s+|whole\s+)?case\s+(?:as a whole\s+)?(?:is|are)\b|\bcase as a whole\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:in part|partly|partially|mixed)\b[^.;]*\b(?:upheld|overturned)|\b(?:upheld|overturned)\b[^.;]*\b(?:in part"
    r"|partly|partially)\b",
    re.IGNORECASE,
)
_DECIDED = r"\b(?:denials?|refusals?|decisions?|determinations?|modifications?|non-?certifications?)\b[^.;]*?"
"""Only what was decided stands or is reversed; a patient stands too, and a symptom is reversed."""
_UPHELD = re.compile(
    rf"\bupheld\b|{_DECIDED}\b(?:stands?|affirmed)\b(?! (?:alone|on (?:its|their) own))"
    r"|\b(?:none|neither)\b[^.;]*\bnecessary\b",
    re.IGNORECASE,
)
_OVERTURNED = re.compile(rf"\boverturned\b|{_DECIDED}\b(?:reversed|set aside)\b", re.IGNORECASE)


def check_whole(draft: Draft, context: Context) -> Iterator[Flag]:
    """Sentences about all items that say another outcome than the items have together."""
    outcomes = {item.outcome for item in draft.items}
    label = case_label(outcomes)
    for item in draft.items:
        for where, sentence in numbered(item):
            said = _said(outside_quotes(sentence.text))
            if said is None or said == label or _is_told(sentence.text, cited_quotes(sentence, item, context)):
                continue
            yield Code.CASE_OUTCOME_DIFFERS.flag(
                where, f"says {said!r}, the items are {' and '.join(sorted(outcomes))}: {shortened(sentence.text)!r}"
            )


def case_label(outcomes: Collection[Outcome]) -> Label | None:
    """The outcome of a case by those of its items; None while one of them has none."""
    if not outcomes or not set(outcomes) <= {"upheld", "overturned"}:
        return None
    if len(set(outcomes)) == 2:
        return "overturned in part"
    return "upheld" if "upheld" in outcomes else "overturned"


def _said(text: str) -> Label | None:
    """The label that a sentence gives to the whole case."""
    if _PART.search(text):
        return "overturned in part"
    if not _WHOLE.search(text):
        return None
    if _UPHELD.search(text):
        return "upheld"
    if _OVERTURNED.search(text):
        return "overturned"
    decided = verdict(text)
    return None if decided is None else "overturned" if decided == "necessary" else "upheld"


def _is_told(text: str, quotes: list[str]) -> bool:
    """Whether a cited record says so: an earlier determination in the file."""
    found = _PART.search(text) or _UPHELD.search(text) or _OVERTURNED.search(text)
    return bool(found) and any(squeezed(found.group()) in squeezed(quote) for quote in quotes if found)
