"""Invented letters, samples and scores."""

from __future__ import annotations

from typing import Any

from drafter.case import Case
from drafter.criteria.library import Library
from drafter.determination import Determination, DeterminedItem, GuidelineCitation
from drafter.draft import Draft, DraftItem
from evals.samples import Sample
from evals.scorers.base import Context, ItemScore, Values
from tests.drafter.builders import SUMMARY

LETTER = """\
**Case Number:** {number}
**Date Assigned:** 09/05/2014 **Date of Injury:** 01/27/2010
**Decision Date:** 09/25/2014 **UR Denial Date:** 08/25/2014
**Priority:** Standard **Application Received:** 08/28/2014

### HOW THE IMR FINAL DETERMINATION WAS MADE

MAXIMUS Federal Services sent the complete case file to an expert reviewer. The expert reviewer is Board Certified in
Family Practice and is licensed to practice in California.

### CLINICAL CASE SUMMARY

The expert reviewer developed the following clinical case summary based on a review of the case file:

{summary}

### IMR ISSUES, DECISIONS AND RATIONALES

The Final Determination was based on decisions for the disputed items/services set forth below:

{items}
"""
ITEM = """\
**{request}: {outcome}**

**Claims Administrator guideline:** Decision based on MTUS Chronic Pain Treatment Guidelines.

**MAXIMUS guideline:** Decision based on MTUS Chronic Pain Treatment Guidelines Massage therapy Page(s): 60.

**Decision rationale:** {rationale}
"""
REASON = "There is no documentation of an active exercise program. The request is not medically necessary."


def letter(number: str = "CM99-0000001", summary: str = SUMMARY, **items: str) -> str:
    """The text of a letter; `items` are outcomes by request, one massage request by default."""
    listed = items or {"6 massage therapy sessions, lumbar spine": "Upheld"}
    blocks = (ITEM.format(request=request, outcome=outcome, rationale=REASON) for request, outcome in listed.items())
    return LETTER.format(number=number, summary=summary, items="\n".join(blocks))


def target(number: int, case: Case, outcome: Any = "upheld", rationale: str = REASON, **fields: Any) -> DeterminedItem:
    """A physician's decision on an item of `case`."""
    asked = next(item for item in case.items if item.number == number)
    values: dict[str, Any] = {
        "claims_administrator_guideline": "",
        "reviewer_guideline": "",
        "citations": (cited("mtus-2009", "Massage therapy"),),
    }
    return DeterminedItem(
        number=number,
        request=asked.request,
        lock=asked.lock,
        outcome=outcome,
        rationale=rationale,
        **(values | fields),
    )


def cited(guideline: str | None, *sections: str, mtus: bool = True) -> GuidelineCitation:
    return GuidelineCitation(text="as written", guideline=guideline, sections=sections, mtus=mtus)


def sample(case: Case, *targets: DeterminedItem, name: str = "sample") -> Sample:
    """A sample of `case`; every item upheld unless targets are given."""
    decided = targets or tuple(target(item.number, case) for item in case.items)
    determination = Determination(case_number=case.header.case_number, clinical_summary=SUMMARY, items=decided)
    return Sample(id=name, source=f"{name}.md", case=case, target=determination)


def context(case: Case, draft: Draft, library: Library, *targets: DeterminedItem) -> Context:
    """A context without verification, for scorers that do not look at flags."""
    return Context(case, sample(case, *targets).target, draft, library, {})


def scored(case: str, item: int = 1, derived: bool = False, **values: Any) -> ItemScore:
    """A stored score; `a__b=…` stands for column `a.b`."""
    named: Values = {name.replace("__", "."): value for name, value in values.items()}
    return ItemScore(sample=case, case=case, item=item, derived=derived, values=named)


def without(item: DraftItem, **fields: Any) -> DraftItem:
    """The item with fields replaced."""
    return item.model_copy(update=fields)
