"""What tests at a terminal share."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest


@pytest.fixture
def case():
    """A file with a short name, which fits a narrow terminal."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "case.yaml"
