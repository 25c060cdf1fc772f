"""Real case files: a folder, or one merged file, of hundreds of pages that becomes a case."""

from drafter.casefile.reading import CaseFile, read_case_file

__all__ = ["CaseFile", "read_case_file"]
