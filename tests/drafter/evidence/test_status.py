"""Which of two statements of different days holds, where what was denied was done later."""

from __future__ import annotations

from drafter.evidence.mentions import find_mentions
from drafter.evidence.status import Settled, settle
from drafter.lexicon import concepts
from tests.drafter.builders import disputed
from tests.drafter.evidence.files import filed, read

_ITEM = disputed(1, "Post-operative physical therapy, right shoulder, 12 visits")
_NONE = "Past history: no surgery of the right shoulder."
_DONE = "He underwent right rotator cuff repair without complication."


def settled(concept: str, *notes: tuple[str, str]) -> Settled:
    records = [filed(f"note {day}", text, day, kind="progress_note") for day, text in notes]
    reading = read(*records, item=_ITEM)
    known = concepts()[concept]
    return settle(find_mentions(known, reading, _ITEM), reading, once=known.once)


def test_a_denial_of_what_was_done_later_is_out_of_date_and_shown():
    found = settled("recent-surgery", ("2018-04-30", _NONE), ("2018-06-12", _DONE))
    assert _DONE in [mention.sentence.text for mention in found.evidence]
    assert not found.contrary
    assert [span.record for span in found.superseded] == ["note 2018-04-30"]


def test_a_denial_after_it_leaves_the_record_divided():
    found = settled("recent-surgery", ("2018-06-12", _DONE), ("2018-07-30", _NONE))
    assert found.evidence
    assert found.contrary


def test_a_finding_that_comes_and_goes_is_not_settled_by_its_day():
    strong, weak = "Strength of the right deltoid is normal, 5/5.", "Strength of the right deltoid is 3/5, weak."
    found = settled("objective-deficits", ("2018-04-30", strong), ("2018-06-12", weak))
    assert found.evidence
    assert not found.superseded
