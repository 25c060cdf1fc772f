"""Where settings come from, what a bad one says, and what identifies a draft."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from drafter.errors import InputError
from drafter.settings import Settings, home_folder, load_settings


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("DRAFTER_HOME", str(tmp_path))
    return tmp_path


def test_a_fresh_machine_has_usable_settings(home):
    settings = load_settings()
    assert (settings.home, settings.engine, settings.embedder) == (home, "auto", "wordllama")


def test_the_file_the_environment_and_the_command_line_win_in_that_order(home, monkeypatch):
    (home / "settings.toml").write_text('engine = "offline"\n')
    assert load_settings().engine == "offline"
    monkeypatch.setenv("DRAFTER_ENGINE", "auto")
    assert load_settings().engine == "auto"
    assert load_settings(engine="offline").engine == "offline"


def test_another_data_folder_can_be_asked_for_and_the_settings_stay(home, tmp_path):
    (home / "settings.toml").write_text('engine = "offline"\n')
    settings = load_settings(home=tmp_path / "other")
    assert (settings.home, settings.engine) == (tmp_path / "other", "offline")


def test_an_option_that_was_not_given_changes_nothing(home):
    (home / "settings.toml").write_text('engine = "offline"\n')
    assert load_settings(engine=None).engine == "offline"


def test_an_empty_variable_counts_as_not_set(monkeypatch):
    monkeypatch.setenv("DRAFTER_ENGINE", "")
    assert load_settings().engine == "auto"


def test_without_drafter_home_the_folder_of_the_platform_is_used(monkeypatch):
    monkeypatch.delenv("DRAFTER_HOME")
    assert home_folder().is_absolute()
    assert home_folder().name == "drafter"


def test_a_relative_or_tilde_home_becomes_absolute(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DRAFTER_HOME", "state")
    assert home_folder() == tmp_path / "state"
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("DRAFTER_HOME", "~/state")
    assert home_folder() == tmp_path / "state"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('engine = "magic"', r"settings\.toml: engine: input should be 'auto', 'offline' or 'llm', not 'magic'"),
        ("engine =", r"settings\.toml: cannot be read as TOML"),
        ('modell = "x"', r"settings\.toml: modell: is not a setting; known are .*embedder, .*engine, .*timeout"),
        ("timeout = 0", r"settings\.toml: timeout: .*greater than 0, not 0"),
        ("price_input = nan", r"settings\.toml: price_input: "),
        ('base_url = "localhost:8080"', r"settings\.toml: base_url: is not an address such as http://"),
        ('home = "/elsewhere"', r"settings\.toml: home: .* set the variable DRAFTER_HOME"),
    ],
)
def test_a_bad_file_is_one_line_that_names_file_and_setting(home, text, says):
    (home / "settings.toml").write_text(text)
    with pytest.raises(InputError, match=says) as caught:
        load_settings()
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_text_is_an_input_error(home):
    (home / "settings.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match=r"settings\.toml: cannot be read"):
        load_settings()


def test_a_bad_variable_is_named(monkeypatch):
    monkeypatch.setenv("DRAFTER_EMBEDDER", "other")
    with pytest.raises(InputError, match=r"^DRAFTER_EMBEDDER: .* not 'other'"):
        load_settings()


def test_a_bad_option_is_named():
    with pytest.raises(InputError, match=r"^--engine: .* not 'magic'"):
        load_settings(engine="magic")


def test_the_hash_does_not_tell_where_the_home_is(tmp_path):
    assert Settings(home=tmp_path / "a").settings_sha256 == Settings(home=tmp_path / "b").settings_sha256


NOT_IN_DRAFT = {
    *("home", "api_key", "timeout", "concurrency", "max_cost", "price_input", "price_output", "prompts"),
    *("embedder_key", "embedder_download", "chroma_url", "chroma_token"),
}


@pytest.mark.filterwarnings("ignore:Pydantic serializer")
def test_the_hash_follows_every_setting_that_can_change_a_draft_and_no_other(tmp_path):
    one = Settings(home=tmp_path)
    for name in Settings.model_fields:
        changed = one.model_copy(update={name: "something else"})
        assert (changed.settings_sha256 == one.settings_sha256) == (name in NOT_IN_DRAFT), name


def test_without_a_model_the_hash_is_that_of_engine_and_embedder_alone(tmp_path):
    text = '{"embedder": "wordllama", "engine": "auto"}'
    assert Settings(home=tmp_path).settings_sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_settings_cannot_be_changed_after_loading():
    with pytest.raises(ValueError, match="frozen"):
        load_settings().engine = "offline"


# Model settings


@pytest.mark.parametrize(
    "variables",
    [
        {"DRAFTER_BASE_URL": "http://127.0.0.1:8080/v1"},
        {"DRAFTER_API_KEY": "k"},
        {"OPENAI_API_KEY": "k"},
        {"OPENAI_BASE_URL": "http://127.0.0.1:8080/v1"},
        {"AZURE_OPENAI_ENDPOINT": "https://a.openai.azure.com", "AZURE_OPENAI_API_KEY": "k"},
    ],
)
def test_an_endpoint_or_a_key_configures_a_model(monkeypatch, variables):
    assert not load_settings().model_configured
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert load_settings().model_configured


def test_a_model_name_alone_configures_none(monkeypatch):
    monkeypatch.setenv("DRAFTER_MODEL", "some-model")
    assert not load_settings().model_configured


def test_own_settings_win_over_those_of_other_programs(monkeypatch):
    monkeypatch.setenv("OPENAI_BASE_URL", "https://other.example/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "theirs")
    assert (load_settings().endpoint, key(load_settings())) == ("https://other.example/v1", "theirs")
    monkeypatch.setenv("DRAFTER_BASE_URL", "https://own.example/v1/")
    monkeypatch.setenv("DRAFTER_API_KEY", "ours")
    assert (load_settings().endpoint, key(load_settings())) == ("https://own.example/v1", "ours")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://127.0.0.1:8080/v1", None),
        ("https://openai.com.evil.example/v1", None),
        ("https://api.openai.com/v1", "secret"),
        ("https://eu.api.openai.com/v1", "secret"),
        (None, "secret"),
    ],
)
def test_the_key_of_openai_goes_to_openai_only(monkeypatch, address, expected):
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    assert key(load_settings(base_url=address)) == expected


def test_azure_takes_its_own_key_and_deployment(monkeypatch):
    for name, value in {
        "AZURE_OPENAI_ENDPOINT": "https://a.openai.azure.com/",
        "AZURE_OPENAI_API_KEY": "azure",
        "OPENAI_API_KEY": "openai",
        "OPENAI_API_VERSION": "2025-01-01",
        "AZURE_OPENAI_DEPLOYMENT": "deployed",
    }.items():
        monkeypatch.setenv(name, value)
    settings = load_settings()
    assert (settings.endpoint, key(settings)) == ("https://a.openai.azure.com", "azure")
    assert (settings.azure_deployment, settings.azure_api_version) == ("deployed", "2025-01-01")
    assert key(load_settings(base_url="http://127.0.0.1:8080/v1")) is None


@pytest.mark.parametrize(
    "bad",
    [
        {"DRAFTER_BASE_URL": "https://user:SECRET@host.example/v1"},
        {"DRAFTER_BASE_URL": "https://host.example/v1?key=SECRET"},
        {"OPENAI_BASE_URL": "ftp://SECRET@host.example"},
    ],
)
def test_an_address_that_holds_a_secret_is_refused_without_repeating_it(monkeypatch, bad):
    (name, value) = next(iter(bad.items()))
    monkeypatch.setenv(name, value)
    with pytest.raises(InputError, match=f"^{name}: ") as caught:
        load_settings()
    assert "SECRET" not in str(caught.value) + repr(caught.value.__cause__)


def test_a_key_of_the_wrong_type_is_refused_without_repeating_it(home):
    (home / "settings.toml").write_text("api_key = 73577357")
    with pytest.raises(InputError, match=r"settings\.toml: api_key: ") as caught:
        load_settings()
    assert "73577357" not in str(caught.value) + repr(caught.value.__cause__)


def test_a_key_is_in_no_representation(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-SECRET")
    settings = load_settings()
    assert key(settings) == "sk-SECRET"
    assert "SECRET" not in f"{settings} {settings!r} {settings.model_dump()} {settings.model_dump_json()}"


def test_numbers_and_folders_come_from_file_and_environment(home, monkeypatch):
    (home / "settings.toml").write_text('concurrency = 2\nprice_input = 0.4\nprompts = "own"\n')
    monkeypatch.setenv("DRAFTER_MAX_TOKENS", "300")
    settings = load_settings()
    assert (settings.concurrency, settings.price_input, settings.max_tokens) == (2, 0.4, 300)
    assert (settings.prompts, settings.price_output, settings.max_cost) == (Path("own"), None, None)


def key(settings: Settings) -> str | None:
    return settings.api_key.get_secret_value() if settings.api_key else None
