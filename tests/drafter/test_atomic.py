"""Files are written whole or not at all."""

from __future__ import annotations

import os

import pytest

from drafter.atomic import write_bytes, write_text
from drafter.errors import InputError


def test_text_keeps_its_line_ends_and_characters(tmp_path):
    write_text(tmp_path / "a.json", "40°\r\nnext\n")
    assert (tmp_path / "a.json").read_bytes() == "40°\r\nnext\n".encode()


def test_an_interrupted_write_leaves_the_old_file_and_no_scratch(tmp_path, monkeypatch):
    path = tmp_path / "a.json"
    write_text(path, "old")

    def interrupted(descriptor: int) -> None:
        assert len(list(tmp_path.iterdir())) == 2
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_bytes(path, b"new content")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_content_is_on_the_disk_before_it_gets_its_name(tmp_path, monkeypatch):
    """A power cut between the two must not leave an empty file in place of the old one."""
    path = tmp_path / "a.json"
    write_text(path, "old")
    synced = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.append((os.fstat(descriptor).st_size, path.read_text())))
    write_text(path, "new content")
    assert synced == [(len("new content"), "old")]
    assert path.read_text() == "new content"


def test_a_place_that_cannot_be_written_is_an_input_error(tmp_path):
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "gone" / "a.json", tmp_path / "file" / "a.json"):
        with pytest.raises(InputError, match=r"a\.json: cannot be written"):
            write_text(path, "text")
