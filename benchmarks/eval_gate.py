"""Does the gate tell an unchanged engine from a worse one? `python -m benchmarks.eval_gate SUITE [RUNS]`.

Blesses a run, judges unchanged runs (20 by default) against it, then runs of an engine that is worse on purpose; then
the same with one prompt made worse, in front of a scripted model that is as careful as its prompt asks it to be.
A model cannot spoil an outcome, since its findings are checked; what gets worse is what has to be warned of. Prints how
many passed, and how many of the items that got worse the failed gates name. The suite's own baseline is not touched.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from drafter.engines.llm import LlmEngine
from drafter.llm.client import ModelClient
from drafter.llm.exchange import Patience
from drafter.pipeline import Desk, open_desk
from drafter.prompting import open_shelf
from drafter.settings import Settings, load_settings
from evals.blessed import Blessed, bless, read_baseline
from evals.run import Order, Run, run_suite
from evals.summary import Summary, build_summary
from tests.drafter.engines.llm.model import ModelServer
from tests.evals.prompted import as_prompted, prompts_without_the_rule
from tests.evals.runs import WorseEngine, with_engine


def main() -> int:
    suite, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20
    desk = open_desk(load_settings(engine="offline"))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        baseline = bless(run_suite(Order(suite, place / "blessed"), desk), place / "baseline.json")
        passed = sum(
            build_summary(run_suite(Order(suite, place / str(number)), desk), baseline).passed for number in range(runs)
        )
        worse = run_suite(Order(suite, place / "worse"), with_engine(desk, WorseEngine()))
        print(f"unchanged runs that pass: {passed} of {runs}")
        failed = _tell("worse engine", worse, baseline)
        failed &= _prompts(suite, desk, place)
    return 0 if passed == runs and failed else 1


def _prompts(suite: str, desk: Desk, place: Path) -> bool:
    with _modelled(desk, place) as (modelled, client):
        baseline = bless(run_suite(Order(suite, place / "prompted"), modelled), place / "prompted.json")
        again = build_summary(run_suite(Order(suite, place / "again"), modelled), baseline).passed
        print(f"the same prompts again: {'pass' if again else 'FAIL'}")
        worse = replace(modelled, engine=LlmEngine(client, open_shelf(prompts_without_the_rule(place / "prompts")), 4))
        return _tell("worse prompt", run_suite(Order(suite, place / "badly"), worse), baseline) and again


@contextmanager
def _modelled(desk: Desk, place: Path) -> Iterator[tuple[Desk, ModelClient]]:
    server = ModelServer(as_prompted)
    settings = Settings(base_url=server.url, model="scripted", home=place, timeout=10)
    with ModelClient(settings, None, Patience(usual=0.0)) as client:
        yield replace(desk, settings=settings, engine=LlmEngine(client, open_shelf(), 4)), client
    server.close()


def _tell(name: str, run: Run, baseline: Path) -> bool:
    summary = build_summary(run, baseline)
    print(f"{name}: {len(summary.failed_gates)} of {len(summary.gates)} gates fail")
    for verdict in summary.failed_gates:
        print(f"  {verdict.metric}: {verdict.message}; names {len(verdict.cases)} items")
    blessed = read_baseline(baseline)
    lost = _lost(run, blessed) if blessed else set()
    print(f"  items with another outcome that is wrong: {len(lost)}, of which named: {len(lost & _named(summary))}")
    return bool(summary.failed_gates) and lost <= _named(summary)


def _lost(run: Run, blessed: Blessed) -> set[tuple[str, int]]:
    right = {(score.sample, score.item) for score in blessed.scores if score.values.get("outcome.right") is True}
    scores = [score for score in run.scores if not score.derived]
    return right & {(score.sample, score.item) for score in scores if score.values.get("outcome.right") is False}


def _named(summary: Summary) -> set[tuple[str, int]]:
    return {(case.sample, case.item) for verdict in summary.failed_gates for case in verdict.cases}


if __name__ == "__main__":
    sys.exit(main())
