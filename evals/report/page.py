"""HTML: one file that needs nothing else, in which everything from a record is text.

Templates escape every value. The page's own style and script are allowed by their hash, and nothing else may load or
run, so that even a mistake here would not execute what a record contains.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from evals.compare.comparison import Comparison
from evals.compare.sides import SideView
from evals.markdown import configuration_grid, problem_lines, verdict
from evals.report.cases import CaseView, case_views
from evals.report.plots import LEFT, SIZE, TOP, plots_of
from evals.report.tables import (
    change_grid,
    flip_grid,
    gate_note,
    judge_grid,
    outcome_grid,
    passed_grid,
    power_line,
    repeats_grid,
    scorer_grid,
    unscored_grid,
)
from evals.run.folder import Run
from evals.summary import Summary

_TEMPLATES = Path(__file__).parent / "templates"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def report_html(run: Run, summary: Summary) -> str:
    """The report of a run."""
    cases = case_views(run)
    items = [item for case in cases for item in case.items]
    return render(
        "report.html",
        title=f"Evaluation of {summary.title}",
        summary=summary,
        verdict=verdict(summary),
        problems=problem_lines(summary),
        passed=passed_grid(summary),
        gate_note=gate_note(summary),
        outcome=outcome_grid(summary),
        power=power_line(summary.power),
        repeats=repeats_grid(summary),
        judge=judge_grid(summary),
        scorers=scorer_grid(summary),
        unscored=unscored_grid(summary),
        configuration=configuration_grid(summary),
        plots=plots_of([score for score in run.scores if score.repeat == 1]),
        rights=sorted({item.right for item in items}),
        treatments=_treatments(cases),
        cases=cases,
    )


def comparison_html(comparison: Comparison, sides: Sequence[SideView]) -> str:
    """Two runs: differences, flips, and the rationales side by side."""
    return render(
        "compare.html",
        title=f"{comparison.second.info.title}: two runs compared",
        comparison=comparison,
        first=comparison.first.folder.path.name,
        second=comparison.second.folder.path.name,
        changes=change_grid(comparison),
        flips=flip_grid(comparison),
        sides=sides,
    )


def render(template: str, **values: Any) -> str:  # noqa: ANN401 - whatever the template shows
    """A page with the common style and script."""
    style, script = _asset("style.css"), _asset("script.js")
    return (
        _environment()
        .get_template(template)
        .render(
            **values,
            style=style,
            style_hash=_hash(style),
            script=script,
            script_hash=_hash(script),
            left=LEFT,
            top=TOP,
            size=SIZE,
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
    )


def _printable(value: object) -> object:
    """Records from scans carry control characters that HTML forbids."""
    return _CONTROL.sub("", value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _asset(name: str) -> Markup:
    return Markup((_TEMPLATES / name).read_text(encoding="utf-8"))


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _treatments(cases: list[CaseView]) -> list[str]:
    return sorted({item.treatment for case in cases for item in case.items})
