"""A folder of files drafted from the command line: without identifiers, with signs of progress, and read once."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from drafter.casefile.pages import Progress, crew
from drafter.cli.app import main
from drafter.cli.progress import step
from drafter.lexicon import read_yaml
from drafter.redaction.vocabulary import Vocabulary
from drafter.resources import data_folder

CASE = data_folder("seeds") / "cases" / "side-and-dose"
FORMATS = "json,md,docx,html"


class Terminal(io.StringIO):
    """What is shown to a person."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(scope="module")
def drafted(home, tmp_path_factory):
    """The folder of a redacted draft of a case with typed and scanned pages, and what was printed."""
    out = tmp_path_factory.mktemp("drafted")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DRAFTER_HOME", str(home))
        printed = io.StringIO()
        patch.setattr("sys.stdout", printed)
        code = main(["draft", str(CASE / "file"), "--redact", "--format", FORMATS, "--out", str(out)])
    assert code in (0, 1)
    return out, printed.getvalue()


def identifiers():
    """All planted identifiers, and the words of names that are no words."""
    planted = {str(phi["text"]) for phi in read_yaml(CASE / "truth.yaml")["phi"]}
    names = {str(phi["text"]) for phi in read_yaml(CASE / "truth.yaml")["phi"] if phi["kind"] in ("name", "provider")}
    words = Vocabulary()
    return planted | {word for name in names for word in re.findall(r"\w{4,}", name) if not words.ordinary(word)}


def named_in(text: str) -> list[str]:
    told = " ".join(text.split())
    return [one for one in identifiers() if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", told, re.IGNORECASE)]


def text_of(path: Path) -> str:
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            parts = [archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        return re.sub(r"<[^>]+>", "", "\n".join(parts))
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", [".draft.json", ".case.json", ".md", ".docx", ".html"])
def test_no_planted_identifier_is_in_a_redacted_draft(drafted, ending):
    (path,) = (drafted[0] / "redacted").glob(f"*{ending}")
    text = text_of(path)
    assert len(text) > 1000
    assert named_in(text) == []


def test_nothing_unredacted_is_written_beside_it_or_printed(drafted):
    out, printed = drafted
    assert [path.name for path in out.iterdir()] == ["redacted"]
    assert named_in(" ".join(path.name for path in (out / "redacted").iterdir())) == []
    assert "drafted with engine" in printed
    assert named_in(printed.replace(str(out), "")) == []


def test_the_same_files_without_redaction_name_them(drafted, home, tmp_path, monkeypatch):
    """Or the tests above would pass for a draft that quotes nothing."""
    monkeypatch.setenv("DRAFTER_HOME", str(home))
    assert main(["draft", str(CASE / "file"), "--format", "md", "--out", str(tmp_path), "--no-print"]) in (0, 1)
    (path,) = tmp_path.glob("*.md")
    assert named_in(text_of(path))


def test_the_flags_of_a_redacted_draft_are_its_own(drafted):
    """A name that is gone is no longer warned of."""
    (path,) = (drafted[0] / "redacted").glob("*.draft.json")
    told = json.loads(path.read_text())
    assert "patient-identified" not in {flag["code"] for each in told["items"] for flag in each["flags"]}


def test_a_redacted_page_has_no_image(drafted):
    (path,) = (drafted[0] / "redacted").glob("*.html")
    assert "data:image/" not in path.read_text(encoding="utf-8")


def test_the_second_draft_of_the_same_files_reads_nothing_again(drafted, home, tmp_path, monkeypatch):
    monkeypatch.setenv("DRAFTER_HOME", str(home))
    asked: list[object] = []
    monkeypatch.setattr(crew.Child, "ask", lambda _, request, seconds: asked.append(request))
    again = tmp_path / "again"
    assert main(["draft", str(CASE / "file"), "--redact", "--format", "json", "--out", str(again), "--no-print"]) in (
        0,
        1,
    )
    assert asked == []
    (first,) = (drafted[0] / "redacted").glob("*.case.json")
    assert (again / "redacted" / first.name).read_bytes() == first.read_bytes()


@pytest.mark.parametrize(
    ("progress", "shown"),
    [
        (Progress(3, 10, None), "3 of 10 pages"),
        (Progress(3, 10, 20.0), "3 of 10 pages, less than a minute left"),
        (Progress(30, 1000, 610.0), "30 of 1000 pages, about 10 min left"),
    ],
)
def test_the_progress_of_a_reading_is_shown_with_an_estimate(progress, shown, monkeypatch):
    terminal = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr", terminal)
    with step("Reading fax.pdf") as tell:
        tell(progress)
    assert f"Reading fax.pdf: {shown}" in terminal.getvalue()


def test_a_long_reading_without_a_terminal_says_now_and_then_how_far_it_is(capsys, monkeypatch):
    clock = iter([0.0, 5.0, 21.0, 21.0, 30.0])
    monkeypatch.setattr("drafter.cli.progress.time.monotonic", lambda: next(clock))
    with step("Reading fax.pdf") as tell:
        tell(Progress(1, 100, None))
        tell(Progress(30, 100, 120.0))
        tell(Progress(31, 100, 118.0))
    assert capsys.readouterr().err == "Reading fax.pdf: 30 of 100 pages, about 2 min left\n"


@pytest.mark.parametrize("command", [["records"], ["draft", "--no-print"], ["redact"]])
def test_reading_a_folder_shows_how_far_it_is(command, home, tmp_path, monkeypatch):
    """With every page at a terminal."""
    folder = tmp_path / "case"
    folder.mkdir()
    note = "PROGRESS NOTE\nPatient: Ona Brill\nLow back pain. Request: 6 massage sessions, lumbar spine.\n\f" * 3
    (folder / "fax.html").write_text(f"{command} {tmp_path}\n<html>{note}</html>")
    shown: list[str] = []
    monkeypatch.setenv("DRAFTER_HOME", str(home))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("rich.status.Status.update", lambda _, text, **more: shown.append(str(text)))
    monkeypatch.setattr("sys.stderr", Terminal())
    options = [] if command[0] == "records" else ["--out", str(tmp_path / "out")]
    main([command[0], str(folder), *command[1:], *options])
    assert any(re.search(r": \d of \d pages", line) for line in shown), shown
    monkeypatch.setattr("sys.stderr", io.StringIO())
    (folder / "fax.html").write_text(f"other {command} {tmp_path}\n<html>{note}</html>")
    before = len(shown)
    main([command[0], str(folder), *command[1:], *options])
    assert len(shown) == before
