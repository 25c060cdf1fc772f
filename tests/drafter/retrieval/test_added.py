"""From a file that an organisation adds to the passage in its drafts."""

from __future__ import annotations

from drafter.cli.app import main
from drafter.corpus import ensure_index
from drafter.pipeline import draft_case, open_desk
from drafter.retrieval.families import added_families
from drafter.settings import Settings
from tests.drafter.builders import disputed, make_case
from tests.drafter.retrieval.shelf import added, shelved

GUIDE = """---
source: House rules for spas
edition: "2014"
effective: 2014-01-01
family: {family}
---
# Passive care

## Massage

Massage of the low back may be tried for two weeks. It ends where function does not improve.
"""


def test_a_draft_quotes_an_added_document_and_decides_without_it(tmp_path, capsys):
    before = open_desk(Settings(home=tmp_path, engine="offline"))
    case = make_case(disputed(1, "6 massage therapy sessions, lumbar spine"))
    plain = draft_case(case, before).items[0]
    before.index.close()
    (tmp_path / "rules.md").write_text(GUIDE.format(family="odg"))
    assert main(["index", "add", str(tmp_path / "rules.md"), "--home", str(tmp_path)]) == 0
    desk = open_desk(Settings(home=tmp_path, engine="offline"))
    item = draft_case(case, desk).items[0]
    assert desk.families == {"odg"}
    assert (item.library[0].source, item.library[0].family) == ("House rules for spas", "odg")
    assert item.library[0].quote == "Massage of the low back may be tried for two weeks."
    unchanged = {"search", "library"}
    assert item.model_dump(exclude=unchanged) == plain.model_dump(exclude=unchanged)
    desk.index.close()


def test_a_document_that_names_no_family_is_of_the_other_guidelines(tmp_path, capsys):
    (tmp_path / "rules.md").write_text(GUIDE.replace("family: {family}\n", ""))
    assert main(["index", "add", str(tmp_path / "rules.md"), "--home", str(tmp_path)]) == 0
    index = ensure_index(tmp_path)
    assert added_families(index) == {"other"}
    index.close()


def test_families_are_those_of_the_index_wherever_its_documents_were_added(tmp_path):
    """A machine that searches the organisation's server has no documents of its own."""
    passages = [
        added("one#1", "Massage.", family="odg"),
        added("two#1", "Massage.", family="odg"),
        added("#1", "Rest."),
    ]
    index = shelved(tmp_path, *passages)
    assert added_families(index) == {"odg", "other"}
    index.close()


def test_without_documents_there_are_no_families(desk):
    assert added_families(desk.index) == frozenset()
