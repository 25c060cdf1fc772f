"""The way from a case to a draft: read, retrieve, assess, decide, write, verify."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime

from drafter import __version__
from drafter.case import Case, DisputedItem
from drafter.condition import describe_condition
from drafter.criteria.library import Library, library
from drafter.decide import Decision, decide
from drafter.draft import Draft, DraftItem, DraftRecord, EngineInfo, Outcome, Precedent
from drafter.engines.base import Engine, Matter
from drafter.engines.offline import OfflineEngine
from drafter.errors import InputError
from drafter.evidence.reading import CaseReading
from drafter.retrieval import Searched, as_precedent, choose_guidelines, find_precedents, search_in_sequence
from drafter.retrieval.families import added_families
from drafter.retrieval.rerank import Reranker
from drafter.settings import Settings
from drafter.timeline import case_timeline, item_timeline
from drafter.verification import verify
from vectorstore.embedder import Embedder
from vectorstore.index import Index

_LONG = 100
"""Pages from which on a case's sentence vectors are kept on disk."""


@dataclass(frozen=True)
class Desk:
    """What is opened once and used for many cases."""

    settings: Settings
    library: Library
    index: Index
    embedder: Embedder
    engine: Engine
    families: frozenset[str] = frozenset()
    """Families of the guideline documents that were added to the index."""
    reranker: Reranker | None = None


def draft_case(case: Case, desk: Desk, chosen: Mapping[int, Outcome] | None = None) -> Draft:
    """Draft every disputed item of `case`; `chosen` holds the outcomes that the reviewer chose, by item number."""
    reading = CaseReading(case, _remembering(desk) if _is_long(case) else desk.embedder)
    outcomes = chosen or {}
    drafted: dict[int, DraftItem] = {}
    for wave in _surgeries_first(case):
        with ThreadPoolExecutor(max_workers=desk.engine.workers) as pool:
            started = [
                pool.submit(draft_item, item, reading, desk, drafted, outcomes.get(item.number)) for item in wave
            ]
        drafted |= {future.result().number: future.result() for future in started}
    draft = _assemble(reading, desk, tuple(drafted[item.number] for item in case.items))
    return verify(draft, case, desk.library)


def _is_long(case: Case) -> bool:
    """Whether its sentences take longer to embed than to look up."""
    return sum(len(record.pages) for record in case.records) > _LONG


def _remembering(desk: Desk) -> Embedder:
    """Sentences are embedded once, whatever case they come back in."""
    from drafter.embedding import kept

    return kept(desk.embedder, desk.settings.home)


def draft_item(
    item: DisputedItem, reading: CaseReading, desk: Desk, drafted: Mapping[int, DraftItem], chosen: Outcome | None
) -> DraftItem:
    """One item, step by step; `drafted` holds the surgeries that it may depend on."""
    matter, precedents = open_matter(item, reading, desk, drafted)
    searched = _search(matter, desk)
    assessment = desk.engine.assess(matter)
    decision = _chosen_or(chosen, decide(matter, assessment.findings))
    rationale = desk.engine.write(matter, assessment.findings, decision.outcome)
    return DraftItem(
        number=item.number,
        request=item.request,
        lock=item.lock,
        outcome=decision.outcome,
        outcome_source="reviewer" if chosen else "engine",
        confidence=decision.confidence,
        needs_reviewer=decision.needs_reviewer,
        guidelines=matter.guidelines,
        search=searched.steps,
        library=searched.passages,
        criteria=assessment.findings,
        precedents=precedents,
        rationale=rationale.sentences,
        citations=rationale.citations,
        timeline=item_timeline(item, reading),
        flags=(*assessment.notes, *rationale.notes),
    )


def open_matter(
    item: DisputedItem, reading: CaseReading, desk: Desk, drafted: Mapping[int, DraftItem]
) -> tuple[Matter, tuple[Precedent, ...]]:
    """What an engine may use for an item, and the prior decisions in it as a draft lists them."""
    case = reading.case
    guidelines = choose_guidelines(case, item, desk.index, desk.library, desk.reranker)
    hits = find_precedents(case, item, desk.index)
    surgery = drafted.get(item.depends_on) if item.depends_on else None
    passages = tuple(hit.passage for hit in hits)
    matter = Matter(case, item, reading, desk.library, guidelines, surgery, passages)
    return matter, tuple(as_precedent(hit) for hit in hits)


def _search(matter: Matter, desk: Desk) -> Searched:
    """The search sequence as the draft records it."""
    return search_in_sequence(
        matter.case, matter.item, desk.index, desk.library, matter.guidelines, desk.families, desk.reranker
    )


def open_desk(settings: Settings, progress: Callable[[int, int], None] | None = None) -> Desk:
    """Load the cards and open the index, building it on first use."""
    from drafter.embedding import open_embedder
    from drafter.sharing import open_library

    embedder = open_embedder(settings)
    index = open_library(settings, progress, embedder)
    engine = open_engine(settings)
    return Desk(settings, library(), index, embedder, engine, added_families(index), _open_reranker(settings, engine))


def open_engine(settings: Settings) -> Engine:
    """The engine that the settings ask for; `auto` takes the model where one is configured."""
    if settings.engine == "offline" or (settings.engine == "auto" and not settings.model_configured):
        return OfflineEngine()
    from drafter.engines.llm import LlmEngine
    from drafter.llm.client import open_client
    from drafter.prompting import open_shelf

    return LlmEngine(open_client(settings), open_shelf(settings.prompts), settings.concurrency)


def _open_reranker(settings: Settings, engine: Engine) -> Reranker | None:
    """The engine's own model, where the settings ask for it."""
    if settings.rerank is None:
        return None
    from drafter.engines.llm import LlmEngine

    if not isinstance(engine, LlmEngine):
        raise InputError("rerank: needs the llm engine; configure a model, or leave DRAFTER_RERANK out")
    return engine.reranker()


def _surgeries_first(case: Case) -> tuple[list[DisputedItem], list[DisputedItem]]:
    """Items that stand by themselves, then those that depend on one of them."""
    return [item for item in case.items if not item.depends_on], [item for item in case.items if item.depends_on]


def _chosen_or(chosen: Outcome | None, decision: Decision) -> Decision:
    return decision._replace(outcome=chosen) if chosen else decision


def _assemble(reading: CaseReading, desk: Desk, items: tuple[DraftItem, ...]) -> Draft:
    case = reading.case
    identity = desk.engine.identity
    return Draft(
        created_at=_now(),
        drafter_version=__version__,
        case=case.header,
        engine=EngineInfo(
            name=identity.name,
            model=identity.model,
            base_url=identity.base_url,
            prompts={**identity.prompts, **(desk.reranker.prompts if desk.reranker else {})},
            settings_sha256=desk.settings.settings_sha256,
        ),
        records=tuple(
            DraftRecord(**record.model_dump(exclude={"pages"}), pages=len(record.pages)) for record in case.records
        ),
        condition=describe_condition(reading),
        timeline=case_timeline(reading),
        items=items,
        usage=desk.engine.usage(case.header.case_number),
    )


def _now() -> datetime:
    """The current time, or SOURCE_DATE_EPOCH where a reproducible draft is wanted."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC).replace(microsecond=0)
