"""A compact way to write down the lock that a request must give: whatever is not named has to be empty."""

from __future__ import annotations

import datetime as dt
from typing import Any

from drafter.case import BodySite, Lock


def case(request: str, treatment: str | None, **stated: Any) -> tuple[str, Lock]:
    """A request and its whole lock; `sites` as "knee/left neck", `levels` and `also` as words, `drugs` by commas."""
    fields = dict(stated)
    if "sites" in fields:
        fields["sites"] = tuple(_site(word) for word in fields["sites"].split())
    for name in ("levels", "also"):
        if name in fields:
            fields[name] = tuple(fields[name].split())
    if "drug" in fields:
        drugs = fields.get("drugs", fields["drug"].replace("/", ", "))
        fields["drugs"] = tuple(drugs.split(", "))
    if "service_date" in fields:
        fields["service_date"] = dt.date.fromisoformat(fields["service_date"])
    return request, Lock(treatment=treatment, **fields)


def _site(word: str) -> BodySite:
    part, _, side = word.partition("/")
    return BodySite.model_validate({"part": part, "side": side or None})
