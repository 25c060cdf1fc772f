"""Facts, second part: what a record says, told as something else (failure modes 4-12)."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from random import Random

from drafter.case import Case, Page, Record, RecordKind, Sentence, Span
from drafter.draft import Draft, DraftItem, DraftRecord, Finding
from drafter.lexicon import concepts, pattern, treatments
from drafter.lock import find_treatments
from drafter.text import find_dates, lower_first, record_sentences
from drafter.verification.codes import Code
from evals.defects import phrases
from evals.defects.base import Defect, Plant, Planted, Sound, on_item, with_item
from evals.defects.changes import affirm, deny
from evals.defects.editing import clinical, first, insert, shuffled, without
from evals.defects.telling import decided_items, either, opening, tellable, told_wrongly

_PLANNED = re.compile(
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
_UR_SAYS = re.compile(r"\b(?:utili[sz]ation review|claims administrator|non-?certified|UR)\b", re.IGNORECASE)
_ROLES = {
    "QME": r"QME|qualified medical",
    "AME": r"AME|agreed medical",
    "chiropractor": r"chiropract|D\.?C\.?\b",
    "physical therapist": r"physical therap|PT\b|therapist",
    "psychologist": r"psycholog",
    "orthopedic surgeon": r"surge|orthop",
    "acupuncturist": r"acupunct",
}


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


def planned_told_as_done(sound: Sound, rng: Random) -> Planted | None:
    """A treatment that the record only plans or requests, told as completed."""
    return first(rng, decided_items(sound), lambda item: _as_done(sound, rng, item))


def old_told_as_current(sound: Sound, rng: Random) -> Planted | None:
    """A dated or past finding that later notes follow, told as the present state."""
    return first(rng, decided_items(sound), lambda item: _as_current(sound, rng, item))


def other_patient(sound: Sound, rng: Random) -> Planted | None:
    """A page of another patient in the file, cited as this patient's."""
    injury = sound.case.header.date_of_injury
    if injury is None or not decided_items(sound):
        return None
    other = injury - dt.timedelta(days=rng.randrange(200, 2000))
    sex = _other_sex(" ".join(sentence.text for sentence in clinical(sound.case)))
    fact = "Muscle strength was reduced and the reflexes were absent"
    pages = (
        f"The patient is a {rng.randrange(20, 70)}-year-old {sex} with an injury of {other:%m/%d/%Y}. {fact}.",
        f"The patient is a {sex} machine operator who was seen for a first visit. {fact}.",
        f"Progress report. Date of injury: {other:%m/%d/%Y}. The patient is a {sex or 'warehouse'} employee. {fact}.",
    )
    text = rng.choice(pages if sex else pages[-1:])
    return _with_record(sound, rng, text, fact, "progress_note", "another patient's page")


def only_ur_says(sound: Sound, rng: Random) -> Planted | None:
    """A clinical finding that only the UR decision states, told as the record's."""
    facts = (
        "Twelve sessions of physical therapy were completed without lasting benefit",
        "The patient has not tried any first-line medication",
        "Examination was normal and the patient works without restrictions",
        "The last urine drug screen was inconsistent",
    )
    fact = rng.choice(facts)
    return _with_record(
        sound,
        rng,
        f"Utilization review decision. {fact}. The request was not certified.",
        fact,
        "ur_decision",
        "UR's fact",
    )


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


def after_ur_unmarked(sound: Sound, rng: Random) -> Planted | None:
    """A record of after the UR decision, listed as if it were an earlier one, and relied on."""
    denied = sound.case.header.ur_denial_date
    if denied is None or not decided_items(sound):
        return None
    later = denied + dt.timedelta(days=rng.randrange(2, 60))
    fact = "The patient reported that the pain was better and the walking distance had doubled"
    text = f"Progress report. {fact}. Gait was normal."
    return _with_record(sound, rng, text, fact, "progress_note", "a later record relied on", later)


def _other_sex(text: str) -> str | None:
    """Not the patient's; None where the record does not tell, by word or pronoun."""
    male = len(re.findall(r"\b(?:male|man|gentleman|he|his|him)\b", text, re.IGNORECASE))
    female = len(re.findall(r"\b(?:female|woman|lady|she|her)\b", text, re.IGNORECASE))
    return None if male == female else "female" if male > female else "male"


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
    if _PLANNED.search(sentence.text) or _UR_SAYS.search(sentence.text):
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


def _as_done(sound: Sound, rng: Random, item: DraftItem) -> Planted | None:
    for sentence in shuffled(rng, tellable(sound)):
        found = [each for each in find_treatments(sentence.text) if treatments()[each.id].category in _GIVEN]
        planned = _PLANNED.search(sentence.text)
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
        if not old or _NOW.search(sentence.text) or _UR_SAYS.search(sentence.text) or "injur" in sentence.text.lower():
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
        if _UR_SAYS.search(sentence.text):
            continue
        known = f"{sentence.text} {item.request} " + " ".join(record.title for record in sound.case.records)
        free = [role for role, words in _ROLES.items() if not re.search(words, known, re.IGNORECASE)]
        if free:
            text = lower_first(sentence.text.rstrip(" ."))
            planted = insert(item, f"The {rng.choice(free)} found that {text}.", [sentence.span()])
            control = insert(item, f"The record notes that {text}.", [sentence.span()])
            return on_item(sound, planted, "another author", control)
    return None


def _with_record(
    sound: Sound, rng: Random, text: str, fact: str, kind: RecordKind, variant: str, day: dt.date | None = None
) -> Planted | None:
    """A case with one more record, and a finding that tells `fact` from it; without a control."""
    items = decided_items(sound)
    if not items:
        return None
    record = Record(
        id="added",
        title="Added record",
        kind=kind,
        date=day,
        pages=(Page(number=1, text=text),),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        after_ur=False,
    )
    case = sound.case.model_copy(update={"records": (*sound.case.records, record)})
    start = text.index(fact)
    span = Span(record="added", page=1, start=start, end=start + len(fact), quote=fact)
    planted = insert(rng.choice(items), f"The record documents that {lower_first(fact)}.", [span])
    draft = _listing(with_item(sound.draft, planted), case, record)
    return Planted(draft, case, planted.number, variant)


def _listing(draft: Draft, case: Case, record: Record) -> Draft:
    """The draft with the record in its list and all sentences counted as searched."""
    listed = DraftRecord(**record.model_dump(exclude={"pages"}), pages=1)
    more = len(record_sentences(record))
    items = tuple(
        item.model_copy(
            update={
                "criteria": tuple(
                    finding.model_copy(update={"sentences_searched": finding.sentences_searched + more})
                    for finding in item.criteria
                )
            }
        )
        for item in draft.items
    )
    return draft.model_copy(update={"records": (*draft.records, listed), "items": items})


def _account(name: str, mode: int, title: str, codes: set[Code], *plants: Plant) -> Defect:
    return Defect(name, mode, "facts", title, either(*plants), frozenset(codes))


DEFECTS: tuple[Defect, ...] = (
    _account(
        "false-absence-criterion",
        4,
        "a documented criterion called undocumented",
        {Code.ABSENCE_CONTRADICTED},
        denied_although_met,
    ),
    _account(
        "false-absence-prose",
        4,
        "a stated fact said to be absent",
        {Code.ABSENCE_CONTRADICTED, Code.ABSENCE_UNPROVEN},
        denied_although_stated,
    ),
    _account("planned-as-done", 5, "a plan told as done", {Code.PLANNED_AS_DONE}, planned_told_as_done),
    _account(
        "old-as-current", 6, "an old finding told as the present state", {Code.STALE_AS_CURRENT}, old_told_as_current
    ),
    _account(
        "other-patient",
        7,
        "a page of another patient relied on",
        {Code.OTHER_PATIENT, Code.INJURY_DATE_DIFFERS},
        other_patient,
    ),
    _account("only-ur-says", 8, "a finding that UR alone states", {Code.RESTS_ON_UR}, only_ur_says),
    _account(
        "denial-affirmed",
        9,
        "what the record denies, affirmed",
        {Code.NEGATION_FLIPPED},
        lambda sound, rng: told_wrongly(sound, rng, affirm, "denial affirmed"),
    ),
    _account(
        "affirmation-denied",
        9,
        "what the record affirms, denied",
        {Code.NEGATION_FLIPPED, Code.ABSENCE_CONTRADICTED},
        lambda sound, rng: told_wrongly(sound, rng, deny, "affirmation denied"),
    ),
    _account("role-mixed", 10, "another author than the record's", {Code.SPEAKER_UNSUPPORTED}, role_mixed),
    _account("contrary-unsaid", 11, "the other side left out of the prose", {Code.CONTRARY_OMITTED}, contrary_unsaid),
    _account(
        "contrary-taken-off",
        11,
        "one side of a divided criterion dropped",
        {Code.CONTRARY_OMITTED, Code.ABSENCE_CONTRADICTED, Code.CONTRARY_NOT_LISTED},
        contrary_taken_off,
    ),
    _account(
        "later-record-unmarked",
        12,
        "a record of after the UR decision not marked as such",
        {Code.POST_DATES_UR},
        after_ur_unmarked,
    ),
)
