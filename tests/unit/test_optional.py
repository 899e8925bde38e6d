"""What only an extra needs: without it, what to install is said."""

from __future__ import annotations

import sys

import pytest

from advisor._optional import extra_module
from advisor.errors import AdvisorError


def test_a_package_that_is_missing_is_named_with_the_extra_that_brings_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(AdvisorError) as error:
        extra_module("distributed", "dask")
    assert str(error.value) == (
        "this needs the package 'distributed'; install it with: pip install 'partnership-advisor[dask]'"
    )


def test_a_module_of_our_own_that_is_missing_is_a_fault_of_the_program():
    with pytest.raises(ModuleNotFoundError):
        extra_module("advisor.no_such_module", "cohort")
