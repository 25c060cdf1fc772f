"""The cards of the editions before the 2016 chronic pain guideline, and the concepts their criteria ask for."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter.citations import parse_guideline_line
from drafter.criteria.card import Card
from drafter.criteria.library import library
from drafter.engines.offline.citing import fact_stating
from drafter.evidence.mentions import find_mentions
from drafter.evidence.reading import CaseReading
from drafter.lexicon import body_parts, concepts, read_yaml, treatments
from drafter.lock import find_sites
from drafter.text import content_words, split_sentences
from tests.drafter.builders import disputed, make_case
from vectorstore.embedder import get_embedder

EARLY = re.compile(r"mtus-[a-z-]+-(?:2004|2007|2009)")
CARDS = [card for card in library().cards.values() if EARLY.fullmatch(card.guideline)]
CRITERIA = [(card, criterion) for card in CARDS for criterion in card.criteria]
SENTENCES: dict[str, dict[str, list[str]]] = read_yaml(Path(__file__).with_name("concept_sentences_early.yaml"))
FILES = ("general", "therapy", "imaging", "surgery")
REQUESTS = {"prior-same-study": "MRI of the lumbar spine"}


def names(card: Card) -> str:
    return card.id


def test_every_chapter_has_its_cards():
    counts = {name: sum(card.guideline == name for card in CARDS) for name in {card.guideline for card in CARDS}}
    assert len(counts) == 13
    assert counts["mtus-acupuncture-2007"] == 1
    assert counts["mtus-chronic-pain-2009"] >= 50
    assert all(counts[f"mtus-{part}-2004"] >= 10 for part in ("low-back", "neck", "shoulder", "knee"))


@pytest.mark.parametrize("card", CARDS, ids=names)
def test_ids_are_those_of_the_lexicon(card: Card):
    assert set(card.treatments) <= set(treatments())
    assert set(card.parts) <= set(body_parts())
    assert {name for criterion in card.criteria for name in criterion.concepts} <= set(concepts())


@pytest.mark.parametrize("card", CARDS, ids=names)
def test_facts_are_whole_sentences_that_can_be_quoted_one_by_one(card: Card):
    quotes = [card.facts[start:end] for start, end in split_sentences(card.facts)]
    assert 1 <= len(quotes) <= 10
    assert all(re.fullmatch(r"[A-Z][^.]*(?:\.\d[^.]*)*\.", quote) for quote in quotes), quotes


@pytest.mark.parametrize(("card", "criterion"), CRITERIA, ids=lambda each: each.id)
def test_a_criterion_rests_on_a_fact_of_its_card(card: Card, criterion: Any):
    facts = [content_words(card.facts[start:end]) for start, end in split_sentences(card.facts)]
    wanted = content_words(criterion.text)
    decides = card.role == "decides" and criterion.necessary
    assert max(len(wanted & fact) for fact in facts) >= (2 if decides else 1)
    assert criterion.text.endswith(".")


@pytest.mark.parametrize(("card", "criterion"), CRITERIA, ids=lambda each: each.id)
def test_a_subject_fits_after_the_record_documents(card: Card, criterion: Any):
    assert re.match(r"[a-z0-9]|(?:MRI|NSAID)", criterion.subject)
    assert not criterion.subject.endswith(".")
    assert not criterion.subject.startswith(("is ", "there "))


def test_a_deciding_section_in_force_has_a_criterion_that_decides():
    undecided = [
        card.id
        for card in CARDS
        if card.role == "decides" and card.status == "active" and not any(map(_decides, card.criteria))
    ]
    assert undecided == []


def _decides(criterion: Any) -> bool:
    return criterion.limit.decides if criterion.limit else criterion.necessary


@pytest.mark.parametrize("card", [card for card in CARDS if any(c.limit for c in card.criteria)], ids=names)
def test_the_fact_that_states_a_limit_states_its_whole_range(card: Card):
    for limit in filter(None, (criterion.limit for criterion in card.criteria)):
        fact = fact_stating(card, limit.max)
        assert fact is not None
        assert f"{limit.usual_min or limit.max:g}" in re.findall(r"\d+", fact.quote)


def test_the_number_of_massage_visits_decides_nothing_by_itself():
    massage = library().cards["mtus-chronic-pain-2009-massage-therapy"]
    limit = next(criterion.limit for criterion in massage.criteria if criterion.limit)
    assert (limit.usual_min, limit.max, limit.decides) == (4, 6, False)


def test_the_home_health_section_of_2009_is_invalidated():
    voided = [card for card in CARDS if card.status == "invalidated"]
    assert [card.section for card in voided] == ["Home health services"]
    assert voided[0].invalidation is not None
    assert "Stevens" in voided[0].invalidation.by


def test_every_concept_has_at_least_three_sentences():
    folder = Path(__file__).parents[3] / "seeds" / "lexicon" / "concepts"
    owned = {entry["id"] for name in FILES for entry in read_yaml(folder / f"{name}.yaml")}
    assert owned == set(SENTENCES)
    assert all(sum(map(len, sides.values())) >= 3 for sides in SENTENCES.values())


@pytest.mark.parametrize("concept", SENTENCES)
def test_a_name_says_no_more_than_any_evidence_for_it(concept: str):
    """Drafts state a concept by its name beside a quote, so that the name may add no body part and no number."""
    name = concepts()[concept].name
    assert find_sites(name) == []
    assert not re.search(r"\d|\b(?:one|two|three|four|five|six)\b", name)


def _rows() -> Iterator[tuple[str, str, str]]:
    for concept, sides in SENTENCES.items():
        for side, sentences in sides.items():
            yield from ((concept, side, sentence) for sentence in sentences)


@pytest.mark.parametrize(("concept", "side", "sentence"), list(_rows()))
def test_a_concept_is_read_as_the_sentence_means_it(concept: str, side: str, sentence: str):
    item = disputed(1, REQUESTS.get(concept, "Physical therapy twice a week for six weeks"))
    reading = CaseReading(make_case(item, summary=sentence), get_embedder())
    found = find_mentions(concepts()[concept], reading, item)
    verdict = "for" if found.evidence else "against" if found.contrary else "neither"
    assert verdict == side


@pytest.fixture(scope="module")
def gold() -> list[dict[str, Any]]:
    root = os.environ.get("DRAFTER_DETERMINATIONS")
    if not root:
        pytest.skip("DRAFTER_DETERMINATIONS does not name a folder of real determinations")
    lines = (Path(root) / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [item for line in lines for item in json.loads(line)["items"]]


def test_the_sections_that_physicians_cite_are_among_the_cards(gold):
    cited = [
        [citation for citation in parse_guideline_line(item["maximus_guideline"]) if _is_early(citation.guideline)]
        for item in gold
    ]
    held = [all(map(_held, citations)) for citations in cited if citations]
    assert sum(held) >= 0.95 * len(held)


def _is_early(guideline: str | None) -> bool:
    return bool(guideline and EARLY.fullmatch(guideline))


def _held(citation: Any) -> bool:
    known = {
        _plain(name) for card in CARDS if card.guideline == citation.guideline for name in (card.section, *card.aliases)
    }
    return all(_plain(section) in known for section in citation.sections)


def _plain(name: str) -> str:
    return re.sub(r"\W+", " ", name).strip().lower()


def test_facts_are_in_our_own_words(gold):
    """No fact repeats eight words in a row of what real determinations quote from the guidelines."""
    quoted = {run for item in gold for run in _runs(item["rationale"])}
    copied = [card.id for card in CARDS if any(run in quoted for run in _runs(card.facts))]
    assert copied == []


def _runs(text: str, length: int = 8) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9']+", text.lower())
    return (tuple(words[start : start + length]) for start in range(len(words) - length + 1))
