"""`drafter index doctor --repair`, `publish`, `export` and `import`, as a user types them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from drafter.cli.app import main
from drafter.corpus import index_folder
from drafter.resources import data_folder
from tests.vectorstore.shared.conftest import free_port, run_chroma
from vectorstore.dense import DenseIndex
from vectorstore.files import current_build
from vectorstore.keyword import KeywordIndex

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A library with one added document."""
    folder = tmp_path_factory.mktemp("library")
    document = folder / "massage.md"
    document.write_text("# Massage\n\nAn adjunct to exercise.\n\n## Visits\n\nFour to six visits.\n")
    assert main(["index", "add", str(document), "--source", "Organisation", "--home", str(folder / "home")]) == 0
    return folder / "home"


@pytest.fixture
def home(prepared, tmp_path):
    return shutil.copytree(prepared, tmp_path / "home")


@pytest.fixture
def run(home, capsys):
    def call(*arguments, at=home):
        code = main(["index", *arguments, "--home", str(at)])
        return code, capsys.readouterr()

    return call


def guidelines(home):
    return current_build(index_folder(home)) / "guideline"


def lose_a_vector(home):
    dense = DenseIndex.open(guidelines(home) / "chroma", [])
    dense.collection.delete(ids=["massage#2"])
    dense.close()


def add_an_orphan(home):
    dense = DenseIndex.open(guidelines(home) / "chroma", [])
    dense.collection.add(ids=["ghost"], embeddings=dense.vectors(["massage#2"]))
    dense.close()


def take_words_of_others(home):
    KeywordIndex.build(["nothing", "of this"]).save(guidelines(home) / "keyword")


def take_another_space(home):
    dense = DenseIndex.open(guidelines(home) / "chroma", [])
    stored = dense.collection.get(include=["embeddings"])
    dense._client.delete_collection("passages")
    other = dense._client.create_collection("passages", embedding_function=None)
    other.add(ids=stored["ids"], embeddings=stored["embeddings"])
    dense.close()


def break_a_file(home):
    (guidelines(home) / "passages.jsonl").write_bytes(b"broken")


def break_the_pointer(home):
    (index_folder(home) / "current").write_text("nowhere\n")


def break_the_manifest(home):
    (current_build(index_folder(home)) / "manifest.json").write_text("{")


def take_another_schema(home):
    file = current_build(index_folder(home)) / "manifest.json"
    file.write_text(file.read_text().replace('"schema_version": ', '"schema_version": 9'))


@pytest.mark.parametrize(
    "damage",
    [
        lose_a_vector,
        add_an_orphan,
        take_words_of_others,
        take_another_space,
        break_a_file,
        break_the_pointer,
        break_the_manifest,
        take_another_schema,
    ],
)
def test_every_damage_is_seen_and_mended(run, home, damage):
    damage(home)
    code, said = run("doctor")
    assert code == 3
    assert "fail  " in said.out
    code, said = run("doctor", "--repair")
    assert code == 0
    report, _, again = said.out.partition("built anew from cards and added documents: ")
    assert "fail  " in report and "fail  " not in again
    assert "Four to six visits." not in said.out
    code, said = run("search", "massage visits", "--kind", "guideline")
    assert code == 0
    assert "massage#2" in said.out


def test_a_sound_index_is_left_alone(run, home):
    before = current_build(index_folder(home))
    code, said = run("doctor", "--repair")
    assert code == 0
    assert "built anew" not in said.out
    assert current_build(index_folder(home)) == before


def test_export_and_import(run, home, tmp_path):
    code, said = run("export", str(tmp_path / "library.zip"))
    assert (code, said.out) == (0, f"exported 1 documents, 2 passages to {tmp_path / 'library.zip'}\n")
    code, said = run("import", str(tmp_path / "library.zip"), at=tmp_path / "other")
    assert (code, said.out) == (0, f"imported 1 documents, 2 passages from {tmp_path / 'library.zip'}\n")
    assert "massage#2" in run("search", "massage visits", "--kind", "guideline", at=tmp_path / "other")[1].out


def test_a_bad_archive_is_one_line_and_exit_code_2(run, tmp_path):
    (tmp_path / "library.zip").write_text("nothing")
    code, said = run("import", str(tmp_path / "library.zip"))
    assert code == 2
    assert said.err == f"error: {tmp_path / 'library.zip'}: cannot be read as an archive; export it again\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    running = run_chroma(tmp_path_factory.mktemp("chroma"))
    yield running.server
    running.stop()


def test_a_published_library_is_searched_and_drafted_with(run, home, tmp_path, server, monkeypatch):
    monkeypatch.setenv("DRAFTER_CHROMA_URL", server.url)
    code, said = run("publish")
    assert (code, said.out) == (0, f"published 1 decision passages, 2 guideline passages to {server.url}\n")
    other = tmp_path / "other"
    assert "massage#2" in run("search", "massage visits", "--kind", "guideline", at=other)[1].out
    monkeypatch.setenv("DRAFTER_HOME", str(other))
    letter = data_folder("seeds") / "determinations" / "CM14-0140682.md"
    assert main(["draft", str(letter), "--out", str(tmp_path / "out"), "--engine", "offline"]) in (0, 1)
    assert (tmp_path / "out" / "CM14-0140682.draft.json").is_file()


def test_a_server_that_is_down_is_one_line_and_exit_code_3(run, monkeypatch):
    url = f"http://127.0.0.1:{free_port()}"
    monkeypatch.setenv("DRAFTER_CHROMA_URL", url)
    for arguments in (["search", "massage"], ["publish"]):
        code, said = run(*arguments)
        assert code == 3
        assert said.err.startswith(f"error: {url}: the Chroma server cannot be reached; start it")
        assert said.err.count("\n") == 1


def test_drafter_doctor_looks_at_the_server(home, tmp_path, server, monkeypatch, capsys):
    monkeypatch.setenv("DRAFTER_HOME", str(home))
    monkeypatch.setenv("DRAFTER_CHROMA_URL", f"http://127.0.0.1:{free_port()}")
    main(["doctor"])
    assert "the Chroma server cannot be reached" in " ".join(capsys.readouterr().out.split())
    monkeypatch.setenv("DRAFTER_CHROMA_URL", server.url)
    assert main(["index", "publish"]) == 0
    main(["doctor"])
    assert f"{server.url}: 1 decision passages, 2 guideline passages" in " ".join(capsys.readouterr().out.split())


def test_publishing_needs_a_server(run):
    code, said = run("publish")
    assert code == 2
    assert "set DRAFTER_CHROMA_URL" in said.err


def test_the_server_of_compose_is_of_the_release_of_the_client():
    image = yaml.safe_load((ROOT / "compose.yaml").read_text())["services"]["chroma"]["image"]
    name, _, release = image.partition(":")
    import chromadb

    assert name == "chromadb/chroma"
    assert release.split(".")[:2] == chromadb.__version__.split(".")[:2]


def test_help_imports_nothing_heavy():
    script = "import sys; from drafter.cli.app import main; main(['index', '--help']); print('chromadb' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("False\n")
