"""How a sentence means what it mentions: negated, planned, requested, conditional, historical or asserted.

Rules in the manner of NegEx (Chapman et al., J Biomed Inform 2001;34:301-310) and ConText (Harkema et al.,
J Biomed Inform 2009;42:839-851): a trigger reaches forward to the mention unless a terminator stands between, or
stands behind the mention in the same clause.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.lexicon import Modality

_SCOPE_WORDS = 9
"""How far a negation reaches forward. NegEx uses five words; clinical summaries chain longer lists."""

_NEGATION_BEFORE = re.compile(
    r"\b(?:no|not|never|without|den(?:y|ies|ied|ying)|negative for|absence of|absent|lack(?:s|ed|ing)?(?: of)?|neither|nor"
    r"|free of|unable to|failed to (?:show|reveal|demonstrate|document)|rather than|instead of|cannot|can't"
    r"|did ?n[o']t|does ?n[o']t|has ?n[o']t|was ?n[o']t|resolved|unremarkable for|fails to)\b",
    re.IGNORECASE,
)
_NEGATION_AFTER = re.compile(
    r"^\W*(?:\w+\W+){0,3}?(?:(?:was|were|is|are|has been|have been|had been) (?:not|never|negative|absent|denied by the "
    r"(?:patient|worker)|ruled out|lacking)|not (?:present|seen|noted|found|documented|demonstrated|tried|attempted|done)"
    r"|(?:test )?(?:was |is |were )?negative\b)",
    re.IGNORECASE,
)
_PSEUDO_NEGATION = re.compile(
    r"\b(?:not only|no (?:change|increase|new complaints)|not certain (?:if|whether)|no longer than|not necessarily"
    r"|without (?:difficulty|complication|contrast|dye)|w/o contrast|not to exceed|not limited to|no more than)\b",
    re.IGNORECASE,
)
_NEGATION_END = re.compile(
    r"[;:.]|\b(?:but|however|although|though|except|despite|yet|still|who|which|whereas|while|because|due to|reported|reports"
    r"|noted|notes|revealed|showed|positive|with (?:treatment )?plan|and (?:is|was|has|had|with|did|there|the patient|he|she))\b",
    re.IGNORECASE,
)

_CLAUSE_END = re.compile(r";|\.\s|\b(?:but|however|although|whereas|who|which)\b", re.IGNORECASE)

_BEFORE: tuple[tuple[Modality, re.Pattern[str]], ...] = (
    (
        "requested",
        re.compile(
            r"\b(?:request(?:s|ed|ing)?\b(?!\s+records)|requests? under consideration|authoriz(?:ation|e) (?:for|of|to)|RFA|"
            r"in dispute|appeal(?:s|ed|ing)?|seek(?:s|ing)? (?:approval|authorization))",
            re.IGNORECASE,
        ),
    ),
    (
        "conditional",
        re.compile(
            r"\b(?:if|in case of|should there be|rule[sd]? out|ruling out|r/o|possible|possibly|probable|suspect(?:ed|s)?"
            r"|may|might|could|would|potential(?:ly)?|evaluate for|assess for|concern for|versus|vs\.?|"
            r"(?:during|for|in|with) (?:an |the |any )?(?:acute )?(?=(?:flare|exacerbation)))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "planned",
        re.compile(
            r"\b(?:plan(?:s|ned|ning)?(?: of care)?|treatment plan|await(?:s|ing)?|schedul(?:e|ed|ing)|will|to be|pending"
            r"|recommend(?:s|ed|ing|ation|ations)?|order(?:s|ed)?|prescrib(?:e|ed|ing)|refer(?:red|ral)? (?:to|for)|advised?"
            r"|should|consider(?:s|ed|ing)?|candidate for|intend(?:s|ed)?|propos(?:es|ed)|suggest(?:s|ed)?|wishes|would like"
            r"|to start|to begin|to undergo|instructed|continue with)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "historical",
        re.compile(
            r"\b(?:history of|hx of|prior|previous(?:ly)?|past|formerly|has included|have included|had included"
            r"|treatments? (?:to date )?(?:has |have |had )?included?|conservative care (?:has )?included?|completed|underwent"
            r"|status post|s/p|had (?:been|undergone|received|tried|failed)|years? ago|in the past)\b",
            re.IGNORECASE,
        ),
    ),
)
_AFTER: tuple[tuple[Modality, re.Pattern[str]], ...] = (
    (
        "requested",
        re.compile(
            r"^\W*(?:\S+\s+){0,8}?(?:(?:was|were|is|are|has been|have been|had been) )?(?:requested|non-?certified|denied|"
            r"not (?:medically necessary|certified|authorized|approved)|modified|under review|in dispute)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "planned",
        re.compile(
            r"^\W*(?:\S+\s+){0,6}?(?:(?:was|were|is|are|has been|have been|had been|being|to be) )"
            r"(?:recommended|planned|ordered|prescribed|advised|scheduled|pending|considered|discussed|proposed)\b",
            re.IGNORECASE,
        ),
    ),
)


class Cue(NamedTuple):
    """What a sentence does with a mention."""

    negated: bool
    modality: Modality


def judge_sentence(text: str, start: int, end: int) -> Cue:
    """Judge the mention `text[start:end]` in its sentence."""
    return Cue(_negated(text, start, end), _modality(text, start, end))


def _negated(text: str, start: int, end: int) -> bool:
    masked = _PSEUDO_NEGATION.sub(lambda match: "_" * len(match.group()), text[:start])
    for match in _NEGATION_BEFORE.finditer(masked):
        between = masked[match.end() :]
        if len(between.split()) <= _SCOPE_WORDS and not _NEGATION_END.search(between):
            return True
    clause = _CLAUSE_END.split(text[end:], maxsplit=1)[0]
    return bool(_NEGATION_AFTER.search(clause))


def _modality(text: str, start: int, end: int) -> Modality:
    before = _last_clause(text[:start])
    after = _CLAUSE_END.split(text[end:], maxsplit=1)[0]
    mention = text[start:end]
    for modality, trigger in _AFTER:
        if trigger.search(after):
            return modality
    for modality, trigger in _BEFORE:
        if trigger.search(before + (mention if modality == "conditional" else "")):
            return modality
    return "asserted"


def _last_clause(before: str) -> str:
    return _CLAUSE_END.split(before)[-1]
