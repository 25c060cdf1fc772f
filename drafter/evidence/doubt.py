"""Words by which a sentence thinks something possible and does not state it."""

from __future__ import annotations

import re

_TASK = r"(?:work|lift|carry|push|pull|bend|stoop|climb|kneel|squat|reach|use|drive|stand|sit|walk)\b"
_PERMITTED = re.compile(rf"\bmay(?= (?:not )?{_TASK})")
"""What somebody may do at work is what a physician allows, not what is possible."""
_ASKED_FOR = re.compile(
    r"\bask(?:s|ed|ing)? (?:(?:you|the carrier|the adjuster|again|only|now) )?(?:for|to approve)\b", re.IGNORECASE
)
"""Who asks for an operation requests it."""
_RELEASED = re.compile(rf"\bmay(?= (?:not )?(?:{_TASK}|return|resume))")
_SUPPOSED = re.compile(
    r"\b(?:if|unless|should|in case|could(?! not)|might|(?-i:may)"
    r"|(?:risks?|chances?|possibility|likelihood) (?:that|of))\b[^.;,]*$",
    re.IGNORECASE,
)
"""What is to be done if there is no improvement is no statement that there was none; neither is a risk."""
_LEFT_OPEN = re.compile(
    r"^\W*(?:\w+\W+){0,4}?(?:"
    r"(?:is|are|was|were|remains?|seems?|(?:has|have|had|would|may|might) be(?:en)?) (?:\w+ )?(?:suspected|possible"
    r"|questionable|unlikely|doubtful|doubted|uncertain|unclear|equivocal|in (?:question|doubt)"
    r"|(?:in|on) the differential|not (?:yet )?(?:established|confirmed|excluded|certain|clear|known)"
    r"|an? (?:possibility|option|consideration))\b"
    r"|(?:cannot|could not|can not|can['’]t) be (?:\w+ )?(?:excluded|ruled out|determined|established|confirmed)\b"
    r"|(?:may|might|could|would) be (?:\w+ )?(?:obtained|done|signed|tried|given|considered|needed|required|performed"
    r"|repeated|started|added|prescribed|indicated|helpful|beneficial|of (?:benefit|help|use)|useful|offered)\b)"
    r"|^\s*(?:versus|vs\.?)\s(?!\d|(?:the )?(?:[LR]|left|right|other|opposite|contralateral|uninvolved|sound|good)\b)"
    r"|^\W*(?:contingent|subject to|pending (?:authorization|approval))\b"
    r"|^\W*(?:if|once|provided) (?:\w+ ){1,3}(?:is|are|gets) (?:authorized|approved|certified|granted|available)\b",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(?:perhaps|maybe|screen(?:ed|ing)? for|watch(?:ed|ing)? for|questionable|presum(?:ed|ptive)"
    r"|(?<!no )(?<!without )(?<!beyond )doubt(?:s|ed|ful)?)\b",
    re.IGNORECASE,
)
_SHOULD_IT = re.compile(r"\W*(?:should|unless)\b", re.IGNORECASE)
"""A clause that begins so supposes."""


_TOLD_OTHERWISE = re.compile(r"\bmay\b|\bask", re.IGNORECASE)
"""What leave and asking are told with: without it nothing is put in other words."""


def told_before(text: str, start: int) -> str:
    """What stands before a place, with leave to do something told as what is to be done."""
    if not _TOLD_OTHERWISE.search(text):
        return text[:start]
    tail = len(text) - start
    told = _PERMITTED.sub(lambda match: "is to" if match.start() < start else match.group(), text)
    told = _ASKED_FOR.sub(lambda match: "request" if match.end() <= len(told) - tail else match.group(), told)
    return told[: len(told) - tail]


def is_supposed(text: str, start: int) -> bool:
    """Whether what stands before a statement makes it a case that may come."""
    return bool(_SUPPOSED.search((_RELEASED.sub("can", text) if "may" in text else text)[:start]))


def is_doubted(before: str) -> bool:
    """Whether what stands before a mention, in its clause, looks for it or is not sure of it."""
    return bool(_SHOULD_IT.match(before) or _DOUBT.search(before))


def leaves_open(after: str) -> bool:
    """Whether the rest of a mention's clause says that it is not settled, or only could be done."""
    return bool(_LEFT_OPEN.search(after))
