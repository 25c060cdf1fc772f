"""Promise 3: every number, date, side, level, body part and drug of a sentence occurs in what the sentence cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from drafter.case import Case, DisputedItem, Lock
from drafter.draft import DraftItem, Flag, RationaleSentence
from drafter.verification.bearing import missing_facts
from drafter.verification.context import Context, cited_cards, cited_quotes, cited_requests, cited_spans, numbered
from drafter.verification.facts import Facts, find_facts, merged
from drafter.verification.quantities import Quantity

_ITEM_NUMBER = re.compile(r"\bitems?\s+\d+(?:(?:,| and)\s+\d+)*\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"\b(?:pages?|pp?\.)\s*(\d+)(?:\s*[-–]\s*(\d+))?", re.IGNORECASE)
COUNTED = re.compile(
    r"\b(?P<count>\d+|[a-z]+(?:-[a-z]+)?)\s+(?:disputed\s+|separate\s+)?(?P<what>sentences?|records|documents|items)"
    r"(?=(?:\s+\w+){0,2}\s+(?:searched|reviewed|supplied|(?:in|of) (?:the|this) (?:record|case|file)|in dispute)\b)",
    re.IGNORECASE,
)
"""A statement about the draft's own material: checked as a count, not as a fact of the record."""


def check_support(item: DraftItem, context: Context) -> Iterator[Flag]:
    """Each fact of each sentence is borne out by what the sentence cites."""
    for where, sentence in numbered(item):
        claim = find_facts(claiming_text(sentence, item, context))
        for code, fact in missing_facts(claim, _support(sentence, item, context)):
            yield code.flag(where, f"{fact} is not in what the sentence cites")


def request_facts(item: DisputedItem) -> Facts:
    """What the request states, in words and as its lock reads them: "2 x 3 weeks" comes to six visits."""
    remainder = item.lock.remainder
    wordings = [item.request]
    if remainder:
        wordings += [remainder.original, remainder.remaining, remainder.authorized or ""]
    return merged([*map(find_facts, wordings), _lock_facts(item.lock)])


def _lock_facts(lock: Lock) -> Facts:
    counts: dict[str, float | None] = {
        "visits": lock.visits,
        "weeks": lock.weeks,
        "days": lock.days,
        "units": lock.quantity,
        "refills": lock.refills,
        "levels": len(lock.levels) or None,
    }
    quantities = {Quantity(value, unit) for unit, value in counts.items() if value is not None}
    if lock.per_week is not None:
        quantities.add(Quantity(lock.per_week, "visits"))
    left = lock.remainder
    amounts = (left.original_count, left.authorized_count, left.remaining_count) if left else ()
    quantities |= {Quantity(value) for value in amounts if value is not None}
    return Facts(
        quantities=frozenset(quantities),
        dates=frozenset({lock.service_date}) if lock.service_date else frozenset(),
        sites=frozenset((site.part, site.side) for site in lock.sites),
        sides=frozenset(site.side for site in lock.sites if site.side),
        levels=frozenset(lock.levels),
        drugs=frozenset(lock.drugs) | ({lock.drug} if lock.drug else set()),
    )


def _support(sentence: RationaleSentence, item: DraftItem, context: Context) -> Facts:
    sources = [find_facts(quote) for quote in cited_quotes(sentence, item, context)]
    sources += map(request_facts, cited_requests(sentence, item, context))
    sources += _criterion_facts(sentence, item, context)
    sources += _record_facts(sentence, item, context)
    sources.append(_header_facts(sentence.text, item, context))
    return merged(sources)


def _criterion_facts(sentence: RationaleSentence, item: DraftItem, context: Context) -> list[Facts]:
    """A criterion's wording is guideline text; it is taken from the card, not from the draft."""
    finding = next((entry for entry in item.criteria if entry.id == sentence.criterion), None)
    card = context.library.cards.get(finding.card) if finding else None
    criterion = next((entry for entry in card.criteria if entry.id == sentence.criterion), None) if card else None
    return [find_facts(criterion.text), find_facts(criterion.subject)] if criterion else []


def _record_facts(sentence: RationaleSentence, item: DraftItem, context: Context) -> list[Facts]:
    """Title, author and date of the records that are cited."""
    records = [context.case.record(span.record) for span in cited_spans(sentence, item)]
    facts = []
    for record in filter(None, records):
        facts.append(find_facts(f"{record.title}; {record.author or ''}"))
        if record.date:
            facts.append(_dated(record.date))
    return facts


def _header_facts(text: str, item: DraftItem, context: Context) -> Facts:
    """Header dates count where the sentence calls them by their name."""
    dates = context.dates.get(item.number)
    named = [day for words, day in _header_dates(context.case) if words.search(text)]
    if dates and _AS_OF_WORDS.search(text):
        named.append(dates.shown)
    return merged([Facts(), *(_dated(day) for day in named if day)])


_AS_OF_WORDS = re.compile(r"\b(?:in force|edition|applies|effective|as of)\b", re.IGNORECASE)
_HEADER_WORDS = (
    (re.compile(r"\binjur\w+", re.IGNORECASE), "date_of_injury"),
    (re.compile(r"\b(?:utili[sz]ation review|UR|den(?:ied|ial)|non-?certified|modif\w+)\b", re.I), "ur_denial_date"),
    (re.compile(r"\b(?:request\w*|RFA)\b", re.IGNORECASE), "request_date"),
    (re.compile(r"\bapplication\b", re.IGNORECASE), "application_received"),
    (re.compile(r"\bassigned\b", re.IGNORECASE), "date_assigned"),
)


def _header_dates(case: Case) -> list[tuple[re.Pattern[str], date | None]]:
    return [(words, getattr(case.header, field)) for words, field in _HEADER_WORDS]


def _dated(day: date) -> Facts:
    return find_facts(day.isoformat())


def claiming_text(sentence: RationaleSentence, item: DraftItem, context: Context) -> str:
    """The sentence without what is no statement of fact: item numbers, citation strings, counts, page numbers."""
    text = sentence.text
    for card in cited_cards(sentence, item, context):
        for form in (context.library.citation(card), context.library.short_citation(card)):
            text = text.replace(form, " ")
    for chosen in item.guidelines:
        listed = context.library.cards.get(chosen.id)
        text = text.replace(listed.section, " ") if listed else text
    text = text.replace(context.case.header.case_number, " ")
    text = COUNTED.sub(_uncounted, _ITEM_NUMBER.sub(" ", text))
    pages = _pages(sentence, item, context)
    return _PAGE_NUMBER.sub(lambda match: " " if _page_range(match) <= pages else match.group(), text)


def _uncounted(match: re.Match[str]) -> str:
    return match.group()[len(match["count"]) :]


def _pages(sentence: RationaleSentence, item: DraftItem, context: Context) -> set[int]:
    pages = {span.page for span in cited_spans(sentence, item)}
    for card in cited_cards(sentence, item, context):
        for first, last in re.findall(r"(\d+)(?:\s*[-–]\s*(\d+))?", card.pages or ""):
            pages |= set(range(int(first), int(last or first) + 1))
    return pages


def _page_range(match: re.Match[str]) -> set[int]:
    return {int(number) for number in match.groups() if number}
