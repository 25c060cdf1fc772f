"""Pieces of printed pages in the layouts of many offices: what identifies goes, what is clinical stays."""

import re
from pathlib import Path

import pytest

from drafter.lexicon import read_yaml
from drafter.redaction import Redactor

FOLDER = Path(__file__).with_name("samples")
SNIPPETS = [one for path in sorted(FOLDER.glob("snippets*.yaml")) for one in read_yaml(path)]


def pages_of(snippet):
    return snippet.get("pages") or [snippet["text"]]


def uncovered(page, removals, wanted):
    """Whether a letter of `wanted` is left in some place where it stands."""
    spans = [(one.start, one.end) for one in removals]
    return any(
        page[at].isalnum() and not any(start <= at < end for start, end in spans)
        for found in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", page)
        for at in range(*found.span())
    )


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda one: pages_of(one)[0][:24].strip())
def test_what_identifies_goes_and_what_is_clinical_stays(snippet):
    pages = pages_of(snippet)
    redactor = Redactor(pages)
    redacted = [redactor.redact(page) for page in pages]
    gone = [one for values in snippet["gone"].values() for one in values if one not in snippet.get("missed", ())]
    left = [
        one for one in gone for page, done in zip(pages, redacted, strict=True) if uncovered(page, done.removals, one)
    ]
    assert left == []
    whole = "\n".join(done.text for done in redacted)
    assert [fact for fact in snippet["stays"] if fact not in whole] == []


HEAD = "KIMATHI, WANGARI    51104    "


def test_a_number_of_a_running_head_is_nobodys_procedure():
    pages = [f"{HEAD}Page {page} of 3\nProcedure 97110 was done.\nROM full." for page in (1, 2, 3)]
    redactor = Redactor(pages)
    assert all("51104" not in redactor.redact(page).text for page in pages)
    assert all("97110" in redactor.redact(page).text for page in pages)


def test_the_same_number_on_one_page_only_may_be_a_procedure():
    page = "Visit summary\n99213 today\nROM full."
    assert Redactor([page]).redact(page).text == page


@pytest.mark.parametrize("label", ["MRN", "Chart No", "Medical Record Number"])
@pytest.mark.parametrize("number", ["77-41-18", "00-12-8834", "13-44-99"])
def test_a_number_shaped_like_a_day_that_never_was_is_a_number(label, number):
    assert number not in Redactor(["x"]).redact(f"{label}: {number}\nSeen 07/11/18").text


@pytest.mark.parametrize("spelling", ["DR004417", "DR-00-4417", "DR 00 4417", "dr.00.4417"])
def test_a_number_that_was_labelled_once_goes_in_every_spelling(spelling):
    pages = ["Medical Record Number: DR 00 4417", f"Seen today. {spelling} 6 of 12 visits"]
    assert Redactor(pages).redact(pages[1]).text == "Seen today. [RECORD NUMBER] 6 of 12 visits"


def test_a_table_that_lost_its_gaps_is_read_by_what_its_labels_promise():
    page = "Patient Name Patient ID Date of Birth Sex\nHollis Van Tassel VT-903 07/30/1949 M\nRange of motion was full."
    left = Redactor([page]).redact(page).text
    assert not any(one in left for one in ("Hollis", "Tassel", "VT-903", "1949"))
    assert left.endswith("Range of motion was full.")


def test_a_heading_with_the_word_of_a_label_hides_no_sentence():
    page = "Account\n\nDown in the bathroom in May and again on July 30."
    assert Redactor([page]).redact(page).text == page


def test_a_business_goes_by_its_first_words_and_the_same_words_in_prose_stay():
    pages = ["Employer: Copper Skillet Diner, Inc.", "Copper Skillet sent her home. She burned a copper skillet."]
    assert Redactor(pages).redact(pages[1]).text == "[EMPLOYER] sent her home. She burned a copper skillet."


@pytest.mark.parametrize(
    ("caption", "gone"),
    [
        ("Okerby v. Pomelo Packing Co. came on for hearing.", ["Okerby", "Pomelo"]),
        ("Okerby v. Pomelo Packing Co. (2017) is cited.", []),
    ],
)
def test_the_parties_of_a_published_case_stay(caption, gone):
    left = Redactor([caption]).redact(caption).text
    assert [name for name in ("Okerby", "Pomelo") if name not in left] == gone


@pytest.mark.parametrize("text", ["DOI: CT 1/1/10-3/4/13", "| complete file | 100% | 93% |"])
def test_a_span_of_days_and_a_percentage_are_no_numbers_of_a_file(text):
    assert Redactor([text]).redact(text).text == text
