"""A careful model's sentences stand in the draft, with what they rest on."""

from __future__ import annotations

import datetime as dt

import pytest

from drafter.pipeline import draft_case
from tests.drafter.builders import HEADER, SUMMARY, disputed, make_case
from tests.drafter.engines.llm.cases import blocks, codes, drugs_and_massage, judged, massage_case, texts
from tests.drafter.engines.llm.model import good, pointing_at_everything, writing


def test_its_sentences_replace_those_of_the_templates(desk, modelled):
    case = massage_case()
    model = modelled(good)
    draft = draft_case(case, model.desk)
    (item,), (plain,) = draft.items, draft_case(case, desk).items
    own = [s for s in item.rationale if s.text.startswith(("The record notes", "The record contains no"))]
    assert len(own) >= 2
    assert len(item.rationale) == len(plain.rationale)
    assert blocks(draft) == []
    assert not codes(item) & {"engine-fallback", "sentences-replaced", "citation-unused"}
    assert [s.role for s in item.rationale] == [s.role for s in plain.rationale]


def test_request_limit_and_conclusion_stay_those_of_the_templates(desk, modelled):
    case = massage_case()
    (item,), (plain,) = draft_case(case, modelled(good).desk).items, draft_case(case, desk).items
    fixed = [s.text for s in plain.rationale if s.role in ("request", "limit", "conclusion")]
    assert [s.text for s in item.rationale if s.role in ("request", "limit", "conclusion")] == fixed


def test_an_absence_keeps_the_proof_of_its_search(modelled):
    (item,) = draft_case(massage_case(SUMMARY), modelled(good).desk).items
    absent = [s for s in item.rationale if s.role == "absence"]
    assert absent
    for sentence in absent:
        cited = {item.citations[name] for name in sentence.citations}
        finding = next(f for f in item.criteria if f.id == sentence.criterion)
        assert set(finding.searched[:2]) <= cited


def test_two_calls_an_item_and_the_draft_says_what_they_took(modelled):
    model = modelled(good, price_input=1.0, price_output=2.0)
    draft = draft_case(drugs_and_massage(), model.desk)
    assert sorted(model.server.steps) == ["assess", "assess", "write", "write"]
    assert (draft.usage.calls, draft.usage.input_tokens, draft.usage.output_tokens) == (4, 40, 20)
    assert draft.usage.cost_usd == 80e-6
    assert set(draft.usage.seconds) == {"assess", "write"}


def test_the_draft_names_model_address_and_prompts(modelled):
    model = modelled(good)
    engine = draft_case(massage_case(), model.desk).engine
    assert (engine.name, engine.model, engine.base_url) == ("llm", "scripted", model.server.url)
    assert set(engine.prompts) == {"read", "assess", "write", "repair"}
    assert all(set(prompt) == {"version", "sha256"} for prompt in engine.prompts.values())


def test_pointing_adds_nothing_that_the_record_does_not_say(desk, modelled):
    case = drugs_and_massage()
    plain = draft_case(case, desk)
    for status in ("met", "not_met", "contrary", "not_documented"):
        told = draft_case(case, modelled(pointing_at_everything(status)).desk)
        assert [judged(item) for item in told.items] == [judged(item) for item in plain.items]
        assert blocks(told) == []


def test_a_view_that_the_record_does_not_bear_out_is_shown_with_its_sentence(modelled):
    (item,) = draft_case(massage_case(), modelled(pointing_at_everything("met")).desk).items
    told = [flag for flag in item.flags if flag.code == "model-disagrees"]
    assert told
    assert all(flag.message.startswith("the model says met, the record comes to not") for flag in told)
    assert any("it points at" in flag.message for flag in told if flag.severity == "warn")


def test_the_same_answers_give_the_same_draft(modelled, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1411603200")
    model = modelled(good)
    one, other = (draft_case(drugs_and_massage(), model.desk) for _ in range(2))
    assert [texts(item) for item in one.items] == [texts(item) for item in other.items]


def in_2017(request: str):
    """A case under the edition of 2016."""
    dates = {name: dt.date(2017, 2, day) for day, name in enumerate(("request_date", "ur_denial_date"), start=1)}
    return make_case(disputed(1, request), header=HEADER.model_copy(update=dates))


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Office visits are recommended where they are medically necessary.", True),
        ("They are medically necessary.", False),
        ("Office visits are medically necessary.", False),
    ],
)
def test_a_guideline_that_speaks_of_necessity_may_be_quoted_whole_and_not_in_part(modelled, text, stands):
    model = modelled(writing(lambda asked, key: text if key == "guideline" else ""))
    (item,) = draft_case(in_2017("Office visit, low back"), model.desk).items
    assert any(s.text.endswith(text) for s in item.rationale) == stands
    assert ("repair" in model.server.steps) != stands


def test_an_absence_may_be_named_although_its_name_sounds_like_a_decision(modelled):
    """Who finds no "failure of approved first-line drugs" approves nothing."""
    model = modelled(good)
    (item,) = draft_case(in_2017("Compound cream, low back"), model.desk).items
    assert "The record contains no documentation of failure of approved first-line drugs." in texts(item)
    assert "repair" not in model.server.steps
