"""Writing the rationale from templates: request, criterion, facts, conclusion.

Every clinical word of a sentence is the guideline's subject phrase or a verbatim quote, so that nothing can be
said that the record or the card does not say.
"""

from __future__ import annotations

from drafter.case import DisputedItem, Span
from drafter.criteria.card import Card
from drafter.decide import counts_against
from drafter.draft import Finding, Outcome
from drafter.engines.base import Matter, Rationale
from drafter.engines.offline.assess import deciding_card
from drafter.engines.offline.citing import Composer, fact_for
from drafter.engines.offline.limits import request_span
from drafter.engines.offline.statements import dated_quote, state_finding, state_other_side, weigh_number
from drafter.lock import find_drugs
from drafter.text import lower_first

_REASONS = 4
"""Findings argued in prose; the worksheet shows all of them."""
_OTHER_SIDE = 3
"""Findings named against the outcome, so that what cuts the other way is weighed and not hidden."""


def write_rationale(matter: Matter, findings: tuple[Finding, ...], outcome: Outcome) -> Rationale:
    """The rationale of `outcome`; empty for a withheld one, which shows findings only."""
    if outcome == "withheld":
        return Rationale((), {})
    text = Composer(matter)
    _state_request(text, matter)
    if matter.surgery is not None and matter.surgery.outcome == "upheld":
        _follow_surgery(text, matter)
    elif outcome == "undetermined":
        _say_undetermined(text, matter, findings)
    else:
        _argue(text, matter, findings, outcome)
    return text.rationale()


def short_request(item: DisputedItem) -> str:
    """What is in dispute, in the letter's words, to stand inside a sentence: the remainder when UR modified it."""
    wording = (item.lock.remainder.remaining if item.lock.remainder else item.request).strip().rstrip(".")
    named = find_drugs(wording)
    return wording if named and named[0].start == 0 else lower_first(wording)


def _state_request(text: Composer, matter: Matter) -> None:
    item = matter.item
    span = request_span(matter.case, item)
    if item.lock.remainder:
        sentence = f"After the utilization review modification, what remains in dispute is {short_request(item)}."
    else:
        sentence = f"The request is for {short_request(item)}."
    text.add(sentence, [span], "request")


def _follow_surgery(text: Composer, matter: Matter) -> None:
    assert matter.surgery is not None
    own, surgery = request_span(matter.case, matter.item), _surgery_span(matter)
    text.add(
        f"This service was requested to accompany item {matter.surgery.number}, {matter.surgery.request.rstrip('.')}, "
        "which this draft does not find medically necessary.",
        [surgery],
        "dependency",
    )
    text.add(
        f"Without that procedure it has no purpose, and {short_request(matter.item)} is not medically necessary.",
        [own, surgery],
        "conclusion",
    )


def _surgery_span(matter: Matter) -> Span:
    assert matter.surgery is not None
    number = matter.surgery.number
    return request_span(matter.case, next(item for item in matter.case.items if item.number == number))


def _say_undetermined(text: Composer, matter: Matter, findings: tuple[Finding, ...]) -> None:
    card = deciding_card(matter)
    own = request_span(matter.case, matter.item)
    if card is None:
        sentence = "No guideline section in force for this request states criteria that decide it."
    elif any(finding.in_doubt and finding.necessary for finding in findings):
        _leave_to_reviewer(text, matter, findings)
        sentence = f"{card.section} decides this request, and the record has to be judged by the reviewer first."
    elif findings:
        sentence = f"The record supplied is too thin to apply {card.section}."
    else:
        sentence = f"{card.section} states no criterion that decides this request."
    text.add(sentence, [own], "conclusion")


def _leave_to_reviewer(text: Composer, matter: Matter, findings: tuple[Finding, ...]) -> None:
    """What may be documented in words that settle nothing, each with its quote."""
    for finding in [finding for finding in findings if finding.in_doubt and finding.necessary][:_REASONS]:
        place = dated_quote(finding.to_judge[0], matter)
        sentence = f"The reviewer has to judge whether this documents {finding.subject}: {place}."
        text.add(sentence, finding.to_judge[:1], "finding", finding.id)


def _argue(text: Composer, matter: Matter, findings: tuple[Finding, ...], outcome: Outcome) -> None:
    card = deciding_card(matter)
    assert card is not None
    reasons = _reasons(findings, outcome)
    others = [f for f in findings if f.kind != "limit" and f not in reasons and (f.evidence or f.contrary)]
    _state_guideline(text, card, matter, reasons)
    for finding in findings:
        if finding.kind == "limit" and finding not in reasons:
            weigh_number(text, card, matter, finding)
    for finding in reasons[:_REASONS]:
        state_finding(text, card, matter, finding)
    for finding in others[:_OTHER_SIDE]:
        state_other_side(text, matter, finding, outcome)
    _conclude(text, card, matter, reasons[:_REASONS], outcome)


def _reasons(findings: tuple[Finding, ...], outcome: Outcome) -> list[Finding]:
    """What argues for the outcome, strongest first; what is in doubt only where nothing else does."""
    reasons = sorted((f for f in findings if _is_reason(f, outcome)), key=_weight)
    return [finding for finding in reasons if not finding.in_doubt] or reasons


def _is_reason(finding: Finding, outcome: Outcome) -> bool:
    """Whether a finding argues for the outcome.

    A criterion that is not necessary is argued only where the record speaks of it: that nothing was said about
    something optional is no reason. Neither is a limit, where the request states no number.
    """
    if finding.kind == "limit" and finding.status == "not_documented":
        return False
    spoken_of = bool(finding.evidence or finding.contrary or finding.note)
    if not finding.necessary and (finding.kind == "limit" or not spoken_of):
        return False
    return counts_against(finding) == (outcome == "upheld") and finding.status != "contrary"


def _weight(finding: Finding) -> tuple[bool, bool]:
    """Necessary criteria first; among them those that rest on a quote before those that rest on a search."""
    return (not finding.necessary, finding.status == "not_documented")


def _state_guideline(text: Composer, card: Card, matter: Matter, reasons: list[Finding]) -> None:
    wanted = reasons[0].text if reasons else card.section
    fact = fact_for(card, wanted)
    text.add(f"{matter.library.short_citation(card)}: {fact.quote}", [fact], "guideline")


def _conclude(text: Composer, card: Card, matter: Matter, reasons: list[Finding], outcome: Outcome) -> None:
    fact = fact_for(card, reasons[0].text if reasons else card.section)
    verdict = "is not medically necessary" if outcome == "upheld" else "is medically necessary"
    text.add(
        f"For these reasons, the request for {short_request(matter.item)} {verdict}.",
        [fact, request_span(matter.case, matter.item)],
        "conclusion",
    )
