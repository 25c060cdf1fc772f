"""A sound draft scores full marks; a planted defect lowers the scorer that is there for it."""

from __future__ import annotations

import datetime as dt

import pytest

from drafter.draft import Usage
from evals.scorers import SCORERS, score_draft, score_failure, summarise
from evals.scorers.base import Unscored
from tests.drafter.builders import make_draft
from tests.drafter.verification.sample import (
    CASE,
    LIBRARY,
    brace_item,
    massage_item,
    naproxen_item,
    replaced,
    sound_draft,
    with_sentence,
)
from tests.evals.builders import sample, target, without

SAMPLE = sample(CASE, target(1, CASE), target(2, CASE, "overturned"), target(3, CASE))


def values_of(item=None, draft=None):
    """Values of the massage item by column, drafted beside the other sound items."""
    drafted = draft or make_draft(CASE, item or massage_item(), naproxen_item(), brace_item())
    return score_draft(SAMPLE, drafted, LIBRARY)[0].values


PERFECT = (
    "items.present",
    "items.exact",
    "lock.request",
    "lock.fields",
    "lock.rationale",
    "citations.valid",
    "citations.sentences",
    "faithfulness.sentences",
    "absence.proven",
    "absence.findings",
    "form.complete",
    "flags.clean",
)


@pytest.mark.parametrize("column", PERFECT)
def test_a_sound_draft_has_full_marks(column):
    assert values_of()[column] == 1


SPAN = massage_item().citations["r2"]
DEFECTS = {
    "an altered quote": (
        "citations.valid",
        lambda: without(
            massage_item(), citations={**massage_item().citations, "r2": SPAN.model_copy(update={"quote": "He runs."})}
        ),
    ),
    "a page that does not exist": (
        "citations.valid",
        lambda: without(
            massage_item(), citations={**massage_item().citations, "r2": SPAN.model_copy(update={"page": 9})}
        ),
    ),
    "a citation that is not listed": ("citations.valid", lambda: replaced(massage_item(), 4, citations=("r9",))),
    "a sentence without citation": ("citations.sentences", lambda: replaced(massage_item(), 4, citations=())),
    "an invented number": ("faithfulness.numbers", lambda: with_sentence("Pain was rated 9/10.", "r3")),
    "an invented date": ("faithfulness.dates", lambda: with_sentence("On 2/3/2014 pain was unchanged.", "r3")),
    "a wrong side": ("faithfulness.sides", lambda: with_sentence("Pain in the right leg was unchanged.", "r3")),
    "a wrong drug": ("faithfulness.drugs", lambda: with_sentence("Gabapentin left pain unchanged.", "r3")),
    "an unproven absence": (
        "absence.proven",
        lambda: with_sentence("There is no documentation of an x-ray.", "r3", role="absence"),
    ),
    "an absence that the record contradicts": (
        "absence.proven",
        lambda: with_sentence("There is no documentation of chiropractic treatment.", "r3", role="absence"),
    ),
    "another request": ("lock.request", lambda: without(massage_item(), request="8 massage therapy sessions")),
    "a drifted lock": (
        "lock.fields",
        lambda: without(massage_item(), lock=massage_item().lock.model_copy(update={"visits": 8})),
    ),
    "no conclusion": ("form.conclusion", lambda: without(massage_item(), rationale=massage_item().rationale[:-1])),
    "an inverted conclusion": (
        "form.conclusion",
        lambda: replaced(massage_item(), 5, text="The massage therapy is medically necessary."),
    ),
    "no statement of the request": (
        "form.item",
        lambda: without(massage_item(), rationale=massage_item().rationale[1:]),
    ),
    "no reasons": (
        "form.reasons",
        lambda: without(massage_item(), rationale=tuple(massage_item().rationale[row] for row in (0, 1, 5))),
    ),
    "no guideline": (
        "form.evidence",
        lambda: without(
            massage_item(),
            rationale=tuple(
                entry.model_copy(update={"citations": tuple(name for name in entry.citations if name[0] != "g")})
                for entry in massage_item().rationale
            ),
        ),
    ),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_planted_defect_is_seen_by_its_scorer(defect):
    column, plant = DEFECTS[defect]
    assert values_of(plant())[column] < 1


def test_a_lost_item_is_counted_as_lost_and_unscored_elsewhere():
    scores = score_draft(SAMPLE, make_draft(CASE, massage_item(), brace_item()), LIBRARY)
    assert [score.values["items.present"] for score in scores] == [True, False, True]
    assert [score.values["items.exact"] for score in scores] == [False, False, False]
    lost = scores[1].values
    assert all(isinstance(value, Unscored) for name, value in lost.items() if not name.startswith("items."))


def test_an_item_drafted_twice_or_out_of_order_is_not_exact():
    twice = make_draft(CASE, massage_item(), massage_item(), naproxen_item(), brace_item())
    swapped = make_draft(CASE, naproxen_item(), massage_item(), brace_item())
    assert values_of(draft=twice)["items.exact"] is False
    assert values_of(draft=swapped)["items.exact"] is False


def test_a_draft_cannot_vouch_for_itself():
    """Flags stored in a draft are not believed: neither their presence nor their absence."""
    broken = replaced(massage_item(), 4, citations=())
    assert broken.flags == ()
    assert values_of(broken)["flags.clean"] is False


def test_an_omitted_record_is_missing_from_the_documents():
    draft = sound_draft().model_copy(update={"records": sound_draft().records[:1]})
    assert values_of(draft=draft)["form.documents"] is False


def test_a_pasted_summary_is_copied_and_a_quote_is_not():
    summary = CASE.record("summary").pages[0].text
    pasted = with_sentence(summary, "r3")
    quoted = with_sentence(f"The record says “{summary}”", "r3")
    assert values_of()["copying.unquoted"] == 0
    assert values_of(pasted)["copying.unquoted"] > 0.5
    assert values_of(quoted)["copying.unquoted"] == 0
    assert values_of(quoted)["copying.all"] > 0.5


def test_plain_words_read_easier_than_jargon():
    jargon = (
        "Electrodiagnostic corroboration of radiculopathic symptomatology necessitates neurophysiological evaluation."
    )
    plain = "The file does not show that he does his exercises at home."
    easy, hard = (
        values_of(without(massage_item(), rationale=(replaced(massage_item(), 0, text=text).rationale[0],)))
        for text in (plain, jargon)
    )
    assert easy["plain_language.ease"] > 60
    assert hard["plain_language.ease"] < 0
    assert easy["plain_language.sentence_words"] == 12


def test_cost_is_shared_among_items_and_an_unknown_price_is_unscored():
    usage = Usage(calls=2, input_tokens=900, output_tokens=300, cost_usd=None, seconds={"assess": 2.0, "write": 1.0})
    scores = score_draft(SAMPLE, sound_draft().model_copy(update={"usage": usage}), LIBRARY)
    assert [score.values["cost.seconds"] for score in scores] == [1, 1, 1]
    assert scores[0].values["cost.tokens"] == 400
    assert scores[0].values["cost.usd"] == Unscored(unscored="no price is known for the model")
    untimed = score_draft(SAMPLE, sound_draft(), LIBRARY)[0].values
    assert isinstance(untimed["cost.seconds"], Unscored)
    assert untimed["cost.usd"] == 0


def test_a_withheld_outcome_is_unscored_and_not_wrong():
    withheld = without(massage_item(), outcome="withheld", rationale=(), citations={})
    values = values_of(withheld)
    for column in (
        "form.complete",
        "faithfulness.sentences",
        "plain_language.ease",
        "citations.sentences",
        "copying.all",
    ):
        assert isinstance(values[column], Unscored)


def test_a_sample_without_draft_is_unscored_in_every_column_and_counted():
    scores = score_failure(SAMPLE, "the endpoint timed out")
    assert {column for scorer in SCORERS for column in scorer.columns} == set(scores[0].values)
    for metric in summarise(scores, SCORERS):
        assert (metric.value, metric.n, metric.unscored) == (None, 0, 3)
        assert metric.reasons == {"the endpoint timed out": 3}


def test_scores_are_the_same_every_time():
    late = sound_draft().model_copy(update={"created_at": dt.datetime(2030, 1, 1, tzinfo=dt.UTC)})
    assert score_draft(SAMPLE, sound_draft(), LIBRARY) == score_draft(SAMPLE, late, LIBRARY)
