"""From the words of a request to its lock."""

from __future__ import annotations

from drafter.case import BodySite, Lock
from drafter.lock.amounts import read_amount, remaining_amounts
from drafter.lock.choice import Choice, choose
from drafter.lock.circumstances import read_circumstances
from drafter.lock.levels import find_levels
from drafter.lock.remainder import Modification, read_modification
from drafter.lock.sites import request_sites
from drafter.lock.treatments import category_of


def parse_lock(request: str) -> Lock:
    """Read a disputed item's request; never raises, what is not stated stays empty."""
    request = " ".join(request.split())
    modification = read_modification(request)
    if modification is None:
        return _read(request, choose(request))
    return _read_modified(request, modification)


def _read(request: str, choice: Choice) -> Lock:
    therapy = choice.treatment is not None and category_of(choice.treatment) == "therapy"
    standing = read_circumstances(request, evaluation_is_initial=therapy)
    return Lock(
        treatment=choice.treatment,
        also=choice.also,
        drug=choice.drug,
        drugs=choice.drugs,
        sites=request_sites(request),
        levels=tuple(dict.fromkeys(level.level for level in find_levels(request))),
        retrospective=standing.retrospective,
        service_date=standing.service_date,
        phase=standing.phase,
        ancillary=standing.ancillary or choice.treatment == "assistant-surgeon",
        care=standing.care,
        **read_amount(request, choice.treatment)._asdict(),
    )


def _read_modified(request: str, modification: Modification) -> Lock:
    """The lock of the part in dispute; what its words leave out comes from the original request."""
    whole = choose(modification.original)
    own = choose(modification.remaining)
    choice = whole if own.treatment is None or (own.guessed and not whole.guessed) else own
    original = _read(modification.original, whole)
    remaining = _read(modification.remaining, choice)
    stated = read_circumstances(request, evaluation_is_initial=False)
    return remaining.model_copy(
        update={
            "sites": _fill_sites(remaining.sites, original.sites),
            "levels": remaining.levels or (() if remaining.sites else original.levels),
            "strength": remaining.strength or (original.strength if remaining.drug == original.drug else None),
            "phase": remaining.phase or original.phase,
            "care": remaining.care or original.care,
            "retrospective": stated.retrospective,
            "service_date": stated.service_date,
            "ancillary": original.ancillary or remaining.ancillary,
            "ur_action": "modified",
            **remaining_amounts(modification, choice.treatment),
        }
    )


def _fill_sites(sites: tuple[BodySite, ...], original: tuple[BodySite, ...]) -> tuple[BodySite, ...]:
    """The remaining text's body parts, with the side that only the original request gives."""
    sides = {site.part: site.side for site in original}
    return (
        tuple(site if site.side else site.model_copy(update={"side": sides.get(site.part)}) for site in sites)
        or original
    )
