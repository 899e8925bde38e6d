"""Advice as something to read. One module a format."""
