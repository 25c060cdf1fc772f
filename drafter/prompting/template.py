"""One prompt: front matter that declares it, and a body of `## system` and `## user` parts with variables.

Variables are Jinja2 expressions, rendered in a sandbox. What is put into them is data: the values are never
templates themselves, so that braces inside a medical record stay what they are.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Literal, NamedTuple

import yaml
from jinja2 import StrictUndefined, TemplateError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import BaseModel, ConfigDict, ValidationError

from drafter.errors import DataError, InputError, first_problem

Role = Literal["system", "user"]

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
_PART = re.compile(r"^## (system|user)[ \t]*\n", re.MULTILINE)


class Message(NamedTuple):
    """One rendered message of a chat."""

    role: Role
    content: str


class FrontMatter(BaseModel):
    """What a prompt declares about itself."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    version: str
    description: str
    variables: tuple[str, ...]
    output: str
    """Name of the output model that the answer is parsed into."""
    parameters: dict[str, float | int | str] = {}


class Prompt:
    """A parsed prompt; `sha256` is that of the whole file, so that any change of it shows in a draft."""

    def __init__(self, source: str, front: FrontMatter, body: str) -> None:
        self.source = source
        self.front = front
        self._body = body

    @property
    def name(self) -> str:
        return self.front.name

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.source.encode()).hexdigest()

    @cached_property
    def used(self) -> frozenset[str]:
        """Variables that the body uses."""
        return frozenset(meta.find_undeclared_variables(_environment().parse(self._body)))

    def render(self, values: Mapping[str, object]) -> list[Message]:
        """The messages with `values` filled in; a missing or an unknown variable is an error before any call."""
        missing = set(self.front.variables) - set(values)
        unknown = set(values) - set(self.front.variables)
        if missing or unknown:
            wrong = [
                *(f"{name} is missing" for name in sorted(missing)),
                *(f"{name} is unknown" for name in sorted(unknown)),
            ]
            raise InputError(f"prompt {self.name}: {', '.join(wrong)}")
        parts = _PART.split(self._body)[1:]
        return [
            Message("system" if role == "system" else "user", _render(self.name, text, values).strip())
            for role, text in zip(parts[::2], parts[1::2], strict=True)
        ]


def parse_prompt(source: str, origin: str) -> Prompt:
    """Parse a prompt file; `origin` is the file's name for messages. Every defect is a one-line DataError."""
    match = _FRONT_MATTER.match(source.replace("\r\n", "\n"))
    if not match:
        raise DataError(f"{origin}: no front matter; a prompt starts with a block between two lines of ---")
    try:
        front = FrontMatter.model_validate(yaml.safe_load(match[1]))
    except (yaml.YAMLError, ValidationError) as error:
        raise DataError(f"{origin}: front matter: {_first_line(error)}") from error
    prompt = Prompt(source, front, match[2])
    _check(prompt, match[2], origin)
    return prompt


def _check(prompt: Prompt, body: str, origin: str) -> None:
    roles = _PART.findall(body)
    if "user" not in roles:
        raise DataError(f"{origin}: no `## user` part")
    try:
        used = prompt.used
    except TemplateError as error:
        raise DataError(f"{origin}: {_first_line(error)}") from error
    declared = set(prompt.front.variables)
    if used != declared:
        wrong = [*(f"{name} is used but not declared" for name in sorted(used - declared))]
        wrong += [f"{name} is declared but not used" for name in sorted(declared - used)]
        raise DataError(f"{origin}: variables: {', '.join(wrong)}")


def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _render(name: str, text: str, values: Mapping[str, object]) -> str:
    try:
        return _environment().from_string(text).render(values)
    except TemplateError as error:
        raise InputError(f"prompt {name}: {_first_line(error)}") from error


def _first_line(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return first_problem(error)
    return str(error).splitlines()[0]
