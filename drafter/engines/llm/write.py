"""Writing with a model: each sentence it writes is verified, repaired once, or left to the template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from drafter.draft import Finding, Flag, Outcome
from drafter.engines.base import Matter, Rationale
from drafter.engines.llm import notes
from drafter.engines.llm.asking import Asked, Question, ask
from drafter.engines.llm.checking import failures, worse
from drafter.engines.llm.material import Material, to_write
from drafter.engines.llm.schema import rationale_schema
from drafter.engines.llm.slots import Slot, Written, described, ids_of, merged, read_answer, slots_of
from drafter.engines.offline.assess import deciding_card
from drafter.engines.offline.write import write_rationale
from drafter.llm.client import ModelClient
from drafter.prompting import Prompt

_PRECEDENT = 600
"""Characters of a prior decision that serve as an example."""


class Prompts(NamedTuple):
    """The two prompts of this step."""

    write: Prompt
    repair: Prompt


class Order(NamedTuple):
    """What is to be written."""

    matter: Matter
    findings: tuple[Finding, ...]
    outcome: Outcome
    plain: Rationale
    slots: list[Slot]


def write_with_model(order: Order, client: ModelClient, prompts: Prompts) -> Rationale:
    """The offline rationale with every sentence that the model wrote and that passes verification."""
    item, plain = order.matter.item, order.plain
    question = write_question(order, prompts.write)
    if question is None:
        return plain
    answer, shown = ask(client, question, order.matter)
    told = [notes.left_out(item, shown.left_out)] if shown.left_out else []
    if answer.parsed is None:
        reason = answer.problem.message if answer.problem else "no answer"
        return plain._replace(notes=(*told, notes.fell_back(item, "write", reason)))
    written = read_answer(answer.parsed, order.slots, shown)
    sound = _sound(written, order, shown, client, prompts.repair)
    return _finished(order, written, sound, told)


def ordered(matter: Matter, findings: tuple[Finding, ...], outcome: Outcome) -> Order:
    """What there is to write; no slot where an item follows its surgery or is not decided."""
    plain = write_rationale(matter, findings, outcome)
    follows = matter.surgery is not None and matter.surgery.outcome == "upheld"
    idle = follows or outcome in ("withheld", "undetermined") or deciding_card(matter) is None
    return Order(matter, findings, outcome, plain, [] if idle else slots_of(plain, findings))


def write_question(order: Order, prompt: Prompt) -> Question | None:
    """What the model is asked; None when there is nothing to write."""
    card = deciding_card(order.matter)
    if card is None or not order.slots:
        return None
    stated = [slot.finding for slot in order.slots if slot.finding and slot.spans]
    return Question(
        prompt,
        to_write(order.matter, card, stated),
        lambda shown: {
            **_shared(order, order.slots, shown),
            "guideline": order.matter.library.citation(card),
            "precedents": _precedents(order.matter, shown),
        },
        lambda shown: rationale_schema(ids_of(order.slots, shown)),
    )


def repair_question(order: Order, failed: Mapping[str, tuple[str, str]], shown: Material, prompt: Prompt) -> Question:
    """Ask for the sentences that failed, each given with its text and the reason, by the key of its slot."""
    slots = [slot for slot in order.slots if slot.key in failed]
    told = [{"id": slot.key, "text": failed[slot.key][0], "reason": failed[slot.key][1]} for slot in slots]
    return Question(
        prompt,
        shown,
        lambda part: {**_shared(order, slots, part), "failed": told},
        lambda part: rationale_schema(ids_of(slots, part)),
    )


def _shared(order: Order, slots: Sequence[Slot], shown: Material) -> dict[str, object]:
    return {
        "request": shown.request.text,
        "outcome": order.outcome,
        "passages": [{"id": source.id, "text": source.text} for source in shown.passages],
        "findings": described([slot for slot in slots if slot.key in ids_of(slots, shown)], shown, order.outcome),
    }


def _precedents(matter: Matter, shown: Material) -> list[dict[str, object]]:
    """Examples are the first to go when the prompt does not fit."""
    if shown.left_out:
        return []
    return [{"source": p.metadata["case_number"], "text": p.text[:_PRECEDENT]} for p in matter.precedents]


def _sound(written: list[Written], order: Order, shown: Material, client: ModelClient, repair: Prompt) -> list[Written]:
    """The sentences that pass, after one repair of those that do not."""
    failed = _failures(written, order)
    sound = [entry for entry in written if entry.slot.key not in failed]
    if not failed:
        return sound
    told = {entry.slot.key: (entry.text, failed[entry.slot.key]) for entry in written if entry.slot.key in failed}
    asked: Asked = ask(client, repair_question(order, told, shown, repair), order.matter)
    if asked.answer.parsed is None:
        return sound
    slots = [slot for slot in order.slots if slot.key in failed]
    again = read_answer(asked.answer.parsed, slots, asked.material)
    still = _failures(again, order)
    return [*sound, *(entry for entry in again if entry.slot.key not in still)]


def _failures(written: list[Written], order: Order) -> dict[str, str]:
    return failures(written, order.plain, order.matter, order.findings, order.outcome)


def _finished(order: Order, written: list[Written], sound: list[Written], told: list[Flag]) -> Rationale:
    """Sentences that pass one by one are left out all the same where they make the whole worse."""
    candidate = merged(order.plain, sound, order.matter)
    if sound and worse(candidate, order.plain, order.matter, order.findings, order.outcome):
        candidate, sound = order.plain, []
    if len(sound) < len(written):
        told = [*told, notes.replaced(order.matter.item, len(sound), len(written))]
    return candidate._replace(notes=tuple(told))
