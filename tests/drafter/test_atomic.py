"""Files are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.atomic import write_bytes, write_text
from drafter.errors import InputError


def test_text_keeps_its_line_ends_and_characters(tmp_path):
    write_text(tmp_path / "a.json", "40°\r\nnext\n")
    assert (tmp_path / "a.json").read_bytes() == "40°\r\nnext\n".encode()


def test_an_interrupted_write_leaves_the_old_file_and_no_scratch(tmp_path, monkeypatch):
    path = tmp_path / "a.json"
    write_text(path, "old")

    def half(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:2])
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(KeyboardInterrupt):
        write_bytes(path, b"new content")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_an_input_error(tmp_path):
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "gone" / "a.json", tmp_path / "file" / "a.json"):
        with pytest.raises(InputError, match=r"a\.json: cannot be written"):
            write_text(path, "text")
