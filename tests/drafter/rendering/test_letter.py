"""What the letter promises its reader, whichever file format it goes into."""

from __future__ import annotations

import re

import pytest

from drafter.case import Qualifications
from drafter.draft import Flag
from drafter.rendering.letter import compose, is_blocked, reviewer_line
from drafter.rendering.words import BLANK, outcome_line, outcome_meaning, plain, status_word
from tests.drafter.rendering import samples
from tests.drafter.rendering.samples import draft, finding, item, modified_item


def section(*items):
    return compose(draft(*items), samples.case()).items[0]


def test_each_mark_of_a_sentence_leads_to_a_note_with_the_cited_quote():
    drafted = item()
    letter_item = section(drafted)
    notes = {note.number: note.quote for note in letter_item.notes}
    for written, sentence in zip(letter_item.rationale, drafted.rationale, strict=True):
        assert written.text == sentence.text
        assert [notes[mark] for mark in written.marks] == [drafted.citations[c].quote for c in sentence.citations]


def test_notes_are_numbered_in_the_order_of_first_use_and_without_gaps():
    letter_item = section(item())
    assert [note.number for note in letter_item.notes] == list(range(1, len(letter_item.notes) + 1))
    first_uses = list(dict.fromkeys(mark for sentence in letter_item.rationale for mark in sentence.marks))
    assert first_uses == sorted(first_uses)


def test_two_ids_of_the_same_place_share_a_note():
    twice = item(citations={"r1": samples.PAIN, "g1": samples.FACT, "r2": samples.PAIN, "r3": samples.HELPED})
    quotes = [note.quote for note in section(twice).notes]
    assert quotes.count(samples.PAIN.quote) == 1


def test_a_citation_that_leads_nowhere_is_said_at_its_sentence():
    broken = item(citations={"r1": samples.PAIN, "g1": samples.FACT, "r3": samples.HELPED})
    sentence = section(broken).rationale[2]
    assert "source r2 not found" in sentence.warnings


def test_a_sentence_without_citations_is_said_to_have_none():
    bare = samples.RATIONALE[0].model_copy(update={"citations": ()})
    assert "no source" in section(item(rationale=(bare,))).rationale[0].warnings


def test_a_flagged_sentence_stays_and_carries_its_flag():
    written = section(item()).rationale
    assert written[2].warnings == ("blocking: absence-contradicted",)
    assert written[3].warnings == ("check: number",)
    assert written[0].warnings == ()


def test_a_flag_on_sentence_11_does_not_mark_sentence_1():
    flag = samples.NUMBER_FLAG.model_copy(update={"where": "item 1 sentence 11"})
    assert section(item(flags=(flag,))).rationale[0].warnings == ()


def test_only_blocking_flags_stand_at_the_top_of_an_item():
    assert section(item()).blocks == (samples.ABSENCE_FLAG,)


def test_the_worksheet_lists_blocking_flags_first():
    (sheet,) = compose(draft(), samples.case()).worksheets
    assert [flag.severity for flag in sheet.flags] == ["block", "warn"]


def test_a_note_on_a_record_names_title_date_and_page():
    assert section(item()).notes[0].source == "Progress note of 08/18/2014, p. 1"


def test_a_note_on_a_record_after_the_ur_decision_says_so():
    remarks = {note.quote: note.remark for note in section(item()).notes}
    assert "after the utilization review decision" in remarks[samples.HELPED.quote]
    assert remarks[samples.PAIN.quote] == ""


def test_a_note_on_a_guideline_does_not_pass_our_words_off_as_its_text():
    remarks = {note.quote: note.remark for note in section(item()).notes}
    assert "our summary" in remarks[samples.FACT.quote]


def test_a_section_is_cited_in_full_once_and_then_referred_to():
    second = samples.FACT.model_copy(update={"start": 48, "end": len(samples.FACTS), "quote": samples.FACTS[48:]})
    citations = {"r1": samples.PAIN, "g1": samples.FACT, "r2": second, "r3": samples.HELPED}
    notes = section(item(citations=citations)).notes
    assert [note.source for note in notes if note.quote in samples.FACTS] == [
        samples.FACT.citation,
        "Same section as [2]",
    ]


def test_records_with_the_same_title_and_date_are_told_apart():
    records = draft().records
    twin = records[1].model_copy(update={"id": "note-2"})
    sources = compose(draft(records=(*records, twin)), samples.case()).items[0].notes
    assert sources[0].source == "Progress note of 08/18/2014 [note], p. 1"


@pytest.mark.parametrize(
    ("outcome", "source", "line"),
    [
        ("upheld", "engine", "Draft outcome: Upheld - to be confirmed by the reviewer"),
        ("overturned", "engine", "Draft outcome: Overturned - to be confirmed by the reviewer"),
        ("overturned", "reviewer", "Draft outcome: Overturned - chosen by the reviewer"),
        ("undetermined", "engine", "Draft outcome: Undetermined - the reviewer decides"),
        ("withheld", "reviewer", "Draft outcome: Withheld - the reviewer decides"),
    ],
)
def test_an_outcome_is_worded_as_a_draft(outcome, source, line):
    assert outcome_line(item(outcome=outcome, outcome_source=source)) == line


def test_the_meaning_of_an_outcome_is_not_inverted():
    assert outcome_meaning(item(outcome="upheld")).endswith("is not medically necessary.")
    assert outcome_meaning(item(outcome="overturned")).endswith("is medically necessary.")
    assert "modification stands" in outcome_meaning(modified_item(outcome="upheld"))


def test_a_withheld_item_carries_no_outcome_word():
    letter = compose(draft(item(outcome="withheld", rationale=(), citations={}, flags=())), samples.case())
    assert not re.search(r"upheld|overturned|medically necessary", repr((letter.items, letter.worksheets)).lower())


@pytest.mark.parametrize("outcome", ["undetermined", "withheld"])
def test_an_unsettled_item_says_what_is_missing(outcome):
    missing = section(item(outcome=outcome, needs_reviewer=("the therapy log",))).missing
    assert missing == ("the therapy log", "not documented: the subject of active-exercise")


def test_what_is_missing_leaves_out_bars_that_were_not_found_and_tests_that_only_inform():
    only = (finding("bar", "not_documented", "exclusion"), finding("extra", "not_documented", necessary=False))
    assert section(item(outcome="undetermined", criteria=only)).missing == ()


def test_the_reviewer_is_blank_unless_the_case_names_qualifications():
    assert compose(draft(), samples.case()).reviewer == BLANK
    known = Qualifications(licensure=("California", "Oregon"), specialty="Family Practice")
    assert compose(draft(), samples.case(known)).reviewer == "Family Practice; licensed in California, Oregon"
    assert reviewer_line(Qualifications(licensure=("Oregon",))) == "licensed in Oregon"


def test_the_guideline_relied_on_is_the_cited_one_and_the_other_is_only_considered():
    other = samples.guideline("first-2009", "Cited by nobody", "1")
    letter = compose(draft(item(guidelines=(other, samples.guideline()))), samples.case())
    assert ["Massage therapy, p. 60" in words for words in letter.items[0].guidelines] == [True]
    assert ["Cited by nobody" in words for words in letter.worksheets[0].other_guidelines] == [True]


def test_the_guideline_line_states_edition_and_basis():
    (words,) = section(item()).guidelines
    assert words.endswith("Edition 2009, in force on 08/25/2014 (UR denial date).")


def test_a_modified_request_is_headed_by_what_is_left_of_it():
    assert section(modified_item(1)).request == "4 physical therapy visits (remainder)"


def test_the_remainder_of_a_modified_request_is_stated():
    assert section(modified_item(1)).dispute == (
        "Requested: 8 physical therapy visits; authorized: 4 visits; in dispute: 4 physical therapy visits."
    )


@pytest.mark.parametrize(
    ("status", "kind", "word"),
    [
        ("met", "precondition", "met"),
        ("not_met", "limit", "not met"),
        ("not_documented", "continuation", "not documented"),
        ("contrary", "precondition", "contrary (evidence both ways)"),
        ("met", "exclusion", "applies"),
        ("not_met", "exclusion", "does not apply"),
        ("not_documented", "exclusion", "none found"),
        ("contrary", "exclusion", "contrary (evidence both ways)"),
    ],
)
def test_status_words(status, kind, word):
    assert status_word(finding("any", status, kind)) == word


def test_a_search_is_shown_with_its_extent_and_nearest_quotes():
    row = compose(draft(), samples.case()).worksheets[0].rows[0]
    assert row.searched == "42 sentences for: home exercise; conditioning programme"
    assert [quote.text for quote in row.nearest] == [samples.WALKS.quote, samples.NO_EXERCISE.quote]


def test_the_summary_is_a_pointer_and_not_a_copy():
    letter = compose(draft(), samples.case())
    assert "Clinical case summary" in letter.summary
    assert samples.SUMMARY.pages[0].text not in letter.summary


def test_a_flag_on_the_case_blocks_and_is_shown():
    flag = Flag(code="item-missing", severity="block", message="Item 2 has no draft.", where="case")
    flagged = draft(item(flags=()), flags=(flag,))
    assert is_blocked(flagged)
    assert compose(flagged, samples.case()).flags == (flag,)
    assert not is_blocked(draft(item(flags=(samples.NUMBER_FLAG,))))


def test_control_characters_of_a_scan_are_dropped_and_lines_joined():
    assert plain("pain\x00 5/10\x0c\n  today\x1b[31m\ud800") == "pain 5/10 today[31m"


def test_a_document_that_could_not_be_read_is_listed_as_such():
    case = samples.case()
    listed = next(row for row, entry in enumerate(compose(draft(), case).records))
    name = draft().records[listed].id
    first = case.record(name)
    blank = first.pages[0].model_copy(update={"text": "", "unread": "the writing could not be recognised"})
    unread = {"all": (blank,), "one": (first.pages[0], blank.model_copy(update={"number": 2}))}
    remarks = {
        what: compose(
            draft(),
            case.model_copy(
                update={
                    "records": tuple(
                        each.model_copy(update={"pages": pages}) if each.id == name else each for each in case.records
                    )
                }
            ),
        ).records[listed]
        for what, pages in unread.items()
    }
    assert "could not be read" not in compose(draft(), case).records[listed].remark
    assert remarks["all"].remark == "could not be read"
    assert remarks["one"].remark == "p. 2 could not be read"
