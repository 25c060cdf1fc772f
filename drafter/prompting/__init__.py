"""Prompt templates: Markdown with YAML front matter, checked before any model is called."""

from drafter.prompting.shelf import Shelf, open_shelf
from drafter.prompting.template import Message, Prompt, parse_prompt

__all__ = ["Message", "Prompt", "Shelf", "open_shelf", "parse_prompt"]
