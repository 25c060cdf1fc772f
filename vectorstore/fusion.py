"""Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

Key = TypeVar("Key", int, str)

_K = 60


class Weights(NamedTuple):
    """How much the two rankings of a hybrid search count."""

    dense: float
    keyword: float


EQUAL = Weights(dense=1.0, keyword=1.0)


def reciprocal_rank_fusion(
    rankings: Sequence[Iterable[Key]], weights: Sequence[float] | None = None, k: int = _K
) -> list[tuple[Key, float]]:
    """Fuse rankings, each best first, into one of (key, score), best first; equal scores are ordered by key.

    A key scores `weight / (k + rank)` in each ranking that has it, ranks counted from 1. A ranking of weight 0 takes
    no part. Should a ranking repeat a key, its best place counts.
    """
    if weights is None:
        weights = [1.0] * len(rankings)
    shares: dict[Key, list[float]] = {}
    for ranking, weight in zip(rankings, weights, strict=True):
        if weight < 0:
            raise ValueError(f"a weight must not be negative: {weight}")
        if weight > 0:
            for rank, key in enumerate(dict.fromkeys(ranking), start=1):
                shares.setdefault(key, []).append(weight / (k + rank))
    # fsum: the score must not depend on the order in which the rankings are given.
    fused = [(key, math.fsum(share)) for key, share in shares.items()]
    return sorted(fused, key=lambda entry: (-entry[1], entry[0]))
