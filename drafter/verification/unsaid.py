"""Numbers of a lock that the request's wording leaves out: a form of the case file must state them."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.case import Case, DisputedItem, Lock, Record
from drafter.casefile.form_rows import form_requests
from drafter.casefile.requests import lines_about, listed_items
from drafter.casefile.statements import same_treatment
from drafter.lock import parse_lock

_UNSAID: tuple[object, ...] = (None, ())
_FORMS = ("application", "rfa", "ur_decision")


def is_stated(field: str, item: DisputedItem, case: Case) -> bool:
    """Whether what the lock says of `field` stands in the request's wording or in a form of the file about it."""
    said, value = getattr(parse_lock(item.request), field), getattr(item.lock, field)
    if field == "sites":
        return _sites_are_stated(item, case)
    return said in _UNSAID and any(getattr(lock, field) == value for lock in _locks(item, case))


def _sites_are_stated(item: DisputedItem, case: Case) -> bool:
    """A form may give the side of a body part that the request names, and another part only where it names none."""
    locks = [parse_lock(item.request), *_locks(item, case)]
    parts = {site.part for site in locks[0].sites}
    sides = {site.part: site.side for site in locks[0].sites if site.side}
    return (not parts or parts == {site.part for site in item.lock.sites}) and all(
        any(site in lock.sites for lock in locks) and sides.get(site.part, site.side) == site.side
        for site in item.lock.sites
    )


def _locks(item: DisputedItem, case: Case) -> Iterator[Lock]:
    """What the forms, and the document that the request was read from, say of the item's treatment."""
    first = item.stated.record if item.stated else None
    for record in case.records:
        if not record.duplicate_of and (record.kind in _FORMS or record.id == first):
            yield from (lock for lock in _requests(record, item.lock) if same_treatment(lock, item.lock))


def _requests(record: Record, wanted: Lock) -> Iterator[Lock]:
    rows = form_requests(record) if record.kind == "rfa" else []
    rows += listed_items(record) if record.kind == "application" else []
    yield from (entry.lock for entry in (*rows, *lines_about(record, wanted)))
