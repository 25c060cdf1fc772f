"""The cards from the 2016 guidelines on, ODG and ACOEM, and the concepts that their criteria ask for."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafter.case import Case, CaseHeader, DisputedItem, Lock, Page, Record
from drafter.citation_names import normal
from drafter.citations import parse_guideline_line
from drafter.criteria.card import Card
from drafter.criteria.library import library
from drafter.evidence.mentions import find_mentions
from drafter.evidence.reading import CaseReading
from drafter.lexicon import body_parts, concepts, drugs, pattern, treatments
from drafter.resources import data_folder
from vectorstore.embedder import get_embedder

LATE = re.compile(r"-(?:2016|2017|2018|2019|2020|2021)$|^odg-|^acoem-")
CARDS = [card for card in library().cards.values() if LATE.search(card.guideline)]
CONCEPT_FILES = ("drugs", "injections", "services")
SENTENCES = yaml.safe_load((Path(__file__).parent / "concept_sentences_late.yaml").read_text(encoding="utf-8"))
MUSCLE_RELAXANT = DisputedItem(
    number=1,
    request="Cyclobenzaprine 10 mg",
    lock=Lock(treatment="muscle-relaxant", drug="cyclobenzaprine", drugs=("cyclobenzaprine",)),
)
_LONGEST_SHARED_RUN = 8
"""Words. Names of conditions, numbers and section titles make short common runs unavoidable."""


def each_card() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)


def fact_sentences(card: Card) -> list[str]:
    return re.split(r"(?<=[.])\s+(?=[A-Z])", card.facts)


@pytest.fixture(scope="module")
def items() -> list[dict[str, Any]]:
    folder = os.environ.get("DRAFTER_DETERMINATIONS")
    if not folder:
        pytest.skip("DRAFTER_DETERMINATIONS names no folder with gold.jsonl")
    lines = (Path(folder) / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [item for line in lines for item in json.loads(line)["items"]]


# ---------------------------------------------------------------- cards


@each_card()
def test_a_card_refers_only_to_what_the_lexicon_knows(card: Card) -> None:
    assert set(card.treatments) <= treatments().keys()
    assert set(card.parts) <= body_parts().keys()
    assert set(card.drugs) <= drugs().keys()
    assert {name for criterion in card.criteria for name in criterion.concepts} <= concepts().keys()


@each_card()
def test_each_fact_can_be_quoted_by_itself(card: Card) -> None:
    for sentence in fact_sentences(card):
        assert sentence.endswith("."), sentence
        assert len(sentence.split()) >= 4, sentence
        assert not re.search(r"https?:|\(\w+, \d{4}\)", sentence), "a reference belongs into the note, not into a fact"


@each_card()
def test_criteria_read_well_in_a_sentence(card: Card) -> None:
    for criterion in card.criteria:
        assert criterion.text[0].isupper() and criterion.text.endswith(".")
        assert criterion.subject[0].islower() or criterion.subject.split()[0].isupper()
        assert not criterion.subject.endswith(".")
        assert criterion.limit or not re.search(r"\d", criterion.subject), "a number would need the record to state it"
        assert not re.match(r"(?:no|not|that|whether)\b", criterion.subject), criterion.subject


@each_card()
def test_a_limit_is_a_number_that_the_facts_state(card: Card) -> None:
    numbers = re.findall(r"\d+(?:\.\d+)?", card.facts)
    for limit in (criterion.limit for criterion in card.criteria if criterion.limit):
        assert f"{limit.max:g}" in numbers
        assert limit.usual_min is None or f"{limit.usual_min:g}" in numbers


@each_card()
def test_a_deciding_card_has_a_criterion_that_can_decide(card: Card) -> None:
    limits = [criterion.limit for criterion in card.criteria if criterion.limit]
    decisive = [criterion for criterion in card.criteria if criterion.necessary and not criterion.limit]
    assert card.role == "background" or decisive or any(limit.decides for limit in limits)
    assert len(card.criteria) <= 6


@each_card()
def test_what_is_not_confirmed_says_so(card: Card) -> None:
    assert card.verified.note
    if card.verified.by == "unconfirmed":
        assert re.search(r"memory|not compared|taken over|not held", card.verified.note, re.IGNORECASE)


def test_ids_tell_guideline_and_file() -> None:
    folder = data_folder("seeds") / "guidelines"
    paths = [path for path in folder.glob("*/*.yaml") if LATE.search(path.parent.name)]
    assert {f"{path.parent.name}-{path.stem}" for path in paths} == {card.id for card in CARDS}


@pytest.mark.parametrize("treatment", [
    "physical-therapy", "chiropractic", "massage", "acupuncture", "tens", "emg", "ncs", "office-visit", "topical",
    "compound", "lidocaine-patch", "topical-nsaid", "muscle-relaxant", "nsaid", "ppi", "opioid", "tramadol",
    "benzodiazepine", "antidepressant", "anticonvulsant", "sedative", "laxative", "antiemetic", "urine-drug-test",
    "epidural-steroid", "facet-injection", "trigger-point", "functional-restoration", "cbt", "home-health",
])  # fmt: skip
def test_every_frequent_treatment_of_2016_has_a_section_in_force(treatment: str) -> None:
    guidelines = library().guidelines
    found = [
        card
        for card in CARDS
        if treatment in card.treatments
        and guidelines[card.guideline].mtus
        and guidelines[card.guideline].in_force(date(2016, 12, 1), date(2016, 12, 15))
        and card.criteria
    ]
    assert found


@pytest.mark.parametrize(("service", "edition"), [
    (date(2018, 6, 1), "mtus-low-back-2017"),
    (date(2020, 6, 1), "mtus-low-back-2019"),
    (date(2022, 6, 1), "mtus-low-back-2021"),
])  # fmt: skip
def test_the_edition_of_a_low_back_section_follows_the_date_of_service(service: date, edition: str) -> None:
    guidelines = library().guidelines
    applying = {
        card.guideline
        for card in CARDS
        if "epidural-steroid" in card.treatments
        and card.guideline.startswith("mtus-low-back")
        and guidelines[card.guideline].in_force(service, service)
    }
    assert applying == {edition}


# ---------------------------------------------------------------- real determinations


def late_citations(items: list[dict[str, Any]], mtus: bool) -> Iterator[tuple[str, str]]:
    for item in items:
        for citation in parse_guideline_line(item["maximus_guideline"] or ""):
            if citation.guideline and citation.mtus == mtus and LATE.search(citation.guideline):
                yield from ((citation.guideline, section) for section in citation.sections)


@pytest.mark.parametrize(("mtus", "share"), [(True, 0.95), (False, 0.75)], ids=["MTUS", "outside"])
def test_cited_sections_are_found_by_name(items: list[dict[str, Any]], mtus: bool, share: float) -> None:
    names = {(card.guideline, normal(name)) for card in CARDS for name in (card.section, *card.aliases)}
    cited = list(late_citations(items, mtus))
    missing = [(guideline, section) for guideline, section in cited if (guideline, normal(section)) not in names]
    assert len(cited) > 20
    assert 1 - len(missing) / len(cited) >= share, missing


def test_no_fact_repeats_the_wording_of_a_determination(items: list[dict[str, Any]]) -> None:
    runs = {run for item in items for run in word_runs(item["rationale"])}
    copied = {card.id: " ".join(run) for card in CARDS for run in word_runs(card.facts) if run in runs}
    assert not copied


def word_runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    length = _LONGEST_SHARED_RUN + 1
    return (tuple(words[start : start + length]) for start in range(len(words) - length + 1))


# ---------------------------------------------------------------- concepts


def own_concepts() -> set[str]:
    folder = data_folder("seeds") / "lexicon" / "concepts"
    lists = [yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8")) for name in CONCEPT_FILES]
    return {entry["id"] for entries in lists for entry in entries}


def test_every_concept_has_sentences_for_and_against_it() -> None:
    assert SENTENCES.keys() == own_concepts()
    for name, sides in SENTENCES.items():
        assert sum(len(sentences) for sentences in sides.values()) >= 3, name
        assert sides["for"] and sides["neither"], name


@pytest.mark.parametrize("name", sorted(SENTENCES))
def test_a_concept_is_found_where_a_record_states_it_and_nowhere_else(name: str) -> None:
    for expected, sentences in SENTENCES[name].items():
        for sentence in sentences:
            assert side(name, sentence) == expected, sentence


def side(name: str, sentence: str) -> str:
    record = Record(id="r", title="note", kind="progress_note", pages=(Page(number=1, text=sentence),), sha256="0")
    case = Case(header=CaseHeader(case_number="SYN-1"), records=(record,), items=(MUSCLE_RELAXANT,))
    found = find_mentions(concepts()[name], CaseReading(case, get_embedder("wordllama")), MUSCLE_RELAXANT)
    if found.evidence and found.contrary:
        return "both"
    return "for" if found.evidence else "against" if found.contrary else "neither"


@pytest.mark.parametrize("name", sorted(own_concepts()))
def test_no_pattern_matches_everything_or_nothing(name: str) -> None:
    concept = concepts()[name]
    for expression in (*concept.documents, *concept.contradicts, *concept.near):
        compiled = pattern(expression)
        assert not compiled.search("")
        assert not compiled.search("The worker was seen on Tuesday and the form was signed.")
