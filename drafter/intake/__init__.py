"""Determination letters and case files in."""

from drafter.intake.files import load_case, load_case_file, write_letter
from drafter.intake.letter import Letter, read_letter

__all__ = ["Letter", "load_case", "load_case_file", "read_letter", "write_letter"]
