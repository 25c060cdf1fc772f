"""Visits done are added up, once each, with the pages that say so; or said to be unknown."""

from __future__ import annotations

import pytest

from drafter.case import Record
from drafter.evidence.mentions import find_mentions
from drafter.evidence.visits import count_visits, visits_done
from drafter.lexicon import concepts
from tests.drafter.evidence.files import filed, read

LOG = """Birch Street Physical Therapy
ATTENDANCE 2017 Auth: 24 visits
No. Date Treatment Init
1 6/6 pendulums kb
2 6/8 pendulums kb
- 6/15 N/S
3 6/20 pulleys kb
- 6/27 cx - ill
4 6/29 pulleys kb"""


def log(text: str = LOG, name: str = "log", day: str = "2017-07-01") -> Record:
    return filed(name, text, day, kind="therapy_log", title="Therapy attendance", author="Ada Moss, DPT")


def test_rows_of_a_log_count_and_missed_visits_do_not() -> None:
    visits = count_visits(read(log()))["physical-therapy"]
    assert (visits.done, [span.record for span in visits.places]) == (4, ["log", "log"])
    assert visits.places[0].quote.startswith("1 6/6")


def test_the_same_date_in_two_logs_is_one_visit() -> None:
    again = log(LOG + "\n5 7/6 pulleys kb", "fax", "2017-07-10")
    assert count_visits(read(log(), again))["physical-therapy"].done == 5


def test_the_log_outweighs_a_note_that_counts_what_was_authorized() -> None:
    note = filed("note", "She has completed 24 physical therapy visits.", "2017-08-01", kind="progress_note")
    visits = count_visits(read(log(), note))["physical-therapy"]
    assert (visits.done, [span.record for span in visits.differing]) == (4, ["note"])


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("She attended 6 sessions of physical therapy.", 6),
        ("Physical therapy: completed 8 of 12.", 8),
        ("Physical therapy: 14 attended of 24 prescribed.", 14),
        ("He has had twelve visits of physical therapy.", 12),
        ("Ten visits of therapy have not changed the pain.", 10),
        ("Total physical therapy visits attended: 9 of 12.", 9),
    ],
)
def test_totals_in_words(text: str, done: int) -> None:
    assert count_visits(read(filed("note", text, "2017-05-02", kind="progress_note")))["physical-therapy"].done == done


@pytest.mark.parametrize(
    "text",
    [
        "Request 12 additional visits of physical therapy.",
        "He will have 6 sessions of physical therapy.",
        "She has not had 6 sessions of physical therapy.",
        "Twelve visits of physical therapy were ordered.",
        "He had physical therapy for twelve weeks.",
        "He had therapy and three epidural steroid injection treatments.",
    ],
)
def test_what_is_asked_for_or_ordered_is_not_done(text: str) -> None:
    assert count_visits(read(filed("note", text, "2017-05-02", kind="progress_note"))) == {}


def test_a_note_that_is_copied_forward_is_as_old_as_its_first_appearance() -> None:
    old = "She has had 6 visits of physical therapy."
    notes = [filed(f"n{month}", old, f"2017-0{month}-02", kind="progress_note") for month in (3, 4, 6)]
    newer = filed("n5", "She has had 9 visits of physical therapy.", "2017-05-02", kind="progress_note")
    assert count_visits(read(*notes, newer))["physical-therapy"].done == 9


def test_what_utilization_review_counts_is_no_count() -> None:
    ur = filed("ur", "The worker attended 24 visits of physical therapy.", "2017-05-02", kind="ur_decision")
    reading = read(ur)
    assert visits_done(reading.case.items[0], reading) is None


def test_the_count_documents_that_there_were_sessions() -> None:
    reading = read(log())
    found = find_mentions(concepts()["prior-sessions"], reading, reading.case.items[0])
    assert [mention.sentence.record for mention in found.evidence][:1] == ["log"]


def test_a_log_that_states_its_total_has_lost_rows_where_they_are_fewer() -> None:
    stated = log(LOG.replace("4 6/29", "4 6:29") + "\nTotal visits attended: 4 of 24.")
    visits = count_visits(read(stated))["physical-therapy"]
    assert (visits.done, visits.places[0].quote) == (4, "Total visits attended: 4 of 24.")


def test_the_number_of_the_last_row_counts_a_row_that_was_not_recognised() -> None:
    assert count_visits(read(log(LOG.replace("3 6/20", "3 6:20"))))["physical-therapy"].done == 4
