"""What a sentence does with a fact, whatever the fact is."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.evidence.forms import chosen
from drafter.lexicon import read_yaml
from tests.drafter.evidence.test_wordings import side

_SENSES = read_yaml(Path(__file__).with_name("senses.yaml"))
_ANY = "Physical therapy, 8 visits"


@pytest.mark.parametrize("sense", _SENSES)
def test_a_fact_is_taken_as_its_sentence_means_it(sense: str) -> None:
    read = [
        (row["text"], row["says"], side(row["concept"], row.get("request", _ANY), row["text"]))
        for row in _SENSES[sense]
    ]
    assert [row for row in read if row[1] != row[2]] == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Agreement: [ ] yes [x] no", "Agreement:  [x] no"),
        ("Agreement  Yes ( )  No (X)", "Agreement  No (X)"),
        ("Spasm: ☐ none ☐ mild ☒ moderate", "Spasm:  ☒ moderate"),
        ("Depression ☐ Yes ☒ No   Anxiety ☒ Yes ☐ No", "Depression  ☒ No  Anxiety ☒ Yes"),
        ("Insomnia (Y/N): N", "Insomnia  : N"),
        ("Agreement on file?  Y / N", "Agreement on file?  ?"),
        ("Gait    Normal    Antalgic", "Gait    Normal    Antalgic"),
        ("Pain was mild/moderate, he said yes to surgery.", "Pain was mild/moderate, he said yes to surgery."),
        ("He took a 5 (x) table.", "He took a 5 (x) table."),
    ],
)
def test_options_that_nobody_chose_are_left_out(row: str, said: str) -> None:
    assert chosen(row) == said
