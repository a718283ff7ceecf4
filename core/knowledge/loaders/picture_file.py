"""Pictures: photographs of text, screenshots, scans of several pages. Their text is recognised, where there is any."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

from core.knowledge.knowledge_trouble import FileTooLarge
from core.knowledge.loaders import Found, ReadPicture
from core.knowledge.read_document import ParseLimits, ReadDone

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP")
_OCR_PX = 4_000


def read(data: bytes, name: str, limits: ParseLimits) -> Iterator[Found]:
    """A page for each picture in the file; of a moving one the first."""
    with opened(data, limits) as picture:
        count = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
        for index in range(min(count, limits.pages)):
            picture.seek(index)
            _refuse_large(picture, limits)
            yield ReadPicture(index + 1, "", pixels_of(picture, most_px=_OCR_PX))
    yield ReadDone()


def opened(data: bytes, limits: ParseLimits) -> Image.Image:
    """The picture, not decoded yet. Raises `FileTooLarge`, or what Pillow raises over broken files."""
    Image.MAX_IMAGE_PIXELS = limits.picture_pixels
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of what is refused below
        try:
            picture = Image.open(io.BytesIO(data), formats=_FORMATS)
        except Image.DecompressionBombError as fault:
            raise FileTooLarge(str(fault)) from fault
    _refuse_large(picture, limits)
    return picture


def _refuse_large(picture: Image.Image, limits: ParseLimits) -> None:
    if picture.width * picture.height > limits.picture_pixels:
        raise FileTooLarge(f"{picture.width} × {picture.height} pixels")


def pixels_of(picture: Image.Image, *, most_px: int) -> npt.NDArray[np.uint8]:
    """Height × width × RGB, turned as the camera was held, no side longer than `most_px`, on white."""
    import numpy as np

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if picture.format == "JPEG":
            picture.draft("RGB", (most_px, most_px))
        upright = ImageOps.exif_transpose(picture)
        if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
            ground = Image.new("RGBA", upright.size, "white")
            upright = Image.alpha_composite(ground, upright.convert("RGBA"))
        if max(upright.size) > most_px:
            upright.thumbnail((most_px, most_px))
        return np.array(upright.convert("RGB"))
