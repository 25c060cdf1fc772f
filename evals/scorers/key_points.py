"""Does the draft give the physician's reasons?

Definition: the physician's deciding sentences are those left when the recited summary, the guideline's own words and
the bare verdict are split off (`evals/scorers/reasons.py`). Each is a key point; it is recalled by the share of its
clinical concepts that the draft speaks of, or, where the lexicon knows none of its concepts, when one sentence of
the draft has half of its content words. `key_points.recall`: against the draft's rationale;
`key_points.with_findings`: against the rationale and the criterion table. Whether the draft takes the same view of a
point is the contradiction scorer's question, not this one's.
Range: 0 to 1, means over items. Direction: higher is better.
Source: recall of content units as in the pyramid method (Nenkova & Passonneau, NAACL 2004) and key-point recall in
LLM evaluation, here by lexicon in place of annotators; failure modes 11 and 44 of the domain notes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.determination import DeterminedItem
from drafter.draft import DraftItem, Finding
from drafter.text import content_words
from evals.scorers.base import Context, Scorer, Unscored, Values, mean_of
from evals.scorers.concepts import any_named, named
from evals.scorers.reasons import deciding_sentences

RECALL = "key_points.recall"
WITH_FINDINGS = "key_points.with_findings"
_OVERLAP = 0.5
_GUIDELINE_NAME = re.compile(r"\b(?:MTUS|ACOEM|ODG|Official Disability)\b[\w\s/()-]*?\bguidelines?\b", re.IGNORECASE)


def score_item(target: DeterminedItem, drafted: DraftItem, context: Context) -> Values:
    points = deciding_sentences(target.rationale, context.target.clinical_summary, target.request)
    if not points:
        reason = Unscored(unscored="the physician gives no reasons beyond summary, guideline and verdict")
        return {RECALL: reason, WITH_FINDINGS: reason}
    texts = [sentence.text for sentence in drafted.rationale]
    argued = {sentence.criterion for sentence in drafted.rationale if sentence.criterion}
    table = [finding.text for finding in drafted.criteria]
    wanted = frozenset().union(*(_concepts(point) for point in points))
    said = _said(wanted, texts, [finding for finding in drafted.criteria if finding.id in argued], context)
    tabled = said | _said(wanted, table, drafted.criteria, context)
    return {RECALL: _recall(points, said, texts), WITH_FINDINGS: _recall(points, tabled, [*texts, *table])}


def _concepts(point: str) -> frozenset[str]:
    """Concepts of a key point; "MTUS Chronic Pain Guidelines" says nothing about the patient's pain."""
    return named(_GUIDELINE_NAME.sub(" ", point))


def _said(
    wanted: frozenset[str], texts: Sequence[str], findings: Sequence[Finding], context: Context
) -> frozenset[str]:
    """Wanted concepts that texts speak of by their words, and findings by the criteria of their cards."""
    of_findings = frozenset().union(*(criterion_concepts(finding, context) for finding in findings))
    return frozenset().union(wanted & of_findings, *(any_named(wanted, text) for text in texts))


def criterion_concepts(finding: Finding, context: Context) -> tuple[str, ...]:
    """Ids of the concepts by which a finding's criterion is judged."""
    card = context.library.cards.get(finding.card)
    criteria = card.criteria if card else ()
    return next((criterion.concepts for criterion in criteria if criterion.id == finding.id), ())


def _recall(points: Sequence[str], said: frozenset[str], texts: Sequence[str]) -> float:
    return sum(_credit(point, said, texts) for point in points) / len(points)


def _credit(point: str, said: frozenset[str], texts: Sequence[str]) -> float:
    wanted = _concepts(point)
    if wanted:
        return len(wanted & said) / len(wanted)
    words = content_words(point)
    best = max((len(words & content_words(text)) for text in texts), default=0)
    return float(bool(words) and best >= _OVERLAP * len(words))


SCORER = Scorer(
    name="key_points",
    columns=(RECALL, WITH_FINDINGS),
    measures=(
        mean_of(RECALL, "share of the physician's reasons that the rationale speaks of", "higher"),
        mean_of(WITH_FINDINGS, "share that rationale or criterion table speak of", "higher"),
    ),
    score_item=score_item,
)
