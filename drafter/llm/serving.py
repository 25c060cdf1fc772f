"""llama.cpp's OpenAI-compatible server in this process, on loopback."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, NoReturn

from drafter.errors import BackendUnavailable, InputError
from drafter.llm.weights import check_weights

HOST = "127.0.0.1"
_ERRORS_ONLY = 1
_LOOKS_UP = 0.5
"""Seconds between looks at whether a signal came."""


class Serving(NamedTuple):
    """What is served, and how."""

    weights: Path
    port: int
    """0 takes any free one."""
    context: int
    threads: int | None = None


def serve(serving: Serving, ready: Callable[[str], None]) -> None:
    """Serve until Ctrl-C or SIGTERM; `ready` gets the base URL once the model is loaded."""
    server = _start(serving)
    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    ready(f"{server.listening_address}/v1")
    # A signal may arrive in a thread of llama.cpp, which wakes nobody: Python's handler runs once this thread does.
    while not stop.wait(_LOOKS_UP):
        pass
    _end()


def _end() -> NoReturn:
    """End the process as it stands: llama.cpp, told to stop soon after its start, may wait for itself for ever.

    Nothing is lost: it keeps nothing on disk, and what it holds in memory goes with the process.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def _start(serving: Serving):  # type: ignore[no-untyped-def]  # noqa: ANN202 - xllamacpp has no types
    try:
        import xllamacpp
    except ImportError as error:
        raise BackendUnavailable(
            "the local model needs xllamacpp; install it with pip install 'determination-drafter[local]'"
        ) from error
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(check_weights(serving.weights))
    parameters.model_alias = {serving.weights.name.partition(".")[0].lower()}
    parameters.hostnames = [HOST]
    parameters.port = _free(serving.port)
    parameters.n_ctx = serving.context
    parameters.n_parallel = 1
    parameters.verbosity = _ERRORS_ONLY
    # What shows prompts to others on this machine, or keeps them, is off.
    parameters.ui = parameters.endpoint_slots = False
    parameters.cache_ram_mib = 0
    for pool in (parameters.cpuparams, parameters.cpuparams_batch):
        pool.n_threads = serving.threads or _threads()
    try:
        return xllamacpp.Server(parameters)
    except Exception as error:
        raise BackendUnavailable(f"{serving.weights}: llama.cpp cannot load it; check file and --context") from error


def _threads() -> int:
    """One core is left to others: threads that wait for each other at every layer come to a halt on a busy machine."""
    return max(1, len(os.sched_getaffinity(0)) - 1 if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 2) - 1)


def _free(port: int) -> int:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise InputError(f"--port {port}: {error.strerror}; name another one, or 0 for any") from error
    return port
