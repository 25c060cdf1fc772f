"""The Word letter, read back with python-docx."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from drafter.rendering.docx_letter import docx_bytes
from drafter.rendering.words import BLANK
from tests.drafter.rendering import samples
from tests.drafter.rendering.samples import draft, item, modified_item


@pytest.fixture(scope="module")
def document():
    return docx.Document(io.BytesIO(docx_bytes(draft(item(), modified_item()), samples.case())))


def words(document) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_every_quote_stands_verbatim(document):
    text = words(document)
    for quote in (samples.PAIN, samples.WALKS, samples.HELPED, samples.NO_EXERCISE, samples.FACT):
        assert quote.quote in text


def test_a_blocking_flag_stands_before_the_outcome(document):
    text = words(document)
    assert text.index("Blocking: The record speaks of exercise") < text.index("Draft outcome: Upheld")


def test_the_reviewer_line_is_blank(document):
    assert f"Reviewer: {BLANK}" in words(document)


def test_tables_fit_their_pages(document):
    portrait, landscape = document.sections
    documents, criteria = document.tables[1], document.tables[2]
    for table, section in ((documents, portrait), (criteria, landscape)):
        room = section.page_width - section.left_margin - section.right_margin
        assert sum(column.width for column in table.columns) <= room
        for row in table.rows:
            cells = {id(cell._tc): cell.width for cell in row.cells}
            assert sum(cells.values()) == sum(column.width for column in table.columns)


def test_a_search_without_evidence_takes_the_room_of_the_evidence(document):
    rows = {row.cells[0].text: row.cells for row in document.tables[2].rows}
    searched = rows["The test of active-exercise is stated here."]
    assert searched[3].text == searched[5].text
    assert searched[3].text.startswith("No evidence either way. Searched 42 sentences for: home exercise")
    divided = rows["The test of prior-gain is stated here."]
    assert samples.HELPED.quote in divided[3].text
    assert samples.PAIN.quote in divided[4].text


def test_every_page_names_the_case_and_its_standing(document):
    for section in document.sections:
        assert "CM99-0000001" in section.header.paragraphs[0].text
        assert "Not a determination until signed" in section.footer.paragraphs[0].text


def test_the_same_draft_gives_the_same_bytes():
    assert docx_bytes(draft(), samples.case()) == docx_bytes(draft(), samples.case())


def test_no_time_of_this_machine_and_no_name_is_in_the_file():
    data = docx_bytes(draft(), samples.case())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert properties.created.isoformat()[:19] == properties.modified.isoformat()[:19] == "2024-05-06T07:08:09"
    assert (properties.author, properties.last_modified_by) == ("drafter", "drafter")


def test_control_characters_of_a_record_do_not_break_the_file():
    odd = samples.PAIN.model_copy(update={"quote": "form\x0cfeed \x00 and \x1b escape"})
    drafted = draft(item(citations={"r1": odd, "g1": samples.FACT, "r2": samples.WALKS, "r3": samples.HELPED}))
    assert "form feed and escape" in words(docx.Document(io.BytesIO(docx_bytes(drafted, samples.case()))))
