"""`drafter index decisions`: prior decisions on similar requests, and what sets them apart."""

from __future__ import annotations

import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from drafter.cli.options import DATES, Home

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.case import Case, DisputedItem
    from drafter.retrieval.decisions import Filters, SimilarDecision


class Decided(StrEnum):
    """How a prior decision ended; to filter by, never shown."""

    upheld = "upheld"
    overturned = "overturned"


class _Asked(NamedTuple):
    """What the prior decisions are compared with."""

    item: DisputedItem
    case: Case | None


def decisions(
    text: Annotated[
        str | None, typer.Argument(metavar="[TEXT]", help="A request in words.", show_default=False)
    ] = None,
    case: Annotated[Path | None, typer.Option("--case", metavar="FILE", help="Letter or case file.")] = None,
    item: Annotated[int, typer.Option("--item", min=1, help="Item of the case.")] = 1,
    treatment: Annotated[str | None, typer.Option("--treatment", metavar="ID", help="Only on this treatment.")] = None,
    part: Annotated[str | None, typer.Option("--part", metavar="ID", help="Only on this body part.")] = None,
    outcome: Annotated[Decided | None, typer.Option("--outcome", help="Only those that ended so.")] = None,
    specialty: Annotated[
        str | None, typer.Option("--specialty", metavar="WORDS", help="Only by reviewers of it.")
    ] = None,
    since: Annotated[
        datetime | None, typer.Option("--since", metavar="DATE", formats=DATES, help="From a day on.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option("--until", metavar="DATE", formats=DATES, help="Up to a day.")
    ] = None,
    k: Annotated[int, typer.Option("-k", min=1, max=50, help="How many to show.")] = 5,
    home: Home = None,
) -> None:
    """Show prior decisions on requests like TEXT, or like an item of a case.

    They are context, not authority. For a case, its own decision, near-duplicates and later decisions are left out.
    """
    from drafter.retrieval.decisions import Filters

    days = (since.date() if since else None, until.date() if until else None)
    filters = Filters(treatment, part, outcome.value if outcome else None, specialty, *days)
    _show(_asked(text, case, item), filters, k, home)


def _asked(text: str | None, file: Path | None, number: int) -> _Asked:
    from drafter.case import DisputedItem
    from drafter.cli.inputs import item_of
    from drafter.errors import InputError
    from drafter.intake import load_case
    from drafter.lock import parse_lock

    if bool(text and text.strip()) == bool(file):
        raise InputError("give either TEXT, a request in words, or --case FILE with --item NUMBER")
    if file is None:
        words = " ".join((text or "").split())
        return _Asked(DisputedItem(number=1, request=words, lock=parse_lock(words)), None)
    case = load_case(file)
    return _Asked(item_of(case, number, file), case)


def _show(asked: _Asked, filters: Filters, k: int, home: Path | None) -> None:
    from drafter.cli.progress import working
    from drafter.errors import InputError
    from drafter.retrieval.decisions import similar_decisions, unknown_filter
    from drafter.settings import load_settings
    from drafter.sharing import open_library

    if problem := unknown_filter(filters):
        raise InputError(problem)
    with working("Opening the guideline index") as progress:
        index = open_library(load_settings(home=home), progress)
        found = similar_decisions(asked.item, index, k, filters, asked.case)
    lines = [f"{asked.item.request}: prior decisions on similar requests (context, not authority)"]
    lines += [line for decision in found for line in _lines(decision)]
    sys.stdout.write("\n".join(lines if found else ["No prior decision fits."]) + "\n")


def _lines(decision: SimilarDecision) -> Iterator[str]:
    decided = f"decided {decision.decided}" if decision.decided else "date not known"
    by = f", {decision.specialty}" if decision.specialty else ""
    yield f"\n{decision.id}  {decided}{by}: {decision.request}"
    told = {
        "same": "; ".join(decision.common),
        "different": "; ".join(decision.different),
        "cites": ", ".join(decision.editions),
        "record": " ".join(f"“{sentence}”" for sentence in decision.record),
    }
    for label, words in told.items():
        if words:
            yield f"  {label}: {words}"
