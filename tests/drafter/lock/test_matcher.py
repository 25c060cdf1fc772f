"""The matcher: longest phrase, capitals, separators, decoys, and the small pattern language."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import DataError
from drafter.lexicon import pattern
from drafter.lock.matcher import Matcher


def found(matcher: Matcher, text: str) -> list[tuple[str, ...]]:
    return [match.ids for match in matcher.find(text)]


def test_longest_phrase_wins() -> None:
    matcher = Matcher([("therapy", "physical therapy"), ("pool", "physical therapy in (the )?pool")])
    assert found(matcher, "physical therapy in the pool, physical therapy in bed") == [("pool",), ("therapy",)]


@pytest.mark.parametrize("text", ["x-ray", "X ray", "x/ray", "x-\nray", "x  ray"])
def test_separators_are_alike(text: str) -> None:
    assert found(Matcher([("xray", "x-ray")]), text) == [("xray",)]


@pytest.mark.parametrize("text", ["xray", "x, ray", "x. ray, then", "x-rays", "ex-ray"])
def test_other_words_do_not_match(text: str) -> None:
    assert found(Matcher([("xray", "xx-ray")]), text) == []


def test_capitals_need_capitals() -> None:
    strict, loose = Matcher([("pt", "PT")]), Matcher([("pt", "PT")]).in_any_case()
    assert found(strict, "PT") == [("pt",)] and found(strict, "pt Pt") == []
    assert found(loose, "pt Pt") == [("pt",), ("pt",)]


def test_initials_may_have_full_stops() -> None:
    assert found(Matcher([("pt", "P.T")]), "P.T. twice a week") == [("pt",)]


def test_decoy_uses_up_its_text() -> None:
    matcher = Matcher([("back", "back")], decoys=["back to work"])
    assert found(matcher, "back to work, back pain") == [("back",)]


def test_phrase_shared_by_entries_names_both() -> None:
    assert found(Matcher([("emg", "electrodiagnostics"), ("ncs", "electrodiagnostics")]), "Electrodiagnostics") == [
        ("emg", "ncs")
    ]


def test_repetition() -> None:
    matcher = Matcher([("unit", "TENS( unit| rental)*")])
    assert [match.end for match in matcher.find("TENS unit rental trial")] == [16]


@pytest.mark.parametrize("bad", ["(open", "close)", "a{2}", "^start"])
def test_unknown_syntax_is_named(bad: str) -> None:
    with pytest.raises(DataError, match=re.escape(repr(bad))):
        Matcher([("id", bad)])


_WORD = st.sampled_from(["a", "ab", "b", "ba"])
_PHRASE = st.lists(_WORD, min_size=1, max_size=3).map(" ".join)
_TEXT = st.lists(st.tuples(_WORD, st.sampled_from([" ", "-", ", ", ". "])), max_size=8)


@given(st.lists(_PHRASE, min_size=1, max_size=4, unique=True), _TEXT)
def test_agrees_with_trying_every_phrase(phrases: list[str], words: list[tuple[str, str]]) -> None:
    matcher = Matcher([(phrase, phrase) for phrase in phrases])
    expected, row = [], 0
    while row < len(words):
        here = [phrase for phrase in phrases if _stands_at(phrase.split(), words, row)]
        if here:
            expected.append((max(here, key=lambda phrase: len(phrase.split())),))
        row += len(expected[-1][0].split()) if here else 1
    assert found(matcher, "".join(word + separator for word, separator in words)) == expected


def _stands_at(phrase: list[str], words: list[tuple[str, str]], row: int) -> bool:
    span = words[row : row + len(phrase)]
    joined = all(separator in (" ", "-") or (separator == ". " and len(word) == 1) for word, separator in span[:-1])
    return [word for word, _ in span] == phrase and joined


@given(_PHRASE)
def test_lexicon_patterns_read_the_same_as_regular_expressions(phrase: str) -> None:
    assert pattern(phrase).fullmatch(phrase) and found(Matcher([("id", phrase)]), phrase) == [("id",)]
