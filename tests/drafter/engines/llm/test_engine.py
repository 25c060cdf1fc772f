"""Items at once and in order, prompts that fit, chosen outcomes, and what may stand in a prompt."""

from __future__ import annotations

import datetime as dt
import json
import re
import threading

import pytest

from drafter.errors import InputError
from drafter.pipeline import draft_case
from drafter.prompting import open_shelf
from tests.drafter.builders import HEADER, MASSAGE, SUMMARY, disputed, make_case
from tests.drafter.engines.llm.cases import blocks, codes, drugs_and_massage, massage_case, texts
from tests.drafter.engines.llm.model import Asked, careful_assessment, good


def many(count: int):
    return make_case(*(disputed(n, f"{n + 1} massage therapy sessions, lumbar spine") for n in range(1, count + 1)))


def test_items_are_drafted_at_once_and_come_in_order(modelled):
    """Two assessments meet: the first is answered only when another one has arrived."""
    meet = threading.Barrier(2)

    def rule(asked: Asked):
        if asked.step == "Assessment":
            meet.wait(timeout=10)
        return good(asked)

    model = modelled(rule, concurrency=2)
    draft = draft_case(many(4), model.desk)
    assert [item.number for item in draft.items] == [1, 2, 3, 4]
    assert [item.request for item in draft.items] == [
        f"{n + 1} massage therapy sessions, lumbar spine" for n in range(1, 5)
    ]
    assert not any("engine-fallback" in codes(item) for item in draft.items)
    assert model.server.most_at_once == 2


def long_record() -> str:
    noise = " ".join(f"On visit {n} the gait was normal and the reflexes were brisk and symmetric." for n in range(300))
    return f"{noise} {SUMMARY}"


def test_a_prompt_is_cut_to_the_context_window_and_the_draft_says_so(modelled):
    model = modelled(good, context_window=2200)
    (item,) = draft_case(massage_case(), model.desk).items
    whole = len(model.server.asked[0].evidence)
    small = modelled(good, context_window=2000)
    (cut,) = draft_case(massage_case(), small.desk).items
    assert len(small.server.asked[0].evidence) < whole
    assert "evidence-left-out" in codes(cut)
    assert "evidence-left-out" not in codes(item)


def test_what_is_left_out_is_what_ranks_lowest(modelled):
    model = modelled(good, context_window=2000)
    draft_case(massage_case(), model.desk)
    shown = " ".join(model.server.asked[0].evidence.values())
    assert "strengthening exercises" in shown
    assert "Pain was unchanged after the massage sessions" in shown


def test_a_window_without_room_for_the_record_is_named(desk, modelled):
    model = modelled(good, context_window=400)
    (item,), (plain,) = draft_case(massage_case(), model.desk).items, draft_case(massage_case(), desk).items
    told = [flag.message for flag in item.flags if flag.code == "engine-fallback"]
    assert model.server.steps == []
    assert any("400 tokens" in message for message in told)
    assert texts(item) == texts(plain)


def test_a_long_record_does_not_make_a_long_prompt(modelled):
    model = modelled(good)
    (item,) = draft_case(massage_case(long_record()), model.desk).items
    evidence = model.server.asked[0].evidence
    assert len(evidence) < 60
    assert "Pain was unchanged after the massage sessions." in evidence.values()
    assert "evidence-left-out" not in codes(item), "what ranks below the usual number is not asked for"


def test_a_record_without_sentences_is_not_asked_about(desk, modelled):
    model = modelled(good)
    draft = draft_case(make_case(disputed(1, MASSAGE), summary=" "), model.desk)
    assert "assess" not in model.server.steps
    assert blocks(draft) == []


@pytest.mark.parametrize("outcome", ["upheld", "overturned"])
def test_a_chosen_outcome_is_argued_from_the_same_findings(modelled, outcome):
    model = modelled(good)
    (own,) = draft_case(massage_case(), modelled(good).desk).items
    (item,) = draft_case(massage_case(), model.desk, {1: outcome}).items
    assert (item.outcome, item.outcome_source) == (outcome, "reviewer")
    assert item.criteria == own.criteria
    assert f"Outcome to argue: {outcome}" in model.server.asked[-1].text
    unmet = [f for f in item.criteria if f.necessary and f.status in ("not_met", "not_documented")]
    warnings = " ".join(flag.message for flag in item.flags if flag.severity == "warn")
    assert unmet
    assert outcome == "upheld" or all(finding.text in warnings for finding in unmet)


@pytest.mark.parametrize("outcome", ["withheld", "undetermined"])
def test_no_rationale_is_asked_for_where_none_is_argued(modelled, outcome):
    model = modelled(good)
    draft_case(massage_case(), model.desk, {1: outcome})
    assert model.server.steps == ["assess"]


def test_an_item_that_follows_a_refused_surgery_is_not_written_by_the_model(modelled):
    model = modelled(good)
    case = make_case(disputed(1, "Right knee arthroscopy"), disputed(2, "Assistant surgeon", depends_on=1))
    (surgery, assistant) = draft_case(case, model.desk).items
    assert surgery.outcome == "upheld"
    assert "item 1" in assistant.rationale[1].text
    assert model.server.steps.count("write") == 1


def later():
    """A case that may see the shipped decisions."""
    return HEADER.model_copy(
        update={"date_assigned": dt.date(2016, 1, 4), "application_received": dt.date(2015, 12, 1)}
    )


def test_prior_decisions_are_shown_without_what_they_decided(modelled):
    model = modelled(good)
    draft = draft_case(make_case(disputed(1, MASSAGE), header=later()), model.desk)
    assert draft.items[0].precedents
    written = model.server.asked[-1].text
    assert draft.items[0].precedents[0].case_number in written
    told = written.partition("Prior decisions on similar requests")[2]
    assert not re.search(r"\b(?:upheld|overturned|medically necessary)\b", told, re.IGNORECASE)


def test_no_prior_decision_is_shown_to_a_case_that_precedes_it(modelled):
    model = modelled(good)
    draft = draft_case(massage_case(), model.desk)
    assert draft.items[0].precedents == ()
    assert "Prior decisions on similar requests" not in model.server.prompts


def test_the_cases_own_determination_is_in_no_prompt(modelled, seed_letter):
    """The seed's rationale and its decision are in the index; its own draft must not see them."""
    model = modelled(good)
    late = seed_letter.case.header.model_copy(update={"date_assigned": dt.date(2030, 1, 1)})
    draft_case(seed_letter.case.model_copy(update={"header": late}), model.desk)
    prompts = "\n".join(
        str(message["content"]) for r in model.server.received for message in r.body.get("messages", ())
    )
    assert model.server.steps
    for item in seed_letter.determination.items:
        assert not re.search(rf"{re.escape(item.request)}:?\s*(?:Upheld|Overturned)", prompts, re.IGNORECASE)
        for sentence in re.split(r"(?<=[.])\s+", item.rationale):
            if len(sentence.split()) > 7 and sentence not in seed_letter.case.model_dump_json():
                assert sentence not in prompts


def test_a_users_prompt_is_used_and_its_hash_recorded(modelled, tmp_path):
    folder = tmp_path / "prompts"
    folder.mkdir()
    source = open_shelf()["write"].source.replace("Do not praise or blame anyone.", "Write like a herald.")
    (folder / "write.md").write_text(source)
    model = modelled(good, prompts=folder)
    draft = draft_case(massage_case(), model.desk)
    assert "Write like a herald." in model.server.prompts
    assert draft.engine.prompts["write"]["sha256"] != open_shelf()["write"].sha256


def test_a_users_prompt_may_leave_out_what_is_offered(modelled, tmp_path):
    front = "name: assess\nversion: '2'\ndescription: short\nvariables: [criteria, evidence]\noutput: Assessment"
    body = (
        "## user\n{% for c in criteria %}{{ c.id }} {% endfor %}\n"
        "{% for e in evidence %}[{{ e.id }}] {{ e.text }}\n{% endfor %}"
    )
    (tmp_path / "assess.md").write_text(f"---\n{front}\n---\n{body}")
    model = modelled(good, prompts=tmp_path)
    (item,) = draft_case(massage_case(), model.desk).items
    assert "engine-fallback" not in codes(item)
    assert MASSAGE not in model.server.asked[0].text


def test_a_users_prompt_that_asks_for_more_is_an_error_before_any_call(modelled, tmp_path):
    source = (
        open_shelf()["assess"]
        .source.replace("[request,", "[weather, request,")
        .replace("{{ request }}", "{{ request }}{{ weather }}")
    )
    (tmp_path / "assess.md").write_text(source)
    model = modelled(good, prompts=tmp_path)
    with pytest.raises(InputError, match="prompt assess: weather is missing"):
        draft_case(massage_case(), model.desk)
    assert model.server.steps == []


def test_a_model_that_the_endpoint_names_is_found(modelled):
    model = modelled(good, model=None)
    assert draft_case(massage_case(), model.desk).engine.model == "scripted"


def test_nothing_but_prompts_is_sent(modelled):
    model = modelled(good)
    draft_case(drugs_and_massage(), model.desk)
    bodies = json.dumps([received.body for received in model.server.received])
    assert HEADER.case_number not in bodies
    assert {r.path for r in model.server.received} <= {"/v1/chat/completions", "/v1/models"}


def test_an_answer_about_half_of_the_criteria_is_asked_for_again(modelled):
    def rule(asked: Asked):
        if asked.step == "Assessment":
            answer = careful_assessment(asked)
            return dict(list(answer.items())[:1]) if "That answer could not be used" not in asked.text else answer
        return good(asked)

    model = modelled(rule)
    (item,) = draft_case(massage_case(), model.desk).items
    assert model.server.steps == ["assess", "assess", "write"]
    assert "engine-fallback" not in codes(item)
