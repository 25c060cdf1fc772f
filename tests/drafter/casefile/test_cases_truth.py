"""The synthetic case files hold what their truth says, are reproducible, and could not be taken for real ones."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import docx
import pypdfium2
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageSequence

from drafter.case import AuthorRole, CaseHeader, Lock, RecordKind
from drafter.lexicon import concepts, treatments
from scripts.cases.build import build
from scripts.cases.files import CASES
from scripts.cases.markup import blocks, marks, plain
from scripts.cases.model import Part
from scripts.cases.paper import LABEL
from scripts.cases.truth import seen, squeezed
from scripts.write_cases import ROOT, write

NAMES = [case.name for case in CASES]
BY_NAME = {case.name: case for case in CASES}


@cache
def truth(name: str) -> dict:
    return yaml.safe_load((ROOT / name / "truth.yaml").read_text("utf-8"))


@cache
def scanned(name: str) -> dict:
    path = ROOT / name / "scanned.yaml"
    return yaml.safe_load(path.read_text("utf-8")) if path.exists() else {}


def _docx_pages(path: Path) -> list[str]:
    pages = [""]
    for block in docx.Document(str(path)).iter_inner_content():
        if hasattr(block, "rows"):
            pages[-1] += "\n".join(" ".join(cell.text for cell in row.cells) for row in block.rows) + "\n"
        elif block.contains_page_break or ("w:br" in block._p.xml and 'w:type="page"' in block._p.xml):
            pages.append("")
        else:
            pages[-1] += block.text + "\n"
    return pages


@cache
def own_texts(path: Path) -> list[str]:
    """The text that each page of a committed file carries by itself; empty for an image."""
    if path.suffix == ".pdf":
        return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]
    if path.suffix == ".docx":
        return _docx_pages(path)
    if path.suffix in (".tif", ".png"):
        return ["" for _ in ImageSequence.Iterator(Image.open(path))]
    return [re.sub(r"<(style|script).*?</\1>|<[^>]+>", " ", path.read_text("utf-8"))]


def page_text(name: str, file: str, page: int) -> str:
    """The text of a page, from the file, or what it was rendered from if the page is an image."""
    own = own_texts(ROOT / name / "file" / file)[page - 1]
    return squeezed(own) or squeezed(scanned(name)[file][page])


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_listed_with_its_pages(name):
    folder = ROOT / name / "file"
    listed = {entry["file"]: entry["pages"] for entry in truth(name)["files"]}
    assert listed == {path.name: len(own_texts(path)) for path in folder.iterdir()}


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_stands_on_its_page(name):
    assert len(truth(name)["facts"]) >= 9
    for fact in truth(name)["facts"]:
        assert fact["quote"] in page_text(name, fact["file"], fact["page"]), fact["id"]


@pytest.mark.parametrize("name", NAMES)
def test_every_identifier_stands_on_its_page_as_often_as_stated(name):
    assert {entry["kind"] for entry in truth(name)["phi"]} >= {"name", "dob", "claim", "employer", "provider"}
    for entry in truth(name)["phi"]:
        text = page_text(name, entry["file"], entry["page"])
        assert text.count(entry["text"]) >= entry["times"], entry


@pytest.mark.parametrize("name", NAMES)
def test_every_page_belongs_to_a_record_or_is_set_apart(name):
    found = truth(name)
    owned = [
        (file, page)
        for record in found["records"]
        for file, first, last in record["source"]
        for page in range(first, last + 1)
    ]
    apart = [(entry["file"], entry["page"]) for entry in found["other_patient"] + found["unreadable"]]
    assert sorted(owned + apart) == sorted(
        (entry["file"], page) for entry in found["files"] for page in range(1, entry["pages"] + 1)
    )


@pytest.mark.parametrize("name", NAMES)
def test_truth_uses_the_words_of_the_application(name):
    found = truth(name)
    CaseHeader.model_validate({**found["case"], "case_number": found["case"]["case_number"] or "none"})
    known_concepts, known_treatments = set(concepts()), set(treatments())
    for fact in found["facts"]:
        assert fact["concept"] is None or fact["concept"] in known_concepts, fact
        assert fact["treatment"] is None or fact["treatment"] in known_treatments, fact
    for record in found["records"]:
        assert record["kind"] in RecordKind.__args__
        assert record["author_role"] is None or record["author_role"] in AuthorRole.__args__
    for item in found["items"]:
        assert set(item["lock"]) <= set(Lock.model_fields)
        assert item["lock"]["treatment"] in known_treatments


@pytest.mark.parametrize("name", NAMES)
def test_a_false_absence_is_contradicted_by_a_page_and_a_true_one_by_none(name):
    absences = truth(name)["absences"]
    assert {entry["true"] for entry in absences} == {True, False}
    assert all(entry["true"] is (entry["contradicted_by"] is None) for entry in absences)


@pytest.mark.parametrize("name", NAMES)
def test_scanned_pages_are_images_with_ink_on_paper(name):
    for file, pages in scanned(name).items():
        path = ROOT / name / "file" / file
        for page in pages:
            assert not squeezed(own_texts(path)[page - 1])
        ink = _ink(path, next(iter(pages)))
        assert 0.0015 < ink < 0.3, (file, ink)


def _ink(path: Path, page: int) -> float:
    if path.suffix == ".pdf":
        shown = pypdfium2.PdfDocument(path)[page - 1].render(scale=0.5, grayscale=True).to_pil()
    else:
        image = Image.open(path)
        image.seek(page - 1)
        shown = image.convert("L")
    histogram = shown.histogram()
    return sum(histogram[:128]) / sum(histogram)


@pytest.mark.parametrize("name", NAMES)
def test_the_script_writes_the_same_case_again(name, tmp_path):
    write(BY_NAME[name], tmp_path)
    for file in ("truth.yaml", "scanned.yaml"):
        if (ROOT / name / file).exists():
            assert (tmp_path / name / file).read_text("utf-8") == (ROOT / name / file).read_text("utf-8")
    for entry in truth(name)["files"]:
        again, committed = tmp_path / name / "file" / entry["file"], ROOT / name / "file" / entry["file"]
        assert own_texts(again) == own_texts(committed)


@pytest.mark.parametrize("name", NAMES)
def test_nobody_could_take_it_for_a_real_file(name):
    found = truth(name)
    assert "invented" in found["synthetic"]
    assert found["case"]["case_number"] is None or found["case"]["case_number"].startswith("CM99-")
    assert found["patient"]["ssn"].startswith("900-")
    assert re.search(r"555\D?\D?555", found["patient"]["phone"])
    for entry in found["files"]:
        for page in range(1, entry["pages"] + 1):
            if {"file": entry["file"], "page": page} not in found["unreadable"] and entry["kind"] != "docx":
                assert LABEL in page_text(name, entry["file"], page)


def test_the_cases_spread_over_the_traps():
    traps = {trap for case in CASES for trap in case.traps}
    assert len(CASES) >= 10
    assert sum(case.held_out for case in CASES) >= 2
    assert traps >= {
        "duplicates", "other-patient-page", "post-ur-report", "missing-record", "contradicting-notes",
        "conservative-care-in-one-line", "monitoring-documented", "wrong-level", "prior-imr-opposite",
        "ur-modified-remainder", "copied-forward", "planned-then-done", "merged-without-bookmarks", "side-differs",
        "strength-differs",
    }  # fmt: skip
    assert sum(path.stat().st_size for path in ROOT.rglob("*") if path.is_file()) < 6_000_000


def test_every_case_has_application_request_and_decision():
    for name in NAMES:
        assert {record["kind"] for record in truth(name)["records"]} >= {"application", "rfa", "ur_decision"}


def test_held_out_layouts_are_used_nowhere_else():
    def clinics(held_out: bool) -> set[str]:
        parts = [part for case in CASES if case.held_out is held_out for file in case.files for part in file.parts]
        return {part.doc.clinic.name for part in parts if isinstance(part, Part)} - {""}

    assert not clinics(True) & clinics(False)


def test_a_fact_that_no_page_shows_is_refused():
    case = BY_NAME["side-and-dose"]
    made = list(build(case))
    first = made[0].sheets[0]
    lost = replace(first.part.doc, body=first.part.doc.body + "\n[[done - -| words that were added after the page]]")
    made[0].sheets[0] = first._replace(part=replace(first.part, doc=lost))
    with pytest.raises(ValueError, match="no page shows: words that were added"):
        seen(case, made)


@given(st.text(alphabet="ab #-:|~.>\n", max_size=60))
def test_markup_keeps_every_letter(text):
    shown = "".join("".join(block.cells) for block in blocks(text))
    for letter in "ab":
        assert shown.count(letter) == text.count(letter)


@given(st.text(alphabet="abc ,.", min_size=1).filter(str.strip), st.sampled_from(["done", "planned"]))
def test_marks_vanish_from_the_page_and_keep_their_words(words, says):
    text = f"Before [[#here {says} home-exercise -| {words} ]] after."
    (mark,) = marks(text)
    assert (mark.name, mark.says, mark.concept, mark.treatment) == ("here", says, "home-exercise", None)
    assert mark.quote == squeezed(words)
    assert squeezed(plain(text)) == squeezed(f"Before {words} after.")
