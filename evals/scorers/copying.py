"""How much of the rationale is pasted from the clinical records?

Definition: share of the rationale's words that belong to a run of eight or more words which a record also has in this
order; the request's own wording does not count. `copying.all` counts every other word; `copying.unquoted` leaves out
what stands in quotation marks: a cited quote is evidence, a pasted summary is padding.
Range: 0 to 1, means over items. Direction: lower is better for `copying.unquoted`; `copying.all` is shown without a
direction, since quoting is wanted.
Source: shared word n-grams as in Lyon, Malcolm & Dickerson, EMNLP 2001:118-125, with runs long enough not to be set
phrases; failure mode 35 of the domain notes.
"""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.determination import DeterminedItem
from drafter.draft import DraftItem
from drafter.verification.prose import outside_quotes, tokens
from evals.scorers.base import Context, Scorer, Value, Values, mean_of, share

ALL = "copying.all"
UNQUOTED = "copying.unquoted"
_RUN = 8


def score_item(target: DeterminedItem, drafted: DraftItem, context: Context) -> Values:
    sources = tuple(page.text for record in context.case.records if record.kind != "request" for page in record.pages)
    runs = frozenset().union(*(_runs(text) for text in sources))
    request = re.compile(re.escape(drafted.request.strip(" .")), re.IGNORECASE)
    texts = [piece for sentence in drafted.rationale for piece in request.split(sentence.text)]
    return {ALL: _copied(texts, runs), UNQUOTED: _copied([outside_quotes(text) for text in texts], runs)}


@lru_cache(maxsize=256)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = tokens(text)
    return frozenset(tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))


def _copied(texts: list[str], runs: frozenset[tuple[str, ...]]) -> Value:
    copied = total = 0
    for text in texts:
        words = tokens(text)
        starts = (i for i in range(len(words) - _RUN + 1) if tuple(words[i : i + _RUN]) in runs)
        copied += len({start + offset for start in starts for offset in range(_RUN)})
        total += len(words)
    return share(copied, total, "the draft has no rationale")


SCORER = Scorer(
    name="copying",
    columns=(ALL, UNQUOTED),
    measures=(
        mean_of(UNQUOTED, "share of unquoted words copied from the records", "lower"),
        mean_of(ALL, "share of words copied from the records, quotes included", "neither"),
    ),
    score_item=score_item,
)
