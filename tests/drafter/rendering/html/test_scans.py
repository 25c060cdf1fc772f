"""Pages without text of their own: the marks stand on the image as it was read, upright and level."""

from __future__ import annotations

import pytest

from drafter.case import Page, PageSource, Span
from drafter.casefile.pages.cache import Content, PageCache, sha256_of
from drafter.casefile.pages.grey import Grey
from drafter.casefile.pages.images import image_page
from drafter.casefile.pages.ocr import available, recognise
from drafter.rendering.html import html_bytes
from drafter.rendering.html.boxes import Box
from tests.drafter.rendering.html import cases
from tests.drafter.rendering.html.paper import SIZE, draw_page, drawn_at
from tests.drafter.rendering.html.reading import marked, tree

LINES = ["Progress note of the clinic", "Massage was given four times in May", "The effect lasted for an afternoon"]
QUOTE = "four times in May"

pytestmark = pytest.mark.skipif(not available(), reason="the text recognition (extra ocr) is not installed")


@pytest.fixture(scope="module", params=[0, 180], ids=["upright", "upside-down"])
def scan(request, tmp_path_factory):
    """A picture of text, the case that was read from it, and the home that keeps what was read."""
    folder, home = tmp_path_factory.mktemp("case"), tmp_path_factory.mktemp("home")
    file = folder / "fax.png"
    draw_page(LINES).rotate(request.param).save(file)
    image: Grey = image_page(file)
    read = recognise(image)
    assert read.rotated == request.param
    PageCache(home, available()).put(sha256_of(file), Content("image", {1: read}, None))
    source = PageSource(file=file.name, page=1)
    case = cases.case_of([Page(number=1, text=read.text, source=source, ocr_confidence=read.confidence)])
    return folder, home, case


def draft(case):
    at = case.records[0].pages[0].text.index(QUOTE)
    return cases.draft_of(case, [Span(record="r1", page=1, start=at, end=at + len(QUOTE), quote=QUOTE)])


def test_the_mark_covers_the_words_and_little_else(scan):
    folder, home, case = scan
    (mark,) = marked(tree(html_bytes(draft(case), case, folder, home)))
    (box,) = mark.boxes
    width, height = SIZE
    left, top, right, bottom = drawn_at(LINES, QUOTE)
    letter = (right - left) / len(QUOTE)
    assert box.left * width == pytest.approx(left, abs=2 * letter)
    assert box.right * width == pytest.approx(right, abs=2 * letter)
    assert box.top * height <= (top + bottom) / 2 <= box.bottom * height
    assert (box.bottom - box.top) * height < 60


def test_a_page_whose_reading_is_not_kept_is_shown_as_text(scan, tmp_path):
    folder, _, case = scan
    root = tree(html_bytes(draft(case), case, folder, tmp_path))
    assert not list(marked(root))
    assert root.xpath("//mark")[0].text == QUOTE


def test_boxes_follow_the_text(scan):
    _, home, _ = scan
    (kept,) = home.glob("pages/*.json")
    read = PageCache(home, available()).get(kept.name[:64]).pages[1]
    words = "".join("".join(box.text for box in read.boxes).split())
    assert words == "".join(read.text.split())
    assert all(0 <= edge <= 1 for box in read.boxes for edge in Box(*box[1:]))
