"""Page images in grey."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from drafter.casefile.pages.errors import Unreadable

Grey = npt.NDArray[np.uint8]
LONGEST_SIDE = 2600
"""In pixels: a poster-sized page is made smaller instead of filling the memory."""
DARKER = 60
_INK = 0.0004
"""Part of dark pixels up to which a page counts as blank: a full stop on a page is no text."""
_MOST_PIXELS = 120_000_000
"""An A4 page at 1,200 dpi has 139 million and is no fax; a bomb of a few bytes has billions."""


def refuse_huge(width: int, height: int) -> None:
    """Before anything is unpacked: Unreadable where a picture is larger than any page."""
    if width * height > _MOST_PIXELS:
        raise Unreadable(f"holds a picture of {width} x {height} pixels, more than a page has; scan it at 200 dpi")


def is_blank(image: Grey) -> bool:
    """True when next to nothing on the page differs from its paper."""
    difference = np.abs(image.astype(np.int16) - int(np.median(image)))
    return float((difference > DARKER).mean()) < _INK
