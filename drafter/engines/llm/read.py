"""Reading a case file with a model, part by part, for what the search of the whole record did not find.

The search knows the wordings that its vocabulary holds; what a note says in other words is found only by reading it.
Where a model points is asked about once more, beside all other evidence, when the criteria are assessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from typing import NamedTuple

from drafter.case import Record
from drafter.criteria.card import Card, Criterion
from drafter.draft import Finding, Flag
from drafter.engines.base import Matter
from drafter.engines.llm import notes
from drafter.engines.llm.asking import Asked, Question, ask
from drafter.engines.llm.material import Material, Source, material, row_of, to_point_at
from drafter.engines.llm.schema import places_schema
from drafter.engines.offline.assess import deciding_card
from drafter.evidence.reading import CaseReading
from drafter.llm.client import ModelClient
from drafter.llm.tokens import text_tokens
from drafter.prompting import Prompt

_PART = 2400
"""Tokens of the record in one question (upper guess), some five pages: the more a model reads at once, the more it
overlooks."""
_ABBREVIATED = {"rfa": "Request for authorization"}
_ID = 4
"""Tokens of a sentence's id and line break."""


class Places(NamedTuple):
    """Rows of the reading at which the model points, by criterion, and what the reviewer has to know of it."""

    rows: Mapping[str, tuple[int, ...]]
    notes: tuple[Flag, ...] = ()


def read_record(
    matter: Matter, searched: Sequence[Finding], client: ModelClient, prompt: Prompt, workers: int
) -> Places:
    """Ask of every part of a case file which of its sentences state a criterion that is not documented otherwise."""
    questions = read_questions(matter, searched, prompt)
    with ThreadPoolExecutor(max_workers=workers) as pool:
        answers = list(pool.map(lambda question: ask(client, question, matter), questions))
    return Places(_rows(answers), tuple(_notes(answers, matter)))


def read_questions(matter: Matter, searched: Sequence[Finding], prompt: Prompt) -> list[Question]:
    """One question for each part of the record; none for a letter, and where every criterion is settled."""
    card, wanted = deciding_card(matter), {finding.id for finding in searched if _is_open(finding)}
    if card is None or not wanted or not matter.reading.is_case_file:
        return []
    criteria = [criterion for criterion in card.criteria if criterion.id in wanted]
    return [_question(part, criteria, card, matter, prompt) for part in _parts(matter)]


def _is_open(finding: Finding) -> bool:
    return finding.status == "not_documented" and finding.kind != "limit"


def _question(
    part: Sequence[Source], criteria: Sequence[Criterion], card: Card, matter: Matter, prompt: Prompt
) -> Question:
    return Question(
        prompt,
        material(matter, card, part),
        lambda shown: {
            "request": shown.request.text,
            "criteria": [{"id": criterion.id, "text": criterion.text} for criterion in criteria],
            "records": list(_by_record(shown, matter)),
        },
        lambda shown: places_schema([c.id for c in criteria], [source.id for source in shown.evidence]),
    )


def _by_record(shown: Material, matter: Matter) -> Iterator[dict[str, object]]:
    """The sentences below the kind and the date of their record: who says it, and when, is part of what it says."""
    sentences = [(matter.reading.sentences[row_of(entry["id"])], entry) for entry in shown.shown()]
    for name, group in groupby(sentences, key=lambda pair: pair[0].record):
        record = matter.reading.record(name)
        yield {"heading": _heading(record) if record else name, "sentences": [entry for _, entry in group]}


def _heading(record: Record) -> str:
    kind = _ABBREVIATED.get(record.kind) or record.kind.replace("_", " ").capitalize()
    return f"{kind} of {record.date:%m/%d/%Y}" if record.date else kind


def _parts(matter: Matter) -> Iterator[list[Source]]:
    """All that a clinician states in the record, in its order, in parts of about the same length."""
    part: list[Source] = []
    tokens = 0
    for row in _clinical(matter.reading):
        source = to_point_at(row, matter.reading)
        length = text_tokens(source.text) + _ID
        if part and tokens + length > _PART:
            yield part
            part, tokens = [], 0
        part.append(source)
        tokens += length
    if part:
        yield part


def _clinical(reading: CaseReading) -> Iterator[int]:
    """Rows of what clinicians state; a sentence that notes copy forward is read once."""
    known = set()
    for row, sentence in enumerate(reading.sentences):
        words = " ".join(sentence.text.lower().split())
        if reading.clinical[row] and words not in known and not reading.is_heading(row):
            known.add(words)
            yield row


def _rows(answers: Iterable[Asked]) -> dict[str, tuple[int, ...]]:
    rows: dict[str, tuple[int, ...]] = {}
    for answer, _ in answers:
        for criterion, names in (answer.parsed or {}).items():
            rows[criterion] = (*rows.get(criterion, ()), *(row_of(name) for name in dict.fromkeys(names)))
    return rows


def _notes(answers: Sequence[Asked], matter: Matter) -> Iterator[Flag]:
    problems = [answer.problem for answer, _ in answers if answer.problem]
    if problems:
        yield notes.partly_read(matter.item, len(answers) - len(problems), len(answers), problems[0].message)
    left_out = sum(shown.left_out for answer, shown in answers if not answer.problem)
    if left_out:
        yield notes.left_out(matter.item, left_out)
