"""What the stand-in says when it runs as a program: a demonstration worth looking at, and floods for measuring."""

from __future__ import annotations

import re

from tests.peers.http_peer import PeerRequest
from tests.peers.ollama_replies import Done, Flood, Reply, Responder, Say, answer, paced

_HELLO = "Hello! I am a stand-in for a language model, and I run on this computer alone."

PLAN = """A slow Sunday in Lisbon, then. Here is a day that leaves room to wander:

| When | Where | Why |
| --- | --- | --- |
| 9:30 | Café in Graça | The terrace catches the first sun |
| 11:00 | Miradouro da Senhora do Monte | The widest view of the city |
| 13:00 | Mouraria | Lunch where the menu is one page |
| 16:00 | Gulbenkian gardens | Shade, ducks and nobody in a hurry |

Three things to pack:

1. **Flat shoes** – the hills are real.
2. A refillable bottle.
3. *Patience* for tram 28, or the good sense to walk beside it.

> If it rains, swap the gardens for the Tile Museum.
"""

CODE = """Reading the file line by line keeps memory flat, however long the log is:

```python
from collections import Counter
from pathlib import Path


def busiest_hours(log: Path, top: int = 3) -> list[tuple[str, int]]:
    \"\"\"The hours with most requests, busiest first.\"\"\"
    hours: Counter[str] = Counter()
    with log.open(encoding="utf-8") as lines:
        for line in lines:
            stamp, _, _ = line.partition(" ")
            hours[stamp[11:13]] += 1
    return hours.most_common(top)
```

`Counter.most_common` sorts only as much as it must. For a file of 2 GB this takes about 40 s on a laptop, most of it \
spent decoding UTF-8; opening it in binary mode and slicing bytes halves that.
"""

THOUGHT = (
    "The question is about why the sky is blue. I should explain scattering without formulas first, then give the "
    "fourth-power law, since that is the part people remember wrongly. Keep it short."
)
SKY = """Because air scatters short waves far more than long ones. Sunlight holds all colours; as it crosses the air, \
blue light is thrown in every direction while red goes almost straight on, so blue reaches you from *everywhere*.

The strength goes with the fourth power of the frequency (Rayleigh): blue at 450 nm scatters about **5.9 times** more \
than red at 700 nm. At sunset the path through the air is some forty times longer, the blue is spent, and what is left \
is orange.
"""

_GENERAL = """Here is the short version, with the reasons.

- **Start small.** One thing that works beats three that almost do.
- **Write it down.** A note of four lines today saves an hour next month.
- **Measure before you change it.** Otherwise you cannot tell whether it got better.

Would you like me to turn this into a checklist?
"""


def responder(script: str, *, tokens_per_s: float | None = None, tokens: int = 20_000) -> Responder:
    """What to answer under the script called `hello`, `demo` or `flood`."""
    if script == "flood":
        return lambda _: _flood(tokens, tokens_per_s)
    if script == "hello":
        return lambda _: answer(_HELLO, tokens_per_s=tokens_per_s)
    return lambda request: _demo(request, tokens_per_s)


def _flood(tokens: int, tokens_per_s: float | None) -> Reply:
    if tokens_per_s is None:
        return (Flood(tokens), Done(answer_tokens=tokens))
    return (*paced([Say(" token")] * tokens, tokens_per_s), Done(answer_tokens=tokens))


def _demo(request: PeerRequest, tokens_per_s: float | None) -> Reply:
    messages = request.data.get("messages") or [{"role": "user", "content": request.data.get("prompt", "")}]
    asked = str(messages[-1].get("content", ""))
    told = " ".join(str(message.get("content", "")) for message in messages if message.get("role") == "system")
    if re.search(r"\btitle\b", f"{asked[-400:]} {told}", re.IGNORECASE):
        return answer(_title(" ".join(str(message.get("content", "")) for message in messages)))
    text, thinking = _matching(asked)
    thinks = request.data.get("think") is not False and "qwen3" in str(request.data.get("model"))
    return answer(text, thinking=thinking if thinks else "", tokens_per_s=tokens_per_s)


def _matching(asked: str) -> tuple[str, str]:
    for words, text in ((r"lisbon|plan|trip|sunday", PLAN), (r"code|python|log|function", CODE), (r"sky|blue", SKY)):
        if re.search(words, asked, re.IGNORECASE):
            return text, THOUGHT
    return (_HELLO if len(asked) < 12 else _GENERAL), THOUGHT


def _title(everything: str) -> str:
    for words, title in (
        ("lisbon", "A slow Sunday in Lisbon"),
        ("python|log", "Busiest hours in a log"),
        ("sky", "Why the sky is blue"),
    ):
        if re.search(words, everything, re.IGNORECASE):
            return title
    return "A short question"
