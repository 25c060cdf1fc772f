"""Promise 3: every number, date, side, level, body part and drug occurs in what the sentence cites."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drafter.builders import MASSAGE, NAPROXEN, disputed, make_case, record, span
from tests.drafter.verification.sample import (
    CASE,
    RELIEF,
    brace_item,
    codes_of,
    flags_of,
    massage_item,
    naproxen_item,
    with_sentence,
)

REPORT = "The report of 6/10/2014 noted low back pain rated 6/10 radiating to the left leg."
EXAM = "Examination showed tenderness at L4-L5 and decreased sensation of the left foot."
QME = "The QME report of 7/1/2014 found a positive straight leg raise at 45 degrees on the left."
SOURCES = {"r7": span(CASE, REPORT), "r8": span(CASE, EXAM), "r9": span(CASE, QME)}


def told(text: str, *citations: str, item=None):
    used = {name: SOURCES[name] for name in citations if name in SOURCES}
    return with_sentence(text, *citations, item=item, extra=used)


@pytest.mark.parametrize(
    ("text", "cites"),
    [
        ("On June 10, 2014, pain of the low back was rated 6 out of 10.", "r7"),
        ("The 6-10-2014 report places the pain in the left leg and the lumbar spine.", "r7"),
        ("There was tenderness at L4-5.", "r8"),
        ("Sensation of the left foot was decreased.", "r8"),
        ("The QME found a positive straight leg raise at forty-five degrees.", "r9"),
        ("For item 1, the request of July 8, 2014 was denied by utilization review on July 15, 2014.", "r7"),
        ("The injury of March 2, 2014 is in the low back.", "r7"),
    ],
)
def test_facts_of_the_cited_place_pass_in_other_words(text, cites):
    assert codes_of(told(text, cites)) == set()


@pytest.mark.parametrize(
    ("text", "cites", "code", "fact"),
    [
        ("Pain was rated 7/10.", "r7", "number-unsupported", "7/10"),
        ("Pain was present for nine weeks.", "r7", "number-unsupported", "9 weeks"),
        ("The straight leg raise was positive at 35 degrees.", "r9", "number-unsupported", "35 degrees"),
        ("Relief was 70%.", "r7", "number-unsupported", "70%"),
        ("On June 11, 2014, low back pain was noted.", "r7", "date-unsupported", "June 11, 2014"),
        ("The report of 7/2/2014 is by the QME.", "r9", "date-unsupported", "July 2, 2014"),
        ("In May 2014, low back pain was noted.", "r7", "date-unsupported", "5/2014"),
        ("The right leg was painful.", "r7", "side-unsupported", "right"),
        ("Sensation of both feet was decreased bilaterally.", "r8", "side-unsupported", "bilateral"),
        ("The straight leg raise was positive on the right.", "r9", "side-unsupported", "right"),
        ("Tenderness was at L5-S1.", "r8", "level-unsupported", "L5-S1"),
        ("Tenderness was at L3-L4.", "r8", "level-unsupported", "L3-L4"),
        ("Tenderness was at C5-C6.", "r8", "level-unsupported", "C5-C6"),
        ("Neck pain was noted.", "r7", "part-unsupported", "cervical spine"),
        ("Sensation of the left hand was decreased.", "r8", "part-unsupported", "hand"),
        ("Pain of the left shoulder was noted.", "r7", "part-unsupported", "shoulder"),
        ("Ibuprofen gave relief.", "r7", "drug-unsupported", "ibuprofen"),
        ("He takes Norco.", "r8", "drug-unsupported", "hydrocodone"),
        ("Flexeril was given.", "r9", "drug-unsupported", "cyclobenzaprine"),
        ("The AME found tenderness.", "r8", "speaker-unsupported", "AME"),
        ("The chiropractor found tenderness.", "r8", "speaker-unsupported", "chiropractor"),
        ("The QME found tenderness.", "r8", "speaker-unsupported", "QME"),
    ],
)
def test_a_fact_from_elsewhere_is_blocked_with_its_kind(text, cites, code, fact):
    flags = [flag for flag in flags_of(told(text, cites)) if flag.code == code]
    assert [flag.severity for flag in flags] == ["block"]
    assert fact in flags[0].message


@pytest.mark.parametrize("wrong", ["Naproxen 500 mg", "Naproxen 550 mg, ninety tablets,", "Naproxen 5.5 mg"])
def test_a_wrong_dose_or_quantity_is_blocked(wrong):
    assert "number-unsupported" in codes_of(told(f"{wrong} is requested.", "r1", item=naproxen_item()))


def test_a_brand_is_its_generic():
    assert codes_of(told("Naprosyn 550 mg is requested.", "r1", item=naproxen_item())) == set()


@pytest.mark.parametrize(("page", "code"), [(1, set()), (4, {"number-unsupported"})])
def test_a_page_number_is_that_of_the_citation(page, code):
    assert codes_of(told(f"The summary (page {page}) notes low back pain.", "r7")) == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The note of August 1, 2014 records a limp.", set()),
        ("The note of Dr. Smith of August 1, 2014 records a limp.", {"credential-claim"}),
        ("The note of August 2, 2014 records a limp.", {"date-unsupported"}),
    ],
)
def test_the_date_of_a_cited_record_is_known(text, codes):
    note = record(
        "note", "He walks with a limp.", kind="progress_note", date=dt.date(2014, 8, 1), title="Progress note"
    )
    case = make_case(disputed(1, MASSAGE), records=[note])
    item = with_sentence(text, "r9", item=massage_item(case), extra={"r9": span(case, "He walks with a limp.")})
    assert codes_of(item, case) - {"post-dates-ur", "absence-unproven"} == codes


def test_a_header_date_counts_only_under_its_name():
    assert "date-unsupported" in codes_of(told("Low back pain was examined on July 15, 2014.", "r7"))


def test_an_altered_quote_supports_nothing():
    item = told("Pain was rated 9/10.", "r7")
    altered = SOURCES["r7"].model_copy(update={"quote": REPORT.replace("6/10", "9/10")})
    item = item.model_copy(update={"citations": item.citations | {"r7": altered}})
    assert {"quote-altered", "number-unsupported"} <= codes_of(item)


def test_another_items_request_supports_nothing():
    item = with_sentence("Massage therapy of 6 sessions was asked for.", "r1", item=brace_item())
    assert "number-unsupported" in codes_of(item)


@given(st.integers(min_value=61, max_value=9999), st.sampled_from(["{}", "{} weeks", "{} mg", "{}%", "#{}"]))
def test_a_planted_number_is_always_caught(number, form):
    text = f"Naproxen was given with {form.format(number)} as noted."
    expected = number != 550 or ("mg" not in form and form != "{}")
    assert ("number-unsupported" in codes_of(told(text, "r3", item=naproxen_item()))) == expected


def test_the_quoted_request_and_relief_pass():
    assert codes_of(told(f"For {NAPROXEN}: “{RELIEF}”", "r1", "r3", item=naproxen_item())) == set()


def test_what_was_requested_supports_only_what_cites_the_request():
    assert "number-unsupported" in codes_of(told(f"For {NAPROXEN}: “{RELIEF}”", "r3", item=naproxen_item()))
    assert "number-unsupported" in codes_of(told("He went to 6 sessions of massage.", "r8"))


def test_a_misquoted_request_supports_nothing():
    misquoted = {"r1": span(CASE, MASSAGE).model_copy(update={"quote": MASSAGE.replace("6", "9")})}
    item = massage_item().model_copy(update={"citations": massage_item().citations | misquoted})
    assert "number-unsupported" in codes_of(with_sentence("Six sessions of massage were asked for.", "r1", item=item))
