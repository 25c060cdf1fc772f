"""Facts, first part: invented or altered ones (failure modes 1-3, 13 and 14)."""

from __future__ import annotations

import re
from random import Random

from drafter.draft import DraftItem
from drafter.verification.codes import Code
from evals.defects import phrases
from evals.defects.base import Defect, Plant, Planted, Sound, on_item
from evals.defects.changes import (
    Change,
    change_amount,
    change_date,
    change_dose,
    change_drug,
    change_level,
    change_part,
    change_quantity,
    change_side,
    change_visits,
    misread_digit,
)
from evals.defects.editing import first, insert, request_span, shuffled
from evals.defects.telling import decided_items, either, requested_wrongly, tellable, told_wrongly


def invented_score(sound: Sound, rng: Random) -> Planted | None:
    """A score that no record gives, cited to an unrelated sentence."""
    text = " ".join(sentence.text for sentence in tellable(sound))
    free = [number for number in range(3, 10) if not re.search(rf"(?<!\d){number}(?!\d)", text)] or [37, 83, 94]
    return _invent(sound, rng, rng.choice(phrases.SCORES).format(rng.choice(free)), "an invented score")


def invented_date(sound: Sound, rng: Random) -> Planted | None:
    """A visit or study on a day of which no record speaks."""
    injury = sound.case.header.date_of_injury
    year = injury.year + 1 if injury else 2015
    written = f"{rng.randrange(1, 13)}/{rng.randrange(1, 29)}/{year}"
    if any(written in sentence.text for sentence in tellable(sound)):
        return None
    return _invent(sound, rng, rng.choice(phrases.EVENTS).format(written), "an invented date")


def invented_finding(sound: Sound, rng: Random) -> Planted | None:
    """A clinical finding without any number, cited to a sentence that says nothing of the kind."""
    text = " ".join(sentence.text.lower() for sentence in tellable(sound))
    free = [told for told in phrases.INVENTED if not _shares(told, text)]
    return _invent(sound, rng, rng.choice(free), "an invented finding") if free else None


def invented_treatment(sound: Sound, rng: Random) -> Planted | None:
    """An earlier treatment that was never given."""
    text = " ".join(sentence.text.lower() for sentence in tellable(sound))
    names = (
        "acupuncture",
        "chiropractic care",
        "epidural steroid injections",
        "aquatic therapy",
        "biofeedback",
        "TENS",
    )
    free = [name for name in names if name.split()[0].lower() not in text]
    told = f"Prior treatment has included {rng.choice(free)} without lasting benefit." if free else None
    return _invent(sound, rng, told, "an invented treatment") if told else None


def wrong_frequency(sound: Sound, rng: Random) -> Planted | None:
    """The requested number of visits written otherwise in the lock: 3 times 6 weeks as 16 visits."""
    items = [item for item in decided_items(sound) if item.lock.visits]
    if not items:
        return None
    item = rng.choice(items)
    total = (item.lock.visits or 0) + rng.choice((-2, -1, 1, 2, 4))
    lock = item.lock.model_copy(update={"visits": max(1, total if total != item.lock.visits else total + 1)})
    return None if lock == item.lock else on_item(sound, item.model_copy(update={"lock": lock}), "visits in the lock")


def wrong_site_in_lock(sound: Sound, rng: Random) -> Planted | None:
    """Another side or part in the item's lock."""
    items = [item for item in decided_items(sound) if item.lock.sites]
    if not items:
        return None
    item = rng.choice(items)
    site = item.lock.sites[0]
    other = {"left": "right", "right": "left", "bilateral": "left"}.get(site.side or "")
    changed = site.model_copy(update={"side": other} if other else {"part": "knee" if site.part != "knee" else "hip"})
    lock = item.lock.model_copy(update={"sites": (changed, *item.lock.sites[1:])})
    return on_item(sound, item.model_copy(update={"lock": lock}), "site in the lock")


def miscounted_total(sound: Sound, rng: Random) -> Planted | None:
    """A total of visits that neither record nor request adds up to."""
    items = [item for item in decided_items(sound) if item.lock.visits]
    return first(rng, items, lambda item: _total(sound, rng, item))


def _total(sound: Sound, rng: Random, item: DraftItem) -> Planted | None:
    span = request_span(sound.case, sound.case_item(item.number))
    visits = item.lock.visits or 0
    known = " ".join(sentence.text for sentence in tellable(sound))
    free = [n for n in range(visits + 3, visits + 40) if not re.search(rf"\b{n}\b", f"{known} {item.request}")]
    if span is None or not free:
        return None
    told = f"With the {visits} requested, the patient would have had {rng.choice(free)} visits in total."
    control = f"The request is for {visits} visits."
    return on_item(sound, insert(item, told, [span]), "a wrong total", insert(item, control, [span]))


def _invent(sound: Sound, rng: Random, told: str, variant: str) -> Planted | None:
    items, sentences = decided_items(sound), tellable(sound)
    if not items or not sentences:
        return None
    item, cited = rng.choice(items), rng.choice(shuffled(rng, sentences))
    return on_item(sound, insert(item, told, [cited.span()]), variant)


def _shares(told: str, text: str) -> bool:
    """Whether the records already use one of the telling words of an invented finding."""
    plain = {"patient", "because", "record", "every", "most", "previous", "report", "documented", "symptoms", "showed"}
    words = {word for word in re.findall(r"[a-z]{5,}", told.lower()) if word not in plain}
    return sum(word in text for word in words) > 1


def _altered(change: Change, variant: str) -> Plant:
    """The fact altered in a sentence that tells the record."""
    return lambda sound, rng: told_wrongly(sound, rng, change, variant)


def _drifted(change: Change, variant: str) -> Plant:
    """The fact altered in the draft's own sentence about the request."""
    return lambda sound, rng: requested_wrongly(sound, rng, change, variant)


_NUMBER = frozenset({Code.NUMBER_UNSUPPORTED, Code.REQUEST_CONTRADICTED, Code.LOCK_DRIFT})
_DATE = frozenset({Code.DATE_UNSUPPORTED, Code.NUMBER_UNSUPPORTED})
_SIDE = frozenset({Code.SIDE_UNSUPPORTED, Code.REQUEST_CONTRADICTED, Code.LOCK_DRIFT})
_LEVEL = frozenset({Code.LEVEL_UNSUPPORTED, Code.REQUEST_CONTRADICTED})
_PART = frozenset({Code.PART_UNSUPPORTED, Code.REQUEST_CONTRADICTED, Code.SIDE_UNSUPPORTED})
_DRUG = frozenset({Code.DRUG_UNSUPPORTED, Code.REQUEST_CONTRADICTED})
_MADE_UP = frozenset({Code.CLAIM_UNGROUNDED})


def _fact(name: str, mode: int, title: str, expected: frozenset[Code], *plants: Plant) -> Defect:
    return Defect(name, mode, "facts", title, either(*plants), expected)


DEFECTS: tuple[Defect, ...] = (
    _fact("invented-score", 1, "a score that no record gives", _NUMBER | _MADE_UP, invented_score),
    _fact("invented-date", 1, "a visit on a day that no record names", _DATE | _MADE_UP, invented_date),
    _fact("invented-finding", 1, "a finding that no record states", _MADE_UP, invented_finding),
    _fact("invented-treatment", 1, "an earlier treatment that was never given", _MADE_UP, invented_treatment),
    _fact("altered-amount", 1, "a score or count told wrongly", _NUMBER, _altered(change_amount, "amount told")),
    _fact("altered-date", 1, "a date told wrongly", _DATE, _altered(change_date, "date told")),
    _fact(
        "wrong-side",
        2,
        "left for right",
        _SIDE,
        _altered(change_side, "side told"),
        _drifted(change_side, "side"),
    ),
    _fact(
        "wrong-level",
        2,
        "the neighbouring spinal level",
        _LEVEL,
        _altered(change_level, "level told"),
        _drifted(change_level, "level"),
    ),
    _fact(
        "wrong-part",
        2,
        "another body part",
        _PART,
        _altered(change_part, "part told"),
        _drifted(change_part, "part"),
    ),
    _fact("wrong-site-in-lock", 2, "another site in the item's lock", frozenset({Code.LOCK_DRIFT}), wrong_site_in_lock),
    _fact(
        "wrong-drug",
        3,
        "another drug",
        _DRUG,
        _altered(change_drug, "drug told"),
        _drifted(change_drug, "drug"),
    ),
    _fact("wrong-dose", 3, "another strength", _NUMBER, _altered(change_dose, "dose"), _drifted(change_dose, "dose")),
    _fact("wrong-quantity", 3, "another number of tablets", _NUMBER, _drifted(change_quantity, "quantity")),
    _fact("wrong-visits", 3, "another number of visits", _NUMBER, _drifted(change_visits, "visits")),
    _fact(
        "digit-misread",
        13,
        "a digit taken for one that looks like it",
        _NUMBER | _DATE | frozenset({Code.LEVEL_UNSUPPORTED}),
        _altered(misread_digit, "digit told"),
        _drifted(misread_digit, "digit"),
    ),
    _fact("visits-miscounted", 14, "visits had told wrongly", _NUMBER, _altered(change_visits, "visits told")),
    _fact("total-miscounted", 14, "visits had and asked for added up wrongly", _NUMBER, miscounted_total),
    _fact("schedule-miscounted", 14, "frequency times weeks wrong", frozenset({Code.LOCK_DRIFT}), wrong_frequency),
)
