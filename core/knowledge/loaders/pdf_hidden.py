"""What on a PDF page is not seen by anybody who looks at it.

Text may be invisible by its mode, tiny or off the page. Light or nearly transparent text, and text with something drawn
over it, is judged by the picture: the page is drawn with and without it, and where that makes no difference it is not
seen. So the colour of whatever lies below needs not be known.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

_INVISIBLE_MODES = (3, 7)
_TINY_POINTS = 2.0
_LIGHT = 170
"""Text whose darkest channel is above this might be lost on paper; the picture decides."""
_MOST_OBJECTS = 50_000
_MOST_COVERS = 300
_DEPTH = 12
_TRIAL_PIXELS = 1_500_000
_DIFFERENCE = 24
"""Of 255, in any channel of any pixel: less is not seen."""


@dataclass(slots=True)
class Seen:
    """What is drawn on a page: addresses of text objects that nobody sees, and whether there are pictures."""

    unseen: set[int] = field(default_factory=set)
    is_drawn_on: bool = False
    is_covered_by_picture: bool = False


@dataclass(slots=True)
class _Doubtful:
    handle: ctypes.c_void_p
    box: tuple[float, float, float, float]
    order: int
    is_light: bool


def look_at(page: pdfium.PdfPage) -> Seen:
    """All of this page's text that is not seen."""
    left, bottom, right, top = page.get_bbox()
    look = _Look((left, bottom, right, top))
    look.objects(page, raw.FPDFPage_CountObjects(page), raw.FPDFPage_GetObject, depth=0)
    seen = Seen(look.unseen, look.is_drawn_on, look.is_covered)
    doubtful = [each for each in look.texts if each.is_light or look.is_below_something(each)]
    if doubtful:
        seen.unseen |= _without_difference(page, doubtful, (left, bottom, right, top))
    return seen


class _Look:
    def __init__(self, page_box: tuple[float, float, float, float]) -> None:
        self._box = page_box
        self._area = max(1.0, (page_box[2] - page_box[0]) * (page_box[3] - page_box[1]))
        self._order = 0
        self._covers: list[tuple[int, tuple[float, float, float, float]]] = []
        self.unseen: set[int] = set()
        self.texts: list[_Doubtful] = []
        self.is_drawn_on = False
        self.is_covered = False
        self._matrix = raw.FS_MATRIX()
        self._numbers = [ctypes.c_float() for _ in range(4)]
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._size = ctypes.c_float()

    def objects(self, owner: object, count: int, get: object, *, depth: int) -> None:
        for index in range(min(count, _MOST_OBJECTS)):
            if self._order >= _MOST_OBJECTS:
                return
            handle = get(owner, index)  # type: ignore[operator]
            if not handle:
                continue
            self._order += 1
            kind = raw.FPDFPageObj_GetType(handle)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                self._text(handle, depth)
            elif kind == raw.FPDF_PAGEOBJ_FORM:
                if depth < _DEPTH:
                    self.objects(
                        handle, raw.FPDFFormObj_CountObjects(handle), raw.FPDFFormObj_GetObject, depth=depth + 1
                    )
            else:
                self._shape(handle, kind, depth)

    def _bounds(self, handle: object) -> tuple[float, float, float, float]:
        raw.FPDFPageObj_GetBounds(handle, *self._numbers)
        left, bottom, right, top = (number.value for number in self._numbers)
        return left, bottom, right, top

    def _text(self, handle: ctypes.c_void_p, depth: int) -> None:
        address = ctypes.addressof(handle.contents)  # type: ignore[attr-defined]
        if raw.FPDFTextObj_GetTextRenderMode(handle) in _INVISIBLE_MODES:
            self.unseen.add(address)
            return
        raw.FPDFPageObj_GetMatrix(handle, self._matrix)
        raw.FPDFTextObj_GetFontSize(handle, self._size)
        matrix = self._matrix
        height = self._size.value * (matrix.c**2 + matrix.d**2) ** 0.5
        box = self._bounds(handle)
        if depth == 0:  # within a form the outer matrix is not known here
            if height < _TINY_POINTS or self._is_off(box):
                self.unseen.add(address)
                return
            if box[2] <= box[0] or box[3] <= box[1]:
                return  # spaces
        red, green, blue, alpha = self._colour
        raw.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha)
        is_light = min(red.value, green.value, blue.value) > _LIGHT or alpha.value < 60
        self.texts.append(_Doubtful(handle, box if depth == 0 else self._box, self._order, is_light))

    def _is_off(self, box: tuple[float, float, float, float]) -> bool:
        left, bottom, right, top = self._box
        return box[2] <= left or box[0] >= right or box[3] <= bottom or box[1] >= top

    def _shape(self, handle: object, kind: int, depth: int) -> None:
        self.is_drawn_on = True
        if kind not in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING):
            return
        left, bottom, right, top = self._bounds(handle)
        if kind == raw.FPDF_PAGEOBJ_IMAGE and (depth or (right - left) * (top - bottom) > 0.5 * self._area):
            self.is_covered = True
        if depth == 0 and right - left > 4 and top - bottom > 4 and len(self._covers) < _MOST_COVERS:
            self._covers.append((self._order, (left, bottom, right, top)))

    def is_below_something(self, text: _Doubtful) -> bool:
        """Whether something that is drawn later lies over all of it."""
        left, bottom, right, top = text.box
        return any(
            order > text.order and box[0] <= left and box[1] <= bottom and box[2] >= right and box[3] >= top
            for order, box in self._covers
        )


def _without_difference(
    page: pdfium.PdfPage, doubtful: list[_Doubtful], page_box: tuple[float, float, float, float]
) -> set[int]:
    width, height = (max(1.0, side) for side in page.get_size())
    scale = min(1.5, (_TRIAL_PIXELS / (width * height)) ** 0.5)
    with_them = _pixels(page, scale)
    for each in doubtful:
        raw.FPDFPageObj_SetIsActive(each.handle, False)
    without = _pixels(page, scale)
    for each in doubtful:
        raw.FPDFPageObj_SetIsActive(each.handle, True)
    differs = (np.abs(with_them.astype(np.int16) - without) > _DIFFERENCE).any(axis=2)
    unseen = set()
    turned = page.get_rotation() != 0
    for each in doubtful:
        area = differs if turned else _area(differs, each.box, page_box, scale)
        if not area.any():
            unseen.add(ctypes.addressof(each.handle.contents))  # type: ignore[attr-defined]
    return unseen


def _pixels(page: pdfium.PdfPage, scale: float) -> np.ndarray:
    bitmap = page.render(scale=scale, prefer_bgrx=False, may_draw_forms=False)
    try:
        return np.array(bitmap.to_numpy()[:, :, :3])
    finally:
        bitmap.close()


def _area(differs: np.ndarray, box: tuple[float, ...], page_box: tuple[float, ...], scale: float) -> np.ndarray:
    left, bottom, right, top = box
    x0, x1 = int((left - page_box[0]) * scale) - 1, int((right - page_box[0]) * scale) + 2
    y0, y1 = int((page_box[3] - top) * scale) - 1, int((page_box[3] - bottom) * scale) + 2
    return differs[max(0, y0) : max(0, y1), max(0, x0) : max(0, x1)]
