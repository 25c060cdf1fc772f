"""Facts, third part: what a record says, told as something else (failure modes 5-11)."""

from __future__ import annotations

import re
from random import Random

from drafter.draft import DraftItem
from drafter.lexicon import treatments
from drafter.lock import find_treatments
from drafter.text import find_dates, lower_first
from drafter.verification.codes import Code
from evals.defects.base import Defect, Plant, Planted, Sound, on_item
from evals.defects.changes import affirm, deny
from evals.defects.editing import first, insert, shuffled, without
from evals.defects.telling import decided_items, either, opening, tellable, told_wrongly

PLANNED = re.compile(
    r"\b(?:await\w*|pending|recommend(?:ed|s|ation)|request(?:ed|s|ing) (?:for|is|was)|plan(?:ned)? (?:is|to"
    r"|for|includ\w+)"
    r"|treatment plan|scheduled|was (?:ordered|requested)|refer(?:red|ral))\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:underwent|complet\w+|received|attended|has had|had|given|performed|included|tried)\b", re.IGNORECASE
)
_GIVEN = ("therapy", "injection", "diagnostic", "surgery")
_HISTORY = re.compile(r"\b(?:previous(?:ly)?|prior|initially|in the past|history of|formerly)\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:current\w*|now|present\w*|ongoing|today|continues|remains|still)\b", re.IGNORECASE)
UR_SAYS = re.compile(r"\b(?:utili[sz]ation review|claims administrator|non-?certified|UR)\b", re.IGNORECASE)
_ROLES = {
    "QME": r"QME|qualified medical",
    "AME": r"AME|agreed medical",
    "chiropractor": r"chiropract|D\.?C\.?\b",
    "physical therapist": r"physical therap|PT\b|therapist",
    "psychologist": r"psycholog",
    "orthopedic surgeon": r"surge|orthop",
    "acupuncturist": r"acupunct",
}


def planned_told_as_done(sound: Sound, rng: Random) -> Planted | None:
    """A treatment that the record only plans or requests, told as completed."""
    return first(rng, decided_items(sound), lambda item: _as_done(sound, rng, item))


def old_told_as_current(sound: Sound, rng: Random) -> Planted | None:
    """A dated or past finding that later notes follow, told as the present state."""
    return first(rng, decided_items(sound), lambda item: _as_current(sound, rng, item))


def role_mixed(sound: Sound, rng: Random) -> Planted | None:
    """A sentence of one author told as another's: the QME in place of the treating physician, and so on."""
    return first(rng, decided_items(sound), lambda item: _by_another(sound, rng, item))


def contrary_unsaid(sound: Sound, rng: Random) -> Planted | None:
    """The sentences on what speaks for the other side taken out."""
    items = [item for item in decided_items(sound) if any(each.role == "contrary" for each in item.rationale)]
    if not items:
        return None
    item = rng.choice(items)
    return on_item(sound, without(item, lambda sentence: sentence.role == "contrary"), "other side left out")


def contrary_taken_off(sound: Sound, rng: Random) -> Planted | None:
    """A divided criterion shown as plainly met or unmet: one side's quotes dropped from table and prose."""
    for item in shuffled(rng, decided_items(sound)):
        divided = [entry for entry in item.criteria if entry.status == "contrary" and entry.necessary]
        for finding in divided:
            for_it = item.outcome == "overturned"
            update = {"status": "met", "contrary": ()} if for_it else {"status": "not_met", "evidence": ()}
            criteria = tuple(each.model_copy(update=update) if each == finding else each for each in item.criteria)
            bare = without(item, lambda sentence, name=finding.id: sentence.criterion == name)  # type: ignore[misc]
            return on_item(sound, bare.model_copy(update={"criteria": criteria}), "one side of a divided criterion")
    return None


def _as_done(sound: Sound, rng: Random, item: DraftItem) -> Planted | None:
    for sentence in shuffled(rng, tellable(sound)):
        found = [each for each in find_treatments(sentence.text) if treatments()[each.id].category in _GIVEN]
        planned = PLANNED.search(sentence.text)
        if not found or not planned or _DONE.search(sentence.text) or found[0].start < planned.start():
            continue
        name = sentence.text[found[0].start : found[0].end].lower()
        told = rng.choice(("The patient completed {}.", "The patient has received {}.", "The patient underwent {}."))
        control = rng.choice(("A plan for {} is on record.", "The provider recommended {}."))
        planted = insert(item, told.format(name), [sentence.span()])
        return on_item(sound, planted, "a plan told as done", insert(item, control.format(name), [sentence.span()]))
    return None


def _as_current(sound: Sound, rng: Random, item: DraftItem) -> Planted | None:
    dated = [
        (sentence, max(found.value for found in find_dates(sentence.text)))
        for sentence in tellable(sound)
        if find_dates(sentence.text)
    ]
    latest = max((day for _, day in dated), default=None)
    for sentence, day in shuffled(rng, dated):
        old = (latest and (latest - day).days > 90) or _HISTORY.search(sentence.text)
        if not old or _NOW.search(sentence.text) or UR_SAYS.search(sentence.text) or "injur" in sentence.text.lower():
            continue
        rest = re.sub(r"^(?:On|In|As of|Per|The|A|An)?\s*[^,]{0,60}\d,\s*", "", sentence.text).rstrip(" .")
        for found in reversed(find_dates(rest)):
            rest = (rest[: found.start] + rest[found.end :]).strip()
        opener = rng.choice(("Currently, {}.", "At the most recent visit, {}.", "At present, {}."))
        control = opening(rng).format(lower_first(sentence.text.rstrip(" .")))
        planted = insert(item, opener.format(lower_first(" ".join(rest.split()))), [sentence.span()])
        return on_item(sound, planted, "an old finding told as current", insert(item, control, [sentence.span()]))
    return None


def _by_another(sound: Sound, rng: Random, item: DraftItem) -> Planted | None:
    for sentence in shuffled(rng, tellable(sound)):
        if UR_SAYS.search(sentence.text):
            continue
        known = f"{sentence.text} {item.request} " + " ".join(record.title for record in sound.case.records)
        free = [role for role, words in _ROLES.items() if not re.search(words, known, re.IGNORECASE)]
        if free:
            text = lower_first(sentence.text.rstrip(" ."))
            planted = insert(item, f"The {rng.choice(free)} found that {text}.", [sentence.span()])
            control = insert(item, f"The record notes that {text}.", [sentence.span()])
            return on_item(sound, planted, "another author", control)
    return None


def account(name: str, mode: int, title: str, codes: set[Code], *plants: Plant) -> Defect:
    """A defect among the facts."""
    return Defect(name, mode, "facts", title, either(*plants), frozenset(codes))


DEFECTS: tuple[Defect, ...] = (
    account("planned-as-done", 5, "a plan told as done", {Code.PLANNED_AS_DONE}, planned_told_as_done),
    account(
        "old-as-current", 6, "an old finding told as the present state", {Code.STALE_AS_CURRENT}, old_told_as_current
    ),
    account(
        "denial-affirmed",
        9,
        "what the record denies, affirmed",
        {Code.NEGATION_FLIPPED},
        lambda sound, rng: told_wrongly(sound, rng, affirm, "denial affirmed"),
    ),
    account(
        "affirmation-denied",
        9,
        "what the record affirms, denied",
        {Code.NEGATION_FLIPPED, Code.ABSENCE_CONTRADICTED},
        lambda sound, rng: told_wrongly(sound, rng, deny, "affirmation denied"),
    ),
    account("role-mixed", 10, "another author than the record's", {Code.SPEAKER_UNSUPPORTED}, role_mixed),
    account("contrary-unsaid", 11, "the other side left out of the prose", {Code.CONTRARY_OMITTED}, contrary_unsaid),
    account(
        "contrary-taken-off",
        11,
        "one side of a divided criterion dropped",
        {Code.CONTRARY_OMITTED, Code.ABSENCE_CONTRADICTED, Code.CONTRARY_NOT_LISTED},
        contrary_taken_off,
    ),
)
