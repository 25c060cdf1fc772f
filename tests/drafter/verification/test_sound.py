"""A sound draft has no flags; verification is stable and touches nothing but its own flags."""

from __future__ import annotations

import pytest

from drafter.draft import Flag
from drafter.verification import PROMISES, Code, verify
from drafter.verification.context import build_context
from drafter.verification.run import item_flags
from tests.drafter.verification.sample import CASE, LIBRARY, all_flags, changed, massage_item, replaced, sound_draft


def test_a_sound_draft_has_no_flags():
    assert all_flags(verify(sound_draft(), CASE, LIBRARY)) == []


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_single_item_can_be_checked_before_the_draft_is_complete(number):
    draft = sound_draft()
    assert item_flags(draft.items[number - 1], build_context(CASE, LIBRARY)) == ()


def test_verifying_again_changes_nothing():
    spoilt = changed(massage_item(), citations={})
    draft = sound_draft().model_copy(update={"items": (spoilt, *sound_draft().items[1:])})
    once = verify(draft, CASE, LIBRARY)
    assert all_flags(once)
    assert verify(once, CASE, LIBRARY) == once


def test_old_flags_of_verification_go_and_others_stay():
    stale = Flag(code=Code.CITES_NOTHING.code, severity="block", message="old", where="item 1 sentence 1")
    foreign = Flag(code="model-fallback", severity="info", message="another part's", where="item 1")
    draft = sound_draft()
    items = (changed(draft.items[0], flags=(stale, foreign)), *draft.items[1:])
    verified = verify(draft.model_copy(update={"items": items, "flags": (foreign, stale)}), CASE, LIBRARY)
    assert verified.items[0].flags == (foreign,)
    assert verified.flags == (foreign,)


def test_flags_are_in_reading_order_then_by_severity():
    item = massage_item()
    item = replaced(item, 4, text="After 17 treatments of the left knee, the record says nothing.")
    item = replaced(item, 0, citations=())
    flags = verify(sound_draft().model_copy(update={"items": (item,)}), CASE, LIBRARY).items[0].flags
    places = [flag.where for flag in flags if "sentence" in flag.where]
    assert places == sorted(places)
    assert len(set(places)) > 1


def test_only_flags_change():
    draft = sound_draft()
    verified = verify(draft, CASE, LIBRARY)
    assert verified.model_copy(update={"items": draft.items, "flags": draft.flags}) == draft


def test_codes_are_distinct_kebab_case_and_say_what_they_mean():
    codes = [code.value.code for code in Code]
    assert len(codes) == len(set(codes))
    assert all(code == code.lower() and " " not in code and "_" not in code for code in codes)
    assert all(code.value.text.endswith(".") for code in Code)


def test_every_promise_has_a_check_and_no_check_runs_twice():
    checks = [check for promise in PROMISES for check in (*promise.item, *promise.case)]
    assert all(promise.item or promise.case for promise in PROMISES)
    assert len(checks) == len(set(checks))
