"""Deterministic checks over a finished draft. No model takes part."""

from drafter.verification.codes import Code
from drafter.verification.context import Context, build_context
from drafter.verification.run import PROMISES, Promise, item_flags, verify

__all__ = ["PROMISES", "Code", "Context", "Promise", "build_context", "item_flags", "verify"]
