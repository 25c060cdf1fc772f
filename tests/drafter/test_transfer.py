"""A library moves to another machine in one archive."""

import json
import zipfile

import numpy as np
import pytest

from drafter.cli.app import main
from drafter.corpus import ensure_index
from drafter.corpus.register import Register
from drafter.errors import InputError
from drafter.transfer import export_library, import_library
from tests.drafter.intake import letters
from tests.drafter.intake.letters import Item, Spec
from tests.vectorstore.conftest import Counting, SumOfLetters
from vectorstore.embedders.cached import CachedEmbedder

DECIDED = Spec(
    items=(Item("Massage therapy for the lumbar spine, six visits", "Overturned"),),
    summary=("The worker lifted a crate in a warehouse and strained the lower back on the same afternoon.",),
    number="CM15-9000001",
)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A library of one document, indexed with letters."""
    folder = tmp_path_factory.mktemp("home")
    document = folder / "massage.md"
    document.write_text("# Massage\n\nAn adjunct to exercise.\n\n## Visits\n\nFour to six visits.\n")
    assert main(["index", "add", str(document), "--edition", "2019", "--home", str(folder)]) == 0
    ensure_index(folder, embedder=SumOfLetters()).close()
    return folder


@pytest.fixture
def archive(home, tmp_path):
    export_library(home, tmp_path / "library.zip", SumOfLetters())
    return tmp_path / "library.zip"


def rewritten(archive, name, change):
    """The archive with one member changed, and its digest with it."""
    import hashlib

    with zipfile.ZipFile(archive) as source:
        files = {entry: source.read(entry) for entry in source.namelist()}
    contents = json.loads(files.pop("contents.json"))
    files[name] = change(files[name])
    contents["files"][name] = {"size": len(files[name]), "sha256": hashlib.sha256(files[name]).hexdigest()}
    with zipfile.ZipFile(archive, "w") as target:
        for entry, content in files.items():
            target.writestr(entry, content)
        target.writestr("contents.json", json.dumps(contents))
    return archive


def found(home):
    index = ensure_index(home, embedder=SumOfLetters())
    hits = index.search("massage visits", 5, "guideline")
    index.close()
    return hits


def test_the_other_machine_finds_the_same_and_embeds_no_document_again(home, archive, tmp_path):
    counting = Counting()
    moved = import_library(tmp_path / "other", archive, counting)
    assert moved == (1, 2)
    assert found(tmp_path / "other") == found(home)
    assert not any("Four to six visits." in text for text in counting.asked)


def test_an_embedder_with_a_cache_of_another_folder_embeds_no_document_again_either(archive, tmp_path):
    """As with `--home` and an embedder that costs, whose vectors are kept under DRAFTER_HOME."""
    counting = Counting()
    import_library(tmp_path / "other", archive, CachedEmbedder(counting, tmp_path / "vectors.sqlite3"))
    assert counting.asked
    assert not any("Four to six visits." in text for text in counting.asked)


def test_documents_that_are_there_stay(archive, tmp_path):
    own = tmp_path / "own.md"
    own.write_text("# Own\n\nA text of this machine.\n")
    assert main(["index", "add", str(own), "--home", str(tmp_path / "other")]) == 0
    import_library(tmp_path / "other", archive, SumOfLetters())
    assert set(Register(tmp_path / "other").load()) == {"massage", "own"}


def test_another_guideline_of_the_same_name_is_not_replaced(archive, tmp_path):
    own = tmp_path / "massage.md"
    own.write_text("# Massage\n\nWhat this organisation says of it.\n")
    other = tmp_path / "other"
    assert main(["index", "add", str(own), "--home", str(other)]) == 0
    before = Register(other).load()
    with pytest.raises(InputError, match=r"its document massage .* is not the one here"):
        import_library(other, archive, SumOfLetters())
    assert Register(other).load() == before


def test_a_guideline_that_has_changed_since_is_replaced(tmp_path):
    document, here, there = tmp_path / "massage.md", tmp_path / "here", tmp_path / "there"
    for text in ("Six visits.", "Two visits."):
        document.write_text(f"# Massage\n\n{text}\n")
        assert main(["index", "add", str(document), "--home", str(here)]) == 0
        export_library(here, tmp_path / "library.zip", SumOfLetters())
        import_library(there, tmp_path / "library.zip", SumOfLetters())
        assert {hit.passage.text for hit in found(there)} == {text}


@pytest.mark.parametrize("number", ["CM15-9000001", "CM15-9000002"], ids=["its own", "another"])
def test_a_decision_that_is_here_from_another_letter_is_not_taken_twice(tmp_path, number):
    """Also under another case number: precedents would name one decision twice."""
    (tmp_path / "there").mkdir()
    letter = letters.write(tmp_path, letters.text(DECIDED))
    again = letters.write(tmp_path / "there", letters.text(DECIDED._replace(number=number)))
    here, there = tmp_path / "here", tmp_path / "home"
    for home, path in ((here, letter), (there, again)):
        assert main(["index", "add", str(path), "--kind", "decision", "--home", str(home)]) == 0
    export_library(there, tmp_path / "library.zip", SumOfLetters())
    import_library(here, tmp_path / "library.zip", SumOfLetters())
    assert [entry.twin for entry in Register(here).load().values()] == [Register(there).load()[number.lower()].twin]


def test_vectors_of_another_embedder_are_left_alone(archive, tmp_path):
    class Other(Counting):
        name = "other"

    other = Other()
    import_library(tmp_path / "other", archive, other)
    assert any("Four to six visits." in text for text in other.asked)


def test_without_documents_there_is_nothing_to_export(tmp_path):
    with pytest.raises(InputError, match="no documents were added; add some with `drafter index add`"):
        export_library(tmp_path / "empty", tmp_path / "library.zip", SumOfLetters())


def escape(content):
    entry = json.loads(content.splitlines()[0])
    return json.dumps(entry | {"id": "../../evil"}).encode() + b"\n"


def other_digest(content):
    entry = json.loads(content.splitlines()[0])
    return json.dumps(entry | {"passages": 7}).encode() + b"\n"


@pytest.mark.parametrize(
    ("name", "change", "says"),
    [
        ("register.jsonl", escape, "names a document that is not in it"),
        ("register.jsonl", other_digest, "are not those of its register"),
        ("register.jsonl", lambda content: b"{}\n", "of another version of this program"),
        ("register.jsonl", lambda content: b"\xff\n", "of another version of this program"),
        ("vectors.bin", lambda content: content[4:], "its vectors are not those of its texts"),
        ("vectors.bin", lambda content: np.full(len(content) // 4, np.nan, "<f4").tobytes(), "its vectors are not"),
        ("keys.bin", lambda content: content[:-1], "its vectors are not"),
    ],
)
def test_an_archive_that_was_tampered_with_changes_nothing(archive, tmp_path, name, change, says):
    """Its digests are right: what is in it is still not believed."""
    other = tmp_path / "machine" / "home"
    with pytest.raises(InputError, match=says) as caught:
        import_library(other, rewritten(archive, name, change), SumOfLetters())
    assert "\n" not in str(caught.value)
    assert Register(other).load() == {}
    assert not list(tmp_path.rglob("evil*"))
