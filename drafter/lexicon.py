"""The words of the field as data: treatments, drugs, body parts and clinical concepts (`seeds/lexicon/`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from drafter.case import Frozen, RecordKind
from drafter.errors import DataError, first_problem
from drafter.expressions import expanded, read_terms
from drafter.resources import data_folder

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Entry = TypeVar("Entry", bound=BaseModel)

TreatmentCategory = Literal[
    "therapy", "injection", "diagnostic", "drug", "surgery", "consultation", "equipment", "service"
]  # fmt: skip
Modality = Literal["asserted", "historical", "planned", "requested", "conditional"]


class Treatment(Frozen):
    """A kind of treatment. `patterns` recognise it (see `drafter/lock/matcher.py`); the longest match wins."""

    id: str
    name: str
    category: TreatmentCategory
    patterns: tuple[str, ...]


class Drug(Frozen):
    """A drug by its generic name, with the treatment ids of its classes."""

    generic: str
    brands: tuple[str, ...] = ()
    classes: tuple[str, ...]
    """Treatment ids, most specific first, e.g. `[muscle-relaxant]`."""
    topical: tuple[str, ...] = ()
    """Classes when it is applied to the skin (cream, gel, patch), e.g. `[topical]`."""
    compound: bool = False
    """A compounding kit or a product known only as a compound."""
    ingredients: tuple[str, ...] = ()
    """Generic names inside a kit; for a combination named `a/b` they follow from its name."""


class BodyPart(Frozen):
    """A body part. `within` is the larger part that a finding about it also concerns."""

    id: str
    name: str
    patterns: tuple[str, ...]
    region: str
    """Region of a guideline chapter: neck, shoulder, elbow, wrist-hand, low-back, hip, knee, ankle-foot..."""
    within: str | None = None
    sided: bool = False


Place = RecordKind | Literal["aftercare"]
"""A kind of record, or the visit after a procedure, which is about nothing else."""


class InRecord(Frozen):
    """Patterns that state a fact only in records of a kind: "L5 radiculopathy" in a nerve conduction study."""

    kind: Place
    documents: tuple[str, ...]


class Concept(Frozen):
    """A clinical fact that criteria ask for, and how a sentence states it or its opposite."""

    id: str
    name: str
    """Noun phrase: "functional improvement from earlier treatment"."""
    query: str
    """Words for the hybrid search that finds the nearest passages."""
    documents: tuple[str, ...]
    """Patterns of a sentence that states the fact, which may hold shared terms (`drafter.expressions`). Negation and
    modality are judged separately."""
    within: tuple[InRecord, ...] = ()
    contradicts: tuple[str, ...] = ()
    """Patterns of a sentence that states the opposite by itself ("unchanged", "no relief")."""
    near: tuple[str, ...] = ()
    """Patterns of what comes close and is not it: home exercise, where exercise in therapy is asked for."""
    accepts: tuple[Modality, ...] = ("asserted", "historical")
    """Modalities that count as documented. `planned` belongs here for "a plan for exercise"."""
    about_treatment: bool = False
    """True: the sentence, or the one before it, has to mention the treatment in dispute."""
    about_drug: bool = False
    """True: a sentence that names drugs has to name the one in dispute."""
    falls: bool = False
    """True: a pain score in the sentence has to fall; one that rises states the opposite."""
    about_part: bool = False
    """True: a sentence that names body parts has to name one of the item's."""
    once: bool = False
    """True: what happened once stays happened, so that a denial holds only until its day: "no surgery"."""
    of_side: bool = False
    """True: what a sentence says of the other side than the item's does not count; so, too, with `about_part`."""
    of_work: bool = False
    """True: an employer or a claims administrator knows it, too: the demands of the job, who came back to it."""


class Kin(Frozen):
    """What a sentence says that speaks of some concepts and that none of their expressions reads."""

    about: str
    concepts: tuple[str, ...]
    speaks: tuple[str, ...]


def read_yaml(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds; models validate it next
    """Parse one YAML file; a syntax error becomes a DataError that names the file."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, yaml.YAMLError) as error:
        raise DataError(f"{path.name}: cannot be read as YAML ({str(error).splitlines()[0]})") from error


def read_entries(path: Path, model: type[Entry]) -> list[Entry]:
    """Parse a YAML list into models; a bad entry becomes a DataError that names file and entry."""
    entries = read_yaml(path) or []
    parsed = []
    for number, entry in enumerate(entries, start=1):
        try:
            parsed.append(model.model_validate(entry))
        except ValidationError as error:
            raise DataError(f"{path.name}: entry {number} {first_problem(error)}") from error
    return parsed


def _lexicon() -> Path:
    return data_folder("seeds") / "lexicon"


def _by_id(entries: list[Entry], key: str = "id") -> dict[str, Entry]:
    table = {getattr(entry, key): entry for entry in entries}
    if len(table) != len(entries):
        raise DataError(f"lexicon: a {type(entries[0]).__name__.lower()} is listed twice")
    return table


@cache
def treatments() -> dict[str, Treatment]:
    return _by_id(read_entries(_lexicon() / "treatments.yaml", Treatment))


@cache
def drugs() -> dict[str, Drug]:
    return _by_id(read_entries(_lexicon() / "drugs.yaml", Drug), "generic")


@cache
def body_parts() -> dict[str, BodyPart]:
    return _by_id(read_entries(_lexicon() / "body_parts.yaml", BodyPart))


@cache
def concepts() -> dict[str, Concept]:
    files = sorted((_lexicon() / "concepts").glob("*.yaml"))
    terms = read_terms(read_yaml(_lexicon() / "terms.yaml"))
    return _by_id([_plain(entry, terms) for path in files for entry in read_entries(path, Concept)])


@cache
def kin() -> dict[str, tuple[str, ...]]:
    """By concept, the expressions of what speaks of it in other words."""
    terms = read_terms(read_yaml(_lexicon() / "terms.yaml"))
    found: dict[str, tuple[str, ...]] = {}
    for entry in read_entries(_lexicon() / "kin.yaml", Kin):
        speaks = tuple(expanded(expression, terms) for expression in entry.speaks)
        for name in entry.concepts:
            if name not in concepts():
                raise DataError(f"kin.yaml: {name} is no concept")
            found[name] = (*found.get(name, ()), *speaks)
    return found


def _plain(concept: Concept, terms: Mapping[str, str]) -> Concept:
    """`concept` with its expressions as plain regular expressions."""

    def plain(expressions: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(expanded(expression, terms) for expression in expressions)

    within = tuple(group.model_copy(update={"documents": plain(group.documents)}) for group in concept.within)
    fields = {name: plain(getattr(concept, name)) for name in ("documents", "contradicts", "near")}
    return concept.model_copy(update={**fields, "within": within})


@cache
def pattern(expression: str) -> re.Pattern[str]:
    """Compile a lexicon pattern: case-insensitive, bounded by non-word characters, any white space."""
    return re.compile(source(expression), re.IGNORECASE)


def source(expression: str) -> str:
    """What `pattern` compiles; a space with a question mark behind it is white space or none."""
    spaced = expression.replace(" ?", r"\s*").replace(" ", r"\s+")
    return rf"(?<!\w)(?:{spaced})(?!\w)"
