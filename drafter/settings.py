"""Settings: from the environment (`DRAFTER_…`), else from `settings.toml` in the data folder, else the defaults."""

from __future__ import annotations

import hashlib
import json
import os
import tomllib
from pathlib import Path
from typing import Any, Literal

from platformdirs import user_data_dir
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, InitSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from drafter.errors import InputError

_PREFIX = "DRAFTER_"
_NOT_IN_DRAFT = frozenset({"home"})
"""What cannot influence a draft. Secrets belong here too: a hash of a short secret gives it away."""


class Settings(BaseSettings):
    """What a user may configure."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, env_ignore_empty=True, extra="forbid", frozen=True)

    home: Path = Field(default_factory=lambda: home_folder())
    """Where the index, crash reports and `settings.toml` live."""
    engine: Literal["auto", "offline"] = "auto"
    """`auto` takes the best engine that is configured; on a fresh machine that is the offline one."""
    embedder: Literal["wordllama"] = "wordllama"
    """Model of the vector index."""

    @property
    def settings_sha256(self) -> str:
        """Identifies everything here that influences a draft."""
        values = self.model_dump(mode="json", exclude=set(_NOT_IN_DRAFT))
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
    """Read the settings; options that are None count as not given. A bad value is an InputError."""
    options = {name: value for name, value in given.items() if value is not None}
    try:
        return Settings(**options, home=home_folder())
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
    variable = f"{_PREFIX}{name.upper()}"
    if name in options:
        place = f"--{name.replace('_', '-')}"
    else:
        place = variable if variable in os.environ else f"{settings_file()}: {name}"
    if first["type"] == "extra_forbidden":
        return f"{place}: is not a setting; known are {', '.join(sorted(set(Settings.model_fields) - {'home'}))}"
    message = first["msg"][0].lower() + first["msg"][1:]
    return f"{place}: {message}, not {first['input']!r}; correct it"
