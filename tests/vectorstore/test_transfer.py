"""An archive is used whole or not at all, whatever is in it."""

import json
import zipfile

import pytest

from vectorstore.errors import ArchiveUnusable
from vectorstore.transfer import read_archive, write_archive


@pytest.fixture
def archive(tmp_path):
    files = {"one.txt": b"one", "passages/two.jsonl": b"two" * 100_000}
    for number, content in enumerate(files.values()):
        (tmp_path / str(number)).write_bytes(content)
    members = {name: tmp_path / str(number) for number, name in enumerate(files)}
    write_archive(tmp_path / "a.zip", {"embedder": "letters"}, members)
    return tmp_path / "a.zip"


def rewritten(archive, change):
    """The archive with `change(contents, files)` applied to what it says and holds."""
    with zipfile.ZipFile(archive) as source:
        files = {name: source.read(name) for name in source.namelist()}
    contents = json.loads(files.pop("contents.json"))
    change(contents, files)
    with zipfile.ZipFile(archive, "w") as target:
        for name, content in files.items():
            target.writestr(name, content)
        target.writestr("contents.json", json.dumps(contents))
    return archive


def refused(archive, tmp_path):
    outside = set(tmp_path.rglob("*"))
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(ArchiveUnusable) as caught:
        read_archive(archive, folder)
    assert "\n" not in str(caught.value) and str(archive) in str(caught.value)
    assert {path for path in tmp_path.rglob("*") if folder not in path.parents} == outside | {folder}
    return str(caught.value)


def test_what_goes_in_comes_out(archive, tmp_path):
    (tmp_path / "out").mkdir()
    contents = read_archive(archive, tmp_path / "out")
    assert contents.about == {"embedder": "letters"}
    assert (tmp_path / "out" / "one.txt").read_bytes() == b"one"
    assert (tmp_path / "out" / "passages" / "two.jsonl").read_bytes() == b"two" * 100_000


def test_a_file_that_was_changed(archive, tmp_path):
    rewritten(archive, lambda contents, files: files.update({"one.txt": b"two"}))
    assert "one.txt is not what was exported" in refused(archive, tmp_path)


def test_a_file_that_unpacks_to_more_than_it_says(archive, tmp_path):
    rewritten(archive, lambda contents, files: files.update({"one.txt": b"one" * 1_000_000}))
    assert "one.txt is not what was exported" in refused(archive, tmp_path)
    assert (tmp_path / "out" / "one.txt").stat().st_size == 4


@pytest.mark.parametrize(
    "name",
    ["../evil", "/evil", "passages/../../evil", "a/b/c", "..", ".hidden", "a\\..\\b", "passages/", "C:evil", "a\n"],
)
def test_a_name_that_leads_elsewhere(archive, tmp_path, name):
    def change(contents, files):
        files[name] = files.pop("one.txt")
        contents["files"][name] = contents["files"].pop("one.txt")

    refused(rewritten(archive, change), tmp_path)


def test_a_file_that_is_not_listed(archive, tmp_path):
    rewritten(archive, lambda contents, files: files.update({"more": b""}))
    assert "does not hold just the files that it lists" in refused(archive, tmp_path)


def test_a_file_that_is_missing(archive, tmp_path):
    rewritten(archive, lambda contents, files: files.pop("one.txt"))
    assert "does not hold just the files that it lists" in refused(archive, tmp_path)


@pytest.mark.parametrize("change", [{"schema_version": 2}, {"format": "other"}])
def test_another_schema(archive, tmp_path, change):
    rewritten(archive, lambda contents, files: contents.update(change))
    assert "this program reads drafter-library 1; export it again" in refused(archive, tmp_path)


@pytest.mark.parametrize("content", [b"", b"no archive", None])
def test_a_file_that_is_no_archive(tmp_path, content):
    archive = tmp_path / "a.zip"
    if content is not None:
        archive.write_bytes(content)
    refused(archive, tmp_path)


def test_an_archive_of_something_else(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as target:
        target.writestr("readme", "")
    assert "was not written by `drafter index export`" in refused(tmp_path / "a.zip", tmp_path)


@pytest.mark.parametrize("cut", [10, 100, 300])
def test_an_archive_cut_short_or_with_a_broken_byte(archive, tmp_path, cut):
    content = bytearray(archive.read_bytes())
    content[cut] ^= 0xFF
    archive.write_bytes(content)
    try:
        (tmp_path / "out").mkdir()
        read_archive(archive, tmp_path / "out")
    except ArchiveUnusable:
        return
    assert (tmp_path / "out" / "one.txt").read_bytes() == b"one"
    assert (tmp_path / "out" / "passages" / "two.jsonl").read_bytes() == b"two" * 100_000


def test_a_place_that_cannot_be_written(archive, tmp_path):
    with pytest.raises(ArchiveUnusable, match="cannot be written"):
        write_archive(tmp_path / "missing" / "a.zip", {}, {"one.txt": archive})
