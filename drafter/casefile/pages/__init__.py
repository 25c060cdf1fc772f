"""Pages of a case's files: PDF, DOCX, HTML, text and images, with text recognition where a page has no text."""

from drafter.casefile.pages.model import FileProblem, FileReading, Limits, Progress, SourcePage
from drafter.casefile.pages.reading import read_pages

__all__ = ["FileProblem", "FileReading", "Limits", "Progress", "SourcePage", "read_pages"]
