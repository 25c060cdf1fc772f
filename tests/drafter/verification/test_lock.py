"""Promise 4: the lock survives, no sentence leaves the request, every item is answered once."""

from __future__ import annotations

import pytest

from drafter.case import BodySite
from tests.drafter.builders import disputed, draft_item, make_case, sentence, span
from tests.drafter.verification.sample import (
    CASE,
    brace_item,
    changed,
    codes_of,
    draft_codes,
    flags_of,
    massage_item,
    naproxen_item,
    replaced,
    sound_draft,
)


@pytest.mark.parametrize(
    "request_text", ["", "6 massage therapy sessions", "6 massage therapy sessions, cervical spine"]
)
def test_an_altered_request_is_blocked(request_text):
    assert "request-altered" in codes_of(changed(massage_item(), request=request_text))


@pytest.mark.parametrize(
    ("item", "fields"),
    [
        (massage_item(), {"visits": 12}),
        (massage_item(), {"treatment": "acupuncture"}),
        (massage_item(), {"sites": (BodySite(part="neck"),)}),
        (massage_item(), {"levels": ("L4-L5",)}),
        (massage_item(), {"ur_action": "modified"}),
        (naproxen_item(), {"quantity": 90.0}),
        (naproxen_item(), {"strength": "500 mg"}),
        (naproxen_item(), {"drug": "ibuprofen", "drugs": ("ibuprofen",)}),
    ],
)
def test_a_lock_that_is_not_the_cases_is_blocked(item, fields):
    drifted = changed(item, lock=item.lock.model_copy(update=fields))
    flags = [flag for flag in flags_of(drifted) if flag.code == "lock-drift"]
    assert {flag.severity for flag in flags} == {"block"}
    assert all(any(f"its {name} is" in flag.message for flag in flags) for name in fields)


@pytest.mark.parametrize("fields", [{"visits": 12}, {"sites": (BodySite(part="neck"),)}, {"treatment": "acupuncture"}])
def test_a_lock_that_is_not_what_the_request_says_is_blocked_even_in_the_case(fields):
    case = make_case(disputed(1, "6 massage therapy sessions, lumbar spine", **fields))
    assert "lock-drift" in codes_of(massage_item(case), case)


@pytest.mark.parametrize("fields", [{"ur_action": "modified"}])
def test_what_utilization_review_did_is_not_read_from_the_request(fields):
    case = make_case(disputed(1, "6 massage therapy sessions, lumbar spine", **fields))
    assert "lock-drift" not in codes_of(massage_item(case), case)


@pytest.mark.parametrize("index", [0, 5])
@pytest.mark.parametrize(
    "subject",
    [
        "12 sessions of massage therapy",
        "massage therapy of the cervical spine",
        "massage therapy of the left knee",
        "massage therapy at L4-L5",
        "acupuncture of the lumbar spine",
        "ibuprofen",
    ],
)
def test_a_sentence_about_the_request_names_nothing_else(index, subject):
    end = "is requested." if index == 0 else "is not medically necessary."
    item = replaced(massage_item(), index, text=f"The {subject} {end}")
    assert "request-contradicted" in codes_of(item)


@pytest.mark.parametrize(
    "text",
    [
        "Six sessions of massage for the low back are not medically necessary.",
        "The requested massage therapy is not medically necessary, because physical therapy was not tried.",
        "The request is not medically necessary.",
    ],
)
def test_other_words_for_the_request_pass(text):
    assert "request-contradicted" not in codes_of(replaced(massage_item(), 5, text=text))


def test_a_dependent_item_may_name_its_surgery():
    case = make_case(disputed(1, "Lumbar discectomy L4-L5"), disputed(2, "Cold therapy unit", depends_on=1))
    text = "Without the discectomy at L4-L5, the cold therapy unit is not medically necessary."
    rationale = [sentence(text, "r1", role="conclusion")]
    item = draft_item(case.items[1], "upheld", rationale, {"r1": span(case, "Lumbar discectomy L4-L5")})
    assert "request-contradicted" not in codes_of(item, case)


@pytest.mark.parametrize(
    ("items", "code"),
    [
        ((massage_item(), naproxen_item()), "item-missing"),
        ((naproxen_item(), brace_item()), "item-missing"),
        ((massage_item(), massage_item(), naproxen_item(), brace_item()), "item-repeated"),
        ((massage_item(), naproxen_item(), brace_item(), changed(brace_item(), number=4)), "item-invented"),
        ((naproxen_item(), massage_item(), brace_item()), "item-order"),
        ((massage_item(), brace_item(), naproxen_item()), "item-order"),
    ],
)
def test_items_are_complete_single_and_in_order(items, code):
    assert draft_codes(sound_draft().model_copy(update={"items": items})) == {code}


def test_all_items_of_the_case_in_order_pass():
    assert draft_codes(sound_draft()) == set()
    assert [item.number for item in CASE.items] == [1, 2, 3]
