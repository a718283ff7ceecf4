"""Heights of all rows, measured or estimated, with sums in logarithmic time (a Fenwick tree)."""

from __future__ import annotations

from collections.abc import Iterable


class RowHeights:
    """Heights in pixels of rows 0 to n-1."""

    def __init__(self, heights: Iterable[int] = ()) -> None:
        self._heights = list(heights)
        self._tree = [0, *self._heights]
        for index in range(1, len(self._tree)):
            parent = index + (index & -index)
            if parent < len(self._tree):
                self._tree[parent] += self._tree[index]
        self.total = sum(self._heights)

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> int:
        return self._heights[index]

    def append(self, height: int) -> None:
        """One more row at the end."""
        self._heights.append(height)
        index = len(self._heights)
        low = index - (index & -index)
        self._tree.append(height + self.before(index - 1) - self.before(low))
        self.total += height

    def set(self, index: int, height: int) -> None:
        """Row `index` has another height."""
        change = height - self._heights[index]
        if not change:
            return
        self._heights[index] = height
        self.total += change
        place = index + 1
        while place < len(self._tree):
            self._tree[place] += change
            place += place & -place

    def before(self, index: int) -> int:
        """Sum of the heights above row `index`: its top."""
        total = 0
        while index > 0:
            total += self._tree[index]
            index -= index & -index
        return total

    def row_at(self, y: int) -> int:
        """The row that covers `y` pixels from the top; the first or last one outside."""
        if not self._heights or y < 0:
            return 0
        place, rest = 0, y
        step = 1 << len(self._heights).bit_length()
        while step:
            following = place + step
            if following < len(self._tree) and self._tree[following] <= rest:
                place = following
                rest -= self._tree[following]
            step >>= 1
        return min(place, len(self._heights) - 1)
