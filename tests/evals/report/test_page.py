"""The report is one file, needs no network, shows what was drafted, and runs nothing that a record contains."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from evals.report.page import report_html
from evals.run import load_run
from evals.summary import build_summary
from tests.evals.builders import letter
from tests.evals.runs import FailingEngine, run, with_engine

ATTACK = '<script>alert(1)</script> <img src=x onerror="alert(2)"> "quoted" & </details> {{ 7 * 7 }}'


class Elements(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.found, self.text = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text.append(data)

    def named(self, tag):
        return [attributes for name, attributes in self.found if name == tag]


@pytest.fixture(scope="module")
def done(tmp_path_factory, desk):
    """A run over a hostile letter, a plain one, and one that cannot be drafted."""
    folder = tmp_path_factory.mktemp("page")
    letters = folder / "letters"
    letters.mkdir()
    hostile = f"The worker hurt the low back. He says: {ATTACK}. Pain is rated 6/10. He does home exercise."
    (letters / "hostile.md").write_text(letter("CM99-0000001", hostile, **{f"6 massage sessions {ATTACK}": "Upheld"}))
    (letters / "plain.md").write_text(letter("CM99-0000002"))
    (letters / "failing.md").write_text(letter("CM99-0000003"))
    run(letters, folder / "out", with_engine(desk, FailingEngine("CM99-0000003")))
    return load_run(folder / "out")


@pytest.fixture(scope="module")
def page(done):
    return report_html(done, build_summary(done))


def test_what_a_record_contains_stays_text(page):
    elements = Elements(page)
    assert len(elements.named("script")) == 1
    assert elements.named("img") == []
    assert not any(name.startswith("on") for _, attributes in elements.found for name in attributes)
    assert "<script>alert(1)</script>" in "".join(elements.text)
    assert "{{ 7 * 7 }}" in "".join(elements.text)


def test_only_the_pages_own_script_and_style_may_run(page):
    policy = next(a["content"] for a in Elements(page).named("meta") if a.get("http-equiv"))
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_nothing_is_fetched(page):
    elements = Elements(page)
    assert elements.named("link") == []
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert "url(" not in page
    assert "@import" not in page


def test_every_case_is_there_with_both_sides(done, page):
    elements = Elements(page)
    cases = [a for a in elements.named("details") if a.get("class") == "case"]
    assert [a["id"] for a in cases] == [record.sample for record in done.records]
    text = " ".join("".join(elements.text).split())
    drafted = next(record for record in done.records if record.status == "scored")
    draft = done.folder.draft(*drafted.key)
    assert " ".join(draft.items[0].rationale[-1].text.split()) in text
    assert " ".join(done.samples[0].target.items[0].rationale.split(". ")[0].split()) in text


def test_a_sample_that_could_not_be_drafted_is_shown_as_an_error(page):
    assert re.search(r'<span class="tag error">error</span> ZeroDivisionError at', page)


def test_citations_lead_to_marked_evidence(page):
    elements = Elements(page)
    leads = [a["data-lead"] for a in elements.named("a") if "data-lead" in a]
    anchors = [a["id"] for a in elements.named("a") if "id" in a]
    assert leads
    assert set(leads) <= set(anchors)
    assert len(anchors) == len(set(anchors))
    assert elements.named("mark")


def test_items_carry_what_the_filters_ask_for(page):
    sections = Elements(page).named("section")
    assert len(sections) == 3
    assert {(a["data-actual"], bool(a["data-treatment"])) for a in sections} == {("upheld", True)}
    assert [a["data-right"] for a in sections].count("error") == 1
    assert {a["name"] for a in Elements(page).named("select")} == {"actual", "right", "treatment"}


def test_the_plots_are_drawn_inline(page):
    assert page.count("<svg") == 3
    assert not re.search(r"nan|None\b", " ".join(re.findall(r"<svg.*?</svg>", page, re.DOTALL)))
