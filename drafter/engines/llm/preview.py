"""The question that a model would be asked for an item, made without asking."""

from __future__ import annotations

from drafter.case import Case, DisputedItem
from drafter.decide import decide
from drafter.engines.base import Matter
from drafter.engines.llm.asking import Question
from drafter.engines.llm.assess import assess_question
from drafter.engines.llm.read import read_questions
from drafter.engines.llm.write import Order, ordered, repair_question, write_question
from drafter.engines.offline import OfflineEngine
from drafter.errors import InputError
from drafter.evidence.reading import CaseReading
from drafter.pipeline import Desk, draft_item, open_matter
from drafter.prompting import Prompt

_EXAMPLE = "here stands why the sentence failed"


def question_for(prompt: Prompt, case: Case, item: DisputedItem, desk: Desk) -> Question:
    """As in a draft, with the offline engine's findings and outcome; the sentences to repair are its own."""
    matter = _matter(case, item, desk)
    findings = OfflineEngine().assess(matter).findings
    order = ordered(matter, findings, decide(matter, findings).outcome)
    if prompt.name == "assess":
        question = assess_question(matter, findings, prompt, {})
    elif prompt.name == "read":
        question = next(iter(read_questions(matter, findings, prompt)), None)
    elif prompt.name == "write":
        question = write_question(order, prompt)
    elif prompt.name == "repair":
        question = _repair(order, prompt)
    else:
        raise InputError(f"prompt {prompt.name}: is not asked about a case; see it with drafter prompts show")
    if question is None:
        raise InputError(f"item {item.number}: needs no `{prompt.name}`; no guideline section states criteria for it")
    return question


def _matter(case: Case, item: DisputedItem, desk: Desk) -> Matter:
    """The item with the draft of the surgery that it depends on."""
    reading = CaseReading(case, desk.embedder)
    surgeries = [other for other in case.items if other.number == item.depends_on]
    drafted = {other.number: draft_item(other, reading, desk, {}, None) for other in surgeries}
    return open_matter(item, reading, desk, drafted)[0]


def _repair(order: Order, prompt: Prompt) -> Question | None:
    writing = write_question(order, prompt)
    failed = {slot.key: (slot.plain.text, _EXAMPLE) for slot in order.slots[:1]}
    return writing and repair_question(order, failed, writing.material, prompt)
