"""The characters of a file, whatever program wrote it."""

from __future__ import annotations

import pytest

from drafter.corpus.formats import decode
from drafter.errors import InputError
from drafter.intake.encoding import decoded

TEXT = "<meta charset='{}'><p>40° café</p>"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "iso-8859-1"),
        ("utf-16", "utf-16"),
        ("mac-roman", "mac-roman"),
        ("cp1252", "windows-1252"),
        ("cp1252", "no-such-encoding"),
        ("cp1252", "undefined"),
    ],
)
def test_the_encoding_is_told_by_the_bytes_then_by_what_is_declared_then_guessed(encoding, declared):
    text = TEXT.format(declared)
    assert decode("a.html", text.encode(encoding)) == text


def test_a_declaration_counts_only_where_it_is_given():
    assert decoded("ä".encode("mac-roman")) == "Š"
    assert decoded("ä".encode("mac-roman"), "mac-roman") == "ä"


@pytest.mark.parametrize("content", [b"\x00" * 8, b"text\x00", b"\x81\x00", "text".encode("utf-16-le")])
def test_what_holds_a_nul_is_no_text(content):
    assert decoded(content) is None
    with pytest.raises(InputError, match=r"^a\.md: is not text; save it as UTF-8$"):
        decode("a.md", content)
