"""Whatever stands on the pages: none is lost, none is counted twice, and quotes stand where they are said to."""

from __future__ import annotations

from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.casefile.reading import _case
from drafter.casefile.records import index_records
from tests.drafter.casefile.synthetic import pages

_FILES = yaml.safe_load((Path(__file__).parent.parent / "samples" / "merged.yaml").read_text("utf-8"))
_LINES = [
    line for file in _FILES for entry in file["documents"] for page in entry["pages"] for line in page.splitlines()
]
_PAGE = st.lists(st.sampled_from(_LINES) | st.text(max_size=30), max_size=14).map("\n".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PAGE, min_size=1, max_size=8), st.booleans())
def test_every_page_is_in_one_record_or_set_apart(texts: list[str], scanned: bool) -> None:
    confidence = 0.95 if scanned else None
    source = [page.model_copy(update={"ocr_confidence": confidence}) for page in pages(*texts)]
    index = index_records(source)
    listed = [page.source for record in index.records for page in record.pages]
    listed += [entry.source for entry in index.set_apart]
    assert sorted(place.page for place in listed if place) == list(range(1, len(texts) + 1))


@settings(max_examples=60, deadline=None)
@given(st.lists(_PAGE, min_size=1, max_size=8))
def test_what_is_quoted_stands_where_it_is_said_to(texts: list[str]) -> None:
    case = _case(index_records(pages(*texts)), "unnumbered")
    spans = [item.stated for item in case.items] + [entry.mentioned for entry in case.missing]
    spans += [place for found in case.discrepancies for place in found.places]
    for span in filter(None, spans):
        record = case.record(span.record)
        assert record is not None
        assert record.pages[span.page - 1].text[span.start : span.end] == span.quote
