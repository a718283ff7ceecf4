"""Which Whisper a newcomer is offered on this machine; how quick it is there is measured once it is installed.

Processor. A pause of 0.7 s before the text is there is what Hearth allows a model that it takes by itself
(`core.voice.ears.QUICK_ENOUGH_S`). Base hears three seconds of sound in 0.6 s on two cores, Tiny in 0.5 s (measured
with models of true size); Small takes four times as long as Base, so it wants eight cores, or an NVIDIA card whose
memory leaves room for the language model beside it. Larger ones are not offered unasked: where CUDA or cuDNN turns out
to be missing the processor has to carry them.

Memory and disk are judged as for every model of the library (`models.advice.estimate`).
"""

from __future__ import annotations

from collections.abc import Sequence

from models.advice import estimate
from models.catalogue import Catalogue, CatalogueModel
from models.hardware import Hardware

TINY, BASE, SMALL = "whisper:tiny", "whisper:base", "whisper:small"
_SIZES = (TINY, BASE, SMALL)
_CORES_FOR_BASE, _CORES_FOR_SMALL = 2, 8
_CARD_FOR_SMALL_BYTES = 4_000_000_000


def advised_speech(hardware: Hardware, catalogue: Catalogue) -> CatalogueModel | None:
    """The speech model to begin with: the largest that is quick and fits comfortably, else tightly, else the smallest.

    None only where the catalogue has no speech model.
    """
    quick = _SIZES[: _SIZES.index(_largest_quick(hardware)) + 1]
    offered = [model for name in reversed(quick) if (model := catalogue.get(name)) is not None]
    return (
        _first(offered, hardware, ("comfortable",))
        or _first(offered, hardware, ("comfortable", "tight"))
        or min(catalogue.of("speech"), key=lambda model: model.memory_bytes, default=None)
    )


def _largest_quick(hardware: Hardware) -> str:
    cores = min(hardware.cores, hardware.threads)
    has_card = any(
        card.maker == "nvidia" and (card.memory_bytes or 0) >= _CARD_FOR_SMALL_BYTES for card in hardware.cards
    )
    if has_card or cores >= _CORES_FOR_SMALL:
        return SMALL
    return BASE if cores >= _CORES_FOR_BASE else TINY


def _first(models: Sequence[CatalogueModel], hardware: Hardware, fits: Sequence[str]) -> CatalogueModel | None:
    return next((one for one in models if (found := estimate(one, hardware)) is not None and found.fit in fits), None)
