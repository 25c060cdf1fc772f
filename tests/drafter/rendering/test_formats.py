"""Writing a draft: names, formats, and the JSON that other programs read."""

from __future__ import annotations

import json
import os
import sys

import pytest

from drafter.draft import Draft
from drafter.errors import InputError
from drafter.rendering import parse_formats, render_json, write_docx, write_draft
from drafter.rendering.formats import safe_name
from tests.drafter.rendering import samples
from tests.drafter.rendering.samples import draft


def test_a_draft_is_written_under_its_case_number(tmp_path):
    files = write_draft(draft(), samples.case(), tmp_path / "new" / "out", ["json", "md", "docx"])
    assert [path.name for path in files] == ["CM99-0000001.draft.json", "CM99-0000001.md", "CM99-0000001.docx"]
    assert sorted(path.name for path in (tmp_path / "new" / "out").iterdir()) == sorted(path.name for path in files)


def test_writing_twice_gives_the_same_bytes(tmp_path):
    once, again = (
        [path.read_bytes() for path in write_draft(draft(), samples.case(), tmp_path / name, ["json", "md", "docx"])]
        for name in ("a", "b")
    )
    assert once == again


def test_write_docx_writes_what_write_draft_writes(tmp_path):
    write_docx(draft(), samples.case(), tmp_path / "one.docx")
    (other,) = write_draft(draft(), samples.case(), tmp_path, ["docx"])
    assert (tmp_path / "one.docx").read_bytes() == other.read_bytes()


def test_json_reads_back_as_the_same_draft():
    assert Draft.model_validate_json(render_json(draft())) == draft()


def test_json_keeps_the_order_of_the_schema_and_ends_with_a_newline():
    text = render_json(draft())
    assert list(json.loads(text)) == list(Draft.model_fields)
    assert text.endswith("}\n")


def test_json_is_utf8_and_not_escaped():
    named = draft(samples.item(request="Café visits × 6"))
    assert "Café visits × 6" in render_json(named)


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("CM14-0140682", "CM14-0140682"),
        ("../../etc/passwd", "etc_passwd"),
        ("a/b c", "a_b_c"),
        ("..", "case"),
        ("", "case"),
    ],
)
def test_a_case_number_cannot_choose_the_folder(number, name):
    assert safe_name(number) == name


def test_formats_are_read_from_a_list():
    assert parse_formats("md, JSON,md") == ("md", "json")


@pytest.mark.parametrize("given", ["pdf", "md,exe", "", " , "])
def test_an_unknown_format_names_the_known_ones(given):
    with pytest.raises(InputError, match=r"--format: .* use json, md, docx"):
        parse_formats(given)


def test_an_out_that_is_a_file_is_an_input_error(tmp_path):
    (tmp_path / "out").write_text("taken")
    with pytest.raises(InputError, match=r"out: cannot be written .*choose another --out"):
        write_draft(draft(), samples.case(), tmp_path / "out", ["json"])


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_an_input_error(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(InputError, match="cannot be written"):
        write_draft(draft(), samples.case(), tmp_path, ["json"])


def test_a_failure_to_render_leaves_no_file(tmp_path, monkeypatch):
    from drafter.rendering import formats

    def fail(draft, case, origin):
        raise RuntimeError

    monkeypatch.setitem(formats.FORMATS, "docx", formats.Format(".docx", fail))
    with pytest.raises(RuntimeError):
        write_draft(draft(), samples.case(), tmp_path / "out", ["json", "docx"])
    assert not (tmp_path / "out").exists()


def test_the_letter_that_was_drafted_is_never_overwritten(tmp_path):
    letter = tmp_path / "CM99-0000001.md"
    letter.write_text("the letter")
    with pytest.raises(InputError, match="would overwrite it"):
        write_draft(draft(), samples.case(), tmp_path, ["json", "md"], source=letter)
    assert [path.name for path in tmp_path.iterdir()] == [letter.name]
    assert letter.read_text() == "the letter"
