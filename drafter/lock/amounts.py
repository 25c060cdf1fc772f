"""The numbers of a request: doses for drugs, visits for therapies, pieces for the rest; what a modification left."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from drafter.case import Remainder
from drafter.lock.dose import read_dose, read_packs
from drafter.lock.drugs import find_drugs
from drafter.lock.numbers import AMOUNT, upper
from drafter.lock.remainder import Modification
from drafter.lock.schedule import read_length, read_marked, read_schedule
from drafter.lock.treatments import category_of

_COUNTED_IN_VISITS = ("therapy", "consultation")
_DEVICES = frozenset({"tens", "interferential", "h-wave", "electrical-stimulation", "traction", "heat-cold"})
_SERVICES_IN_VISITS = frozenset({"home-health", "wound-care", "chronic-pain-program", "psych-testing", "weight-loss"})
_BARE = re.compile(rf"\W*(?:for|only|to|a|of|qty|quantity)?\W*({AMOUNT})\b\D{{0,12}}(?:of\s.*)?", re.IGNORECASE)
_VISIT_WORD = re.compile(r"\b(?:sessions?|visits?|treatments?|appointments?)\b", re.IGNORECASE)


class Amount(NamedTuple):
    """The lock's numbers; None where the request does not say."""

    strength: str | None = None
    quantity: float | None = None
    refills: int | None = None
    visits: int | None = None
    per_week: float | None = None
    weeks: float | None = None
    days: float | None = None


class _Counts(NamedTuple):
    """One number in the original request, in what UR authorized and in what remains."""

    original: float | None
    authorized: float | None
    remaining: float | None

    @property
    def stated(self) -> int:
        return sum(value is not None for value in self)

    @property
    def differs(self) -> bool:
        return len(set(self)) > 1


def read_amount(text: str, treatment: str | None) -> Amount:
    """Read the numbers of a request for a treatment of the lexicon."""
    category = category_of(treatment) if treatment else None
    if category == "drug":
        dose = read_dose(_without_names(text))
        return Amount(strength=dose.strength, quantity=dose.quantity, refills=dose.refills, days=dose.days)
    in_visits = category in _COUNTED_IN_VISITS or treatment in _SERVICES_IN_VISITS
    if _VISIT_WORD.search(text) or (in_visits and treatment not in _DEVICES):
        schedule = read_schedule(text)
        return Amount(visits=schedule.visits, per_week=schedule.per_week, weeks=schedule.weeks, days=schedule.days)
    return _pieces(text)


def _without_names(text: str) -> str:
    """The text without the drugs' names, which may hold a number: "Tylenol #3"."""
    for drug in find_drugs(text):
        text = text[: drug.start] + " " * (drug.end - drug.start) + text[drug.end :]
    return text


def _pieces(text: str) -> Amount:
    """Injections, tests, equipment and stays: pieces and days, visits only when a frequency gives them."""
    schedule = read_schedule(text)
    length = read_length(text)
    visits = schedule.visits if schedule.per_week and not schedule.stated else None
    days = length.days if length else schedule.days
    quantity = None if visits else read_marked(text) or read_packs(text)
    return Amount(quantity=quantity, visits=visits, per_week=schedule.per_week, weeks=schedule.weeks, days=days)


def remaining_amounts(modification: Modification, treatment: str | None) -> dict[str, Any]:
    """The remainder, and the lock's number that it fixes."""
    tables = [
        _numbers(text, treatment) for text in (modification.original, modification.authorized, modification.remaining)
    ]
    silent = modification.remaining == modification.original and not modification.whole
    if silent:
        tables[2] = {}
    fields = {
        name: _Counts(*(table.get(name) for table in tables)) for name in ("visits", "quantity", "refills", "length")
    }
    field, counts = _disputed(fields)
    if counts.original is None and counts.remaining is None:
        counts = _Counts(None, None, None)
    left = counts.remaining
    if left is None and counts.original is not None and counts.authorized is not None:
        left = max(0.0, counts.original - counts.authorized)
    remainder = Remainder(
        original=modification.original,
        authorized=modification.authorized,
        remaining=modification.remaining,
        original_count=counts.original,
        authorized_count=counts.authorized,
        remaining_count=left,
    )
    fixed: dict[str, Any] = {"remainder": remainder}
    if field == "refills":
        fixed["quantity"] = fields["quantity"].remaining or fields["quantity"].original
    if left is not None and field != "length":
        fixed[field] = left if field == "quantity" else int(left)
    return fixed


def _disputed(fields: dict[str, _Counts]) -> tuple[str, _Counts]:
    """The number that the modification is about: it changes, it is stated of the remainder, it is stated most often."""

    def weight(entry: tuple[str, _Counts]) -> tuple[bool, bool, int]:
        counts = entry[1]
        return counts.differs and counts.stated > 1, counts.remaining is not None, counts.stated

    return max(fields.items(), key=weight)


def _numbers(text: str | None, treatment: str | None) -> dict[str, float | None]:
    if not text:
        return {}
    amount = read_amount(text, treatment)
    length = read_length(text)
    numbers = {"visits": amount.visits, "quantity": amount.quantity, "refills": amount.refills}
    if length:
        numbers["length"] = length.amount
    if not any(value is not None for value in numbers.values()) and (bare := _BARE.fullmatch(text)):
        numbers["quantity" if (treatment and category_of(treatment) == "drug") else "visits"] = upper(bare[1])
    return numbers
