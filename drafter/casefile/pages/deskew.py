"""By how much a scan is skewed, measured on the rows of its ink."""

from __future__ import annotations

import numpy as np
from PIL import Image

from drafter.casefile.pages.grey import Grey

_HEIGHT = 800
"""Height in pixels at which angles are measured; half of it does for the first, rough measure."""
_WIDEST = 8.0
_COARSE = 0.5
_FINE = 0.1
_WORTH_TURNING = 0.3


def deskewed(image: Grey) -> Grey:
    """The image with its lines level; an image that is level already is returned as it is."""
    angle = skew(image)
    if abs(angle) < _WORTH_TURNING:
        return image
    turned = Image.fromarray(image).rotate(
        angle, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=int(np.median(image))
    )
    return np.asarray(turned, dtype=np.uint8)


def turned(image: Grey, degrees: int) -> Grey:
    """A level image turned clockwise by quarter turns, and level again."""
    return deskewed(np.ascontiguousarray(np.rot90(image, -degrees // 90)))


def upright(image: Grey, degrees: int) -> Grey:
    """A page image as it was read: level, and turned by the `degrees` that the reading found."""
    level = deskewed(image)
    return turned(level, degrees) if degrees else level


def skew(image: Grey) -> float:
    """Degrees counter-clockwise that make the lines level, found first roughly and then finely."""
    ink = _ink(image)
    if ink is None:
        return 0.0
    rough = _best(ink.reduce(2), np.arange(-_WIDEST, _WIDEST + _COARSE, _COARSE))
    return _best(ink, np.arange(rough - _COARSE, rough + _COARSE + _FINE, _FINE))


def _ink(image: Grey) -> Image.Image | None:
    """Small and black on white turned round: what is dark counts."""
    page = Image.fromarray(image)
    page.thumbnail((_HEIGHT, _HEIGHT), Image.Resampling.BOX)
    values = np.asarray(page, dtype=np.int16)
    darker = np.clip(np.median(values) - values, 0, 255).astype(np.uint8)
    return Image.fromarray(darker) if darker.max() > 40 else None


def _best(ink: Image.Image, angles: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
    return float(max(angles, key=lambda angle: (_levelness(ink, float(angle)), -abs(angle))))


def _levelness(ink: Image.Image, angle: float) -> float:
    """Rows alternate most between ink and paper when the lines are level."""
    rows = np.asarray(ink.rotate(angle, resample=Image.Resampling.BILINEAR), dtype=np.float64).sum(axis=1)
    return float(np.square(np.diff(rows)).sum())
