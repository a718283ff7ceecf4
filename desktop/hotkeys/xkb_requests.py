"""Three requests of the X Keyboard Extension that python-xlib does not know.

Source: “The X Keyboard Extension: Protocol Specification”, version 1.0, appendix D.
"""

from __future__ import annotations

from typing import Any

USE_CORE_KEYBOARD = 0x100
DETECTABLE_AUTO_REPEAT = 1
NEW_KEYBOARD, MAP = 1, 2
ALL_PARTS_OF_MAP = 0xFF


def hear_single_releases(display: Any) -> int | None:
    """Ask the server for one release of a key that repeats, and for news of the keyboard's layout.

    Returns the type of its keyboard events; None where the server has no such extension. A client that uses the
    extension gets no `MappingNotify` any more, therefore both are asked for together.
    """
    extension = display.query_extension("XKEYBOARD")
    if extension is None or not extension.present:
        return None
    use, flags, select = _request_types()
    opcode, wire = extension.major_opcode, display.display
    if not use(display=wire, opcode=opcode, major=1, minor=0).supported:
        return None
    select(
        display=wire,
        opcode=opcode,
        device=USE_CORE_KEYBOARD,
        affect_which=NEW_KEYBOARD | MAP,
        clear=0,
        select_all=NEW_KEYBOARD | MAP,
        affect_map=ALL_PARTS_OF_MAP,
        map=ALL_PARTS_OF_MAP,
    )
    given = flags(
        display=wire,
        opcode=opcode,
        device=USE_CORE_KEYBOARD,
        change=DETECTABLE_AUTO_REPEAT,
        value=DETECTABLE_AUTO_REPEAT,
        controls=0,
        auto_controls=0,
        auto_values=0,
    )
    return int(extension.first_event) if given.value & DETECTABLE_AUTO_REPEAT else None


def _request_types() -> tuple[Any, Any, Any]:
    from Xlib.protocol import rq

    class UseExtension(rq.ReplyRequest):  # type: ignore[misc]  # python-xlib has no types
        _request = rq.Struct(
            rq.Card8("opcode"), rq.Opcode(0), rq.RequestLength(), rq.Card16("major"), rq.Card16("minor")
        )
        _reply = rq.Struct(
            rq.ReplyCode(),
            rq.Card8("supported"),
            rq.Card16("sequence_number"),
            rq.ReplyLength(),
            rq.Card16("major"),
            rq.Card16("minor"),
            rq.Pad(20),
        )

    class PerClientFlags(rq.ReplyRequest):  # type: ignore[misc]
        _request = rq.Struct(
            rq.Card8("opcode"),
            rq.Opcode(21),
            rq.RequestLength(),
            rq.Card16("device"),
            rq.Pad(2),
            rq.Card32("change"),
            rq.Card32("value"),
            rq.Card32("controls"),
            rq.Card32("auto_controls"),
            rq.Card32("auto_values"),
        )
        _reply = rq.Struct(
            rq.ReplyCode(),
            rq.Card8("device"),
            rq.Card16("sequence_number"),
            rq.ReplyLength(),
            rq.Card32("supported"),
            rq.Card32("value"),
            rq.Card32("auto_controls"),
            rq.Card32("auto_values"),
            rq.Pad(8),
        )

    class SelectEvents(rq.Request):  # type: ignore[misc]
        _request = rq.Struct(
            rq.Card8("opcode"),
            rq.Opcode(1),
            rq.RequestLength(),
            rq.Card16("device"),
            rq.Card16("affect_which"),
            rq.Card16("clear"),
            rq.Card16("select_all"),
            rq.Card16("affect_map"),
            rq.Card16("map"),
        )

    return UseExtension, PerClientFlags, SelectEvents
