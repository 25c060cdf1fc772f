"""Whether a passage of an added document speaks of the treatment that is asked for, and where it does.

A search always finds something. Only what names the treatment or its drug, and whose headings name no other part of
the body, counts as an answer; otherwise a guideline is called silent.
"""

from __future__ import annotations

import re

from drafter.lexicon import body_parts
from drafter.lock import find_drugs, find_sites, find_treatments, ingredients
from drafter.retrieval.query import Wanted
from drafter.text import split_sentences
from vectorstore.passage import Passage

_ADVICE = re.compile(
    r"\b(?:(?:un)?recommend\w*|indicat\w+|consider\w*|should|may be (?:used|offered)|criteria"
    r"|insufficient evidence|option|contraindicat\w+|trial|limited to|up to)\b",
    re.IGNORECASE,
)
_LONGEST = 320
"""Characters of a quote; a longer sentence is cut at a word."""


def speaks_of(passage: Passage, wanted: Wanted) -> bool:
    """Whether the passage is about the treatment where it is wanted."""
    heading = heading_of(passage)
    named = {body_parts()[site.part].region for site in find_sites(heading)}
    if named and wanted.regions and not named & wanted.regions:
        return False
    return _names(heading, wanted) or _names(passage.text, wanted)


def heading_of(passage: Passage) -> str:
    """Title, source and section path: what the whole passage is about."""
    parts = (passage.title, passage.metadata.get("source", ""), passage.metadata.get("section", ""))
    return "\n".join(str(part) for part in parts if part)


def telling_quote(passage: Passage, wanted: Wanted) -> str:
    """A verbatim piece of the passage to look at first: the sentence that names the treatment and advises on it."""
    sentences = [passage.text[start:end] for start, end in split_sentences(passage.text)]
    naming = [sentence for sentence in sentences if _names(sentence, wanted)]
    advising = [sentence for sentence in naming or sentences if _ADVICE.search(sentence)]
    best = next(iter(advising or naming or sentences), passage.text)
    return (
        best if len(best) <= _LONGEST else best[: best.rindex(" ", 0, _LONGEST) if " " in best[:_LONGEST] else _LONGEST]
    )


def _names(text: str, wanted: Wanted) -> bool:
    if wanted.drugs:
        asked = {part for drug in wanted.drugs for part in ingredients(drug)}
        if any(asked & set(ingredients(found.generic)) for found in find_drugs(text)):
            return True
    return any(found.id in wanted.treatments for found in find_treatments(text))
