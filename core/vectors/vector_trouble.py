"""What goes wrong with an index outside of Hearth, in the owner's words. Exact answers go on in every case."""

from __future__ import annotations

from core.errors import OwnerCanAct, SurroundingsFailed


class VectorsLeaveVault(OwnerCanAct):
    """Nobody has agreed yet that a Chroma server gets vectors."""

    sentence = "A Chroma server keeps vectors unencrypted, outside of the vault: they tell what your texts are about."
    next_step = "Agree to that for {address}, or choose another index."


class ChromaServerAway(SurroundingsFailed):
    """Nothing answers at the address, or not any more."""

    sentence = "The Chroma server at {address} does not answer."
    next_step = "Start it there (“chroma run”) and check the address; until then Hearth compares exactly."


class ChromaServerUnfit(SurroundingsFailed):
    """Something answers, but not as a Chroma server of version 1 does."""

    sentence = "What answers at {address} is not a Chroma server that Hearth can use."
    next_step = "Check the address and that the server is Chroma 1.0 or newer; until then Hearth compares exactly."
