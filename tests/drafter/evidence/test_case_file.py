"""What a real case file adds to a letter: sections, copies, voices of other documents, pages that cannot be read."""

from __future__ import annotations

import pytest

from drafter.engines.base import Matter
from drafter.engines.offline.assess import assess_item
from drafter.engines.offline.write import write_rationale
from drafter.evidence.mentions import Mentions, find_mentions
from drafter.evidence.reading import CaseReading
from drafter.evidence.status import settle
from drafter.lexicon import concepts
from drafter.timeline import case_timeline, item_timeline
from drafter.verification.context import build_context
from drafter.verification.unread import check_unread_absences
from tests.drafter.builders import chosen, make_library
from tests.drafter.evidence.files import filed, read
from tests.drafter.rendering.samples import item


def found(concept: str, reading: CaseReading) -> Mentions:
    return find_mentions(concepts()[concept], reading, reading.case.items[0])


def test_under_plan_a_bare_noun_is_planned_and_a_told_fact_is_not() -> None:
    text = "Subjective:\nShoulder pain.\nPlan:\nUrine drug screen.\nThe urine drug screen of May was consistent."
    mentions = found("drug-screen-done", read(filed("note", text, "2017-05-02", kind="progress_note")))
    assert [near.reason for near in mentions.near] == ["planned"]
    assert [mention.sentence.text for mention in mentions.evidence] == ["The urine drug screen of May was consistent."]


def test_a_box_that_is_not_ticked_states_nothing() -> None:
    note = filed("note", "Work status:\n[ ] Return to full duty\n[X] Modified work", "2017-05-02", kind="progress_note")
    assert not found("full-duty", read(note)).evidence


@pytest.mark.parametrize("kind", ["ur_decision", "application", "correspondence"])
def test_other_documents_than_clinical_ones_are_searched_and_are_no_evidence(kind: str) -> None:
    reading = read(filed("paper", "He performs home exercises daily.", "2017-05-02", kind=kind))
    assert not found("home-exercise", reading).evidence
    assert reading.nearest("home exercises")[0].record == "paper"


def test_a_second_copy_is_not_read_again() -> None:
    text = "He performs home exercises daily."
    first = filed("first", text, "2017-05-02", kind="progress_note")
    copy = filed("copy", text, "2017-05-02", kind="progress_note", duplicate_of="first")
    assert [mention.sentence.record for mention in found("home-exercise", read(first, copy)).evidence] == ["first"]


def test_a_later_record_outweighs_a_copied_note_and_the_old_one_is_kept() -> None:
    old = "There was no relief from physical therapy for the shoulder."
    notes = [filed(f"n{month}", old, f"2017-0{month}-02", kind="progress_note") for month in (3, 6)]
    new = "Physical therapy gave good pain relief since April."
    reading = read(*notes, filed("n5", new, "2017-05-02", kind="progress_note"))
    settled = settle(found("pain-relief", reading), reading)
    assert [mention.sentence.record for mention in settled.evidence] == ["n5"]
    assert {span.record for span in settled.superseded} == {"n3", "n6"}
    assert not settled.contrary


def test_two_notes_that_were_each_written_anew_leave_the_record_divided() -> None:
    old = filed("n3", "There was no relief from physical therapy in March.", "2017-03-02", kind="progress_note")
    new = filed("n5", "Physical therapy gave good pain relief since April.", "2017-05-02", kind="progress_note")
    reading = read(old, new)
    settled = settle(found("pain-relief", reading), reading)
    assert settled.evidence
    assert settled.contrary
    assert not settled.superseded


def test_rows_of_a_table_are_read_one_by_one() -> None:
    log = filed("log", "1 6/6/17 massage\n2 6/8/17 massage, pain 3/10\nPain is less.", kind="therapy_log")
    assert [sentence.text for sentence in read(log).sentences][:2] == [
        "1 6/6/17 massage",
        "2 6/8/17 massage, pain 3/10",
    ]


def test_a_wrapped_sentence_stays_whole() -> None:
    text = "Massage eases the pain for the rest of the day and there\nhas been no change in her sitting tolerance."
    assert len(read(filed("note", text, kind="progress_note")).sentences) == 1


def test_a_study_documents_by_its_kind_what_a_note_does_not() -> None:
    text = "Right L5 radiculopathy, chronic and active."
    assert found("electrodiagnostic-confirmation", read(filed("emg", text, kind="electrodiagnostics"))).evidence
    assert not found("electrodiagnostic-confirmation", read(filed("note", text, kind="progress_note"))).evidence


def test_a_timeline_has_requests_studies_of_the_part_and_visits_by_date() -> None:
    reading = read(
        filed("mri", "MRI of the left shoulder", "2017-02-20", kind="imaging", title="MRI of the left shoulder"),
        filed("knee", "MRI of the right knee", "2017-02-21", kind="imaging", title="MRI of the right knee"),
        filed("rfa", "Physical therapy", "2017-09-28", kind="rfa", title="Request"),
        filed("note", "She attended 6 sessions of physical therapy.", "2017-08-02", kind="progress_note"),
    )
    events = item_timeline(reading.case.items[0], reading)
    assert [event.record for event in events if event.record] == ["mri", "note", "rfa"]
    assert any("6 visits done" in event.what for event in events)


def test_a_letterhead_is_near_nothing() -> None:
    text = "HARBORSIDE PHYSICAL THERAPY\nPlan\nThe shoulder is stiff.\nShe asked about physical therapy for it."
    reading = read(filed("note", text, "2017-05-02", kind="progress_note"))
    near = found("conservative-care-tried", reading).near
    assert [entry.mention.sentence.text for entry in near] == ["She asked about physical therapy for it."]
    assert not {"HARBORSIDE PHYSICAL THERAPY", "Plan"} & {s.text for s in reading.nearest("physical therapy plan", 4)}


def test_a_note_in_capitals_is_no_heading() -> None:
    reading = read(filed("note", "NO RELIEF FROM THERAPY\nKNEE STIFF", "2017-05-02", kind="progress_note"))
    assert found("failed-conservative-care", reading).evidence


def test_a_denial_that_held_for_its_day_is_out_of_date() -> None:
    first = filed("first", "No injections to date.", "2017-02-02", kind="consultation")
    then = filed("then", "The epidural of March gave 70% relief for two months.", "2017-06-02", kind="progress_note")
    reading = read(first, then)
    settled = settle(found("prior-injection-relief", reading), reading)
    assert not settled.contrary
    assert {span.record for span in settled.superseded} == {"first"}


def test_an_order_at_the_beginning_of_a_sentence_is_only_planned() -> None:
    reading = read(filed("note", "- resume PT 2x/wk x 4 wks right after", "2017-02-02", kind="progress_note"))
    assert not found("failed-four-weeks", reading).evidence


def test_an_operation_that_notes_call_pending_is_done_where_its_report_is_in_the_file() -> None:
    pending = "Surgery of the left shoulder is pending authorization."
    notes = [filed(f"n{month}", pending, f"2017-0{month}-02", kind="progress_note") for month in (3, 7)]
    report = filed("op", "Arthroscopic repair of the left rotator cuff.", "2017-05-08", kind="operative_report")
    reading = read(*notes, report)
    settled = settle(found("surgery-planned", reading), reading)
    assert {mention.sentence.record for mention in settled.evidence} == {"op"}
    assert {span.record for span in settled.superseded} == {"n3", "n7"}


@pytest.mark.parametrize(("part", "day"), [("right knee", "2017-05-08"), ("left rotator cuff", "2017-02-08")])
def test_another_operation_leaves_a_plan_as_it_is(part: str, day: str) -> None:
    note = filed("note", "Surgery of the left shoulder is planned.", "2017-03-02", kind="progress_note")
    report = filed("op", f"Arthroscopic repair of the {part}.", day, kind="operative_report")
    reading = read(note, report)
    settled = settle(found("surgery-planned", reading), reading)
    assert "note" in {mention.sentence.record for mention in settled.evidence}
    assert not settled.superseded


def test_the_timeline_of_the_case_has_all_parts_and_marks_what_came_after_the_decision() -> None:
    log = "PHYSICAL THERAPY LOG\n1 3/12/2014 exercise\n2 3/19/2014 exercise\n3 3/26/2014 exercise"
    reading = read(
        filed("knee", "MRI of the right knee", "2014-02-21", kind="imaging", title="MRI of the right knee"),
        filed("log", log, "2014-03-26", kind="therapy_log", title="Physical therapy log"),
        filed(
            "shot", "Left L5-S1 epidural steroid injection", "2014-04-02", kind="operative_report", title="Procedure"
        ),
        filed("late", "Re-evaluation", "2019-04-02", kind="consultation", title="Report", after_ur=True),
    )
    told = {event.record: event.what for event in case_timeline(reading) if event.record}
    assert told["knee"].startswith("imaging")
    assert told["log"] == "physical therapy: 3 visits done, 03/12/2014 to 03/26/2014"
    assert told["shot"].startswith("injection")
    assert told["late"] == "consultation: Report (after the UR decision)"
    dates = [event.date for event in case_timeline(reading)]
    assert dates == sorted(dates)


def test_a_letter_has_no_timeline() -> None:
    reading = read()
    assert item_timeline(reading.case.items[0], reading) == case_timeline(reading) == ()


def test_where_pages_could_not_be_read_an_absence_is_said_of_the_others_and_warned_of() -> None:
    scan = filed("scan", "", unread="handwriting")
    note = filed("note", "Shoulder pain. The arm is stiff. He was seen for therapy.", kind="progress_note")
    reading = read(scan, note)
    library = make_library()
    guidelines = (chosen(library, next(iter(library.cards)), reading.case, 1),)
    matter = Matter(reading.case, reading.case.items[0], reading, library, guidelines)
    findings = assess_item(matter)
    absent = [finding for finding in findings if finding.status == "not_documented" and finding.searched_for]
    assert absent
    assert {finding.pages_unread for finding in absent if finding.kind != "limit"} == {1}
    context = build_context(reading.case, library)
    (flag,) = check_unread_absences(item(criteria=findings), context)
    assert flag.severity == "warn" and "1 page could not be read" in flag.message
    complete = tuple(finding.model_copy(update={"pages_unread": 0}) for finding in findings)
    assert not list(check_unread_absences(item(criteria=complete), context))
    written = write_rationale(matter, findings, "upheld").sentences
    assert any("in the pages that could be read" in sentence.text for sentence in written)


def test_the_printed_words_of_a_form_are_no_request_for_therapy() -> None:
    form = filed("form", "Service/Good Requested (Required) CPT/HCPCS Code", "2017-05-02", kind="rfa")
    assert not found("active-exercise", read(form)).evidence
    asked = filed("asked", "Authorization is requested for PT, 8 visits.", "2017-05-02", kind="progress_note")
    assert found("active-exercise", read(asked)).evidence


@pytest.mark.parametrize("text", ["She does her stretches at home.", "He keeps up his exercises daily at home."])
def test_exercise_at_home_is_near_an_active_program_without_being_one(text: str) -> None:
    mentions = found("active-exercise", read(filed("note", text, "2017-05-02", kind="progress_note")))
    assert not mentions.evidence
    assert [near.mention.sentence.text for near in mentions.near] == [text]


def test_who_did_not_find_a_thing_among_the_papers_does_not_deny_it() -> None:
    text = "I did not find the result of any urine drug screen among the records."
    mentions = found("drug-screen-done", read(filed("report", text, "2017-05-02", kind="consultation")))
    assert not mentions.evidence and not mentions.contrary
    assert [near.mention.sentence.text for near in mentions.near] == [text]


@pytest.mark.parametrize(
    ("text", "opposed"),
    [
        ("Refer for a sleep study if no better with therapy.", False),
        ("He is no better with therapy.", True),
    ],
)
def test_what_is_to_be_done_if_nothing_helps_does_not_say_that_nothing_helped(text: str, opposed: bool) -> None:
    reading = read(filed("note", text, "2017-05-02", kind="progress_note"))
    assert bool(found("functional-improvement", reading).contrary) == opposed


@pytest.mark.parametrize(
    "text",
    [
        "There is no statement of what the patient can do on the drug.",
        "A recent urine drug screen is not among the papers.",
        "Sleep hygiene and the cause of the insomnia are not discussed.",
    ],
)
def test_what_a_review_misses_in_the_papers_is_no_evidence_wherever_it_stands(text: str) -> None:
    reading = read(filed("paper", text, "2017-05-02", kind="other"))
    for concept in ("drug-screen-done", "insomnia", "functional-improvement"):
        mentions = found(concept, reading)
        assert not mentions.evidence and not mentions.contrary
