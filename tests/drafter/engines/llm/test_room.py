"""An answer has the room that its form may take."""

from __future__ import annotations

from drafter.pipeline import draft_case
from drafter.prompting import open_shelf
from tests.drafter.engines.llm.cases import codes, massage_case
from tests.drafter.engines.llm.model import careful_assessment, good


def allowed(model) -> list[int]:
    return [received.body["max_tokens"] for received in model.server.received if received.method == "POST"]


def test_many_sentences_get_more_tokens_than_the_prompt_asks_for(modelled, tmp_path):
    source = open_shelf()["write"].source.replace("max_tokens: 900", "max_tokens: 100")
    (tmp_path / "write.md").write_text(source)
    model = modelled(good, prompts=tmp_path)
    draft_case(massage_case(), model.desk)
    assert min(allowed(model)) > 100


def test_the_users_limit_holds(modelled):
    model = modelled(good, max_tokens=300)
    draft_case(massage_case(), model.desk)
    assert allowed(model) == [300, 300]


def test_a_text_that_fills_its_bound_was_cut_off_and_does_not_stand(desk, modelled):
    """Its words are all in what it cites, so that nothing but its length gives it away."""

    def rule(asked):
        if asked.step == "Assessment":
            return careful_assessment(asked)
        answer = good(asked)
        for entry in answer.values():
            entry["text"] = (entry["text"] + " ") * 20
            entry["text"] = entry["text"][:400]
        return answer

    (item,) = draft_case(massage_case(), modelled(rule).desk).items
    (plain,) = draft_case(massage_case(), desk).items
    assert [s.text for s in item.rationale] == [s.text for s in plain.rationale]
    assert "sentences-replaced" in codes(item)
