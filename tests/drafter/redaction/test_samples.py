"""Files of other layouts than the synthetic cases: what identifies goes, what is clinical stays."""

import re
from pathlib import Path

import pytest

from drafter.lexicon import read_yaml
from drafter.redaction import Redactor

FILES = read_yaml(Path(__file__).with_name("samples") / "files.yaml")
DOCUMENTS = [(file, document) for file in FILES for document in file["documents"]]


@pytest.fixture(scope="module")
def redactors():
    return {file["file"]: Redactor([document["text"] for document in file["documents"]]) for file in FILES}


@pytest.mark.parametrize(("file", "document"), DOCUMENTS, ids=lambda value: value.get("text", "")[:20].strip())
def test_what_identifies_goes_and_what_is_clinical_stays(redactors, file, document):
    left = redactors[file["file"]].redact(document["text"]).text
    # A short identifier may be a part of a word that stays, such as "Kip" of "skipped".
    kept = [one for one in document["gone"] if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", left)]
    assert kept == []
    assert [fact for fact in document["stays"] if fact not in left] == []
