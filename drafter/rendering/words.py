"""How a draft's values read to a physician."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

from drafter.case import BodySite, Lock
from drafter.draft import Draft, DraftItem, DraftRecord, Finding, Flag
from drafter.lexicon import body_parts, treatments

BLANK = "____________________"
LABEL = "Drafted with software; decided by a physician. Not a determination until signed."
NOT_STATED = "not stated"

_SEVERITY = {"block": "Blocking", "warn": "Check", "info": "Note"}
_STATUS = {"met": "met", "not_met": "not met", "not_documented": "not documented"}
_EXCLUSION_STATUS = {"met": "applies", "not_met": "does not apply", "not_documented": "none found"}
_IN_DOUBT = "in doubt: not found by the search, look at what is quoted"
_BOTH_WAYS = "contrary (evidence both ways)"
_ORDER = {"block": 0, "warn": 1, "info": 2}
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def plain(text: str) -> str:
    """Running text on one line, without the control characters that scanned records carry and XML forbids."""
    return " ".join(printable(text).split())


def printable(text: str) -> str:
    """Text with its lines, without the control characters."""
    return _UNPRINTABLE.sub("", text)


def day(value: dt.date | None) -> str:
    return value.strftime("%m/%d/%Y") if value else NOT_STATED


def in_dispute(item: DraftItem) -> str:
    """The request, or what a UR modification left of it: a heading that says what is decided."""
    remainder = item.lock.remainder
    return f"{plain(remainder.remaining)} (remainder)" if remainder else plain(item.request)


def outcome_line(item: DraftItem) -> str:
    """The outcome as a suggestion; a withheld one names none."""
    if item.outcome in ("undetermined", "withheld"):
        return f"Draft outcome: {item.outcome.capitalize()} - the reviewer decides"
    by = "chosen by the reviewer" if item.outcome_source == "reviewer" else "to be confirmed by the reviewer"
    return f"Draft outcome: {item.outcome.capitalize()} - {by}"


def outcome_meaning(item: DraftItem) -> str:
    """What the outcome word means for this request, so that nobody reads it the wrong way round."""
    modified = item.lock.ur_action == "modified"
    if item.outcome == "upheld":
        stands = "modification" if modified else "decision"
        return f"The utilization review {stands} stands: what is in dispute is not medically necessary."
    if item.outcome == "overturned":
        replaced = "modification" if modified else "decision"
        return f"The utilization review {replaced} does not stand: what is in dispute is medically necessary."
    if item.outcome == "undetermined":
        return "The record or the guideline supplied does not settle this request."
    return "This draft shows findings only."


def status_word(finding: Finding) -> str:
    if finding.status == "contrary":
        return _BOTH_WAYS
    if finding.in_doubt:
        return _IN_DOUBT
    return (_EXCLUSION_STATUS if finding.kind == "exclusion" else _STATUS)[finding.status]


def severity_word(flag: Flag) -> str:
    return _SEVERITY[flag.severity]


def by_severity(flags: tuple[Flag, ...]) -> list[Flag]:
    return sorted(flags, key=lambda flag: _ORDER[flag.severity])


def blocking(flags: tuple[Flag, ...]) -> list[Flag]:
    return [flag for flag in flags if flag.severity == "block"]


def missing(item: DraftItem) -> list[str]:
    """What the record would have to hold, or the reviewer to look at, before this item is settled."""
    absent = [
        f
        for f in item.criteria
        if f.status == "not_documented" and f.kind != "exclusion" and f.necessary and not f.in_doubt
    ]
    return [plain(reason) for reason in item.needs_reviewer] + [f"not documented: {plain(f.subject)}" for f in absent]


def record_labels(draft: Draft) -> dict[str, str]:
    """Title and date by record id; the id is added where two documents would read the same."""
    labels = {record.id: _title_and_date(record) for record in draft.records}
    uses = Counter(labels.values())
    return {name: f"{label} [{name}]" if uses[label] > 1 else label for name, label in labels.items()}


def _title_and_date(record: DraftRecord) -> str:
    title = plain(record.title)
    return title if record.date is None or day(record.date) in title else f"{title} of {day(record.date)}"


def lock_facts(lock: Lock) -> list[tuple[str, str]]:
    """The facts of the request that the rationale must not change, with a label each."""
    named = [name for name in (lock.treatment, *lock.also) if name]
    facts = [
        ("Treatment", ", ".join(_treatment(name) for name in named)),
        ("Drug", ", ".join(lock.drugs) or lock.drug or ""),
        ("Strength", lock.strength or ""),
        ("Quantity", _number(lock.quantity)),
        ("Refills", _number(lock.refills)),
        ("Visits", _number(lock.visits)),
        ("Schedule", _schedule(lock)),
        ("Body part", ", ".join(_site(site) for site in lock.sites)),
        ("Level", ", ".join(lock.levels)),
        ("Date of service", day(lock.service_date) if lock.service_date else ""),
        ("Phase", lock.phase or ""),
        ("Stage of care", lock.care or ""),
        ("Utilization review", lock.ur_action),
        ("In dispute", plain(lock.remainder.remaining) if lock.remainder else ""),
    ]
    return [(label, value) for label, value in facts if value]


def _treatment(name: str) -> str:
    known = treatments().get(name)
    return known.name if known else name


def _site(site: BodySite) -> str:
    known = body_parts().get(site.part)
    return " ".join(word for word in (site.side, known.name if known else site.part) if word)


def _schedule(lock: Lock) -> str:
    rate = f"{lock.per_week:g} a week" if lock.per_week is not None else ""
    weeks = f"{lock.weeks:g} weeks" if lock.weeks is not None else ""
    days = f"{lock.days:g} days" if lock.days is not None else ""
    return " for ".join(part for part in (rate, weeks or days) if part)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
