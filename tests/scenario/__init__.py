"""scenario tests; see tests/README.md."""
