"""What a report shows of each case: the record with its evidence, and the draft beside the physician's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from drafter.case import Span
from drafter.determination import DeterminedItem
from drafter.draft import Draft, DraftItem, Finding, PassageCitation
from drafter.lexicon import treatments
from drafter.rendering.words import lock_facts, outcome_meaning, record_labels, status_word
from drafter.text import split_sentences
from evals.report.highlight import Mark, Piece, cut
from evals.report.tables import figure
from evals.run.folder import Run
from evals.run.records import Record
from evals.samples import Sample
from evals.scorers.base import ItemScore, Unscored, Value
from evals.scorers.outcome import PREDICTED, RIGHT
from evals.scorers.reasons import deciding_sentences

Right = Literal["right", "wrong", "abstained", "error", "unscored"]
_SIDES = {"evidence": "for:", "contrary": "against:", "searched": "nearest to:"}


class PageView(NamedTuple):
    """A page of a record, cut at its evidence."""

    title: str
    pieces: list[Piece]


class Note(NamedTuple):
    """A citation in the list below a rationale."""

    number: int
    anchor: str | None
    """Where it stands in the record; None for a guideline."""
    source: str
    quote: str


class SentenceView(NamedTuple):
    """A sentence of the drafted rationale."""

    text: str
    notes: list[Note]
    flags: list[str]


class CriterionView(NamedTuple):
    """A line of the criterion table."""

    text: str
    status: str
    word: str
    quotes: list[tuple[str, str]]
    """Kind and quote."""


class HumanSentence(NamedTuple):
    """A sentence of the physician's rationale."""

    text: str
    decides: bool


class ItemView(NamedTuple):
    """One disputed item: draft and determination."""

    number: int
    request: str
    treatment: str
    facts: list[tuple[str, str]]
    right: Right
    actual: str
    predicted: str
    meaning: str
    probability: str
    derived: bool
    rationale: list[SentenceView]
    notes: list[Note]
    criteria: list[CriterionView]
    guidelines: list[tuple[str, bool]]
    """Citation, and whether the physician cites the same chapter and edition."""
    needs: tuple[str, ...]
    flags: list[tuple[str, str]]
    human_guideline: str
    human: list[HumanSentence]
    pages: list[PageView]
    """The records, with what this item's draft points to."""
    values: list[tuple[str, str]]


class CaseView(NamedTuple):
    """One sample of the run."""

    place: int
    sample: str
    case_number: str
    source: str
    error: str | None
    items: list[ItemView]


def case_views(run: Run) -> list[CaseView]:
    """The first drafting of every sample, in the order of the suite."""
    samples = {sample.id: sample for sample in run.samples}
    first = {record.sample: record for record in reversed(run.records)}
    return [_case(place, samples[name], first[name], run) for place, name in enumerate(samples) if name in first]


def _case(place: int, sample: Sample, record: Record, run: Run) -> CaseView:
    draft = run.folder.draft(*record.key) if record.status == "scored" else None
    drafted = {item.number: item for item in reversed(draft.items)} if draft else {}
    scores = {score.item: score for score in record.scores}
    return CaseView(
        place=place,
        sample=sample.id,
        case_number=sample.case_number,
        source=sample.source,
        error=record.error,
        items=[
            _item(target, drafted.get(target.number), draft, scores[target.number], sample, place)
            for target in sample.target.items
        ],
    )


def _notes(item: DraftItem, draft: Draft, place: int) -> dict[str, Note]:
    """The citations of an item, numbered by their first use in the rationale."""
    labels = record_labels(draft)
    used = dict.fromkeys(name for sentence in item.rationale for name in sentence.citations if name in item.citations)
    notes = {}
    for number, name in enumerate(used, start=1):
        citation = item.citations[name]
        if isinstance(citation, PassageCitation):
            notes[name] = Note(number, None, citation.citation, citation.quote)
        else:
            source = f"{labels.get(citation.record, citation.record)}, p. {citation.page}"
            notes[name] = Note(number, f"c{place}-{item.number}-{number}", source, citation.quote)
    return notes


def _pages(sample: Sample, drafted: DraftItem | None, notes: dict[str, Note]) -> list[PageView]:
    marks = defaultdict(list)
    for span, mark in _marks(drafted, notes) if drafted else ():
        marks[span.record, span.page].append(mark)
    return [
        PageView(f"{record.title}, p. {page.number}", cut(page.text, marks[record.id, page.number]))
        for record in sample.case.records
        for page in record.pages
    ]


def _marks(item: DraftItem, notes: dict[str, Note]) -> Iterator[tuple[Span, Mark]]:
    for name, note in notes.items():
        citation = item.citations[name]
        if isinstance(citation, Span) and note.anchor:
            yield citation, Mark(citation.start, citation.end, "cited", note.anchor, f"[{note.number}]")
    for finding in item.criteria:
        sides = {"evidence": finding.evidence, "contrary": finding.contrary, "searched": finding.searched}
        for kind, spans in sides.items():
            for span in spans:
                yield span, Mark(span.start, span.end, kind, None, f"{_SIDES[kind]} {finding.subject}")


def _item(
    target: DeterminedItem, drafted: DraftItem | None, draft: Draft | None, score: ItemScore, sample: Sample, place: int
) -> ItemView:
    notes = _notes(drafted, draft, place) if drafted and draft else {}
    known = treatments().get(target.lock.treatment or "")
    return ItemView(
        number=target.number,
        request=target.request,
        treatment=known.name if known else "not recognised",
        facts=lock_facts(target.lock),
        right=_right(score, drafted),
        actual=target.outcome,
        predicted=drafted.outcome if drafted else "none",
        meaning=outcome_meaning(drafted) if drafted else "The draft has no such item.",
        probability=f"{drafted.confidence:.2f}" if drafted else "-",
        derived=target.derived,
        rationale=_rationale(drafted, notes) if drafted else [],
        notes=list(notes.values()),
        criteria=[_criterion(finding) for finding in drafted.criteria] if drafted else [],
        guidelines=_guidelines(target, drafted) if drafted else [],
        needs=drafted.needs_reviewer if drafted else (),
        flags=[(flag.severity, f"{flag.message} ({flag.code})") for flag in drafted.flags] if drafted else [],
        human_guideline=target.reviewer_guideline,
        human=human_sentences(target, sample),
        pages=_pages(sample, drafted, notes),
        values=[(name, _told(value)) for name, value in score.values.items()],
    )


def human_sentences(target: DeterminedItem, sample: Sample) -> list[HumanSentence]:
    """The physician's rationale; sentences that decide are told from recited ones."""
    decides = set(deciding_sentences(target.rationale, sample.target.clinical_summary, target.request))
    sentences = [target.rationale[start:end] for start, end in split_sentences(target.rationale)]
    return [HumanSentence(text, text in decides) for text in sentences]


def _right(score: ItemScore, drafted: DraftItem | None) -> Right:
    if drafted is None:
        return "error"
    right = score.values.get(RIGHT)
    if not isinstance(right, bool):
        return "unscored"
    if isinstance(score.values.get(PREDICTED), Unscored):
        return "abstained"
    return "right" if right else "wrong"


def _rationale(item: DraftItem, notes: dict[str, Note]) -> list[SentenceView]:
    views = []
    for place, sentence in enumerate(item.rationale, start=1):
        where = f"item {item.number} sentence {place}"
        flags = [f"{flag.severity}: {flag.message}" for flag in item.flags if flag.where == where]
        cited = [notes[name] for name in sentence.citations if name in notes]
        views.append(SentenceView(sentence.text, cited, flags))
    return views


def _criterion(finding: Finding) -> CriterionView:
    sides: Sequence[tuple[str, tuple[Span, ...]]] = (
        ("for", finding.evidence),
        ("against", finding.contrary),
        ("nearest", finding.searched if finding.status == "not_documented" else ()),
    )
    quotes = [(kind, span.quote) for kind, spans in sides for span in spans]
    return CriterionView(finding.text, finding.status, status_word(finding), quotes)


def _guidelines(target: DeterminedItem, drafted: DraftItem) -> list[tuple[str, bool]]:
    cited = {citation.guideline for citation in target.citations if citation.guideline}
    return [(chosen.citation, chosen.guideline in cited) for chosen in drafted.guidelines]


def _told(value: Value) -> str:
    if isinstance(value, Unscored):
        return f"unscored: {value.unscored}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else figure(float(value))
