"""Whether a case file that someone wrote or edited hangs together, before anything is drafted from it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from drafter.case import Case, DisputedItem
from drafter.evidence.reading import request_sentence
from drafter.lexicon import body_parts, treatments


def problem_of(case: Case) -> str | None:
    """The first thing that makes a case unusable, with its place; None when there is none."""
    return next(_problems(case), None)


def _problems(case: Case) -> Iterator[str]:
    if not case.header.case_number.strip():
        yield "header.case_number: is empty"
    if not case.items:
        yield "items: there is none"
    for twice in _repeated(record.id for record in case.records):
        yield f"records: the id {twice!r} is given twice"
    for record in case.records:
        for twice in _repeated(page.number for page in record.pages):
            yield f"records.{record.id}: page {twice} is given twice"
    for twice in _repeated(item.number for item in case.items):
        yield f"items: the number {twice} is given twice"
    numbers = {item.number for item in case.items}
    for item in case.items:
        yield from (f"items.{item.number}.{problem}" for problem in _item_problems(item, case, numbers))


def _item_problems(item: DisputedItem, case: Case, numbers: set[int]) -> Iterator[str]:
    if request_sentence(case, item) is None:
        yield "request: does not stand in a record with the id `request`"
    if item.depends_on is not None and item.depends_on not in numbers - {item.number}:
        yield f"depends_on: {item.depends_on} is no other item"
    for name in filter(None, (item.lock.treatment, *item.lock.also)):
        if name not in treatments():
            yield f"lock.treatment: {name!r} is not in the lexicon"
    for site in item.lock.sites:
        if site.part not in body_parts():
            yield f"lock.sites: {site.part!r} is not in the lexicon"


def _repeated(values: Iterable[Hashable]) -> Iterator[Hashable]:
    seen: set[Hashable] = set()
    for value in values:
        if value in seen:
            yield value
        seen.add(value)
