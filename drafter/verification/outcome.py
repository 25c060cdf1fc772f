"""The conclusion says what the outcome says, and findings that speak against it are named (promise 9)."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.draft import DraftItem, Finding, Flag, Outcome
from drafter.verification.codes import Code
from drafter.verification.context import Context, follows_refused_surgery, numbered, place_of, shortened
from drafter.verification.prose import outside_quotes
from drafter.verification.verdicts import Verdict, verdict

_SAYS: dict[Outcome, Verdict] = {"upheld": "not necessary", "overturned": "necessary"}
_OTHERS_WORDS = frozenset({"guideline", "request", "dependency"})
"""Roles in which "medically necessary" is the guideline's, the request's or another item's word."""


def check_conclusion(item: DraftItem, context: Context) -> Iterator[Flag]:
    """The conclusion states the outcome; no other sentence states the opposite; without an outcome none decides."""
    expected = _SAYS.get(item.outcome)
    stated = False
    for where, sentence in numbered(item):
        said = verdict(sentence.text)
        if said is None or sentence.role in _OTHERS_WORDS or _reports_ur(sentence.text):
            continue
        stated = stated or (sentence.role == "conclusion" and said == expected)
        if said != expected:
            code = Code.CONCLUSION_INVERTED if sentence.role == "conclusion" else Code.VERDICT_ELSEWHERE
            yield code.flag(where, f"says {said!r}, the outcome is {item.outcome}: {shortened(sentence.text)!r}")
    if expected and not stated:
        yield Code.CONCLUSION_MISSING.flag(place_of(item), f"no conclusion says {expected!r}")


def check_against_findings(item: DraftItem, context: Context) -> Iterator[Flag]:
    """Findings that contradict the outcome are named, whoever chose the outcome."""
    against = [finding for finding in item.criteria if refuses(finding)]
    if item.outcome == "overturned":
        for finding in against:
            yield Code.FINDING_AGAINST_OUTCOME.flag(
                f"{place_of(item)} criterion {finding.id}", f"overturned, but {_status(finding)}: {finding.text}"
            )
    elif item.outcome == "upheld" and item.criteria and not against and not follows_refused_surgery(item, context):
        for finding in (entry for entry in item.criteria if entry.necessary):
            yield Code.FINDING_AGAINST_OUTCOME.flag(
                f"{place_of(item)} criterion {finding.id}", f"upheld, but {_status(finding)}: {finding.text}"
            )


def check_undetermined(item: DraftItem, context: Context) -> Iterator[Flag]:
    """An undetermined item says what is missing."""
    if item.outcome == "undetermined" and not any(reason.strip() for reason in item.needs_reviewer):
        yield Code.MISSING_NOT_SAID.flag(place_of(item), "is undetermined and does not say what is missing")


def check_ancillary(item: DraftItem, context: Context) -> Iterator[Flag]:
    """A service that only accompanies a surgery is not granted without it."""
    case_item = context.case_item(item.number)
    surgery = context.draft_item(case_item.depends_on) if case_item and case_item.depends_on else None
    if surgery and item.outcome == "overturned" and surgery.outcome != "overturned":
        yield Code.ANCILLARY_WITHOUT_SURGERY.flag(
            place_of(item),
            f"is overturned, but item {surgery.number}, which it accompanies, is {surgery.outcome}",
            severity=None if surgery.outcome == "upheld" else "warn",
        )


def refuses(finding: Finding) -> bool:
    """Whether a necessary criterion is unmet, or an exclusion met; a divided record settles nothing."""
    if finding.kind == "exclusion":
        return finding.status == "met"
    if finding.kind == "limit":
        return finding.necessary and finding.status == "not_met"
    return finding.necessary and finding.status in ("not_met", "not_documented")


def _status(finding: Finding) -> str:
    return finding.status.replace("_", " ")


def _reports_ur(text: str) -> bool:
    """A sentence that tells what utilization review decided is no verdict of this review."""
    words = outside_quotes(text).lower()
    return any(name in words for name in ("utilization review", "claims administrator", "ur found", "ur denied"))
