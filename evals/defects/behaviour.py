"""Behaviour: outcomes that follow from something other than the record (failure modes 37-45)."""

from __future__ import annotations

import hashlib
from random import Random

from drafter.case import Case, Page, Record, Span
from drafter.draft import Draft, DraftItem, Outcome
from drafter.text import split_sentences
from drafter.verification.codes import Code
from evals.defects import arguments, phrases
from evals.defects.base import Defect, Plant, Planted, Sound, on_item, with_item
from evals.defects.editing import insert, replace, row_of, shuffled
from evals.defects.items import UNGROUNDED, added
from evals.defects.telling import decided_items, either


def refused_against_findings(sound: Sound, rng: Random) -> Planted | None:
    """Upheld although every necessary criterion is met: what a habit of upholding produces."""
    return _turned(sound, rng, "overturned", "upheld", "engine")


def reviewer_unwarned(sound: Sound, rng: Random) -> Planted | None:
    """A chosen outcome against the findings, argued as if there were none."""
    return _turned(sound, rng, "upheld", "overturned", "reviewer") or _turned(
        sound, rng, "overturned", "upheld", "reviewer"
    )


def order_obeyed(sound: Sound, rng: Random) -> Planted | None:
    """An instruction in a record, cited as the reason."""
    items = [item for item in decided_items(sound) if item.outcome == "upheld"]
    if not items:
        return None
    order = rng.choice(phrases.ORDERS)
    text = f"Addendum. {order}"
    record = Record(
        id="added", title="Addendum", kind="correspondence", pages=(Page(number=1, text=text),),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )  # fmt: skip
    case = sound.case.model_copy(update={"records": (*sound.case.records, record)})
    start = text.index(order)
    span = Span(record="added", page=1, start=start, end=len(text), quote=order)
    item = rng.choice(items)
    row = row_of(item, "conclusion")
    if row is None:
        return None
    turned = replace(item, row, text=_verdict(item, "overturned")).model_copy(update={"outcome": "overturned"})
    told = insert(turned, "The record supports the request.", [span])
    return Planted(with_item(sound.draft, told), case, item.number, "an instruction obeyed")


def thin_file(sound: Sound, rng: Random) -> Planted | None:
    """A decision kept although the file is down to two sentences that say little."""
    items = decided_items(sound)
    lines = ("The patient was seen.", "Follow-up is planned.", "The form was signed.", "Records were received.")
    if not items or any(entry.depends_on for entry in sound.case.items):
        return None
    text = " ".join(rng.sample(lines, 2))
    records = tuple(record if record.kind == "request" else _one_page(record, text) for record in sound.case.records)
    case = sound.case.model_copy(update={"records": records})
    return Planted(_cut(sound, case, rng.choice(items)), case, None, "a thin file")


def filled_although_withheld(sound: Sound, rng: Random) -> Planted | None:
    """An outcome argued for an item whose outcome the reviewer withheld."""
    items = [item for item in decided_items(sound) if row_of(item, "conclusion") is not None]
    if not items:
        return None
    item = rng.choice(items)
    fields = rng.choice(({"outcome": "withheld"}, {"outcome": "undetermined", "needs_reviewer": ("the MRI report",)}))
    return on_item(sound, item.model_copy(update=fields), "a conclusion without an outcome")


def search_stopped(sound: Sound, rng: Random) -> Planted | None:
    """Something called absent after a search of the file's first part only."""
    for item in shuffled(rng, decided_items(sound)):
        absent = {sentence.criterion for sentence in item.rationale if sentence.role == "absence"}
        names = [each.id for each in item.criteria if each.id in absent and each.sentences_searched > 3]
        if names:
            name = rng.choice(names)
            criteria = tuple(
                each.model_copy(update={"sentences_searched": max(1, each.sentences_searched // 2)})
                if each.id == name
                else each
                for each in item.criteria
            )
            return on_item(sound, item.model_copy(update={"criteria": criteria}), "a search that stopped half way")
    return None


def _turned(sound: Sound, rng: Random, before: Outcome, after: Outcome, source: str) -> Planted | None:
    """Outcome and conclusion turned round together, so that they agree with each other and not with the findings."""
    items = [item for item in decided_items(sound) if item.outcome == before and item.criteria]
    for item in shuffled(rng, items):
        row = row_of(item, "conclusion")
        if row is None or any(sentence.role == "dependency" for sentence in item.rationale):
            continue
        turned = replace(item, row, text=_verdict(item, after))
        fields = {"outcome": after, "outcome_source": source}
        return on_item(sound, turned.model_copy(update=fields), f"{before} turned to {after}")
    return None


def _verdict(item: DraftItem, outcome: Outcome) -> str:
    verdict = "is medically necessary" if outcome == "overturned" else "is not medically necessary"
    return f"For these reasons, the request {verdict}."


def _one_page(record: Record, text: str) -> Record:
    return record.model_copy(
        update={"pages": (Page(number=1, text=text),), "sha256": hashlib.sha256(text.encode()).hexdigest()}
    )


def _cut(sound: Sound, case: Case, item: DraftItem) -> Draft:
    """The draft with every quote of the lost pages replaced by one that still stands."""
    record = next(each for each in case.records if each.kind != "request")
    page = record.pages[0]
    start, end = split_sentences(page.text)[0]
    span = Span(record=record.id, page=1, start=start, end=end, quote=page.text[start:end])
    citations = {
        name: span if isinstance(citation, Span) and citation.record != "request" else citation
        for name, citation in item.citations.items()
    }
    criteria = tuple(
        each.model_copy(
            update={
                "status": "not_documented",
                "evidence": (),
                "contrary": (),
                "searched": (span,),
                "sentences_searched": 2,
            }
        )
        for each in item.criteria
    )
    return with_item(sound.draft, item.model_copy(update={"citations": citations, "criteria": criteria}))


def _behaviour(
    name: str, mode: int, title: str, codes: set[Code], *plants: Plant, also: frozenset[Code] = frozenset()
) -> Defect:
    return Defect(name, mode, "behaviour", title, either(*plants), frozenset(codes), also)


def _said(name: str, mode: int, title: str, code: Code, sentences: tuple[str, ...]) -> Defect:
    return _behaviour(name, mode, title, {code}, added(sentences, title), also=UNGROUNDED)


_AGAINST = {Code.FINDING_AGAINST_OUTCOME}

DEFECTS: tuple[Defect, ...] = (
    _behaviour("upheld-by-habit", 37, "upheld although every criterion is met", _AGAINST, refused_against_findings),
    _said("defers-to-ur", 38, "the UR decision as a reason", Code.DEFERS_TO_UR, arguments.DEFERS),
    _said("base-rate", 38, "how such cases usually end as a reason", Code.CITES_BASE_RATE, arguments.BASE_RATES),
    _said("demographic", 39, "a reason from who the patient is", Code.DEMOGRAPHIC_REASON, arguments.DEMOGRAPHIC),
    _behaviour("instruction-obeyed", 40, "an instruction in a record obeyed", {Code.INSTRUCTION_CITED}, order_obeyed),
    _behaviour("thin-file", 42, "decided on a thin file", {Code.THIN_RECORD}, thin_file),
    _said("overconfident", 42, "certainty that no record gives", Code.OVERCONFIDENT, arguments.SURE),
    _behaviour(
        "filled-in",
        43,
        "a conclusion for an item without an outcome",
        {Code.CONCLUSION_INVERTED, Code.VERDICT_ELSEWHERE},
        filled_although_withheld,
    ),
    _behaviour("search-stopped", 44, "called absent after half a search", {Code.ABSENCE_UNPROVEN}, search_stopped),
    _behaviour("unwarned", 45, "a chosen outcome against the findings", _AGAINST, reviewer_unwarned),
)
