"""Synthetic case files with known truth: every person, clinic and finding in them is invented."""
