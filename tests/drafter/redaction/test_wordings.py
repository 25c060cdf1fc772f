"""Single wordings in which somebody or something is named, and clinical sentences of which nothing may go."""

from pathlib import Path

import pytest

from drafter.lexicon import read_yaml
from drafter.redaction import Redactor

SAMPLES = Path(__file__).with_name("samples")
CLINICAL = (SAMPLES / "clinical.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(("text", "gone"), read_yaml(SAMPLES / "wordings.yaml"))
def test_what_the_wording_names_goes(text, gone):
    removed = {at for one in Redactor([text]).redact(text).removals for at in range(one.start, one.end)}
    start = text.index(gone)
    assert [text[at] for at in range(start, start + len(gone)) if text[at].isalnum() and at not in removed] == []


@pytest.mark.parametrize("text", CLINICAL)
def test_eponyms_makes_scales_and_titles_of_guidelines_stay(text):
    assert Redactor([text]).redact(text).text == text


def test_they_stay_beside_each_other():
    text = "\n".join(CLINICAL)
    assert Redactor([text]).redact(text).text == text
