"""The seed from letter to scores, and the real letters where the environment names them."""

from __future__ import annotations

import pytest

from drafter.pipeline import draft_case
from evals.scorers import SCORERS, score_draft, summarise
from evals.scorers.reasons import deciding_sentences
from evals.suite import load_suite


@pytest.fixture(scope="module")
def real_suite(real_letters):
    return load_suite(real_letters[0].parent)


def test_the_seed_is_drafted_and_scored(desk):
    sample = load_suite("massage").samples[0]
    draft = draft_case(sample.case, desk)
    values = score_draft(sample, draft, desk.library)[0].values
    assert (values["outcome.actual"], values["outcome.predicted"]) == ("upheld", "upheld")
    for column in (
        "guideline.chapter_match",
        "guideline.section_match",
        "items.exact",
        "lock.fields",
        "citations.valid",
        "citations.sentences",
        "faithfulness.sentences",
        "absence.proven",
        "form.complete",
    ):
        assert values[column] == 1, column
    assert values["key_points.with_findings"] > 0.5
    assert values["copying.unquoted"] < 0.1


def test_the_seeds_padding_is_told_from_its_reasons():
    """The rationale repeats the whole summary with one slip; only the last sentences reason."""
    sample = load_suite("massage").samples[0]
    item = sample.target.items[0]
    reasons = deciding_sentences(item.rationale, sample.target.clinical_summary, item.request)
    assert 2 <= len(reasons) <= 4
    assert "flare-up" in " ".join(reasons)
    assert not any("QME report" in sentence for sentence in reasons)


def test_a_suite_of_one_item_yields_numbers_or_none_and_never_nan(desk):
    sample = load_suite("massage").samples[0]
    metrics = summarise(score_draft(sample, draft_case(sample.case, desk), desk.library), SCORERS)
    assert all(metric.value is None or metric.value == metric.value for metric in metrics)
    assert {metric.key: metric for metric in metrics}["outcome.mcc"].value is None


def test_every_real_letter_is_a_sample(real_suite, real_letters):
    assert real_suite.unreadable == ()
    assert len(real_suite.samples) == len(real_letters)
    assert len({sample.id for sample in real_suite.samples}) == len(real_letters)


def test_no_real_case_half_holds_a_reason_or_a_label(real_suite):
    for sample in real_suite.samples:
        seen = "\n".join(page.text for record in sample.case.records for page in record.pages)
        for item in sample.target.items:
            reasons = deciding_sentences(item.rationale, sample.target.clinical_summary, item.request)
            leaked = [reason for reason in reasons if len(reason) > 60 and reason in seen]
            assert not leaked, f"item {item.number} of {sample.source}"
