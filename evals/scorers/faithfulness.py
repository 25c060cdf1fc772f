"""Does what a sentence cites bear out its numbers, dates, sides, levels, body parts, drugs and speakers?

Definition: `faithfulness.sentences`, share of an item's rationale sentences all of whose facts occur in what the
sentence cites, quotations included; beside it, for each kind of fact, whether the rationale is free of an
unsupported one. Deterministic: facts are read from sentence and sources by the same rules and compared.
Range: 0 to 1, means over items. Direction: higher is better; below 1 is an error.
Source: promise 3 of the design; claims checked against their sources as in FActScore (Min et al., EMNLP 2023), here
without a model and only for facts that can be compared exactly; failure modes 1, 2, 3, 10 and 13 of the domain notes.
"""

from __future__ import annotations

from drafter.determination import DeterminedItem
from drafter.draft import DraftItem
from drafter.verification.codes import Code
from evals.scorers.base import Context, Scorer, Unscored, Values, mean_of, share

SENTENCES = "faithfulness.sentences"
_KINDS = {
    "numbers": Code.NUMBER_UNSUPPORTED,
    "dates": Code.DATE_UNSUPPORTED,
    "sides": Code.SIDE_UNSUPPORTED,
    "levels": Code.LEVEL_UNSUPPORTED,
    "parts": Code.PART_UNSUPPORTED,
    "drugs": Code.DRUG_UNSUPPORTED,
    "speakers": Code.SPEAKER_UNSUPPORTED,
    "quotations": Code.QUOTATION_ALTERED,
}
COLUMNS = (SENTENCES, *(f"faithfulness.{kind}" for kind in _KINDS))


def score_item(target: DeterminedItem, drafted: DraftItem, context: Context) -> Values:
    if not drafted.rationale:
        return dict.fromkeys(COLUMNS, Unscored(unscored="the draft has no rationale"))
    codes = frozenset(code.code for code in _KINDS.values())
    doubted = context.flagged(drafted.number, codes)
    places = [f"item {drafted.number} sentence {place}" for place in range(1, len(drafted.rationale) + 1)]
    values: Values = {SENTENCES: share(sum(place not in doubted for place in places), len(places), "")}
    for kind, code in _KINDS.items():
        values[f"faithfulness.{kind}"] = not context.flagged(drafted.number, frozenset({code.code}))
    return values


SCORER = Scorer(
    name="faithfulness",
    columns=COLUMNS,
    measures=(
        mean_of(SENTENCES, "share of sentences whose facts are in what they cite", "higher"),
        *(mean_of(f"faithfulness.{kind}", f"share of items without unsupported {kind}", "higher") for kind in _KINDS),
    ),
    score_item=score_item,
)
