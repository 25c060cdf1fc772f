"""Does the draft contain what the law asks of a determination?

Definition: whether each element of LC 4610.6(d) is there. `form.condition`: a sentence on the employee's condition,
that is, one that cites a clinical record, or a reference to the surgery that the item depends on; `form.documents`: the
list of documents names every record of the case; `form.item`: a sentence states the disputed treatment;
`form.evidence`: a sentence cites a guideline, or the draft says that none applies and what is missing; `form.reasons`:
a finding, an absence, a limit or a dependency on a surgery is argued; `form.conclusion`: the outcome is stated and is
not inverted. `form.complete` is all of them.
Range: 0 to 1, shares of items. Direction: higher is better.
Source: LC 4610.6(d)-(e) and 8 CCR 9792.10.6(d); failure mode 31 of the domain notes. The reviewer's qualifications and
the notice of appeal are not part of a draft. An item whose outcome is withheld has no rationale and is unscored.
"""

from __future__ import annotations

from drafter.case import Span
from drafter.determination import DeterminedItem
from drafter.draft import Draft, DraftItem, PassageCitation
from drafter.verification.codes import Code
from evals.scorers.base import Context, Scorer, Unscored, Values, mean_of

_ELEMENTS = {
    "condition": "share of items with a sentence that cites a clinical record",
    "documents": "share of items in drafts that list every record",
    "item": "share of items whose rationale states the disputed treatment",
    "evidence": "share of items whose rationale cites a guideline, or says why it cannot",
    "reasons": "share of items with an argued finding",
    "conclusion": "share of items whose conclusion states the outcome",
}
COMPLETE = "form.complete"
COLUMNS = (COMPLETE, *(f"form.{name}" for name in _ELEMENTS))

_ARGUED = frozenset({"finding", "absence", "limit", "contrary", "dependency"})
_NO_CONCLUSION = frozenset({Code.CONCLUSION_MISSING.code, Code.CONCLUSION_INVERTED.code})


def score_item(target: DeterminedItem, drafted: DraftItem, context: Context) -> Values:
    if drafted.outcome == "withheld":
        return dict.fromkeys(COLUMNS, Unscored(unscored="the outcome is withheld"))
    present = {f"form.{name}": value for name, value in _elements(drafted, context).items()}
    return {COMPLETE: all(present.values()), **present}


def _elements(drafted: DraftItem, context: Context) -> dict[str, bool]:
    roles = {sentence.role for sentence in drafted.rationale}
    open_question = drafted.outcome == "undetermined" and bool(drafted.needs_reviewer)
    return {
        "condition": _cites_clinical_record(drafted, context) or open_question or "dependency" in roles,
        "documents": _lists_every_record(context.draft, context),
        "item": "request" in roles or "dependency" in roles,
        "evidence": _cites_guideline(drafted) or open_question or "dependency" in roles,
        "reasons": bool(roles & _ARGUED) or open_question,
        "conclusion": "conclusion" in roles and not context.flagged(drafted.number, _NO_CONCLUSION),
    }


def _cited(drafted: DraftItem) -> set[str]:
    return {name for sentence in drafted.rationale for name in sentence.citations}


def _cites_clinical_record(drafted: DraftItem, context: Context) -> bool:
    clinical = {record.id for record in context.case.records if record.kind not in ("request", "ur_decision")}
    cited = (drafted.citations.get(name) for name in _cited(drafted))
    return any(isinstance(citation, Span) and citation.record in clinical for citation in cited)


def _cites_guideline(drafted: DraftItem) -> bool:
    return any(isinstance(drafted.citations.get(name), PassageCitation) for name in _cited(drafted))


def _lists_every_record(draft: Draft, context: Context) -> bool:
    listed = {record.id for record in draft.records}
    return bool(listed) and {record.id for record in context.case.records} <= listed


SCORER = Scorer(
    name="form",
    columns=COLUMNS,
    measures=(
        mean_of(COMPLETE, "share of items with every element that the law asks for", "higher"),
        *(mean_of(f"form.{name}", text, "higher") for name, text in _ELEMENTS.items()),
    ),
    score_item=score_item,
)
