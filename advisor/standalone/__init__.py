"""The whole advisor as one HTML file: what is in it, and the script that infers and explains there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.standalone.data import page_data as page_data
    from advisor.standalone.joining import joined as joined
    from advisor.standalone.room import room_page as room_page
    from advisor.standalone.writing import whole_page as whole_page
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "data": "page_data",
            "joining": "joined",
            "room": "room_page",
            "writing": "whole_page",
        },
    )
