"""The Markdown letter: complete, verbatim, and nothing of a record acts as markup."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from drafter.case import Qualifications
from drafter.rendering.markdown import escape, rationale_markdown, render_markdown
from drafter.rendering.words import BLANK, LABEL
from tests.drafter.rendering import samples
from tests.drafter.rendering.samples import draft, item, modified_item

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shown(text: str) -> str:
    """The words a reader sees, without tags."""
    html = re.sub(r"<[^>]+>", " ", PARSER.render(text))
    for name, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        html = html.replace(name, character)
    return " ".join(html.split())


def test_every_quote_is_read_verbatim():
    text = shown(render_markdown(draft(), samples.case()))
    for quote in (samples.PAIN, samples.WALKS, samples.HELPED, samples.NO_EXERCISE, samples.FACT):
        assert quote.quote in text


def test_a_pipe_in_a_quote_does_not_split_a_table():
    html = PARSER.render(render_markdown(draft(), samples.case()))
    rows = [row for row in html.split("<tr>") if "The test of prior-gain" in row]
    assert [row.count("<td") for row in rows] == [6]


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), min_size=1, max_size=40)
)
def test_escaped_text_is_shown_as_it_stands(text):
    html = PARSER.render(f"“{escape(text)}”")
    assert re.findall(r"<(?!/?p>)", html) == []
    assert shown(f"“{escape(text)}”") == f"“{text}”"


def test_a_link_in_a_record_stays_text():
    assert "<a " not in PARSER.render(escape("see [here](http://example.org) <http://example.org> ![x](y)"))


def test_the_sections_stand_in_the_order_of_the_letter():
    text = render_markdown(draft(), samples.case())
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert headings == [
        "How the IMR final determination was made",
        "Documents reviewed",
        "Clinical case summary",
        "IMR issues, decisions and rationales",
        "Reviewer's worksheet",
    ]


def test_the_header_block_holds_the_dates_of_the_case():
    text = render_markdown(draft(), samples.case())
    for line in ("**Case Number:** CM99-0000001", "**Date of Injury:** 01/27/2010", "**UR Denial Date:** 08/25/2014"):
        assert line in text
    assert f"**Decision Date:** {BLANK}" in text


def test_a_blocking_flag_stands_between_the_item_and_its_outcome():
    text = render_markdown(draft(), samples.case())
    start, flag, outcome = (text.index(words) for words in ("### 1. ", "> **Blocking:**", "**Draft outcome:"))
    assert start < flag < outcome


def test_the_reviewer_line_is_blank_or_what_the_case_says():
    assert f"\nReviewer: {BLANK}\n" in render_markdown(draft(), samples.case())
    known = Qualifications(specialty="Family Practice")
    assert "\nReviewer: Family Practice\n" in render_markdown(draft(), samples.case(known))


def test_a_withheld_draft_contains_no_outcome_word():
    text = render_markdown(draft(item(outcome="withheld", rationale=(), citations={}, flags=())), samples.case())
    assert not re.search(r"upheld|overturned|medically necessary", text, re.IGNORECASE)


def test_the_label_opens_and_closes_the_letter():
    assert render_markdown(draft(), samples.case()).count(LABEL) == 2


def test_the_rationale_alone_holds_the_items_and_no_worksheet():
    text = rationale_markdown(draft(item(), modified_item()), samples.case())
    assert "### 2. 4 physical therapy visits (remainder)" in text
    assert "Worksheet" not in text
