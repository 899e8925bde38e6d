"""Tests through a real pseudo-terminal; see tests/README.md."""
