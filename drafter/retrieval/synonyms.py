"""Other names of what a text speaks of, from the lexicon: `ESI` for an epidural injection, `Norco` for its drugs."""

from __future__ import annotations

import re
from functools import cache

from drafter.lexicon import drugs, treatments
from drafter.lock import find_drugs, find_treatments

_ABBREVIATION = re.compile(r"[A-Z]{2,7}")
_OPTIONAL = re.compile(r"\([^()]*\)\?|\w\?")
"""Parts of a pattern that may be missing: `ESIs?`, `(lumbar )?ESI`."""
_PLAIN = re.compile(r"[\w -]+")
_WRITTEN_OUT = {"tens": "transcutaneous electrical nerve stimulation"}
"""Treatments whose standard name is an abbreviation that guidelines write out. MRI is not one of them: written out it
outweighed the part of the body, and the guideline choice by search alone was right first in 70 % instead of 75 %."""
_MOST = 4
"""Names taken from one entry. More of them outweigh the words that were asked."""


def expanded(text: str) -> str:
    """`text` with the other names of its treatments and drugs behind it; those that it has already are left out."""
    return " ".join([text, *synonyms(text)])


def synonyms(text: str) -> list[str]:
    """Standard names, abbreviations, generic and brand names that belong to `text` and are not in it."""
    names = [name for found in find_treatments(text) for name in _treatment_names(found.id)]
    names += [name for found in find_drugs(text) for name in _drug_names(found.generic)]
    present = text.lower()
    return [name for name in dict.fromkeys(names) if name.lower() not in present]


@cache
def _treatment_names(name: str) -> tuple[str, ...]:
    """The name of a treatment, spelt as guidelines spell it, and the abbreviations of it among its patterns."""
    entry = treatments().get(name)
    if entry is None:
        return ()
    short = (_OPTIONAL.sub("", pattern).strip() for pattern in entry.patterns)
    own = [word for word in dict.fromkeys(short) if _ABBREVIATION.fullmatch(word) and _abbreviates(word, entry.name)]
    names = (entry.name.replace("behaviour", "behavior"), _WRITTEN_OUT.get(name, ""), *own[:_MOST])
    return tuple(filter(None, names))


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters of `short` come in their order in the name; a pattern may also be of a variant."""
    letters = iter(name.lower())
    return name.lower().startswith(short[0].lower()) and all(letter in letters for letter in short.lower())


@cache
def _drug_names(generic: str) -> tuple[str, ...]:
    """Generic name and the brands that are written as they are."""
    brands = [brand for brand in drugs()[generic].brands if _PLAIN.fullmatch(brand)]
    return (generic.replace("/", " "), *brands[:_MOST])
