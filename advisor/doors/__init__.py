"""Doors for other programs: a service over HTTP (extra `web`), and tools for assistants (extra `mcp`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.doors.asking import AskedQuestion as AskedQuestion, Sitting as Sitting
    from advisor.doors.assistant import make_assistant as make_assistant
    from advisor.doors.guard import Guard as Guard, Limits as Limits
    from advisor.doors.service import make_service as make_service
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "asking": "AskedQuestion Sitting",
            "assistant": "make_assistant",
            "guard": "Guard Limits",
            "service": "make_service",
        },
    )
