"""Verification of sentences that a model wrote, before they may enter a draft."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from drafter.draft import Citation, DraftItem, Finding, Outcome, RationaleSentence, SentenceRole
from drafter.engines.base import Matter
from drafter.engines.llm.wording import is_supported
from drafter.verification import build_context, item_flags

_SENTENCE = re.compile(r"\bsentence (\d+)\b")


class Written(NamedTuple):
    """One sentence of the model with what it rests on."""

    text: str
    role: SentenceRole
    criterion: str | None
    citations: tuple[Citation, ...]


def failures(
    written: Sequence[Written], matter: Matter, findings: tuple[Finding, ...], outcome: Outcome
) -> dict[int, str]:
    """Why sentences may not stand, by their place in `written`, counted from 0."""
    item = _as_item(written, matter, findings, outcome)
    failed: dict[int, str] = {}
    for flag in item_flags(item, build_context(matter.case, matter.library, (item,))):
        place = _SENTENCE.search(flag.where)
        if place and flag.severity != "info":
            failed.setdefault(int(place[1]) - 1, flag.message)
    by_id = {finding.id: finding for finding in findings}
    for number, sentence in enumerate(written):
        reason = _own_reason(sentence, by_id, matter)
        if reason:
            failed.setdefault(number, reason)
    return dict(sorted(failed.items()))


def _own_reason(sentence: Written, by_id: dict[str, Finding], matter: Matter) -> str | None:
    finding = by_id.get(sentence.criterion or "")
    if (sentence.role == "absence") != (finding is not None and finding.status == "not_documented"):
        return "its role is not that of the finding: only a finding that is not documented may be said to be absent"
    sources = [citation.quote for citation in sentence.citations]
    sources += [finding.text, finding.subject, finding.evidence_for or ""] if finding else []
    sources += _frames(matter)
    return None if is_supported(sentence.text, sources) else "it says more than what it cites"


def _frames(matter: Matter) -> tuple[str, ...]:
    """The names that any sentence may use: the request and the sections."""
    return (matter.item.request, *(chosen.citation for chosen in matter.guidelines[:1]))


def _as_item(written: Sequence[Written], matter: Matter, findings: tuple[Finding, ...], outcome: Outcome) -> DraftItem:
    names: dict[Citation, str] = {}
    for sentence in written:
        for citation in sentence.citations:
            names.setdefault(citation, f"c{len(names) + 1}")
    return DraftItem(
        number=matter.item.number,
        request=matter.item.request,
        lock=matter.item.lock,
        outcome=outcome,
        confidence=0.5,
        guidelines=matter.guidelines,
        criteria=findings,
        rationale=tuple(
            RationaleSentence(
                text=sentence.text,
                citations=tuple(names[citation] for citation in sentence.citations),
                role=sentence.role,
                criterion=sentence.criterion,
            )
            for sentence in written
        ),
        citations={name: citation for citation, name in names.items()},
    )
