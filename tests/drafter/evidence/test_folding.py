"""A folded pattern finds in a folded text what the pattern finds in the text, whatever the case."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.evidence.folding import AnyCase, folded, folded_pattern

PATTERNS = (
    "SKI", r"\bk(?:A|b)s", r"[A-C]+I", r"[^a-c]S", r"[^\W\d_]{2}k", r"(?!K)\w\S", r"(?<![\w-])[aK/-]b", r"(?>is|S)a",
    r"\D[^s]\W", r"(?P<once>a)|(?:b*?)K",
)  # fmt: skip
TEXTS = st.text(alphabet="abkKSsſiIıİKéÉß° /-_1٣\n", max_size=12)


@given(st.sampled_from(PATTERNS), TEXTS)
def test_what_is_found_is_the_same(written: str, text: str) -> None:
    pattern = folded_pattern(written)
    expected = re.search(written, text, re.IGNORECASE)
    found = pattern.search(folded(text)) if pattern else None
    assert pattern
    assert (found.span() if found else None) == (expected.span() if expected else None)


@pytest.mark.parametrize("written", [r"(?-i:PT)", r"É", r"[À-ÿ]", r"[A-z]", r"(.)\1"])
def test_where_case_may_count_nothing_is_folded(written: str) -> None:
    assert folded_pattern(written) is None


@pytest.mark.parametrize("kind", [r"\w", r"\d", r"\s"])
def test_every_letter_keeps_its_place_and_its_kind(kind: str) -> None:
    letters = "".join(map(chr, range(sys.maxunicode + 1)))
    places = [match.start() for match in re.finditer(kind, letters)]
    assert places == [match.start() for match in re.finditer(kind, folded(letters))]


@pytest.mark.parametrize("written", ["no (?:Change|GAIN)s?", "(?-i:no) change"])
def test_matches_are_told_where_they_stand(written: str) -> None:
    wanted = AnyCase(written)
    text = "İ: no change, NO gains"
    expected = [match.span() for match in re.finditer(written, text, re.IGNORECASE)]
    first = wanted.search(text)
    assert [match.span() for match in wanted.finditer(text)] == expected
    assert first
    assert first.span() == expected[0]
    assert len(wanted.sub(lambda match: "_" * len(match.group()), text)) == len(text)
    assert wanted.sub(lambda _: "", text) == ("i: , " if len(expected) == 2 else "İ: , NO gains")
