"""TF-IDF vectors of questions: request and records apart, so that a long record does not drown the request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from evals.baselines.base import Question
from evals.extra import eval_extra

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]


class Vectors:
    """Two TF-IDF models, fitted to the questions that may be learnt from. Rows have unit length in each part."""

    def __init__(self, fitted_to: Sequence[Question]) -> None:
        with eval_extra():
            from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-untyped]
        options: dict[str, Any] = {"sublinear_tf": True, "ngram_range": (1, 2), "stop_words": "english"}
        self._request = TfidfVectorizer(**options).fit([question.request for question in fitted_to])
        self._record = TfidfVectorizer(**options).fit([question.record for question in fitted_to])

    def of(self, questions: Sequence[Question]) -> csr_matrix:
        """One row a question; the inner product of two rows is the sum of both parts' cosines."""
        from scipy.sparse import hstack

        parts = [
            self._request.transform([question.request for question in questions]),
            self._record.transform([question.record for question in questions]),
        ]
        return hstack(parts, format="csr")
