"""Promise 1: sentences cite, citations resolve, quotes are verbatim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.case import Span
from tests.drafter.builders import passage, span
from tests.drafter.verification.sample import (
    CASE,
    LIBRARY,
    NEAR,
    changed,
    codes_of,
    flags_of,
    massage_item,
    naproxen_item,
    replaced,
    with_sentence,
)


@pytest.mark.parametrize("index", range(6))
def test_a_sentence_without_citation_is_blocked_where_it_stands(index):
    flags = [flag for flag in flags_of(replaced(massage_item(), index, citations=())) if flag.code == "cites-nothing"]
    assert [(flag.where, flag.severity) for flag in flags] == [(f"item 1 sentence {index + 1}", "block")]


@pytest.mark.parametrize("index", [0, 2, 5])
def test_an_id_that_is_not_listed_is_blocked(index):
    assert "citation-unknown" in codes_of(replaced(massage_item(), index, citations=("r1", "g9")))


def spoil(name: str, **fields):
    item = massage_item()
    return changed(item, citations=item.citations | {name: item.citations[name].model_copy(update=fields)})


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("r2", {"quote": NEAR.replace("stretching", "strengthening")}),
        ("r2", {"start": 0, "end": len(NEAR)}),
        ("r3", {"end": 3}),
        ("g1", {"quote": "Massage is a substitute for active exercise."}),
        ("g1", {"start": 1}),
    ],
)
def test_a_quote_that_is_not_at_its_place_is_blocked(name, fields):
    assert "quote-altered" in codes_of(spoil(name, **fields))


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("r2", {"record": "other"}),
        ("r2", {"page": 2}),
        ("r2", {"start": 7, "end": 7, "quote": ""}),
        ("g1", {"card": "invented", "passage": "invented"}),
        ("g1", {"passage": "odg-massage"}),
    ],
)
def test_a_place_that_does_not_exist_is_blocked(name, fields):
    assert "citation-unresolved" in codes_of(spoil(name, **fields))


@pytest.mark.parametrize("citation", ["", "MTUS p. 61", "ODG Low Back Chapter"])
def test_a_citation_in_another_form_than_the_cards_is_blocked(citation):
    assert "citation-form" in codes_of(spoil("g1", citation=citation))


@pytest.mark.parametrize(
    "quoted",
    ["He performs stretching in the gym", "He never performs stretching", "performs stretching at home daily"],
)
def test_altered_words_in_quotation_marks_are_blocked(quoted):
    for text in (f"The record says “{quoted}”.", f'The record says "{quoted}".'):
        assert "quotation-altered" in codes_of(with_sentence(text, "r2"))


@pytest.mark.parametrize("quoted", ["He performs stretching at home", "performs  stretching at home.", "“Red flags”"])
def test_verbatim_words_and_terms_in_quotation_marks_pass(quoted):
    assert "quotation-altered" not in codes_of(with_sentence(f"The record says “{quoted}”.", "r2"))


@pytest.mark.parametrize("extra", [{"r9": span(CASE, NEAR)}, {"g9": passage(LIBRARY, "massage")}])
def test_a_citation_that_no_sentence_uses_is_a_warning(extra):
    item = massage_item()
    flags = flags_of(changed(item, citations=item.citations | extra))
    assert [(flag.code, flag.severity) for flag in flags] == [("citation-unused", "warn")]


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "Massage is always covered."},
        {"subject": "anything at all"},
        {"necessary": False},
        {"kind": "exclusion"},
        {"id": "invented"},
        {"card": "nsaid"},
    ],
)
def test_a_finding_that_is_not_its_cards_criterion_is_blocked(fields):
    item = massage_item()
    first = item.criteria[0].model_copy(update=fields)
    assert "finding-altered" in codes_of(changed(item, criteria=(first, *item.criteria[1:])))


@pytest.mark.parametrize("side", ["evidence", "contrary", "searched"])
def test_findings_quote_verbatim_too(side):
    item = naproxen_item()
    altered = Span(record="summary", page=1, start=0, end=10, quote="The worker!")
    first = item.criteria[0].model_copy(update={side: (altered,)})
    assert "quote-altered" in codes_of(changed(item, criteria=(first, *item.criteria[1:])))


@given(st.integers(min_value=0, max_value=400), st.integers(min_value=1, max_value=80))
def test_a_span_is_flagged_exactly_when_its_quote_differs(start, length):
    text = CASE.records[1].pages[0].text
    quote = text[start : start + length]
    for shift in (0, 1):
        moved = Span(record="summary", page=1, start=start + shift, end=start + shift + length, quote=quote)
        item = massage_item()
        flagged = "quote-altered" in codes_of(changed(item, citations=item.citations | {"r9": moved}))
        assert flagged == (bool(quote.strip()) and text[start + shift : start + shift + length] != quote)
