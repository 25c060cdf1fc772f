"""What speaks of a concept in words that no expression reads is left to the reviewer."""

from __future__ import annotations

import pytest

from drafter.criteria.library import library
from drafter.engines.base import Matter
from drafter.engines.offline.assess import assess_item
from drafter.evidence.mentions import find_mentions
from drafter.evidence.reading import CaseReading
from drafter.evidence.unsettled import unsettled
from drafter.lexicon import concepts, kin
from drafter.pipeline import draft_case
from tests.drafter.builders import chosen, disputed, make_case
from tests.drafter.evidence.files import filed
from vectorstore.embedder import get_embedder

THERAPY = "Physical therapy, 8 visits, right shoulder"
SPOKEN_OF = [
    ("functional-improvement", THERAPY, "He held a tray of 12 plates for two shifts."),
    ("functional-improvement", THERAPY, "Her husband says that she ran the church kitchen by herself on Sunday."),
    ("conservative-three-months", THERAPY, "She has gone through everything that the clinic has."),
    ("nsaid-failed", THERAPY, "She switched from ibuprofen to the patch in May."),
    (
        "baseline-evaluation",
        "Work conditioning, 12 visits",
        "The bench measured his grip strength and what he can hoist.",
    ),
    (
        "motivation",
        "Functional restoration program, 10 days",
        "He misses his crew and intends to be back by the spring.",
    ),
    ("mechanical-symptoms", "Right knee arthroscopy", "The knee collapses when he steps off the curb."),
    ("smoking-addressed", "Lumbar fusion L4-L5", "His tobacco was the first thing that we talked of."),
    ("unsafe-at-home", "Shower chair", "Her daughter holds the towel rail while she is in the tub."),
]


def in_file(concept: str, request: str, *notes: str) -> tuple[str, ...]:
    item = disputed(1, request)
    records = tuple(filed(f"n{n}", text, f"2019-05-{n:02}", kind="progress_note") for n, text in enumerate(notes, 1))
    reading = CaseReading(make_case(item, summary="", records=records), get_embedder())
    return tuple(" ".join(span.quote.split()) for span in unsettled((concept,), reading, item))


@pytest.mark.parametrize(("concept", "request_", "sentence"), SPOKEN_OF)
def test_what_may_state_it_is_put_before_the_reviewer(concept, request_, sentence):
    assert in_file(concept, request_, sentence) == (sentence,)


@pytest.mark.parametrize(("concept", "request_", "sentence"), SPOKEN_OF)
def test_no_expression_reads_it(concept, request_, sentence):
    item = disputed(1, request_)
    case = make_case(item, records=(filed("n", sentence, "2019-05-01", kind="progress_note"),), summary="")
    assert not find_mentions(concepts()[concept], CaseReading(case, get_embedder()), item).evidence


@pytest.mark.parametrize(
    ("concept", "sentence"),
    [
        ("functional-improvement", "He will have carried trays of 12 plates if therapy goes well."),
        ("functional-improvement", "Therapy has been helpful."),
        ("unsafe-at-home", "No fall in the tub, no help on the stairs."),
        ("smoking-addressed", "The lumbar spine is tender."),
    ],
)
def test_what_is_planned_denied_or_known_to_be_something_else_is_no_doubt(concept, sentence):
    assert in_file(concept, THERAPY, sentence) == ()


def test_nor_is_what_is_said_of_another_part_or_drug():
    assert (
        in_file("mechanical-symptoms", "Right knee arthroscopy", "The left knee collapses when he steps off the curb.")
        == ()
    )
    assert in_file("drug-benefit", "Gabapentin 300 mg #90", "He walked 3 miles a day on naproxen.") == ()


def test_what_is_documented_is_not_in_doubt():
    documented = "Range of motion improved with physical therapy."
    assert in_file("functional-improvement", THERAPY, documented, "He held a tray of 12 plates for two shifts.") == ()


def test_nor_is_what_a_request_for_authorization_lists():
    item = disputed(1, THERAPY)
    asked = filed("rfa", "She has gone through everything that the clinic has.", "2019-05-01", kind="rfa")
    reading = CaseReading(make_case(item, summary="", records=(asked,)), get_embedder())
    assert unsettled(("conservative-three-months",), reading, item) == ()


def test_the_latest_comes_first():
    notes = [f"He held a tray of {n} plates for two shifts." for n in (4, 8, 12)]
    assert in_file("functional-improvement", THERAPY, *notes) == tuple(reversed(notes))


def test_a_letter_says_all_that_its_physician_held_to_matter():
    item = disputed(1, THERAPY)
    case = make_case(item, summary="He held a tray of 12 plates for two shifts.")
    assert unsettled(("functional-improvement",), CaseReading(case, get_embedder()), item) == ()


def test_the_kin_of_every_concept_is_that_of_a_concept():
    assert set(kin()) <= set(concepts())


MASSAGE = "6 Massage Therapy Sessions, Lumbar Spine"
NOTE = "The low back is sore. Lumbar spine is tender at L4-L5. Massage therapy was discussed. "
GAIN = "He carried 40 pounds of feed for 3 shifts."


def massage_file(*added: str):
    notes = [filed(f"n{n}", NOTE + text, f"2014-05-{n:02}", kind="progress_note") for n, text in enumerate(added, 1)]
    return make_case(disputed(1, MASSAGE), summary="", records=tuple(notes))


def test_a_finding_in_doubt_quotes_it_and_stays_undocumented():
    case = massage_file("", GAIN)
    matter = Matter(
        case, case.items[0], CaseReading(case, get_embedder()), library(), (chosen(library(), _card(), case, 1),)
    )
    doubted = [finding for finding in assess_item(matter) if finding.in_doubt]
    assert doubted
    for finding in doubted:
        assert finding.status == "not_documented"
        assert [span.quote for span in finding.to_judge] == [GAIN]
        assert finding.searched[0] == finding.to_judge[0]


def test_a_draft_does_not_call_absent_what_is_in_doubt(desk):
    (plain,), (item,) = draft_case(massage_file(""), desk).items, draft_case(massage_file("", GAIN), desk).items
    doubted = {finding.id for finding in item.criteria if finding.in_doubt}
    said = {sentence.criterion for sentence in plain.rationale if sentence.role == "absence"}
    assert doubted & said
    assert not doubted & {sentence.criterion for sentence in item.rationale if sentence.role == "absence"}


def _card() -> str:
    cards = library().cards.values()
    return next(
        card.id
        for card in cards
        for c in card.criteria
        if "massage" in card.id and "functional-improvement" in c.concepts
    )
