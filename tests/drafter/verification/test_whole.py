"""What is said of the case as a whole is what its items say together."""

from __future__ import annotations

import pytest

from drafter.verification.whole import case_label
from tests.drafter.builders import make_draft
from tests.drafter.verification.sample import CASE, codes_of, draft_codes, massage_item, naproxen_item, with_sentence

CODE = "case-outcome-differs"


def codes(text, *others):
    """Of a draft whose first item, upheld, says the sentence."""
    return draft_codes(make_draft(CASE, with_sentence(text, "r3"), *others))


@pytest.mark.parametrize(
    ("text", "alone", "divided"),
    [
        ("All disputed items are upheld.", False, True),
        ("None of the requested services is medically necessary.", False, True),
        ("The case as a whole is overturned.", True, True),
        ("Each of the requests is medically necessary.", True, True),
        ("The decision is overturned in part.", True, False),
        ("The denial is partly upheld and partly overturned.", True, False),
        ("In this case, the request for massage is not medically necessary.", False, False),
        ("Pain was unchanged in all of the visits.", False, False),
        ("Both denials stand.", False, True),
        ("All of the decisions are reversed.", True, True),
        ("None of the treatments eased his pain when he stands.", False, False),
        ("Each of the requests stands on its own.", False, False),
        ("Neither treatment reversed his weakness.", False, False),
    ],
)
def test_the_label_of_the_case(text, alone, divided):
    """`alone`: the one item is upheld. `divided`: another one is overturned."""
    assert massage_item().outcome == "upheld"
    assert naproxen_item().outcome == "overturned"
    assert (CODE in codes(text)) is alone
    assert (CODE in codes(text, naproxen_item())) is divided


def test_a_case_with_an_open_item_has_no_label():
    assert case_label(["upheld", "undetermined"]) is None
    assert case_label([]) is None
    assert case_label(["upheld", "overturned", "upheld"]) == "overturned in part"


def test_a_true_sentence_about_all_items_is_no_verdict_of_another_kind():
    """The item is upheld."""
    true, false = (f"{word} of the requested services is medically necessary." for word in ("None", "Each"))
    assert "verdict-elsewhere" not in codes_of(with_sentence(true, "r3"))
    assert "verdict-elsewhere" in codes_of(with_sentence(false, "r3"))
