"""Pain scores that go from one value to another."""

from __future__ import annotations

import re

_OF_TEN = r"(?:\s?/\s?10|\s+out\s+of\s+10)"
_FROM_TO = re.compile(
    rf"\b(?:from\s+)?(?:an?\s+)?(?P<before>\d{{1,2}}(?:\.\d)?){_OF_TEN}?(?:\s+\w+){{0,2}}?\s*(?:\bto\b|->|→|\bnow\b)\s*"
    rf"(?:an?\s+)?(?P<after>\d{{1,2}}(?:\.\d)?){_OF_TEN}(?!\d)",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\b(?:rang(?:es?|ed|ing)|between|var(?:ies|ied)|fluctuates|rated|is|was|of|at)(?:\s+from)?\s*$", re.IGNORECASE
)
"""Before two values that are no change: the score is between them."""


def risen(text: str) -> re.Match[str] | None:
    """Where a score goes up: what relieves pain makes it fall."""
    for match in _FROM_TO.finditer(text):
        if float(match["after"]) > float(match["before"]) and not _RANGE.search(text[: match.start()]):
            return match
    return None
