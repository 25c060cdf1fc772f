"""What a sentence tells of the time before: "he works half days; before that he was off work"."""

from __future__ import annotations

import re

_FORMERLY = re.compile(
    r"\b(?:(?:before|prior to) (?:that|then|this)|previously|formerly|until then"
    r"|(?:he|she|they|I|who|patient) used to)\b[^.;]*$",
    re.IGNORECASE,
)
_WAS = re.compile(r"\b(?:was|were|stayed)\b(?! (?:placed|put|kept|taken|written))[^.;,]*$", re.IGNORECASE)
_UNTIL = re.compile(r"\s*(?:until|till)\b(?! (?:further|cleared|seen|re-?\w+|(?:the|his|her) next|\d))", re.IGNORECASE)
"""The end of what was so; an order to stay off work until a visit, or a day in figures, may be still to come."""


def told_of_before(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` was so before what the record tells of now."""
    return bool(_FORMERLY.search(text[:start]) or (_UNTIL.match(text, end) and _WAS.search(text[:end])))
