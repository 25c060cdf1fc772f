"""What is judged: an item's rationale as a reader sees it, with the quotes behind it and nothing of the physician's."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from drafter.draft import Draft, DraftItem
from drafter.rendering.notes import Sources, number_citations
from evals.run.folder import Run

_DECIDES = {"upheld": "not medically necessary", "overturned": "medically necessary"}


class Material(NamedTuple):
    """One text for the judge."""

    sample: str
    case: str
    item: int
    text: str

    @property
    def sha256(self) -> str:
        return text_hash(self.text)


def text_hash(text: str) -> str:
    """Identifies a text; line ends and spaces at its end do not matter, since editors change them."""
    return hashlib.sha256("\n".join(line.rstrip() for line in text.splitlines()).strip().encode()).hexdigest()


def materials(run: Run) -> Iterator[Material]:
    """The first drafting of every item that has a rationale, in the order of the suite."""
    for record in run.records:
        if record.status != "scored" or record.repeat != 1:
            continue
        draft = run.folder.draft(*record.key)
        for item in draft.items:
            if item.rationale:
                yield Material(record.sample, draft.case.case_number, item.number, judged_text(item, draft))


def judged_text(item: DraftItem, draft: Draft) -> str:
    """Request, decision, numbered sentences and numbered sources."""
    sentences, notes = number_citations(item, Sources(draft))
    lines = [f"Request: {item.request}", f"Decision: {_DECIDES.get(item.outcome, 'left open')}", "", "Rationale:"]
    for number, sentence in enumerate(sentences, start=1):
        lines.append(f"{number}. {sentence.text} {''.join(f'[{mark}]' for mark in sentence.marks)}".rstrip())
    lines += ["", "Sources:", *(f"[{note.number}] {note.source}: “{note.quote}”" for note in notes)]
    return "\n".join(" ".join(line.split()) for line in lines)
