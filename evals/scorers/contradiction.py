"""Does the draft say the opposite of what the physician says?

Definition: `contradiction.outcome`, the draft suggests the opposite outcome. `contradiction.findings`, of the findings
that can be compared, the share opposed: the draft counts a criterion as documented by a concept that the physician's
reasons state as absent, or counts it as not met or not documented while they state one of its concepts as present.
Range: 0 to 1, means over items. Direction: lower is better.
What it does not claim: who is right. The physician saw the whole file, the draft often only its summary. It compares
plain statements, in the physician's sentences about the patient, of concepts that the lexicon knows; a criterion that
needs several concepts at once, a limit, and evidence both ways are not compared. Most findings have no counterpart and
most items are unscored: read it as a list of cases to look at, not as an error rate.
Source: entailment-based contradiction as in SummaC (Laban et al., TACL 2022;10:163-177), here by negation rules in
place of a model; failure modes 9 and 20 of the domain notes.
"""

from __future__ import annotations

from drafter.determination import DeterminedItem
from drafter.draft import DraftItem, Finding
from evals.scorers.base import Context, Scorer, Unscored, Values, mean_of, share
from evals.scorers.concepts import Stated, documents, stated
from evals.scorers.key_points import criterion_concepts
from evals.scorers.reasons import about_patient, deciding_sentences

OUTCOME = "contradiction.outcome"
FINDINGS = "contradiction.findings"


def score_item(target: DeterminedItem, drafted: DraftItem, context: Context) -> Values:
    human = physician_states(target, context)
    compared = [answer for finding in drafted.criteria if (answer := opposes(finding, human, context)) is not None]
    decided = drafted.outcome in ("upheld", "overturned")
    return {
        OUTCOME: drafted.outcome != target.outcome if decided else Unscored(unscored="the draft abstains"),
        FINDINGS: share(sum(compared), len(compared), "no finding has a plain counterpart in the physician's reasons"),
    }


def physician_states(target: DeterminedItem, context: Context) -> Stated:
    """Concepts that the physician's reasons plainly state; one stated both ways is left out."""
    sentences = deciding_sentences(target.rationale, context.target.clinical_summary, target.request)
    said = [stated(sentence) for sentence in sentences if about_patient(sentence)]
    present = frozenset().union(*(entry.present for entry in said))
    absent = frozenset().union(*(entry.absent for entry in said))
    return Stated(present - absent, absent - present)


def opposes(finding: Finding, human: Stated, context: Context) -> bool | None:
    """Whether a finding is opposed to what the physician states; None when they cannot be compared."""
    concepts = frozenset(criterion_concepts(finding, context))
    if finding.status == "met":
        rests_on = {name for name in concepts if any(documents(name, span.quote) for span in finding.evidence)}
        return _compare(against=rests_on & human.absent, agreeing=rests_on & human.present)
    if finding.status in ("not_met", "not_documented") and _one_is_enough(finding, context):
        return _compare(against=concepts & human.present, agreeing=concepts & human.absent)
    return None


def _compare(against: set[str] | frozenset[str], agreeing: set[str] | frozenset[str]) -> bool | None:
    """Statements on both sides leave the question open."""
    return bool(against) if bool(against) != bool(agreeing) else None


def _one_is_enough(finding: Finding, context: Context) -> bool:
    """Whether one documented concept would have met the criterion."""
    card = context.library.cards.get(finding.card)
    criterion = next((entry for entry in card.criteria if entry.id == finding.id), None) if card else None
    return criterion is not None and (criterion.logic == "any" or len(criterion.concepts) == 1)


SCORER = Scorer(
    name="contradiction",
    columns=(OUTCOME, FINDINGS),
    measures=(
        mean_of(OUTCOME, "share of decided items with the opposite outcome", "lower"),
        mean_of(FINDINGS, "share of comparable findings opposed to the physician's reasons", "lower"),
    ),
    score_item=score_item,
)
