"""command tests; see tests/README.md."""
