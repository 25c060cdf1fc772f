"""The hybrid search as it is used here: with other names added, and weights that were measured for each kind.

Measured with the default embedder by `python -m benchmarks.guideline_choice` (cards) and `python -m
benchmarks.known_items` (passages of added documents). Among cards, which are short and alike, vectors and words both
help. Among the passages of long documents BM25 alone finds more than any even mixture; there the vectors only
order what is close, and find what shares no word with the question.
"""

from __future__ import annotations

from drafter.retrieval.synonyms import expanded
from vectorstore.fusion import EQUAL, Weights
from vectorstore.index import Accept, Index, Where
from vectorstore.passage import Hit, Kind

WEIGHTS: dict[Kind, Weights] = {"card": Weights(dense=1, keyword=2), "guideline": Weights(dense=1, keyword=30)}
"""Prior decisions, which nobody measured, and searches in all kinds at once, count both rankings the same."""


def find(
    index: Index,
    text: str,
    k: int = 8,
    kind: Kind | None = None,
    accept: Accept | None = None,
    where: Where | None = None,
) -> list[Hit]:
    """The `k` best passages of `kind` that `where` and `accept` let through, best first.

    `accept` reads each passage that it is asked about: what metadata tells belongs into `where`.
    """
    return index.search(expanded(text), k, kind, accept, WEIGHTS.get(kind, EQUAL) if kind else EQUAL, where)
