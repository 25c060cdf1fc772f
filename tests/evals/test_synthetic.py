"""The synthetic letters: readable, labelled, spread as the index says, and nobody else's words."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from drafter.corpus import corpus_passages
from drafter.criteria.asof import as_of, in_force
from drafter.criteria.card import Guideline
from drafter.criteria.library import library
from drafter.determination import Determination
from drafter.intake import read_letter
from drafter.lexicon import read_yaml
from drafter.resources import data_folder
from evals.samples import Sample, read_sample
from evals.suite import load_suite

FOLDER = data_folder("seeds") / "synthetic"
LABEL = "SYNTHETIC DETERMINATION - written for testing, no real person"
INDEX: dict[str, dict] = {entry["letter"]: entry for entry in read_yaml(FOLDER / "index.yaml")}
EDITIONS = {"2009", "2016", "2017", "2019", "2020", "2021"}
TRAPS = {
    "number-inside-range",
    "number-above-range",
    "buried-clause",
    "opioid-monitoring-documented",
    "opioid-monitoring-missing",
    "negated-findings",
    "planned-versus-done",
    "contradicting-notes",
    "wrong-side",
    "wrong-site",
    "levels",
    "post-ur-report",
    "ur-only-facts",
    "ur-modified",
    "thin-record",
    "invalidated-section",
    "initial-care",
    "continuing-care",
    "hidden-instruction",
    "no-card",
    "ancillary-follows-denied",
    "ancillary-follows-approved",
    "edition-boundary",
    "retrospective",
}
_REAL_NUMBER = re.compile(r"\bCM(?:1[0-9]|2[0-9])-\d{7}\b")
_RUN = 8


@pytest.fixture(scope="module")
def paths() -> list[Path]:
    return sorted(FOLDER.glob("*.md"))


@pytest.fixture(scope="module")
def samples(paths) -> dict[str, Sample]:
    return {path.stem: read_sample(path) for path in paths}


def test_every_letter_is_in_the_index_and_reads_as_the_index_says(samples):
    assert len(samples) >= 34
    assert set(samples) == set(INDEX)
    for name, sample in samples.items():
        assert sample.case_number == name
        assert [item.outcome for item in sample.target.items] == INDEX[name]["outcomes"], name


def test_outcomes_and_letters_are_spread(samples):
    outcomes = Counter(item.outcome for sample in samples.values() for item in sample.target.items)
    assert outcomes.total() >= 60
    assert 0.4 <= outcomes["overturned"] / outcomes.total() <= 0.6
    assert all(len(sample.target.items) <= 3 for sample in samples.values())
    mixed = [sample for sample in samples.values() if len({item.outcome for item in sample.target.items}) == 2]
    assert len(mixed) >= 10
    treatments = {item.lock.treatment for sample in samples.values() for item in sample.case.items}
    assert len(treatments) >= 25


def test_every_edition_and_every_trap_occurs():
    editions = Counter(entry["edition"] for entry in INDEX.values())
    assert set(editions) == EDITIONS
    assert editions["2016"] >= 6
    assert sum(editions[edition] for edition in EDITIONS - {"2009", "2016"}) >= 5
    assert {trap for entry in INDEX.values() for trap in entry["traps"]} >= TRAPS


@pytest.mark.parametrize("name", sorted(INDEX))
def test_the_physician_cites_what_was_in_force(samples, name):
    """No guideline line names an edition that was not in force, and the index names the newest that was."""
    cards = library()
    sample = samples[name]
    for item, decided in sample.pairs():
        dates = as_of(sample.case, item)
        cited = [citation.guideline for citation in decided.citations if citation.guideline]
        assert [name for name in cited if not in_force(cards.guidelines[name], dates)] == []
        newest = max(one.edition for one in cards.guidelines.values() if _is_chapter(one) and in_force(one, dates))
        assert newest == INDEX[name]["edition"]


def _is_chapter(guideline: Guideline) -> bool:
    """The formulary of 2018 stands beside the chapters and is no edition of any of them."""
    return guideline.mtus and guideline.id != "mtus-formulary-2018"


def test_the_boundary_of_2016_lies_between_two_letters(samples):
    cards = library().guidelines
    for name, edition in (("SYN-0030", "mtus-chronic-pain-2009"), ("SYN-0031", "mtus-chronic-pain-2016")):
        case = samples[name].case
        chosen = [
            key
            for key in cards
            if key.startswith("mtus-chronic-pain") and in_force(cards[key], as_of(case, case.items[0]))
        ]
        assert chosen == [edition]


def test_every_letter_says_that_it_is_synthetic(paths):
    for path in paths:
        text = path.read_text()
        assert LABEL in text[:200], path.name
        assert not _REAL_NUMBER.search(text), path.name


def test_the_label_stays_out_of_the_case(samples):
    """A drafter that can see the label could learn to treat such letters differently."""
    assert [name for name, sample in samples.items() if "SYNTHETIC" in sample.case.model_dump_json()] == []


def test_no_synthetic_letter_is_a_prior_decision():
    numbers = {passage.metadata.get("case_number") for passage in corpus_passages() if passage.kind == "decision"}
    assert numbers
    assert numbers.isdisjoint(INDEX)


def test_the_seeds_suite_is_the_seed_and_these_letters():
    suite = load_suite("seeds")
    assert suite.unreadable == ()
    assert [read.case_number for read in suite.samples] == ["CM14-0140682", *sorted(INDEX)]


def test_no_wording_is_taken_from_a_real_letter(samples, real_letters):
    """No run of eight words is shared; requests and guideline lines are left out, for they have one standing form."""
    theirs = {run for path in real_letters for run in _runs(*_prose(read_letter(path).determination))}
    shared = {(name, run) for name, sample in samples.items() for run in _runs(*_prose(sample.target)) if run in theirs}
    assert shared == set()


def _prose(letter: Determination) -> list[str]:
    return [letter.clinical_summary, *(item.rationale for item in letter.items)]


def _runs(*texts: str) -> set[str]:
    words = [re.findall(r"[a-z0-9]+", text.lower()) for text in texts]
    return {" ".join(text[start : start + _RUN]) for text in words for start in range(len(text) - _RUN + 1)}
