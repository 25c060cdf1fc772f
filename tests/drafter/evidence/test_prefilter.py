"""A sentence in which a pattern matches is never passed over, whatever letters are left out of the comparison."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.evidence.needs import NOTHING, needs
from drafter.evidence.voices import OTHER_VOICES
from drafter.evidence.wording import wording
from drafter.evidence.words import WordRows
from drafter.lexicon import concepts, pattern, read_yaml

WORDINGS = [
    sentence
    for path in sorted(Path(__file__).parent.glob("wordings*.yaml"))
    for entry in read_yaml(path).values()
    for side, sentences in entry.items()
    if side != "request"
    for sentence in sentences
]
EXPRESSIONS = sorted({e for c in concepts().values() for e in (*c.documents, *c.contradicts, *c.near)})
ROWS = WordRows(WORDINGS[::4])
FILLER = ["The gait is normal.", "", "Aspirin was taken.", "Ümlaut İı ſ K"]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(EXPRESSIONS), st.data())
def test_every_match_of_a_concept_is_among_the_candidates(expression: str, data: st.DataObject) -> None:
    plain = re.sub(r"\(\?<?[!=][^()]*\)|\\b", "", expression)
    try:
        text = data.draw(
            st.from_regex(re.compile(plain.replace(" ", r"\s+"), re.IGNORECASE | re.ASCII), fullmatch=True)
        )
    except re.error:
        return
    rows = WordRows([*FILLER, f"Noted: {text} today."])
    if pattern(expression).search(f"Noted: {text} today."):
        assert len(FILLER) in rows.candidates(pattern(expression))


@pytest.mark.parametrize("concept", concepts())
def test_every_wording_that_a_concept_matches_is_among_its_candidates(concept: str) -> None:
    for expression in chain(*wording(concepts()[concept])):
        matching = {row for row, text in enumerate(WORDINGS[::4]) if expression.search(text)}
        assert matching <= set(ROWS.rows(expression.need))


@given(st.lists(st.text(alphabet="ab -_1\n", max_size=10), min_size=1, max_size=6))
def test_letters_that_must_begin_or_end_a_word_do_so_in_every_match(texts: list[str]) -> None:
    for expression in (
        r"\ba", r"(?<!\w)a(?!\w)", r"(?<![\w-])(?:a|ab)\s?b", r"(?:\w+ )?ab\b", r"a(?:[ -]b)*(?!\w)", r"(?:a |b)+a",
        r"\b-?a", r"a[^\w]+b", r"(?:ab|a -b|)\s*a\b", r"(?!ab)a\w\b",
    ):  # fmt: skip
        wanted = re.compile(expression)
        matching = {row for row, text in enumerate(texts) if wanted.search(text)}
        assert matching <= set(WordRows(texts).candidates(wanted))


@given(st.lists(st.text(alphabet="abkſsiıİKé /-\n", max_size=12), min_size=1, max_size=6))
def test_letters_that_re_takes_for_another_are_found(texts: list[str]) -> None:
    for expression in ("ski", r"k(?:a|b)s", r"is|sa", r"a\s+b", r"(?:ab)?ki", r"(?:ab){2}", r"[ab]s?k"):
        wanted = re.compile(expression, re.IGNORECASE)
        matching = {row for row, text in enumerate(texts) if wanted.search(text)}
        assert matching <= set(WordRows(texts).candidates(wanted))


@given(st.lists(st.text(alphabet="0129٣a /.-", max_size=10), min_size=1, max_size=6))
def test_one_figure_stands_for_another_only_where_words_are_ruled_out(texts: list[str]) -> None:
    for expression in (
        r"[0-2]?\d/9", r"1\d(?!\d)", r"(?<![0-9])2a", r"(?<![\d./])a[12]", r"[^0-9]\d", r"[^1]a", r"[^1\s]+a",
        r"[.-9]a", r"(?!1)\d\d", r"(?<!9)a\d", r"(?<!\w)9(?!\w)", r"1[/2]\D", r"[ -0]1",
    ):  # fmt: skip
        wanted = re.compile(expression)
        matching = {row for row, text in enumerate(texts) if wanted.search(text)}
        assert matching <= set(WordRows(texts).candidates(wanted))


@pytest.mark.parametrize(
    ("text", "expression", "tried"),
    [
        ("Massage did not help.", "acupuncture|yoga", False),
        ("Massage did not help.", "massage .{0,20}help", True),
        ("Massage was given.", "massage .{0,20}help", False),
        ("Anything", r"\d+", False),
        ("L5 and S1", r"[CLS]-?\d", True),
        ("5 lbs", r"K-?L", False),
        ("grade KL 3", r"(?<!\w)K-?L(?!\w)", True),
        ("on 3/4 of days", r"\d{1,2}/\d{2,4}", False),
        ("since 03/2014", r"\d{1,2}/\d{2,4}", True),
        ("May 3", r"(?=\d)(?:\d+|x)", True),
        ("May", r"(?=\d)(?:\d+|x)", False),
        ("Anything", r".+", True),
        ("no relief at all", "(?:no|little) (?:real )?relief", True),
        ("relief", "(?:nor|little) relief", False),
        ("He adapted well.", r"\bPT\b", False),
        ("PT/OT ordered.", r"\bPT\b", True),
        ("Seen from the OT side", r"(?<!\w)(?:ROM|OT)(?!\w)", True),
        ("from other notes", r"(?<!\w)(?:ROM|OT)(?!\w)", False),
        ("pool work", r"(?<!\w)(?:pt|pool)(?!\w)", True),
        ("P & S since May", r"(?<!\w)P\s*(?:&|and)\s*S(?!\w)", True),
        ("reached p&s today", r"(?<!\w)P\s*&\s*S(?!\w)", True),
        ("12h a day", r"\d+\s*h(?!\w)", True),
        ("unhelpful", r"(?:un)?help(?:ful)?", True),
        ("pre-op", r"(?<!\w)op(?!\w)", True),
        ("item 42a", r"[.\d](?<![13])[23][ab]", True),
        ("item ٣2a", r"(?<![0-9])[23][ab]", True),
        ("item 3a", r"[^\s1][ab]", True),
        ("5/5 strength", r"[0-4]/5", True),
        ("5/5 strength", r"[0-4]/4", False),
    ],
)
def test_a_pattern_is_tried_only_where_its_letters_stand(text: str, expression: str, tried: bool) -> None:
    assert bool(WordRows([text]).candidates(re.compile(expression, re.IGNORECASE))) == tried


def test_nothing_is_asked_of_nothing() -> None:
    assert WordRows([]).candidates(re.compile("a")) == []
    assert WordRows(["a"]).candidates() == []
    assert needs(re.compile(r"\w*")) == NOTHING


def test_most_patterns_of_the_lexicon_need_letters() -> None:
    """Otherwise they would be tried on every sentence of thousands of pages."""
    open_ended = [e for e in EXPRESSIONS if needs(pattern(e)) == NOTHING]
    assert len(open_ended) <= len(EXPRESSIONS) // 50, open_ended


def test_the_voices_of_others_need_letters() -> None:
    assert all(needs(wanted) != NOTHING for wanted in OTHER_VOICES[:3])
