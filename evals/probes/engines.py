"""Probing an engine by its name."""

from __future__ import annotations

from pathlib import Path

from evals.probes.run import ProbeReport, run_probes


def probe_engine(name: str, suite: str, seed: int, home: Path | None) -> ProbeReport:
    """Open a desk with the engine and probe it over the suite; an unknown engine is an InputError."""
    from drafter.errors import InputError
    from drafter.pipeline import draft_case, open_desk
    from drafter.settings import load_settings
    from evals.suite import load_suite

    if name not in ("offline", "llm"):
        raise InputError(f"--engine {name}: is no engine; offline and llm are")
    desk = open_desk(load_settings(home=home, engine=name))
    return run_probes(load_suite(suite).samples, lambda case: draft_case(case, desk), name, seed)
