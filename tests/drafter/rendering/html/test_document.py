"""The HTML file as a whole: it says what the letter says, stands alone, and can be read by everyone."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from drafter.rendering import html, write_draft
from drafter.rendering.html import html_bytes
from tests.drafter.rendering import samples
from tests.drafter.rendering.html import cases
from tests.drafter.rendering.html.reading import tree, with_class

CSS = (Path(html.__file__).parent / "letter.css").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def data() -> bytes:
    return html_bytes(samples.draft(samples.item(), samples.modified_item()), samples.case())


@pytest.fixture(scope="module")
def root(data):
    return tree(data)


def test_it_says_what_the_letter_says(root):
    text = " ".join(root.text_content().split())
    for sentence in samples.RATIONALE:
        assert sentence.text in text
    for quote in (samples.PAIN, samples.WALKS, samples.HELPED, samples.NO_EXERCISE, samples.FACT):
        assert quote.quote in text
    assert "Draft outcome: Upheld" in text
    assert "Requested: 8 physical therapy visits; authorized: 4 visits" in text
    assert "Searched 42 sentences for: home exercise; conditioning programme" in text
    assert "CM98-0000009, decided 01/02/2014" in text


def test_a_blocking_flag_stands_before_the_outcome(root):
    text = root.text_content()
    assert text.index("Blocking: The record speaks of exercise") < text.index("Draft outcome: Upheld")


def test_text_of_the_record_is_only_text(data, root):
    assert b"<b>today" not in data
    assert samples.PAIN.quote in root.text_content()


def test_nothing_is_loaded_and_nothing_runs(data, root):
    assert not re.search(rb"(?:src|href)=\"(?!#|data:image/)", data)
    assert not re.search(rb"url\(|@import|<script|<iframe|<link|\son\w+=", data)
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']")
    assert policy.get("content").startswith("default-src 'none'")


def test_every_link_leads_to_one_place(root):
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = [link.get("href").removeprefix("#") for link in root.iter("a")]
    assert set(links) <= set(ids)
    assert len(links) > 10


def test_every_citation_of_the_rationale_is_a_link(root):
    marks = [link.text for sentence in with_class(root, "sentence") for link in sentence.iter("a")]
    assert marks == ["[1]", "[2]", "[3]", "[2]", "[4]"] * 2


def test_a_quoted_page_names_every_sentence_that_rests_on_it(root):
    view = next(view for view in with_class(root, "view") if samples.PAIN.quote in view.text_content())
    entry = next(entry for entry in with_class(view, "quotes")[0] if samples.PAIN.quote in entry.text_content())
    assert {link.text for link in entry.iter("a")} == {
        "item 1, sentence 1",
        "item 2, sentence 1",
        "worksheet 1, criterion 2",
        "worksheet 2, criterion 2",
    }


def test_the_same_draft_gives_the_same_bytes(data):
    assert html_bytes(samples.draft(samples.item(), samples.modified_item()), samples.case()) == data


def test_headings_go_down_step_by_step(root):
    levels = [int(tag.tag[1]) for tag in root.iter("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_and_regions_are_named_for_those_who_listen(root):
    assert root.get("lang") == "en"
    assert all(cell.get("scope") == "col" for cell in root.iter("th"))
    assert all(region.get("aria-label") for region in root.xpath("//*[@tabindex='0']"))
    assert len(list(root.iter("main"))) == 1


def test_a_citation_that_resolves_nowhere_is_no_link_to_a_page():
    astray = samples.PAIN.model_copy(update={"start": 5, "end": 12})
    item = samples.item(citations={"r1": astray, "g1": samples.FACT, "r2": samples.WALKS, "r3": samples.HELPED})
    root = tree(html_bytes(samples.draft(item), samples.case()))
    first = next(iter(with_class(root, "sentence")[0].iter("a")))
    assert first.get("href") == "#item-1-note-1"


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_words_stand_out_from_their_paper(scheme):
    """WCAG 2.2, 1.4.3: a contrast of 4.5 or more."""
    blocks = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
    assert len(blocks) == 3
    colors = dict(re.findall(r"--([\w-]+): (#\w{6});", blocks[["light", "dark", "print"].index(scheme)]))
    pairs = [(ink, paper) for ink in ("ink", "quiet", "link") for paper in ("paper", "desk")]
    for ink, paper in [*pairs, ("ink", "mark"), ("alarm", "paper"), ("ink", "alarm-paper"), ("link", "mark")]:
        assert contrast(colors[ink], colors[paper]) >= 4.5, (ink, paper)


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_write_draft_takes_page_images_from_the_folder_that_was_drafted(tmp_path):
    folder = cases.CASES / "wrong-level" / "file"
    case = cases.case_of(cases.text_layers("wrong-level"))
    draft = cases.draft_of(case, cases.spans(case, cases.facts("wrong-level")))
    (file,) = write_draft(draft, case, tmp_path, ["html"], source=folder)
    assert file.name == "CM99-0000001.html"
    assert b"<img" in file.read_bytes()
    (alone,) = write_draft(draft, case, tmp_path / "alone", ["html"])
    assert b"<img" not in alone.read_bytes()


@pytest.mark.parametrize("form", ["md", "docx"])
def test_other_formats_name_the_file_and_page_behind_a_record(tmp_path, form):
    case = cases.case_of(cases.text_layers("wrong-level"))
    draft = cases.draft_of(case, cases.spans(case, cases.facts("wrong-level"))[-1:])
    (file,) = write_draft(draft, case, tmp_path, [form])
    text = file.read_text(encoding="utf-8") if form == "md" else docx_text(file)
    source = case.record(next(iter(draft.items[0].citations.values())).record).pages[0].source
    assert f", p. 1 ({source.file}, p. {source.page})" in text


def docx_text(file: Path) -> str:
    import docx

    return "\n".join(paragraph.text for paragraph in docx.Document(str(file)).paragraphs)
