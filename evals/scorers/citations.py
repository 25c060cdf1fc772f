"""Does every citation exist and say what it is quoted with, and does every sentence have one?

Definition: `citations.valid`, share of an item's citations (rationale and findings) that resolve to a page or card,
are verbatim there and, for guidelines, are cited in the form of their card; `citations.sentences`, share of
rationale sentences with at least one valid citation.
Range: 0 to 1, means over items. Direction: higher is better; below 1 is an error.
Source: promise 1 of the design; citation form 8 CCR 9792.21.1; failure modes 23 and 24 of the domain notes.
"""

from __future__ import annotations

from drafter.determination import DeterminedItem
from drafter.draft import DraftItem, Finding
from drafter.verification.codes import Code
from evals.scorers.base import Context, Scorer, Values, mean_of, share

VALID = "citations.valid"
SENTENCES = "citations.sentences"

_BROKEN = frozenset(code.code for code in (Code.CITATION_UNRESOLVED, Code.QUOTE_ALTERED, Code.CITATION_FORM))
_UNKNOWN = frozenset({Code.CITATION_UNKNOWN.code})


def score_item(target: DeterminedItem, drafted: DraftItem, context: Context) -> Values:
    broken = context.flagged(drafted.number, _BROKEN)
    places = [f"item {drafted.number} citation {name}" for name in drafted.citations]
    places += [f"item {drafted.number} criterion {finding.id}" for finding in drafted.criteria if _has_spans(finding)]
    unknown = len(context.flagged(drafted.number, _UNKNOWN))
    valid = {name for name in drafted.citations if f"item {drafted.number} citation {name}" not in broken}
    cited = sum(bool(valid & set(sentence.citations)) for sentence in drafted.rationale)
    return {
        VALID: share(sum(place not in broken for place in places), len(places) + unknown, "nothing is cited"),
        SENTENCES: share(cited, len(drafted.rationale), "the draft has no rationale"),
    }


def _has_spans(finding: Finding) -> bool:
    return bool(finding.evidence or finding.contrary or finding.searched)


SCORER = Scorer(
    name="citations",
    columns=(VALID, SENTENCES),
    measures=(
        mean_of(VALID, "share of citations that resolve and are verbatim", "higher"),
        mean_of(SENTENCES, "share of rationale sentences with a valid citation", "higher"),
    ),
    score_item=score_item,
)
