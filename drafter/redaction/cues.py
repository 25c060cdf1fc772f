"""The vocabulary of labels as patterns."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from drafter.lexicon import read_yaml

_LISTS: dict[str, list[str]] = read_yaml(Path(__file__).with_name("labels.yaml"))
_NO_LABELS = frozenset({"occupations", "nobody", "cities"})
"""Lists of words that are names as well: a cook, and somebody called Cook."""
_GIVEN = frozenset({"bill", "job"})
"""Words of labels by which people are called, too."""
_SPELLED = {"m": "(?:m|rn)", "á": "[aá]", "é": "[eé]", "í": "[ií]", "ó": "[oó]", "ú": "[uú]", "ñ": "[nñ]"}
"""Letters that a form leaves without their accent, and one that text recognition takes for two."""

VERSUS = r"[ ]+(?i:v|vs)\.[ ]+(?=[A-Z])(?![^\n]{3,60}(?:[(](?:19|20)\d\d[)]|\bdecision\b|\d[ ]Cal\.|Comp\.[ ]Cases))"
"""Between the parties of a case, unless it is one that was published and is cited."""


@cache
def either(name: str) -> str:
    """Any entry of a list of `labels.yaml`, as a pattern without a group; the longest is tried first."""
    return f"(?:{'|'.join(map(_pattern, sorted(_LISTS[name], key=len, reverse=True)))})"


@cache
def cue(name: str) -> str:
    """Any entry of a list as a word of its own, in any case."""
    return rf"(?i:(?<!\w){either(name)})"


def label_words() -> frozenset[str]:
    """All words of all labels, which are no names; `c/o`, being initials, is left out, and the `ray` of `x-ray`."""
    lists = [entries for name, entries in _LISTS.items() if name not in _NO_LABELS]
    words = (word for entries in lists for entry in entries for word in re.findall(r"(?<![\w-])\w{3,}(?![\w-])", entry))
    return frozenset(words) - _GIVEN


def _pattern(entry: str) -> str:
    escaped = re.escape(entry).replace("\\ ", "[ ]+")
    return "".join(_SPELLED.get(letter, letter) for letter in escaped)
