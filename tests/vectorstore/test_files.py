import errno
import os
from pathlib import Path

import pytest

from vectorstore.errors import IndexDamaged, IndexMissing
from vectorstore.files import current_build, hold_current, new_build, sweep, switch_to, write_atomically


def test_an_empty_directory_holds_no_index(tmp_path):
    with pytest.raises(IndexMissing, match="build it with `drafter index build`"):
        current_build(tmp_path)


def test_the_build_that_was_switched_to_answers(tmp_path):
    first, second = new_build(tmp_path), new_build(tmp_path)
    switch_to(tmp_path, first)
    assert current_build(tmp_path) == first
    switch_to(tmp_path, second)
    assert current_build(tmp_path) == second


@pytest.mark.parametrize("content", [b"", b"gone", b"../../etc", b"/etc", b".", b"\xff\xfe"])
def test_a_name_that_is_no_build_is_damage(tmp_path, content):
    new_build(tmp_path)
    (tmp_path / "current").write_bytes(content)
    with pytest.raises(IndexDamaged, match="drafter index build"):
        current_build(tmp_path)


def test_a_folder_that_nobody_may_look_into_is_damage(tmp_path, monkeypatch):
    switch_to(tmp_path, new_build(tmp_path))

    def refuse(path):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "is_dir", refuse)
    with pytest.raises(IndexDamaged, match=rf"^{tmp_path}: cannot be read .*drafter index build"):
        hold_current(tmp_path)


def test_sweeping_keeps_what_it_is_told_to(tmp_path):
    builds = [new_build(tmp_path) for _ in range(3)]
    (builds[0] / "file").write_text("content")
    sweep(tmp_path, keep={builds[1]})
    assert [build.exists() for build in builds] == [False, True, False]


def test_a_write_that_fails_leaves_the_old_content(tmp_path, monkeypatch):
    path = tmp_path / "current"
    write_atomically(path, "old")

    def fail(descriptor):
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        write_atomically(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
