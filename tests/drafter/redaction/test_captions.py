"""Names in boxes: the captions stand above or below what was typed."""

import pytest

from drafter.redaction.captions import captioned_names
from drafter.redaction.names import Name

TYPED = "Macario         T        Dimaandal"
CAPTIONS = "FIRST NAME      MI       LAST NAME"


@pytest.mark.parametrize("text", [f"{TYPED}\n{CAPTIONS}\n12 Elm St", f"{CAPTIONS}\n{TYPED}\nMale  41"])
def test_a_name_is_read_from_the_line_beside_its_captions(text):
    (found,) = captioned_names(text)
    assert found.name == Name("Macario", ("T",), "Dimaandal")
    assert text[found.start : found.end] == TYPED


def test_a_label_before_the_boxes_is_no_part_of_the_name():
    text = f"INJURED WORKER   {TYPED}\n{' ' * 17}{CAPTIONS}\n"
    assert [one.name.first for one in captioned_names(text)] == ["Macario"]


@pytest.mark.parametrize("line", ["Last            First    Other", "41              kg       7/10", ""])
def test_what_is_no_name_is_none(line):
    assert list(captioned_names(f"{line}\n{CAPTIONS}\n")) == []
