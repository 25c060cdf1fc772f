"""The disputed items of a case file: what application, RFA and UR decision ask for together, and where they part."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from drafter.case import Discrepancy, DisputedItem, Lock, Record
from drafter.casefile.disagreement import disagreements
from drafter.casefile.form_rows import form_requests
from drafter.casefile.labelled import labelled_requests
from drafter.casefile.misread import reread, words_of
from drafter.casefile.modification import read_decision
from drafter.casefile.reports import requests_in_orders, requests_in_reports
from drafter.casefile.requests import decided_requests, lines_about, listed_items
from drafter.casefile.sentences import asked_in_sentences, named_in_plan
from drafter.casefile.statements import Statement, distinct, is_known, same_treatment
from drafter.intake.dependencies import with_dependencies

_COMPARED = ("treatment", "drug", "strength", "quantity", "visits", "levels", "sites")
_FILLED = ("strength", "quantity", "refills", "visits", "per_week", "weeks", "days", "phase", "care", "service_date")


_FIRST_LINES = 4
_RAGGED = re.compile(r"[,;.]\s*[,;.]|[|×]")
"""What is left of a table's row where its codes stood: no wording to put into a letter."""


class Sources(NamedTuple):
    """The documents that say what is in dispute; each may be absent."""

    application: Record | None
    rfa: tuple[Record, ...]
    decision: Record | None
    reports: tuple[Record, ...]
    notices: tuple[Record, ...] = ()
    letters: tuple[Record, ...] = ()
    beside: tuple[Record, ...] = ()
    """Further decisions of the same weeks, for what the first one does not name."""


class ItemReading(NamedTuple):
    """The items with what the documents do not agree on."""

    items: tuple[DisputedItem, ...]
    discrepancies: tuple[Discrepancy, ...]


class _Sides(NamedTuple):
    """One item as each document words it; `first` is the document that the list of items was taken from."""

    first: Statement
    application: Statement | None
    rfa: Statement | None
    decision: Statement | None


def read_items(sources: Sources) -> ItemReading:
    """The items of the first document that lists them, with what the others say of each."""
    items: list[DisputedItem] = []
    found: list[Discrepancy] = []
    for number, sides in enumerate(_sides(sources), start=1):
        item = _item(number, sides, sources)
        items.append(item)
        found += disagreements(item, [side for side in (sides.rfa, sides.application, sides.decision) if side])
        if sides.rfa:
            words = words_of((*sources.rfa, *_decisions(sources)))
            asked = requests_in_reports(sources.reports, item, sources.rfa, words)
            ordered = requests_in_orders(sources.letters, item, sources.rfa)
            found += disagreements(item, [sides.rfa, *asked, *ordered], against_first=True)
    return ItemReading(with_dependencies(items), tuple(found))


def _sides(sources: Sources) -> list[_Sides]:
    """The items by the application, or else the notice, the decision, the RFA, a letter or the plan of a report."""
    rows = [row for record in sources.rfa for row in form_requests(record)]
    listed = _named_by_rows(_listed(sources), rows)
    if listed:
        return [_Sides(entry, entry, _best(entry.lock, rows), _decided(entry.lock, sources)) for entry in listed]
    decided = decided_requests(sources.decision) if sources.decision else []
    shared = [entry for entry in decided if _best(entry.lock, rows)] if rows else decided
    found = _first_that_asks(sources.notices, labelled_requests) or shared
    if found:
        return [_Sides(entry, None, _best(entry.lock, rows), _decided(entry.lock, sources)) for entry in found]
    asked = rows or _asked_in_letters(sources)
    return [_Sides(entry, None, entry if rows else None, _decided(entry.lock, sources)) for entry in asked]


def _listed(sources: Sources) -> list[Statement]:
    """The items of the application, misread words as the request and the decision spell them."""
    if sources.application is None:
        return []
    decision = (sources.decision,) if sources.decision else ()
    words = words_of((*sources.rfa, *decision, *sources.reports))
    return [reread(entry, sources.application, words) for entry in listed_items(sources.application)]


def _asked_in_letters(sources: Sources) -> list[Statement]:
    """Requests of a letter, or of the report that UR answered: the latest before the decision."""
    letters = _first_that_asks(sources.letters, lambda letter: labelled_requests(letter) or asked_in_sentences(letter))
    if letters:
        return letters
    reports = _latest_first(sources.reports, sources.decision)
    return _first_that_asks(reports, lambda report: asked_in_sentences(report, plan_only=True)) or _first_that_asks(
        reports, named_in_plan
    )


def _latest_first(reports: Sequence[Record], decision: Record | None) -> list[Record]:
    decided = decision.date if decision else None
    dated = [report for report in reports if report.date and (decided is None or report.date <= decided)]
    return sorted(dated, key=lambda report: report.date or dt.date.min, reverse=True) or list(reports)


def _first_that_asks(records: Sequence[Record], requests: Callable[[Record], list[Statement]]) -> list[Statement]:
    return next((found for record in records if (found := requests(record))), [])


def _best(wanted: Lock, rows: Sequence[Statement]) -> Statement | None:
    """The row that asks for the same treatment; of several the one with most in common."""
    alike = [row for row in rows if same_treatment(row.lock, wanted)]
    return max(alike, key=lambda row: _agreement(row.lock, wanted), default=None)


def _decided(wanted: Lock, sources: Sources) -> Statement | None:
    """What a decision says of the request: of several the first that tells more of it than the treatment's name."""
    found = [
        said for each in _decisions(sources) if (said := _best(wanted, list(lines_about(each, wanted))[:_FIRST_LINES]))
    ]
    return next((said for said in found if _told(said.lock, wanted) > 1), found[0] if found else None)


def _decisions(sources: Sources) -> list[Record]:
    return [*([sources.decision] if sources.decision else []), *sources.beside]


def _named_by_rows(listed: Sequence[Statement], rows: Sequence[Statement]) -> list[Statement]:
    """An item in the worker's own words is the row of the request that no other item is, where only one is left."""
    unknown = [entry for entry in listed if not is_known(entry.lock)]
    known = [entry for entry in listed if is_known(entry.lock)]
    left = [row for row in rows if not any(same_treatment(row.lock, entry.lock) for entry in known)]
    if not known or len(unknown) != 1 or len(distinct(left)) != 1:
        return list(listed)
    named = left[0].lock.model_dump(include={"treatment", "drug", "drugs", "also"})
    return [entry._replace(lock=entry.lock.model_copy(update=named)) if entry in unknown else entry for entry in listed]


def _shared(side: Statement, stated: Sequence[Statement]) -> int:
    return sum(_agreement(side.lock, other.lock) for other in stated)


def _agreement(one: Lock, other: Lock) -> int:
    return sum(getattr(one, field) == getattr(other, field) for field in _COMPARED)


def _told(one: Lock, other: Lock) -> int:
    """How many things both name alike."""
    return sum(bool(getattr(one, field)) and getattr(one, field) == getattr(other, field) for field in _COMPARED)


def _item(number: int, sides: _Sides, sources: Sources) -> DisputedItem:
    """The wording that most documents share, with the numbers that only another document gives."""
    stated = [side for side in (sides.application or sides.first, sides.rfa, sides.decision) if side]
    chosen = max(stated, key=lambda side: (not _RAGGED.search(side.text), _shared(side, stated)))
    lock = chosen.lock.model_copy(update=_filled(chosen.lock, [side.lock for side in stated]))
    decision = next(
        (one for one in _decisions(sources) if sides.decision and one.id == sides.decision.span.record), None
    )
    if decision is not None and sides.decision is not None:
        lock = lock.model_copy(update=read_decision(decision, sides.decision, chosen.text, lock))
    return DisputedItem(number=number, request=chosen.text, lock=lock, stated=sides.first.span)


def _unit_of(written: str | None, bare: str | None) -> str | None:
    """The unit that another document gives to the same strength."""
    found = re.fullmatch(r"([\d./-]+)\s?([a-zA-Z%]+)", written or "")
    same = found is not None and bare is not None and found[1].replace("-", "/") == bare.replace("-", "/")
    return found[2].lower() if found and same else None


def _filled(lock: Lock, others: Sequence[Lock]) -> dict[str, Any]:
    filled: dict[str, Any] = {}
    for field in _FILLED:
        values = [getattr(other, field) for other in others if getattr(other, field) is not None]
        if getattr(lock, field) is None and values:
            filled[field] = values[0]
    if not lock.retrospective and any(other.retrospective for other in others):
        filled["retrospective"] = True
    if lock.sites and all(site.side is None for site in lock.sites):
        sides = {site.part: site.side for other in others for site in other.sites if site.side}
        filled["sites"] = tuple(site.model_copy(update={"side": sides.get(site.part)}) for site in lock.sites)
    if not lock.sites:
        filled["sites"] = next((other.sites for other in others if other.sites), ())
    unit = next(filter(None, (_unit_of(other.strength, lock.strength) for other in others)), None)
    if unit:
        filled["strength"] = f"{lock.strength} {unit}"
    if not lock.levels:
        filled["levels"] = next((other.levels for other in others if other.levels), ())
    return filled
