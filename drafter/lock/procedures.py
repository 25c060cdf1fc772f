"""Procedures that only the body part tells apart: an arthroscopy of the knee, a fusion of the neck."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from drafter.lexicon import body_parts
from drafter.lock.levels import find_levels, parts_of_level
from drafter.lock.matcher import Matcher
from drafter.lock.sites import find_sites

_OPERATION = {
    "shoulder": "shoulder-surgery",
    "elbow": "elbow-surgery",
    "wrist-hand": "hand-surgery",
    "hip": "hip-surgery",
    "knee": "knee-arthroscopy",
    "ankle-foot": "ankle-foot-surgery",
}
_JOINTS = ("shoulder", "elbow", "wrist-hand", "hip", "knee", "ankle-foot", "upper-extremity", "lower-extremity")
_SPINE = ("neck", "low-back", "spine")
_STEROID = {
    "si-joint": "si-joint-injection",
    **dict.fromkeys(_JOINTS, "joint-injection"),
    **dict.fromkeys(_SPINE, "epidural-steroid"),
}
_DECOMPRESSION = {
    **_OPERATION,
    "neck": "cervical-decompression",
    "low-back": "lumbar-decompression",
    "spine": "lumbar-decompression",
    "elbow": "ulnar-nerve-surgery",
    "wrist-hand": "carpal-tunnel-release",
}
_FUSION = {
    "neck": "cervical-fusion",
    "low-back": "lumbar-fusion",
    "upper-back": "lumbar-fusion",
    "spine": "lumbar-fusion",
    "wrist-hand": "hand-surgery",
    "ankle-foot": "ankle-foot-surgery",
}
_REPLACEMENT = {
    **_OPERATION,
    "knee": "knee-replacement",
    "hip": "hip-replacement",
    "neck": "disc-replacement",
    "low-back": "disc-replacement",
}


class Procedure(NamedTuple):
    """A word for a procedure, and the treatment it means by body part or region."""

    pattern: str
    by_place: dict[str, str]


_PROCEDURES = {
    "arthroscopy": Procedure(
        "(operative |diagnostic |surgical )?arthroscop(y|ies|ic|ically)( surger(y|ies)| repair| debridement)?",
        _OPERATION,
    ),
    "soft tissue": Procedure(
        "debridement|(partial |complete |total )?synovectom(y|ies)|loose bod(y|ies) (removal|excision)"
        "|(removal|excision)( of)? loose bod(y|ies)|labr(al|um) (repair|debridement)"
        "|capsular (release|repair|plication)|capsulorrhaphy|ligament( and tendon)? (repair|reconstruction)"
        "|tendon (repair|transfer|debridement)|tenotom(y|ies)|tenolysis|tenosynovectom(y|ies)|tenodes[ie]s"
        "|bursectom(y|ies)|osteotom(y|ies)|(ganglion )?cyst (excision|removal)|microfracture|contracture release"
        "|lysis of adhesions (and|with) manipulation",
        _OPERATION,
    ),
    "replacement": Procedure("(hemi ?-?)?arthroplast(y|ies)|(total |joint )replacements?( surgery)?", _REPLACEMENT),
    "fusion": Procedure("fusions?|arthrodes[ie]s|instrumented fusion", _FUSION),
    "decompression": Procedure(
        "(micro ?-?)?(dis[ck]ectom(y|ies)|decompressions?)|(hemi ?-?)?laminectom(y|ies)|laminotom(y|ies)"
        "|(laminof|f)oraminotom(y|ies)|laminoplast(y|ies)|surgical decompression",
        _DECOMPRESSION,
    ),
    "steroid injection": Procedure(
        "((cortico ?-?)?steroid|cortisone|corticosteriod|cortizone|kenalog|depo ?-?medrol|celestone)s?( joints?)?"
        " (injections?|shots?)"
        "|injections?( of)? (cortico ?-?)?(steroids?|cortisone)",
        _STEROID,
    ),
    "surgery": Procedure(
        "surger(y|ies)|surgical (interventions?|procedures?|repair)|operative (repair|intervention|procedure)",
        {**_OPERATION, "neck": "cervical-decompression", "low-back": "lumbar-decompression"},
    ),
}


class FoundProcedure(NamedTuple):
    """A procedure word with the treatment it means at this place."""

    id: str
    start: int
    end: int


@cache
def _matcher() -> Matcher:
    return Matcher((name, procedure.pattern) for name, procedure in _PROCEDURES.items())


def find_procedures(text: str) -> list[FoundProcedure]:
    """Procedure words that the nearest fitting body part gives a meaning."""
    matches = _matcher().find(text)
    if not matches:
        return []
    places = _places(text)
    found = []
    for match in matches:
        treatment = _meaning(_PROCEDURES[match.ids[0]], places, match.start)
        if treatment:
            found.append(FoundProcedure(treatment, match.start, match.end))
    return found


def operation_at(text: str) -> str | None:
    """The kind of surgery by the first joint named; a knee says nothing, its open operations have no section."""
    for part, _ in _places(text):
        treatment = _OPERATION.get(body_parts()[part].region)
        if treatment and treatment != "knee-arthroscopy":
            return treatment
    return None


def _places(text: str) -> list[tuple[str, int]]:
    sites = [(site.part, site.start) for site in find_sites(text)]
    levels = [(part, level.start) for level in find_levels(text) for part in parts_of_level(level.level)]
    return sites + levels


def _meaning(procedure: Procedure, places: Iterable[tuple[str, int]], at: int) -> str | None:
    fitting = [
        (abs(start - at), treatment)
        for part, start in places
        if (treatment := procedure.by_place.get(part) or procedure.by_place.get(body_parts()[part].region))
    ]
    return min(fitting)[1] if fitting else None
