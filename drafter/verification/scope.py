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
            r"|apportion(?:ed|ment|able|s)?|compensab(?:le|ility)|AOE/COE|medical(?:ly)? probable caus\w+"
            r"|causation)\b",
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
            r"|tablets?)\s+(?:are|is|would be)\s+medically necessary)\b",
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
            r"(?:been\s+)?(?:upheld|overturned|denied|approved|granted)\b|\b(?:overturn|uphold|denial|approval"
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
