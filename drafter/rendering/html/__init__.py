"""The letter as one HTML file in which every citation leads to the page that it quotes."""

from drafter.rendering.html.document import html_bytes

__all__ = ["html_bytes"]
