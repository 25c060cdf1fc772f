"""Drafts as files for people and programs."""

from drafter.rendering.formats import FORMATS, Format, parse_formats, render_json, write_docx, write_draft
from drafter.rendering.letter import is_blocked
from drafter.rendering.markdown import rationale_markdown, render_markdown

__all__ = [
    "FORMATS",
    "Format",
    "is_blocked",
    "parse_formats",
    "rationale_markdown",
    "render_json",
    "render_markdown",
    "write_docx",
    "write_draft",
]
