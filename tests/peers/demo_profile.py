"""A profile that looks lived in: for pictures of the window, and for anybody who wants to see Hearth full.

Everything is made up. Times are hours of one day and of days before it, so that the sidebar always looks the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.assistant import Assistant
from core.clock import ManualClock
from core.conversations.conversation_store import ConversationStore
from core.conversations.message_tree import Message
from models.language.messages import Usage
from tests.peers.ollama_scripts import CODE, PLAN, SKY, THOUGHT

MODEL = "llama3.2:3b"
THINKER = "qwen3:4b"

BREAD = """For two loaves of 900 g, mixed tonight and baked tomorrow at noon:

| What | Amount | Share of the flour |
| --- | ---: | ---: |
| Bread flour | 800 g | 80 % |
| Wholemeal rye | 200 g | 20 % |
| Water, 28 °C | 720 g | 72 % |
| Ripe starter | 180 g | 18 % |
| Salt | 20 g | 2 % |

1. **21:00** Mix flour and water, wait half an hour, then add starter and salt.
2. **22:00** Fold four times, once every half hour. The dough should feel *alive*, not wet.
3. **7:30** Shape, and let it rest in the cold until the oven is hot.

> At 19 °C in your kitchen the night is long enough. Above 24 °C use 120 g of starter instead.
"""

REVIEW = """Two things would worry me in this function:

- It reads the whole file before it looks at the first line; `path.open()` and a loop need a hundredth of the memory.
- `except Exception: pass` hides a wrong encoding. Catch `UnicodeDecodeError` and say which line it was.

```python
def first_bad_line(path: Path) -> int | None:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                return number
    return None
```

The rest is fine: names say what they hold, and the tests cover the empty file.
"""


@dataclass(frozen=True, slots=True)
class DemoChat:
    """One chat of the demonstration. `said` are questions and answers in turn."""

    title: str
    days_ago: int
    at: str
    said: tuple[str, ...]
    folder: str = ""
    tags: tuple[str, ...] = ()
    pinned: bool = False
    archived: bool = False
    model: str = MODEL
    thinking: str = ""
    persona_id: str = ""


_SHORT = "Of course. Here is a first version; tell me what to change."
LONG_TITLE = "How to move forty gigabytes of holiday pictures to the new disk without losing their dates and captions"

CHATS = (
    DemoChat("House rules for guests", 3, "18:20", ("Write house rules for our holiday flat", _SHORT), pinned=True),
    DemoChat(
        "A slow Sunday in Lisbon", 0, "9:12", ("Plan a slow Sunday in Lisbon for two.", PLAN), "Travel", ("lisbon",)
    ),
    DemoChat("Night train to Vienna", 5, "20:04", ("Which night trains go to Vienna?", _SHORT), "Travel", ("vienna",)),
    DemoChat("Packing list for the Alps", 9, "8:30", ("What do I pack for a week in huts?", _SHORT), "Travel"),
    DemoChat(
        "Busiest hours in a log",
        0,
        "9:58",
        ("Write Python code that tells me the three busiest hours in a log file.", CODE),
        "Work",
        ("python",),
    ),
    DemoChat(
        "Review of read_lines()", 1, "16:45", ("Please review this function.", REVIEW), "Work", ("python", "review")
    ),
    DemoChat("Offer for the school roof", 6, "11:10", ("Make this offer friendlier.", _SHORT), "Work"),
    DemoChat(
        "Sourdough for two loaves",
        0,
        "10:05",
        ("How much of everything for two sourdough loaves?", BREAD),
        tags=("bread",),
    ),
    DemoChat("Why the sky is blue", 0, "8:41", ("Why is the sky blue?", SKY), model=THINKER, thinking=THOUGHT),
    DemoChat(
        "A birthday poem for Mia",
        1,
        "21:15",
        ("A short poem for Mia, who is six", "Six candles, one wish …"),
        persona_id="hearth-editor",
    ),
    DemoChat(LONG_TITLE, 1, "19:02", ("How do I move my pictures?", _SHORT)),
    DemoChat("Letter to the landlord", 4, "17:25", ("Help me write to our landlord", _SHORT), tags=("home",)),
    DemoChat("What does ECC memory do?", 5, "13:37", ("What does ECC memory do?", _SHORT)),
    DemoChat("Running plan, ten weeks", 7, "7:05", ("A plan from couch to ten kilometres", _SHORT), tags=("health",)),
    DemoChat("Tax return, open questions", 12, "15:00", ("Which receipts do I need?", _SHORT), tags=("home",)),
    DemoChat("Names for a grey cat", 20, "20:20", ("Names for a grey cat", "Ash, Pebble, Nimbus, Greta.")),
    DemoChat("Old notes on routers", 90, "12:00", ("Compare these routers", _SHORT), archived=True),
)

NOTES_TITLE = "Saturday market"
NOTES = (
    "Saturday market: flour from the mill, two lemons, the **good** butter",
    "Book for Lena’s birthday – she liked the one about lighthouses.\n\n- ask at the shop by the bridge\n- wrap it",
    "Train at 9:42, platform 3. Seats 61 and 62.",
)


async def fill(assistant: Assistant, clock: ManualClock, today: datetime) -> None:
    """Put `CHATS` into an empty profile whose clock is `clock`; `today` is midnight of the day of the pictures."""
    store = assistant.conversations
    folders = {name: (await store.create_folder(name)).folder_id for name in ("Travel", "Work")}
    await store.create_folder("Recipes")
    for chat in sorted(CHATS, key=lambda chat: (-chat.days_ago, chat.at.zfill(5))):
        hour, minute = (int(part) for part in chat.at.split(":"))
        moment = today - timedelta(days=chat.days_ago) + timedelta(hours=hour, minutes=minute)
        clock.move((moment - clock.now()).total_seconds())
        await _write(store, clock, chat, folders.get(chat.folder))
    notes = await assistant.notes.begin()
    for text in NOTES:
        clock.move(300)
        await assistant.notes.add(notes.conversation_id, text)
    await store.rename(notes.conversation_id, NOTES_TITLE)
    await assistant.settings.change("guide.finished", True)


async def _write(store: ConversationStore, clock: ManualClock, chat: DemoChat, folder_id: str | None) -> None:
    begun = await store.create(title=chat.title, folder_id=folder_id, model=chat.model, persona_id=chat.persona_id)
    made = begun.conversation_id
    parent: str | None = None
    for place, text in enumerate(chat.said):
        clock.move(40)
        if place % 2 == 0:
            message = await store.append(made, parent_id=parent, role="user", text=text)
        else:
            message = await _answer(store, made, parent, chat, text)
        parent = message.message_id
    if chat.tags:
        await store.set_tags(made, list(chat.tags))
    if chat.pinned:
        await store.pin(made, True)
    if chat.archived:
        await store.archive(made, True)


async def _answer(store: ConversationStore, made: str, parent: str | None, chat: DemoChat, text: str) -> Message:
    begun = await store.append(made, parent_id=parent, role="assistant", text="", model=chat.model, state="streaming")
    tokens = len(text) // 4
    return await store.finish(
        begun.message_id,
        text=text,
        thinking=chat.thinking,
        state="complete",
        usage=Usage(prompt_tokens=412, answer_tokens=tokens, answer_s=tokens / 47),
        first_token_s=0.3,
        total_s=0.3 + tokens / 47,
    )
