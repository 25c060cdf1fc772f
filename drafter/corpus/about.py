"""What is known about a document beside its text: from options, a sidecar file or its front matter."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, NamedTuple, Self

import yaml
from pydantic import ValidationError, field_validator, model_validator

from drafter.case import Frozen
from drafter.criteria.card import Guideline
from drafter.criteria.library import library
from drafter.errors import DataError, InputError, first_problem
from drafter.lexicon import read_yaml

SIDECAR_ENDINGS = (".yaml", ".yml")
_FOREIGN = frozenset(
    {
        "title", "id", "permalink", "layout", "date", "author", "authors", "description", "tags", "categories",
        "category", "lang", "language", "slug", "url", "draft", "weight", "keywords", "toc", "created", "updated",
    }
)  # fmt: skip
"""Keys of front matter that site generators and converters write; they say nothing about the edition."""
_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


class About(Frozen):
    """Where a document comes from and when it applies. What is not known is None."""

    source: str | None = None
    """Organisation and title, as a draft names them."""
    edition: str | None = None
    effective: dt.date | None = None
    """First day on which the edition applies."""
    superseded: dt.date | None = None
    """First day on which it no longer applies."""
    trigger: Literal["request", "service"] | None = None
    """Which date of a case these are compared with."""
    status: Literal["active", "superseded", "invalidated"] | None = None
    family: Literal["mtus", "acoem", "odg", "other", "study"] | None = None
    guideline: str | None = None
    """Id of the edition in the timeline, when the document is one of these."""
    licence: str | None = None
    """A note on what the organisation may do with the text."""

    @field_validator("edition", mode="before")
    @classmethod
    def _as_written(cls, value: object) -> object:
        """`edition: 2019` is a number or a date to YAML, and a word here."""
        return str(value) if isinstance(value, int | float | dt.date) else value

    @field_validator("source", "edition", "licence", "guideline")
    @classmethod
    def _not_empty(cls, value: str | None) -> str | None:
        if value is not None and not value.strip():
            raise ValueError("is empty; leave it out or give it a value")
        return value

    @field_validator("guideline")
    @classmethod
    def _in_timeline(cls, value: str | None) -> str | None:
        if value is not None and value not in library().guidelines:
            near = get_close_matches(value, library().guidelines, n=1)
            hint = f"did you mean {near[0]}?" if near else "`drafter index list` shows the ids"
            raise ValueError(f"{value!r} is no edition of the timeline; {hint}")
        return value

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.effective and self.superseded and self.superseded <= self.effective:
            raise ValueError(f"superseded {self.superseded} is not after effective {self.effective}")
        return self

    def over(self, other: About) -> About:
        """This, completed by `other` where it says nothing."""
        return check_about({**other.known(), **self.known()}, "options and front matter together")

    def known(self) -> dict[str, Any]:
        return self.model_dump(exclude_none=True)

    def completed(self) -> About:
        """With what the timeline knows of the edition that the document is."""
        return self.over(_of_timeline(library().guidelines[self.guideline])) if self.guideline else self


class FrontMatter(NamedTuple):
    """What stands above a text, and the text."""

    about: About
    title: str | None
    body: str


def check_about(values: Mapping[str, Any], name: str) -> About:
    """Validate what somebody wrote in `name`; an InputError names the key and what is wrong with it."""
    for key in values:
        if key not in About.model_fields:
            near = get_close_matches(str(key), About.model_fields, n=1)
            hint = f"did you mean `{near[0]}`?" if near else f"the keys are {', '.join(About.model_fields)}"
            raise InputError(f"{name}: unknown key `{key}`; {hint}")
    try:
        return About.model_validate(values)
    except ValidationError as error:
        raise InputError(f"{name}: {first_problem(error)}; correct it") from error


def split_front_matter(name: str, text: str) -> FrontMatter:
    """Front matter in YAML between lines of `---`; keys that other programs write are passed over."""
    found = _FRONT_MATTER.match(text)
    values = _mapping(name, found[1]) if found else {}
    if found is None or not values:
        return FrontMatter(About(), None, text)
    own = {key: value for key, value in values.items() if key not in _FOREIGN}
    title = values.get("title")
    return FrontMatter(check_about(own, name), str(title) if title else None, text[found.end() :])


def read_sidecar(path: Path) -> About:
    """What `NAME.yaml` says about the document `NAME.pdf`; nothing when there is no such file."""
    for sidecar in (file for ending in SIDECAR_ENDINGS for file in (path.with_suffix(ending), Path(f"{path}{ending}"))):
        if sidecar.is_file():
            try:
                values = read_yaml(sidecar)
            except DataError as error:
                raise InputError(f"{error}; correct the file beside {path.name}") from error
            if not isinstance(values, dict | None):
                raise InputError(f"{sidecar.name}: is no list of `key: value`; the keys are {', '.join(_KEYS)}")
            return check_about(values or {}, sidecar.name)
    return About()


def _mapping(name: str, text: str) -> dict[str, Any]:
    """A text between two rules that is no YAML mapping is no front matter."""
    try:
        values = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise InputError(f"{name}: its front matter is no YAML ({str(error).splitlines()[0]}); correct it") from error
    return values if isinstance(values, dict) else {}


def _of_timeline(guideline: Guideline) -> About:
    organisation = guideline.organisation.lower()
    family = "mtus" if guideline.mtus else organisation if organisation in ("acoem", "odg") else "other"
    return About.model_validate(
        {
            "source": f"{guideline.organisation} {guideline.title}",
            "edition": guideline.edition,
            "effective": guideline.effective,
            "superseded": guideline.superseded,
            "trigger": guideline.trigger,
            "family": family,
        }
    )


_KEYS = tuple(About.model_fields)
