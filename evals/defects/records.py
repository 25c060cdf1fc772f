"""Facts, fourth part: records that are not what a draft takes them for (failure modes 7, 8, 12)."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from random import Random

from drafter.case import Case, Page, Record, RecordKind, Span
from drafter.draft import Draft, DraftRecord
from drafter.text import lower_first, record_sentences
from drafter.verification.codes import Code
from evals.defects.accounts import account
from evals.defects.base import Defect, Planted, Sound, with_item
from evals.defects.editing import clinical, insert
from evals.defects.telling import decided_items


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


DEFECTS: tuple[Defect, ...] = (
    account(
        "other-patient",
        7,
        "a page of another patient relied on",
        {Code.OTHER_PATIENT, Code.INJURY_DATE_DIFFERS},
        other_patient,
    ),
    account("only-ur-says", 8, "a finding that UR alone states", {Code.RESTS_ON_UR}, only_ur_says),
    account(
        "later-record-unmarked",
        12,
        "a record of after the UR decision not marked as such",
        {Code.POST_DATES_UR},
        after_ur_unmarked,
    ),
)
