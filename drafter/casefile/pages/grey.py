"""Page images in grey."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]
LONGEST_SIDE = 2600
"""In pixels: a poster-sized page is made smaller instead of filling the memory."""
DARKER = 60
_INK = 0.0004
"""Part of dark pixels up to which a page counts as blank: a full stop on a page is no text."""


def is_blank(image: Grey) -> bool:
    """True when next to nothing on the page differs from its paper."""
    difference = np.abs(image.astype(np.int16) - int(np.median(image)))
    return float((difference > DARKER).mean()) < _INK
