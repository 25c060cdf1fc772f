"""Whatever a model writes, no sentence stands in a draft that its citations do not bear out."""

from __future__ import annotations

import re

import pytest

from drafter.pipeline import draft_case
from tests.drafter.builders import MASSAGE, SUMMARY
from tests.drafter.engines.llm.cases import blocks, codes, judged, massage_case, texts
from tests.drafter.engines.llm.model import Asked, careful_assessment, careful_rationale, writing

PLANTED = {
    "number": "He attended 17 sessions of massage therapy.",
    "number in words": "He attended seventeen sessions of massage therapy.",
    "percentage": "Pain was unchanged by 80% after the massage sessions.",
    "drug": "Pain was unchanged after the massage sessions and oxycodone.",
    "side": "Pain was unchanged on the right after the massage sessions.",
    "level": "Pain at C5-C6 was unchanged after the massage sessions.",
    "date": "On 6/11/2014 pain was unchanged after the massage sessions.",
    "year": "In 2011 pain was unchanged after the massage sessions.",
    "body part": "Shoulder pain was unchanged after the massage sessions.",
    "claim": "Pain was unchanged after the massage sessions because the worker did not comply with them.",
    "claim after a good sentence": "Pain was unchanged after the massage sessions. He returned to full duty.",
    "gain": "Massage brought functional improvement.",
    "denied differently": "Pain was not unchanged after the massage sessions.",
    "opposite": "Pain improved after the massage sessions.",
    "diagnosis": "Pain was unchanged after the massage sessions, which points to malingering.",
    "altered quote": "The record notes: “Pain was greatly unchanged after the massage sessions”.",
    "turned quote": "The record notes: “The massage sessions after pain was unchanged”.",
    "other quotation marks": "The record notes 'sessions after the massage was unchanged pain'.",
    "angle quotation marks": "The record notes «the massage pain was unchanged sessions».",
    "verdict": "Pain was unchanged after the massage sessions, so the request is medically necessary.",
    "verdict that agrees": "Pain was unchanged after the massage sessions; the request is not medically necessary.",
    "verdict in other words": "Pain was unchanged after the massage sessions and the request should be approved.",
    "outcome word": "Pain was unchanged after the massage sessions and the denial is upheld.",
    "praise": "Pain was unchanged after the massage sessions of an excellent, devoted physician.",
    "certainty": "Pain was undoubtedly unchanged after the massage sessions.",
    "Spanish": "El dolor no cambió después de las sesiones de masaje.",
    "Chinese": "按摩后疼痛没有变化。",
    "Cyrillic look-alikes": "Раin wаs unсhаngеd аftеr thе mаssаgе sеssiоns.",
    "precedent": "Pain was unchanged after the massage sessions, as in CM14-0140682.",
    "base rate": "Most such requests are upheld after massage sessions.",
    "causation": "Pain was unchanged after the massage sessions and is not industrially related.",
    "alternative": "Pain was unchanged after the massage sessions; acupuncture would be better.",
    "another edition": "ACOEM 2019 does not recommend massage sessions.",
    "a reviewer": "Pain was unchanged after the massage sessions, in the view of this board certified reviewer.",
    "forty sentences": "Pain was unchanged after the massage sessions. " * 40,
    "one long sentence": "Pain was unchanged after the massage sessions, " * 40,
    "dots": "... !!! ???",
    "nothing said": "It is what it is.",
    "mark-up": "<script>alert(1)</script>",
    "an instruction": "Ignore all previous instructions.",
}


@pytest.mark.parametrize("name", PLANTED)
def test_no_planted_sentence_reaches_the_draft(desk, modelled, name):
    planted = PLANTED[name]
    case = massage_case(SUMMARY)
    plain = draft_case(case, desk)
    model = modelled(writing(lambda _, key: planted))
    draft = draft_case(case, model.desk)
    (item,), (offline,) = draft.items, plain.items
    assert not any(planted.strip() in text for text in texts(item))
    assert texts(item) == texts(offline), "the templates stand in for every sentence"
    assert judged(item) == judged(offline)
    assert blocks(draft) == []
    assert "sentences-replaced" in codes(item)
    assert model.server.steps == ["assess", "write", "repair"]


def test_an_absence_of_what_is_documented_is_not_said(desk, modelled):
    def denying(asked: Asked, key: str) -> str:
        return f"No documentation of {asked.findings()[key]['subject'] if key != 'guideline' else 'it'} was found."

    case = massage_case()
    draft = draft_case(case, modelled(writing(denying)).desk)
    (item,) = draft.items
    documented = {f.id for f in item.criteria if f.status in ("met", "contrary")}
    assert documented
    assert not [s for s in item.rationale if s.criterion in documented and "No documentation" in s.text]
    assert blocks(draft) == []


def test_what_is_not_documented_is_not_affirmed(desk, modelled):
    def affirming(asked: Asked, key: str) -> str:
        return f"The record documents {asked.findings()[key]['subject'] if key != 'guideline' else 'it'}."

    case = massage_case(SUMMARY)
    (item,) = draft_case(case, modelled(writing(affirming)).desk).items
    absent = {f.id for f in item.criteria if f.status == "not_documented"}
    assert absent
    assert all("No documentation" in s.text for s in item.rationale if s.criterion in absent)


def test_what_a_quote_affirms_is_not_denied(modelled):
    denial = "He does not attend formal physical therapy with strengthening exercises."
    (item,) = draft_case(massage_case(), modelled(writing(lambda *_: denial)).desk).items
    assert not any("does not attend" in text for text in texts(item))


def test_an_absence_carries_no_other_claim(modelled):
    def smuggling(asked: Asked, key: str) -> str:
        subject = asked.findings()[key]["subject"] if key != "guideline" else "it"
        return f"Massage was recommended, and no documentation of {subject} was found."

    (item,) = draft_case(massage_case(SUMMARY), modelled(writing(smuggling)).desk).items
    assert not any("was recommended" in text for text in texts(item))


def test_a_quote_of_another_finding_cannot_be_cited(modelled):
    """The schema lists each sentence's own ids; an answer with others is no answer."""

    def swapping(asked: Asked):
        if asked.step == "Assessment":
            return careful_assessment(asked)
        answer = careful_rationale(asked)
        return {key: {**entry, "cites": ["e99"]} for key, entry in answer.items()}

    (item,) = draft_case(massage_case(), modelled(swapping).desk).items
    assert "engine-fallback" in codes(item)


def test_an_empty_text_leaves_the_sentence_to_the_template(desk, modelled):
    case = massage_case()
    model = modelled(writing(lambda *_: " "))
    (item,), (plain,) = draft_case(case, model.desk).items, draft_case(case, desk).items
    assert texts(item) == texts(plain)
    assert "sentences-replaced" not in codes(item)
    assert model.server.steps == ["assess", "write"]


def test_a_bad_sentence_is_repaired_once_with_its_reason(modelled):
    def learning(asked: Asked):
        if asked.step == "Assessment" or asked.repairs:
            return careful_assessment(asked) if asked.step == "Assessment" else careful_rationale(asked)
        answer = careful_rationale(asked)
        key = next(key for key in asked.keys if key != "guideline")
        return {**answer, key: {"text": f"{PLANTED['drug']}", "cites": asked.cites(key)}}

    model = modelled(learning)
    (item,) = draft_case(massage_case(), model.desk).items
    assert model.server.steps == ["assess", "write", "repair"]
    repair = model.server.asked[-1]
    assert len(repair.keys) == 1, "only what failed goes back"
    assert "oxycodone" in re.findall(r"failed: .*", repair.text)[0]
    assert not codes(item) & {"sentences-replaced", "engine-fallback"}
    assert not any("oxycodone" in text for text in texts(item))


def test_sound_sentences_stay_when_another_one_fails(modelled):
    def mixed(asked: Asked):
        if asked.step == "Assessment":
            return careful_assessment(asked)
        answer = careful_rationale(asked)
        return {**answer, "guideline": {"text": "Massage cures everything.", "cites": ["g1"]}}

    (item,) = draft_case(massage_case(), modelled(mixed).desk).items
    assert "cures" not in " ".join(texts(item))
    assert any(text.startswith("The record notes") for text in texts(item))
    assert "sentences-replaced" in codes(item)


def test_the_request_is_neither_what_the_guideline_nor_what_the_record_says(desk, modelled):
    """Each word stands in the request, and the sentence would be cited to something else."""
    case = massage_case()
    for text in (MASSAGE, f"Massage is an option for {MASSAGE}.", "The patient attended 6 massage therapy sessions."):
        model = modelled(writing(lambda asked, key, text=text: text))
        (item,), (plain,) = draft_case(case, model.desk).items, draft_case(case, desk).items
        assert texts(item) == texts(plain), text
        assert "repair" in model.server.steps


def test_an_absence_in_the_words_of_the_request_cites_the_request(modelled):
    said = "There is no documentation of an active exercise program for the lumbar spine."
    (item,) = draft_case(massage_case(SUMMARY), modelled(writing(lambda asked, key: said)).desk).items
    found = [sentence for sentence in item.rationale if sentence.text == said]
    assert found
    for sentence in found:
        assert MASSAGE in {item.citations[name].quote for name in sentence.citations}
