"""Real case files: a folder, or one merged file, of hundreds of pages that becomes a case."""

from drafter.casefile.choosing import holds_letters, is_case_file
from drafter.casefile.reading import CaseFile, index_case_file, read_case_file

__all__ = ["CaseFile", "holds_letters", "index_case_file", "is_case_file", "read_case_file"]
