"""The doctor names the broken part, says what to do, and goes on."""

from __future__ import annotations

import pytest

from drafter import doctor
from drafter.cli.app import main
from drafter.corpus.shipped import card_passages
from drafter.criteria.library import Library, library
from drafter.errors import DataError


@pytest.fixture(autouse=True)
def fresh_home(tmp_path, monkeypatch):
    monkeypatch.setenv("DRAFTER_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def states() -> dict[str, doctor.Check]:
    return {check.name: check for check in doctor.examine()}


def test_on_a_fresh_machine_only_the_index_is_still_to_be_built():
    checks = states()
    assert [name for name, check in checks.items() if check.state == "fail"] == []
    assert checks["index"].state == "warn"
    assert "drafter index build" in checks["index"].way_out


def test_every_check_that_is_not_ok_says_what_to_do():
    assert all(check.way_out for check in doctor.examine() if check.state != "ok")


def test_a_home_that_cannot_be_written_fails(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DRAFTER_HOME", str(tmp_path / "file" / "home"))
    home = states()["home"]
    assert home.state == "fail"
    assert "DRAFTER_HOME" in home.way_out


def test_a_bad_settings_file_fails_in_its_own_line(fresh_home):
    fresh_home.mkdir()
    (fresh_home / "settings.toml").write_text("engine = 7")
    checks = states()
    assert checks["settings"].state == "fail"
    assert "settings.toml: engine" in checks["settings"].detail
    assert checks["home"].state == "ok"


def test_an_old_python_fails(monkeypatch):
    monkeypatch.setattr(doctor.sys, "version_info", (3, 10, 1))
    assert states()["python"].state == "fail"


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setitem(doctor._MODULES, "python-docx", "no_such_module_at_all")
    assert states()["packages"].detail == "not installed: python-docx"


def test_missing_seeds_fail_and_missing_prompts_warn(monkeypatch, tmp_path):
    (tmp_path / "seeds").mkdir()
    monkeypatch.setattr(doctor, "data_folder", lambda name: tmp_path / name)
    assert doctor._data().state == "warn"
    (tmp_path / "seeds").rmdir()
    assert doctor._data().state == "fail"


def test_a_card_with_a_word_that_the_lexicon_does_not_have_fails(monkeypatch):
    card = next(card for card in library().cards.values() if card.criteria)
    broken = card.model_copy(update={"treatments": ("leeches",)})
    planted = Library({**library().cards, card.id: broken}, library().guidelines)
    monkeypatch.setattr("drafter.criteria.library.library", lambda: planted)
    check = states()["cards"]
    assert check.state == "fail"
    assert f"card {card.id}: unknown treatment 'leeches'" in check.detail


def test_a_check_that_breaks_is_a_failure_and_the_others_go_on(monkeypatch):
    def fail():
        raise DataError("treatments.yaml: entry 3 name: field required")

    monkeypatch.setattr("drafter.lexicon.treatments", fail)
    checks = states()
    assert checks["lexicon"].detail == "treatments.yaml: entry 3 name: field required"
    assert checks["lexicon"].state == "fail"
    assert checks["embedder"].state == "ok"


def test_extras_come_from_the_projects_own_list():
    assert "extra dev" in states()


def test_a_failure_is_exit_code_3_and_a_warning_is_not(monkeypatch, capsys):
    monkeypatch.setattr(doctor, "examine", lambda: iter([doctor.Check("index", "warn", "not built", "build it")]))
    assert main(["doctor"]) == 0
    assert capsys.readouterr().out == "warn  index: not built; build it\n"
    monkeypatch.setattr(doctor, "examine", lambda: iter([doctor.Check("home", "fail", "/x", "set DRAFTER_HOME")]))
    assert main(["doctor"]) == 3


@pytest.mark.parametrize("stale", [False, True])
def test_an_index_of_other_cards_is_told(desk, home, monkeypatch, stale):
    monkeypatch.setenv("DRAFTER_HOME", str(home))
    if stale:
        passages = card_passages()[1:]
        monkeypatch.setattr("drafter.corpus.shipped.card_passages", lambda: passages)
    assert states()["index"].state == ("warn" if stale else "ok")
