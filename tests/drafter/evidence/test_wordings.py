"""Facts as clinicians word them: full sentences, fragments and abbreviations."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.evidence.mentions import find_mentions
from drafter.evidence.reading import CaseReading
from drafter.lexicon import concepts, read_yaml
from tests.drafter.builders import disputed, make_case
from vectorstore.embedder import get_embedder

_FILES = sorted(Path(__file__).parent.glob("wordings*.yaml"))
WORDINGS = {(path.stem, concept): entry for path in _FILES for concept, entry in read_yaml(path).items()}
_ANY = "Physical therapy, 8 visits"


def side(concept: str, request: str, sentence: str) -> str:
    item = disputed(1, request)
    found = find_mentions(
        concepts()[concept], CaseReading(make_case(item, summary=sentence), get_embedder("wordllama")), item
    )
    if found.evidence and found.contrary:
        return "both"
    return "for" if found.evidence else "against" if found.contrary else "neither"


@pytest.mark.parametrize(("file", "concept"), WORDINGS)
def test_a_fact_is_found_however_it_is_worded(file: str, concept: str) -> None:
    entry = dict(WORDINGS[file, concept])
    request = entry.pop("request", _ANY)
    read = [(sentence, wanted, side(concept, request, sentence)) for wanted in entry for sentence in entry[wanted]]
    assert [row for row in read if row[1] != row[2]] == []
