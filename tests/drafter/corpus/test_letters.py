"""Prior decisions of an organisation: one entry an item, once each, and never shown to their own case."""

from __future__ import annotations

import pytest

from drafter.corpus import ensure_index
from drafter.corpus.adding import add_documents
from drafter.corpus.reading import Wish
from drafter.corpus.register import Register
from drafter.guard import LeakageGuard
from drafter.intake import read_letter
from tests.drafter.intake.letters import Item, Spec, text, write

SUMMARY = (
    "The worker lifted a crate in a warehouse and strained the lower back on the same afternoon.",
    "Six visits of therapy were attended, and pain while bending forward was measured at each of them.",
)
SPEC = Spec(
    items=(Item("Massage therapy for the lumbar spine, six visits", "Overturned"), Item("MRI of the lumbar spine")),
    summary=SUMMARY,
    number="CM15-9000001",
)


def add(home, *paths):
    return list(add_documents(home, paths, Wish("decision")))


def entries(home):
    return Register(home).load()


def passages(home, name):
    return Register(home).passages(entries(home)[name])


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


def test_a_letter_becomes_an_entry_for_each_item(home, tmp_path):
    (added,) = add(home, write(tmp_path, text(SPEC)))
    assert (added.state, added.entry.id, added.entry.passages) == ("added", "cm15-9000001", 2)
    massage, mri = passages(home, "cm15-9000001")
    assert (massage.id, mri.id) == ("CM15-9000001#1", "CM15-9000001#2")
    facts = {name: value for name, value in massage.metadata.items() if name != "fingerprint"}
    assert facts == {
        "case_number": "CM15-9000001",
        "item": 1,
        "decided": "2015-03-09",
        "treatment": "massage",
        "parts": "low-back",
        "specialty": "Physical Medicine & Rehabilitation, Pain Management",
        "outcome": "overturned",
        "cited": "Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.",
    }
    assert massage.text == "Massage therapy for the lumbar spine, six visits\nThe record holds no new findings."


def test_the_same_letter_in_another_file_is_known(home, tmp_path):
    first = write(tmp_path, text(SPEC))
    again = write(tmp_path, text(SPEC, width=70), "again.txt")
    assert [added.state for added in add(home, first, again)] == ["added", "known"]
    assert add(home, again)[0].known_from == str(first)
    assert len(entries(home)) == 1


def test_the_same_decision_under_another_number_is_known(home, tmp_path):
    first = write(tmp_path, text(SPEC))
    twin = write(tmp_path, text(SPEC._replace(number="CM15-9000002")), "twin.txt")
    assert [added.state for added in add(home, first, twin)] == ["added", "known"]


def test_another_dispute_of_the_same_worker_is_not_the_same_decision(home, tmp_path):
    first = write(tmp_path, text(SPEC))
    other = SPEC._replace(number="CM15-9000002", items=(Item("Acupuncture for the lumbar spine"),))
    assert [added.state for added in add(home, first, write(tmp_path, text(other), "b.txt"))] == ["added", "added"]


@pytest.mark.parametrize(
    "other",
    [
        SPEC._replace(items=(Item("Massage therapy for the lumbar spine, six visits"), SPEC.items[1])),
        SPEC._replace(summary=("Another worker altogether fell from a roof and broke the left wrist in two places.",)),
    ],
    ids=["another outcome", "another patient"],
)
def test_two_letters_of_one_case_that_disagree_are_told(home, tmp_path, other):
    first, second = add(home, write(tmp_path, text(SPEC)), write(tmp_path, text(other), "amended.txt"))
    assert (first.state, second.state) == ("added", "failed")
    assert str(second.error).startswith("amended.txt: has the case number of ")
    assert "`drafter index remove cm15-9000001`" in str(second.error)


def test_a_changed_letter_replaces_its_own_entry(home, tmp_path):
    path = write(tmp_path, text(SPEC))
    add(home, path)
    write(tmp_path, text(SPEC._replace(items=SPEC.items[:1])))
    (added,) = add(home, path)
    assert (added.state, added.entry.passages) == ("changed", 1)


def test_the_shipped_determination_is_not_added_again(home, tmp_path, seed_letter):
    shipped = write(tmp_path, text(SPEC._replace(number=seed_letter.case.header.case_number)))
    assert add(home, shipped)[0].known_from == "the shipped determinations"


def test_what_is_no_letter_is_named(home, tmp_path):
    (added,) = add(home, write(tmp_path, "Dear Sir", "note.txt"))
    assert "note.txt: not a determination letter" in str(added.error)


def test_a_case_never_sees_its_own_decision_its_twin_or_a_later_one(home, tmp_path):
    """The guard of drafting and evals, over an index of added letters."""
    own = write(tmp_path, text(SPEC))
    earlier = text(SPEC).replace("CM15-9000001", "CM14-9000003").replace("03/09/2015", "11/09/2014")
    near = earlier.replace("strained the lower back", "hurt the lower back").replace("CM14-9000003", "CM14-9000004")
    unlike = text(
        SPEC._replace(
            number="CM14-9000005",
            summary=(
                "A driver turned an ankle stepping down from the cab of a truck in rain, and walked with a cane.",
            ),
        )
    )
    add(
        home,
        own,
        write(tmp_path, near, "near.txt"),
        write(tmp_path, unlike.replace("03/09/2015", "11/09/2014"), "before.txt"),
        write(
            tmp_path, unlike.replace("CM14-9000005", "CM15-9000006").replace("turned an", "sprained an"), "after.txt"
        ),
    )
    assert len(entries(home)) == 4
    guard = LeakageGuard(read_letter(own).case)
    hits = ensure_index(home).search("massage lumbar spine", 20, "decision")
    assert len(hits) == 9
    allowed = {hit.passage.metadata["case_number"] for hit in hits if guard.allows(hit.passage)}
    assert allowed == {"CM14-0140682", "CM14-9000005"}


def test_real_letters_are_read_without_a_failure(home, real_letters):
    added = add(home, *real_letters)
    assert [entry.path.name for entry in added if entry.state == "failed"] == []
    assert len(entries(home)) >= 0.95 * len(real_letters)
    found = [passage for name in entries(home) for passage in passages(home, name)]
    assert all(passage.metadata["outcome"] in ("upheld", "overturned") for passage in found)
    assert sum("treatment" in passage.metadata for passage in found) >= 0.9 * len(found)
    assert sum("specialty" in passage.metadata for passage in found) >= 0.9 * len(found)
