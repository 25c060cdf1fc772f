"""Facts, second part: what the record states, called absent (failure mode 4)."""

from __future__ import annotations

import re
from random import Random

from drafter.case import Sentence
from drafter.draft import DraftItem, Finding
from drafter.lexicon import concepts, pattern
from drafter.text import lower_first
from drafter.verification.codes import Code
from evals.defects import phrases
from evals.defects.accounts import PLANNED, UR_SAYS, account
from evals.defects.base import Defect, Planted, Sound, on_item
from evals.defects.editing import first, insert, shuffled, without
from evals.defects.telling import decided_items, tellable


def denied_although_met(sound: Sound, rng: Random) -> Planted | None:
    """A criterion that the record meets, called undocumented in table and prose."""
    for item in shuffled(rng, decided_items(sound)):
        met = [entry for entry in item.criteria if entry.status == "met" and entry.kind != "limit" and entry.evidence]
        for finding in shuffled(rng, met):
            return on_item(sound, _undocumented(item, finding, rng), "a met criterion called undocumented")
    return None


def denied_although_stated(sound: Sound, rng: Random) -> Planted | None:
    """Something that a sentence of the record states, said to be absent in prose only."""
    for item in shuffled(rng, decided_items(sound)):
        found = first(rng, tellable(sound), lambda sentence: _stated_thing(sentence))
        if found:
            sentence, thing = found
            text = rng.choice(phrases.ABSENT).format(thing)
            return on_item(sound, insert(item, text, [sentence.span()], "absence"), "a stated fact called absent")
    return None


def _undocumented(item: DraftItem, finding: Finding, rng: Random) -> DraftItem:
    wrong = finding.model_copy(
        update={"status": "not_documented", "evidence": (), "contrary": (), "searched": finding.evidence[:1]}
    )
    criteria = tuple(wrong if each == finding else each for each in item.criteria)
    bare = without(item, lambda sentence: sentence.criterion == finding.id).model_copy(update={"criteria": criteria})
    return insert(bare, rng.choice(phrases.ABSENT).format(finding.subject), finding.evidence[:1], "absence", finding.id)


def _stated_thing(sentence: Sentence) -> tuple[Sentence, str] | None:
    """Words of a plain statement by which the lexicon knows a clinical fact, to be denied in the same words."""
    if re.search(
        r"\b(?:no|not|never|without|den\w+|negative|if|may|might|should|request\w*|recommend\w*)\b", sentence.text, re.I
    ):
        return None
    if PLANNED.search(sentence.text) or UR_SAYS.search(sentence.text):
        return None
    for concept in concepts().values():
        for expression in concept.documents:
            match = pattern(expression).search(sentence.text)
            if (
                match
                and 2 <= len(match.group().split()) <= 7
                and not re.search(r"\b(?:is|was|are|were|has)\b", match.group())
            ):
                return sentence, lower_first(match.group())
    return None


DEFECTS: tuple[Defect, ...] = (
    account(
        "false-absence-criterion",
        4,
        "a documented criterion called undocumented",
        {Code.ABSENCE_CONTRADICTED},
        denied_although_met,
    ),
    account(
        "false-absence-prose",
        4,
        "a stated fact said to be absent",
        {Code.ABSENCE_CONTRADICTED, Code.ABSENCE_UNPROVEN},
        denied_although_stated,
    ),
)
