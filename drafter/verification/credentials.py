"""Promise 10: nothing about the reviewer that the configuration does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.draft import DraftItem, Flag
from drafter.verification.codes import Code
from drafter.verification.context import Context, cited_quotes, numbered, place_of
from drafter.verification.prose import squeezed

_TITLE = r"(?:M\.?D\.?|D\.?O\.?|D\.?C\.?|D\.?P\.?M\.?|Ph\.?D\.?|Psy\.?D\.?|L\.?Ac\.?|FAAOS|FACS|MPH)"
_CLAIMS = re.compile(
    r"(?:\b(?i:board)[\s-](?:certified|eligible|certification)\b(?:\s+(?:in|by)\s+[A-Z][\w&,/ ]+)?"
    r"|\b(?i:licensed|licensure|license)\s+(?:to practice\s+)?(?:in|by)\s+[A-Z][\w, ]+|\b(?:unrestricted"
    r"|active)\s+licen[sc]e\b"
    r"|\b(?:over\s+)?(?:\d+|[a-z]+(?:-[a-z]+)?)\+?\s+years?(?:’"
    r"|')?\s+(?:of\s+)?(?:in\s+)?(?:active\s+)?(?:clinical\s+)?"
    r"(?:experience|(?:clinical\s+|active\s+)practice)\b"
    r"|\b(?i:in|my)\s+(?:active\s+)?(?:clinical\s+)?practice\s+(?:for|as)\b|\b(?i:in my) (?:experience|practice"
    r"|specialty|expert)\b"
    r"|\b(?:as|I am) an? (?:[\w-]+\s+){0,3}(?:physician|surgeon|specialist|reviewer|chiropractor|psychologist)\b"
    r"|\bfellowship[\s-]trained\b|\bdiplomate\b|\bNPI\b"
    r"|\b(?i:reviewed|signed|prepared|authored|attested) by:?\s+(?:Dr\.?\s+)?[A-Z][\w.-]+"
    r"|\breviewer(?:'s name)?(?:\s+is|,|:)\s+(?:Dr\.?\s+)?[A-Z][\w.-]+\s+[A-Z][\w.-]+"
    rf"|\b[A-Z][a-z]+\s+(?:[A-Z]\.?\s+)?[A-Z][a-z]+,\s*{_TITLE}(?!\w)|\bDr\.?\s+[A-Z][a-z]+|\bI,?\s+{_TITLE}(?!\w))"
)


def check_credentials(item: DraftItem, context: Context) -> Iterator[Flag]:
    """No credential, licence, experience or name that is neither configured nor quoted from a cited record."""
    configured = [squeezed(word) for word in _configured(context)]
    for where, sentence in numbered(item):
        quotes = [squeezed(quote) for quote in (item.request, *cited_quotes(sentence, item, context))]
        for claim in _CLAIMS.finditer(sentence.text):
            written = squeezed(claim.group())
            if not any(written in quote for quote in quotes) and not _is_configured(written, configured):
                yield Code.CREDENTIAL_CLAIM.flag(
                    where, f"claims {claim.group()!r}, which no configuration or record says"
                )
    for reason in item.needs_reviewer:
        for claim in _CLAIMS.finditer(reason):
            yield Code.CREDENTIAL_CLAIM.flag(
                place_of(item), f"claims {claim.group()!r} in what the reviewer must look at"
            )


def _configured(context: Context) -> tuple[str, ...]:
    reviewer = context.case.reviewer
    return (*reviewer.licensure, *((reviewer.specialty,) if reviewer.specialty else ()))


def _is_configured(claim: str, configured: list[str]) -> bool:
    """Whether a board or licence claim names exactly what is configured."""
    return claim.startswith(("board", "licens")) and any(word in claim for word in configured)
