"""A link leads to the page, and what is marked there is the quote."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.case import Page, PageSource, Span
from drafter.casefile.pages.pdf import open_pdf, pdf_page
from drafter.rendering.html import html_bytes
from drafter.rendering.html.boxes import letters, locate
from drafter.rendering.html.sheets import CaseFiles
from tests.drafter.rendering.html import cases
from tests.drafter.rendering.html.paper import write_pdf
from tests.drafter.rendering.html.reading import marked, tree, under

CHART = cases.CASES / "massage" / "file" / "05 QME Tremaine.pdf"


@pytest.mark.parametrize("name", cases.names())
def test_every_citation_of_a_planted_fact_leads_to_its_words(name):
    case = cases.case_of(cases.text_layers(name))
    quoted = cases.spans(case, cases.facts(name))
    folder = cases.CASES / name / "file"
    root = tree(html_bytes(cases.draft_of(case, quoted), case, folder))
    marks = {mark.anchor: mark for mark in marked(root)}
    assert quoted
    for position, span in enumerate(quoted, start=1):
        (sentence,) = root.xpath(f"//*[@id='item-1-sentence-{position}']")
        (link,) = sentence.iter("a")
        mark = marks[link.get("href").removeprefix("#")]
        source = case.record(span.record).pages[0].source
        assert (mark.file, mark.page) == (source.file, source.page)
        document = open_pdf(folder / mark.file)
        assert letters(under(document[mark.page - 1], mark.boxes)) == letters(span.quote)
        document.close()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_words_of_a_page_are_found_where_they_stand(chart, data):
    """Whole words: what is read back under the box of one letter may have its kerned neighbour with it."""
    page, text, sheet = chart
    words = [word.span() for word in re.finditer(r"\S+", text)]
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, min(len(words), first + 60) - 1))
    start, end = words[first][0], words[last][1]
    boxes = locate(text, start, end, sheet.glyphs, sheet.shape)
    assert letters(under(page, boxes)) == letters(text[start:end])


@pytest.fixture(scope="module")
def chart():
    document = open_pdf(CHART)
    with CaseFiles(CHART.parent, None) as files:
        sheet = files.sheet(PageSource(file=CHART.name, page=1), recognised=False)
    yield document[0], pdf_page(document, 1).text, sheet
    document.close()


def linked(folder: Path, file: Path, start_of_nth: int, words: str) -> tuple[str, tuple]:
    """What is under the mark for the n-th occurrence of `words` on the first page, and its boxes."""
    document = open_pdf(file)
    text = pdf_page(document, 1).text
    at = -1
    for _ in range(start_of_nth):
        at = text.index(words, at + 1)
    case = cases.case_of([Page(number=1, text=text, source=PageSource(file=file.name, page=1))])
    span = Span(record="r1", page=1, start=at, end=at + len(words), quote=words)
    (mark,) = marked(tree(html_bytes(cases.draft_of(case, [span]), case, folder)))
    found = under(document[0], mark.boxes)
    document.close()
    return letters(found), mark.boxes


def test_of_words_that_stand_twice_the_quoted_ones_are_marked(tmp_path):
    lines = ["Left knee:", "Range of motion is full.", "Right knee:", "Range of motion is full.", "End."]
    file = write_pdf(tmp_path / "note.pdf", lines)
    first, second = (linked(tmp_path, file, nth, "Range of motion is full.") for nth in (1, 2))
    assert first[0] == second[0] == "Rangeofmotionisfull."
    assert first[1][0].bottom < second[1][0].top


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_marked_turned(tmp_path, degrees):
    upright = write_pdf(
        tmp_path / "upright.pdf", ["Straight leg raise is positive at 45 degrees.", "Reflexes are even."]
    )
    document = pypdfium2.PdfDocument(upright)
    document[0].set_rotation(degrees)
    document.save(tmp_path / "turned.pdf")
    document.close()
    found, boxes = linked(tmp_path, tmp_path / "turned.pdf", 1, "positive at 45")
    assert found == "positiveat45"
    assert (boxes[0].bottom - boxes[0].top > boxes[0].right - boxes[0].left) == (degrees != 180)


def test_a_cropped_page_is_marked_as_it_is_shown(tmp_path):
    whole = write_pdf(tmp_path / "whole.pdf", ["Grip strength is 40 pounds.", "Sensation is intact."])
    document = pypdfium2.PdfDocument(whole)
    document[0].set_cropbox(36, 300, 560, 780)
    document.save(tmp_path / "cropped.pdf")
    document.close()
    assert linked(tmp_path, tmp_path / "cropped.pdf", 1, "40 pounds")[0] == "40pounds"


def test_a_quote_over_several_lines_has_a_box_a_line(tmp_path):
    file = write_pdf(tmp_path / "note.pdf", ["The patient has completed", "eight of twelve visits", "of therapy."])
    found, boxes = linked(tmp_path, file, 1, "completed\neight of twelve visits\nof")
    assert found == "completedeightoftwelvevisitsof"
    assert len(boxes) == 3
    assert boxes[0].top < boxes[1].top < boxes[2].top
