"""Opening a PDF: what is wrong with it, and one at a time whoever reads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait

import pytest

from drafter.corpus.pdf_lines import read_lines
from drafter.errors import InputError
from drafter.intake.pdf import pdf_lines
from drafter.intake.pdf_file import open_pdf
from tests.drafter.intake.letters import pdf
from tests.drafter.intake.test_reading import encrypted_pdf

READERS = pytest.mark.parametrize("read", [pdf_lines, read_lines], ids=["letter", "guideline"])


@READERS
def test_a_damaged_file_is_not_called_encrypted_because_the_one_before_it_was(read):
    with pytest.raises(InputError, match="is encrypted"):
        read("secret.pdf", encrypted_pdf())
    with pytest.raises(InputError, match=r"^torn\.pdf: cannot be read as PDF"):
        read("torn.pdf", pdf(["text"]).replace(b"/Pages", b"/Paxes"))


@READERS
def test_a_reader_waits_until_the_file_that_is_open_is_closed(read):
    content = pdf(["text"])
    with ThreadPoolExecutor(1) as pool:
        with open_pdf("first.pdf", content) as document:
            waiting = pool.submit(read, "second.pdf", content)
            assert not wait([waiting], timeout=0.2).done
            assert len(document) == 1
        assert waiting.result()
