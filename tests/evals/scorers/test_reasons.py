"""What is the physician's own reasoning, and whether a draft gives or contradicts it."""

from __future__ import annotations

import pytest

from drafter.lexicon import concepts
from evals.scorers import contradiction, key_points
from evals.scorers.base import Unscored
from evals.scorers.concepts import any_named, named, stated
from evals.scorers.literals import required_literals
from evals.scorers.reasons import deciding_sentences
from tests.drafter.builders import SUMMARY, finding, sentence, span
from tests.drafter.verification.sample import CASE, LIBRARY, NEAR, massage_item, naproxen_item, sound_draft
from tests.evals.builders import context, target, without

RECITED = "He attended six sessions of massage therapy in May 2014. Pain was unchanged after the massage sessions. "
GUIDELINE = "The MTUS guidelines state that massage is an option. It should be limited to six visits. "
REASONS = "The patient has no documented active exercise program. There is no evidence of an acute flare-up. "
VERDICT = "Therefore, the request for 6 massage therapy sessions is not medically necessary."


def deciding(rationale):
    return deciding_sentences(rationale, SUMMARY, CASE.items[0].request)


def test_summary_guideline_and_verdict_are_split_off():
    assert deciding(RECITED + GUIDELINE + REASONS + VERDICT) == tuple(
        text + "." for text in REASONS.strip().rstrip(".").split(". ")
    )


def test_a_recital_with_a_slip_in_it_is_still_a_recital():
    assert deciding(RECITED.replace("in May 2014", "during May 2014") + VERDICT) == ()


def test_a_reason_that_shares_words_with_the_summary_is_kept():
    text = "The massage sessions he attended in May did not improve his function at work in any measurable way."
    assert deciding(text) == (text,)


def test_a_verdict_that_gives_its_reason_is_kept():
    text = "Without a plan for a concurrent active exercise program, the request is not medically necessary."
    assert deciding(text) == (text,)


@pytest.mark.parametrize(
    ("text", "present", "absent"),
    [
        ("The patient had functional improvement with the massage.", {"functional-improvement"}, set()),
        ("There is no documentation of functional improvement.", set(), {"functional-improvement"}),
        ("Functional improvement was not shown.", set(), {"functional-improvement"}),
        ("The guideline requires functional improvement.", set(), set()),
        ("If there is functional improvement, more visits follow.", set(), set()),
        ("The weather was fine.", set(), set()),
    ],
)
def test_what_a_sentence_states(text, present, absent):
    said = stated(text)
    assert said.present & {"functional-improvement"} == present
    assert said.absent & {"functional-improvement"} == absent


@pytest.mark.parametrize("expression", ["a|b+c", "no (?:relief|benefit)", "x?(?:relief)*", r"[a-z]+ gain(?:ed|s)?", ""])
def test_literals_are_in_every_match(expression):
    import re

    literals = required_literals(expression)
    for text in ("a", "bc", "no relief", "no benefit", "x", "big gained", ""):
        if re.fullmatch(expression, text):
            assert not literals or any(literal in text for literal in literals)


def test_looking_for_letters_first_changes_no_result():
    from drafter.lexicon import pattern

    texts = [SUMMARY, REASONS, GUIDELINE, *(concept.query for concept in concepts().values())]
    for text in texts:
        plain = {
            name
            for name, concept in concepts().items()
            if any(pattern(each).search(text) for each in (*concept.documents, *concept.contradicts, *concept.near))
        }
        assert named(text) == plain
        assert any_named(concepts(), text) == plain


def points(rationale, item):
    values = key_points.score_item(target(1, CASE, rationale=rationale), item, context(CASE, sound_draft(), LIBRARY))
    return values[key_points.RECALL], values[key_points.WITH_FINDINGS]


def test_a_draft_that_gives_every_reason_recalls_all_of_them():
    said, table = points(REASONS + VERDICT, massage_item())
    assert table == 1
    assert 0 < said < 1, "the flare-up is in the criterion table only"


def test_a_draft_about_something_else_recalls_nothing():
    bare = without(massage_item(), rationale=(sentence("The sky over the harbour is grey.", "r1"),), criteria=())
    assert points(REASONS + VERDICT, bare) == (0, 0)


def test_a_reason_without_known_concepts_is_recalled_by_its_words():
    reason = "The requesting provider submitted a handwritten invoice instead of a prescription for the device. "
    same = without(
        massage_item(), rationale=(sentence("The provider submitted a handwritten invoice, no prescription.", "r1"),)
    )
    assert points(reason + VERDICT, same)[0] == 1
    assert points(reason + VERDICT, massage_item())[0] == 0


def test_without_reasons_key_points_are_unscored():
    said, table = points(RECITED + VERDICT, massage_item())
    assert isinstance(said, Unscored)
    assert isinstance(table, Unscored)


def opposed(rationale, *findings):
    item = without(massage_item(), criteria=findings)
    values = contradiction.score_item(target(1, CASE, rationale=rationale), item, context(CASE, sound_draft(), LIBRARY))
    return values[contradiction.FINDINGS]


def test_a_finding_that_denies_what_the_physician_affirms_is_opposed():
    denied = finding(LIBRARY, "massage", "flare-up", CASE, "not_documented", searched=(span(CASE, NEAR),))
    assert opposed("The patient has an acute flare-up of the back.", denied) == 1
    assert opposed(REASONS, denied) == 0


def test_a_finding_that_affirms_what_the_physician_denies_is_opposed():
    relief = "Naproxen 550 mg gave 50% pain relief for eight hours."
    affirmed = finding(LIBRARY, "nsaid", "relief", CASE, "met", evidence=(span(CASE, relief),))
    assert opposed("There is no documentation of pain relief with this medication.", affirmed) == 1
    assert opposed("The patient reports pain relief with this medication.", affirmed) == 0


def test_what_cannot_be_compared_is_unscored():
    divided = finding(LIBRARY, "massage", "exercise", CASE, "contrary", evidence=(span(CASE, NEAR),))
    assert isinstance(opposed(REASONS, divided), Unscored)
    assert isinstance(opposed(VERDICT, massage_item().criteria[0]), Unscored)


def test_the_opposite_outcome_is_a_contradiction():
    view = context(CASE, sound_draft(), LIBRARY)
    assert contradiction.score_item(target(1, CASE, "overturned"), massage_item(), view)[contradiction.OUTCOME] is True
    assert (
        contradiction.score_item(target(2, CASE, "overturned"), naproxen_item(), view)[contradiction.OUTCOME] is False
    )
