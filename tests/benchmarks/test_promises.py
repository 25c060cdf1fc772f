"""The blunt check of promises 1-3 sees what is planted, and nothing in what is sound."""

from __future__ import annotations

import pytest

from benchmarks.promises import broken_promises
from drafter.draft import Draft, DraftItem, Flag
from drafter.pipeline import draft_case
from tests.drafter.builders import MASSAGE, SUMMARY, disputed, make_case


@pytest.fixture(scope="module")
def case():
    return make_case(disputed(1, MASSAGE), summary=SUMMARY)


@pytest.fixture(scope="module")
def draft(case, desk) -> Draft:
    return draft_case(case, desk)


def place(draft: Draft, role: str) -> int:
    return next(row for row, sentence in enumerate(draft.items[0].rationale) if sentence.role == role)


def with_item(draft: Draft, **changes) -> Draft:
    item: DraftItem = draft.items[0].model_copy(update=changes)
    return draft.model_copy(update={"items": (item,)})


def with_sentence(draft: Draft, role: str, **changes) -> Draft:
    rows = list(draft.items[0].rationale)
    rows[place(draft, role)] = rows[place(draft, role)].model_copy(update=changes)
    return with_item(draft, rationale=tuple(rows))


def promises(draft: Draft, case) -> set[int]:
    return {breach.promise for breach in broken_promises(draft, case)}


def test_a_sound_draft_breaks_none(draft, case):
    assert {sentence.role for sentence in draft.items[0].rationale} >= {"request", "guideline", "absence", "conclusion"}
    assert broken_promises(draft, case) == []


@pytest.mark.parametrize("cites", [(), ("r99",)])
def test_a_sentence_without_a_source(draft, case, cites):
    assert 1 in promises(with_sentence(draft, "guideline", citations=cites), case)


def test_a_quote_that_is_not_where_it_is_said_to_be(draft, case):
    item = draft.items[0]
    for change in ({"quote": "He is well."}, {"start": 0, "end": 0, "quote": ""}, {"page": 7}, {"record": "other"}):
        name = next(name for name, cited in item.citations.items() if name.startswith("r"))
        cited = item.citations[name].model_copy(update=change)
        assert 1 in promises(with_item(draft, citations={**item.citations, name: cited}), case), change


def test_words_in_quotation_marks_that_nobody_said(draft, case):
    text = "The record documents exercise: “He runs marathons”."
    assert 1 in promises(with_sentence(draft, "absence", text=text), case)


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("Massage is limited to 17 visits.", "17"),
        ("Massage is limited to seventeen or eleven visits.", "11"),
        ("Massage is for the left shoulder.", "left"),
        ("Massage is for the shoulders.", "shoulder"),
        ("Massage is for pain at L5-S1.", "s1"),
        ("Massage is better than naproxen.", "naproxen"),
        ("Massage is better than 250 mg of anything.", "250mg"),
    ],
)
def test_a_fact_that_is_not_cited(draft, case, text, strange):
    broken = broken_promises(with_sentence(draft, "guideline", text=text), case)
    assert [breach.promise for breach in broken] == [3]
    assert strange in broken[0].why


def test_an_absence_that_was_not_searched_for_or_shows_no_search(draft, case):
    item, row = draft.items[0], draft.items[0].rationale[place(draft, "absence")]
    findings = [f.model_copy(update={"searched": (), "sentences_searched": 0}) for f in item.criteria]
    assert 2 in promises(with_item(draft, criteria=tuple(findings)), case)
    only_guideline = tuple(name for name in row.citations if name.startswith("g"))
    assert 2 in promises(with_sentence(draft, "absence", citations=only_guideline), case)


def test_an_absence_of_what_the_record_states(draft, case):
    item, row = draft.items[0], draft.items[0].rationale[place(draft, "absence")]
    subject = next(f.subject for f in item.criteria if f.id == row.criterion)
    said = make_case(disputed(1, MASSAGE), summary=f"{SUMMARY} The record shows {subject}.")
    assert 2 in promises(draft, said)
    denied = make_case(disputed(1, MASSAGE), summary=f"{SUMMARY} The record shows no {subject}.")
    assert 2 not in promises(draft, denied)


@pytest.mark.parametrize("text", ["There is no documentation of massage.", "Massage is not documented in the record."])
def test_an_absence_in_a_sentence_that_is_no_finding(draft, case, text):
    assert 2 in promises(with_sentence(draft, "guideline", text=text), case)


def test_a_sentence_that_a_blocking_flag_names_is_not_reported_as_verified(draft, case):
    broken = with_sentence(draft, "guideline", text="Massage is limited to 17 visits.")
    where = f"item 1 sentence {place(draft, 'guideline') + 1}"
    for severity, expected in (("block", set()), ("warn", {3})):
        flag = Flag(code="number", severity=severity, message="17", where=where)
        assert promises(with_item(broken, flags=(flag,)), case) == expected
    elsewhere = Flag(code="number", severity="block", message="17", where="item 1")
    assert promises(with_item(broken, flags=(elsewhere,)), case) == {3}
