"""The way from a case to a draft: read, retrieve, assess, decide, write, verify."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from drafter import __version__
from drafter.case import Case, DisputedItem
from drafter.criteria.library import Library, library
from drafter.decide import Decision, decide
from drafter.draft import Draft, DraftItem, DraftRecord, EngineInfo, Outcome
from drafter.engines.base import Engine, Matter
from drafter.engines.offline import OfflineEngine
from drafter.evidence.reading import CaseReading
from drafter.retrieval import choose_guidelines, find_precedents
from drafter.settings import Settings
from drafter.verification import verify
from vectorstore.embedder import Embedder
from vectorstore.index import Index


@dataclass(frozen=True)
class Desk:
    """What is opened once and used for many cases."""

    settings: Settings
    library: Library
    index: Index
    embedder: Embedder
    engine: Engine


def draft_case(case: Case, desk: Desk, chosen: Mapping[int, Outcome] | None = None) -> Draft:
    """Draft every disputed item of `case`; `chosen` holds the outcomes that the reviewer chose, by item number."""
    reading = CaseReading(case, desk.embedder)
    drafted: dict[int, DraftItem] = {}
    for item in _surgeries_first(case):
        surgery = drafted.get(item.depends_on) if item.depends_on else None
        drafted[item.number] = draft_item(item, reading, desk, surgery, (chosen or {}).get(item.number))
    draft = _assemble(case, desk, tuple(drafted[item.number] for item in case.items))
    return verify(draft, case, desk.library)


def draft_item(
    item: DisputedItem, reading: CaseReading, desk: Desk, surgery: DraftItem | None, chosen: Outcome | None
) -> DraftItem:
    """One item, step by step."""
    case = reading.case
    guidelines = choose_guidelines(case, item, desk.index, desk.library)
    precedents = find_precedents(case, item, desk.index)
    matter = Matter(case, item, reading, desk.library, guidelines, surgery)
    findings = desk.engine.assess(matter)
    decision = _chosen_or(chosen, decide(matter, findings))
    rationale = desk.engine.write(matter, findings, decision.outcome)
    return DraftItem(
        number=item.number,
        request=item.request,
        lock=item.lock,
        outcome=decision.outcome,
        outcome_source="reviewer" if chosen else "engine",
        confidence=decision.confidence,
        needs_reviewer=decision.needs_reviewer,
        guidelines=guidelines,
        criteria=findings,
        precedents=precedents,
        rationale=rationale.sentences,
        citations=rationale.citations,
    )


def open_desk(settings: Settings, progress: Callable[[int, int], None] | None = None) -> Desk:
    """Load the cards and open the index, building it on first use."""
    from drafter.corpus import ensure_index
    from vectorstore.embedder import get_embedder

    embedder = get_embedder(settings.embedder)
    return Desk(settings, library(), ensure_index(settings.home, progress), embedder, OfflineEngine())


def _surgeries_first(case: Case) -> list[DisputedItem]:
    """Items in an order in which a surgery comes before what depends on it."""
    return sorted(case.items, key=lambda item: (item.depends_on is not None, item.number))


def _chosen_or(chosen: Outcome | None, decision: Decision) -> Decision:
    return decision._replace(outcome=chosen) if chosen else decision


def _assemble(case: Case, desk: Desk, items: tuple[DraftItem, ...]) -> Draft:
    return Draft(
        created_at=_now(),
        drafter_version=__version__,
        case=case.header,
        engine=EngineInfo(name=desk.engine.name, settings_sha256=desk.settings.settings_sha256),
        records=tuple(
            DraftRecord(**record.model_dump(exclude={"pages"}), pages=len(record.pages)) for record in case.records
        ),
        items=items,
    )


def _now() -> datetime:
    """The current time, or SOURCE_DATE_EPOCH where a reproducible draft is wanted."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC).replace(microsecond=0)
