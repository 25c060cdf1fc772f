"""A scripted model that is as careful as its prompt asks it to be, for runs in which one prompt is worse on purpose."""

from __future__ import annotations

from pathlib import Path

from drafter.prompting import open_shelf
from tests.drafter.engines.llm.model import Answer, Asked, good

RULE = "not_documented: the record says neither."
"""The line of the shipped `assess` prompt that keeps a model from claiming what it does not find."""


def as_prompted(asked: Asked) -> Answer:
    """Careful where the prompt has the rule; without it every criterion is met, by the first sentence shown."""
    if asked.step != "Assessment" or RULE in asked.text:
        return good(asked)
    evidence = list(asked.evidence)[:1]
    return {key: {"status": "met", "evidence": evidence, "contrary": []} for key in asked.keys}


def prompts_without_the_rule(folder: Path) -> Path:
    """A folder with an `assess` prompt that lacks it."""
    source = open_shelf()["assess"].source
    assert RULE in source
    folder.mkdir()
    (folder / "assess.md").write_text(source.replace(RULE, ""), encoding="utf-8")
    return folder
