"""A case half or a precedent that gives the decision away stops the run."""

from __future__ import annotations

import datetime as dt

import pytest

from drafter.draft import Precedent
from drafter.errors import LeakageFound
from drafter.fingerprint import fingerprint
from drafter.guard import LeakageGuard
from evals.run.leaks import check_case, check_draft
from evals.suite import load_suite
from tests.drafter.builders import MASSAGE, SUMMARY, disputed, draft_item, make_case, make_draft, record
from tests.evals.builders import letter, sample, target
from tests.evals.runs import run
from vectorstore.passage import Passage

REASONS = (
    "The patient performs stretching at home. There is no documentation of functional improvement from the ten massage "
    "sessions that were completed in spring. The request for six more sessions of massage is not medically necessary."
)
REASON, VERDICT = REASONS.split(". ")[1] + ".", REASONS.split(". ")[2]
ITEM = disputed(1, MASSAGE)


def leaking(text: str, kind: str = "other"):
    """A sample with `text` in a further record."""
    case = make_case(ITEM, records=[record("more", text, kind=kind)])
    return sample(case, target(1, case, rationale=REASONS), name="the-sample")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (f"{MASSAGE}: Upheld", "states the outcome of item 1"),
        (f"Decision. {MASSAGE.upper()} - UPHELD.", "states the outcome of item 1"),
        (f"Note. {REASON} End.", "physician's reasons for item 1"),
        (f"Note. {REASON[:95]} and more.", "physician's reasons for item 1"),
        (f"Note. {VERDICT}", "physician's verdict on item 1"),
    ],
)
def test_a_planted_leak_in_the_case_half_is_found_and_the_sample_named(text, what):
    with pytest.raises(LeakageFound, match=rf"^the-sample: leak: .*{what}") as caught:
        check_case(leaking(text))
    assert caught.value.exit_code == 1


@pytest.mark.parametrize(
    "text",
    [
        SUMMARY,
        f"The request is for {MASSAGE}.",
        "There is no documentation of functional improvement. Massage was helpful.",
        "Utilization review: the request is not medically necessary.",
    ],
)
def test_what_a_record_may_say_is_no_leak(text):
    check_case(leaking(text))


def test_no_shipped_letter_leaks():
    for each in load_suite("seeds").samples:
        check_case(each)


def test_no_real_letter_leaks(real_letters):
    for each in load_suite(real_letters[0].parent).samples:
        check_case(each)


def drafted(**fields):
    """A draft with one precedent."""
    case = make_case(ITEM)
    values = {"case_number": "CM98-0000001", "request": "massage", "decided": dt.date(2013, 1, 1), "score": 1.0}
    item = draft_item(ITEM, "upheld", (), {}, precedents=(Precedent(**(values | fields)),))
    return sample(case, name="the-sample"), make_draft(case, item)


class Decisions(list):
    """As much of an index as is asked for: its prior decisions."""

    def of_kind(self, kind):
        return iter(self if kind == "decision" else ())


def index_of(text: str):
    metadata = {"case_number": "CM98-0000001", "fingerprint": fingerprint(text)}
    return Decisions([Passage(id="CM98-0000001#1", kind="decision", text="reasons", metadata=metadata)])


def test_an_earlier_decision_on_other_records_is_no_leak():
    check_draft(*drafted())
    check_draft(*drafted(), index_of("Quite another patient with quite another injury to the left foot."))


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"case_number": "CM99-0000001"}, "is the case itself"),
        ({"decided": dt.date(2030, 1, 1)}, "was not decided before"),
        ({"decided": None}, "was not decided before"),
    ],
)
def test_a_planted_precedent_is_found(fields, what):
    with pytest.raises(LeakageFound, match=rf"^the-sample: leak: precedent .* of item 1 {what}"):
        check_draft(*drafted(**fields))


def test_a_near_duplicate_among_the_precedents_is_found():
    with pytest.raises(LeakageFound, match="has nearly the same records"):
        check_draft(*drafted(), index_of(SUMMARY))


def test_a_run_stops_before_drafting_when_a_letter_leaks(tmp_path, desk):
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "sound.md").write_text(letter("CM99-0000001"))
    (folder / "leaking.md").write_text(letter("CM99-0000002", summary=f"{SUMMARY} {MASSAGE}: Upheld"))
    with pytest.raises(LeakageFound, match=r"^CM99-0000002-"):
        run(folder, tmp_path / "out", desk)
    assert not (tmp_path / "out" / "results.jsonl").exists()


def test_a_run_stops_when_the_guard_lets_the_own_determination_through(tmp_path, desk, monkeypatch):
    """The seed's own determination is in the index; only the guard keeps it from being retrieved."""
    monkeypatch.setattr(LeakageGuard, "allows", lambda self, passage: True)
    monkeypatch.setattr(LeakageGuard, "where", {})
    with pytest.raises(LeakageFound, match=r"^CM14-0140682-\w+: leak: precedent CM14-0140682 of item 1 is the case"):
        run("massage", tmp_path / "out", desk)
    assert (tmp_path / "out" / "results.jsonl").read_bytes() == b""
    assert not (tmp_path / "out" / "drafts").exists()
