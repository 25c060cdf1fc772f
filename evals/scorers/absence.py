"""Is what the draft says to be absent proven absent?

Definition: `absence.proven`, share of an item's absence claims ("no documentation of…") that name a criterion for
which the whole record was searched, show the nearest passages, and are contradicted by no sentence of the record;
`absence.findings`, share of its criteria marked "not documented" that no sentence of the record documents.
Range: 0 to 1, means over the items that make such claims. Direction: higher is better; below 1 is an error.
Source: promise 2 of the design; Gonzalez-Ornelas (2014) and McAtee (2015), both undone by a false "no
documentation"; failure mode 4 of the domain notes.
"""

from __future__ import annotations

from drafter.determination import DeterminedItem
from drafter.draft import DraftItem, RationaleSentence
from drafter.verification.absence_claims import find_absences
from drafter.verification.codes import Code
from evals.scorers.base import Context, Scorer, Values, mean_of, share

PROVEN = "absence.proven"
FINDINGS = "absence.findings"

_UNPROVEN = frozenset({Code.ABSENCE_UNPROVEN.code, Code.ABSENCE_CONTRADICTED.code})


def score_item(target: DeterminedItem, drafted: DraftItem, context: Context) -> Values:
    number = drafted.number
    doubted = context.flagged(number, _UNPROVEN)
    claims = [
        f"item {number} sentence {place}"
        for place, sentence in enumerate(drafted.rationale, start=1)
        if _claims_absence(sentence)
    ]
    missing = [f"item {number} criterion {entry.id}" for entry in drafted.criteria if entry.status == "not_documented"]
    return {
        PROVEN: share(sum(place not in doubted for place in claims), len(claims), "nothing is said to be absent"),
        FINDINGS: share(sum(place not in doubted for place in missing), len(missing), "no criterion is undocumented"),
    }


def _claims_absence(sentence: RationaleSentence) -> bool:
    """What a guideline or the request does not contain is no claim about the record."""
    about_the_record = sentence.role not in ("guideline", "request", "limit")
    return sentence.role == "absence" or (about_the_record and bool(find_absences(sentence.text)))


SCORER = Scorer(
    name="absence",
    columns=(PROVEN, FINDINGS),
    measures=(
        mean_of(PROVEN, "share of absence claims that are proven", "higher"),
        mean_of(FINDINGS, "share of undocumented criteria that the record does not document", "higher"),
    ),
    score_item=score_item,
)
