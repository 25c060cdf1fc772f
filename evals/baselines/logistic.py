"""TF-IDF logistic regression, cross-validated by case.

Five folds by group (a case and cases with nearly the same records), shuffled with a fixed seed; every answer is out of
fold. Classes are weighted to balance, and the item is called Overturned when its odds are better than even then:
without weights, one in ten, the model would only ever say Upheld. Its probability is brought back to the published
rate of one in ten (DWC and CWCI, 2014-2024) and not to the rate of its training folds, which is lower the more
Overturned items the test fold has, so that pooled folds would be ranked upside down (Parker, Guenter & Bedo, BMC
Bioinformatics 2007;8:326).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from drafter.determination import HumanOutcome
from evals.baselines.base import Baseline, Prediction, Question
from evals.baselines.vectors import Vectors
from evals.extra import eval_extra

_FOLDS = 5
_SEED = 20140925
_PUBLISHED_RATE = 0.1


def predict(questions: Sequence[Question], outcomes: Sequence[HumanOutcome]) -> list[Prediction] | str:
    with eval_extra():
        from sklearn.model_selection import GroupKFold  # type: ignore[import-untyped]
    groups = [question.group for question in questions]
    overturned = np.array([outcome == "overturned" for outcome in outcomes])
    folds = min(_FOLDS, len(set(groups)))
    if folds < 2:
        return "there is no other case to learn from"
    predictions: list[Prediction] = [Prediction("upheld", 0.0)] * len(questions)
    splitter = GroupKFold(n_splits=folds, shuffle=True, random_state=_SEED)
    for train, test in splitter.split(questions, groups=groups):
        if overturned[train].all() or not overturned[train].any():
            return "the other cases have one outcome only"
        learnt, asked = [questions[row] for row in train], [questions[row] for row in test]
        for row, answer in zip(test, _fit_and_answer(learnt, overturned[train], asked), strict=True):
            predictions[row] = answer
    return predictions


def _fit_and_answer(train: Sequence[Question], overturned: np.ndarray, test: Sequence[Question]) -> list[Prediction]:
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    vectors = Vectors(train)
    model = LogisticRegression(class_weight="balanced", max_iter=1000).fit(vectors.of(train), overturned)
    odds = np.exp(model.decision_function(vectors.of(test)))
    published = odds * _PUBLISHED_RATE / (1 - _PUBLISHED_RATE)
    return [
        Prediction("overturned" if even > 1 else "upheld", float(real / (1 + real)))
        for even, real in zip(odds, published, strict=True)
    ]


BASELINE = Baseline("tfidf_logistic", "logistic regression on TF-IDF, cross-validated by case", predict)
