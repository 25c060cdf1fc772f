"""Measurements, printed by `python -m benchmarks`. They are no tests: nothing here passes or fails."""
