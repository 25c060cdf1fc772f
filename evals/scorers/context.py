"""Building what scorers look at besides their two items."""

from __future__ import annotations

from drafter.criteria.library import Library
from drafter.draft import Draft
from evals.samples import Sample
from evals.scorers.base import Context


def build_context(sample: Sample, draft: Draft, library: Library) -> Context:
    """Verify the draft anew: a run is scored by today's checks, and a draft cannot vouch for itself."""
    from drafter.verification import verify

    checked = verify(draft, sample.case, library)
    flags = {item.number: item.flags for item in reversed(checked.items)}
    return Context(sample.case, sample.target, draft, library, flags)
