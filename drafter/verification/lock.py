"""Promise 4: the item's lock survives from request to rationale, and every disputed item is answered once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from drafter.case import Case, DisputedItem, Lock
from drafter.draft import Draft, DraftItem, Flag, RationaleSentence
from drafter.lock import find_drugs, find_treatments, parse_lock
from drafter.verification.bearing import missing_facts
from drafter.verification.codes import Code
from drafter.verification.context import Context, numbered, place_of, shortened
from drafter.verification.facts import Facts, find_facts, merged
from drafter.verification.prose import outside_quotes
from drafter.verification.support import claiming_text, request_facts
from drafter.verification.unsaid import is_stated
from drafter.verification.verdicts import judged_subject

_ABOUT_THE_REQUEST = frozenset({"request", "conclusion"})
_READ_ELSEWHERE = {"ur_action", "remainder"}
"""Fields that come from the letter's account of the UR decision and not from the wording of the request."""


def check_lock(item: DraftItem, context: Context) -> Iterator[Flag]:
    """The draft's request and lock are the case's, the lock is what the request says, and no sentence leaves it."""
    case_item = context.case_item(item.number)
    if case_item is None:
        return
    if item.request != case_item.request:
        yield Code.REQUEST_ALTERED.flag(
            place_of(item), f"reads {shortened(item.request)!r}, the case {shortened(case_item.request)!r}"
        )
    yield from _drift(item, case_item, context.case)
    for where, sentence in numbered(item):
        if sentence.role in _ABOUT_THE_REQUEST:
            yield from _contradicts(where, sentence, item, case_item, context)


def check_items(draft: Draft, context: Context) -> Iterator[Flag]:
    """Every disputed item is in the draft exactly once and in order, and nothing else is."""
    wanted = [item.number for item in context.case.items]
    drafted = [item.number for item in draft.items]
    for number in wanted:
        if number not in drafted:
            yield Code.ITEM_MISSING.flag(f"item {number}", "is in dispute and has no draft")
    for number, times in Counter(drafted).items():
        if number not in wanted:
            yield Code.ITEM_INVENTED.flag(f"item {number}", "is not in dispute in this case")
        elif times > 1:
            yield Code.ITEM_REPEATED.flag(f"item {number}", f"is drafted {times} times")
    if sorted(drafted) == sorted(wanted) and drafted != wanted:
        yield Code.ITEM_ORDER.flag("case", f"items are drafted as {drafted}, the case lists {wanted}")


def _drift(item: DraftItem, case_item: DisputedItem, case: Case) -> Iterator[Flag]:
    """What the request's wording leaves out may come from a form of the file that states it, and from nowhere else."""
    fresh = parse_lock(case_item.request)
    for field in Lock.model_fields:
        drafted, given, reread = (getattr(lock, field) for lock in (item.lock, case_item.lock, fresh))
        if drafted != given:
            yield Code.LOCK_DRIFT.flag(place_of(item), f"its {field} is {drafted!r}, the case's {given!r}")
        elif field not in _READ_ELSEWHERE and drafted != reread and not is_stated(field, case_item, case):
            yield Code.LOCK_DRIFT.flag(place_of(item), f"its {field} is {drafted!r}; the request says {reread!r}")


def _contradicts(
    where: str, sentence: RationaleSentence, item: DraftItem, case_item: DisputedItem, context: Context
) -> Iterator[Flag]:
    text = judged_subject(outside_quotes(claiming_text(sentence, item, context)))
    surgery = context.case_item(case_item.depends_on) if case_item.depends_on else None
    requested = merged(request_facts(entry) for entry in (case_item, surgery) if entry)
    dates = merged([requested, Facts(dates=find_facts(text).dates)])
    for _, fact in missing_facts(find_facts(text), dates):
        yield Code.REQUEST_CONTRADICTED.flag(where, f"names {fact}, which the request does not")
    yield from _other_treatment(where, text, case_item, surgery)


def _other_treatment(where: str, text: str, item: DisputedItem, surgery: DisputedItem | None) -> Iterator[Flag]:
    named = _treatments(text)
    wanted = {name for entry in (item, surgery) if entry for name in _wanted(entry)}
    if named and wanted and not named & wanted:
        yield Code.REQUEST_CONTRADICTED.flag(
            where, f"names {', '.join(sorted(named))}; in dispute is {', '.join(sorted(wanted))}"
        )


def _wanted(item: DisputedItem) -> set[str]:
    lock = item.lock
    return (
        _treatments(item.request) | {*lock.also, *lock.drugs} | {name for name in (lock.treatment, lock.drug) if name}
    )


def _treatments(text: str) -> set[str]:
    return {found.id for found in find_treatments(text)} | {found.generic for found in find_drugs(text)}
