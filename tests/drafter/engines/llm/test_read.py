"""Reading a case file part by part: what the search cannot tell is put before the reviewer, never taken for true."""

from __future__ import annotations

import pytest

from drafter.case import Case
from drafter.draft import DraftItem
from drafter.pipeline import draft_case
from drafter.rendering.words import missing
from tests.drafter.builders import MASSAGE, disputed, make_case
from tests.drafter.engines.llm.cases import blocks, codes, judged, massage_case, texts
from tests.drafter.engines.llm.model import Answer, Asked, careful_rationale, good
from tests.drafter.evidence.files import filed
from tests.drafter.llm.scripted import Scripted

OTHER_WORDS = "The sheet that she gave him hangs on his fridge and he goes through it top to bottom each night."
"""Exercise, as no vocabulary has it."""
NOTE = "The low back is sore. Lumbar spine is tender at L4-L5. Massage therapy was discussed. "
FILLER = "The worker reported low back ache number {} of this long chart, with no change at all. "


def case_file(*added: str, fillers: int = 0) -> Case:
    """A case file of a progress note for each sentence added, and of a long one where there are fillers."""
    notes = [
        filed(f"n{number}", NOTE + sentence, f"2014-05-{number:02}", kind="progress_note")
        for number, sentence in enumerate(("", *added), start=1)
    ]
    if fillers:
        long = " ".join(FILLER.format(number) for number in range(fillers))
        notes.append(filed("long", long, "2014-04-01", kind="progress_note"))
    return make_case(disputed(1, MASSAGE), summary="", records=tuple(notes))


def reading(phrase: str = "fridge", status: str = "met"):
    """A model that points at the sentences with the phrase, for every criterion, and gives it the status."""

    def rule(asked: Asked) -> Answer:
        found = [name for name, text in asked.evidence.items() if phrase in text]
        if asked.step == "Places":
            return dict.fromkeys(asked.keys, found)
        if asked.step == "Assessment":
            return {key: {"status": status, "evidence": found, "contrary": []} for key in asked.keys}
        return careful_rationale(asked)

    return rule


def in_doubt(item: DraftItem) -> list[str]:
    return [finding.id for finding in item.criteria if finding.in_doubt]


def test_what_the_search_cannot_tell_is_left_to_the_reviewer(desk, modelled):
    case = case_file(OTHER_WORDS)
    (plain,), (item,) = draft_case(case, desk).items, draft_case(case, modelled(reading()).desk).items
    absent = [s.criterion for s in plain.rationale if s.role == "absence"]
    assert absent, "the search by itself says that it is not documented"
    assert set(absent) <= set(in_doubt(item))
    assert not [s for s in item.rationale if s.role == "absence"]
    assert item.outcome == "undetermined"
    assert any(OTHER_WORDS in reason for reason in item.needs_reviewer)
    assert any(OTHER_WORDS.rstrip(".") in text for text in texts(item))
    assert not any(line.startswith("not documented") for line in missing(item))


def test_the_draft_of_it_passes_verification(modelled):
    draft = draft_case(case_file(OTHER_WORDS), modelled(reading()).desk)
    assert blocks(draft) == []


def test_its_quote_is_the_sentence_at_its_place(modelled):
    case = case_file(OTHER_WORDS)
    (item,) = draft_case(case, modelled(reading()).desk).items
    spans = [span for finding in item.criteria for span in finding.to_judge]
    assert spans
    for span in spans:
        record = case.record(span.record)
        assert record and record.pages[span.page - 1].text[span.start : span.end] == span.quote == OTHER_WORDS


def test_it_never_makes_a_criterion_met(desk, modelled):
    case = case_file(OTHER_WORDS)
    (plain,), (item,) = draft_case(case, desk).items, draft_case(case, modelled(reading()).desk).items
    assert [f.status for f in item.criteria] == [f.status for f in plain.criteria]


def test_where_a_criterion_is_not_met_anyway_the_refusal_stands_and_the_doubt_is_told(desk, modelled):
    case = case_file(OTHER_WORDS, "Pain was unchanged after the massage sessions.")
    (item,) = draft_case(case, modelled(reading()).desk).items
    assert item.outcome == "upheld"
    doubted = in_doubt(item)
    assert doubted
    assert not [s for s in item.rationale if s.criterion in doubted]
    assert any("fridge" in reason for reason in item.needs_reviewer)


def test_an_absence_that_the_reviewer_chose_to_state_shows_what_may_speak_against_it(modelled):
    case = case_file(OTHER_WORDS)
    (item,) = draft_case(case, modelled(reading()).desk, {1: "upheld"}).items
    absent = [s for s in item.rationale if s.role == "absence"]
    assert absent
    for sentence in absent:
        assert OTHER_WORDS in {item.citations[name].quote for name in sentence.citations}
    assert "absence-in-doubt" in codes(item)


@pytest.mark.parametrize("step", ["Places", "Assessment"])
def test_pointing_once_settles_nothing(desk, modelled, step):
    """At a sentence in reading that it does not point at again, or only where it is asked about all criteria."""
    case = case_file(OTHER_WORDS)
    model = modelled(lambda asked: (reading() if asked.step == step else good)(asked))
    (plain,), (item,) = draft_case(case, desk).items, draft_case(case, model.desk).items
    assert judged(item) == judged(plain)
    assert in_doubt(item) == []


def test_what_is_only_planned_is_no_doubt(modelled):
    planned = "If needed he would begin supervised exercises."
    case = case_file(planned)
    (item,) = draft_case(case, modelled(reading("supervised")).desk).items
    exercise = next(finding for finding in item.criteria if "exercise" in finding.subject)
    assert exercise.status == "not_documented"
    assert not exercise.in_doubt


def test_a_letter_is_not_read_in_parts(modelled):
    model = modelled(good)
    draft_case(massage_case(), model.desk)
    assert "Places" not in {asked.step for asked in model.server.asked}


def test_a_long_file_is_read_in_parts_and_every_sentence_once(modelled):
    model = modelled(good)
    case = case_file(OTHER_WORDS, fillers=300)
    draft_case(case, model.desk)
    parts = [asked for asked in model.server.asked if asked.step == "Places"]
    assert len(parts) > 2
    shown = [text for asked in parts for text in asked.evidence.values()]
    assert len(shown) == len(set(shown))
    assert OTHER_WORDS in shown
    assert all(FILLER.format(number).strip() in shown for number in range(300))


def test_a_part_says_what_kind_of_record_it_is_and_of_when(modelled):
    model = modelled(good)
    draft_case(case_file(OTHER_WORDS), model.desk)
    (part,) = [asked for asked in model.server.asked if asked.step == "Places"]
    assert "Progress note of 05/02/2014:" in part.text
    assert "n2.pdf" not in part.text


def test_who_points_is_told_nobodys_name_or_number(modelled):
    """The quote in the draft is the record's own all the same."""
    named = f"Patient: Okerby, Rosalind DOB: 3/9/1971 Claim Number: 0457-WC-10-003318. {OTHER_WORDS} Ms. Okerby agreed."
    model = modelled(reading())
    (item,) = draft_case(case_file(named), model.desk).items
    shown = "".join(asked.text for asked in model.server.asked if asked.step in ("Places", "Assessment"))
    assert OTHER_WORDS in shown
    assert "[PATIENT]" in shown
    assert not [told for told in ("Okerby", "3/9/1971", "0457-WC") if told in shown]
    assert in_doubt(item)


def test_a_sentence_far_from_any_criterion_reaches_the_assessment(modelled):
    """Of a long file 48 sentences are assessed, those first at which the model pointed."""
    model = modelled(reading())
    draft_case(case_file(OTHER_WORDS, fillers=300), model.desk)
    (assessment,) = [asked for asked in model.server.asked if asked.step == "Assessment"]
    assert OTHER_WORDS in assessment.evidence.values()


def test_parts_that_were_not_read_are_told(modelled):
    def rule(asked: Asked) -> Answer | Scripted:
        if asked.step == "Places" and "number 1 " in asked.text:
            return Scripted(500)
        return good(asked)

    (item,) = draft_case(case_file(OTHER_WORDS, fillers=300), modelled(rule).desk).items
    (told,) = [flag for flag in item.flags if flag.code == "partly-read"]
    assert "parts of the case file" in told.message
