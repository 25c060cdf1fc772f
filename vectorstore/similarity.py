"""Cosine similarity: the one scale on which vectors are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DECIMALS = 6
"""Similarities are compared to this place, so that the last bit of a processor does not decide an order."""


def from_distance(distance: float) -> float:
    """Cosine similarity, in [-1, 1], from Chroma's cosine distance, in [0, 2]."""
    return round(1.0 - distance, _DECIMALS)


def by_similarity(
    vectors: NDArray[np.float32], query: NDArray[np.float32], limit: int | None = None
) -> list[tuple[int, float]]:
    """The `limit` rows most similar to `query`: best first, equal ones by row. All vectors have length 1."""
    import numpy as np

    # Row by row instead of one matrix product, whose sums depend on the number of threads and rows.
    similarities = np.vecdot(vectors, query).round(_DECIMALS)
    among = np.arange(len(similarities))
    if limit is not None and limit < len(similarities):
        lowest = np.partition(similarities, len(similarities) - limit)[len(similarities) - limit]
        among = np.flatnonzero(similarities >= lowest)
    rows = among[np.argsort(-similarities[among], kind="stable")][:limit]
    values = [round(value, _DECIMALS) for value in similarities[rows].tolist()]
    return list(zip(rows.tolist(), values, strict=True))
