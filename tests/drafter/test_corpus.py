"""What is retrieved from: every card, and prior decisions from which their outcome cannot be read."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from datetime import date

import pytest

import drafter.corpus.indexing
from drafter.case import Case, CaseHeader, Lock
from drafter.corpus import corpus_hash, corpus_passages, decision_passages, ensure_index, index_folder
from drafter.criteria.library import library
from drafter.determination import Determination, DeterminedItem
from drafter.errors import BackendUnavailable
from drafter.fingerprint import fingerprint, resemblance
from drafter.guard import LeakageGuard
from vectorstore.files import current_build
from vectorstore.lock import writer_lock
from vectorstore.passage import Passage

SUMMARY = (
    "The worker fell from a ladder and injured the left knee. He attended twelve visits of physical therapy. "
    "Treatment plan is awaiting authorization of the brace. Utilization review non-certified the brace on 5/6/2014."
)
RECITED = (
    "The worker fell from a ladder and injured the left knee. He attended twelve visits of physical therapy. "
    "Treatment plan is waiting authorization of the brace. "
)
REASON = "A brace helps only where the ligament is unstable, and no examination of stability is recorded."


def determination(rationale: str, outcome: str = "upheld", **fields: object) -> Determination:
    item = DeterminedItem(
        number=1,
        request="Left knee brace",
        lock=Lock(treatment="brace"),
        outcome=outcome,
        claims_administrator_guideline="",
        reviewer_guideline="",
        rationale=rationale,
    )
    values = {"case_number": "CM99-0000009", "decision_date": date(2014, 9, 1), "clinical_summary": SUMMARY}
    return Determination.model_validate({**values, "items": (item,), **fields})


def text_of(rationale: str) -> str:
    (passage,) = decision_passages(determination(rationale))
    assert passage.text.startswith("Left knee brace")
    return passage.text.removeprefix("Left knee brace").strip()


def test_every_card_is_a_passage_with_its_facts():
    passages = {passage.id: passage for passage in corpus_passages() if passage.kind == "card"}
    assert passages.keys() == library().cards.keys()
    assert all(passages[card.id].text == card.facts for card in library().cards.values())


def test_the_seed_determination_is_a_passage(seed_letter):
    (passage,) = [passage for passage in corpus_passages() if passage.id == "CM14-0140682#1"]
    assert passage.kind == "decision"
    assert passage.title == "6 Massage Therapy Sessions, Lumbar Spine, Thoracic Spine"
    assert passage.text.startswith(passage.title)
    assert "acute flare-up" in passage.text
    assert "QME report" not in passage.text
    assert "medically necessary" not in passage.text
    assert {name: value for name, value in passage.metadata.items() if name != "fingerprint"} == {
        "case_number": "CM14-0140682",
        "item": 1,
        "decided": "2014-09-25",
        "treatment": "massage",
        "parts": "low-back upper-back",
        "cited": "Decision based on MTUS Chronic Pain Treatment Guidelines Massage therapy Page(s): 60.",
        "specialty": "Physical Medicine and Rehabilitation",
        "outcome": "upheld",
    }
    assert passage.metadata["fingerprint"] == fingerprint(seed_letter.determination.clinical_summary)


def test_what_the_summary_says_is_not_repeated_but_new_reasons_are_kept():
    assert text_of(RECITED + REASON) == REASON


@pytest.mark.parametrize(
    "verdict",
    [
        "The left knee brace is not medically necessary.",
        "Medical necessity of the brace has not been established.",
        "Therefore, the request for a brace is not supported.",
        "The requested brace is appropriate.",
        "As such, it is recommended.",
        "The denial is upheld.",
        "UR's decision is overturned.",
        "The request is non-certified.",
    ],
)
def test_a_sentence_that_states_the_outcome_is_left_out(verdict):
    assert text_of(f"{REASON} {verdict}") == REASON


@pytest.mark.parametrize(
    "reason",
    [
        "Braces are recommended for instability of the collateral ligament.",
        "There is no documentation of an unstable joint on examination.",
        "The guideline supports a short trial after surgery of the ligament.",
    ],
)
def test_a_sentence_that_reasons_is_kept(reason):
    assert text_of(reason) == reason


def test_an_item_without_reasons_keeps_its_request():
    assert text_of("The left knee brace is not medically necessary.") == ""


def test_the_outcome_leaves_no_trace():
    """In what is searched, quoted and shown; it is metadata, to filter by."""
    passages = [decision_passages(determination(REASON, outcome))[0] for outcome in ("upheld", "overturned")]
    assert [passage.metadata.pop("outcome") for passage in passages] == ["upheld", "overturned"]
    assert passages[0] == passages[1]


def test_a_decision_of_an_unknown_day_is_never_shown():
    (passage,) = decision_passages(determination(REASON, decision_date=None))
    assert "decided" not in passage.metadata
    case = Case(header=CaseHeader(case_number="CM99-1", date_assigned=date(2020, 1, 1)), records=(), items=())
    assert not LeakageGuard(case).allows(passage)


def test_the_guard_can_recognise_the_case_behind_a_passage():
    (passage,) = decision_passages(determination(REASON))
    assert resemblance(str(passage.metadata["fingerprint"]), fingerprint(SUMMARY)) == 1.0


def test_the_index_is_built_on_first_use_and_found_again(tmp_path):
    told = []
    index = ensure_index(tmp_path, lambda done, total: told.append((done, total)))
    assert index.manifest.corpus_hash == corpus_hash(corpus_passages())
    assert told[-1] == (len(index), len(index))
    build = current_build(index_folder(tmp_path))
    ensure_index(tmp_path)
    assert current_build(index_folder(tmp_path)) == build


def test_the_index_is_rebuilt_when_the_corpus_changes(few, tmp_path):
    ensure_index(tmp_path)
    few.append(Passage(id="new", kind="card", text="A new section."))
    assert ensure_index(tmp_path).passage("new")


@pytest.mark.parametrize("file", ["manifest.json", "card/passages.jsonl"])
def test_a_damaged_index_is_rebuilt(few, tmp_path, file):
    ensure_index(tmp_path)
    (current_build(index_folder(tmp_path)) / file).write_text("{")
    assert len(ensure_index(tmp_path)) == len(few)


def test_two_processes_that_find_no_index_build_one(tmp_path):
    program = (
        "import pathlib, sys; from drafter.corpus import ensure_index;"
        "print(ensure_index(pathlib.Path(sys.argv[1])).search('massage')[0].passage.id)"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    outputs = [process.communicate(timeout=120) for process in processes]
    assert outputs[0][0] == outputs[1][0] != "", outputs
    assert len(list((index_folder(tmp_path) / "builds").iterdir())) == 1


def test_waits_for_another_builder(few, tmp_path):
    ensure_index(tmp_path)
    few.append(Passage(id="new", kind="card", text="A new section."))
    release = threading.Event()
    held = threading.Event()

    def hold():
        with writer_lock(index_folder(tmp_path)):
            held.set()
            release.wait(30)

    threading.Thread(target=hold).start()
    held.wait(30)
    threading.Timer(0.8, release.set).start()
    assert ensure_index(tmp_path).passage("new")


def test_gives_up_in_one_line_that_names_the_holder(few, tmp_path, monkeypatch):
    monkeypatch.setattr(drafter.corpus.indexing, "_PATIENCE", 0.0)
    with writer_lock(index_folder(tmp_path)), pytest.raises(BackendUnavailable, match=r"process \d+ on .+ is writing"):
        ensure_index(tmp_path)


def test_real_determinations_state_no_outcome(real_letters):
    from drafter.intake import read_letter

    passages = [passage for path in real_letters for passage in decision_passages(read_letter(path).determination)]
    assert len({passage.id for passage in passages}) == len(passages)
    telling = re.compile(r"medically necessary|\bupheld\b|\boverturned\b|non-?certified", re.IGNORECASE)
    assert [passage.id for passage in passages if telling.search(passage.text.removeprefix(passage.title))] == []
    reasoned = [passage for passage in passages if passage.text != passage.title]
    assert len(reasoned) / len(passages) > 0.85


@pytest.fixture
def few(monkeypatch):
    """A corpus that a test can change."""
    passages = [Passage(id="one", kind="card", text="Massage."), Passage(id="two", kind="card", text="TENS.")]
    monkeypatch.setattr("drafter.corpus.shipped.card_passages", lambda: list(passages))
    monkeypatch.setattr("drafter.corpus.shipped.shipped_decisions", list)
    return passages
