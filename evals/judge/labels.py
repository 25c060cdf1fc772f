"""Labels: what people say of the same texts, by the same questions.

```yaml
schema_version: "1.0"
rubric: "1.0"              # version of the judge's prompt, whose questions the people answered
entries:
  - sample: CM14-0140682-5e24a1c7a6a3
    case: CM14-0140682
    item: 1
    sha256: 9f2c…          # of the text, so that a label never stands for another one
    text: |
      Request: …
    rater: ""              # who says so; left blank until somebody does
    grades: {grounded: null, answers: null, plain: null}   # holds, partly or fails
```

A file holds the texts themselves: it is as confidential as they are. Two people may label one text in two entries.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import yaml
from pydantic import Field, ValidationError, model_validator

from drafter.atomic import write_text
from drafter.case import Frozen
from drafter.errors import InputError, first_problem
from drafter.lexicon import read_yaml
from evals.judge.material import Material, text_hash
from evals.judge.rubric import ASPECTS, Aspect, Grade

SCHEMA_VERSION = "1.0"
_HEAD = """\
# Labels for the judge of `drafter eval judge`. Read each text, write your name or initials behind `rater`, and grade
# each question with holds, partly or fails; what each grade means stands in the prompt: `drafter prompts show judge`.
# Then check the file with `drafter eval labels check`. It holds text of the records: keep it where they are kept.
"""


class Entry(Frozen):
    """One text and what one person says of it."""

    sample: str
    case: str
    item: int
    sha256: str
    text: str
    rater: str = ""
    grades: dict[Aspect, Grade | None]

    @model_validator(mode="after")
    def _is_whole(self) -> Entry:
        if text_hash(self.text) != self.sha256:
            raise ValueError("the text was changed since the file was written; write a new file for new texts")
        missing = [name for name in ASPECTS if self.grades.get(name) is None]
        if self.rater and missing:
            raise ValueError(f"has a rater and no grade for {', '.join(missing)}")
        if not self.rater and len(missing) < len(ASPECTS):
            raise ValueError("has grades and no rater; write who gave them")
        return self

    @property
    def material(self) -> Material:
        return Material(self.sample, self.case, self.item, self.text)


class Labels(Frozen):
    """A file of labels."""

    schema_version: str = SCHEMA_VERSION
    rubric: str
    entries: tuple[Entry, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _one_label_each(self) -> Labels:
        seen = set()
        for entry in self.entries:
            if (entry.sha256, entry.rater) in seen:
                raise ValueError(f"{entry.case} item {entry.item} is listed twice for rater {entry.rater or 'nobody'}")
            seen.add((entry.sha256, entry.rater))
        return self

    @property
    def rated(self) -> list[Entry]:
        """Entries that a person has filled in."""
        return [entry for entry in self.entries if entry.rater]


class Count(NamedTuple):
    """How far a file has got."""

    entries: int
    rated: int
    cases: int
    """Cases with a label."""
    raters: int


def new_labels(texts: Iterable[Material], rubric: str, most: int, seed: int = 0) -> Labels:
    """Blank labels for texts drawn at random, at most one of each case before a second of any."""
    rounds: dict[int, list[Material]] = {}
    taken: dict[str, int] = {}
    for material in Random(seed).sample(listed := list(texts), len(listed)):
        taken[material.case] = taken.get(material.case, 0) + 1
        rounds.setdefault(taken[material.case], []).append(material)
    chosen = [material for number in sorted(rounds) for material in rounds[number]][:most]
    blank: dict[Aspect, Grade | None] = dict.fromkeys(ASPECTS)
    return Labels(
        rubric=rubric,
        entries=tuple(
            Entry(**{**each._asdict(), "text": f"{each.text}\n"}, sha256=each.sha256, grades=blank) for each in chosen
        ),
    )


def write_labels(labels: Labels, path: Path) -> None:
    """Write a new file; labels that are there are never overwritten."""
    if path.exists():
        raise InputError(f"{path}: is there already, and may hold labels; choose another name")
    body = yaml.dump(labels.model_dump(), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)
    write_text(path, _HEAD + body)


def read_labels(path: Path) -> Labels:
    """Read and check a file; what is wrong with it is an InputError that names the entry."""
    if not path.is_file():
        raise InputError(f"{path}: is no file of labels; write one with `drafter eval labels new`")
    try:
        return Labels.model_validate(read_yaml(path))
    except ValidationError as error:
        raise InputError(f"{path.name}: {first_problem(error, 'file')}") from error


def count(labels: Labels) -> Count:
    rated = labels.rated
    return Count(
        len(labels.entries), len(rated), len({each.case for each in rated}), len({each.rater for each in rated})
    )


class _Dumper(yaml.SafeDumper):
    """Texts as blocks, so that a person can read them."""


def _text(dumper: yaml.SafeDumper, value: str) -> Any:  # noqa: ANN401 - a node of the library
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Dumper.add_representer(str, _text)
