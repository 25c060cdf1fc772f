"""Settings: from the environment (`DRAFTER_…`), else from `settings.toml` in the data folder, else the defaults."""

from __future__ import annotations

import hashlib
import json
import os
import tomllib
from pathlib import Path
from typing import Any, Literal

from platformdirs import user_data_dir
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, InitSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from drafter.errors import InputError
from drafter.llm.address import FOREIGN, OPENAI, check_address, with_foreign

_PREFIX = "DRAFTER_"
_NOT_IN_DRAFT = frozenset(
    {
        "home", "api_key", "timeout", "concurrency", "max_cost", "price_input", "price_output", "prompts",
        "embedder_key", "embedder_download", "chroma_url", "chroma_token",
    }
)  # fmt: skip
"""What cannot influence a draft. Secrets belong here too: a hash of a short secret gives it away.

`prompts` is a place; a draft records the version and the hash of each prompt itself.
"""
_NEVER_SHOWN = frozenset(
    {"api_key", "base_url", "azure_endpoint", "embedder_url", "embedder_key", "chroma_url", "chroma_token"}
)
"""Settings whose value is not repeated in an error: it is, or may hold, a secret."""


class Settings(BaseSettings):
    """What a user may configure."""

    model_config = SettingsConfigDict(
        env_prefix=_PREFIX, env_ignore_empty=True, extra="forbid", frozen=True, hide_input_in_errors=True
    )

    home: Path = Field(default_factory=lambda: home_folder())
    """Where the index, crash reports and `settings.toml` live."""
    engine: Literal["auto", "offline", "llm"] = "auto"
    """`auto` takes the best engine that is configured; on a fresh machine that is the offline one."""
    embedder: str = "wordllama"
    """Model of the vector index: `wordllama`, `minilm`, or `openai:MODEL` at an OpenAI-compatible server."""
    embedder_url: str | None = None
    """Address of that server; without one `base_url`, else OpenAI."""
    embedder_key: SecretStr | None = None
    """Its key; without one `api_key`, where that was made for the same address."""
    embedder_download: bool = False
    """Whether the model of `minilm` may be fetched when it is missing."""
    chroma_url: str | None = None
    """Address of the Chroma server that holds the organisation's guidelines and decisions."""
    chroma_token: SecretStr | None = None
    """Sent to that server as a bearer token."""

    base_url: str | None = None
    """Address of an OpenAI-compatible server, mostly ending in `/v1`."""
    model: str | None = None
    """Name of the language model; without one the endpoint's only model, or OpenAI's default."""
    api_key: SecretStr | None = None
    azure_endpoint: str | None = None
    """Address of an Azure OpenAI resource; `base_url` wins over it."""
    azure_deployment: str | None = None
    azure_api_version: str | None = None
    timeout: float = Field(120, gt=0, allow_inf_nan=False)
    """Seconds that the endpoint may stay silent."""
    concurrency: int = Field(4, ge=1, le=64)
    """Model calls at the same time."""
    temperature: float | None = Field(None, ge=0, le=2)
    """Replaces what a prompt asks for."""
    max_tokens: int | None = Field(None, ge=1)
    """Replaces what a prompt asks for: the longest answer, in tokens."""
    context_window: int | None = Field(None, ge=256)
    """Tokens of prompt and answer together; without it what the endpoint says."""
    max_cost: float | None = Field(None, ge=0, allow_inf_nan=False)
    """US dollars that one run may cost."""
    price_input: float | None = Field(None, ge=0, allow_inf_nan=False)
    """US dollars for a million tokens of prompt; unknown when not given."""
    price_output: float | None = Field(None, ge=0, allow_inf_nan=False)
    """US dollars for a million tokens of answer; unknown when not given."""
    rerank: Literal["llm"] | None = None
    """`llm`: the model that drafts also puts what the guideline search finds into order, one call a search."""
    prompts: Path | None = None
    """Folder of prompts that replace shipped ones of the same name."""

    @model_validator(mode="before")
    @classmethod
    def _honour_other_programs(cls, values: dict[str, Any]) -> dict[str, Any]:
        return with_foreign(values, os.environ)

    @field_validator("embedder")
    @classmethod
    def _is_an_embedder(cls, value: str) -> str:
        from vectorstore.embedder import NAMES, is_known

        if not is_known(value):
            raise ValueError(f"should be one of {NAMES}")
        return value

    @field_validator("base_url", "azure_endpoint", "embedder_url", "chroma_url")
    @classmethod
    def _is_an_address(cls, value: str | None) -> str | None:
        return value and check_address(value)

    @property
    def model_configured(self) -> bool:
        """Whether the user named an endpoint or gave a key for one."""
        return bool(self.base_url or self.azure_endpoint or self.api_key)

    @property
    def endpoint(self) -> str:
        """The address that would be asked, fit to be shown."""
        return self.base_url or self.azure_endpoint or OPENAI

    @property
    def embedder_endpoint(self) -> str:
        """The address that an embedder of a server asks, fit to be shown."""
        return self.embedder_url or self.base_url or OPENAI

    @property
    def settings_sha256(self) -> str:
        """Identifies everything here that influences a draft."""
        values = self.model_dump(mode="json", exclude=set(_NOT_IN_DRAFT), exclude_none=True)
        return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        from_file = InitSettingsSource(settings_cls, _read_file(settings_file()))
        return init_settings, env_settings, from_file


def home_folder() -> Path:
    """`DRAFTER_HOME`, or the platform's folder for user data."""
    configured = os.environ.get("DRAFTER_HOME")
    return Path(configured or user_data_dir("drafter", appauthor=False)).expanduser().absolute()


def settings_file() -> Path:
    return home_folder() / "settings.toml"


def load_settings(**given: Any) -> Settings:  # noqa: ANN401 - options of the command line, validated here
    """Read the settings; options that are None count as not given, `home` too. A bad value is an InputError."""
    options = {name: value for name, value in given.items() if value is not None}
    try:
        return Settings(**{"home": home_folder(), **options})
    except ValidationError as error:
        raise InputError(_explain(error, options)) from error


def _read_file(path: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: cannot be read as TOML ({error}); correct or remove the file") from error
    if "home" in values:
        raise InputError(f"{path}: home: cannot be set in a file inside it; set the variable DRAFTER_HOME instead")
    return values


def _explain(error: ValidationError, options: dict[str, Any]) -> str:
    first = error.errors()[0]
    name = ".".join(str(part) for part in first["loc"])
    place = _place(name, options)
    if first["type"] == "extra_forbidden":
        return f"{place}: is not a setting; known are {', '.join(sorted(set(Settings.model_fields) - {'home'}))}"
    message = first["msg"].removeprefix("Value error, ")
    shown = "" if name in _NEVER_SHOWN else f", not {first['input']!r}"
    return f"{place}: {message[0].lower()}{message[1:]}{shown}; correct it"


def _place(name: str, options: dict[str, Any]) -> str:
    """Where the value came from: the sources in the order in which they win."""
    if name in options:
        return f"--{name.replace('_', '-')}"
    variable = f"{_PREFIX}{name.upper()}"
    if variable in os.environ:
        return variable
    foreign = next((other for other in FOREIGN.get(name, ()) if os.environ.get(other)), None)
    if foreign and name not in _read_file(settings_file()):
        return foreign
    return f"{settings_file()}: {name}"
