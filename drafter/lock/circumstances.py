"""What a request says about itself: retrospective, before or after surgery, ancillary, first or further care."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal, NamedTuple

from drafter.text import find_dates

_RETROSPECTIVE = re.compile(r"\bretro(?:spective(?:ly)?|active)?\b|\bDOS\b|\bdates?\s+of\s+service\b", re.IGNORECASE)
_SERVICE = re.compile(r"\b(?:DOS|dates?\s+of\s+service)\b", re.IGNORECASE)
_PREOPERATIVE = re.compile(r"\bpre\s?-?\s?(?:op(?:erative(?:ly)?)?|surgical|surgery)\b", re.IGNORECASE)
_POSTOPERATIVE = re.compile(r"\bpost\s?-?\s?(?:op(?:erative(?:ly)?)?|surgical|surgery)\b", re.IGNORECASE)
_ANCILLARY = re.compile(r"\bassociated\s+(?:surgical\s+)?(?:services?|items?|requests?)\b", re.IGNORECASE)
_CONTINUING = re.compile(
    r"\b(?:additional|addition(?=\s+of)|further|continu(?:e|ed|es|ing|ation)|ongoing|on-going|extend(?:ed)?|extension|repeat|"
    r"renew(?:al)?|maintenance|more|remaining"
    r"|(?:second|2nd|third|3rd)\s+(?:[\w/-]+\s+){0,3}?(?:injections?|epidural|blocks?|ESI|trial|round|course|series))\b",
    re.IGNORECASE,
)
_NOT_CONTINUING = re.compile(
    r"\bpossible\s+extension|\bextension\s+(?:splint|views?|films?|x-?rays?)|\bremaining\s+IMR|\bcontinuous|\bif\s+\w+\s+continu\w+"
    r"|\bflexion\W+extension|\bextended\s+release",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"\b(?:initial|trial|baseline|first|new|start|starting|begin)\b", re.IGNORECASE)
_EVALUATION = re.compile(r"\b(?:evaluation|eval|assessment)\b", re.IGNORECASE)
_NOT_INITIAL = re.compile(
    r"\bfirst\s+(?:assist\w*|dorsal|metatarsal|rib|CMC|carpo\w+|toe|MTP|metacarpal|web|digit|floor)|\bre-?\s?evaluation|\bnew\s+terocin",
    re.IGNORECASE,
)


class Circumstances(NamedTuple):
    """The lock's fields about the standing of a request."""

    retrospective: bool
    service_date: dt.date | None
    phase: Literal["preoperative", "postoperative"] | None
    ancillary: bool
    care: Literal["initial", "continuing"] | None


def read_circumstances(request: str, evaluation_is_initial: bool) -> Circumstances:
    """Read the words of a request; `evaluation_is_initial` for a therapy, whose evaluation comes first."""
    return Circumstances(
        retrospective=bool(_RETROSPECTIVE.search(request)),
        service_date=_service_date(request),
        phase=_phase(request),
        ancillary=bool(_ANCILLARY.search(request)),
        care=_care(request, evaluation_is_initial),
    )


def _service_date(request: str) -> dt.date | None:
    """The first date after "DOS"; in a retrospective request without that word, the first date at all."""
    marked = _SERVICE.search(request) or _RETROSPECTIVE.search(request)
    if not marked:
        return None
    dates = find_dates(request)
    after = [found.value for found in dates if found.start >= marked.end()]
    return next(iter(after or [found.value for found in dates]), None)


def _phase(request: str) -> Literal["preoperative", "postoperative"] | None:
    before, after = _PREOPERATIVE.search(request), _POSTOPERATIVE.search(request)
    if before and (not after or before.start() < after.start()):
        return "preoperative"
    return "postoperative" if after else None


def _care(request: str, evaluation_is_initial: bool) -> Literal["initial", "continuing"] | None:
    if _CONTINUING.search(_NOT_CONTINUING.sub(" ", request)):
        return "continuing"
    text = _NOT_INITIAL.sub(" ", request)
    if _INITIAL.search(text) or (evaluation_is_initial and _EVALUATION.search(text)):
        return "initial"
    return None
