"""Promise 2: "no documentation of X" is proven by a search and contradicted by no sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.verification.absence_claims import find_absences
from drafter.verification.polarity import affirms, is_negated, is_unreal
from tests.drafter.builders import MASSAGE, NAPROXEN, SUMMARY, draft_item, finding, record, span
from tests.drafter.verification.sample import (
    CASE,
    LIBRARY,
    NEAR,
    case_with,
    changed,
    codes_of,
    flags_of,
    massage_item,
    replaced,
    with_sentence,
)

ABSENCES = [
    "No documentation of {}.",
    "There is no evidence of {}.",
    "There was no indication of {} in the submitted records.",
    "The record does not document {}.",
    "The reports do not mention any {}.",
    "{} is not documented.",
    "{} has not been demonstrated.",
    "{} was not found in the record.",
    "The file lacks {}.",
    "The notes fail to show {}.",
    "In the absence of {}, the request cannot stand.",
    "Without documentation of {}, the guideline's criteria remain open.",
    "There is a lack of documentation of {}.",
    "The records are silent on {}.",
    "Nothing in the record shows {}.",
    "{} could not be found.",
]
THINGS = ["a home exercise program", "functional improvement", "failed conservative care", "an acute flare-up"]


@given(st.sampled_from(ABSENCES), st.sampled_from(THINGS))
def test_every_wording_of_an_absence_is_recognised_with_its_thing(template, thing):
    text = template.format(thing[0].upper() + thing[1:] if template.startswith("{") else thing)
    phrases = [phrase.lower() for claim in find_absences(text) for phrase in claim.phrases]
    assert any(thing.split()[-1] in phrase for phrase in phrases), (text, phrases)


@pytest.mark.parametrize(
    "text",
    [
        "The requested massage therapy is not medically necessary.",
        "Medical necessity has not been established.",
        "The criteria of Massage therapy are not established.",
        "The guideline does not recommend a series of injections.",
        "If there is no improvement after six visits, treatment ends.",
        "The MTUS does not address this treatment.",
        "The record says “there is no evidence of radiculopathy”.",
        "The MRI was done without contrast.",
        "Motor strength is normal.",
    ],
)
def test_what_is_no_claim_about_the_record(text):
    assert find_absences(text) == ()


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("There is no evidence of instability or radiculopathy.", ("instability", "radiculopathy")),
        ("No documentation of pain or functional improvement.", ("pain or functional improvement",)),
        ("There is no documentation of decreased pain or improved function.", ("decreased pain", "improved function")),
    ],
)
def test_alternatives_are_taken_apart_only_where_each_can_stand_alone(text, phrases):
    assert tuple(phrase for claim in find_absences(text) for phrase in claim.phrases) == phrases


PROVEN = "The record does not document an active exercise program."


def test_an_absence_with_its_proof_passes():
    assert codes_of(with_sentence(PROVEN, "r2", "g1", role="absence", criterion="exercise")) == set()


@pytest.mark.parametrize("criterion", [None, "invented"])
def test_an_absence_that_names_no_search_is_blocked(criterion):
    flags = flags_of(with_sentence(PROVEN, "r2", "g1", role="absence", criterion=criterion))
    assert [(flag.code, flag.severity, flag.where) for flag in flags] == [
        ("absence-unproven", "block", "item 1 sentence 6")
    ]


@pytest.mark.parametrize("role", ["finding", "contrary", "conclusion"])
def test_the_role_does_not_hide_an_absence(role):
    assert "absence-unproven" in codes_of(with_sentence(PROVEN, "r2", "g1", role=role))


@pytest.mark.parametrize("fields", [{"searched": ()}, {"sentences_searched": 5}, {"sentences_searched": 900}])
def test_a_search_of_less_or_more_than_the_whole_record_is_no_proof(fields):
    item = massage_item()
    first = item.criteria[0].model_copy(update=fields)
    assert "absence-unproven" in codes_of(changed(item, criteria=(first, *item.criteria[1:])))


def test_a_further_record_makes_an_old_search_incomplete():
    case = case_with(SUMMARY, "6 massage therapy sessions, lumbar spine")
    grown = case.model_copy(update={"records": (*case.records, record("note", "He walks. He sleeps badly."))})
    assert codes_of(massage_item(case), case) == set()
    assert codes_of(massage_item(case), grown) == {"absence-unproven"}


def test_an_absence_that_the_drafts_own_table_denies_is_blocked():
    item = massage_item()
    met = finding(LIBRARY, "massage", "exercise", CASE, "met", evidence=(span(CASE, NEAR),))
    assert "absence-contradicted" in codes_of(changed(item, criteria=(met, *item.criteria[1:])))


CONSERVATIVE = "No documentation of failed conservative care was found in the record."


@pytest.mark.parametrize(
    "said",
    [
        "Physical therapy and NSAIDs failed.",
        "The patient tried physical therapy and NSAIDs, which failed to relieve the pain.",
        "He has failed conservative treatment including physical therapy, medication and rest.",
        "Chiropractic care and naproxen were unsuccessful.",
    ],
)
@pytest.mark.parametrize("criterion", ["conservative", None])
def test_failed_conservative_care_on_record_contradicts_its_absence(said, criterion):
    case = case_with(f"{SUMMARY} {said}", "6 massage therapy sessions, lumbar spine")
    base = massage_item(case)
    searched = finding(LIBRARY, "massage", "conservative", case, "not_documented", searched=(span(case, NEAR),))
    item = changed(base, criteria=(*base.criteria, searched))
    item = with_sentence(CONSERVATIVE, "r2", "g1", role="absence", criterion=criterion, item=item)
    flags = [flag for flag in flags_of(item, case) if flag.code == "absence-contradicted"]
    assert "item 1 sentence 6" in {flag.where for flag in flags}
    assert all(flag.severity == "block" for flag in flags)
    assert any(said[:40] in flag.message for flag in flags)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("exercise", "He is participating in an active exercise program."),
        ("flare-up", "On 6/30/2014 he presented with an acute flare-up of low back pain."),
        ("conservative", "Physical therapy and NSAIDs have failed."),
    ],
)
def test_a_criterion_called_undocumented_is_searched_for_again(name, said):
    case = case_with(f"{SUMMARY} {said}", "6 massage therapy sessions, lumbar spine")
    base = massage_item(case)
    finding_of = finding(LIBRARY, "massage", name, case, "not_documented", searched=(span(case, NEAR),))
    item = changed(base, criteria=(finding_of,), rationale=base.rationale[:1], citations={"r1": base.citations["r1"]})
    flags = [flag for flag in flags_of(item, case) if flag.code == "absence-contradicted"]
    assert {flag.where for flag in flags} == {f"item 1 criterion {name}"}


@pytest.mark.parametrize(
    "said",
    [
        "There is no acute flare-up.",
        "A short course may be used during an acute flare-up.",
        "The request is for treatment of an acute flare-up.",
        "The patient denies any flare-up.",
    ],
)
def test_a_denial_a_plan_or_a_condition_contradicts_nothing(said):
    case = case_with(f"{SUMMARY} {said}", "6 massage therapy sessions, lumbar spine")
    assert "absence-contradicted" not in codes_of(massage_item(case), case)


def test_what_only_utilization_review_says_warns_and_does_not_block():
    said = "Utilization review noted that physical therapy and NSAIDs failed."
    case = case_with(f"{SUMMARY} {said}", "6 massage therapy sessions, lumbar spine")
    item = with_sentence(CONSERVATIVE, "r2", "g1", role="absence", item=massage_item(case))
    severities = {flag.severity for flag in flags_of(item, case) if flag.code == "absence-contradicted"}
    assert severities == {"warn"}


def test_a_negative_finding_of_the_record_needs_no_search():
    said = "There is no evidence of instability."
    case = case_with(f"{SUMMARY} {said}", "6 massage therapy sessions, lumbar spine")
    item = with_sentence("There is no instability.", "r9", item=massage_item(case), extra={"r9": span(case, said)})
    assert codes_of(item, case) == set()


def test_a_negative_finding_that_another_note_contradicts_is_a_warning():
    said = "There is no evidence of instability."
    case = case_with(f"{SUMMARY} {said} Films show instability.", "6 massage therapy sessions, lumbar spine")
    item = with_sentence("There is no instability.", "r9", item=massage_item(case), extra={"r9": span(case, said)})
    assert [(flag.code, flag.severity) for flag in flags_of(item, case)] == [("absence-contradicted", "warn")]


def test_another_drug_of_the_class_does_not_contradict():
    said = "Ibuprofen gave 40% pain relief."
    summary = SUMMARY.replace("Naproxen 550 mg gave 50% pain relief for eight hours.", said)
    case = case_with(summary, MASSAGE, NAPROXEN)
    searched = finding(LIBRARY, "nsaid", "relief", case, "not_documented", searched=(span(case, NEAR),))
    item = draft_item(case.items[1], "upheld", (), {}, criteria=(searched,))
    assert "absence-contradicted" not in codes_of(item, case)


@pytest.mark.parametrize(
    ("text", "word", "negated"),
    [
        ("There is no weakness.", "weakness", True),
        ("He denies numbness, tingling or weakness.", "weakness", True),
        ("Instability was not found.", "Instability", True),
        ("The straight leg raise test was negative.", "straight leg raise", True),
        ("No weakness but numbness of the foot.", "numbness", False),
        ("MRI without contrast showed a protrusion.", "protrusion", False),
        ("There was no change in the weakness.", "weakness", False),
        ("Physical therapy did not help.", "Physical therapy", False),
    ],
)
def test_negation(text, word, negated):
    start = text.index(word)
    assert is_negated(text, start, start + len(word)) is negated


@pytest.mark.parametrize(
    ("text", "word", "unreal"),
    [
        ("He will begin physical therapy.", "physical therapy", True),
        ("Physical therapy was recommended.", "Physical therapy", True),
        ("Request for physical therapy.", "physical therapy", True),
        ("Possible radiculopathy.", "radiculopathy", True),
        ("He completed physical therapy.", "physical therapy", False),
        ("Radiculopathy of the left leg.", "Radiculopathy", False),
    ],
)
def test_plans_and_suppositions(text, word, unreal):
    start = text.index(word)
    assert is_unreal(text, start, start + len(word)) is unreal


def test_a_modality_that_counts_is_no_obstacle():
    text = "He will begin physical therapy."
    assert affirms(text, 14, 30, accepts=("planned",))
    assert not affirms(text, 14, 30)


@given(st.sampled_from(["tinnitus", "vertigo", "dyspnea", "a limp", "scoliosis"]), st.sampled_from(ABSENCES[:12]))
def test_a_planted_fact_always_contradicts_its_absence(thing, template):
    case = case_with(f"{SUMMARY} Examination showed {thing}.", "6 massage therapy sessions, lumbar spine")
    text = template.format(thing.capitalize() if template.startswith("{") else thing)
    item = replaced(massage_item(case), 3, text=text)
    assert "absence-contradicted" in codes_of(item, case)
    assert "absence-contradicted" not in codes_of(replaced(massage_item(), 3, text=text))
