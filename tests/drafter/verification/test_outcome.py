"""The conclusion agrees with the outcome, and findings against it are named."""

from __future__ import annotations

import pytest

from drafter.verification.verdicts import judged_subject, verdict
from tests.drafter.builders import MASSAGE, disputed, draft_item, finding, make_case, make_draft, sentence, span
from tests.drafter.verification.sample import (
    CASE,
    KNEE,
    LIBRARY,
    NEAR,
    brace_item,
    changed,
    codes_of,
    flags_of,
    massage_item,
    naproxen_item,
    replaced,
    verify,
    with_sentence,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The request is not medically necessary.", "not necessary"),
        ("The request is determined to be not medically necessary.", "not necessary"),
        ("The request is determined to not be medically necessary.", "not necessary"),
        ("The prescription is not-medically necessary.", "not necessary"),
        ("Medical necessity has not been established.", "not necessary"),
        ("The study is medically unnecessary.", "not necessary"),
        ("The request cannot be considered medically necessary.", "not necessary"),
        ("The request is medically necessary.", "necessary"),
        ("The request is considered medically necessary at this time.", "necessary"),
        ("Medical necessity is established.", "necessary"),
        ("The UR decision is overturned.", "necessary"),
        ("The denial is upheld.", "not necessary"),
        ("The MRI is not supported by the records as being medically necessary.", "not necessary"),
        ("The record documents osteoarthritis.", None),
        ("It may be necessary to obtain a capacity evaluation.", None),
        ("Re-evaluation of the treatment is necessary after a flare-up.", None),
        ("The report says “this is not medically necessary”.", None),
    ],
)
def test_verdicts(text, expected):
    assert verdict(text) == expected


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The request for 6 visits is not medically necessary.", "The request for 6 visits "),
        ("For these reasons, the request for an MRI is medically necessary.", "the request for an MRI "),
        (
            "Given that the naproxen is not medically necessary, the omeprazole is not medically necessary.",
            "the omeprazole ",
        ),
        ("6 visits, lumbar spine, is not medically necessary.", "6 visits, lumbar spine, "),
        ("The request is for 6 visits.", "The request is for 6 visits."),
    ],
)
def test_the_subject_of_a_verdict(text, subject):
    assert judged_subject(text) == subject


@pytest.mark.parametrize(
    ("item", "outcome"), [(massage_item(), "overturned"), (naproxen_item(), "upheld"), (massage_item(), "undetermined")]
)
def test_a_conclusion_against_the_outcome_is_blocked(item, outcome):
    flags = [flag for flag in flags_of(changed(item, outcome=outcome)) if flag.code == "conclusion-inverted"]
    assert [flag.severity for flag in flags] == ["block"]


@pytest.mark.parametrize(
    "fields", [{"text": "The criteria are not established."}, {"role": "finding"}, {"text": "See the findings above."}]
)
def test_a_missing_conclusion_is_blocked(fields):
    assert "conclusion-missing" in codes_of(replaced(massage_item(), 5, **fields))


@pytest.mark.parametrize(
    "text",
    [
        "The record documents pain, and massage is medically necessary.",
        "Medical necessity is established by the pain.",
        "The denial should be overturned, so that the decision is overturned.",
    ],
)
def test_a_verdict_elsewhere_is_blocked(text):
    flags = [flag for flag in flags_of(with_sentence(text, "r3")) if flag.code == "verdict-elsewhere"]
    assert [(flag.severity, flag.where) for flag in flags] == [("block", "item 1 sentence 6")]


@pytest.mark.parametrize("outcome", ["undetermined", "withheld"])
def test_without_an_outcome_no_sentence_decides(outcome):
    item = with_sentence("Massage is medically necessary.", "r1", item=brace_item())
    assert "verdict-elsewhere" in codes_of(changed(item, outcome=outcome))


def test_what_utilization_review_decided_is_no_verdict():
    text = "Utilization review found the naproxen not medically necessary."
    assert "verdict-elsewhere" not in codes_of(with_sentence(text, "r1", item=naproxen_item()))


@pytest.mark.parametrize(
    ("name", "status"), [("osteoarthritis", "not_met"), ("osteoarthritis", "not_documented"), ("relief", "not_met")]
)
def test_an_unmet_criterion_of_an_overturned_item_is_named(name, status):
    item = naproxen_item()
    searched = (span(CASE, NEAR),)
    unmet = finding(LIBRARY, "nsaid", name, CASE, status, contrary=searched, searched=searched)
    item = changed(item, criteria=tuple(unmet if entry.id == name else entry for entry in item.criteria))
    flags = [flag for flag in flags_of(item) if flag.code == "finding-against-outcome"]
    assert [(flag.severity, flag.where) for flag in flags] == [("warn", f"item 2 criterion {name}")]


def test_a_met_exclusion_of_an_overturned_item_is_named():
    item = naproxen_item()
    bar = finding(LIBRARY, "nsaid", "bleeding", CASE, "met", evidence=(span(CASE, KNEE),))
    assert "finding-against-outcome" in codes_of(changed(item, criteria=(*item.criteria, bar)))


@pytest.mark.parametrize("source", ["engine", "reviewer"])
def test_an_upheld_item_whose_criteria_are_all_met_is_named_whoever_chose(source):
    item = massage_item()
    evidence = (span(CASE, NEAR),)
    met = tuple(finding(LIBRARY, "massage", name, CASE, "met", evidence=evidence) for name in ("exercise", "flare-up"))
    item = changed(item, criteria=met, outcome_source=source)
    flags = [flag for flag in flags_of(item) if flag.code == "finding-against-outcome"]
    assert [flag.where for flag in flags] == ["item 1 criterion exercise", "item 1 criterion flare-up"]


@pytest.mark.parametrize("reasons", [(), ("",), ("  ", "")])
def test_undetermined_says_what_is_missing(reasons):
    assert codes_of(changed(brace_item(), needs_reviewer=reasons)) == {"missing-not-said"}


@pytest.mark.parametrize(
    ("status", "outcome", "side"), [("contrary", "upheld", "evidence"), ("contrary", "overturned", "contrary")]
)
def test_evidence_for_the_other_side_is_mentioned(status, outcome, side):
    item = massage_item() if outcome == "upheld" else naproxen_item()
    card, name = ("massage", "flare-up") if outcome == "upheld" else ("nsaid", "bleeding")
    spans = (span(CASE, NEAR),)
    divided = finding(LIBRARY, card, name, CASE, status, **{side: spans})
    item = changed(item, criteria=(*(entry for entry in item.criteria if entry.id != name), divided))
    assert "contrary-omitted" in codes_of(item)
    spoken = with_sentence("The record is divided.", "r1", role="contrary", criterion=name, item=item)
    assert "contrary-omitted" not in codes_of(spoken)


@pytest.mark.parametrize(
    ("surgery", "ancillary", "severity"),
    [
        ("upheld", "overturned", "block"),
        ("undetermined", "overturned", "warn"),
        ("withheld", "overturned", "warn"),
        ("overturned", "overturned", None),
        ("upheld", "upheld", None),
    ],
)
def test_a_service_is_not_granted_without_its_surgery(surgery, ancillary, severity):
    case = make_case(disputed(1, "Lumbar discectomy L4-L5"), disputed(2, "Cold therapy unit", depends_on=1))
    items = []
    for entry, outcome in zip(case.items, (surgery, ancillary), strict=True):
        verb = {"upheld": "is not medically necessary", "overturned": "is medically necessary"}.get(outcome, "is open")
        rationale = [sentence(f"{entry.request} {verb}.", "r1", role="conclusion")]
        items.append(draft_item(entry, outcome, rationale, {"r1": span(case, entry.request)}, needs_reviewer=("x",)))
    flags = verify(make_draft(case, *items), case, LIBRARY).items[1].flags
    assert [flag.severity for flag in flags if flag.code == "ancillary-without-surgery"] == [s for s in [severity] if s]


def test_the_sample_decides_the_request_it_was_given():
    assert massage_item().request == MASSAGE
