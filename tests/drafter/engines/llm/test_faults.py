"""Each fault of the model at each step: the offline engine does that step, the draft says so, nothing is lost."""

from __future__ import annotations

import json

import pytest

from drafter.llm.faults import FATAL
from drafter.pipeline import draft_case
from tests.drafter.engines.llm.cases import blocks, drugs_and_massage, judged, massage_case, texts
from tests.drafter.engines.llm.model import Asked, good
from tests.drafter.llm.scripted import completion, raw
from tests.drafter.llm.test_fault_matrix import ECHO, ROWS


def failing(step: str, name: str):
    """A good model with a fault at one step."""

    def rule(asked: Asked):
        at = "assess" if asked.step == "Assessment" else "write"
        return ROWS[name].fault if at == step else good(asked)

    return rule


def fallbacks(item) -> list[str]:
    return [flag.message for flag in item.flags if flag.code == "engine-fallback"]


@pytest.mark.parametrize("step", ["assess", "write"])
@pytest.mark.parametrize("name", ROWS)
def test_the_offline_engine_does_the_step_and_the_draft_says_so(desk, modelled, name, step):
    case = massage_case()
    (plain,) = draft_case(case, desk).items
    draft = draft_case(case, modelled(failing(step, name), timeout=0.4).desk)
    (item,) = draft.items
    steps = ["assess", "write"] if step == "assess" and ROWS[name].kind in FATAL else [step]
    assert [message.split(":")[0] for message in fallbacks(item)] == [f"the offline engine did `{s}`" for s in steps]
    assert all(ROWS[name].says in message for message in fallbacks(item))
    assert judged(item) == judged(plain)
    assert (texts(item) == texts(plain)) == ("write" in steps)
    assert blocks(draft) == []
    assert ECHO not in draft.model_dump_json()


@pytest.mark.parametrize("name", ROWS)
def test_a_fault_at_the_repair_leaves_the_sentence_to_the_template(desk, modelled, name):
    def rule(asked: Asked):
        if asked.step == "Assessment":
            return good(asked)
        if asked.repairs:
            return ROWS[name].fault
        return {key: {"text": "Massage cures everything.", "cites": asked.cites(key)} for key in asked.keys}

    case = massage_case()
    model = modelled(rule, timeout=0.4)
    draft, (plain,) = draft_case(case, model.desk), draft_case(case, desk).items
    (item,) = draft.items
    assert "repair" in model.server.steps
    assert texts(item) == texts(plain)
    assert [flag.code for flag in item.flags if flag.code == "sentences-replaced"]
    assert ECHO not in draft.model_dump_json()


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/v1", "http://no-such-host.invalid/v1"])
def test_an_endpoint_that_cannot_be_reached_still_gives_the_offline_draft(desk, modelled, address):
    case = drugs_and_massage()
    model = modelled(good, base_url=address, model=None)
    draft, plain = draft_case(case, model.desk), draft_case(case, desk)
    assert [texts(item) for item in draft.items] == [texts(item) for item in plain.items]
    assert all(len(fallbacks(item)) == 2 for item in draft.items)
    assert draft.engine.name == "llm"
    assert draft.engine.model is None


def test_a_fault_at_one_item_does_not_touch_the_others(desk, modelled):
    def rule(asked: Asked):
        return ROWS["invalid JSON"].fault if "Naproxen 550 mg #60" in asked.text else good(asked)

    case = drugs_and_massage()
    massage, naproxen = draft_case(case, modelled(rule).desk).items
    assert fallbacks(massage) == []
    assert len(fallbacks(naproxen)) == 2
    assert any(text.startswith("The record") for text in texts(massage))


def test_what_may_be_spent_is_not_exceeded(desk, modelled):
    """Each call of this model is priced at a thousandth of a dollar for 10 tokens in and 5 out."""
    model = modelled(good, price_input=60.0, price_output=80.0, max_cost=0.0)
    draft = draft_case(drugs_and_massage(), model.desk)
    assert model.server.steps == []
    assert all("max_cost" in message for item in draft.items for message in fallbacks(item))
    assert draft.usage.cost_usd == 0


def test_the_step_that_could_cost_too_much_is_done_offline_and_the_ones_before_stay(desk, modelled):
    """A million tokens cost a dollar; the first answer takes 2,500 of the 4,000 that may be spent."""

    def rule(asked: Asked):
        body = json.loads(completion(json.dumps(good(asked))).body)
        body["usage"] = {"prompt_tokens": 2000, "completion_tokens": 500, "total_tokens": 2500}
        return raw(json.dumps(body).encode())

    model = modelled(rule, price_input=1.0, price_output=1.0, max_cost=0.004, concurrency=1)
    draft = draft_case(drugs_and_massage(), model.desk)
    assert model.server.steps == ["assess"]
    assert [[message[:27] for message in fallbacks(item)] for item in draft.items] == [
        ["the offline engine did `wri"],
        ["the offline engine did `ass", "the offline engine did `wri"],
    ]
    assert draft.usage.cost_usd == 0.0025
    assert blocks(draft) == []
