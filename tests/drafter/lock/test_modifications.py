"""UR modifications: the lock is the lock of what remains in dispute."""

from __future__ import annotations

import pytest

from drafter.case import BodySite, Lock
from drafter.lock import parse_lock


def modified(original: str, authorized: str, remaining: str) -> Lock:
    lock = parse_lock(
        f"{original} was the original request. {authorized} was authorized by the Claims Administrator. "
        f"The remaining IMR eligible portion of the original request, {remaining} is"
    )
    assert lock.ur_action == "modified" and lock.remainder is not None
    assert (lock.remainder.original, lock.remainder.authorized) == (original, authorized)
    assert lock.remainder.remaining == remaining
    return lock


def counts(lock: Lock) -> tuple[float | None, float | None, float | None]:
    assert lock.remainder is not None
    return lock.remainder.original_count, lock.remainder.authorized_count, lock.remainder.remaining_count


def test_visits_of_the_remainder() -> None:
    lock = modified("Massage therapy 10 sessions", "Massage therapy 4 sessions", "Massage therapy 6 sessions")
    assert (lock.treatment, lock.visits, counts(lock)) == ("massage", 6, (10, 4, 6))


def test_original_count_may_come_from_frequency_and_duration() -> None:
    lock = modified("Physical therapy 3 times a week for 4 weeks", "Physical therapy 5 sessions", "7 sessions")
    assert (lock.treatment, lock.visits, counts(lock)) == ("physical-therapy", 7, (12, 5, 7))


def test_stated_remainder_stands_even_when_the_sum_is_wrong() -> None:
    lock = modified("Acupuncture 12 sessions", "Acupuncture 6 sessions", "Acupuncture 5 sessions")
    assert lock.visits == 5 and counts(lock) == (12, 6, 5)


def test_quantity_that_is_left_unstated_is_the_difference() -> None:
    lock = modified("Soma 350mg #90", "Soma 350mg #30", "Soma 350mg")
    assert lock.quantity == 60 and counts(lock) == (90, 30, 60)


def test_refills_in_dispute_keep_the_quantity_of_a_fill() -> None:
    lock = modified("Gabapentin 600mg #90 with 3 refills", "Gabapentin 600mg #90", "Three refills of Gabapentin 600mg")
    assert (lock.drug, lock.strength, lock.quantity, lock.refills) == ("gabapentin", "600 mg", 90, 3)
    assert counts(lock) == (3, None, 3)


def test_treatment_and_site_come_from_the_original_when_left_out() -> None:
    lock = modified("Chiropractic care 12 sessions for the left shoulder", "6 sessions", "6 sessions")
    assert lock.treatment == "chiropractic" and lock.sites == (BodySite(part="shoulder", side="left"),)


def test_side_comes_from_the_original_for_the_same_part() -> None:
    lock = modified("MRI and CT of the left wrist", "CT of the wrist", "MRI of the wrist")
    assert lock.treatment == "mri" and lock.also == ()
    assert lock.sites == (BodySite(part="wrist", side="left"),)


def test_remaining_side_is_not_overruled() -> None:
    lock = modified("Bilateral L4-5 facet injections", "Left L4-5 facet injection", "right L4-5 facet injection")
    assert lock.sites == (BodySite(part="low-back", side="right"),) and lock.levels == ("L4-L5",)


def test_counts_for_several_parts_add_up() -> None:
    lock = modified(
        "Ten physical therapy sessions for the neck, right knee and right hip",
        "Four physical therapy sessions for the neck and right knee",
        "six physical therapy sessions for the neck and right knee and ten physical therapy sessions for the right hip",
    )
    assert lock.visits == 16 and counts(lock) == (10, 4, 16)
    assert [site.part for site in lock.sites] == ["neck", "knee", "hip"]


def test_rental_is_counted_in_its_own_unit() -> None:
    lock = modified("TENS unit 6 month rental", "TENS unit 1 month rental", "TENS unit 5 month rental")
    assert lock.days == 150 and counts(lock) == (6, 1, 5)


def test_standing_of_the_original_request_is_kept() -> None:
    lock = modified("Retrospective: Post-op Norco 5/325mg #80 (DOS 3/4/2017)", "Norco 5/325mg #30", "Norco 5/325mg #50")
    assert lock.retrospective and str(lock.service_date) == "2017-03-04" and lock.phase == "postoperative"


@pytest.mark.parametrize(
    "end", ["", ":", "."], ids=["bare", "colon", "stop"]
)  # fmt: skip
def test_whole_request_in_dispute(end: str) -> None:
    lock = parse_lock(
        "Purchase of an H-wave unit was the original request. The Claims Administrator authorized an H-wave unit for "
        f"1 month, leaving the original request IMR eligible. The original request, purchase of an H-wave unit is{end}"
    )
    assert lock.treatment == "h-wave" and lock.days is None and lock.remainder is not None
    assert lock.remainder.remaining == "purchase of an H-wave unit"
    assert lock.remainder.authorized == "an H-wave unit for 1 month"


@pytest.mark.parametrize(
    ("request_text", "field", "left"),
    [
        ("Acupuncture 2 times a week for 6 weeks for the neck, modified to 6 sessions", "visits", 6),
        ("Chiropractic 12 visits; UR authorized 8 visits", "visits", 4),
        ("Physical therapy x12 to right knee (UR approved 8)", "visits", 4),
        ("Norco 10/325 mg #120 (certified #60)", "quantity", 60),
        ("Oxycodone 15mg #180 partially certified for #90", "quantity", 90),
        ("Physical therapy 12 sessions, 6 of 12 certified", "visits", 6),
    ],
)
def test_modification_in_passing(request_text: str, field: str, left: float) -> None:
    lock = parse_lock(request_text)
    assert lock.ur_action == "modified" and getattr(lock, field) == left


@pytest.mark.parametrize(
    "request_text",
    [
        "Additional physical therapy 6 sessions (12 sessions already authorized)",
        "Request for authorization of 6 acupuncture sessions",
        "FDA approved lidocaine patch #30",
    ],
)
def test_words_of_approval_that_are_no_modification(request_text: str) -> None:
    lock = parse_lock(request_text)
    assert lock.ur_action == "denied" and lock.remainder is None
