"""A case read once: its sentences, and what each of them may be used for."""

from __future__ import annotations

import re
from functools import cached_property

from drafter.case import Case, DisputedItem, Record, Sentence
from drafter.text import record_sentences
from vectorstore.embedder import Embedder
from vectorstore.memory import MemoryIndex

_NOT_CLINICAL = frozenset({"request"})
"""The list of disputed items states what was asked for; it documents nothing about the patient."""

_UR_VOICE = re.compile(
    r"\b(?:utilization review(?:er)?|UR (?:decision|denial|report|determination|physician)|claims administrator"
    r"|non-?certif\w+|(?:was|were|been|previously|request) (?:denied|modified)|denied (?:by|on|due|as|because)"
    r"|denial (?:was|of)|failed to approve|not medically necessary|peer review(?:er)?|physician advis[oe]r"
    r"|partially (?:approved|certified)|denied (?:a|the) request|(?:rationale|reasons?) (?:for|of) (?:the )?denial"
    r"|rationale indicated|(?:prior|previous) (?:denial|review)|not certified|was (?:previously )?approved for)\b",
    re.IGNORECASE,
)
_NAVIGATION = re.compile(r"^(?:request\(?s?\)? under consideration|the request\(?s?\)? for)\b", re.IGNORECASE)


class CaseReading:
    """The sentences of a case's records, in order, with the search over them.

    A sentence in which utilization review speaks is no evidence of a clinical fact (a determination may not rest on
    the UR decision alone, 8 CCR 9792.10.6(b)(2)), but it is searched when something is said to be absent.
    """

    def __init__(self, case: Case, embedder: Embedder) -> None:
        self.case = case
        self._embedder = embedder
        self.records: tuple[Record, ...] = tuple(r for r in case.records if r.kind not in _NOT_CLINICAL)
        self.sentences: tuple[Sentence, ...] = tuple(s for r in self.records for s in record_sentences(r))
        self.clinical: tuple[bool, ...] = tuple(not spoken_by_ur(s.text) for s in self.sentences)

    @cached_property
    def _index(self) -> MemoryIndex:
        return MemoryIndex([sentence.text for sentence in self.sentences], self._embedder)

    def nearest(self, query: str, k: int = 3) -> list[Sentence]:
        """The `k` sentences of the whole record that come nearest to `query`, best first."""
        if not self.sentences:
            return []
        return [self.sentences[row] for row, _ in self._index.nearest(query, k)]


def request_sentence(case: Case, item: DisputedItem) -> Sentence | None:
    """Where the item's request stands in the list of disputed items."""
    record = case.record("request")
    for page in record.pages if record else ():
        start = page.text.find(item.request)
        if start >= 0:
            return Sentence("request", page.number, start, start + len(item.request), item.request)
    return None


def spoken_by_ur(text: str) -> bool:
    """Whether a sentence reports what utilization review said or did, or only repeats the request."""
    return bool(_UR_VOICE.search(text) or _NAVIGATION.search(text))
