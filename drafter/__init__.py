"""Drafts Independent Medical Review determinations in which every sentence points to its evidence."""

__version__ = "0.1.0"
