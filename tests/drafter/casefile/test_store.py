"""What was read is kept, and read anew where it no longer fits."""

from __future__ import annotations

from pathlib import Path

from drafter.casefile.reading import _case
from drafter.casefile.records import index_records
from drafter.casefile.store import CaseStore, key_of
from tests.drafter.casefile.synthetic import case_texts, pages

PAGES = pages(*case_texts())
CASE = _case(index_records(PAGES), "unnumbered")


def test_a_case_comes_back_as_it_was_put(tmp_path: Path) -> None:
    store = CaseStore(tmp_path)
    store.put("key", CASE)
    assert CaseStore(tmp_path).get("key") == CASE


def test_the_key_follows_the_pages_and_their_places() -> None:
    assert key_of(PAGES) == key_of(pages(*case_texts()))
    assert len({key_of(PAGES), key_of(PAGES[:-1]), key_of(pages(*case_texts(), file="other.pdf"))}) == 3


def test_a_damaged_case_is_read_anew(tmp_path: Path) -> None:
    store = CaseStore(tmp_path)
    store.put("key", CASE)
    (tmp_path / "cases" / "key.json").write_text('{"header": 1}')
    assert store.get("key") is None


def test_without_a_home_or_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "cases").write_text("a file in the way")
    for store in (CaseStore(None), CaseStore(tmp_path)):
        store.put("key", CASE)
        assert store.get("key") is None
