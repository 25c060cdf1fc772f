"""Pages that are pictures: PNG, JPEG, and TIFF with its several pages."""

from __future__ import annotations

from pathlib import Path
from typing import IO

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from drafter.casefile.pages.errors import Unreadable
from drafter.casefile.pages.grey import LONGEST_SIDE, Grey, refuse_huge

_FORMATS = ("PNG", "JPEG", "TIFF")
_MOST_PAGES = 5000
Image.MAX_IMAGE_PIXELS = None  # sizes are checked here, before anything is decoded


def image_count(path: Path) -> int:
    with path.open("rb") as file, _opened(file) as image:
        return min(getattr(image, "n_frames", 1), _MOST_PAGES)


def image_page(source: Path | IO[bytes], number: int = 1) -> Grey:
    """A page (from 1) in grey, turned as its camera said, at most some 2,600 pixels high."""
    if isinstance(source, Path):
        with source.open("rb") as file:
            return image_page(file, number)
    with _opened(source) as image:
        image.seek(number - 1)
        refuse_huge(image.width, image.height)
        return _grey(image)


def _grey(image: Image.Image) -> Grey:
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    elif image.mode.startswith(("I;16", "I", "F")):
        values = np.asarray(image, dtype=np.float64)
        image = Image.fromarray((values / max(values.max(), 1) * 255).astype(np.uint8))
    page = ImageOps.exif_transpose(image).convert("L")
    page.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return np.asarray(page, dtype=np.uint8)


def _opened(file: IO[bytes]) -> Image.Image:
    try:
        return Image.open(file, formats=_FORMATS)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise Unreadable("is a damaged picture; ask for the file again") from error
