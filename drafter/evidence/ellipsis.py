"""Facts told in two sentences: "He did twelve visits of hand therapy. It made no difference."

The second sentence leaves out what it speaks of, or calls it "it", and takes it over from the sentence before, or from
the part of its own before a semicolon. Both are read as one clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.case import Record, Sentence
from drafter.lock import find_drugs, find_treatments

_STOP = re.compile(r"; ?")
_LONGEST = 45
"""Words of a sentence whose treatment the next one takes over."""
_SHORT = 16
"""Words of a sentence that goes on without naming anew what it speaks of."""
_ANOTHER = re.compile(r"\b(?:with|from|on|after|by|taking|to|of|for|despite) (?:\w+ ){0,2}$", re.IGNORECASE)
"""Before what a sentence names as the cause: "no relief with gabapentin" is not of the injection before it."""
_DAY = r"(?:[-–•]\s*)?(?:(?:on )?\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?[:,]?\s+)?"
_GOES_ON = re.compile(
    rf"{_DAY}(?:"
    r"(?:it|they|this|these|that|those|both|neither|none|all|nothing|each)\b(?! (?:is|was) (?:a|an|the|my) )"
    r"|(?:he|she|(?:the )?patient|pt|symptoms|(?:the |his |her )?pain)"
    r" (?:is|was|are|were|remains?|feels?|felt|stays?|stayed) (?:\w+ )?"
    r"(?:no better|no different|the same|unchanged|worse|better|improved|relieved|as before)\b"
    r"|the (?:(?:first|second|last) (?:one )?)?(?:relief|benefit|effect|response|result|course|trial|treatments?|visits"
    r"|sessions|injections?|shots?|pills?|medicine|unit|brace|therapy)\b"
    r"|(?:but |only |just |about |some |almost |nearly )*(?:\d{1,3} ?(?:%|percent)|half|two[- ]thirds|three[- ]quarters"
    r"|(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ]\w+)? percent)"
    r"|(?:but |only |just |very |no |not |little |some |minimal |partial |good |great |excellent |fair |poor |modest "
    r"|brief |temporary |transient |significant |lasting |without |much |any |real |further )*(?:relief|benefit|effect"
    r"|help|changes?|difference|improvement|improved|response|results?|gains?|better|worse|unchanged)\b"
    r"|(?:did|does|was|were|has|have|had)(?: not|n[''’]t)\b"
    r"|(?:helped|helps|helping|made|makes|gave|gives|lasted|wore|took|brought|changed|failed|worked|works|reduced|cut"
    r"|calmed|eased|relieved|bought|stopped|quit|off|still|remains|remained|continues to be)\b(?! (?:by|with)\b))",
    re.IGNORECASE,
)

_GIVES_UP = re.compile(
    rf"{_DAY}(?:(?:he|she|I|(?:the )?patient|pt) (?:(?:has|have|had) )?(?:since )?)?(?:off|stopped|quit|gave up"
    r"|given up|threw|thrown|(?:came|been|is) off|let|no longer|not (?:needed|taken|used|touched))\b",
    re.IGNORECASE,
)
"""What is given up after a treatment."""


class Pair(NamedTuple):
    """Two statements of which the second one goes on with what the first one names."""

    first: int
    """The row of the first one."""
    row: int
    """The row of the second one."""
    sentence: Sentence
    """Both, as they stand on the page."""
    text: str
    """Both as one clause."""
    middle: int
    """Where the second one begins in it."""


def pairs(sentences: Sequence[Sentence], texts: Sequence[str], records: dict[str, Record]) -> Iterator[Pair]:
    """Sentences that go on without naming anew what they speak of, with those before them; so with parts of one."""
    for row, text in enumerate(texts):
        if row and _goes_on(text) and len(texts[row - 1].split()) <= _LONGEST and _adjoin(sentences, row):
            yield _joined(row, sentences, texts, records)
        for match in _STOP.finditer(text):
            if _goes_on(text[match.end() :]):
                clause = f"{text[: match.start()]}{' ' * len(match.group())}{text[match.end() :]}"
                yield Pair(row, row, sentences[row], clause, match.end())


def _goes_on(text: str) -> bool:
    begins = _GOES_ON.match(text) or _GIVES_UP.match(text)
    return bool(begins) and len(text.split()) <= _SHORT and not _names_another(text)


def _adjoin(sentences: Sequence[Sentence], row: int) -> bool:
    return sentences[row - 1][:2] == sentences[row][:2]


def _names_another(text: str) -> bool:
    named = [*(found.start for found in find_drugs(text)), *(found.start for found in find_treatments(text))]
    return any(_ANOTHER.search(text[:start]) or not text[:start].strip() for start in named)


def _joined(row: int, sentences: Sequence[Sentence], texts: Sequence[str], records: dict[str, Record]) -> Pair:
    before, after = sentences[row - 1], sentences[row]
    page = records[after.record].pages[after.page - 1].text
    first = texts[row - 1]
    gap = " " * (after.start - before.end)
    clause = f"{first[:-1]} {gap}" if first[-1:] in ".!?" else f"{first}{gap}"
    both = Sentence(after.record, after.page, before.start, after.end, page[before.start : after.end])
    return Pair(row - 1, row, both, clause + texts[row], len(clause))
