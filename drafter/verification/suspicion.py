"""Sentences that by their words look like no reason, though no pattern knows their wording."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from drafter.draft import DraftItem, Flag, Outcome, RationaleSentence
from drafter.lock import find_treatments
from drafter.verification.authorities import check_authorities
from drafter.verification.codes import Code
from drafter.verification.context import Context, cited_cards, cited_quotes, numbered
from drafter.verification.credentials import check_credentials
from drafter.verification.fields import kinds
from drafter.verification.grounds import check_grounds, tested, without_request
from drafter.verification.outcome import check_conclusion
from drafter.verification.precedents import check_precedents
from drafter.verification.prose import outside_quotes
from drafter.verification.scope import check_scope
from drafter.verification.verdicts import Verdict, leaning

_ARGUES = frozenset({"finding", "dependency", "limit"})
"""Roles whose sentences give the draft's own reasons; what is absent, contrary or a rule is checked as such."""
_NAMED_BY: tuple[Callable[[DraftItem, Context], Iterator[Flag]], ...] = (
    check_scope,
    check_grounds,
    check_precedents,
    check_authorities,
    check_credentials,
    check_conclusion,
)
_SAYS: dict[Outcome, Verdict] = {"upheld": "not necessary", "overturned": "necessary"}
_ADVISES = re.compile(
    r"\b(?:should|ought|could|would|may wish|might|better|prefer\w*|advis\w+|suggest\w*|recommend\w*|instead|rather"
    r"|in (?:its|their) place|available|switch\w*|taper\w*|wean\w*|suffic\w*|resum\w+|alternative\w*|options?"
    r"|before any)\b",
    re.IGNORECASE,
)
_OTHERS_ADVISE = re.compile(
    r"\b(?:guidelines?|MTUS|ACOEM|ODG|criteri\w+|section|provider|surgeon|doctor|therapist|QME|AME|reports?|notes?"
    r"|(?:treating|requesting|his|her) physician)\b",
    re.IGNORECASE,
)


def check_suspicion(item: DraftItem, context: Context) -> Iterator[Flag]:
    """Warn of such sentences, where no stricter check has named them at their place."""
    suspected = list(_suspected(item, context))
    if not suspected:
        return
    known = {(flag.code, flag.where) for check in _NAMED_BY for flag in check(item, context)}
    yield from (flag for flag in suspected if (flag.code, flag.where) not in known)


def _suspected(item: DraftItem, context: Context) -> Iterator[Flag]:
    for where, sentence in numbered(item):
        if sentence.role not in _ARGUES:
            continue
        text = without_request(outside_quotes(sentence.text), item)
        sources = _sources(sentence, item, context)
        for kind in kinds():
            words = kind.found(text)
            if words and not any(map(kind.told, sources)) and not _configured(kind.code, text, context):
                yield kind.code.flag(where, f"speaks of {' and '.join(map(repr, words))}", severity="warn")
        other = _other_treatment(text, sources)
        if other:
            yield Code.RECOMMENDS_ALTERNATIVE.flag(where, f"advises {other!r}", severity="warn")
        leans = leaning(text)
        if leans and leans != _SAYS.get(item.outcome) and not any(leaning(source) == leans for source in sources):
            yield Code.VERDICT_ELSEWHERE.flag(
                where, f"reads like {leans!r}, the outcome is {item.outcome}", severity="warn"
            )


def _configured(code: Code, text: str, context: Context) -> bool:
    """Whether a sentence about the reviewer says what is configured."""
    reviewer = context.case.reviewer
    said = (*reviewer.licensure, *((reviewer.specialty,) if reviewer.specialty else ()))
    return code == Code.CREDENTIAL_CLAIM and any(word.lower() in text.lower() for word in said)


def _other_treatment(text: str, sources: list[str]) -> str | None:
    """A treatment that a sentence advises and nothing that it cites names."""
    if not _ADVISES.search(text) or _OTHERS_ADVISE.search(text):
        return None
    known = {found.id for source in sources for found in find_treatments(source)}
    return next((text[found.start : found.end] for found in find_treatments(text) if found.id not in known), None)


def _sources(sentence: RationaleSentence, item: DraftItem, context: Context) -> list[str]:
    """What the sentence may be telling, each for itself."""
    cards = cited_cards(sentence, item, context)
    citations = [context.library.citation(card) for card in cards]
    return [item.request, *cited_quotes(sentence, item, context), *citations, *tested(item)]
