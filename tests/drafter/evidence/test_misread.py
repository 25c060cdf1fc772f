"""Words of scanned pages that were recognised wrongly: they are found all the same, and quoted as they stand."""

from __future__ import annotations

import pytest

from drafter.case import Page, Record
from drafter.evidence.mentions import Mentions, find_mentions
from drafter.evidence.misread import put_right
from drafter.evidence.reading import CaseReading
from drafter.lexicon import concepts
from drafter.verification.absence_claims import absent_content
from drafter.verification.context import build_context
from drafter.verification.contradiction import contradicting_words
from tests.drafter.builders import make_library
from tests.drafter.evidence.files import filed, read

_KNOWN = frozenset({"restless", "barn", "therapy", "injection"})


def scanned(text: str) -> Record:
    record = filed("scan", text, "2017-05-02", kind="progress_note")
    page = record.pages[0].model_copy(update={"ocr_confidence": 0.97})
    return record.model_copy(update={"pages": (page,)})


def found(concept: str, reading: CaseReading) -> Mentions:
    return find_mentions(concepts()[concept], reading, reading.case.items[0])


@pytest.mark.parametrize(
    ("recognised", "printed"),
    [
        ("cortlsone lnjectlon", "cortisone injection"),
        ("no irnprovement witb physica1 therapv", "no improvement with physical therapy"),
        ("cortisone injecton", "cortisone injection"),
        ("tbere is notbing", "there is nothing"),
    ],
)
def test_letters_that_look_alike_and_letters_lost_are_put_right(recognised: str, printed: str) -> None:
    assert put_right(recognised, frozenset()) == printed


@pytest.mark.parametrize("text", ["barn", "RESTLESS", "12/14/2017", "Mr. Vole", "L4-L5"])
def test_what_is_spelt_so_elsewhere_and_what_is_no_word_stays(text: str) -> None:
    assert put_right(text, _KNOWN) == text


def test_a_fact_is_found_on_a_scan_and_quoted_as_it_was_recognised() -> None:
    text = "Tbe second cortlsone lnjection gave no relief."
    mentions = found("failed-conservative-care", read(scanned(text)))
    assert [mention.span().quote for mention in mentions.evidence] == [text]


def test_a_typed_page_is_read_as_it_stands() -> None:
    note = filed("note", "The second cortlsone lnjection gave no rellef.", "2017-05-02", kind="progress_note")
    assert not found("steroid-injection-failed", read(note)).evidence


def test_a_text_layer_that_a_copier_recognised_is_read_as_a_scan() -> None:
    text = "Tbe patient says tbat sbe wbo bas pain bad witb tbis no rellef from tbe cortlsone lnjection."
    reading = read(filed("copy", text, "2017-05-02", kind="progress_note"))
    assert "cortisone injection" in reading.texts[0]


def test_a_misread_word_contradicts_an_absence() -> None:
    reading = read(scanned("He had a cortlsone injectlon in May."))
    context = build_context(reading.case, make_library())
    assert absent_content("cortisone injection")
    assert contradicting_words("cortisone injection", context)
    assert not contradicting_words("acupuncture", context)


def test_the_place_of_a_quote_is_that_of_the_page() -> None:
    page = Page(number=1, text="Exam. Lnjection of cortlsone did not belp.", ocr_confidence=0.9)
    record = filed("scan", page.text, "2017-05-02", kind="progress_note").model_copy(update={"pages": (page,)})
    spans = [mention.span() for mention in found("failed-conservative-care", read(record)).evidence]
    assert [page.text[span.start : span.end] for span in spans] == [span.quote for span in spans] != []
