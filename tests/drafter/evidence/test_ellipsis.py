"""A fact that two sentences tell: the second one takes over what the first one names, and nothing else does."""

from __future__ import annotations

import pytest

from drafter.evidence.mentions import Mentions, find_mentions
from drafter.evidence.reading import CaseReading
from drafter.lexicon import concepts
from tests.drafter.builders import disputed, make_case
from vectorstore.embedder import get_embedder

_FAILED = "failed-conservative-care"


def read(text: str, concept: str = _FAILED, request: str = "Left shoulder arthroscopy") -> Mentions:
    item = disputed(1, request)
    return find_mentions(
        concepts()[concept], CaseReading(make_case(item, summary=text), get_embedder("wordllama")), item
    )


@pytest.mark.parametrize(
    "text",
    [
        "He did twelve visits of hand therapy. It made no difference.",
        "She wore a brace all winter. This changed nothing.",
        "Naproxen and a sling since May. No relief.",
        "Attended aquatic therapy for six weeks. Without benefit so far.",
        "Two cortisone shots were given; neither helped.",
        "Acupuncture was done eight times. Did not help.",
    ],
)
def test_what_follows_takes_over_the_treatment_of_the_sentence_before(text: str) -> None:
    found = read(text)
    assert [mention.sentence.text for mention in found.evidence] == [text]
    assert not found.contrary


def test_both_sentences_are_quoted_from_their_place() -> None:
    text = "Seen in clinic. He did twelve visits of hand therapy. It made no difference."
    span = read(text).evidence[0].span()
    assert text[span.start : span.end] == span.quote == "He did twelve visits of hand therapy. It made no difference."


@pytest.mark.parametrize(
    "text",
    [
        "Hand therapy is recommended. It makes no difference where.",
        "He will start hand therapy. No relief from the tablets so far is claimed.",
        "He has not had hand therapy. It made no difference to his choice.",
        "He did twelve visits of hand therapy. She made no difference.",
        "He did twelve visits of hand therapy. The claim is denied. It made no difference.",
        "Hand therapy was given. Ibuprofen for headaches. No known allergies.",
    ],
)
def test_what_was_not_done_or_is_not_meant_is_not_taken_over(text: str) -> None:
    assert not read(text).evidence


def test_what_helped_after_all_contradicts() -> None:
    assert read("Had a cortisone shot in March. It took care of the pain.").contrary


def test_a_reason_of_its_own_is_not_the_treatment_before() -> None:
    text = "Underwent the left L5 epidural on 3/4. Eighty percent better with gabapentin."
    assert not read(text, "prior-injection-relief", "Left L5-S1 epidural steroid injection").evidence
