"""From findings to an outcome: suggested by the rules here, chosen by the reviewer, or withheld."""

from __future__ import annotations

from typing import NamedTuple

from drafter.draft import DraftItem, Finding, Outcome
from drafter.engines.base import Matter
from drafter.evidence.concerns import names_treatment
from drafter.evidence.stage import stage_of_care
from drafter.lexicon import body_parts
from drafter.lock import find_sites

_THIN_RECORD = "clinical records about this treatment"
_UNKNOWN_STAGE = "whether this is a first course or continuing care: the record does not say"
_THIN_SENTENCES = 3
"""A record with fewer clinical sentences than this supports no finding, present or absent."""


class Decision(NamedTuple):
    """An outcome, the engine's probability that a physician would overturn, and what a reviewer must look at."""

    outcome: Outcome
    confidence: float
    needs_reviewer: tuple[str, ...] = ()


def decide(matter: Matter, findings: tuple[Finding, ...]) -> Decision:
    """Suggest an outcome.

    A request is necessary when every necessary criterion that applies is met and no exclusion is: guidelines state
    conditions, and one unmet condition is enough for a refusal to stand. A number inside its range proves nothing.
    Where all hangs on criteria in doubt, there is no outcome.
    """
    if matter.surgery is not None:
        dependent = _follow_surgery(matter.surgery)
        if dependent:
            return dependent
    missing = _too_thin(matter, findings)
    if missing:
        return Decision("undetermined", 0.5, missing)
    decisive = [finding for finding in findings if finding.necessary]
    doubts = tuple(_doubt(finding) for finding in decisive if finding.in_doubt)
    if doubts and not any(counts_against(finding) and not finding.in_doubt for finding in decisive):
        return Decision("undetermined", 0.5, doubts)
    against = [finding for finding in decisive if counts_against(finding)]
    if not against and not _speaks_of(matter):
        return Decision("undetermined", 0.5, (f"{_THIN_RECORD}: the record never names it",))
    if not against and not any(finding.kind in ("precondition", "continuation") for finding in decisive):
        return Decision("undetermined", 0.5, ("a criterion that shows necessity: the section states only exclusions",))
    divided = tuple(_divided(finding) for finding in decisive if finding.status == "contrary")
    unknown = (_UNKNOWN_STAGE,) if _hangs_on_stage(matter, against) else ()
    return Decision("upheld" if against else "overturned", _confidence(decisive), (*divided, *doubts, *unknown))


def _doubt(finding: Finding) -> str:
    return f"whether the record documents {finding.subject}; look at “{finding.to_judge[0].quote}”"


def _divided(finding: Finding) -> str:
    if finding.kind == "limit":
        return f"{finding.subject}: within the guideline by itself, above it with the visits already done"
    return f"the record is divided on {finding.subject}"


def _hangs_on_stage(matter: Matter, against: list[Finding]) -> bool:
    """Whether the refusal stands only by criteria of continuing care that nobody knows to be continuing."""
    only = bool(against) and all(finding.kind == "continuation" for finding in against)
    return only and stage_of_care(matter.item, matter.reading) == "any"


def counts_against(finding: Finding) -> bool:
    """Whether a finding speaks against the request.

    Evidence both ways does not settle a criterion against the worker; the reviewer is told that it is divided.
    """
    if finding.kind == "exclusion":
        return finding.status == "met"
    if finding.kind == "limit":
        return finding.status == "not_met"
    return finding.status in ("not_met", "not_documented")


def _confidence(decisive: list[Finding]) -> float:
    """Probability of an overturn, growing with the square of the share of satisfied criteria.

    One unmet criterion of several already lets most refusals stand, hence the square; the ends stay away from
    certainty because a summary never shows everything that the physician saw.
    """
    share = sum(_credit(finding) for finding in decisive) / len(decisive)
    return round(0.05 + 0.6 * share**2, 3)


def _credit(finding: Finding) -> float:
    if finding.status == "contrary":
        return 0.5
    if counts_against(finding):
        return 0.0 if finding.status == "not_met" or finding.kind == "exclusion" else 0.1
    return 1.0


def _follow_surgery(surgery: DraftItem) -> Decision | None:
    """An ancillary service has no purpose without its surgery; with it, it is judged by its own section."""
    if surgery.outcome == "upheld":
        return Decision("upheld", surgery.confidence)
    if surgery.outcome in ("undetermined", "withheld"):
        return Decision("undetermined", 0.5, (f"it depends on item {surgery.number}, which is {surgery.outcome}",))
    return None


def _too_thin(matter: Matter, findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """What is missing for a decision, in words for the reviewer."""
    if not matter.guidelines:
        return (f"no applicable guideline section was found for {matter.item.request!r}",)
    if not any(finding.necessary for finding in findings):
        return (f"{matter.guidelines[0].section} states no criteria that decide this request",)
    clinical = _clinical(matter)
    if len(clinical) < _THIN_SENTENCES:
        return (f"clinical records: only {len(clinical)} clinical sentences were supplied",)
    if matter.item.lock.sites and not _speaks_of(matter):
        return (f"{_THIN_RECORD} or body part: the record mentions neither",)
    return ()


def _clinical(matter: Matter) -> list[str]:
    return [s.text for s, usable in zip(matter.reading.sentences, matter.reading.clinical, strict=True) if usable]


def _speaks_of(matter: Matter) -> bool:
    """Whether a clinical sentence names the treatment or, where the request names any, its body part."""
    return any(names_treatment(text, matter.item.lock) or _names_region(text, matter) for text in _clinical(matter))


def _names_region(text: str, matter: Matter) -> bool:
    wanted = {body_parts()[site.part].region for site in matter.item.lock.sites}
    return any(body_parts()[site.part].region in wanted for site in find_sites(text))
