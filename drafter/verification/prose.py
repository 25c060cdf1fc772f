"""Words, stems and quotation marks of a rationale sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_TERM_WORDS = 2
"""Words up to which something in quotation marks is a term ("red flags") and not a quote."""
_QUOTED = re.compile(r"“([^”]*)”|\"([^\"]*)\"")
_WORD = re.compile(r"[A-Za-z0-9]+(?:[-'/.][A-Za-z0-9]+)*")
_SUFFIX = re.compile(
    r"(?:ements?|ments?|ations?|ically|ally|ures?|ings?|ies|ied|ed|es|al|ly|s|e|y)$",
)
_SHORTEST_STEM = 4
_FUNCTION_WORDS = frozenset(
    re.findall(
        r"[\w-]+",
        "a an the of to in on for from and or nor with at by as is are was were be been being has have had do does did"
        " that this these those it its his her their he she they who whom which there any such also than then so"
        " patient patients claimant worker applicant employee injured physician provider"
        " documentation documented evidence indication mention record records report reports file note notes chart"
        " prior previous previously past to-date thereof case submitted provided review available either both not no",
    )
)


class Word(NamedTuple):
    """A content word: `text[start:end]` and its stem."""

    stem: str
    start: int
    end: int


def outside_quotes(text: str) -> str:
    """`text` with its quotes blanked, offsets unchanged."""
    return _QUOTED.sub(lambda match: match.group() if _is_term(match) else " " * len(match.group()), text)


def quotations(text: str) -> list[str]:
    """What is quoted, without the quotation marks."""
    return [match[1] or match[2] for match in _QUOTED.finditer(text) if not _is_term(match)]


def _is_term(match: re.Match[str]) -> bool:
    return len(match.group().split()) <= _TERM_WORDS


def stem(word: str) -> str:
    """A crude stem, so that `improved`, `improves` and `improvement` meet."""
    lower = word.lower().removesuffix("'s")
    cut = _SUFFIX.sub("", lower)
    return cut if len(cut) >= _SHORTEST_STEM else lower.removesuffix("s") if len(lower) > _SHORTEST_STEM - 1 else lower


@lru_cache(maxsize=8192)
def content(text: str) -> tuple[Word, ...]:
    """The words of `text` that carry meaning."""
    return tuple(
        Word(stem(match.group()), match.start(), match.end())
        for match in _WORD.finditer(text)
        if match.group().lower() not in _FUNCTION_WORDS
    )


def tokens(text: str) -> list[str]:
    """All words, lower case."""
    return [match.group().lower() for match in _WORD.finditer(text)]


def squeezed(text: str) -> str:
    """One space for any white space, lower case, straight quotes: for comparing what was quoted."""
    return " ".join(text.replace("’", "'").split()).lower().strip(" .,;:")
