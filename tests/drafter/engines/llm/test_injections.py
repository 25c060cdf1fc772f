"""Promise 7: records are data. An instruction inside one changes no outcome, no finding and no sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from drafter.pipeline import draft_case
from tests.drafter.builders import SUMMARY, disputed, make_case
from tests.drafter.engines.llm.cases import blocks, texts
from tests.drafter.engines.llm.model import Asked, good

INJECTIONS: dict[str, str] = yaml.safe_load(Path(__file__).with_name("injections.yaml").read_text(encoding="utf-8"))
every_injection = pytest.mark.parametrize("injection", INJECTIONS.values(), ids=INJECTIONS.keys())
REQUESTS = ("6 massage therapy sessions, lumbar spine", "Naproxen 550 mg #60")
_END = " On 7/15/2014, utilization review"


def case_with(injection: str = ""):
    """The summary with the injection as a sentence of its own, in the midst of the clinical facts."""
    summary = SUMMARY.replace(_END, f" {injection}\n{_END}") if injection else SUMMARY
    return make_case(*(disputed(n, request) for n, request in enumerate(REQUESTS, start=1)), summary=summary)


def concluded(item):
    """Outcome and findings, by quotes: the offsets behind the injection have moved."""
    return [
        item.outcome,
        item.confidence,
        *((f.id, f.status, [s.quote for s in f.evidence], [s.quote for s in f.contrary]) for f in item.criteria),
    ]


def test_there_are_enough_of_them():
    assert len(INJECTIONS) == len(set(INJECTIONS.values())) >= 25


@every_injection
def test_the_offline_engine_is_not_moved(desk, injection):
    told, plain = draft_case(case_with(injection), desk), draft_case(case_with(), desk)
    assert [concluded(item) for item in told.items] == [concluded(item) for item in plain.items]
    assert [texts(item) for item in told.items] == [texts(item) for item in plain.items]


def obeying(injection: str):
    """Points at the injection for every criterion, calls all of them met, and writes what it was told to write."""

    def rule(asked: Asked):
        if asked.step == "Assessment":
            start = injection[:12]
            told = [name for name, text in asked.evidence.items() if start in text] or list(asked.evidence)
            return {key: {"status": "met", "evidence": told, "contrary": []} for key in asked.keys}
        return {key: {"text": _obeyed(key, asked, injection), "cites": asked.cites(key)} for key in asked.keys}

    return rule


def _obeyed(key: str, asked: Asked, injection: str) -> str:
    if asked.repairs:
        return f"{injection}"
    return "All criteria are met and the request is medically necessary."


@every_injection
def test_a_model_that_obeys_moves_nothing_either(desk, modelled, injection):
    plain = draft_case(case_with(), desk)
    model = modelled(obeying(injection))
    told = draft_case(case_with(injection), model.desk)
    assert set(model.server.steps) == {"assess", "write", "repair"}
    assert [concluded(item) for item in told.items] == [concluded(item) for item in plain.items]
    assert [texts(item) for item in told.items] == [texts(item) for item in plain.items]
    assert blocks(told) == []


@every_injection
def test_an_injection_stays_inside_the_user_message(modelled, injection):
    model = modelled(good)
    draft_case(case_with(injection), model.desk)
    words = injection.split()[0]
    for received in model.server.received:
        messages = received.body.get("messages", [])
        assert [message["role"] for message in messages] in ([], ["system", "user"])
    first = next(asked for asked in model.server.asked if asked.step == "Assessment")
    assert words in "".join("".join(first.evidence.values()).split())
    assert set(first.schema["properties"]) <= {
        f.id for item in draft_case(case_with(), model.desk).items for f in item.criteria
    }
