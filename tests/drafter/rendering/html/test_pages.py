"""Which pages are shown, as an image or as text, and what never is."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from drafter.case import Discrepancy, MissingRecord, Page, PageSource, SetApart, Span
from drafter.draft import TimelineEvent
from drafter.rendering.html import html_bytes, views
from drafter.rendering.html.quotes import Quote, Weight
from drafter.rendering.html.views import segments
from tests.drafter.rendering.html import cases
from tests.drafter.rendering.html.paper import write_pdf
from tests.drafter.rendering.html.reading import marked, tree, with_class

LINES = ["Seen by Maribel Quintero.", "Naproxen gave half a day of relief.", "No exercise was done."]
TEXT = "\n".join(LINES)


def span(quote: str, record: str = "r1", text: str = TEXT) -> Span:
    start = text.index(quote)
    return Span(record=record, page=1, start=start, end=start + len(quote), quote=quote)


def note(name: str = "note.pdf", text: str = TEXT) -> Page:
    return Page(number=1, text=text, source=PageSource(file=name, page=1))


def rendered(case, quoted, folder, **more):
    return tree(html_bytes(cases.draft_of(case, quoted, **more), case, folder))


def test_a_page_of_a_file_is_shown_as_an_image(tmp_path):
    write_pdf(tmp_path / "note.pdf", LINES)
    root = rendered(cases.case_of([note()]), [span("half a day")], tmp_path)
    (image,) = root.iter("img")
    assert image.get("src").startswith("data:image/webp;base64,")
    assert "Document 1, p. 1" in image.get("alt")
    assert "1 page image from 1 file." in root.text_content()


def test_a_page_without_a_file_is_shown_as_text_with_the_quote_marked(tmp_path):
    root = rendered(cases.case_of([note()]), [span("half a day")], tmp_path)
    assert not list(root.iter("img"))
    assert [mark.text for mark in root.iter("mark")] == ["half a day"]
    assert "no page image; 1 page as text" in root.text_content()


def test_a_file_that_was_changed_since_is_not_shown(tmp_path):
    write_pdf(tmp_path / "note.pdf", [LINES[0], "Naproxen gave no relief.", LINES[2]])
    assert not list(rendered(cases.case_of([note()]), [span("half a day")], tmp_path).iter("img"))


def test_a_page_whose_names_were_taken_out_is_not_shown(tmp_path):
    write_pdf(tmp_path / "note.pdf", LINES)
    without = TEXT.replace("Maribel Quintero", "[PATIENT]")
    data = html_bytes(
        cases.draft_of(cases.case_of([note(text=without)]), [span("half a day", text=without)]),
        cases.case_of([note(text=without)]),
        tmp_path,
    )
    assert b"<img" not in data
    assert b"Quintero" not in data


def test_a_file_outside_the_folder_is_not_opened(tmp_path):
    folder = tmp_path / "case"
    folder.mkdir()
    write_pdf(tmp_path / "note.pdf", LINES)
    (folder / "link.pdf").symlink_to(tmp_path / "note.pdf")
    for name in ("../note.pdf", "link.pdf", str(tmp_path / "note.pdf")):
        assert not list(rendered(cases.case_of([note(name)]), [span("half a day")], folder).iter("img"))


def test_what_a_sentence_cites_is_embedded_before_what_was_only_searched(tmp_path, monkeypatch):
    monkeypatch.setattr(views, "MOST_IMAGES", 1)
    for name in ("a.pdf", "b.pdf"):
        write_pdf(tmp_path / name, LINES)
    case = cases.case_of([note("a.pdf"), note("b.pdf")])
    root = rendered(case, [span("half a day", "r2")], tmp_path, searched=[span("No exercise", "r1")])
    assert [mark.file for mark in marked(root)] == ["b.pdf"]
    assert [mark.text for mark in root.iter("mark") if mark.get("data-quotes")] == ["No exercise"]


def test_a_page_that_nothing_points_to_is_left_out(tmp_path):
    case = cases.case_of([note("a.pdf"), note("b.pdf")])
    assert len(with_class(rendered(case, [span("half a day")], tmp_path), "view")) == 1


def test_disagreements_missing_and_unread_pages_are_listed_with_links(tmp_path):
    case = cases.case_of([note(), note("other.pdf"), Page(number=1, text="", unread="no text layer")])
    case = case.model_copy(
        update={
            "discrepancies": (
                Discrepancy(item=1, message="The side differs.", places=(span("half a day"), span("relief", "r2"))),
            ),
            "missing": (
                MissingRecord(description="MRI report", date=dt.date(2014, 3, 4), mentioned=span("No exercise")),
            ),
            "set_apart": (SetApart(source=PageSource(file="note.pdf", page=9), reason="names another patient"),),
        }
    )
    root = rendered(case, [], tmp_path)
    (disagreement,) = root.xpath("//*[@id='disagreement-1']")
    assert [link.text_content() for link in disagreement.iter("a")] == [
        "Document 1, p. 1 (note.pdf, p. 1)",
        "Document 2, p. 1 (other.pdf, p. 1)",
    ]
    (missing,) = root.xpath("//*[@id='missing-1']")
    assert "MRI report of 03/04/2014" in missing.text_content()
    assert len(list(missing.iter("a"))) == 1
    assert "note.pdf, p. 9: names another patient" in root.text_content()
    assert "Document 3, p. 1: no text layer" in root.text_content()


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_segments_are_the_text_and_those_of_a_quote_are_the_quote(text, ranges):
    places = {tuple(sorted(place)) for place in ranges if place[0] != place[1] and max(place) <= len(text)}
    quotes = [
        Quote(number, Span(record="r", page=1, start=start, end=end, quote=text[start:end]), Weight.EVIDENCE, ())
        for number, (start, end) in enumerate(sorted(places), start=1)
    ]
    cut = segments(text, quotes)
    assert "".join(segment.text for segment in cut) == views.printable(text)
    for quote in quotes:
        own = [segment.text for segment in cut if quote in segment.quotes]
        assert "".join(own) == views.printable(quote.span.quote)
        assert sum(quote in segment.begins for segment in cut) == 1
    assert all(not (before.quotes == () == after.quotes) for before, after in pairwise(cut))


def test_an_event_of_the_timeline_leads_to_its_page(tmp_path):
    write_pdf(tmp_path / "b.pdf", LINES)
    case = cases.case_of([note("a.pdf"), note("b.pdf")])
    draft = cases.draft_of(case, [span("half a day")])
    events = (
        TimelineEvent(date=dt.date(2014, 5, 1), what="surgery", record="r2", page=1),
        TimelineEvent(date=dt.date(2014, 6, 1), what="the decision"),
        TimelineEvent(date=dt.date(2014, 7, 1), what="nowhere", record="r9", page=4),
    )
    item = draft.items[0].model_copy(update={"timeline": events})
    root = tree(html_bytes(draft.model_copy(update={"items": (item,)}), case, tmp_path))
    (link,) = root.xpath("//li/a[contains(., 'surgery')]")
    (view,) = root.xpath(f"//*[@id='{link.get('href')[1:]}']")
    assert "File b.pdf, page 1." in view.text_content()
    assert len(list(view.iter("img"))) == 1
    assert not root.xpath("//li[contains(., 'the decision') or contains(., 'nowhere')]/a")


def test_what_is_out_of_date_leads_to_the_note_that_still_says_it(tmp_path):
    case = cases.case_of([note()])
    draft = cases.draft_of(case, [], searched=[span("No exercise")])
    item = draft.items[0]
    finding = item.criteria[0].model_copy(update={"superseded": (span("half a day"),)})
    item = item.model_copy(update={"criteria": (finding,)})
    root = tree(html_bytes(draft.model_copy(update={"items": (item,)}), case, tmp_path))
    (row,) = root.xpath("//*[@id='item-1-criterion-1']")
    assert "Out of date:" in row.text_content()
    (link,) = row.xpath(".//p[contains(., 'half a day')]/a")
    (start,) = root.xpath(f"//*[@id='{link.get('href')[1:]}']")
    assert start.getnext().text == "half a day"
