"""What was searched is told in the worksheet of both files, briefly, and once what added passages are."""

from __future__ import annotations

import io

import pytest
from docx import Document

from drafter.draft import Draft, LibraryPassage, SearchStep
from drafter.rendering import render_markdown
from drafter.rendering.docx_letter import docx_bytes
from drafter.rendering.searching import LIBRARY_NOTE, SEARCH_TITLE, search_lines
from tests.drafter.rendering.samples import case, draft, item, modified_item

FOUND = SearchStep(source="MTUS", found=True, sections=("MTUS Chronic Pain 2009, Massage, p. 60", "b", "c"))
BEYOND = SearchStep(
    source="ACOEM or ODG",
    found=True,
    sections=("ACOEM *Low Back* 2016",),
    needed=False,
    note="passed over: old (superseded)",
)
SILENT = tuple(SearchStep(source=name, found=False) for name in ("MTUS", "ACOEM or ODG"))
NONE = tuple(SearchStep(source=name, found=False, note="none") for name in ("other guidelines", "studies"))
ADDED = LibraryPassage(
    id="low#7",
    source="ACOEM Low Back",
    family="acoem",
    edition="2016",
    section="Recommendations > Treatment > Massage",
    pages="12-13",
    text="Massage <b>may</b> help. It rained.",
    quote="Massage <b>may</b> help.",
    score=0.1,
)


def words(content: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)


def both(made: Draft) -> tuple[str, str]:
    return render_markdown(made, case()), words(docx_bytes(made, case()))


def test_a_source_is_one_line_with_its_first_sections():
    assert search_lines(item(search=(FOUND, BEYOND))) == (
        "MTUS: found MTUS Chronic Pain 2009, Massage, p. 60; b and 1 more.",
        "ACOEM or ODG (not needed): found ACOEM *Low Back* 2016; passed over: old (superseded).",
    )


def test_sources_of_which_the_same_is_to_be_said_share_a_line():
    assert search_lines(item(search=(*SILENT, *NONE))) == (
        "MTUS, ACOEM or ODG: silent on this treatment.",
        "Other guidelines, studies: none.",
    )


def test_both_files_show_the_search_and_the_passages():
    for shown in both(draft(item(search=(FOUND,), library=(ADDED,)))):
        plain = shown.replace("\\", "")
        assert "MTUS: found MTUS Chronic Pain 2009, Massage, p. 60" in plain
        assert "ACOEM Low Back 2016, Treatment > Massage, p. 12-13: “Massage <b>may</b> help.”" in plain


def test_nothing_in_a_passage_acts_as_markup():
    assert "\\<b>may" in render_markdown(draft(item(library=(ADDED,))), case())


def test_what_added_passages_are_is_said_once():
    for shown in both(draft(item(library=(ADDED,)), modified_item(library=(ADDED,)))):
        assert shown.count(LIBRARY_NOTE) == 1
    assert all(LIBRARY_NOTE not in shown for shown in both(draft(item())))


def test_a_draft_from_before_the_search_was_recorded_loads_and_says_nothing_of_it():
    old = draft().model_dump(mode="json")
    for entry in old["items"]:
        del entry["search"], entry["library"]
    loaded = Draft.model_validate(old)
    assert loaded == draft()
    assert all(SEARCH_TITLE not in shown for shown in both(loaded))


@pytest.mark.parametrize("steps", [(FOUND,), (*SILENT, *NONE)])
def test_the_search_survives_the_draft_file(steps):
    made = draft(item(search=steps, library=(ADDED,)))
    assert Draft.model_validate_json(made.model_dump_json()) == made
