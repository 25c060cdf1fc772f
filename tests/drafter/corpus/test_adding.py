"""Adding documents: formats, what is read again, what is wrong, and a process that dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from drafter.corpus.about import About
from drafter.corpus.adding import add_documents, files_below, remove_documents
from drafter.corpus.reading import Wish
from drafter.corpus.register import Register
from drafter.errors import DataError, InputError
from tests.drafter.corpus.samples import MARKDOWN, docx, pdf
from vectorstore.errors import IndexLocked
from vectorstore.lock import writer_lock


def add(home, *paths, kind="guideline", **given):
    files, problems = files_below(paths, kind)
    assert not problems
    return list(add_documents(home, files, Wish(kind, About(**given))))


def states(added):
    return {entry.path.name: entry.state for entry in added}


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def library(tmp_path):
    """A document in each format."""
    folder = tmp_path / "library"
    (folder / "deep").mkdir(parents=True)
    (folder / "hand.md").write_text(MARKDOWN)
    (folder / "wrist.docx").write_bytes(docx())
    (folder / "elbow.html").write_text("<h1>Elbow</h1><p>Rest the elbow.</p>")
    (folder / "deep" / "knee.txt").write_text("KNEE\n\nRest the knee.")
    (folder / ".hidden.md").write_text("# no")
    (folder / "~$wrist.docx").write_bytes(b"lock of Word")
    pdf(folder / "foot.pdf")
    (folder / "foot.yaml").write_text("source: Foot Society\nedition: 2\neffective: 2020-01-01\nfamily: other\n")
    return folder


def test_a_folder_is_added_in_all_formats(home, library):
    assert states(add(home, library)) == dict.fromkeys(
        ("elbow.html", "foot.pdf", "hand.md", "knee.txt", "wrist.docx"), "added"
    )
    register = Register(home)
    assert set(register.load()) == {"elbow", "foot", "hand", "knee", "wrist"}
    assert "drafter" not in register.digests()["guideline"]


def test_a_passage_knows_its_place_and_its_edition(home, library):
    add(home, library, licence="internal use")
    register = Register(home)
    entries = register.load()
    foot = register.passages(entries["foot"])
    injection = next(passage for passage in foot if "An injection numbered 3" in passage.text)
    assert injection.metadata == {
        "document": "foot",
        "source": "Foot Society",
        "edition": "2",
        "effective": "2020-01-01",
        "family": "other",
        "licence": "internal use",
        "section": "3 Chapter C > 3.2 Injections",
        "page_first": 3,
        "page_last": 3,
    }
    assert injection.title == "Foot Society: 3 Chapter C > 3.2 Injections"
    (wrist, *_) = register.passages(entries["wrist"])
    assert wrist.metadata["source"] == "Sample Society Hand Guideline"
    assert {passage.kind for passage in foot} == {"guideline"}


def test_only_what_changed_is_read_again(home, library):
    add(home, library)
    before = Register(home).load()
    (library / "hand.md").write_text(MARKDOWN.replace("Splinting", "Bracing"))
    (library / "foot.yaml").write_text("edition: 3\n")
    os.utime(library / "elbow.html")
    again = states(add(home, library))
    assert {name for name, state in again.items() if state == "changed"} == {"hand.md", "foot.pdf"}
    assert {name for name, state in again.items() if state == "unchanged"} == {"elbow.html", "knee.txt", "wrist.docx"}
    after = Register(home).load()
    assert after.keys() == before.keys()
    assert "Bracing" in str(Register(home).passages(after["hand"]))
    assert {name for name in after if after[name].digest != before[name].digest} == {"hand", "foot"}


def test_options_hold_until_others_are_given(home, library):
    add(home, library / "hand.md", edition="2021", licence="own")
    assert states(add(home, library / "hand.md")) == {"hand.md": "unchanged"}
    assert states(add(home, library / "hand.md", edition="2022")) == {"hand.md": "changed"}
    about = Register(home).load()["hand"].about
    assert (about.edition, about.licence, about.source) == ("2022", "own", "Sample Society Hand Guideline")


def test_files_of_one_name_get_ids_of_their_own(home, library):
    (library / "deep" / "hand.md").write_text("# Other\n\nOther text.")
    add(home, library)
    entries = Register(home).load()
    assert {"hand", "hand-2"} <= entries.keys()
    assert entries["hand"].path != entries["hand-2"].path


def test_a_name_without_a_latin_letter_gets_an_id(home, tmp_path):
    (tmp_path / "手.md").write_text("# Hand\n\nText.")
    add(home, tmp_path / "手.md")
    assert set(Register(home).load()) == {"document"}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("bad.pdf", b"x", "cannot be read as PDF"),
        ("bad.docx", b"x", "cannot be read as DOCX"),
        ("bad.md", b"\0\0", "is not text"),
        ("bad.txt", b" \n", "no text in it"),
        ("bad.md", b"---\nefective: 2019-01-01\n---\ntext", "unknown key `efective`"),
        ("bad.xls", b"x", r"\.xls cannot be read as a guideline; use \.md"),
    ],
)
def test_a_bad_file_is_told_and_the_others_go_on(home, library, name, content, message):
    (library / name).write_bytes(content)
    added = add(home, library / name, library / "hand.md")
    assert states(added) == {name: "failed", "hand.md": "added"}
    with pytest.raises(InputError, match=rf"^{name}: .*{message}"):
        raise added[0].error


def test_a_document_that_turns_bad_keeps_its_last_good_passages(home, library):
    add(home, library / "hand.md")
    (library / "hand.md").write_text(" ")
    assert states(add(home, library / "hand.md")) == {"hand.md": "failed"}
    register = Register(home)
    assert register.passages(register.load()["hand"])


@pytest.mark.parametrize("how", ["hand", "path", "folder"])
def test_documents_are_removed_by_id_path_or_folder(home, library, how):
    add(home, library)
    name = {"hand": "hand", "path": str(library / "hand.md"), "folder": str(library / "deep")}[how]
    (library / "hand.md").unlink()
    removed, problems = remove_documents(home, [name, "nothing"])
    assert [entry.id for entry in removed] == (["knee"] if how == "folder" else ["hand"])
    assert [str(problem) for problem in problems] == ["nothing: no such document; `drafter index list` shows them"]
    assert len(list((home / "documents" / "passages").iterdir())) == len(Register(home).load()) == 4


def test_damaged_passages_are_told_and_read_again(home, library):
    add(home, library / "hand.md")
    register = Register(home)
    entry = register.load()["hand"]
    (home / "documents" / "passages" / entry.file).write_text("{}")
    with pytest.raises(DataError, match=r"hand\..*add the document again"):
        register.passages(entry)
    assert states(add(home, library / "hand.md")) == {"hand.md": "changed"}
    assert register.passages(register.load()["hand"])


@pytest.mark.parametrize(
    "content", ["{", "", '{"schema_version": 9, "digests": {}}\n', '{"schema_version":1,"digests":{}}\n{}\n']
)
def test_a_damaged_register_is_told(home, library, content):
    add(home, library / "hand.md")
    (home / "documents" / "register.jsonl").write_text(content)
    with pytest.raises(DataError, match=r"register\.jsonl: cannot be read"):
        Register(home).load()


def test_two_processes_do_not_add_at_once(home, library):
    with writer_lock(home / "documents"), pytest.raises(IndexLocked, match=r"process \d+ on "):
        add(home, library)


def test_an_interrupted_run_keeps_what_it_has_read(home, library):
    running = add_documents(home, files_below([library], "guideline")[0], Wish("guideline"))
    next(running)
    next(running)
    running.close()
    assert len(Register(home).load()) == 2
    assert sorted(states(add(home, library)).values()) == ["added"] * 3 + ["unchanged"] * 2


def test_a_killed_run_leaves_a_register_that_the_next_one_completes(home, tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):
        (folder / f"doc{number:03d}.md").write_text(f"# Section {number}\n\nText of document {number}.")
    program = (
        "import pathlib, sys; from drafter.corpus.adding import *; from drafter.corpus.reading import Wish;"
        "[print(x.path, flush=True) for x in"
        " add_documents(pathlib.Path(sys.argv[1]), sorted(pathlib.Path(sys.argv[2]).iterdir()), Wish('guideline'))]"
    )
    process = subprocess.Popen([sys.executable, "-c", program, str(home), str(folder)], stdout=subprocess.PIPE)
    for _ in range(120):
        process.stdout.readline()
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    register = Register(home)
    survived = register.load()
    assert 0 < len(survived) < 300
    assert all(register.holds(entry) for entry in survived.values())
    add(home, folder)
    entries = register.load()
    assert len(entries) == 300
    assert {path.name for path in (home / "documents" / "passages").iterdir()} == {e.file for e in entries.values()}
