"""A mention is judged by what its sentence does with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.evidence.cues import judge_sentence


def judge(sentence: str, mention: str):
    start = sentence.index(mention)
    return judge_sentence(sentence, start, start + len(mention))


@pytest.mark.parametrize(
    ("sentence", "mention"),
    [
        ("No functional improvement was noted.", "functional improvement"),
        ("The patient denies numbness, tingling or weakness.", "weakness"),
        ("There is no evidence of a rotator cuff tear.", "rotator cuff tear"),
        ("Spurling's test was negative.", "Spurling's test"),
        ("She has not returned to work.", "returned to work"),
        ("He is without radicular symptoms.", "radicular symptoms"),
        ("Straight leg raising did not reproduce leg pain.", "leg pain"),
        ("Instability was not demonstrated on the films.", "Instability"),
        ("Physical therapy has not been tried.", "Physical therapy"),
        ("The physician doesn't document functional gains.", "functional gains"),
        ("He has not yet attended physical therapy.", "physical therapy"),
        ("He has yet to attend physical therapy.", "physical therapy"),
        ("They haven't tried therapy.", "therapy"),
        ("The patient refused physical therapy.", "physical therapy"),
        ("She declined to undergo surgery.", "surgery"),
        ("Negative straight leg raise.", "straight leg raise"),
        ("Weakness: none.", "Weakness"),
        ("There was little functional improvement.", "functional improvement"),
    ],
)
def test_negated(sentence, mention):
    assert judge(sentence, mention).negated


@pytest.mark.parametrize(
    ("sentence", "mention"),
    [
        ("Functional improvement was noted.", "Functional improvement"),
        ("No fever, but weakness of the right leg was found.", "weakness"),
        ("The MRI was without contrast and showed a disc protrusion.", "disc protrusion"),
        ("Numbness is not only in the hand; weakness is present.", "weakness"),
        ("There was no change in the persistent numbness.", "numbness"),
        ("No exam provided with treatment plan awaiting massage sessions.", "massage sessions"),
        ("She denies fever and has a positive straight leg raise.", "straight leg raise"),
        ("There was minimal weakness of the left hand.", "weakness"),
        ("The worker is frail, yet strength improved.", "strength improved"),
        ("Pain is 8/10 without medication and 4/10 with it.", "4/10 with it"),
        ("Nothing found that was not listed.", "Nothing found"),
        ("He has not gotten better with 14 visits of therapy.", "14 visits of therapy"),
        ("There was no lasting relief from two injections.", "two injections"),
        ("No bowel movement for three days at times, senna helps.", "senna"),
    ],
)
def test_affirmed(sentence, mention):
    assert not judge(sentence, mention).negated


@pytest.mark.parametrize(
    ("sentence", "mention", "modality"),
    [
        ("The treatment plan included physical therapy.", "physical therapy", "planned"),
        ("A home exercise program was recommended.", "home exercise program", "planned"),
        ("The provider requested an MRI of the knee.", "MRI", "requested"),
        ("Acupuncture was requested on 1/2/2016.", "Acupuncture", "requested"),
        ("The requests for massage were non-certified.", "massage", "requested"),
        ("MRI to rule out a meniscal tear.", "meniscal tear", "conditional"),
        ("Chiropractic for a short course during acute flare-up.", "flare-up", "conditional"),
        ("Possible radiculopathy.", "radiculopathy", "conditional"),
        ("An MRI will show a full thickness tear.", "MRI will show a full thickness tear", "planned"),
        ("The goals of treatment include functional improvement.", "functional improvement", "planned"),
        ("He hopes for functional improvement.", "functional improvement", "planned"),
        ("It is unclear whether functional improvement occurred.", "functional improvement", "conditional"),
        ("Prior treatment included physical therapy.", "physical therapy", "historical"),
        ("He completed 12 visits of therapy.", "therapy", "historical"),
        ("Conservative care has included physical therapy.", "physical therapy", "historical"),
        ("He attends physical therapy twice a week.", "physical therapy", "asserted"),
        ("He reports an acute flare-up since Monday.", "flare-up", "asserted"),
    ],
)
def test_modality(sentence, mention, modality):
    assert judge(sentence, mention).modality == modality


def test_a_plan_in_a_later_clause_does_not_reach_back():
    cue = judge("She attends physical therapy; an injection is planned.", "physical therapy")
    assert cue.modality == "asserted"


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_any_text_is_judged(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    assert judge_sentence(text, start, end).negated in (True, False)


@given(st.sampled_from(["weakness", "improvement", "a tear"]), st.sampled_from(["No", "Without", "There is no"]))
def test_a_leading_negation_always_reaches_the_next_words(mention, negation):
    assert judge(f"{negation} {mention} was seen.", mention).negated


@pytest.mark.parametrize(
    ("sentence", "mention"),
    [
        ("Since May he has had tingling of the hand.", "tingling"),
        ("She came in with an acute flare-up of back pain.", "flare-up"),
    ],
)
def test_a_month_and_a_reason_for_a_visit_are_no_conditions(sentence, mention):
    assert judge(sentence, mention).modality == "asserted"


def test_a_new_subject_ends_a_negation():
    assert not judge("He has no other prescriber, and the urine drug test was consistent.", "urine drug test").negated
