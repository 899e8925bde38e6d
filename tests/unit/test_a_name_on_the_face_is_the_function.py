"""What a package gives by a name is that, whatever else was imported before."""

from __future__ import annotations

from inspect import isfunction

import pytest

import advisor.advice.meeting
import advisor.advice.naming  # noqa: F401  # which would stand in the way of a function with its name
from advisor.advice import meeting_for, named
from advisor.errors import AdvisorError
from advisor.reports import Outline, write_outline


def test_what_is_meant_by_a_name_and_the_meeting_are_functions():
    assert isfunction(named)
    assert isfunction(meeting_for)


def test_a_format_that_there_is_not_is_told():
    with pytest.raises(AdvisorError, match="there is no format 'pdf'"):
        write_outline(Outline(), "pdf")
