"""Where settings come from, what a bad one says, and what identifies a draft."""

from __future__ import annotations

import pytest

from drafter.errors import InputError
from drafter.settings import Settings, home_folder, load_settings


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    for name in ("DRAFTER_ENGINE", "DRAFTER_EMBEDDER"):
        monkeypatch.delenv(name, raising=False)
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
        ('engine = "magic"', r"settings\.toml: engine: input should be 'auto' or 'offline', not 'magic'"),
        ("engine =", r"settings\.toml: cannot be read as TOML"),
        ('model = "x"', r"settings\.toml: model: is not a setting; known are embedder, engine"),
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
    with pytest.raises(InputError, match=r"^--engine: .* not 'llm'"):
        load_settings(engine="llm")


def test_the_hash_does_not_tell_where_the_home_is(tmp_path):
    assert Settings(home=tmp_path / "a").settings_sha256 == Settings(home=tmp_path / "b").settings_sha256


def test_the_hash_follows_every_setting_that_can_change_a_draft(tmp_path):
    one = Settings(home=tmp_path)
    for name in set(Settings.model_fields) - {"home"}:
        assert one.model_copy(update={name: "something else"}).settings_sha256 != one.settings_sha256, name


def test_settings_cannot_be_changed_after_loading():
    with pytest.raises(ValueError, match="frozen"):
        load_settings().engine = "offline"
