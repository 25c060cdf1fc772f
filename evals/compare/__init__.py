"""What changed between two runs: differences with intervals, flips by case, rationales side by side."""

from __future__ import annotations

from evals.compare.comparison import Change, Comparison, Flip, compare

__all__ = ["Change", "Comparison", "Flip", "compare"]
