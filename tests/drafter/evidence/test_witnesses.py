"""Whose papers tell a fact: nurses who visit, clinics whose mail is forwarded, employers on the job alone."""

from __future__ import annotations

import pytest

from drafter.case import AuthorRole, Case, Page, Record, RecordKind
from drafter.evidence.mentions import Mentions, find_mentions
from drafter.evidence.reading import CaseReading
from drafter.lexicon import concepts
from tests.drafter.builders import disputed, make_case
from vectorstore.embedder import get_embedder

_PT = "Physical therapy, 8 visits"
_ESI = "Left L5-S1 epidural steroid injection"


def paper(
    text: str,
    author: str,
    role: AuthorRole | None = "administrator",
    kind: RecordKind = "correspondence",
    title: str = "Letter",
) -> Record:
    return Record(
        id="paper",
        title=title,
        kind=kind,
        author=author,
        author_role=role,
        pages=(Page(number=1, text=text),),
        sha256="0" * 64,
    )


def read(record: Record, concept: str, request: str = _PT) -> Mentions:
    item = disputed(1, request)
    case: Case = make_case(item, summary="He was seen.")
    case = case.model_copy(update={"records": (*case.records, record)})
    return find_mentions(concepts()[concept], CaseReading(case, get_embedder("wordllama")), item)


def test_a_nurse_case_manager_takes_a_history() -> None:
    record = paper("Worker says the leg has been 80% better since the epidural.", "Ada Quince, RN, CCM")
    assert read(record, "prior-injection-relief", _ESI).evidence


def test_an_adjuster_does_not() -> None:
    record = paper("Worker says the leg has been 80% better since the epidural.", "Ada Quince")
    assert not read(record, "prior-injection-relief", _ESI).evidence


def test_a_nurse_who_reviews_does_not() -> None:
    record = paper("Worker says the leg has been 80% better since the epidural.", "Ada Quince, RN", "reviewer")
    assert not read(record, "prior-injection-relief", _ESI).evidence


@pytest.mark.parametrize(
    ("concept", "text"),
    [
        ("job-demands", "A pastry cook lifts 50 lb sacks ten times a shift."),
        ("returned-to-work", "She came back April 25 to light bench duty."),
        ("work-restrictions", "Nothing over 5 lb with the left."),
    ],
)
def test_an_employer_knows_the_job_and_who_came_back_to_it(concept: str, text: str) -> None:
    assert read(paper(text, "Clem Abbot, owner"), concept).evidence


@pytest.mark.parametrize(
    ("concept", "text"),
    [
        ("failed-conservative-care", "Physical therapy did not help him."),
        ("prior-sessions", "He completed 24 visits of physical therapy."),
        ("functional-improvement", "After physical therapy he lifts more and walks farther."),
    ],
)
def test_an_employer_knows_nothing_of_the_treatment(concept: str, text: str) -> None:
    assert not read(paper(text, "Clem Abbot, owner"), concept).evidence


_THREAD = """From: Marge Oslo
Sent: Monday
Our system shows that she completed 24 visits of physical therapy.
From: {sender}
Sent: Friday
Hi Marge, we saw her 20 times for physical therapy, last was 7/28.
"""


def test_a_mail_of_a_clinic_keeps_its_word_where_it_is_forwarded() -> None:
    found = read(paper(_THREAD.format(sender="Nimble Hands Therapy"), "Marge Oslo"), "prior-sessions")
    assert ["20 times" in mention.sentence.text for mention in found.evidence] == [True]


@pytest.mark.parametrize("sender", ["Tom Ode, Claims", "Review Physicians of the West, Utilization Review"])
def test_a_mail_of_who_pays_or_reviews_does_not(sender: str) -> None:
    assert not read(paper(_THREAD.format(sender=sender), "Marge Oslo"), "prior-sessions").evidence


_RECHECK = """Post Procedure Visit
Procedure: left L5-S1 transforaminal epidural steroid injection. Day 14.
How much better is the treated pain? 80% better than before
Walk 1 mile around the lake, was to the mailbox
"""


def test_a_visit_after_a_procedure_is_about_it() -> None:
    record = paper(_RECHECK, "Ida Vale, DO", "treating_physician", "progress_note", "Recheck after the injection")
    assert read(record, "prior-injection-relief", _ESI).evidence
    assert read(record, "functional-improvement", _ESI).evidence


def test_another_visit_is_not() -> None:
    text = "Follow-up visit.\n80% better than the week before.\n"
    record = paper(text, "Ida Vale, DO", "treating_physician", "progress_note", "Progress report")
    assert not read(record, "prior-injection-relief", _ESI).evidence


def test_what_little_a_procedure_did_is_no_relief() -> None:
    record = paper(_RECHECK.replace("80%", "10%"), "Ida Vale, DO", "treating_physician", "progress_note", "Recheck")
    assert not read(record, "prior-injection-relief", _ESI).evidence


def test_sessions_with_a_psychologist_are_talk_therapy() -> None:
    text = "Individual session 6.\nRetest: Beck 19 (was 31).\n"
    log = paper(text, "Emma Salt, PhD", "treating_physician", "therapy_log", "Session record")
    assert read(log, "functional-improvement", "Cognitive behavioral therapy, 10 sessions").evidence
    assert read(log, "functional-improvement", "Psychotherapy, 10 sessions").evidence
    assert not read(log, "functional-improvement", _PT).evidence
