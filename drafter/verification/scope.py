"""The review answers whether the request is necessary: no causation, no other treatment, no base rates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.draft import DraftItem, Flag
from drafter.verification.codes import Code
from drafter.verification.context import Context, cited_quotes, numbered
from drafter.verification.prose import outside_quotes, squeezed

_PATTERNS: tuple[tuple[Code, re.Pattern[str]], ...] = (
    (
        Code.DECIDES_CAUSATION,
        re.compile(
            r"\b(?:(?:is|are|was|were|not|be|being|as)\s+(?:\w+ly\s+)?(?:(?:causally|industrially"
            r"|work)[\s-]*related|non-?industrial"
            r"|industrial in (?:nature|origin|causation))"
            r"|(?:not\s+)?(?:caused|aggravated|precipitated|accelerated)\s+by\s+(?:the\s+|his\s+"
            r"|her\s+)?(?:industrial|work|job|employment)"
            r"|(?:due|attributable|attributed|unrelated)\s+to\s+(?:the\s+|a\s+)?(?:non-?industrial"
            r"|pre-?existing|prior injury|industrial)"
            r"|apportion(?:ed|ment|able|s)?|compensab(?:le|ility)|AOE/COE|medical(?:ly)? probable"
            r"|causation)\b"
            r"|\b(?:related|unrelated|attribut(?:able|ed)|due|linked|traceable)\s+to\s+(?:\w+\s+){0,4}?"
            r"(?:injury|accident|employment|occupation|industrial|pre-?existing|degenerat\w+|aging|age"
            r"|non-?industrial)\b"
            r"|\b(?:ar(?:ise|ises|ose|ising)|result(?:s|ed|ing)?|stem(?:s|med)?|originat\w+)\s+(?:out of"
            r"|from)\s+(?:\w+\s+){0,4}?"
            r"(?:injury|accident|employment|work|fall|disease|condition)\b"
            r"|\b(?:caused|produced|brought about|contributed to)\s+(?:\w+\s+){0,3}?(?:condition|complaints?|symptoms?"
            r"|injury|disability|need)\b"
            r"|\b(?:accepted|admitted|covered|denied|compensable)\s+(?:as\s+)?(?:\w+\s+){0,2}?(?:part|condition)\b"
            r"(?=[^.]*\b(?:claim|injury|employer|carrier)\b)"
            r"|\bnatural\s+(?:progression|course|history|process|aging)\b"
            r"|\bmechanism of (?:the )?injury\s+(?:\w+\s+){0,3}?(?:explain|account|caus|produc|consistent)\w*",
            re.IGNORECASE,
        ),
    ),
    (
        Code.RECOMMENDS_ALTERNATIVE,
        re.compile(
            r"\b(?:(?:I|we|this reviewer|the reviewer|reviewer)\s+(?:would\s+)?(?:instead\s+)?(?:recommends?"
            r"|suggests?|advises?|proposes?)"
            r"|would\s+(?:instead\s+)?(?:recommend|suggest|advise)"
            r"|would\s+be\s+(?:a\s+)?(?:\w+\s+)?(?:more|better|preferable|sufficient)\b|(?:better"
            r"|more appropriate)\s+(?:alternative|option|choice)"
            r"|(?:should|could)\s+(?:instead|rather)\s+(?:be\s+)?(?:try|receive|undergo|use|consider|given"
            r"|offered|prescribed|treated)"
            r"|(?:a|an)\s+(?:trial|course)\s+of\s+[^.;]{3,60}\s+(?:is|would be|should be)\s+(?:recommended"
            r"|preferable|offered|tried|appropriate)\s*(?:instead|first)"
            r"|(?:recommended|preferable|offered|advised|reasonable|appropriate)\s+instead"
            r"|alternatively,\s+[^.;]{0,80}\b(?:should|could|would|is recommended)\b"
            r"|(?:only|modified to|reduced to|approv\w+ (?:for )?)\s*\w+\s+(?:sessions?|visits?"
            r"|tablets?)\s+(?:are|is|would be)\s+medically necessary)\b"
            r"|\b(?:is|are)\s+(?:\w+ly\s+)?(?<!not )(?:recommended|advised|suggested|advisable|preferable|preferred)\b"
            r"(?!\s+(?:by|as|for|only|when|if|in)\b)"
            r"|\b(?:consideration|thought)\s+(?:should|could|may|might)\s+be\s+given\b"
            r"|\b(?:patient|claimant|applicant|worker|provider|physician|he|she)\s+(?:should|could|might"
            r"|would do better to)\s+"
            r"(?:instead\s+|first\s+|rather\s+|now\s+)?(?:be\s+)?(?:consider\w*|given|offered|tried?|start\w*|begin"
            r"|refer\w*|wean\w*|taper\w*|switch\w*|chang\w*|prescribe\w*|undergo|receive|use|continue|attend|see|do)\b"
            r"|\b(?:alternatives?|substitute|shorter|smaller|lower|less\s+\w+|different|another|generic|non-\w+)\s+"
            r"(?:[\w-]+\s+){0,5}?(?:should|could|would|may|might)\s+(?:\w+\s+)?(?:be|suffice|serve|do)\b"
            r"|\bwould\s+(?:be\s+(?:an?\s+)?(?:\w+\s+){0,2}?(?:reasonable|appropriate|adequate|enough|suitable"
            r"|worthwhile)|suffice)\b"
            r"|\b(?:approval|authori[sz]ation|certification)\s+(?:of|for)\s+(?:\w+\s+){0,5}?(?:is|are|would be)\s+"
            r"(?:\w+ly\s+)?(?:recommended|appropriate|reasonable|warranted)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Code.CITES_BASE_RATE,
        re.compile(
            r"\b(?:\d+(?:\.\d+)?\s?(?:%|percent)|most|the majority|nearly all|almost all|(?:nine|eight"
            r"|seven) (?:of|in|out of) (?:ten|10))"
            r"\s+(?:of\s+)?(?:all\s+|the\s+|these\s+|such\s+|similar\s+|comparable\s+|prior\s+|like\s+"
            r"|previous\s+){1,3}?"
            r"(?:requests?|cases?|determinations?|decisions?|denials?|reviews?|IMRs?|appeals?)\b"
            r"|\b(?:such|similar|comparable|these|like)\s+(?:requests?|cases?|denials?)\s+(?:are|were"
            r"|have been)\s+(?:\w+ly|often|most\w*)\s+"
            r"(?:been\s+)?(?:upheld|overturned|denied|approved|granted)\b"
            r"|\b(?:requests?|cases?|denials?|appeals?|reviews?|IMRs?)\b[^.,;]{0,40}?\b(?:are|is|were"
            r"|have(?: been)?|get|tend to be)\s+"
            r"(?:almost\s+|nearly\s+|very\s+)?(?:usually|often|rarely|seldom|generally|typically|routinely|consistently"
            r"|commonly|mostly|always|never|frequently|regularly|in most cases)\s+(?:been\s+)?(?:\w+\s+)?"
            r"(?:upheld|overturned|denied|approved|granted|rejected|refused|decided|allowed)\b"
            r"|\b(?:most|the majority|(?:nine|eight|seven|\d+)\s+(?:in|of|out of)\s+(?:ten|\d+))\s+(?:\w+\s+){0,3}?"
            r"(?:requests?|cases?|denials?|appeals?|determinations?|reviews?|IMRs?)\b"
            r"|\b(?:overturn|uphold|denial|approval"
            r"|base)\s+rates?\b",
            re.IGNORECASE,
        ),
    ),
)


def check_scope(item: DraftItem, context: Context) -> Iterator[Flag]:
    """Sentences that decide or propose what the review may not; reporting a cited record's words is no decision."""
    for where, sentence in numbered(item):
        text = outside_quotes(sentence.text)
        for code, pattern in _PATTERNS:
            found = pattern.search(text)
            if found and not _reported(found.group(), [item.request, *cited_quotes(sentence, item, context)]):
                yield code.flag(where, f"says {found.group()!r}")


def _reported(words: str, sources: list[str]) -> bool:
    return any(squeezed(words) in squeezed(source) for source in sources)
