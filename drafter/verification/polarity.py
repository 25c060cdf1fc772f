"""Whether a record sentence affirms, denies or only plans what it mentions.

Verification has its own reading of negation and modality on purpose: the engine's (`drafter/evidence/cues.py`) would
pass its own mistakes. This one works clause by clause and looks for a governing word on either side.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from drafter.evidence.answers import answer_to
from drafter.evidence.doubt import leaves_open
from drafter.lexicon import Modality

_REACH = 8
"""Words over which a word before the mention still governs it, lists with commas included."""

_BOUNDARY = re.compile(
    r";|(?<!plan)(?<!plans):|\.(?=\s|$)|\b(?:but|however|although|though|except|despite|yet|whereas|while|which"
    r"|who|because|since"
    r"|until)\b"
    r"|,\s+(?=(?:and |then )?(?:the (?:patient|claimant|applicant|injured worker)|he|she|there|it)\b)"
    r"|\band (?=(?:is|was|has|had|did|does|the patient|he|she|there|reports|reported|remains|continues)\b)",
    re.IGNORECASE,
)
"""A colon ends a clause, but not behind "Plan", which says what follows is only planned."""
_INNOCENT = re.compile(
    r"\b(?:no (?:significant |real )?(?:change|longer|increase)s?|not only|without (?:contrast|dye|difficulty"
    r"|complications?)"
    r"|not (?:necessarily|limited to|certain|to exceed)|no more than)\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:no|not|never|none|nor|neither|without|den(?:y|ies|ied|ying)|negative(?: for)?|absence|absent"
    r"|lack(?:s|ed|ing)?|cannot"
    r"|unable|declin(?:es?|ed)|refus(?:es?|ed)|yet to|fail(?:s|ed|ure)? to|free of|rather than|instead of"
    r"|unremarkable"
    r"|(?:has|have|had|was|were|is|are|did|does|do)n[’']?t)\b",
    re.IGNORECASE,
)
_AFFIRMS_AGAIN = re.compile(
    r"\b(?:report(?:s|ed)|not(?:es|ed) (?=to|that|with)|reveal(?:s|ed)|show(?:s|ed)|demonstrat(?:es|ed)|positive|with"
    r"|status post|secondary to|due to|despite|complain(?:s|ed|ts)?)\b",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(
    r"^\W*(?:[\w/-]+\W+){0,4}?(?:(?:is|are|was|were|has been|have been|had been|has|have|had) (?:\w+ly )?"
    r"(?:not|never)(?: been)?(?: \w+ly)? (?:\w+ed|found|seen|shown|done|given|present|evident|apparent"
    r"|available|begun)"
    r"|(?:is|are|was|were|has been|have been) (?:absent|denied|lacking|missing|negative|ruled out|refused|declined)"
    r"|(?:test(?:s|ing)? )?(?:is |was |were )?negative)\b",
    re.IGNORECASE,
)

_CUES: dict[Modality, tuple[re.Pattern[str], re.Pattern[str] | None]] = {
    "requested": (
        re.compile(
            r"\b(?:request(?:s|ed|ing)?|RFA|authori[sz]\w+|appeal\w*|in dispute|non-?certified|seek(?:s|ing)?)\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"^\W*(?:[\w()/.#-]+\W+){0,10}?(?:(?:is|are|was|were|has been|have been|had been) )?"
            r"(?:requested|denied|non-?\s?certified|modified|under review|in dispute|not medically)\b",
            re.IGNORECASE,
        ),
    ),
    "planned": (
        re.compile(
            r"\b(?:plan(?:s|ned|ning)?|await(?:s|ing)?|schedul\w+|will|to be|pending|recommend\w*|order(?:s|ed"
            r"|ing)?|prescrib\w+"
            r"|refer(?:red|ral|s)?|advis\w+|should|consider\w*|candidate|intend\w*|propos\w+|suggest\w*|wish(?:es)?"
            r"|would like|interested in|to (?:start|begin|undergo|obtain|pursue|initiate|continue|try)"
            r"|instruct\w*|encouraged"
            r"|continue|pursuit of|intent on|goals?|in order to|need(?:s|ed)? (?:for|to)|education on)\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"^\W*(?:[\w()/-]+\W+){0,6}?(?:is|are|was|were|has been|have been|had been|being|to be) (?:also |again )?"
            r"(?:recommended|planned|ordered|prescribed|advised|scheduled|pending|considered|discussed|proposed"
            r"|suggested)\b",
            re.IGNORECASE,
        ),
    ),
    "conditional": (
        re.compile(
            r"\b(?:if|unless|should there|ruled? out|ruling out|r/o|possibl[ey]|probable|suspect\w*|suspicious"
            r"|may|might|could"
            r"|would|potential\w*|evaluate for|assess for|concern for|concerned (?:about|for)|versus|vs"
            r"|in case of|questionable"
            r"|during (?:an? )?(?:acute )?flare\W?ups?|likely|risk of)\b",
            re.IGNORECASE,
        ),
        None,
    ),
}


class Clause(NamedTuple):
    """The part of a sentence around a mention: what precedes and what follows it."""

    before: str
    after: str


@lru_cache(maxsize=8192)
def clause_around(text: str, start: int, end: int) -> Clause:
    """The clause of `text[start:end]`, the mention itself left out."""
    begin, stop = 0, len(text)
    for boundary in _BOUNDARY.finditer(text):
        if boundary.end() <= start:
            begin = boundary.end()
        elif boundary.start() >= end:
            stop = boundary.start()
            break
    return Clause(text[begin:start], text[end:stop])


def is_negated(text: str, start: int, end: int) -> bool:
    """Whether the sentence denies what `text[start:end]` names."""
    clause = clause_around(text, start, end)
    before = _INNOCENT.sub(lambda match: "_" * len(match.group()), clause.before)
    for denial in _DENIAL.finditer(before):
        between = before[denial.end() :]
        if len(between.split()) <= _REACH and not _AFFIRMS_AGAIN.search(between):
            return True
    return bool(_DENIED_AFTER.search(clause.after)) or answer_to(text, start, end) == "no"


def is_unreal(text: str, start: int, end: int, accepts: tuple[Modality, ...] = ()) -> bool:
    """Whether the sentence only requests, plans or supposes the mention, in a way that `accepts` does not name."""
    clause = clause_around(text, start, end)
    for modality, (ahead, behind) in _CUES.items():
        if modality in accepts:
            continue
        if ahead.search(clause.before) or (behind and behind.search(clause.after)):
            return True
    return "conditional" not in accepts and (leaves_open(clause.after) or answer_to(text, start, end) == "open")


def affirms(text: str, start: int, end: int, accepts: tuple[Modality, ...] = ()) -> bool:
    """Whether the sentence states `text[start:end]` as a fact."""
    return not is_negated(text, start, end) and not is_unreal(text, start, end, accepts)
